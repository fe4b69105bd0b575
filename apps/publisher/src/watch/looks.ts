/** What is told of each look for wijken that are due: to who watches over the publisher, and once for each fault in the log. */
import type { Logger } from 'pino'
import type { Health } from './health.ts'
import { messageOf } from '../message-of.ts'
import type { Metrics } from './metrics.ts'

export interface LooksOptions {
  readonly health: Pick<Health, 'lookEnded' | 'lookFailed'>
  readonly metrics: Pick<Metrics, 'lookEnded' | 'lookFailed'>
  readonly log: Logger
}

export function createLooks({ health, metrics, log }: LooksOptions) {
  let lostFor: string | null = null
  return {
    /** So many are due. */
    ended(count: number): void {
      if (lostFor !== null) log.info('can look again which wijken are due')
      lostFor = null
      health.lookEnded()
      metrics.lookEnded(count)
    },
    failed(error: unknown): void {
      health.lookFailed(error)
      metrics.lookFailed()
      // Once for each fault, and not each second.
      if (lostFor !== messageOf(error))
        log.warn({ err: error }, 'cannot look which wijken are due, looking again each second')
      lostFor = messageOf(error)
    },
  }
}
