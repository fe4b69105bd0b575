import { expect, test } from 'vitest'
import { createFilesWatch } from './files-watch.ts'

/** A file server that answers as it is told to; null for not at all. */
function aFileServer() {
  let now = 1_000
  let status: number | null = 200
  let isNeeded = true
  const watch = createFilesWatch({
    ask: () =>
      status === null
        ? Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))
        : Promise.resolve(status),
    isNeeded: () => isNeeded,
    now: () => now,
  })
  return async (answer: number | null, needed = true) => {
    status = answer
    isNeeded = needed
    now += 5_000
    await watch.look()
    return watch.fault()
  }
}

test('a file server that does not answer twice in a row is a fault since the first time, until it answers', async () => {
  const looks = aFileServer()
  expect(await looks(200)).toBeNull()
  expect(await looks(null)).toBeNull()
  expect(await looks(null)).toEqual({ since: 11_000, error: 'fetch failed (connect ECONNREFUSED)' })
  expect(await looks(503)).toMatchObject({ since: 11_000, error: expect.stringContaining('503') })
  expect(await looks(200)).toBeNull()
  expect(await looks(null)).toBeNull()
})

test('one that is started again, or that no site needs, is none', async () => {
  const looks = aFileServer()
  for (const answer of [null, 200, null, 404]) expect(await looks(answer)).toBeNull()
  for (const answer of [null, null, null]) expect(await looks(answer, false)).toBeNull()
})
