import { expect, test } from 'vitest'
import { type Chore, doChores, isQuiet } from './chores.ts'

test.each([
  [{ from: 1, until: 6 }, '2026-11-22T00:59:59+01:00', false],
  [{ from: 1, until: 6 }, '2026-11-22T01:00:00+01:00', true],
  [{ from: 1, until: 6 }, '2026-07-22T05:59:59+02:00', true],
  [{ from: 1, until: 6 }, '2026-07-22T06:00:00+02:00', false],
  [{ from: 23, until: 5 }, '2026-11-22T23:30:00+01:00', true],
  [{ from: 23, until: 5 }, '2026-11-22T04:59:00+01:00', true],
  [{ from: 23, until: 5 }, '2026-11-22T12:00:00+01:00', false],
  [{ from: 0, until: 24 }, '2026-11-22T12:00:00+01:00', true],
  [{ from: 3, until: 3 }, '2026-11-22T03:00:00+01:00', false],
])('hours %o and %s: quiet is %s', (hours, at, expected) => {
  expect(isQuiet(hours, new Date(at))).toBe(expected)
})

/** Chores that is stopped as soon as `isEnough` says so. */
async function until(
  isEnough: () => boolean,
  chores: Chore[],
  { isIdle = () => true, afterFailureMs = 1 }: { isIdle?: () => boolean; afterFailureMs?: number } = {},
) {
  const stopping = new AbortController()
  const failed: string[] = []
  const stopWhenEnough = (chore: Chore): Chore => ({
    ...chore,
    async next() {
      if (isEnough()) stopping.abort()
      return chore.next()
    },
  })
  await doChores(
    {
      chores: chores.map(stopWhenEnough),
      isIdle: () => {
        if (isEnough()) stopping.abort()
        return isIdle()
      },
      quietHours: { from: 0, until: 24 },
      now: () => new Date(),
      onFailed: (name) => failed.push(name),
      lookMs: 1,
      afterFailureMs,
    },
    stopping.signal,
  )
  return failed
}

test('the first chore goes on until it is done, then the next one has its turn', async () => {
  const done: string[] = []
  const chore = (name: string, pieces: number): Chore => ({
    name,
    next: () => Promise.resolve(pieces-- > 0 && done.push(name) > 0),
  })
  await until(() => done.length === 5, [chore('verify', 3), chore('sweep', 2)])
  expect(done).toEqual(['verify', 'verify', 'verify', 'sweep', 'sweep'])
})

test('nothing is done while somebody publishes', async () => {
  let looks = 0
  let pieces = 0
  const chore = { name: 'verify', next: () => Promise.resolve(++pieces > 0) }
  await until(() => looks > 20, [chore], { isIdle: () => looks++ > 10 })
  expect(looks).toBeGreaterThan(20)
  expect(pieces).toBeLessThanOrEqual(looks - 11)
})

test('a chore that fails is told and tried again, and ends nothing', async () => {
  let tries = 0
  const chore = {
    name: 'sweep',
    next: () => (++tries < 3 ? Promise.reject(new Error('kapot')) : Promise.resolve(false)),
  }
  expect(await until(() => tries > 3, [chore])).toEqual(['sweep', 'sweep'])
})

test('a chore that fails keeps those behind it from nothing, and is not tried before each of them', async () => {
  const done: string[] = []
  const sweep = { name: 'sweep', next: () => Promise.reject(new Error('kapot')) }
  const verify = { name: 'verify', next: () => Promise.resolve(done.push('verify') > 0) }
  const failed = await until(() => done.length === 3, [sweep, verify], { afterFailureMs: 60_000 })
  expect(done.length).toBeGreaterThanOrEqual(3)
  expect(failed).toEqual(['sweep'])
})
