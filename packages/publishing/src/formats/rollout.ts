/**
 * How a new site format goes over all wijken: what was chosen, which wijken it fails on, and when to stop by itself.
 *
 * chosen    the format that all wijken are to have
 * former    the last format that all wijken had: where `undo` goes back to
 * going over  a publish of its own, for nobody but the format: an editor's publish is made in the format that
 *             the wijk has, so that no editor waits for a new format or is hurt by it
 * paused    no wijk goes over; each stays in the format it has
 */
import type { WijkId } from '@wijkpers/content'
import { isLessAgo } from '../ago.ts'
import type { Why } from '../dispatcher.ts'

/** Why no wijk goes over. */
export type Pause =
  | { readonly by: 'operator' }
  /** It failed on too many of those that went first. */
  | {
      readonly by: 'failures'
      readonly failed: number
      readonly tried: number
      /** The first of them, also for who asks after a restart. */
      readonly wijken: readonly {
        readonly slug: string
        readonly page: string | null
        readonly error: string
      }[]
    }

/** What is remembered of a rollout, also after a restart. */
export interface Rollout {
  readonly chosen: string
  readonly former: string | null
  readonly pause: Pause | null
  /** When it was chosen: ISO in UTC. */
  readonly since: string
  /** The newest build that was taken: a build that is not this one is news. */
  readonly built: string | null
  /** Whether all wijken have had the chosen one: then it is where `undo` goes back to from the next. */
  readonly isDone: boolean
}

/** With fewer failures than this a rollout goes on: one or two wijken may have content that no other has. */
const FEW_FAILURES = 3
/** With more than this part of those tried it stops. */
const LARGEST_PART_FAILED = 0.1

/** The rollout at the start of a publisher: a build that is new is chosen, and what was chosen before stays the former one. */
export function atStart(noted: Rollout | null, built: string | null, now: string): Rollout | null {
  if (noted && (built === null || built === noted.built)) return noted
  if (built === null) return null
  if (!noted) return { chosen: built, former: null, pause: null, since: now, built, isDone: false }
  return { ...choose(noted, built, now), built }
}

/** Another format for all. */
export function choose(rollout: Rollout, chosen: string, now: string): Rollout {
  if (chosen === rollout.chosen) return { ...rollout, pause: null }
  const last = rollout.isDone || rollout.former === null || rollout.former === chosen
  const former = last ? rollout.chosen : rollout.former
  return { ...rollout, chosen, former, pause: null, since: now, isDone: false }
}

/** The format to make a wijk in, given the one it has (null: none) and which are kept. */
export function formatFor(
  rollout: Rollout,
  why: Why,
  has: string | null,
  isKept: (hash: string) => boolean,
): string {
  const { chosen, former, pause } = rollout
  if (why === 'format' && !pause) return chosen
  if (has !== null && isKept(has)) return has
  return pause && former !== null && isKept(former) ? former : chosen
}

/** A wijk that the chosen format fails on. */
export interface RolloutFailure {
  readonly error: unknown
  readonly attempts: number
  /** Epoch milliseconds, both. */
  readonly at: number
  readonly nextTryAt: number
  /** Another content may do. */
  readonly revision: number
}

/** Tried again after seconds, then minutes: what a template cannot make today it cannot make in a second either. */
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 600_000

/** The wijken that the chosen format fails on. In memory only: after a restart each is tried once more. */
export function createRolloutFailures() {
  const failures = new Map<WijkId, RolloutFailure>()
  return {
    add(wijk: WijkId, revision: number, error: unknown, now: number): RolloutFailure {
      const attempts = (failures.get(wijk)?.attempts ?? 0) + 1
      const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 8 ** (attempts - 1))
      const failure = { error, attempts, at: now, nextTryAt: now + waitMs, revision }
      failures.set(wijk, failure)
      return failure
    },
    /** Whether this wijk may not go over now: it failed, and neither its content is another nor has its time come. */
    isHeldBack(wijk: WijkId, revision: number, now: number): boolean {
      const failure = failures.get(wijk)
      return failure?.revision === revision && isLessAgo(failure.at, failure.nextTryAt - failure.at, now)
    },
    get: (wijk: WijkId): RolloutFailure | null => failures.get(wijk) ?? null,
    wentOver: (wijk: WijkId) => failures.delete(wijk),
    clear: () => failures.clear(),
  }
}

/** Whether to stop: it failed on more than a few, and on more than a small part of those tried, or on every wijk there is. */
export function isFailing({ failed, done, total }: { failed: number; done: number; total: number }): boolean {
  if (failed === 0) return false
  return failed >= Math.min(FEW_FAILURES, total) && failed / (failed + done) > LARGEST_PART_FAILED
}
