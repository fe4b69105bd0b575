/**
 * One lane per target elsewhere: it brings the wijken that want to be there to what the release store shows, at its own
 * pace. A slow or broken target keeps nobody waiting but those who want to be on it.
 *
 * wanted    the wijk is to be on this target
 * leaving   it is there, but wants to be elsewhere: it is kept as it should be until it is seen there
 * gone      it may be taken away
 */
import type { WijkId } from '@wijkpers/content'
import {
  type Compared,
  compareThere,
  deliver,
  type DeliverPorts,
  isAsShown,
  takeAway,
} from '@wijkpers/deploy'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import {
  type DeployTarget,
  type Dispatcher,
  type Due,
  type Priority,
  ProofFailedError,
} from '@wijkpers/publishing'
import { createCostlyTries } from './costly-tries.ts'

/** Deliveries at the same moment; one of them is kept for editors who wait. */
const SLOTS = 4
/** Where each try costs a part of an account's day, so many hints of an editor whose wijk keeps being refused start at once. */
const HINTS_AT_ONCE = 4
/** The longest a delivery waits that nobody asked for, in milliseconds. */
const LOOK_MS = 5_000

export type Role = 'wanted' | 'leaving' | 'gone'

/** What was found when a wijk on a target was last compared with what it was brought. */
export type LastCompared = { readonly at: number } & (
  | { readonly kind: 'compared'; readonly compared: Compared }
  | { readonly kind: 'failed'; readonly error: unknown }
)

/** How many files somebody changed. */
export const countOf = ({ missing, different, leftOver }: Compared): number =>
  missing.length + different.length + leftOver.length

/** What became of a comparison. */
export function outcomeOf(last: LastCompared): 'same' | 'different' | 'failed' {
  if (last.kind === 'failed') return 'failed'
  return countOf(last.compared) === 0 ? 'same' : 'different'
}

export interface LaneOptions extends Omit<DeliverPorts, 'target'> {
  readonly target: DeployTarget
  /** All wijken there are or ever were. */
  readonly wijken: () => readonly WijkId[]
  readonly roleOf: (wijk: WijkId) => Role
  /** How urgent it is to whoever waits until this wijk is seen there; null when nobody does. */
  readonly awaitedAs: (wijk: WijkId) => Priority | null
  /** Rejects when the wijk is not seen everywhere it wants to be. */
  readonly ensureSeen: (wijk: WijkId) => Promise<void>
  /** A wijk that is leaving was seen everywhere it wants to be. */
  readonly onMoved: (wijk: WijkId) => void
  readonly onSeen: (wijk: WijkId) => void
  readonly onCompared: (wijk: WijkId, last: LastCompared) => void
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly onGone: (wijk: WijkId) => void
  readonly onLooked: () => void
  readonly onLookFailed: (error: unknown) => void
  readonly onFailed: (wijk: WijkId, error: unknown, next: { attempts: number; nextTryAt: number }) => void
}

export interface Lane {
  readonly name: string
  readonly target: DeployTarget
  readonly dispatcher: Dispatcher
  /** The newest release that was seen there since the start; 0 for none. */
  seen(wijk: WijkId): number
  /** When all of it there was last compared with what it was brought, and what was found; null when not since the start. */
  lastCompared(wijk: WijkId): LastCompared | null
  /** Compares it now, outside its turn; what is otherwise is put right in the next one. Null when it has no site. Throws what the target throws. */
  compareNow(wijk: WijkId): Promise<Compared | null>
  /** Has it compared in its turn, file by file, and put right there: somebody may have changed something. */
  lookAgain(wijk: WijkId): void
  /** How many are still to be looked at, without those that failed and wait for another try. */
  toLookAt(): number
  run(signal: AbortSignal): Promise<void>
}

