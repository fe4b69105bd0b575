import { expect, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { KEPT_WIJKEN } from '@wijkpers/publishing'
import { createForesight } from './foresight.ts'

const [a, b] = ['wijk0000000a', 'wijk0000000b'] as unknown as [WijkId, WijkId]
const NOON = new Date('2026-11-27T12:00:00.000Z')

test('reads once what is to change within a quarter of an hour, and goes on after a CMS that was down', async () => {
  const validUntil = new Map([
    [a, '2026-11-27T12:14:00.000Z'],
    [b, '2026-11-27T12:16:00.000Z'],
  ])
  const known = new Set<WijkId>()
  let isDown = true
  const asked: WijkId[] = []
  const look = createForesight({
    target: { outdated: (at) => [...validUntil.keys()].filter((wijk) => validUntil.get(wijk)! <= at) },
    content: {
      has: (wijk) => known.has(wijk),
      read(wijk) {
        asked.push(wijk)
        if (isDown) return Promise.reject(new Error('weg'))
        known.add(wijk)
        return Promise.resolve(null)
      },
    },
    now: () => NOON,
  })
  await look()
  isDown = false
  await Promise.all([look(), look()])
  await look()
  expect(asked).toEqual([a, a])
})

test('reads no more ahead than is kept, and nothing whose time has come: that is being published', async () => {
  const late = ['wijk000late01', 'wijk000late02'] as WijkId[]
  const soon = Array.from(
    { length: KEPT_WIJKEN + 50 },
    (_, n) => `wijk0000${String(n).padStart(4, '0')}` as WijkId,
  )
  const asked: WijkId[] = []
  const look = createForesight({
    target: { outdated: (at) => (at === NOON.toISOString() ? late : [...late, ...soon]) },
    content: {
      has: (wijk) => asked.includes(wijk),
      read: (wijk) => (asked.push(wijk), Promise.resolve(null)),
    },
    now: () => NOON,
  })
  await look()
  await look()
  expect(asked).toEqual(soon.slice(0, KEPT_WIJKEN))
})
