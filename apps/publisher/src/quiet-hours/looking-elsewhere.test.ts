import { expect, test } from 'vitest'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { createLookingElsewhere } from './looking-elsewhere.ts'

const HOUR_MS = 60 * 60_000
const wijken = Array.from({ length: 45 }, (_, n) => parseWijkId(`wijk${String(n).padStart(8, '0')}`))

const same = {
  kind: 'compared',
  compared: { files: 3, missing: [], different: [], leftOver: [] },
} as const

test('every wijk on a target elsewhere is compared there about once a day, some at a time', async () => {
  let now = Date.parse('2026-11-22T01:00:00Z')
  const waiting = new Set<WijkId>()
  const seen = new Map<WijkId, number>([[wijken[44]!, now - HOUR_MS]])
  const looks: WijkId[] = []
  const lane = {
    lastCompared: (wijk: WijkId) => (seen.has(wijk) ? { ...same, at: seen.get(wijk)! } : null),
    toLookAt: () => waiting.size,
    lookAgain: (wijk: WijkId) => (looks.push(wijk), waiting.add(wijk)),
  }
  const chore = createLookingElsewhere([{ lane, wijken: () => wijken }], () => now)
  const night = async () => {
    for (let look = 0; look < 6; look++) {
      await chore.next()
      expect(waiting.size).toBeLessThanOrEqual(20)
      for (const wijk of waiting) seen.set(wijk, now)
      waiting.clear()
    }
    return looks.splice(0)
  }
  // The one that `verify` compared an hour ago.
  expect(await night()).toEqual(wijken.slice(0, 44))
  now += 24 * HOUR_MS
  expect((await night()).toSorted()).toEqual(wijken)
})
