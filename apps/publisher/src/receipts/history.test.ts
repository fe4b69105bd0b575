import type { Slug, WijkId } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { countedByHour, type EndedPublish, historyOf } from './history.ts'
import type { ReceiptRecord } from './receipts.ts'

const now = new Date('2026-11-26T12:00:00.000Z')
const aReceipt = (change: Partial<ReceiptRecord>): ReceiptRecord => ({
  revision: 1,
  state: 'live',
  receivedAt: '2026-11-26T11:00:00.000Z',
  renderedAt: null,
  liveAt: '2026-11-26T11:00:01.000Z',
  release: 1,
  url: null,
  pages: 3,
  durationMs: 120,
  error: null,
  nextTryAt: null,
  waitsFor: null,
  attempts: 0,
  steps: {},
  ...change,
})
const wijken = [
  { id: 'molenwijk00' as WijkId, slug: 'molenwijk' as Slug },
  { id: 'eskerveen00' as WijkId, slug: 'eskerveen' as Slug },
  { id: 'zuidwijk0000' as WijkId, slug: 'zuidwijk' as Slug },
  { id: 'oosterhaar00' as WijkId, slug: 'oosterhaar' as Slug },
]
const books: Record<string, readonly ReceiptRecord[]> = {
  molenwijk00: [
    aReceipt({}),
    aReceipt({ liveAt: '2026-11-25T11:59:00.000Z' }),
    aReceipt({ state: 'rendering', liveAt: null, durationMs: null }),
    aReceipt({ liveAt: '2026-11-26T10:00:00.000Z', attempts: 4, failedAt: '2026-11-26T09:59:00.000Z' }),
  ],
  oosterhaar00: [aReceipt({ receivedAt: '2026-11-25T11:58:00.000Z', liveAt: '2026-11-25T11:59:00.000Z' })],
  // Failing since before the day began: told by its last try, also while it is tried again.
  zuidwijk0000: [
    aReceipt({
      state: 'rendering',
      liveAt: null,
      durationMs: null,
      receivedAt: '2026-11-24T08:00:00.000Z',
      attempts: 200,
      failedAt: '2026-11-26T11:58:00.000Z',
    }),
  ],
  eskerveen00: [
    aReceipt({ state: 'failed', liveAt: null, durationMs: null, receivedAt: '2026-11-26T11:30:00.000Z' }),
  ],
}

test('what ended within a day, of all wijken, the newest first', async () => {
  const opened: WijkId[] = []
  const receipts = {
    of: (id: WijkId) => (opened.push(id), Promise.resolve(books[id] ?? [])),
    newest: (id: WijkId) => {
      const record = books[id]?.[0]
      return Promise.resolve(record ? { record, lastLiveAt: record.liveAt } : null)
    },
  }
  const history = await historyOf(wijken, receipts, now)
  const failed = { state: 'failed', durationMs: null, pages: 3 }
  const live = { state: 'live', durationMs: 120, pages: 3 }
  expect(history).toEqual([
    { slug: 'zuidwijk', at: '2026-11-26T11:58:00.000Z', ...failed, attempts: 200 },
    { slug: 'eskerveen', at: '2026-11-26T11:30:00.000Z', ...failed, attempts: 0 },
    { slug: 'molenwijk', at: '2026-11-26T11:00:01.000Z', ...live, attempts: 0 },
    { slug: 'molenwijk', at: '2026-11-26T10:00:00.000Z', ...live, attempts: 4 },
  ])
  // Where nothing was published for a day the book stays closed.
  expect(opened).toEqual(['molenwijk00', 'eskerveen00', 'zuidwijk0000'])
})

test('a day is counted by the hour, and no wave of one hour takes the place of another', () => {
  const at = (at: string, durationMs: number | null, attempts = 0): EndedPublish => ({
    slug: 'molenwijk' as Slug,
    at,
    state: durationMs === null ? 'failed' : 'live',
    attempts,
    durationMs,
    pages: 1,
  })
  const wave = Array.from({ length: 2_000 }, (_, wijk) => at('2026-11-25T23:00:10.000Z', wijk))
  const { hours, halfMs, mostMs } = countedByHour(
    [
      at('2026-11-26T12:00:00.000Z', 120),
      at('2026-11-26T11:59:00.000Z', null),
      ...wave,
      at('2026-11-25T13:00:00.000Z', 90, 3),
      // Within 24 hours, and before the first of these 24.
      at('2026-11-25T12:50:00.000Z', 90),
    ],
    new Date('2026-11-26T12:30:00.000Z'),
  )
  expect(hours).toHaveLength(24)
  expect(hours.filter(({ live, failed }) => live + failed > 0)).toEqual([
    { from: '2026-11-25T13:00:00.000Z', live: 1, late: 1, failed: 0 },
    { from: '2026-11-25T23:00:00.000Z', live: 2_000, late: 0, failed: 0 },
    { from: '2026-11-26T11:00:00.000Z', live: 0, late: 0, failed: 1 },
    { from: '2026-11-26T12:00:00.000Z', live: 1, late: 0, failed: 0 },
  ])
  expect([halfMs, mostMs]).toEqual([998, 1_899])
  expect(countedByHour([], now)).toMatchObject({ halfMs: null, mostMs: null })
})
