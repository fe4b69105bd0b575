/** What every dispatcher must do, whatever it keeps its line in: one description that each of them runs. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import type { Dispatcher, Due, Waiting } from '@wijkpers/publishing'

/** What the description asks of a dispatcher that it makes. Times in milliseconds. */
export interface DispatcherOptions {
  readonly due: () => Promise<readonly Due[]>
  readonly byTheClock: { outdated(): readonly WijkId[]; nextAt(): number | null }
  readonly slots: number
  readonly lookMs: number
  readonly gapMs: number
  readonly backoffMs: (failures: number) => number
}

export interface DispatcherWorld {
  readonly make: (options: DispatcherOptions) => Dispatcher
  /** Lets this much time pass for the dispatcher, and what it does in it be done. */
  readonly passMs: (ms: number) => Promise<void>
  /** Before and after each test: a clock that is passed on by hand needs both. */
  readonly setUp?: () => void
  readonly tearDown?: () => void
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => parseWijkId(`wijk0000000${letter}`)) as [
  WijkId,
  WijkId,
  WijkId,
  WijkId,
]
const bulk = (wijk: WijkId): Due => ({ wijk, priority: 'bulk', why: 'format' })

/** Long enough for a dispatcher to act on a hint, in milliseconds. */
const AT_ONCE_MS = 40

