import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { createLocalDispatcher, type LocalDispatcherOptions } from './local.ts'

const [a, b, c] = ['wijk0000000a', 'wijk0000000b', 'wijk0000000c'].map(parseWijkId) as [
  WijkId,
  WijkId,
  WijkId,
]

// The clock is passed on by hand, so that a test waits for a condition and never for a time.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const passMs = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** A dispatcher whose publishes end when the test says so. */
function aDispatcher(options: Partial<LocalDispatcherOptions> = {}) {
  const started: WijkId[] = []
  const running = new Map<WijkId, PromiseWithResolvers<void>>()
  const stopping = new AbortController()
  const dispatcher = createLocalDispatcher({
    due: () => Promise.resolve([]),
    slots: 2,
    sweepMs: 1000,
    backoffMs: (failures) => 100 * 2 ** failures,
    ...options,
  })
  const ended = dispatcher.run((wijk) => {
    if (running.has(wijk)) throw new Error(`${wijk} is published twice at the same moment`)
    started.push(wijk)
    const publish = Promise.withResolvers<void>()
    running.set(wijk, publish)
    return publish.promise
  }, stopping.signal)
  const end = async (wijk: WijkId, error?: Error) => {
    const publish = running.get(wijk)!
    running.delete(wijk)
    if (error) publish.reject(error)
    else publish.resolve()
    await passMs(0)
  }
  return { dispatcher, started, end, stop: () => stopping.abort(), ended }
}

test('a hint starts a publish at once', async () => {
  const { dispatcher, started } = aDispatcher()
  await passMs(0)
  dispatcher.hint(a)
  await passMs(0)
  expect(started).toEqual([a])
})

test('ten hints during a publish make one more publish, not ten', async () => {
  const { dispatcher, started, end } = aDispatcher()
  dispatcher.hint(a)
  await passMs(0)
  for (let hints = 0; hints < 10; hints++) dispatcher.hint(a)
  await passMs(0)
  expect(started).toEqual([a])
  await end(a)
  expect(started).toEqual([a, a])
  await end(a)
  expect(started).toEqual([a, a])
})

test('a lost hint costs one sweep', async () => {
  let due: WijkId[] = []
  const { started } = aDispatcher({ due: () => Promise.resolve(due) })
  await passMs(10)
  due = [b]
  await passMs(980)
  expect(started).toEqual([])
  await passMs(20)
  expect(started).toEqual([b])
})

test('a wijk that fails is tried again later and later, and delays nobody', async () => {
  const { dispatcher, started, end } = aDispatcher()
  dispatcher.hint(a)
  await passMs(0)
  await end(a, new Error('kapot'))
  expect(dispatcher.progress(a)).toMatchObject({
    attempts: 1,
    isActive: false,
    lastError: new Error('kapot'),
  })
  dispatcher.hint(b)
  await passMs(0)
  expect(started).toEqual([a, b])
  await end(b)
  await passMs(200)
  expect(started).toEqual([a, b, a])
  await end(a, new Error('weer'))
  await passMs(399)
  expect(started).toHaveLength(3)
  await passMs(1)
  expect(started).toHaveLength(4)
  await end(a)
  expect(dispatcher.progress(a)).toMatchObject({ attempts: 0, lastError: null, nextTryAt: null })
})

test('a new edit does not wait for the back-off: it may be the cure', async () => {
  const { dispatcher, started, end } = aDispatcher()
  dispatcher.hint(a)
  await passMs(0)
  await end(a, new Error('kapot'))
  dispatcher.hint(a)
  await passMs(0)
  expect(started).toEqual([a, a])
})

test('an editor goes before a sweep that found everything due, and keeps a slot free', async () => {
  const { dispatcher, started, end } = aDispatcher({ due: () => Promise.resolve([b, c]) })
  await passMs(0)
  expect(started).toEqual([b])
  dispatcher.hint(a)
  await passMs(0)
  expect(started).toEqual([b, a])
  await end(b)
  await end(a)
  expect(started).toEqual([b, a, c])
})

test('with one slot a sweep still gets its turn', async () => {
  const { started } = aDispatcher({ slots: 1, due: () => Promise.resolve([a]) })
  await passMs(0)
  expect(started).toEqual([a])
})

test('a CMS that does not answer is asked again at the next sweep', async () => {
  const failed: unknown[] = []
  let answers: () => Promise<WijkId[]> = () => Promise.reject(new Error('weg'))
  const { started } = aDispatcher({ due: () => answers(), onLookFailed: (error) => failed.push(error) })
  await passMs(0)
  expect(failed).toHaveLength(1)
  answers = () => Promise.resolve([a])
  await passMs(1000)
  expect(started).toEqual([a])
})

test('stopping waits for the publish in flight and starts no other', async () => {
  const { dispatcher, started, end, stop, ended } = aDispatcher()
  dispatcher.hint(a)
  await passMs(0)
  stop()
  dispatcher.hint(b)
  await passMs(0)
  await end(a)
  await ended
  expect(started).toEqual([a])
})
