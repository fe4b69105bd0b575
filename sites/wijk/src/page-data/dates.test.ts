import { expect, test } from 'vitest'
import {
  dayAndMonthOf,
  dayOfMonth,
  isSameDay,
  longDate,
  monthOf,
  shortDate,
  shortMonthOf,
  weekdayOf,
} from './dates.ts'

test('late in the evening in summer, UTC is still on the day before', () => {
  expect(longDate('2026-06-30T22:30:00.000Z')).toEqual({
    iso: '2026-06-30T22:30:00.000Z',
    text: 'woensdag 1 juli 2026',
  })
})

test('the hour that clocks go back in October is on the same day', () => {
  expect(shortDate('2026-10-25T00:30:00.000Z').text).toBe('25 oktober 2026')
  expect(shortDate('2026-10-25T01:30:00.000Z').text).toBe('25 oktober 2026')
})

test('New Year comes an hour before it does in UTC', () => {
  expect(monthOf('2026-12-31T22:59:59.000Z')).toBe('december 2026')
  expect(monthOf('2026-12-31T23:00:00.000Z')).toBe('januari 2027')
})

test('two moments on one Dutch day, with midnight UTC between them', () => {
  expect(isSameDay('2026-06-30T22:30:00.000Z', '2026-07-01T18:00:00.000Z')).toBe(true)
  expect(isSameDay('2026-06-30T20:30:00.000Z', '2026-07-01T18:00:00.000Z')).toBe(false)
})

test('every date is written as Intl writes it', () => {
  const [weekday, month] = [{ weekday: 'long' } as const, { month: 'long' } as const]
  const [day, year] = [{ day: 'numeric' } as const, { year: 'numeric' } as const]
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', ...options })
  const intl = {
    long: said({ ...weekday, ...day, ...month, ...year }),
    short: said({ ...day, ...month, ...year }),
    dayOfMonth: said({ ...day, ...month }),
    month: said({ ...month, ...year }),
    weekday: said(weekday),
    weekdayAndDate: said({ ...weekday, ...day, ...month }),
    shortMonth: said({ month: 'short' }),
  }
  for (let at = Date.UTC(1949, 0, 1); at < Date.UTC(2110, 0, 1); at += 11 * 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10)
    for (const time of ['00:00:00.000', '12:00:00.000', '21:59:59.999', '22:00:00.000', '23:30:00.000']) {
      const iso = `${date}T${time}Z`
      const moment = new Date(iso)
      expect([longDate(iso).text, shortDate(iso).text, dayOfMonth(iso).text, monthOf(iso)]).toEqual(
        [intl.long, intl.short, intl.dayOfMonth, intl.month].map((one) => one.format(moment)),
      )
    }
    const noon = new Date(`${date}T12:00:00Z`)
    expect([weekdayOf(date), dayAndMonthOf(date), shortMonthOf(date)]).toEqual([
      intl.weekday.format(noon),
      intl.weekdayAndDate.format(noon),
      intl.shortMonth.format(noon).replace('.', ''),
    ])
  }
})

test('a date that there is not is refused', () => {
  expect(() => shortDate('2026-13-01T12:00:00Z')).toThrow(RangeError)
})
