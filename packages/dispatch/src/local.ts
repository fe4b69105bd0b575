/**
 * The dispatcher for one machine: no queue, only a line in memory that can be made again at any
 * moment from what is due. Hints and looks, asked for or not, all end in the same comparison.
 *
 * due      - what is live is not what should be, says the caller's `due`; all reasons: `Why`
 * outdated - due by the clock alone: what is live is no longer right. Known here, without asking the CMS
 * waiting  - in line: to be published when a slot is free and its back-off is over
 * active   - being published now; at most one publish per wijk
 * aside    - active without a slot: it takes long, so that others need not wait for it; at most as many as there are slots
 */
import type { WijkId } from '@wijkpers/content'
import {
  type Dispatcher,
  type Due,
  type Priority,
  type Quota,
  TargetWaitsError,
  type Waiting,
} from '@wijkpers/publishing'
import { createLine, ofRetry } from './line.ts'
import { createRhythms } from './rhythm.ts'

export interface LocalDispatcherOptions {
  /** The wijken that are due now. May throw: then the next look tries again. */
  readonly due: () => Promise<readonly Due[]>
  /** Which wijken are outdated now, and when (epoch milliseconds) there will be another; null when none will be. */
  readonly byTheClock?: { outdated(): readonly WijkId[]; nextAt(): number | null }
  /**
   * Asked when a publish begins: whether, once it has ended well, it left undone what was wanted by then, as one does that only kept up with
   * the clock. Then what failed still fails.
   */
  readonly isBehind?: (wijk: WijkId) => () => boolean
  /** Publishes at the same moment. With two or more, one is kept for wijken whose editor is waiting. */
  readonly slots: number
  /**
   * Between two looks that nobody asked for, in milliseconds: the longest a publish waits when every hint is lost. With so many
   * wijken that a look takes long it is longer (LOOKING_PART).
   */
  readonly lookMs: number
  /** Least time between the starts of two publishes of one wijk, in milliseconds: what the target can bear. */
  readonly gapMs?: number
  /** How often the target takes something: nobody starts before it opens. */
  readonly quota?: Pick<Quota, 'opensAt'> | null
  /** Wait after the nth failure in a row of this wijk, in milliseconds. */
  readonly backoffMs?: (failures: number, wijk: WijkId) => number
  /** While a wijk keeps failing so many hints of its editor start at once, where every try costs something; the next wait for its back-off. */
  readonly hintsAtOnce?: number
  readonly now?: () => number
  /** Told when `due` throws, once per failing look. */
  readonly onLookFailed?: (error: unknown) => void
  /** Told when a publish threw; `nextTryAt` is in epoch milliseconds. */
  readonly onFailed?: (turn: Waiting, error: unknown, next: { attempts: number; nextTryAt: number }) => void
}

/** The part of the time that looks may take which nobody asked for: they keep the CMS and editors' publishes waiting. */
const LOOKING_PART = 1 / 20
/** Between two such looks never longer than this, in milliseconds. */
const LONGEST_LOOK_MS = 10_000

interface Failures {
  readonly attempts: number
  /** Those that a hint began. */
  readonly hinted: number
  readonly since: number
  readonly lastError: unknown
  readonly nextTryAt: number
}

/**
 * The wait after the nth failure in a row, in milliseconds: doubles from a first to a longest one, a quarter of a second and a minute unless
 * said, with a quarter of chance so that failures do not march in step.
 */
export function exponentialBackoff(failures: number, firstMs = 250, longestMs = 60_000): number {
  return Math.min(longestMs, firstMs * 2 ** (failures - 1)) * (0.75 + Math.random() / 4)
}

