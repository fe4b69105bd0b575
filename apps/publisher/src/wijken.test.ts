import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Slug, WijkId } from '@wijkpers/content'
import { InvalidContentError } from '@wijkpers/content/strapi'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import type { FirstSite, Progress } from '@wijkpers/publishing'
import type { ReceiptRecord } from './receipts/receipts.ts'
import { openStore } from '@wijkpers/releases'
import type { Verified } from './quiet-hours/verified.ts'
import { createWijken } from './wijken.ts'

const id = 'molenwijk0001' as WijkId
const NOON = '2026-11-22T12:00:00.000Z'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const atRest: Progress = {
  isActive: false,
  attempts: 0,
  failingSince: null,
  lastError: null,
  nextTryAt: null,
}
const failing: Progress = {
  ...atRest,
  attempts: 2,
  failingSince: 59_000,
  lastError: new Error('stuk'),
  nextTryAt: 60_000,
}

/** Molenwijk with revision 5 wanted, as the status shows it. */
async function statusWith({
  live,
  progress,
  newest,
  afterReceipts = progress,
  verdict = null,
}: {
  live: number
  progress: Progress
  newest: ReceiptRecord['state']
  /** How far it is once its receipts were read. */
  afterReceipts?: Progress
  verdict?: Verified | null
}) {
  let now = progress
  const site: FirstSite = {
    release: live,
    revision: live,
    changedAt: null,
    format: '1',
    validity: { from: NOON, until: null },
    rollback: null,
    host: 'x',
    files: new Map(),
  }
  const wijken = createWijken({
    cms: {
      wijken: () =>
        Promise.resolve([
          {
            id,
            slug: 'molenwijk' as Slug,
            wanted: 5,
            awaited: 5,
            changedAt: '',
            live,
            release: live,
            held: null,
            targets: null,
          },
        ]),
    },
    target: { live: () => site, everyLive: () => () => site, outdated: () => [], nextOutdated: () => null },
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
  })
  const receipts = {
    newest() {
      now = afterReceipts
      return Promise.resolve({ record: { state: newest } as ReceiptRecord, lastLiveAt: null })
    },
  }
  const [status] = await wijken.statusesOf(await wijken.newest(), {
    dispatcher: { progress: () => now, line: () => [] },
    receipts,
    verified: { of: () => Promise.resolve(verdict) },
    deliveries: { isPending: () => false, standing: () => () => Promise.resolve([]) },
  })
  const { state, attempts, lastError, isWrong } = status!
  return { state, attempts, isExplained: lastError !== null, ...(verdict && { isWrong }) }
}

test('a wijk that came through is live without the failures before, also while the CMS is still being told', async () => {
  const fine = { state: 'live', attempts: 0, isExplained: false }
  expect(await statusWith({ live: 5, progress: { ...failing, isActive: true }, newest: 'live' })).toEqual(
    fine,
  )
  expect(await statusWith({ live: 5, progress: atRest, newest: 'live' })).toEqual(fine)
})

test('a wijk that fails says why until it comes through, also while it is tried again', async () => {
  const wrong = { attempts: 2, isExplained: true }
  expect(await statusWith({ live: 4, progress: failing, newest: 'failed' })).toEqual({
    state: 'failed',
    ...wrong,
  })
  expect(
    await statusWith({ live: 4, progress: { ...failing, isActive: true }, newest: 'rendering' }),
  ).toEqual({ state: 'rendering', ...wrong })
})

test('a publish that fails just when somebody asks is told with its reason', async () => {
  const first = { ...failing, attempts: 1 }
  expect(
    await statusWith({
      live: 4,
      progress: { ...atRest, isActive: true },
      newest: 'failed',
      afterReceipts: first,
    }),
  ).toEqual({ state: 'failed', attempts: 1, isExplained: true })
})

test('the receipt of the publish before does not make a wijk live that has just been published', async () => {
  const { state } = await statusWith({ live: 4, progress: { ...atRest, isActive: true }, newest: 'live' })
  expect(state).toBe('received')
})

