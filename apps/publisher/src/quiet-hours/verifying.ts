/**
 * Verifies every wijk about once a day, the one longest not verified first, and has made anew what differs. A difference is a
 * bug, so it is told as one; repairing it is tried once, and verified again.
 */
import type { WijkId } from '@wijkpers/content'
import { CmsUnavailableError } from '@wijkpers/content/strapi'
import { faultsIn, type FirstSite, type FirstTarget, isLessAgo, type Verdict } from '@wijkpers/publishing'
import { ABOUT_A_DAY_MS, type Chore } from './chores.ts'
import type { VerifiedBook } from './verified.ts'
import type { Wijken } from '../wijken.ts'

export interface VerifyingOptions {
  readonly wijken: Pick<Wijken, 'withSite'>
  readonly target: Pick<FirstTarget, 'live' | 'everyLive'>
  readonly book: VerifiedBook
  /** Null for a wijk that the CMS does not know any more. */
  readonly verify: (wijk: WijkId) => Promise<Verdict | null>
  /** Nothing is left to verify for now. */
  readonly onRest: () => void
  readonly onVerified: (wijk: WijkId, verdict: Verdict, outcome: Outcome) => void
  /** A wijk could not be verified; it is tried again behind all others. */
  readonly onFailed: (wijk: WijkId, error: unknown) => void
  /** A wijk is to be published anew. */
  readonly onRepair: (wijk: WijkId) => void
  readonly now: () => Date
}

/** How one wijk was found; `beyond-repair`: it differs again right after everything was made anew. */
export type Outcome = 'same' | 'behind' | 'different' | 'beyond-repair'

/** A wijk with a change on its way is left alone for this long. */
const BEHIND_MS = 5 * 60 * 1000
/** And one that could not be verified for this long: what ails it wants an edit, not a retry. */
const FAILED_MS = 60 * 60 * 1000
/** For so long the line is as it was made. */
const LINE_MS = 60 * 1000

export function createVerifying(options: VerifyingOptions) {
  const { wijken, target, book, verify, onRest, onVerified, onFailed, onRepair, now } = options
  const wrong = new Map<WijkId, ReadonlySet<string>>()
  const repaired = new Set<WijkId>()
  const leftAlone = new Map<WijkId, { readonly at: number; readonly ms: number }>()
  const failedAt = new Map<WijkId, number>()
  // Who goes next. Made for many turns: of thousands of wijken it takes as long as verifying one.
  let line: WijkId[] = []
  let linedUpAt = -Infinity

  const canBeVerified = (wijk: WijkId, live: FirstSite | null) => {
    const left = leftAlone.get(wijk)
    return live !== null && !wrong.has(wijk) && !(left && isLessAgo(left.at, left.ms, now().getTime()))
  }

  /** Since when a wijk waits to be verified; null when it does not. */
  async function waitsSince(wijk: WijkId, live: FirstSite | null): Promise<number | null> {
    if (!canBeVerified(wijk, live)) return null
    const verified = await book.of(wijk)
    // What differed may be right in a newer release, and should soon be known to be.
    const isOldNews = verified !== null && verified.differences > 0 && verified.release !== live?.release
    const at = verified && !isOldNews ? Date.parse(verified.at) : 0
    if (isLessAgo(at, ABOUT_A_DAY_MS, now().getTime())) return null
    // One that cannot be verified had its turn all the same: otherwise it would stay before everybody else.
    return Math.max(at, failedAt.get(wijk) ?? 0)
  }

  /** Everybody who waits, whoever waits longest at the end. */
  async function lineUp(): Promise<WijkId[]> {
    const live = target.everyLive()
    const waiting: { readonly wijk: WijkId; readonly since: number }[] = []
    for (const wijk of wijken.withSite()) {
      const since = await waitsSince(wijk, live(wijk))
      if (since !== null) waiting.push({ wijk, since })
    }
    return waiting
      .toSorted((a, b) => a.since - b.since)
      .map(({ wijk }) => wijk)
      .toReversed()
  }

  async function nextWijk(): Promise<WijkId | null> {
    if (repaired.size > 0) {
      const again = wijken
        .withSite()
        .find((wijk) => repaired.has(wijk) && canBeVerified(wijk, target.live(wijk)))
      if (again) return again
    }
    if (isLessAgo(linedUpAt, LINE_MS, now().getTime()))
      for (let wijk = line.pop(); wijk !== undefined; wijk = line.pop())
        if ((await waitsSince(wijk, target.live(wijk))) !== null) return wijk
    linedUpAt = now().getTime()
    line = await lineUp()
    return line.pop() ?? null
  }

  function failed(wijk: WijkId, error: unknown): void {
    failedAt.set(wijk, now().getTime())
    // That the CMS is away says nothing of the wijk; the next one need not be asked about either.
    if (error instanceof CmsUnavailableError) throw error
    leftAlone.set(wijk, { at: now().getTime(), ms: FAILED_MS })
    onFailed(wijk, error)
  }

  function outcomeOf(wijk: WijkId, verdict: Verdict): Outcome {
    // Of a held wijk only the disk can be wrong: that it differs from its content is meant.
    const faults = verdict.held ? verdict.damaged.length : faultsIn(verdict)
    if (verdict.isBehind && !verdict.held) return 'behind'
    if (faults === 0) return 'same'
    return repaired.has(wijk) ? 'beyond-repair' : 'different'
  }

  const chore: Chore = {
    name: 'verify',
    async next() {
      const wijk = await nextWijk()
      if (!wijk) {
        onRest()
        return false
      }
      let verdict: Verdict | null
      try {
        verdict = await verify(wijk)
      } catch (error) {
        failed(wijk, error)
        return true
      }
      failedAt.delete(wijk)
      const outcome = verdict ? outcomeOf(wijk, verdict) : 'behind'
      if (!verdict || outcome === 'behind') {
        leftAlone.set(wijk, { at: now().getTime(), ms: BEHIND_MS })
        return true
      }
      repaired.delete(wijk)
      onVerified(wijk, verdict, outcome)
      const { release, different, leftOver, damaged, held } = verdict
      const differences = outcome === 'same' ? 0 : held ? damaged.length : faultsIn(verdict)
      await book.note(wijk, { at: now().toISOString(), release, differences })
      if (outcome === 'different' && !held) {
        wrong.set(wijk, new Set([...different, ...leftOver, ...damaged]))
        onRepair(wijk)
      }
      return true
    },
  }

  return {
    chore,
    /** Files of a wijk that were found to be wrong; null when all is well. */
    wrongIn: (wijk: WijkId) => wrong.get(wijk) ?? null,
    /** All of a wijk was made anew and is live. */
    madeAnew(wijk: WijkId): void {
      if (wrong.delete(wijk)) repaired.add(wijk)
    },
  }
}
