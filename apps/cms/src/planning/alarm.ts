import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * An alarm rings at the very moment that something is due, and looks again now and then: another process, or the
 * clock itself, may have moved that moment.
 */
export interface Alarm {
  /** Something may have become due, or the next moment may be another one. */
  look(): void
  /** Rings no more; resolves when what is under way has ended. */
  stop(): Promise<void>
}

export interface AlarmOptions {
  /** Does what is due and answers when to ring next, in epoch milliseconds; null when nothing is planned. */
  readonly ring: () => Promise<number | null>
  /** Longest time between two rings, in milliseconds. */
  readonly lookEveryMs: number
  readonly onFailed: (error: unknown) => void
  readonly now?: () => number
}

/**
 * Rings at once, and from then on when it is time. Never twice at the same moment. What it does is done in the name of
 * whoever made the alarm, not of whoever looks: a look comes out of the request of an editor, who has nothing to do with
 * what is due by the clock.
 */
export function createAlarm({ ring, lookEveryMs, onFailed, now = Date.now }: AlarmOptions): Alarm {
  let timer: NodeJS.Timeout | undefined
  let ringing: Promise<void> | null = null
  let again = false
  let isStopped = false
  const outsideRequests = AsyncLocalStorage.snapshot()

  async function ringUntilQuiet(): Promise<void> {
    let next: number | null = null
    do {
      again = false
      next = await ring().catch((error: unknown) => {
        onFailed(error)
        return null
      })
    } while (again)
    ringing = null
    if (isStopped) return
    const inMs = next === null ? lookEveryMs : Math.min(lookEveryMs, next - now())
    timer = setTimeout(look, Math.max(1, inMs))
  }

  function look(): void {
    if (isStopped) return
    clearTimeout(timer)
    if (ringing) again = true
    else ringing = outsideRequests(ringUntilQuiet)
  }

  look()
  return {
    look,
    async stop() {
      isStopped = true
      again = false
      clearTimeout(timer)
      await ringing
    },
  }
}
