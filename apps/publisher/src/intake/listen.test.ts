import { expect, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { createHeardHints } from './listen.ts'

const wijk = 'wijk00000001' as WijkId

test('a hint over HTTP is the one that the database told just before, and news when the clock was put back since', () => {
  let now = Date.parse('2026-11-27T12:00:00.000Z')
  const hints = createHeardHints(() => now)
  expect(hints.heard(wijk)).toBe(false)
  hints.hear(wijk)
  now += 1_999
  expect(hints.heard(wijk)).toBe(true)
  now += 1
  expect(hints.heard(wijk)).toBe(false)
  now -= 3_600_000
  expect(hints.heard(wijk)).toBe(false)
})
