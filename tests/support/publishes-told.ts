/** What a publisher tells of its publishes in its log. */
import { readFileSync } from 'node:fs'
import type { Why } from '@wijkpers/publishing'
import type { Installation } from './installation.ts'

export interface PublishTold {
  readonly slug: string
  readonly why: Why
  /** Epoch milliseconds. */
  readonly began: number
}

/**
 * Ten looks of the dispatcher, in milliseconds. That a publish begins in the very millisecond is proven with a clock that is passed on by
 * hand (apps/publisher/src/wijken.test.ts); this is for real clocks on a busy machine.
 */
export const TEN_LOOKS_MS = 10_000

/** The publishes of a wijk that ended well, the first one first. */
export function publishesTold(installation: Pick<Installation, 'logOf'>, slug: string): PublishTold[] {
  const lines = readFileSync(installation.logOf('publisher'), 'utf8').split('\n')
  return lines
    .filter((line) => line.includes('"msg":"published"'))
    .map((line) => JSON.parse(line) as { slug: string; why: Why; began: string })
    .filter((told) => told.slug === slug)
    .map(({ why, began }) => ({ slug, why, began: Date.parse(began) }))
}