export function createLane(options: LaneOptions): Lane {
  const { target, store, urlOf, wijken, roleOf, awaitedAs, ensureSeen, onSeen, onGone, now } = options
  const seen = new Map<WijkId, number>()
  const lastCompared = new Map<WijkId, LastCompared>()
  /** Those that are to be compared in their next turn. */
  const again = new Set<WijkId>()
  const seenRelease = (wijk: WijkId) => seen.get(wijk) ?? 0
  const tries = createCostlyTries(target.quota)

  async function dueOf(wijk: WijkId): Promise<Due | null> {
    const shown = store.current(wijk)
    // Where there is no site there is nothing to compare.
    if (!shown || shown.files === 0) again.delete(wijk)
    if (!shown) return null
    const due: Due = { wijk, priority: awaitedAs(wijk) ?? 'bulk', why: 'revision' }
    const role = roleOf(wijk)
    try {
      if (role === 'wanted' && awaitedAs(wijk) && seenRelease(wijk) < shown.release) return due
      const live = await target.live(wijk)
      const hasNothing = !live || (live.release === 0 && live.files.size === 0)
      if (role === 'wanted' && shown.files === 0 && hasNothing) return null
      if (role === 'wanted' && again.has(wijk)) return due
      if (role !== 'wanted' && (hasNothing || live.files.size === 0)) {
        onGone(wijk)
        return null
      }
      if (role === 'leaving')
        await ensureSeen(wijk).then(
          () => options.onMoved(wijk),
          () => undefined,
        )
      const isThere = isAsShown(live, shown, store) && !target.owesPurge?.(wijk)
      return role === 'gone' || !isThere ? due : null
    } catch {
      // Its delivery will say what is wrong, and wait longer each time.
      return due
    }
  }

  async function bring(wijk: WijkId): Promise<void> {
    if (roleOf(wijk) === 'gone') {
      await ensureSeen(wijk)
      await takeAway(wijk, { store, target, urlOf })
      return onGone(wijk)
    }
    // That it cannot be compared keeps nothing from being brought: it is told, and tried again the next night.
    if (again.delete(wijk)) await compareNow(wijk).catch(() => undefined)
    const delivered = await deliver(wijk, { store, target, urlOf }).catch((error: unknown) => {
      // Something else is there than was brought: before the next try it is found out what.
      if (error instanceof ProofFailedError) again.add(wijk)
      throw error
    })
    if (!delivered) return
    seen.set(wijk, delivered.release)
    onSeen(wijk)
  }

  async function compareNow(wijk: WijkId): Promise<Compared | null> {
    const note = (last: LastCompared) => {
      lastCompared.set(wijk, last)
      options.onCompared(wijk, last)
    }
    try {
      const compared = await compareThere(wijk, { store, target })
      if (compared) note({ kind: 'compared', compared, at: now() })
      return compared
    } catch (error) {
      note({ kind: 'failed', error, at: now() })
      throw error
    }
  }

  const dispatcher = createLocalDispatcher({
    async due() {
      const due: Due[] = []
      for (const wijk of wijken()) {
        const one = await dueOf(wijk)
        if (one) due.push(one)
      }
      options.onLooked()
      return due
    },
    slots: SLOTS,
    lookMs: LOOK_MS,
    gapMs: target.gapMs,
    quota: target.quota,
    backoffMs: tries.backoffMs,
    hintsAtOnce: target.quota ? HINTS_AT_ONCE : Infinity,
    onLookFailed: options.onLookFailed,
    onFailed: ({ wijk }, error, next) => options.onFailed(wijk, error, next),
  })

  return {
    name: target.name,
    target,
    dispatcher,
    seen: seenRelease,
    lastCompared: (wijk) => lastCompared.get(wijk) ?? null,
    async compareNow(wijk) {
      const compared = await compareNow(wijk)
      // Its turn sees at once that it is not as it should be, and proves that it is.
      if (compared && countOf(compared) > 0) dispatcher.hint(wijk, 'bulk')
      return compared
    },
    lookAgain(wijk) {
      again.add(wijk)
      dispatcher.hint(wijk, 'bulk')
    },
    toLookAt: () =>
      Array.from(again).filter(
        (wijk) => roleOf(wijk) === 'wanted' && dispatcher.progress(wijk).attempts === 0,
      ).length,
    run: (signal) => dispatcher.run(({ wijk }) => tries.during(wijk, () => bring(wijk)), signal),
  }
}
