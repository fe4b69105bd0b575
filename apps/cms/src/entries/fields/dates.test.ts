import { expect, test } from 'vitest'
import { asKept } from './dates.ts'

test.each([
  '2026-12-01',
  '2026-12-01T23:30:00.000Z',
  '2026-12-01T23:30+01:00',
  new Date('2026-12-01T23:30:00Z'),
])('of a day only the day is kept: %j', (given) => {
  expect(asKept('date', given)).toBe('2026-12-01')
})

test.each([
  '2026-12-01morgen',
  '2026-12-01T',
  '2026-12-01 23:30',
  '2026-02-30',
  20_261_201,
  new Date(Number.NaN),
])('what is no day is not taken for one: %j', (given) => {
  expect(asKept('date', given)).toBeUndefined()
})

test('a moment may come as one', () => {
  expect(asKept('datetime', new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01T23:30:00.000Z')
})
