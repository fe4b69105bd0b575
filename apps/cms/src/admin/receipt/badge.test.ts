import { expect, test } from 'vitest'
import { badgeOf, momentUnderBadge } from './badge.ts'

const now = new Date('2026-11-24T10:00:00Z')
const publishAt = '2026-11-27T08:00:00.000Z'

test.each([
  ['draft', { publishAt }, 'planned'],
  ['modified', { publishAt }, 'plannedChange'],
  ['published', { publishAt }, 'published'],
  ['draft', { publishAt: null }, 'draft'],
  ['modified', {}, 'modified'],
  ['draft', undefined, 'draft'],
] as const)('%s with %j has the badge that says so', (status, draft, badge) => {
  expect(badgeOf(status, draft)).toBe(badge)
})

test('below the badge stands when it comes', () => {
  expect(momentUnderBadge({ publishAt }, now)).toBe('vrijdag 27 november om 9.00 uur')
  expect(momentUnderBadge({ publishAt: null }, now)).toBe('')
})
