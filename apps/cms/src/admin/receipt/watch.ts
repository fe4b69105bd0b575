import type { Plan } from './plan.ts'
import type { Receipt } from './receipt.ts'

/**
 * Keeps looking at one receipt as long as somebody is looking at it: fast while a change is on its way,
 * slowly when nothing is expected, not at all in a hidden tab.
 */
export type Observation =
  | { readonly kind: 'loading' }
  /** The CMS did not answer the first time. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'seen'
      readonly receipt: Receipt | null
      readonly plan: Plan | null
      readonly at: Date
      /** How long the change has been under way; 0 when nothing is. */
      readonly waitedMs: number
      /** The last look failed: what is shown is the look before. */
      readonly isStale: boolean
    }

export interface ReceiptWatch {
  readonly current: () => Observation
  /** Starts looking with the first listener and stops with the last; answers how to stop listening. */
  readonly listen: (listener: () => void) => () => void
  /** Something changed: look now instead of at the next turn. */
  readonly look: () => void
}

export interface WatchOptions {
  readonly load: () => Promise<{ readonly receipt: Receipt | null; readonly plan: Plan | null }>
  readonly tab: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>
  readonly now?: () => number
}

const FAST_MS = 300
const SLOW_MS = 5_000
const PATIENT_MS = 2_000
/** After this long fast looks only cost; the publisher is down, or has a lot to do. */
const FAST_FOR_MS = 60_000

export function createReceiptWatch({ load, tab, now = Date.now }: WatchOptions): ReceiptWatch {
  const listeners = new Set<() => void>()
  let observation: Observation = { kind: 'loading' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLooking = false
  let mustLookAgain = false
  let waiting: { change: number | null; since: number } | null = null

  function look() {
    clearTimeout(timer)
    if (listeners.size === 0 || tab.hidden) return
    if (isLooking) {
      mustLookAgain = true
      return
    }
    isLooking = true
    void load().then(saw, missed).then(lookLater)
  }

  function lookLater() {
    isLooking = false
    for (const listener of listeners) listener()
    timer = setTimeout(look, mustLookAgain ? 0 : nextLookMs(observation))
    mustLookAgain = false
  }

  function saw({ receipt, plan }: Awaited<ReturnType<WatchOptions['load']>>) {
    const at = now()
    const change = receipt?.changedAt?.getTime() ?? null
    if (!isUnderWay(receipt)) waiting = null
    else if (waiting === null || waiting.change !== change) waiting = { change, since: at }
    // The clock of this machine may differ from the server's: what we saw ourselves counts too.
    const waitedMs = waiting ? at - Math.min(waiting.since, waiting.change ?? at) : 0
    observation = { kind: 'seen', receipt, plan, at: new Date(at), waitedMs, isStale: false }
  }

  function missed() {
    observation = observation.kind === 'seen' ? { ...observation, isStale: true } : { kind: 'unknown' }
  }

  return {
    current: () => observation,
    listen(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        tab.addEventListener('visibilitychange', look)
        look()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(timer)
        tab.removeEventListener('visibilitychange', look)
      }
    },
    look,
  }
}

/** Whether the site still has to catch up with a change. */
function isUnderWay(receipt: Receipt | null): boolean {
  return receipt !== null && ['received', 'rendering', 'deploying'].includes(receipt.state)
}

/** Whether what is shown changes with each second that passes. */
export function countsDown(observation: Observation): boolean {
  return observation.kind === 'seen' && (observation.receipt?.nextTryInMs ?? null) !== null
}

/** How long to wait until the next look, in milliseconds. */
function nextLookMs(observation: Observation): number {
  if (observation.kind !== 'seen' || observation.isStale) return PATIENT_MS
  if (isUnderWay(observation.receipt)) return observation.waitedMs < FAST_FOR_MS ? FAST_MS : PATIENT_MS
  return observation.receipt?.state === 'failed' ? PATIENT_MS : SLOW_MS
}
