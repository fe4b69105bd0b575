/**
 * Work of the publisher's own that nobody waits for: at some hours, one thing at a time, only while nobody publishes,
 * and resting as long as it worked, so that none of them takes more than half of one core.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { wallClockOf } from '@wijkpers/content'

/** Since when something that is done once a night is to be done again, in milliseconds: less than a day, so that it has its turn in every night's quiet hours. */
export const ABOUT_A_DAY_MS = 20 * 60 * 60 * 1000

export interface Chore {
  readonly name: string
  /** Does one piece of work; false when there is nothing to do for now. */
  next(): Promise<boolean>
}

/** Hours of the day in the Netherlands, from the first up to the second: `{from: 23, until: 5}` is six of them. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

export interface ChoresOptions {
  /** The first that has something to do goes first. */
  readonly chores: readonly Chore[]
  /** Whether nobody publishes, or waits to be published. */
  readonly isIdle: () => boolean
  readonly quietHours: QuietHours
  readonly now: () => Date
  readonly onFailed: (chore: string, error: unknown) => void
  /** Between two looks whether there is something to do, and before a chore that failed is tried again; in milliseconds. */
  readonly lookMs?: number
  readonly afterFailureMs?: number
}

/** Works until `signal` aborts; resolves when the piece in hand has ended. */
export async function doChores(options: ChoresOptions, signal: AbortSignal): Promise<void> {
  const { chores, isIdle, quietHours, now, onFailed, lookMs = 5_000, afterFailureMs = 60_000 } = options

  /** Until when one that failed is left alone, by the clock of `performance`: those behind it go on meanwhile. */
  const leftUntil = new Map<Chore, number>()

  async function doOne(): Promise<boolean> {
    for (const chore of chores) {
      if (signal.aborted) break
      if (performance.now() < (leftUntil.get(chore) ?? 0)) continue
      try {
        if (await chore.next()) return true
      } catch (error) {
        if (!signal.aborted) onFailed(chore.name, error)
        leftUntil.set(chore, performance.now() + afterFailureMs)
      }
    }
    return false
  }

  while (!signal.aborted) {
    const startedAt = performance.now()
    const isDone = isQuiet(quietHours, now()) && isIdle() && (await doOne())
    await wait(isDone ? performance.now() - startedAt : lookMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Whether `at` is in these hours; hours that end before they begin go on past midnight. */
export function isQuiet({ from, until }: QuietHours, at: Date): boolean {
  const hour = Number(wallClockOf(at.toISOString()).slice(11, 13))
  return from <= until ? from <= hour && hour < until : from <= hour || hour < until
}
