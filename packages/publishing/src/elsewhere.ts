/** What comes with targets that are not ours: they let us do so much, can be away, and may refuse. */

import type { WijkId } from '@wijkpers/content'
import type { Priority } from './dispatcher.ts'

/** How often a target takes something. Waiting for it is seen and told, never slept away. */
export interface Quota {
  /** When whoever stands at this place in the line may start, the first at 0; epoch milliseconds. A part is kept for editors. */
  opensAt(place: number, priority: Priority): number
  budget(): QuotaBudget
  /** How many were used for this wijk since the start: so a caller that retries can tell what a try cost. */
  takenFor(wijk: WijkId): number
}

/** What was used of a quota in the last 24 hours, and what is allowed. */
export interface QuotaBudget {
  readonly used: number
  readonly perDay: number
  readonly perMinute: number
  /** When the next one may start; epoch milliseconds. */
  readonly opensAt: number
}

/** A target takes nothing before `until`. That is no failure: whoever waits is told, and it goes on by itself. */
export class TargetWaitsError extends Error {
  override readonly name = 'TargetWaitsError'
  readonly target: string
  readonly until: Date
  constructor(target: string, until: Date) {
    super(`[deploy:${target}] takes nothing before ${until.toISOString()}`)
    this.target = target
    this.until = until
  }
}

/** Why a target refuses: its credentials, an address that is taken, a lock that somebody put on it, or the release itself. */
export type Refusal = 'credentials' | 'address' | 'locked' | 'release'

/** A target refuses. Trying again helps only after somebody changed something there or in the settings. */
export class TargetRefusedError extends Error {
  override readonly name = 'TargetRefusedError'
  readonly target: string
  readonly refusal: Refusal
  constructor(target: string, refusal: Refusal, reason: string, options?: ErrorOptions) {
    super(`[deploy:${target}] refused (${refusal}): ${reason}`, options)
    this.target = target
    this.refusal = refusal
  }
}

/** A target could not be reached, or failed on its side. Trying again can help. */
export class TargetUnavailableError extends Error {
  override readonly name = 'TargetUnavailableError'
  readonly target: string
  constructor(target: string, reason: string, options?: ErrorOptions) {
    super(`[deploy:${target}] ${reason}`, options)
    this.target = target
  }
}
