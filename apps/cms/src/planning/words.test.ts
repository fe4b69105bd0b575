import { expect, test } from 'vitest'
import { inWords } from './words.ts'

test.each([
  ['2026-11-27T08:00:00Z', 'vrijdag 27 november om 9.00 uur'],
  ['2026-11-27T23:05:00Z', 'zaterdag 28 november om 0.05 uur'],
  ['2026-06-06T12:30:00Z', 'zaterdag 6 juni om 14.30 uur'],
  ['2026-12-31T23:00:00Z', 'vrijdag 1 januari 2027 om 0.00 uur'],
])('%s is %s', (at, words) => {
  expect(inWords(new Date(at), new Date('2026-11-24T10:00:00Z'))).toBe(words)
})
