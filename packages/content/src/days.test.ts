import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysAfter, firstDayOf, lastDayOf, overAt, startOfDay, wallClockOf } from './days.ts'
import type { Event } from './entries.ts'

const anEvent = (startsAt: string, endsAt: string | null, isAllDay = false) =>
  ({ kind: 'event', startsAt, endsAt, isAllDay }) as Event

test.each([
  ['2026-01-15T13:30:00.000Z', '2026-01-15T14:30:00'],
  ['2026-07-15T12:30:00.000Z', '2026-07-15T14:30:00'],
  ['2026-03-29T00:59:59.000Z', '2026-03-29T01:59:59'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00'],
  ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00'],
  ['2026-11-28T23:00:00.000Z', '2026-11-29T00:00:00'],
])('at %s clocks in the Netherlands show %s', (iso, shown) => {
  expect(wallClockOf(iso)).toBe(shown)
})

test('a day begins at midnight in the Netherlands', () => {
  expect(dayOf('2026-06-30T21:59:59.000Z')).toBe('2026-06-30')
  expect(dayOf('2026-06-30T22:00:00.000Z')).toBe('2026-07-01')
})

test('a day is the one that the wall clock shows, at any moment', () => {
  const isClockDay = (moment: Date) => {
    const iso = moment.toISOString()
    for (const text of [iso, iso.replace('.000Z', 'Z')])
      expect([text, dayOf(text)]).toEqual([text, wallClockOf(text).slice(0, 10)])
  }
  const moments = fc.date({
    min: new Date('1890-01-01T00:00:00Z'),
    max: new Date('2200-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(fc.property(moments, isClockDay), { numRuns: 3000 })
  // Every hour of the days on which the clock is changed, and those beside them.
  for (const day of ['1977-04-03', '1977-09-25', '2026-03-29', '2026-10-25'])
    for (let hour = -24; hour < 48; hour++)
      isClockDay(new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000))
})

test.each([
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-03-01', -1, '2028-02-29'],
])('%s and %i days is %s', (day, count, other) => {
  expect(daysAfter(day, count)).toBe(other)
})

describe('the days of an event', () => {
  test.each([
    ['without an end', '2026-06-12T15:00:00.000Z', null, false, '2026-06-12', '2026-06-12'],
    [
      'until midnight',
      '2026-06-12T15:00:00.000Z',
      '2026-06-12T22:00:00.000Z',
      false,
      '2026-06-12',
      '2026-06-12',
    ],
    [
      'until two at night',
      '2026-06-12T18:00:00.000Z',
      '2026-06-13T00:00:00.000Z',
      false,
      '2026-06-12',
      '2026-06-12',
    ],
    [
      'just after midnight',
      '2026-06-12T22:30:00.000Z',
      '2026-06-12T23:30:00.000Z',
      false,
      '2026-06-13',
      '2026-06-13',
    ],
    [
      'of a weekend',
      '2026-06-12T15:00:00.000Z',
      '2026-06-14T10:00:00.000Z',
      false,
      '2026-06-12',
      '2026-06-14',
    ],
    [
      'of whole days, that end at midnight',
      '2026-06-11T22:00:00.000Z',
      '2026-06-13T22:00:00.000Z',
      true,
      '2026-06-12',
      '2026-06-14',
    ],
  ])('%s', (_, startsAt, endsAt, isAllDay, first, last) => {
    const event = anEvent(startsAt, endsAt, isAllDay)
    expect([firstDayOf(event), lastDayOf(event)]).toEqual([first, last])
  })

  test.each([
    ['at its end', '2026-06-12T15:00:00.000Z', '2026-06-12T17:30:00Z', false, '2026-06-12T17:30:00.000Z'],
    [
      'at its end at night',
      '2026-06-12T18:00:00.000Z',
      '2026-06-13T00:00:00.000Z',
      false,
      '2026-06-13T00:00:00.000Z',
    ],
    [
      'at the end of its day without an end',
      '2026-06-12T15:00:00.000Z',
      null,
      false,
      '2026-06-12T22:00:00.000Z',
    ],
    [
      'at the end of its day when its end is its start',
      '2026-06-12T15:00:00.000Z',
      '2026-06-12T15:00:00.000Z',
      false,
      '2026-06-12T22:00:00.000Z',
    ],
    [
      'at the end of its last whole day',
      '2026-06-11T22:00:00.000Z',
      '2026-06-13T10:00:00.000Z',
      true,
      '2026-06-13T22:00:00.000Z',
    ],
    ['at the end of a day of 25 hours', '2026-10-24T22:00:00.000Z', null, true, '2026-10-25T23:00:00.000Z'],
    ['at the end of a day of 23 hours', '2027-03-27T23:00:00.000Z', null, true, '2027-03-28T22:00:00.000Z'],
    [
      'in the hour that comes twice',
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:30:00.000Z',
      false,
      '2026-10-25T01:30:00.000Z',
    ],
    ['with the year', '2026-12-31T20:00:00.000Z', null, false, '2026-12-31T23:00:00.000Z'],
  ])('it is over %s', (_, startsAt, endsAt, isAllDay, over) => {
    expect(overAt(anEvent(startsAt, endsAt, isAllDay))).toBe(over)
  })
})

test.each([
  ['2026-06-12', '2026-06-11T22:00:00.000Z'],
  ['2026-12-01', '2026-11-30T23:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ['2027-03-28', '2027-03-27T23:00:00.000Z'],
  ['2027-03-29', '2027-03-28T22:00:00.000Z'],
  ['2027-01-01', '2026-12-31T23:00:00.000Z'],
])('%s begins at %s', (day, instant) => {
  expect(startOfDay(day)).toBe(instant)
  expect(wallClockOf(instant)).toBe(`${day}T00:00:00`)
})
