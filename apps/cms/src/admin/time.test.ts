import { expect, test } from 'vitest'
import { inSeconds, since, when } from './time.ts'

const at = new Date('2026-11-22T13:03:12Z')

test('today it is told to the second, in Dutch time', () => {
  const now = new Date('2026-11-22T20:00:00Z')
  expect(since(at, now)).toBe('14.03.12 uur')
  expect(when(at, now)).toBe('om 14.03.12 uur')
})

test('another day is named, to the minute', () => {
  const now = new Date('2026-11-23T08:00:00Z')
  expect(since(at, now)).toBe('22 november 2026 om 14.03 uur')
  expect(when(at, now)).toBe('op 22 november 2026 om 14.03 uur')
})

test('a new day begins at midnight in the Netherlands, also in summer time', () => {
  const justAfterMidnight = new Date('2026-07-01T22:00:05Z')
  expect(since(justAfterMidnight, new Date('2026-07-02T09:00:00Z'))).toBe('00.00.05 uur')
  expect(since(justAfterMidnight, new Date('2026-07-01T21:59:00Z'))).toBe('2 juli 2026 om 00.00 uur')
})

test.each([
  [0, '0,1 seconde'],
  [80, '0,1 seconde'],
  [900, '0,9 seconde'],
  [1000, '1 seconde'],
  [1500, '1,5 seconde'],
  [1960, '2 seconden'],
  [2400, '2,4 seconden'],
  [9960, '10 seconden'],
  [12_400, '12 seconden'],
])('%i ms is %s', (ms, said) => {
  expect(inSeconds(ms)).toBe(said)
})
