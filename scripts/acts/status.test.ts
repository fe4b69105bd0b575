import { expect, test } from 'vitest'
import type { WijkStatus } from '../../apps/publisher/src/standing.ts'
import { stand } from './status.ts'

const row = {
  slug: 'noord',
  state: 'live',
  wanted: 7,
  live: 7,
  release: 4,
  lastLiveAt: '2026-11-26T13:03:12.000Z',
  lastError: null,
  held: null,
  lastVerifiedAt: null,
  targets: [] as WijkStatus['targets'],
} as WijkStatus
const first = (more: Partial<WijkStatus>) =>
  stand({ ...row, ...more })
    .split('\n')[0]!
    .split(/ {2,}/)

test('a wijk says in Dutch how it stands, and since when it is online', () => {
  const since = 'sinds 26 november 2026 om 14.03.12'
  expect(first({})).toEqual(['noord', 'online', `${since}; versie 4, revisie 7`])
  expect(first({ state: 'failed', wanted: 8 })).toEqual([
    'noord',
    'niet gelukt',
    `online ${since}; versie 4, revisie 7; gewenst: revisie 8`,
  ])
  expect(first({ state: 'received', live: 0, release: 0, lastLiveAt: null })).toEqual([
    'noord',
    'ontvangen',
    'nog niets online; gewenst: revisie 7',
  ])
  // Of a newer publisher.
  expect(first({ state: 'dreaming' })[1]).toBe('dreaming')
})
