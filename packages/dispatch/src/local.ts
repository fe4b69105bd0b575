/**
 * The dispatcher for one machine: no queue, only a list in memory that can be made again at any
 * moment from what is due. Hints, looks and the slow sweep all end in the same comparison.
 *
 * due      - wanted revision above the live one (or an old site format), says the caller's `due`
 * waiting  - to be published when a slot is free and its back-off is over
 * active   - being published now; at most one publish per wijk
 */
import type { WijkId } from '@wijkpers/content'
import type { Dispatcher } from '@wijkpers/publishing'

export interface LocalDispatcherOptions {
  /** The wijken that are due now. May throw: then the next look tries again. */
  readonly due: () => Promise<readonly WijkId[]>
  /** Publishes at the same moment. With two or more, one is kept for wijken whose editor is waiting. */
  readonly slots: number
  /** Between two looks that nobody asked for, in milliseconds: the longest a publish waits when every hint is lost. */
  readonly sweepMs: number
  /** Wait after the nth failure in a row, in milliseconds. */
  readonly backoffMs?: (failures: number) => number
  readonly now?: () => number
  /** Told when `due` throws, once per failing look. */
  readonly onLookFailed?: (error: unknown) => void
  /** Told when a publish threw; `nextTryAt` is in epoch milliseconds. */
  readonly onFailed?: (wijk: WijkId, error: unknown, next: { attempts: number; nextTryAt: number }) => void
}

interface Wait {
  /** Hinted, so somebody is likely waiting; goes before what a look found. */
  readonly isEditors: boolean
  readonly since: number
  readonly notBefore: number
}

/** Doubles from a quarter of a second to a minute, with a quarter of chance so that failures do not march in step. */
function exponentialBackoff(failures: number): number {
  return Math.min(60_000, 250 * 2 ** Math.min(failures - 1, 10)) * (0.75 + Math.random() / 4)
}

/** A dispatcher that keeps nothing on disk. `run` may be called once. */
export function createLocalDispatcher(options: LocalDispatcherOptions): Dispatcher {
  const {
    due,
    slots,
    sweepMs,
    backoffMs = exponentialBackoff,
    now = Date.now,
    onLookFailed,
    onFailed,
  } = options
  const waiting = new Map<WijkId, Wait>()
  const active = new Map<WijkId, Promise<void>>()
  const failures = new Map<WijkId, { attempts: number; lastError: unknown; nextTryAt: number }>()
  let wake: () => void = () => undefined
  let looks = 0
  let looked = 0

  function add(wijk: WijkId, isEditors: boolean): void {
    const before = waiting.get(wijk)
    // An edit may be the very cure for what failed, so a hint does not wait for the back-off.
    const notBefore = isEditors ? 0 : (failures.get(wijk)?.nextTryAt ?? 0)
    waiting.set(wijk, {
      isEditors: isEditors || (before?.isEditors ?? false),
      since: before?.since ?? now(),
      notBefore: Math.min(notBefore, before?.notBefore ?? notBefore),
    })
  }

  async function lookForDue(): Promise<void> {
    const look = looks
    try {
      for (const wijk of await due()) if (!active.has(wijk) && !waiting.has(wijk)) add(wijk, false)
    } catch (error) {
      onLookFailed?.(error)
    }
    looked = look
  }

  /** The next wijk to publish, or how long until there may be one (milliseconds). */
  function next(): { wijk: WijkId } | { inMs: number } {
    const freeSlots = slots - active.size
    let inMs = sweepMs
    let best: [WijkId, Wait] | null = null
    for (const candidate of waiting) {
      const [wijk, wait] = candidate
      if (active.has(wijk)) continue
      const restMs = wait.notBefore - now()
      if (restMs > 0) inMs = Math.min(inMs, restMs)
      else if (!best || goesBefore(wait, best[1])) best = candidate
    }
    const isAllowed = best && (best[1].isEditors ? freeSlots > 0 : freeSlots > (slots > 1 ? 1 : 0))
    return best && isAllowed ? { wijk: best[0] } : { inMs }
  }

  return {
    hint(wijk) {
      add(wijk, true)
      wake()
    },
    look() {
      looks++
      wake()
    },
    progress(wijk) {
      const failed = failures.get(wijk)
      return {
        isActive: active.has(wijk),
        attempts: failed?.attempts ?? 0,
        lastError: failed?.lastError ?? null,
        nextTryAt: failed && !active.has(wijk) ? failed.nextTryAt : null,
      }
    },
    async run(publish, signal) {
      async function publishOne(wijk: WijkId): Promise<void> {
        try {
          await publish(wijk)
          failures.delete(wijk)
        } catch (lastError) {
          const attempts = (failures.get(wijk)?.attempts ?? 0) + 1
          const nextTryAt = now() + backoffMs(attempts)
          failures.set(wijk, { attempts, lastError, nextTryAt })
          onFailed?.(wijk, lastError, { attempts, nextTryAt })
          if (!waiting.has(wijk)) add(wijk, false)
        } finally {
          active.delete(wijk)
          wake()
        }
      }

      let nextSweep = 0
      let look: Promise<void> | null = null
      while (!signal.aborted) {
        if (!look && (looks > looked || now() >= nextSweep)) {
          nextSweep = now() + sweepMs
          look = lookForDue().finally(() => {
            look = null
            wake()
          })
        }
        const step = next()
        if ('wijk' in step) {
          waiting.delete(step.wijk)
          active.set(step.wijk, publishOne(step.wijk))
          continue
        }
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        signal.addEventListener('abort', wake, { once: true })
        const timer = setTimeout(resolve, Math.max(1, Math.min(step.inMs, nextSweep - now())))
        await promise
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
      }
      await Promise.all(active.values())
    },
  }
}

function goesBefore(a: Wait, b: Wait): boolean {
  return a.isEditors === b.isEditors ? a.since < b.since : a.isEditors
}