/** The contract of the Dispatcher port. */
export function describeDispatcher(name: string, { make, passMs, setUp, tearDown }: DispatcherWorld): void {
  const stops: (() => Promise<void>)[] = []

  /** A dispatcher whose publishes end when the test says so, and what is due. */
  async function aDispatcher(options: Partial<DispatcherOptions> = {}) {
    const due = new Map<WijkId, Due>()
    const validUntil = new Map<WijkId, number>()
    const turns: Waiting[] = []
    const running = new Map<WijkId, PromiseWithResolvers<void>>()
    const stopping = new AbortController()
    const dispatcher = make({
      due: () => Promise.resolve([...due.values()]),
      byTheClock: {
        outdated: () => [...validUntil.keys()].filter((wijk) => validUntil.get(wijk)! <= Date.now()),
        nextAt() {
          const next = Math.min(...[...validUntil.values()].filter((at) => at > Date.now()))
          return next === Infinity ? null : next
        },
      },
      slots: 2,
      lookMs: 1_000,
      gapMs: 0,
      backoffMs: (failures) => 500 * 2 ** failures,
      ...options,
    })
    const ended = dispatcher.run((turn) => {
      if (running.has(turn.wijk)) throw new Error(`${turn.wijk} is published twice at the same moment`)
      turns.push(turn)
      const publish = Promise.withResolvers<void>()
      running.set(turn.wijk, publish)
      return publish.promise
    }, stopping.signal)
    const end = async (wijk: WijkId, error?: Error) => {
      const publish = running.get(wijk)
      if (!publish) throw new Error(`${wijk} is not being published`)
      running.delete(wijk)
      if (error) publish.reject(error)
      else {
        due.delete(wijk)
        if ((validUntil.get(wijk) ?? 0) <= Date.now()) validUntil.delete(wijk)
        publish.resolve()
      }
      await passMs(AT_ONCE_MS)
    }
    stops.push(async () => {
      stopping.abort()
      for (const publish of running.values()) publish.resolve()
      await passMs(AT_ONCE_MS)
      await ended
    })
    await passMs(AT_ONCE_MS)
    return {
      dispatcher,
      due,
      validUntil,
      turns,
      started: () => turns.map(({ wijk }) => wijk),
      isRunning: (wijk: WijkId) => running.has(wijk),
      hint: async (...wijken: WijkId[]) => {
        for (const wijk of wijken) dispatcher.hint(wijk, 'editor')
        await passMs(AT_ONCE_MS)
      },
      /** Found by a look, as all wijken are when there is a new site format. */
      findDue: async (...wijken: WijkId[]) => {
        for (const wijk of wijken) due.set(wijk, bulk(wijk))
        dispatcher.look()
        await passMs(AT_ONCE_MS)
      },
      end,
      stop: () => stopping.abort(),
      ended,
    }
  }

  describe(`dispatcher: ${name}`, () => {
    beforeEach(() => setUp?.())
    afterEach(async () => {
      for (const stop of stops.splice(0)) await stop()
      tearDown?.()
    })

    test('a hint starts a publish at once', async () => {
      const { hint, turns } = await aDispatcher()
      await hint(a)
      expect(turns).toMatchObject([{ wijk: a, priority: 'editor', why: 'hint' }])
    })

    test('ten hints during a publish make one more publish, not ten', async () => {
      const { hint, started, end } = await aDispatcher()
      await hint(a)
      await hint(...Array.from({ length: 10 }, () => a))
      expect(started()).toEqual([a])
      await end(a)
      await passMs(1_500)
      expect(started()).toEqual([a, a])
      await end(a)
      await passMs(1_500)
      expect(started()).toEqual([a, a])
    })

    test('a lost hint costs one look', async () => {
      const { due, started } = await aDispatcher()
      due.set(b, { wijk: b, priority: 'editor', why: 'revision' })
      await passMs(1_100)
      expect(started()).toEqual([b])
    })

    test('what is no longer right by the clock starts at that very moment, without asking anybody', async () => {
      const options = {
        lookMs: 60_000,
        due: () => Promise.reject(new Error('de redactie geeft geen antwoord')),
      }
      const { validUntil, turns, started, hint, end } = await aDispatcher(options)
      validUntil.set(b, Date.now() + 600)
      validUntil.set(c, Date.now() + 800)
      // A wijk that was just published may be right for a shorter time than any other.
      await hint(a)
      validUntil.set(a, Date.now() + 300)
      await end(a)
      await passMs(200)
      expect(started()).toEqual([a])
      await passMs(100)
      expect(turns[1]).toMatchObject({ wijk: a, priority: 'fan-out', why: 'time' })
      await end(a)
      await passMs(250)
      expect(started()).toEqual([a, a, b])
      await end(b)
      await passMs(200)
      expect(started()).toEqual([a, a, b, c])
      await end(c)
    })

    test('an editor goes before all that ended at midnight, and finds a slot free', async () => {
      const { validUntil, hint, started, end, dispatcher } = await aDispatcher({ lookMs: 300 })
      for (const wijk of [b, c, d]) validUntil.set(wijk, Date.now() + 50)
      await passMs(400)
      expect(started()).toEqual([b])
      expect(dispatcher.line()).toHaveLength(2)
      await hint(a)
      expect(started()).toEqual([b, a])
      await end(a)
      await end(b)
      expect(started()).toEqual([b, a, c])
      await end(c)
      await end(d)
    })

    test('a wijk that fails is tried again later and later, says so, and delays nobody', async () => {
      const { dispatcher, hint, due, turns, started, end } = await aDispatcher()
      due.set(a, { wijk: a, priority: 'editor', why: 'revision' })
      await hint(a)
      await end(a, new Error('kapot'))
      const progress = dispatcher.progress(a)
      expect(progress).toMatchObject({ attempts: 1, isActive: false, lastError: new Error('kapot') })
      expect(progress.nextTryAt).toBe(dispatcher.line()[0]?.notBefore)
      expect(progress.failingSince).toBeLessThan(progress.nextTryAt!)
      await hint(b)
      await end(b)
      expect(started()).toEqual([a, b])
      await passMs(1_000)
      // After a hiccup its editor still goes before who waits for nothing; what goes on failing does not.
      expect(turns[2]).toMatchObject({ wijk: a, why: 'revision', priority: 'editor' })
      await end(a, new Error('weer'))
      expect(dispatcher.progress(a)).toMatchObject({ attempts: 2, failingSince: progress.failingSince })
      await passMs(1_800)
      expect(started()).toHaveLength(3)
      await passMs(200)
      expect(turns[3]).toMatchObject({ wijk: a, priority: 'fan-out' })
      await end(a)
      expect(dispatcher.progress(a)).toMatchObject({ attempts: 0, failingSince: null, nextTryAt: null })
    })

    test('a new edit does not wait for the back-off: it may be the cure', async () => {
      const { hint, started, end } = await aDispatcher()
      await hint(a)
      await passMs(300)
      await end(a, new Error('kapot'))
      await hint(a)
      expect(started()).toEqual([a, a])
    })

    test('a failure is over when its wijk is not due any more', async () => {
      const { dispatcher, findDue, due, started, end } = await aDispatcher()
      await findDue(a)
      await end(a, new Error('de nieuwe sitevorm is stuk'))
      due.clear()
      await passMs(3_000)
      expect(started()).toEqual([a])
      expect(dispatcher.progress(a)).toMatchObject({ attempts: 0, nextTryAt: null })
      expect(dispatcher.line()).toEqual([])
    })

    test('an editor goes before a look that found everything due, and finds a slot free', async () => {
      const { hint, findDue, started, end } = await aDispatcher()
      await findDue(b, c)
      expect(started()).toEqual([b])
      await hint(a)
      expect(started()).toEqual([b, a])
      await end(b)
      await end(a)
      expect(started()).toEqual([b, a, c])
    })

    test('what an editor does in a wijk that waits for a new format takes it to the front', async () => {
      const { dispatcher, hint, findDue, turns } = await aDispatcher()
      await findDue(a, b, c)
      expect(dispatcher.line().map(({ wijk }) => wijk)).toEqual([b, c])
      await hint(c)
      expect(turns.at(-1)).toMatchObject({ wijk: c, priority: 'editor' })
      expect(dispatcher.line().map(({ wijk }) => wijk)).toEqual([b])
    })

    test('publishes that take long leave their slots to others, but never more of them than there are slots', async () => {
      const { dispatcher, hint, findDue, started, isRunning, end } = await aDispatcher()
      await hint(a, b)
      await findDue(c)
      expect(started()).toEqual([a, b])
      for (const wijk of [a, b]) dispatcher.stepAside(wijk)
      await findDue(c)
      await hint(d)
      expect(started()).toEqual([a, b, c, d])
      // Each wijk is published once at a time, also without a slot.
      await hint(a)
      expect(started()).toHaveLength(4)
      dispatcher.stepAside(c)
      await findDue(b)
      expect(started()).toHaveLength(4)
      for (const wijk of [a, b, c, d]) await end(wijk)
      expect(started().filter((wijk) => wijk === a)).toHaveLength(2)
      expect(isRunning(a)).toBe(true)
    })

    test('with one slot bulk still gets its turn', async () => {
      const { findDue, started } = await aDispatcher({ slots: 1 })
      await findDue(a)
      expect(started()).toEqual([a])
    })

    test.each([1, 2, 3])('editors who never stop publishing do not stop bulk: %i slots', async (slots) => {
      const { hint, findDue, isRunning, end } = await aDispatcher({ slots })
      const editors = [a, b, c, d].slice(0, slots + 1)
      await hint(...editors)
      const [waiting] = [parseWijkId('wijk0000bulk')]
      await findDue(waiting)
      for (let publishes = 0; publishes < 12 && !isRunning(waiting); publishes++) {
        const next = editors.find(isRunning)
        await end(next!)
        await hint(next!)
      }
      expect(isRunning(waiting)).toBe(true)
    })

    test('fan-out goes before bulk', async () => {
      const { dispatcher, findDue, started, end } = await aDispatcher()
      await findDue(a, b)
      dispatcher.hint(c, 'fan-out')
      await end(a)
      expect(started()).toEqual([a, c])
    })

    test('what is not due any more is not published', async () => {
      const { dispatcher, due, findDue, started, end } = await aDispatcher()
      await findDue(a, b)
      due.delete(b)
      dispatcher.look()
      await passMs(AT_ONCE_MS)
      await end(a)
      await passMs(1_500)
      expect(started()).toEqual([a])
    })

    test('ten publishes within a second make two releases, the second soon after the last', async () => {
      const { hint, started, end, isRunning } = await aDispatcher()
      for (let hints = 0; hints < 10; hints++) {
        await hint(a)
        if (isRunning(a)) await end(a)
        await passMs(100 - 2 * AT_ONCE_MS)
      }
      expect(started().length).toBeLessThanOrEqual(2)
      await passMs(300)
      expect(started()).toEqual([a, a])
    })

    test('two publishes of one wijk are at least a gap apart; those of another one do not wait for it', async () => {
      const { hint, started, end } = await aDispatcher({ gapMs: 5_000 })
      await hint(a)
      await end(a)
      await passMs(2_000)
      await hint(a, b)
      expect(started()).toEqual([a, b])
      await passMs(2_700)
      expect(started()).toEqual([a, b])
      await passMs(400)
      expect(started()).toEqual([a, b, a])
    })

    test('stopping waits for the publish in flight and starts no other', async () => {
      const { hint, started, end, stop, ended } = await aDispatcher()
      await hint(a)
      stop()
      await hint(b)
      await end(a)
      await ended
      expect(started()).toEqual([a])
    })
  })
}
