import { expect, test } from 'vitest'
import { parseWijkId } from '@wijkpers/content'
import type { Due } from '@wijkpers/publishing'
import { createLine } from './line.ts'

const [a, b, c] = ['a', 'b', 'c'].map((letter) => parseWijkId(`wijk0000000${letter}`)) as [
  Due['wijk'],
  Due['wijk'],
  Due['wijk'],
]
const MINUTE_MS = 60_000

test('after the CMS was put back from a backup an editor who publishes goes before all that a look found', () => {
  const line = createLine(2)
  for (const wijk of [a, b]) line.join({ wijk, priority: 'editor', why: 'revision' }, 0, 0)
  line.join({ wijk: c, priority: 'editor', why: 'hint' }, MINUTE_MS, 0)
  expect(line.inOrder(MINUTE_MS).map(({ wijk }) => wijk)).toEqual([c, a, b])
  // Also in a wijk that stands in line already.
  line.join({ wijk: b, priority: 'editor', why: 'hint' }, 2 * MINUTE_MS, 0)
  expect(line.inOrder(2 * MINUTE_MS).map(({ wijk }) => wijk)).toEqual([b, c, a])
})

test('behind a steady stream of hints nobody of the same priority waits for ever', () => {
  const line = createLine(2)
  line.join({ wijk: a, priority: 'editor', why: 'revision' }, 0, 0)
  line.join({ wijk: b, priority: 'editor', why: 'hint' }, 59 * MINUTE_MS, 0)
  line.join({ wijk: c, priority: 'editor', why: 'hint' }, 61 * MINUTE_MS, 0)
  expect(line.inOrder(61 * MINUTE_MS).map(({ wijk }) => wijk)).toEqual([b, a, c])
})
