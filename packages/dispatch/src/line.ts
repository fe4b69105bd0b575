/**
 * Who waits, and who is next: the rules of fairness, without clock and without effects.
 *
 * Editors go before fan-out, fan-out before bulk; within one priority who was hinted, and then who waits longest. With two slots or
 * more one is kept for editors. So that nobody waits for ever behind a steady stream of editors, at least one start in
 * `TURN` goes to who waits longest of the others.
 */
import type { WijkId } from '@wijkpers/content'
import type { Due, Priority, Waiting } from '@wijkpers/publishing'

/** Of this many starts in a row at least one is not an editor's, when others wait. */
const TURN = 9
/** So much longer than who was hinted another of its priority must have waited to go first, in milliseconds. */
const HINT_AHEAD_MS = 3_600_000

const always: Readonly<Record<Priority, number>> = { editor: 0, 'fan-out': 0, bulk: 0 }
const ORDER: readonly Priority[] = ['editor', 'fan-out', 'bulk']
const isBefore = (a: Priority, b: Priority) => ORDER.indexOf(a) < ORDER.indexOf(b)
/** The more urgent of two. */
const moreUrgent = <D extends Pick<Due, 'priority' | 'why'>>(a: D, b: D): D =>
  isBefore(b.priority, a.priority) || (b.priority === a.priority && b.why === 'hint') ? b : a
/** A retry is nobody's first try: it keeps out of the slot that is kept for editors. */
export const ofRetry = (priority: Priority): Priority => (priority === 'editor' ? 'fan-out' : priority)

/** The one who is next, or how long until there may be one, in milliseconds (null: not before something happens). */
export type Next = { readonly turn: Waiting } | { readonly inMs: number | null }

export function createLine(slots: number) {
  const waiting = new Map<WijkId, Waiting>()
  const kept = slots > 1 ? 1 : 0
  let passedOver = 0

  return {
    get: (wijk: WijkId): Waiting | undefined => waiting.get(wijk),
    wijken: () => waiting.values(),

    /** Who waits already keeps its place, and becomes more urgent when the new reason is. */
    join(due: Due, now: number, notBefore: number): void {
      const before = waiting.get(due.wijk)
      const { priority, why } = before ? moreUrgent(before, due) : due
      waiting.set(due.wijk, { wijk: due.wijk, priority, why, since: before?.since ?? now, notBefore })
    },

    leave(wijk: WijkId): void {
      waiting.delete(wijk)
    },

    /** The clock was put back to `now`: nobody came, or waits until, later than that. */
    clockWentBack(now: number): void {
      for (const [wijk, each] of waiting)
        waiting.set(wijk, {
          ...each,
          since: Math.min(each.since, now),
          notBefore: Math.min(each.notBefore, now),
        })
    },

    /** Takes the next one out of the line, given who is being published now, who of them is in no slot, and when each priority may start. */
    take(
      active: ReadonlyMap<WijkId, Priority>,
      now: number,
      opensAt = always,
      aside: ReadonlySet<WijkId> = new Set(),
    ): Next {
      let first: Waiting | null = null
      let oldest: Waiting | null = null
      let soonest = Infinity
      for (const each of waiting.values()) {
        if (active.has(each.wijk)) continue
        const startsAt = Math.max(each.notBefore, opensAt[each.priority])
        if (startsAt > now) {
          soonest = Math.min(soonest, startsAt)
          continue
        }
        if (!first || goesBefore(each, first)) first = each
        if (each.priority !== 'editor' && (!oldest || each.since < oldest.since)) oldest = each
      }
      const nobody = { inMs: soonest === Infinity ? null : soonest - now }
      const inSlots = [...active].filter(([wijk]) => !aside.has(wijk))
      const free = slots - inSlots.length
      if (!first || free <= 0) return nobody

      const others = inSlots.filter(([, priority]) => priority !== 'editor').length
      const isTheirTurn = oldest !== null && passedOver >= TURN - 1 && others < slots - kept
      const turn = isTheirTurn ? oldest! : first
      if (!isTheirTurn && turn.priority !== 'editor' && free <= kept) return nobody
      if (turn === oldest) passedOver = 0
      else if (oldest) passedOver++
      waiting.delete(turn.wijk)
      return { turn }
    },

    /** Everybody, in the order in which they would be taken at `now`. */
    inOrder(now: number): readonly Waiting[] {
      const later = (each: Waiting) => Math.max(0, each.notBefore - now)
      return [...waiting.values()].sort((a, b) => later(a) - later(b) || (goesBefore(a, b) ? -1 : 1))
    },
  }
}

function goesBefore(a: Waiting, b: Waiting): boolean {
  return a.priority === b.priority ? cameAt(a) < cameAt(b) : isBefore(a.priority, b.priority)
}

/** After the CMS was put back from a backup a look finds all wijken: who publishes now does not stand behind those. */
const cameAt = ({ since, why }: Waiting) => (why === 'hint' ? since - HINT_AHEAD_MS : since)
