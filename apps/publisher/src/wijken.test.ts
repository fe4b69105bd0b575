import { expect, test } from 'vitest'
import type { Slug, WijkId } from '@wijkpers/content'
import type { FirstSite, Progress } from '@wijkpers/publishing'
import type { ReceiptRecord } from './receipts.ts'
import { createWijken } from './wijken.ts'

const id = 'molenwijk0001' as WijkId
const NOON = '2026-11-22T12:00:00.000Z'
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
}: {
  live: number
  progress: Progress
  newest: ReceiptRecord['state']
  /** How far it is once its receipts were read. */
  afterReceipts?: Progress
}) {
  let now = progress
  const site: FirstSite = {
    release: live,
    revision: live,
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
            changedAt: '',
            live,
            release: live,
            held: null,
            targets: null,
          },
        ]),
    },
    target: { live: () => site, outdated: () => [] },
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
  })
  const receipts = {
    of() {
      now = afterReceipts
      return Promise.resolve([{ state: newest } as ReceiptRecord])
    },
  }
  const [status] = await wijken.statuses({ progress: () => now, line: () => [] }, receipts, {
    of: () => Promise.resolve(null),
  })
  return { state: status?.state, attempts: status?.attempts, isExplained: status?.lastError !== null }
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

test.each([
  ['one that is right', { from: NOON, until: '2026-11-22T12:00:00.001Z' }, []],
  [
    'one whose moment has come',
    { from: '2026-11-22T11:00:00.000Z', until: NOON },
    [{ wijk: id, why: 'time' }],
  ],
  ['one of which it is not known', null, [{ wijk: id, why: 'time' }]],
])('whose content did not change: %s', async (_, validity, due) => {
  const wijken = createWijken({
    cms: {
      wijken: () =>
        Promise.resolve([
          {
            id,
            slug: 'molenwijk' as Slug,
            wanted: 5,
            changedAt: '',
            live: 5,
            release: 5,
            held: null,
            targets: null,
          },
        ]),
    },
    target: {
      outdated: () => [],
      live: () => ({
        release: 5,
        revision: 5,
        format: '1',
        validity,
        rollback: null,
        host: 'x',
        files: new Map(),
      }),
    },
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(NOON),
    isWrong: () => false,
  })
  expect(await wijken.due()).toMatchObject(due)
})
