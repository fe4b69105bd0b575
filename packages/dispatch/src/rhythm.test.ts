import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWijkId } from '@wijkpers/content'
import { createRhythms, HOLDS_IN_VAIN, LONGEST_HOLD_MS, THICK_MS, TRUST_MS } from './rhythm.ts'

const wijk = parseWijkId('wijk0000000a')

/** When publishes start, given when hints come and how long a publish takes; a hint during a publish waits for its end. */
function startsOf(hints: readonly number[], publishMs: number): number[] {
  const rhythms = createRhythms()
  const starts: number[] = []
  let waits: number | null = null
  let busyUntil = -Infinity
  const startUntil = (moment: number) => {
    if (waits === null || Math.max(waits, busyUntil) > moment) return
    const start = Math.max(waits, busyUntil)
    starts.push(start)
    rhythms.started(wijk, start)
    busyUntil = start + publishMs
    waits = null
  }
  for (const hint of hints) {
    startUntil(hint)
    waits = Math.max(hint, rhythms.hint(wijk, hint, waits !== null))
    startUntil(hint)
  }
  startUntil(Infinity)
  return starts
}
function momentsOf(pauses: readonly number[]): number[] {
  const moments = [0]
  for (const pause of pauses) moments.push(moments.at(-1)! + pause)
  return moments
}
const every = (ms: number, count: number) => Array.from({ length: count }, (_, n) => n * ms)
const publishMs = fc.integer({ min: 5, max: 400 })
/** Ten publishes in a second, with uneven pauses, also where a slow machine has them come further apart. */
const tenThick = fc
  .array(fc.integer({ min: 1, max: THICK_MS - 1 }), { minLength: 9, maxLength: 9 })
  .map(momentsOf)

test('law: ten hints that come thick make at most two publishes, and the second one starts soon after the last hint', () => {
  fc.assert(
    fc.property(tenThick, publishMs, (hints, publishMs) => {
      const starts = startsOf(hints, publishMs)
      expect(starts.length).toBeLessThanOrEqual(2)
      expect(starts[0]).toBe(0)
      expect(starts.at(-1)! - hints.at(-1)!).toBeLessThanOrEqual(Math.max(THICK_MS, publishMs))
    }),
  )
})

test('law: a hint after a quiet moment starts at once', () => {
  const calm = fc.array(fc.integer({ min: THICK_MS, max: 5_000 }), { maxLength: 30 })
  fc.assert(
    fc.property(calm, (pauses) => {
      const hints = momentsOf(pauses)
      expect(startsOf(hints, THICK_MS - 1)).toEqual(hints)
    }),
  )
})

test('hints that never stop make a publish each second and a half', () => {
  const starts = startsOf(every(100, 200), 40)
  const gaps = starts.slice(1).map((start, n) => start - starts[n]!)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(LONGEST_HOLD_MS + THICK_MS)
})

test('who publishes again after seeing the last one live is held up twice, not each time', () => {
  const rhythms = createRhythms()
  const waits: number[] = []
  let now = 0
  for (let publishes = 0; publishes < 20; publishes++) {
    const start = Math.max(now, rhythms.hint(wijk, now, false))
    waits.push(start - now)
    rhythms.started(wijk, start)
    now = start + 40 + 60
  }
  expect(waits.filter((wait) => wait > 0)).toEqual(Array.from({ length: HOLDS_IN_VAIN }, () => THICK_MS))
})

test('so is who publishes and takes back, each after seeing the last one, and does other things in between', () => {
  const rhythms = createRhythms()
  const waits: number[] = []
  let now = 0
  for (let turn = 0; turn < 10; turn++) {
    for (let act = 0; act < 2; act++) {
      const start = Math.max(now, rhythms.hint(wijk, now, false))
      waits.push(start - now)
      rhythms.started(wijk, start)
      now = start + 40 + 60
    }
    now += TRUST_MS / 2
  }
  expect(waits.filter((wait) => wait > 0)).toEqual(Array.from({ length: HOLDS_IN_VAIN }, () => THICK_MS))
})
