import { expect, test } from 'vitest'
import { createSweeping } from './sweeping.ts'

const HOUR = 60 * 60_000

test('sweeps about once a day, and again after the clock was put back', async () => {
  let at = Date.parse('2026-11-22T01:00:00Z')
  const sweeping = createSweeping({
    store: { sweep: () => Promise.resolve({ releases: 0, objects: 0, bytes: 0 }) },
    keep: { keepReleases: 1, keepMs: 0 },
    now: () => new Date(at),
    onSwept: () => undefined,
  })
  expect(await sweeping.next()).toBe(true)
  at += 19 * HOUR
  expect(await sweeping.next()).toBe(false)
  at += HOUR
  expect(await sweeping.next()).toBe(true)
  at -= 365 * 24 * HOUR
  expect(await sweeping.next()).toBe(true)
  expect(await sweeping.next()).toBe(false)
})
