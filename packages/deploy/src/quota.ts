/**
 * How often an account lets us do something: so many in any minute, and in any day. What was spent is kept on disk, so
 * a restart does not spend it again. Nobody sleeps in here: it says when, and whoever waits can tell so.
 */
import { readFileSync } from 'node:fs'
import type { WijkId } from '@wijkpers/content'
import { type Priority, type Quota, TargetWaitsError } from '@wijkpers/publishing'
import { writeWhole } from '@wijkpers/releases'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Part of a day that is kept for editors: what time or a new site format asks for comes back by itself the next day. */
const KEPT_FOR_EDITORS = 1 / 5

export interface QuotaOptions {
  /** Name of the target, for those who wait. */
  readonly target: string
  readonly file: string
  readonly perMinute: number
  readonly perDay: number
  /** Epoch milliseconds. */
  readonly now?: () => number
}

export interface SpentQuota extends Quota {
  /** Takes one for this wijk; answers how it is given back when it turns out not to have been used. Throws TargetWaitsError when there is none now. */
  take(wijk: WijkId): () => void
  /** The account itself said that nothing more is taken before this moment (epoch milliseconds). */
  closeUntil(at: number): void
}

export function openQuota({ target, file, perMinute, perDay, now = Date.now }: QuotaOptions): SpentQuota {
  // Ascending; only the last day counts.
  let spent = read(file)
  let closed = { at: -Infinity, until: -Infinity }
  const ofWijk = new Map<WijkId, number>()

  /** A clock that was put back leaves moments that are still to come: they are of now at the latest, or an account would stay closed until then. */
  function keepInThePast(): void {
    if ((spent.at(-1) ?? 0) > now()) spent = spent.map((at) => Math.min(at, now()))
    // Of what the account itself said it will say again how long.
    if (closed.at > now()) closed = { at: -Infinity, until: -Infinity }
  }

  const keep = () => writeWhole(file, JSON.stringify(spent))

  /** The first moment at which one more fits, after those in `taken`. */
  function firstAfter(taken: readonly number[], priority: Priority = 'editor'): number {
    const ofDay = priority === 'editor' ? perDay : perDay - Math.floor(perDay * KEPT_FOR_EDITORS)
    const inMinute = taken.at(-perMinute) ?? -Infinity
    const inDay = taken.at(-ofDay) ?? -Infinity
    return Math.max(now(), closed.until, inMinute + MINUTE_MS, inDay + DAY_MS)
  }

  return {
    opensAt(place, priority) {
      keepInThePast()
      const taken = [...spent]
      for (let before = 0; before < place; before++) taken.push(firstAfter(taken, priority))
      return firstAfter(taken, priority)
    },
    takenFor: (wijk) => ofWijk.get(wijk) ?? 0,
    budget() {
      keepInThePast()
      const used = spent.filter((at) => at > now() - DAY_MS).length
      return { used, perDay, perMinute, opensAt: firstAfter(spent) }
    },
    take(wijk) {
      keepInThePast()
      const opensAt = firstAfter(spent)
      const at = now()
      if (opensAt > at) throw new TargetWaitsError(target, new Date(opensAt))
      spent = [...spent.filter((each) => each > at - DAY_MS), at]
      ofWijk.set(wijk, (ofWijk.get(wijk) ?? 0) + 1)
      keep()
      return () => {
        const place = spent.lastIndexOf(at)
        if (place >= 0) spent = spent.toSpliced(place, 1)
        ofWijk.set(wijk, (ofWijk.get(wijk) ?? 1) - 1)
        keep()
      }
    },
    closeUntil(at) {
      closed = { at: now(), until: Math.max(closed.until, at) }
    },
  }
}

function read(file: string): number[] {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as unknown
    return Array.isArray(kept) ? kept.filter((at) => typeof at === 'number').toSorted((a, b) => a - b) : []
  } catch {
    return []
  }
}