test('by the clock it starts in the very millisecond, from store to dispatcher, with a CMS that does not answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-by-the-clock-'))
  vi.useFakeTimers({ now: Date.parse(NOON), toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  const store = openStore(folder)
  onTestFinished(() => {
    vi.useRealTimers()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const target = createEmbeddedTarget({ store, filesUrl: 'http://127.0.0.1:9' })
  const publishUntil = (wijk: WijkId, base: number, until: string | null) => {
    const site = { site: wijk, host: `${wijk}.localhost`, slug: wijk, name: wijk, base, remove: [] }
    const put = base === 0 ? [{ path: 'index.html', hash: sha256('x'), size: 1 }] : []
    const validity = { from: new Date().toISOString(), until }
    store.commit({ ...site, put, revision: 1, format: '1', validity })
  }
  await store.putObjects([{ hash: sha256('x'), body: Buffer.from('x') }])
  const [soon, midnight, after] = [
    '2026-11-22T12:00:07.311Z',
    '2026-11-22T23:00:00.000Z',
    '2026-11-22T23:00:00.001Z',
  ]
  const [a, b, c] = ['wijk0000000a', 'wijk0000000b', 'wijk0000000c'] as [WijkId, WijkId, WijkId]
  publishUntil(a, 0, soon)
  publishUntil(b, 0, midnight)
  publishUntil(c, 0, after)
  const wijken = createWijken({
    cms: { wijken: () => Promise.reject(new Error('weg')) },
    target,
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(),
    isWrong: () => false,
  })
  const started: [WijkId, string, string][] = []
  const stopping = new AbortController()
  const dispatcher = createLocalDispatcher({
    due: () => wijken.due(),
    byTheClock: wijken.byTheClock,
    slots: 3,
    lookMs: 600_000,
  })
  const ended = dispatcher.run(({ wijk, why }) => {
    started.push([wijk, why, new Date().toISOString()])
    publishUntil(wijk, store.current(wijk)!.release, started.length === 1 ? midnight : null)
    return Promise.resolve()
  }, stopping.signal)
  await vi.advanceTimersByTimeAsync(Date.parse(after) - Date.parse(NOON))
  stopping.abort()
  await vi.advanceTimersByTimeAsync(1)
  await ended
  const [first, ...others] = started.map((turn) => turn.join(' '))
  expect(first).toBe(`${a} time ${soon}`)
  // At one moment the order is nobody's promise.
  expect(new Set(others)).toEqual(
    new Set([`${a} time ${midnight}`, `${b} time ${midnight}`, `${c} time ${after}`]),
  )
  expect(others).toHaveLength(3)
})

test('by the clock nobody is due of whom nothing can be made: who is held, or whom a CMS that was put back never knew', async () => {
  const wijk = { id, slug: 'molenwijk' as Slug, wanted: 5, awaited: 5, changedAt: NOON, live: 5, release: 5 }
  const held = { release: 4, revision: 4, by: 'Joke', since: NOON, why: 'fout' }
  const [unknown, heldThere] = ['wijk0000000b', 'wijk0000000c'] as [WijkId, WijkId]
  const wijken = createWijken({
    cms: {
      wijken: () =>
        Promise.resolve([
          { ...wijk, held: null, targets: null },
          { ...wijk, id: heldThere, held, targets: null },
        ]),
    },
    target: {
      live: () => null,
      everyLive: () => () => null,
      outdated: () => [id, unknown, heldThere],
      nextOutdated: () => null,
    },
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
  })
  // Before the CMS ever answered each of them may be one of its wijken.
  expect(wijken.byTheClock.outdated()).toEqual([id, unknown, heldThere])
  await wijken.refresh()
  expect(wijken.byTheClock.outdated()).toEqual([id])
})

test('a wijk that the CMS tells in a way that cannot be read fails, and keeps no other from being looked at', async () => {
  const wijk = { id, slug: 'molenwijk' as Slug, wanted: 5, awaited: 5, changedAt: NOON, live: 5, release: 5 }
  const broken = 'wijk0000000b' as WijkId
  const told: unknown[] = []
  let isMended = false
  const wijken = createWijken({
    cms: {
      wijken(onUnreadable) {
        if (!isMended) onUnreadable?.(broken, new InvalidContentError('held.by Invalid input'))
        return Promise.resolve([{ ...wijk, held: null, targets: null }])
      },
    },
    target: { live: () => null, everyLive: () => () => null, outdated: () => [], nextOutdated: () => null },
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
    onUnreadable: (...of) => told.push(of),
  })
  expect(await wijken.due()).toMatchObject([{ wijk: id }])
  const [since] = wijken.failing().map((each) => each.since)
  await wijken.refresh()
  const error = expect.objectContaining({ message: 'held.by Invalid input' }) as Error
  expect(wijken.failing()).toEqual([{ wijk: broken, target: null, since, error }])
  expect(told).toEqual([[broken, error]])
  isMended = true
  await wijken.refresh()
  expect(wijken.failing()).toEqual([])
})

test('what is online and not told yet keeps no editor waiting, and is told once at a time', async () => {
  expect(await dueOf({ told: 4 })).toEqual([{ wijk: id, priority: 'fan-out', why: 'untold' }])
  expect(await dueOf({ told: 4, isOnItsWay: true })).toEqual([])
})

interface Numbers {
  awaited?: number
  live?: number
  /** What the CMS knows to be live. */
  told?: number
  isOnItsWay?: boolean
  validity?: FirstSite['validity']
  changedAt?: string | null
  host?: string
  whyDue?: 'format' | null
}

/** Which are due of a wijk of which revision 5 is wanted, since noon. */
const dueOf = (numbers: Numbers) => wijkenOf(numbers).due(() => numbers.isOnItsWay ?? false)

function wijkenOf(numbers: Numbers) {
  const { awaited = 5, live = 5, validity = { from: NOON, until: null }, changedAt = null } = numbers
  const { host = 'x', whyDue = null, told = live } = numbers
  const site: FirstSite = {
    release: 5,
    revision: live,
    changedAt,
    format: '1',
    validity,
    rollback: null,
    host,
    files: new Map(),
  }
  return createWijken({
    cms: {
      wijken: () =>
        Promise.resolve([
          {
            id,
            slug: 'molenwijk' as Slug,
            wanted: 5,
            awaited,
            changedAt: NOON,
            live: told,
            release: 5,
            held: null,
            targets: null,
          },
        ]),
    },
    target: { outdated: () => [], nextOutdated: () => null, live: () => site, everyLive: () => () => site },
    formats: { whyDue: () => whyDue, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
  })
}

test.each([
  ['one that was made of what was read before', 4, true],
  ['one that is right', 5, false],
  ['one of an edit that came after the last look', 6, false],
])('whether it is behind what is wanted: %s', async (_, live, isBehind) => {
  const wijken = wijkenOf({ live })
  await wijken.refresh()
  expect(wijken.isBehind(id)()).toBe(isBehind)
})

test.each([
  ['one that is right', { from: NOON, until: '2026-11-22T12:00:00.001Z' }, null, []],
  ['one that is right, of the moment that is wanted', { from: NOON, until: null }, NOON, []],
  [
    'one of the same number before the CMS was put back from a backup',
    { from: NOON, until: null },
    '2026-11-22T11:00:00.000Z',
    [{ wijk: id, why: 'revision', priority: 'editor' }],
  ],
  [
    'one whose moment has come',
    { from: '2026-11-22T11:00:00.000Z', until: NOON },
    null,
    [{ wijk: id, why: 'time' }],
  ],
  ['one of which it is not known', null, null, [{ wijk: id, why: 'time' }]],
])('whose content did not change: %s', async (_, validity, changedAt, due) => {
  expect(await dueOf({ validity, changedAt })).toMatchObject(due)
})

test.each([
  ['an editor waits for it', { awaited: 5, live: 4 }, 'editor'],
  ['an editor waits for what came before it', { awaited: 4, live: 3 }, 'editor'],
  ['it came with an act elsewhere', { awaited: 4, live: 4 }, 'fan-out'],
  ['the CMS was put back from a backup', { awaited: 4, live: 6 }, 'editor'],
])('whose content changed: %s', async (_, numbers, priority) => {
  expect(await dueOf(numbers)).toEqual([{ wijk: id, priority, why: 'revision' }])
})

test('who asks how things stand gets what is known while the CMS hangs, or fails; before it ever answered, the reason', async () => {
  type Told = Awaited<ReturnType<Parameters<typeof createWijken>[0]['cms']['wijken']>>
  let answer: () => Promise<Told> = () => Promise.reject(new Error('weg'))
  const wijken = createWijken({
    cms: { wijken: () => answer() },
    target: { live: () => null, everyLive: () => () => null, outdated: () => [], nextOutdated: () => null },
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
  })
  await expect(wijken.newest()).rejects.toThrow('no answer since')
  const wijk = { id, slug: 'molenwijk' as Slug, wanted: 5, awaited: 5, changedAt: NOON, live: 5, release: 5 }
  answer = () => Promise.resolve([{ ...wijk, held: null, targets: null }])
  await wijken.refresh()
  const hanging = Promise.withResolvers<Told>()
  answer = () => hanging.promise
  expect(await wijken.newest()).toHaveLength(1)
  hanging.reject(new Error('no answer within 15 seconds'))
  await hanging.promise.catch(() => undefined)
  expect(await wijken.newest()).toHaveLength(1)
  expect(wijken.knownOf()).toBeLessThan(Date.now())
})

test('what is wrong on a site is told until it was made anew', async () => {
  const isWrong = (differences: number, release: number) =>
    statusWith({ live: 5, progress: atRest, newest: 'live', verdict: { at: NOON, release, differences } })
  expect(await isWrong(2, 5)).toMatchObject({ state: 'live', isWrong: true })
  expect(await isWrong(2, 4)).toMatchObject({ isWrong: false })
  expect(await isWrong(0, 5)).toMatchObject({ isWrong: false })
})

test('a new site format is for wijken with a site', async () => {
  expect(await dueOf({ whyDue: 'format' })).toMatchObject([{ why: 'format' }])
  expect(await dueOf({ whyDue: 'format', host: '' })).toEqual([])
})
