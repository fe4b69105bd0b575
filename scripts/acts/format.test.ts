import { expect, test } from 'vitest'
import type { RolloutProgress } from '../../apps/publisher/src/site-formats/site-formats.ts'
import { lines } from './format.ts'

const error = '[render] /nieuws/: /nieuws/: sjabloon kapot'
const failed = { slug: 'noord', page: '/nieuws/', error, attempts: 1, nextTryAt: '2026-11-26T13:03:12.000Z' }
const rollout = {
  chosen: 'b'.repeat(64),
  former: 'a'.repeat(64),
  newestBuild: null,
  kept: [],
  since: '2026-11-26T13:00:00.000Z',
  pause: null,
  total: 12,
  done: 3,
  failed: [failed],
  held: 0,
  perMinute: 0,
  secondsLeft: null,
} as unknown as RolloutProgress

test('what fails is told once, where it fails as well, and a standstill has no pace', () => {
  const said = lines(rollout)
  expect(said[0]).toMatch(/: 3 van 12 wijken\.$/)
  expect(said[1]).toMatch(
    /^ {2}noord +niet gelukt op \/nieuws\/: sjabloon kapot\. Volgende poging 26 november/,
  )
  expect(said[2]).toBe('Vorige: aaaaaaaa (‘format undo’ gaat daarheen terug).')
})

test('of a rollout that stopped by itself it is said once how to go back', () => {
  const pause = { by: 'failures', failed: 3, tried: 3, wijken: [] } as RolloutProgress['pause']
  const said = lines({ ...rollout, pause }).join('\n')
  expect(said.match(/format undo/g)).toHaveLength(1)
  expect(said).toContain('Vorige: aaaaaaaa.')
  expect(said).toContain('sjabloon kapot. De laatste goede versie blijft online.')
})

test('of a platform with one wijk it is said in words', () => {
  expect(lines({ ...rollout, total: 1, done: 1, failed: [] })[0]).toMatch(/: de enige wijk heeft haar\.$/)
})
