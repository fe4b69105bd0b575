import { expect, test } from 'vitest'
import type { WijkStatus } from '../../../apps/publisher/src/standing.ts'
import { isTimeout, noAnswer } from './finding.ts'
import { findingsOfWijken } from './wijken.ts'

test('a part that says nothing is told from one that is not there, in Dutch', () => {
  const cause = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  const hangs = new Error('[cms] http://localhost/graphql: timeout', { cause })
  expect([isTimeout(hangs), noAnswer(hangs, 5_000)]).toEqual([true, 'geeft na 5 seconden nog geen antwoord'])
  const away = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })
  expect([isTimeout(away), noAnswer(away, 5_000)]).toEqual([
    false,
    'antwoordt niet (fetch failed (connect ECONNREFUSED))',
  ])
})

test('a wijk whose publish fails now is a fault, also when it fails since a moment', () => {
  const row = { slug: 'noord', state: 'live', lastError: null, isWrong: false, held: null } as WijkStatus
  expect(findingsOfWijken([row])).toEqual([])
  const failed = { ...row, state: 'failed', lastError: 'De foto is stuk.' }
  expect(findingsOfWijken([failed, row])).toMatchObject([
    { isFine: false, about: 'publicaties', says: 'lukken nu niet bij noord: De foto is stuk.' },
  ])
  expect(findingsOfWijken([failed, { ...failed, slug: 'zuid' as WijkStatus['slug'] }])).toMatchObject([
    { says: 'lukken nu niet bij noord en zuid. Bij noord: De foto is stuk.' },
  ])
})
