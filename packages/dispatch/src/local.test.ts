import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { type Due, TargetWaitsError, type Waiting } from '@wijkpers/publishing'
import { createLocalDispatcher } from './local.ts'
import { describeDispatcher } from './testing/describe-dispatcher.ts'

// The clock is passed on by hand, so that a test waits for a condition and never for a time.
const setUp = () => void vi.useFakeTimers()
const tearDown = () => void vi.useRealTimers()
const passMs = async (ms: number) => void (await vi.advanceTimersByTimeAsync(ms))

describeDispatcher('local', { make: createLocalDispatcher, passMs, setUp, tearDown })

test('a CMS that does not answer is asked again at the next look', async () => {
  setUp()
  const failed: unknown[] = []
  const started: WijkId[] = []
  const wijk = parseWijkId('wijk0000000a')
  let answers: () => Promise<Due[]> = () => Promise.reject(new Error('weg'))
  const dispatcher = createLocalDispatcher({
    due: () => answers(),
    slots: 2,
    lookMs: 1_000,
    onLookFailed: (error) => failed.push(error),
  })
  const stopping = new AbortController()
  const ended = dispatcher.run((turn) => Promise.resolve(void started.push(turn.wijk)), stopping.signal)
  await passMs(0)
  expect(failed).toHaveLength(1)
  answers = () => Promise.resolve([{ wijk, priority: 'editor', why: 'revision' }])
  await passMs(1_000)
  expect(started[0]).toBe(wijk)
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

test('before a target opens nobody starts, and who waits meanwhile is in line once', async () => {
  setUp()
  const wijk = parseWijkId('wijk0000000a')
  const started: number[] = []
  let opensAt = Date.now() + 20_000
  const dispatcher = createLocalDispatcher({
    due: () => Promise.resolve([]),
    slots: 2,
    lookMs: 1_000,
    quota: { opensAt: () => opensAt },
  })
  const stopping = new AbortController()
  const began = Date.now()
  const ended = dispatcher.run(() => {
    started.push(Date.now() - began)
    opensAt = Date.now() + 20_000
    return Promise.resolve()
  }, stopping.signal)
  for (let hints = 0; hints < 3; hints++) {
    dispatcher.hint(wijk, 'editor')
    await passMs(1_000)
  }
  expect(dispatcher.line().map((turn) => turn.wijk)).toEqual([wijk])
  expect(started).toEqual([])
  await passMs(60_000)
  expect(started).toEqual([20_000])
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

test('who comes by the clock waits for a part of the quota that is kept for editors; an editor does not', async () => {
  setUp()
  const [byClock, edited] = [parseWijkId('wijk0000000a'), parseWijkId('wijk0000000b')]
  const opensForOthers = Date.now() + 20_000
  const dispatcher = createLocalDispatcher({
    due: () => Promise.resolve([]),
    slots: 2,
    lookMs: 60_000,
    quota: { opensAt: (_place, priority) => (priority === 'editor' ? 0 : opensForOthers) },
  })
  const stopping = new AbortController()
  const started: WijkId[] = []
  const ended = dispatcher.run((turn) => {
    started.push(turn.wijk)
    // Also when it is tried again.
    return started.length === 1 ? Promise.reject(new Error('hik')) : Promise.resolve()
  }, stopping.signal)
  await passMs(0)
  dispatcher.hint(byClock, 'fan-out')
  dispatcher.hint(edited, 'editor')
  await passMs(19_000)
  expect(started).toEqual([edited, edited])
  await passMs(1_000)
  expect(started).toEqual([edited, edited, byClock])
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

test('a target that asks to come back later is no failure, and is asked again at that very moment', async () => {
  setUp()
  const wijk = parseWijkId('wijk0000000a')
  const due: Due = { wijk, priority: 'editor', why: 'revision' }
  const started: number[] = []
  const failed: unknown[] = []
  const began = Date.now()
  const dispatcher = createLocalDispatcher({
    due: () => Promise.resolve(started.length < 2 ? [due] : []),
    slots: 2,
    lookMs: 1_000,
    onFailed: (_, error) => failed.push(error),
  })
  const stopping = new AbortController()
  const ended = dispatcher.run(() => {
    started.push(Date.now() - began)
    return started.length === 1
      ? Promise.reject(new TargetWaitsError('netlify', new Date(began + 7_300)))
      : Promise.resolve()
  }, stopping.signal)
  await passMs(5_000)
  expect(dispatcher.progress(wijk)).toMatchObject({ isActive: false, attempts: 0, lastError: null })
  expect(dispatcher.line()[0]).toMatchObject({ wijk, priority: 'editor', notBefore: began + 7_300 })
  await passMs(10_000)
  expect(started).toEqual([0, 7_300])
  expect(failed).toEqual([])
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

test('the clock put back: it looks at once, and neither a back-off, a gap nor a moment to come waits for the old time', async () => {
  setUp()
  const [fails, apart, timed] = [
    parseWijkId('wijk0000000a'),
    parseWijkId('wijk0000000b'),
    parseWijkId('wijk0000000c'),
  ]
  let now = Date.parse('2026-11-26T12:00:00.000Z')
  let looks = 0
  let due: Due[] = [{ wijk: fails, priority: 'editor', why: 'revision' }]
  let validUntil: number | null = null
  const started: WijkId[] = []
  const dispatcher = createLocalDispatcher({
    due() {
      looks++
      return Promise.resolve(due)
    },
    byTheClock: {
      outdated: () => (validUntil !== null && validUntil <= now ? [timed] : []),
      nextAt: () => (validUntil !== null && validUntil > now ? validUntil : null),
    },
    slots: 4,
    lookMs: 1_000,
    gapMs: 20_000,
    backoffMs: () => 60_000,
    now: () => now,
  })
  const pass = async (ms: number) => {
    now += ms
    await passMs(ms)
  }
  const stopping = new AbortController()
  const ended = dispatcher.run(({ wijk }) => {
    started.push(wijk)
    return wijk === fails ? Promise.reject(new Error('hik')) : Promise.resolve()
  }, stopping.signal)
  await pass(0)
  dispatcher.hint(apart, 'editor')
  await pass(1_000)
  expect(started).toEqual([fails, apart])

  now -= 60 * 60_000
  looks = 0
  started.length = 0
  due = [...due, { wijk: apart, priority: 'editor', why: 'revision' }]
  await pass(1_000)
  expect(looks).toBe(1)
  expect(started.toSorted()).toEqual([fails, apart])
  expect(dispatcher.progress(fails).failingSince).toBeLessThanOrEqual(now)
  due = []
  validUntil = now + 700
  await pass(1_000)
  expect(looks).toBe(2)
  await pass(1_000)
  expect(started).toContain(timed)
  stopping.abort()
  await pass(0)
  await ended
  tearDown()
})

test('with so many wijken that a look takes long, looks leave the CMS nineteen parts of its time', async () => {
  setUp()
  const stopping = new AbortController()
  const { promise: slow, resolve } = Promise.withResolvers<void>()
  let looks = 0
  const dispatcher = createLocalDispatcher({
    async due() {
      if (++looks === 1) await slow
      return []
    },
    slots: 2,
    lookMs: 1_000,
  })
  const ended = dispatcher.run(() => Promise.resolve(), stopping.signal)
  await passMs(200)
  resolve()
  await passMs(3_700)
  expect(looks).toBe(1)
  await passMs(200)
  expect(looks).toBe(2)
  // The second took no time.
  await passMs(1_000)
  expect(looks).toBe(3)
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

test('while a look takes longer than the time between two, the dispatcher sleeps', async () => {
  setUp()
  let turns = 0
  const dispatcher = createLocalDispatcher({
    due: () => new Promise((resolve) => setTimeout(() => resolve([]), 5_000)),
    slots: 2,
    lookMs: 1_000,
    now: () => (turns++, Date.now()),
  })
  const stopping = new AbortController()
  const ended = dispatcher.run(() => Promise.resolve(), stopping.signal)
  await passMs(4_500)
  expect(turns).toBeLessThan(100)
  stopping.abort()
  await passMs(1_000)
  await ended
  tearDown()
})

test('a publish that only kept up with the clock ends no failure: what was published goes on failing, since when it did, later and later', async () => {
  setUp()
  const wijk = parseWijkId('wijk0000000a')
  let isBehind = true
  let fails = true
  let starts = 0
  const dispatcher = createLocalDispatcher({
    due: () => Promise.resolve(isBehind ? [{ wijk, priority: 'editor', why: 'revision' }] : []),
    isBehind: () => () => isBehind,
    slots: 2,
    lookMs: 1_000,
    backoffMs: (failures) => 100 * 2 ** failures,
  })
  const stopping = new AbortController()
  const since = Date.now()
  const ended = dispatcher.run(() => {
    starts++
    return fails ? Promise.reject(new Error('stuk')) : Promise.resolve()
  }, stopping.signal)
  await passMs(250)
  expect(dispatcher.progress(wijk)).toMatchObject({ attempts: 2, failingSince: since })
  fails = false
  await passMs(400)
  expect(starts).toBe(3)
  expect(dispatcher.progress(wijk)).toMatchObject({ attempts: 2, failingSince: since })
  fails = true
  await passMs(400)
  expect(dispatcher.progress(wijk)).toMatchObject({ attempts: 3, failingSince: since })
  isBehind = false
  fails = false
  dispatcher.hint(wijk, 'editor')
  await passMs(0)
  expect(dispatcher.progress(wijk)).toMatchObject({ attempts: 0, failingSince: null })
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

test('pages that run out while their wijk is published are made at the end of it, and not at the next look', async () => {
  setUp()
  const wijk = parseWijkId('wijk0000000a')
  const began = Date.now()
  let validUntil = began + 1_000
  const started: [number, string][] = []
  const dispatcher = createLocalDispatcher({
    due: () => Promise.resolve([]),
    byTheClock: {
      outdated: () => (validUntil <= Date.now() ? [wijk] : []),
      nextAt: () => (validUntil > Date.now() ? validUntil : null),
    },
    slots: 2,
    lookMs: 60_000,
  })
  const stopping = new AbortController()
  const ended = dispatcher.run(async ({ why }) => {
    started.push([Date.now() - began, why])
    if (why === 'time') validUntil = Infinity
    else await new Promise((resolve) => setTimeout(resolve, 1_500))
  }, stopping.signal)
  await passMs(0)
  dispatcher.hint(wijk, 'editor')
  await passMs(10_000)
  expect(started).toEqual([
    [0, 'hint'],
    [1_500, 'time'],
  ])
  stopping.abort()
  await passMs(0)
  await ended
  tearDown()
})

/** What may happen to a dispatcher, in any order. */
type Event =
  | { readonly kind: 'publish'; readonly wijk: number }
  | { readonly kind: 'format' }
  | { readonly kind: 'end'; readonly nth: number; readonly isGood: boolean }
  | { readonly kind: 'pass'; readonly ms: number }

const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('publish' as const), wijk: fc.nat({ max: 7 }) }),
    fc.record({ kind: fc.constant('format' as const) }),
    fc.record({ kind: fc.constant('end' as const), nth: fc.nat({ max: 3 }), isGood: fc.boolean() }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 3_000 }) }),
  ),
  { maxLength: 60 },
)

test('law: whatever happens, one publish per wijk at a time, a slot kept for editors, and all becomes live', async () => {
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 1, max: 4 }), async (happenings: Event[], slots) => {
      setUp()
      try {
        const { wanted, live } = await after(happenings, slots)
        expect(live).toEqual(wanted)
      } finally {
        tearDown()
      }
    }),
    { numRuns: 150 },
  )
})

/** What is wanted and live when all that was begun has ended well. */
async function after(happenings: readonly Event[], slots: number) {
  const wijken = Array.from({ length: 8 }, (_, n) => parseWijkId(`wijk0000000${n}`))
  const wanted = new Map<WijkId, number>(wijken.map((wijk) => [wijk, 0]))
  const live = new Map<WijkId, number>(wijken.map((wijk) => [wijk, 0]))
  const running: { readonly turn: Waiting; readonly end: (isGood: boolean) => void }[] = []
  const stopping = new AbortController()
  const dispatcher = createLocalDispatcher({
    due: () =>
      Promise.resolve(
        wijken
          .filter((wijk) => live.get(wijk)! < wanted.get(wijk)!)
          .map((wijk): Due => ({ wijk, priority: 'bulk', why: 'format' })),
      ),
    slots,
    lookMs: 1_000,
    backoffMs: (failures) => 100 * 2 ** Math.min(failures, 5),
  })
  const ended = dispatcher.run((turn) => {
    expect(running.map((each) => each.turn.wijk)).not.toContain(turn.wijk)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const revision = wanted.get(turn.wijk)!
    running.push({
      turn,
      end(isGood) {
        if (isGood) live.set(turn.wijk, revision)
        if (isGood) resolve()
        else reject(new Error('op verzoek'))
      },
    })
    expect(running.length).toBeLessThanOrEqual(slots)
    const others = running.filter((each) => each.turn.priority !== 'editor').length
    expect(others).toBeLessThanOrEqual(Math.max(1, slots - 1))
    return promise
  }, stopping.signal)

  for (const event of happenings) {
    switch (event.kind) {
      case 'publish': {
        const wijk = wijken[event.wijk]!
        wanted.set(wijk, wanted.get(wijk)! + 1)
        dispatcher.hint(wijk, 'editor')
        break
      }
      case 'format':
        for (const wijk of wijken) wanted.set(wijk, wanted.get(wijk)! + 1)
        dispatcher.look()
        break
      case 'end':
        running.splice(event.nth, 1)[0]?.end(event.isGood)
        break
      case 'pass':
        await passMs(event.ms)
        break
    }
    await passMs(0)
  }
  for (let rounds = 0; rounds < 100 && running.length + dispatcher.line().length > 0; rounds++) {
    for (const { end } of running.splice(0)) end(true)
    await passMs(1_000)
  }
  stopping.abort()
  await passMs(0)
  await ended
  return { wanted, live }
}
