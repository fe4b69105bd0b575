/** The publishes of the last day, of all wijken: what an operator sees at a glance. */
import type { Slug, WijkId } from '@wijkpers/content'
import type { ReceiptBook } from './receipts.ts'

/** One publish that ended, well or not. */
export interface EndedPublish {
  readonly slug: Slug
  /** When it was live, or when it came in and failed since: ISO in UTC. */
  readonly at: string
  readonly state: 'live' | 'failed'
  /** From the hint until the live page was seen; null of one that failed. */
  readonly durationMs: number | null
  readonly pages: number | null
}

const DAY_MS = 86_400_000
/** The newest of a busy day: more points than a screen has room for. */
const MOST = 1_000

/** The newest first. Only what the receipts still know: fifty for each wijk. */
export async function historyOf(
  wijken: readonly { readonly id: WijkId; readonly slug: Slug }[],
  receipts: Pick<ReceiptBook, 'of'>,
  now: Date,
): Promise<EndedPublish[]> {
  const from = new Date(now.getTime() - DAY_MS).toISOString()
  const ended: EndedPublish[] = []
  for (const { id, slug } of wijken)
    for (const { state, liveAt, receivedAt, durationMs, pages } of await receipts.of(id)) {
      const at = liveAt ?? receivedAt
      if ((state === 'live' || state === 'failed') && at >= from)
        ended.push({ slug, at, state, durationMs, pages })
    }
  return ended.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST)
}
