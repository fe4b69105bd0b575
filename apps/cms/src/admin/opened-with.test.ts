import { expect, test } from 'vitest'
import { openedWith } from './opened-with.ts'

const draft = { updatedAt: '2026-11-26T12:00:00.000Z', publishedAt: null }
const live = { updatedAt: '2026-11-25T12:00:00.000Z', publishedAt: '2026-11-25T12:00:00.000Z' }

test.each([
  ['the draft of an entry', draft, { availableStatus: [live] }, draft.updatedAt],
  ['its draft too, where what is live is on the screen', live, { availableStatus: [draft] }, draft.updatedAt],
  ['a row of a list', draft, undefined, draft.updatedAt],
  ['a wijk, which has no draft', live, { availableStatus: [] }, live.updatedAt],
  ['nothing, before it came', undefined, undefined, undefined],
])('%s', (_what, document, meta, expected) => {
  expect(openedWith(document, meta)).toBe(expected)
})