/** A dispatcher that keeps nothing on disk. `run` may be called once. */
export function createLocalDispatcher({
  due,
  byTheClock,
  isBehind = () => () => false,
  slots,
  lookMs,
  gapMs = 0,
  quota = null,
  backoffMs = (failures) => exponentialBackoff(failures),
  hintsAtOnce = Infinity,
  now = Date.now,
  onLookFailed,
  onFailed,
}: LocalDispatcherOptions): Dispatcher {
  const line = createLine(slots)
  const rhythms = createRhythms()
  const active = new Map<WijkId, Priority>()
  const aside = new Set<WijkId>()
  const publishes = new Set<Promise<void>>()
  // What an editor waits for stays his after a hiccup, also when all wijken are in line; what keeps failing does not use up his slot.
  const again = (priority: Priority, { attempts }: Pick<Failures, 'attempts'>) =>
    attempts < 2 ? priority : ofRetry(priority)
  const failures = new Map<WijkId, Failures>()
  const startedAt = new Map<WijkId, number>()
  let wake: () => void = () => undefined
  let looks = 0
  let looked = 0
  let nextOutdatedAt = -Infinity
  /** Became outdated while they were published. */
  const outdatedMeanwhile = new Set<WijkId>()

  function join(next: Due, notBefore: number): void {
    const gapEnds = gapMs > 0 ? (startedAt.get(next.wijk) ?? 0) + gapMs : 0
    line.join(next, now(), Math.max(notBefore, gapEnds))
  }

  /** The clock was put back: nobody waits until a moment of before. What must wait all the same is told so when it is tried. */
  function clockWentBack(): void {
    startedAt.clear()
    line.clockWentBack(now())
    for (const [wijk, failed] of failures)
      failures.set(wijk, { ...failed, since: Math.min(failed.since, now()), nextTryAt: now() })
  }

  /** Whoever is in line keeps its place and its back-off; a wijk that failed keeps out of the slot for editors. */
  function found(next: Due): void {
    const failed = failures.get(next.wijk)
    const notBefore = line.get(next.wijk)?.notBefore ?? failed?.nextTryAt ?? 0
    join(failed ? { ...next, priority: again(next.priority, failed) } : next, notBefore)
  }

  function hinted(wijk: WijkId, priority: Priority): void {
    const isOneTooMany = (failures.get(wijk)?.hinted ?? 0) >= hintsAtOnce
    if (priority !== 'editor' || isOneTooMany) return found({ wijk, priority, why: 'hint' })
    const before = line.get(wijk)
    const heldUntil = rhythms.hint(wijk, now(), before?.why === 'hint')
    // An edit may be the very cure for what failed, so a hint does not wait for the back-off. Who may start
    // already is not held up by who comes after.
    join({ wijk, priority, why: 'hint' }, before && before.notBefore <= now() ? 0 : heldUntil)
  }

  function comesBack({ wijk, priority, why }: Waiting, notBefore: number): void {
    join({ wijk, priority, why }, Math.max(notBefore, line.get(wijk)?.notBefore ?? 0))
  }

  /** At the very instant, whether or not anybody can be asked. */
  function lookAtTheClock(): void {
    if (now() < nextOutdatedAt) return
    nextOutdatedAt = Infinity
    try {
      // The next one first: what becomes outdated between the two questions is in both answers, never in none.
      nextOutdatedAt = byTheClock?.nextAt() ?? Infinity
      for (const wijk of byTheClock?.outdated() ?? [])
        if (active.has(wijk)) outdatedMeanwhile.add(wijk)
        else found({ wijk, priority: 'fan-out', why: 'time' })
    } catch (error) {
      onLookFailed?.(error)
    }
  }

  /** What was just made may be right for a shorter time than any other. */
  function expectNextOutdated(): void {
    try {
      nextOutdatedAt = Math.min(nextOutdatedAt, byTheClock?.nextAt() ?? Infinity)
    } catch (error) {
      onLookFailed?.(error)
    }
  }

  /** Answers how long it took, in milliseconds; 0 when it failed. */
  async function lookForDue(): Promise<number> {
    const look = looks
    const startedAt = now()
    let tookMs = 0
    try {
      const inLine = [...line.wijken()]
      const failed = [...failures.keys()]
      const all = await due()
      for (const each of all) if (!active.has(each.wijk)) found(each)
      // What is not due any more leaves the line, and its failures are over; a hint may be newer than this look.
      const isOver = isNotIn(all, (wijk) => active.has(wijk) || line.get(wijk)?.why === 'hint')
      for (const { wijk } of inLine) if (isOver(wijk)) line.leave(wijk)
      for (const wijk of failed) if (isOver(wijk)) failures.delete(wijk)
      tookMs = Math.max(0, now() - startedAt)
    } catch (error) {
      onLookFailed?.(error)
    }
    looked = look
    return tookMs
  }

  return {
    hint(wijk, priority) {
      hinted(wijk, priority)
      wake()
    },
    look() {
      looks++
      wake()
    },
    stepAside(wijk) {
      if (!active.has(wijk) || aside.size >= slots) return
      aside.add(wijk)
      wake()
    },
    line: () => line.inOrder(now()),
    progress(wijk) {
      const failed = failures.get(wijk)
      return {
        isActive: active.has(wijk),
        attempts: failed?.attempts ?? 0,
        failingSince: failed?.since ?? null,
        lastError: failed?.lastError ?? null,
        nextTryAt: failed && !active.has(wijk) ? failed.nextTryAt : null,
      }
    },
    async run(publish, signal) {
      async function publishOne(turn: Waiting): Promise<void> {
        const { wijk, priority, why } = turn
        try {
          const isBehindNow = isBehind(wijk)
          await publish(turn)
          if (!isBehindNow()) failures.delete(wijk)
        } catch (lastError) {
          // Asked to come back later: no failure, and it keeps its urgency.
          if (lastError instanceof TargetWaitsError) return comesBack(turn, lastError.until.getTime())
          const before = failures.get(wijk)
          const attempts = (before?.attempts ?? 0) + 1
          const hinted = (before?.hinted ?? 0) + (why === 'hint' ? 1 : 0)
          const nextTryAt = now() + backoffMs(attempts, wijk)
          failures.set(wijk, { attempts, hinted, since: before?.since ?? now(), lastError, nextTryAt })
          onFailed?.(turn, lastError, { attempts, nextTryAt })
          const retry = {
            wijk,
            priority: again(priority, { attempts }),
            why: why === 'hint' ? 'revision' : why,
          } as const
          if (!line.get(wijk)) join(retry, nextTryAt)
        } finally {
          active.delete(wijk)
          aside.delete(wijk)
          // What was made may be of before that moment.
          if (outdatedMeanwhile.delete(wijk)) nextOutdatedAt = -Infinity
          expectNextOutdated()
          wake()
        }
      }

      function start(turn: Waiting): void {
        active.set(turn.wijk, turn.priority)
        if (gapMs > 0) startedAt.set(turn.wijk, now())
        rhythms.started(turn.wijk, now())
        const publishing = publishOne(turn).finally(() => publishes.delete(publishing))
        publishes.add(publishing)
      }

      async function lookByItself(): Promise<void> {
        try {
          const restMs = Math.min((await lookForDue()) / LOOKING_PART, LONGEST_LOOK_MS)
          nextLook = Math.max(nextLook, lastLook + restMs)
        } finally {
          look = null
          wake()
        }
      }

      let lastLook = -Infinity
      let nextLook = 0
      let look: Promise<void> | null = null
      while (!signal.aborted) {
        // Before the last look: then the next one would be long in coming.
        if (now() < lastLook) {
          clockWentBack()
          nextLook = 0
        }
        if (!look && (looks > looked || now() >= nextLook)) {
          lastLook = now()
          nextLook = lastLook + lookMs
          nextOutdatedAt = -Infinity
          look = lookByItself()
        }
        lookAtTheClock()
        const next = line.take(active, now(), quota ? openings(quota) : undefined, aside)
        if ('turn' in next) {
          start(next.turn)
          continue
        }
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        signal.addEventListener('abort', wake, { once: true })
        // Never longer than to the next look, as it was before the clock was put back.
        // While a look is under way there is no next one yet: its end wakes.
        const toLookMs = look ? lookMs : nextLook - now()
        const sleepMs = Math.min(next.inMs ?? lookMs, lookMs, toLookMs, nextOutdatedAt - now())
        const timer = setTimeout(resolve, Math.max(1, sleepMs))
        await promise
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
      }
      await Promise.all(publishes)
    },
  }
}

const openings = (quota: Pick<Quota, 'opensAt'>) => ({
  editor: quota.opensAt(0, 'editor'),
  'fan-out': quota.opensAt(0, 'fan-out'),
  bulk: quota.opensAt(0, 'bulk'),
})

function isNotIn(due: readonly Due[], isBusy: (wijk: WijkId) => boolean): (wijk: WijkId) => boolean {
  const wijken = new Set(due.map(({ wijk }) => wijk))
  return (wijk) => !wijken.has(wijk) && !isBusy(wijk)
}
