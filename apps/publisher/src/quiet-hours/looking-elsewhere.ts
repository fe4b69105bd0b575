/**
 * Has each wijk on each target elsewhere compared with what it was brought, about once a day: somebody may have put something else
 * there, or taken it away, and of that no release tells. The lane of the target brings it back.
 */
import type { WijkId } from '@wijkpers/content'
import { isLessAgo } from '@wijkpers/publishing'
import { ABOUT_A_DAY_MS, type Chore } from './chores.ts'
import type { Lane } from '../targets/lane.ts'

/** A lane, and the wijken that are to be on its target. */
export interface LookedAfter {
  readonly lane: Pick<Lane, 'lastCompared' | 'lookAgain' | 'toLookAt'>
  readonly wijken: () => readonly WijkId[]
}

/** So many at a time for each target, so that a night suffices for many and no line grows long. */
const AT_ONCE = 20

/** Looking whether targets elsewhere show what they should. `now` in epoch milliseconds. */
export function createLookingElsewhere(lanes: readonly LookedAfter[], now: () => number): Chore {
  const askedAt = new Map<LookedAfter, Map<WijkId, number>>(lanes.map((lane) => [lane, new Map()]))

  function askSome(looked: LookedAfter): void {
    const { lane, wijken } = looked
    const asked = askedAt.get(looked)!
    const room = AT_ONCE - lane.toLookAt()
    if (room <= 0) return
    const isDue = (wijk: WijkId) =>
      [lane.lastCompared(wijk)?.at, asked.get(wijk)].every((at) => !isLessAgo(at ?? 0, ABOUT_A_DAY_MS, now()))
    const due = wijken().filter(isDue).slice(0, room)
    for (const wijk of due) {
      asked.set(wijk, now())
      lane.lookAgain(wijk)
    }
  }

  return {
    name: 'look elsewhere',
    // The lanes look at them beside the other chores: nothing is left to do here meanwhile.
    next() {
      for (const lane of lanes) askSome(lane)
      return Promise.resolve(false)
    },
  }
}
