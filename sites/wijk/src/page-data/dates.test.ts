import { expect, test } from 'vitest'
import { isSameDay, longDate, monthOf, shortDate } from './dates.ts'

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
