import { expect, test } from 'vitest'
import { formatOf } from './formats/format-of.ts'
import { isMadeOf, looksSame } from './newest.ts'
import type { FirstSite } from './ports.ts'

const [NOON, LATER] = ['2026-11-22T12:00:00.000Z', '2026-11-22T13:00:00.000Z']
const ports = { sitesUrl: 'http://{slug}.localhost', hub: null, renderer: { format: '1' } }

test.each([
  ['the same revision', 7, NOON, true],
  ['the same revision, of which no moment is noted', 7, null, true],
  ['another revision', 6, NOON, false],
  ['the same number, from before the CMS was put back from a backup', 7, LATER, false],
])('%s', (_, revision, changedAt, expected) => {
  const live = { revision, changedAt, format: formatOf('1', ports), rollback: null } as FirstSite
  expect(isMadeOf(live, { revision: 7, changedAt: NOON }, ports)).toBe(expected)
})

const noChange = { change: null }
const gone = { revision: 6, changedAt: NOON, format: 'an older one', rollback: null, host: '' } as FirstSite
const site = { slug: 'molenwijk', name: 'Molenwijk', url: 'http://molenwijk.localhost' }

test('edits of a wijk without a site change nothing that is live, and no site format does', () => {
  expect(looksSame(gone, { site: null, revision: 7, format: '1' }, noChange)).toBe(true)
  expect(looksSame(gone, { site, revision: 7, format: '1' }, noChange)).toBe(false)
  expect(isMadeOf({ ...gone, revision: 7 }, { revision: 7, changedAt: NOON }, ports)).toBe(true)
})
