/**
 * Hints of one wijk that come thick become one publish: the first starts at once, the others are held until
 * it is quiet. Whoever publishes again only after seeing the last one live, such as a script, should not be
 * held up: when two holds in a row were in vain, because nothing more came, there are none while that rhythm lasts.
 */
import type { WijkId } from '@wijkpers/content'

/**
 * Two hints this close belong together, in milliseconds: ten publishes in a second are a hundred apart, and on a machine that has
 * more to do up to 160. Who turns out to wait for nothing waited this long, and with the publish itself that must stay under 300. A hold that
 * followed the pauses seen would be shorter and wrong: they are not even, and whoever waits for each has the same ones.
 */
export const THICK_MS = 170
/** The longest a hint is held, in milliseconds. */
export const LONGEST_HOLD_MS = 1_500
/** Holds in vain before there are no more. */
export const HOLDS_IN_VAIN = 2
/** How long that is remembered without a hint, in milliseconds: who does two things in one wijk, then some elsewhere, comes back to it within that. */
export const TRUST_MS = 10_000

interface Rhythm {
  lastHint: number
  /** When the first hint of this hold came, and how many came since; null when nothing is held. */
  hold: { readonly since: number; hints: number } | null
  holdsInVain: number
  trustedUntil: number
}

/** The rhythm of hints, per wijk; times are epoch milliseconds. */
export function createRhythms() {
  const rhythms = new Map<WijkId, Rhythm>()

  return {
    /** A hint came, while an earlier one still waits or not. Answers until when to hold it; 0 is not at all. */
    hint(wijk: WijkId, now: number, isOneWaiting: boolean): number {
      const rhythm = rhythms.get(wijk)
      if (!rhythm) {
        rhythms.set(wijk, { lastHint: now, hold: null, holdsInVain: 0, trustedUntil: 0 })
        return 0
      }
      const pauseMs = now - rhythm.lastHint
      const isThick = pauseMs < THICK_MS
      rhythm.lastHint = now
      if (isOneWaiting) rhythm.trustedUntil = 0
      if (pauseMs > TRUST_MS) rhythm.holdsInVain = 0
      if (now < rhythm.trustedUntil) rhythm.trustedUntil = now + TRUST_MS
      if (!isThick || now < rhythm.trustedUntil) return 0
      rhythm.hold ??= { since: now, hints: 0 }
      rhythm.hold.hints++
      return Math.min(now + THICK_MS, rhythm.hold.since + LONGEST_HOLD_MS)
    },
    /** The publish for all hints so far starts. */
    started(wijk: WijkId, now: number): void {
      const rhythm = rhythms.get(wijk)
      if (!rhythm?.hold) return
      rhythm.holdsInVain = rhythm.hold.hints === 1 ? rhythm.holdsInVain + 1 : 0
      rhythm.hold = null
      if (rhythm.holdsInVain >= HOLDS_IN_VAIN) rhythm.trustedUntil = now + TRUST_MS
    },
  }
}
