/** The three wijken that a first start shows: a lively one in a city, a village, and one that has just begun. */
import type { DemoWijk } from './demo-wijk.ts'
import { readWijk } from './read-wijk.ts'

export type { DemoEntry, DemoWijk } from './demo-wijk.ts'

/** The demo wijken in the order in which the demo accounts count them, with dates relative to `now`. */
export function demoWijken(now: Date): Promise<DemoWijk[]> {
  return Promise.all(['molenwijk', 'eskerveen', 'rietzoom'].map((name) => readWijk(name, now)))
}
