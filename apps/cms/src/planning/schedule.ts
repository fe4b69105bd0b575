/** Publishes what was planned and takes back what has expired, at the very moment; after downtime, what was missed. */
import type { Core } from '@strapi/strapi'
import { publishPlanned, takeBackExpired } from './acts.ts'
import { createAlarm, type Alarm } from './alarm.ts'
import { expiredBy, nextMoment, plannedBy, soonestMoment, type DueEntry } from './due.ts'

/** Longest time between two looks: what another process planned is seen then. In milliseconds. */
const LOOK_EVERY_MS = 30_000
/** Wait before an act that failed by a fault is tried again, in milliseconds: longer after each one, up to the last. */
const RETRY_MS = [1_000, 5_000, 30_000, 300_000]

export function createSchedule(strapi: Core.Strapi): Alarm {
  const faults = new Map<string, { count: number; retryAt: number }>()

  async function carryOut(
    due: readonly DueEntry[],
    act: (strapi: Core.Strapi, entry: DueEntry, now: Date) => Promise<void>,
  ): Promise<void> {
    for (const entry of due) {
      const { documentId } = entry
      const fault = faults.get(documentId)
      if (fault && fault.retryAt > Date.now()) continue
      try {
        await act(strapi, entry, new Date())
        faults.delete(documentId)
      } catch (error) {
        const count = (fault?.count ?? 0) + 1
        const retryAt = Date.now() + RETRY_MS[Math.min(count, RETRY_MS.length) - 1]!
        faults.set(documentId, { count, retryAt })
        strapi.log.error(
          `[planning] ${entry.type.one} ${documentId}: tried again at ${new Date(retryAt).toISOString()}`,
        )
        strapi.log.error(error)
      }
    }
  }

  return createAlarm({
    async ring() {
      const now = new Date()
      // After nearly every publish this is all there is to ask.
      const soonest = await soonestMoment(strapi)
      if (soonest === null || soonest > now.getTime()) {
        faults.clear()
        return soonest
      }
      const [planned, expired] = [await plannedBy(strapi, now), await expiredBy(strapi, now)]
      const isDue = new Set([...planned, ...expired].map(({ documentId }) => documentId))
      for (const documentId of faults.keys()) if (!isDue.has(documentId)) faults.delete(documentId)
      // First what comes: it may bring a later moment for what is to go.
      await carryOut(planned, publishPlanned)
      await carryOut(expired, takeBackExpired)
      const retries = Array.from(faults.values(), ({ retryAt }) => retryAt)
      // After the same instant: what became due meanwhile is next.
      const next = Math.min((await nextMoment(strapi, now)) ?? Infinity, ...retries)
      return next === Infinity ? null : next
    },
    lookEveryMs: LOOK_EVERY_MS,
    onFailed(error) {
      strapi.log.error('[planning] cannot look what is due')
      strapi.log.error(error)
    },
  })
}
