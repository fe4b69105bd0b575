import type { Slug, WijkId } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { historyOf } from './history.ts'
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
]
const books: Record<string, readonly ReceiptRecord[]> = {
  molenwijk00: [
    aReceipt({}),
    aReceipt({ liveAt: '2026-11-25T11:59:00.000Z' }),
    aReceipt({ state: 'rendering', liveAt: null, durationMs: null }),
  ],
  eskerveen00: [
    aReceipt({ state: 'failed', liveAt: null, durationMs: null, receivedAt: '2026-11-26T11:30:00.000Z' }),
  ],
}

test('what ended within a day, of all wijken, the newest first', async () => {
  const history = await historyOf(wijken, { of: (id) => Promise.resolve(books[id] ?? []) }, now)
  expect(history).toEqual([
    { slug: 'eskerveen', at: '2026-11-26T11:30:00.000Z', state: 'failed', durationMs: null, pages: 3 },
    { slug: 'molenwijk', at: '2026-11-26T11:00:01.000Z', state: 'live', durationMs: 120, pages: 3 },
  ])
})
