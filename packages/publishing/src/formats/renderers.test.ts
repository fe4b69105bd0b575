import { expect, test } from 'vitest'
import { createRenderers } from './renderers.ts'

/** Renderers that only say that they run, and a clock that the test holds. */
function aSet() {
  let now = 0
  const started: string[] = []
  const ended: string[] = []
  const renderers = createRenderers({
    shelf: { folderOf: (hash) => hash },
    start(folder) {
      if (folder === 'broken') return Promise.reject(new Error('no entry'))
      started.push(folder)
      return Promise.resolve({ folder, pids: () => [1], close: () => void ended.push(folder) })
    },
    now: () => now,
  })
  return { renderers, started, ended, passMs: (ms: number) => void (now += ms) }
}

test('each format has one renderer, started when it is first needed', async () => {
  const { renderers, started } = aSet()
  const names = await Promise.all(
    ['red', 'blue', 'red'].map((hash) => renderers.use(hash, ({ folder }) => Promise.resolve(folder))),
  )
  expect(names).toEqual(['red', 'blue', 'red'])
  expect(started).toEqual(['red', 'blue'])
  expect(await renderers.count()).toBe(2)
})

test('a renderer that is not needed ends after a while, but never while it works', async () => {
  const { renderers, ended, passMs } = aSet()
  const work = Promise.withResolvers<void>()
  const using = renderers.use('red', () => work.promise)
  passMs(120_000)
  await renderers.keepReady(new Set(['blue']))
  expect(ended).toEqual([])
  work.resolve()
  await using
  await renderers.keepReady(new Set(['blue']))
  expect(ended).toEqual([])
  passMs(61_000)
  await renderers.keepReady(new Set(['blue']))
  expect(ended).toEqual(['red'])
})

test('of those to have ready, one that cannot be started keeps none of the others from it', async () => {
  const { renderers, started, passMs } = aSet()
  const unusable = await renderers.keepReady(new Set(['broken', 'red', 'blue']))
  expect([...unusable.keys()]).toEqual(['broken'])
  expect(unusable.get('broken')).toMatchObject({ message: 'no entry' })
  expect(started).toEqual(['red', 'blue'])
  passMs(61_000)
  expect(await renderers.keepReady(new Set(['red']))).toEqual(new Map())
})

test('a format that cannot be started is tried again the next time', async () => {
  const { renderers } = aSet()
  for (const attempt of [1, 2])
    await expect(renderers.use('broken', () => Promise.resolve(attempt))).rejects.toThrow('no entry')
  expect(await renderers.count()).toBe(0)
})
