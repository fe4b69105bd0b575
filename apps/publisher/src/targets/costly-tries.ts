/**
 * What trying again costs where an account lets us do only so much. A wijk that a target keeps refusing may not use up the day of all the
 * others, so after each try that used up something it waits twice as long, up to hours; a try that cost nothing is soon repeated.
 */
import type { WijkId } from '@wijkpers/content'
import { exponentialBackoff } from '@wijkpers/dispatch'
import { type Quota, TargetWaitsError } from '@wijkpers/publishing'

/** After the first try that was paid for in vain, and at most, in milliseconds: about seventeen tries in the first day, seven in the next. */
const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 4 * 60 * 60 * 1000

export function createCostlyTries(quota: Pick<Quota, 'takenFor'> | null) {
  /** Tries that were paid for in vain since it last went well. */
  const inVain = new Map<WijkId, number>()
  /** Those whose last try was one of them. */
  const paid = new Set<WijkId>()

  return {
    /** One try, of which it is seen what it costs. */
    during: async (wijk: WijkId, work: () => Promise<void>): Promise<void> => {
      const before = quota?.takenFor(wijk) ?? 0
      paid.delete(wijk)
      try {
        await work()
        inVain.delete(wijk)
      } catch (error) {
        const isPaid = quota !== null && quota.takenFor(wijk) > before
        if (isPaid && !(error instanceof TargetWaitsError)) {
          paid.add(wijk)
          inVain.set(wijk, (inVain.get(wijk) ?? 0) + 1)
        }
        throw error
      }
    },
    /** Wait after the nth failure in a row, in milliseconds. */
    backoffMs: (failures: number, wijk: WijkId): number => {
      // What failed before has come right since.
      if (failures === 1 && inVain.has(wijk)) inVain.set(wijk, 1)
      if (!paid.has(wijk)) return exponentialBackoff(failures)
      return exponentialBackoff(inVain.get(wijk) ?? 1, FIRST_WAIT_MS, LONGEST_WAIT_MS)
    },
  }
}
