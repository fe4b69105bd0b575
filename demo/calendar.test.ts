import { describe, expect, test } from 'vitest'
import { at, dayNamed, dayOf, fillInDays, lastDayOn } from './calendar.ts'

const noon = (date: string) => new Date(`${date}T12:00:00Z`)

describe('a moment on a day', () => {
  test.each([
    ['in winter Amsterdam is an hour ahead', '2026-01-15', '14:30', '2026-01-15T13:30:00.000Z'],
    ['in summer two hours', '2026-07-15', '14:30', '2026-07-15T12:30:00.000Z'],
    ['on the morning after summer time began', '2026-03-29', '08:00', '2026-03-29T06:00:00.000Z'],
    ['on the morning after it ended', '2026-10-25', '08:00', '2026-10-25T07:00:00.000Z'],
    ['just after midnight', '2026-06-01', '00:05', '2026-05-31T22:05:00.000Z'],
  ])('%s', (_, date, time, expected) => {
    expect(at(dayOf(noon(date)), time)).toBe(expected)
  })

  test('late in the evening it is already tomorrow in Amsterdam', () => {
    expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe(dayOf(noon('2026-07-01')))
  })
})

describe('a day that returns every year', () => {
  test.each([
    ['has been this year', '04-26', 0, '2026-04-26'],
    ['is still to come this year', '12-05', 0, '2025-12-05'],
    ['is today, so was last year', '11-23', 0, '2025-11-23'],
    ['a year earlier', '04-26', 1, '2025-04-26'],
  ])('%s', (_, monthDay, yearsAgo, expected) => {
    expect(lastDayOn(monthDay, yearsAgo, noon('2026-11-23'))).toBe(dayOf(noon(expected)))
  })
})

describe('a day by its name', () => {
  const monday = dayOf(noon('2026-11-23'))

  test.each([
    ['zaterdag', '2026-11-28'],
    ['zaterdag+2', '2026-12-12'],
    ['maandag', '2026-11-30'],
    ['maandag-1', '2026-11-16'],
    ['eerste zaterdag', '2026-12-05'],
    ['eerste dinsdag', '2026-12-01'],
    ['vandaag-12', '2026-11-11'],
  ])('%s', (name, expected) => {
    expect(dayNamed(name, monday)).toBe(dayOf(noon(expected)))
  })

  test.each(['zatrdag', 'zaterdag+', 'tweede zaterdag', ''])('%j is refused', (name) => {
    expect(() => dayNamed(name, monday)).toThrow(/expected a weekday/)
  })
})

describe('days in a text', () => {
  const wednesday = dayOf(noon('2026-12-30'))

  test.each([
    ['{zaterdag}', 'zaterdag 2 januari'],
    ['{zaterdag+1}', 'zaterdag 9 januari'],
    ['{Zaterdag+1}', 'Zaterdag 9 januari'],
    ['{zaterdag-1}', 'zaterdag 26 december'],
    ['{woensdag}', 'woensdag 6 januari'],
    ['{woensdag-1}', 'woensdag 23 december'],
    ['{donderdag}', 'donderdag 31 december'],
    ['{jaar} na {jaar-1}', '2026 na 2025'],
    ['geen dag', 'geen dag'],
  ])('%s', (text, expected) => {
    expect(fillInDays(text, wednesday)).toBe(expected)
  })

  test('a word that is no day is refused', () => {
    expect(() => fillInDays('op {zatrdag}', wednesday)).toThrow(/\{zatrdag\}: expected a weekday/)
  })
})
