import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Receipt } from './receipt.ts'
import { createReceiptWatch, type Observation } from './watch.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T13:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A CMS and a browser tab that the test holds in its hands. */
function aWorld() {
  let answer: Receipt | null | Error = null
  let looks = 0
  let wake = () => {}
  const tab = {
    hidden: false,
    addEventListener: (_type: string, listener: () => void) => void (wake = listener),
    removeEventListener: () => void (wake = () => {}),
  }
  const load = () => {
    looks += 1
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ receipt: answer, plan: null })
  }
  const watch = createReceiptWatch({ load, tab: tab as unknown as Document })
  return {
    watch,
    answers(next: Receipt | null | Error) {
      answer = next
    },
    setHidden(hidden: boolean) {
      tab.hidden = hidden
      wake()
    },
    /** How many looks there are in this time. */
    async looksIn(ms: number) {
      const before = looks
      await vi.advanceTimersByTimeAsync(ms)
      return looks - before
    },
  }
}

function aReceipt(state: Receipt['state'], changedAt = new Date()): Receipt {
  const nothing = {
    renderedAt: null,
    liveAt: null,
    nextTryAt: null,
    nextTryInMs: null,
    waitsFor: null,
    url: null,
    hasSite: true,
    error: null,
    held: null,
  }
  return { state, changedAt, pages: null, durationMs: null, ...nothing }
}

function seen(observation: Observation) {
  if (observation.kind !== 'seen') throw new Error(`nothing seen yet: ${observation.kind}`)
  return observation
}

test('a change on its way is looked at several times a second, a live one now and then', async () => {
  const world = aWorld()
  world.answers(aReceipt('received'))
  world.watch.listen(() => {})
  expect(await world.looksIn(3_000)).toBeGreaterThanOrEqual(9)
  world.answers(aReceipt('live'))
  await world.looksIn(300)
  expect(await world.looksIn(10_000)).toBe(2)
})

test('a publisher that stays away is not asked after as if it were there', async () => {
  const world = aWorld()
  world.answers(aReceipt('received'))
  world.watch.listen(() => {})
  await world.looksIn(60_000)
  expect(await world.looksIn(10_000)).toBe(5)
})

test('saving or publishing makes it look at once', async () => {
  const world = aWorld()
  world.answers(aReceipt('live'))
  world.watch.listen(() => {})
  await world.looksIn(1_000)
  world.answers(aReceipt('received'))
  world.watch.look()
  await world.looksIn(1)
  expect(seen(world.watch.current()).receipt?.state).toBe('received')
})

test('a hidden tab does not look, and looks again when it is shown', async () => {
  const world = aWorld()
  world.answers(aReceipt('received'))
  world.watch.listen(() => {})
  await world.looksIn(1_000)
  world.setHidden(true)
  expect(await world.looksIn(20_000)).toBe(0)
  world.setHidden(false)
  expect(await world.looksIn(1_000)).toBeGreaterThan(2)
})

test('nobody looks when nobody listens', async () => {
  const world = aWorld()
  world.answers(aReceipt('received'))
  const stop = world.watch.listen(() => {})
  await world.looksIn(1_000)
  stop()
  expect(await world.looksIn(60_000)).toBe(0)
})

test('the time that a change waits counts from the change, and starts again with the next one', async () => {
  const world = aWorld()
  world.answers(aReceipt('received', new Date(Date.now() - 20_000)))
  world.watch.listen(() => {})
  await world.looksIn(1)
  expect(seen(world.watch.current()).waitedMs).toBeGreaterThanOrEqual(20_000)
  world.answers(aReceipt('received'))
  await world.looksIn(300)
  expect(seen(world.watch.current()).waitedMs).toBeLessThan(1_000)
})

test('a server whose clock is ahead does not keep an editor waiting for the calm sentence', async () => {
  const world = aWorld()
  world.answers(aReceipt('received', new Date(Date.now() + 3_600_000)))
  world.watch.listen(() => {})
  await world.looksIn(12_000)
  expect(seen(world.watch.current()).waitedMs).toBeGreaterThanOrEqual(10_000)
})

test('a look that fails keeps what was seen, and looking goes on', async () => {
  const world = aWorld()
  world.answers(new Error('no connection'))
  world.watch.listen(() => {})
  await world.looksIn(1)
  expect(world.watch.current().kind).toBe('unknown')
  world.answers(aReceipt('live'))
  await world.looksIn(2_000)
  world.answers(new Error('no connection'))
  await world.looksIn(5_000)
  expect(seen(world.watch.current())).toMatchObject({ isStale: true, receipt: { state: 'live' } })
  world.answers(aReceipt('live'))
  await world.looksIn(2_000)
  expect(seen(world.watch.current()).isStale).toBe(false)
})
