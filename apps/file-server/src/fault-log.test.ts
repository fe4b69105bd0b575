import { expect, test } from 'vitest'
import { createFaultLog } from './fault-log.ts'

test('the same fault is told once a minute, another one at once', () => {
  const told: unknown[] = []
  let now = 0
  const log = createFaultLog(
    (fault) => told.push(fault),
    () => now,
  )
  const first = new Error('schijf stuk')
  for (now = 0; now < 60_000; now += 1_000) log(first)
  const other = new Error('iets anders')
  log(other)
  now = 60_000
  const again = new Error('schijf stuk')
  log(again)
  expect(told).toEqual([first, other, again])
})
