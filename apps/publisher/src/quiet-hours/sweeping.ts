/** Forgets old releases and removes what nothing shows any more, about once a day. */
import { isLessAgo } from '@wijkpers/publishing'
import type { ReleaseStore, Swept, SweepOptions } from '@wijkpers/releases'
import { ABOUT_A_DAY_MS, type Chore } from './chores.ts'

export interface SweepingOptions {
  readonly store: Pick<ReleaseStore, 'sweep'>
  readonly keep: Pick<SweepOptions, 'keepReleases' | 'keepMs'>
  readonly now: () => Date
  readonly onSwept: (swept: Swept) => void
}

/** Far longer than a publish takes, or an answer to a reader. */
const GRACE_MS = 60 * 60 * 1000

export function createSweeping({ store, keep, now, onSwept }: SweepingOptions): Chore {
  let sweptAt = 0
  return {
    name: 'sweep',
    async next() {
      if (isLessAgo(sweptAt, ABOUT_A_DAY_MS, now().getTime())) return false
      onSwept(await store.sweep({ ...keep, graceMs: GRACE_MS, now: now() }))
      sweptAt = now().getTime()
      return true
    },
  }
}
