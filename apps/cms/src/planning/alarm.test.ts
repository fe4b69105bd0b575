import { AsyncLocalStorage } from 'node:async_hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAlarm } from './alarm.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-27T08:00:00Z') }))
afterEach(() => void vi.useRealTimers())
const passMs = (ms: number) => vi.advanceTimersByTimeAsync(ms)

function anAlarm(ring: () => Promise<number | null>) {
  const failed: unknown[] = []
  return {
    alarm: createAlarm({ ring, lookEveryMs: 30_000, onFailed: (error) => failed.push(error) }),
    failed,
  }
}

test('rings at once, at the very moment that comes next, and otherwise now and then', async () => {
  const rung: number[] = []
  const start = Date.now()
  const next = start + 12_345
  anAlarm(() => {
    rung.push(Date.now() - start)
    return Promise.resolve(next > Date.now() ? next : null)
  })
  await passMs(80_000)
  expect(rung).toEqual([0, 12_345, 42_345, 72_345])
})

test('a moment beyond the longest wait is looked at on the way', async () => {
  let rings = 0
  anAlarm(() => Promise.resolve(Date.now() + 90 * 86_400_000 + rings++))
  await passMs(90_000)
  expect(rings).toBe(4)
})

test('what changes while it rings is looked at once more, and never at the same moment', async () => {
  const ends: (() => void)[] = []
  const { alarm } = anAlarm(async () => {
    await new Promise<void>((resolve) => ends.push(resolve))
    return null
  })
  for (let looks = 0; looks < 5; looks++) alarm.look()
  await passMs(0)
  expect(ends).toHaveLength(1)
  ends[0]!()
  await passMs(0)
  expect(ends).toHaveLength(2)
  ends[1]!()
  await passMs(29_999)
  expect(ends).toHaveLength(2)
})

test('what it does is in the name of nobody who looked', async () => {
  const asking = new AsyncLocalStorage<string>()
  const askedBy: (string | undefined)[] = []
  const { alarm } = anAlarm(() => {
    askedBy.push(asking.getStore())
    return Promise.resolve(null)
  })
  await passMs(0)
  asking.run('Anna', () => alarm.look())
  await passMs(30_000)
  expect(askedBy).toEqual([undefined, undefined, undefined])
})

test('a ring that fails is told, and tried again at the next look', async () => {
  let rings = 0
  const { failed } = anAlarm(() => (rings++ === 0 ? Promise.reject(new Error('weg')) : Promise.resolve(null)))
  await passMs(30_000)
  expect(failed).toEqual([new Error('weg')])
  expect(rings).toBe(2)
})

test('stopping waits for what is under way', async () => {
  const ending = Promise.withResolvers<null>()
  let rings = 0
  const { alarm } = anAlarm(() => {
    rings++
    return ending.promise
  })
  let isStopped = false
  void alarm.stop().then(() => (isStopped = true))
  await passMs(0)
  expect(isStopped).toBe(false)
  ending.resolve(null)
  await passMs(60_000)
  expect(isStopped).toBe(true)
  alarm.look()
  expect(rings).toBe(1)
})
