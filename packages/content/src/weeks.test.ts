import { expect, test } from 'vitest'
import { mondayOf, weekOf } from './weeks.ts'

test.each([
  ['2026-11-20', '2026-11-16', 2026, 47],
  ['2026-11-22', '2026-11-16', 2026, 47],
  ['2026-01-01', '2025-12-29', 2026, 1],
  ['2027-01-03', '2026-12-28', 2026, 53],
  ['2024-12-30', '2024-12-30', 2025, 1],
])('%s is in the week of %s: %i, week %i', (day, monday, year, number) => {
  expect(mondayOf(day)).toBe(monday)
  expect(weekOf(monday)).toEqual({ year, number })
})
