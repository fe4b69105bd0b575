/** The publishes of the last day, of all wijken: what an operator sees at a glance. */
import type { Slug, WijkId } from '@wijkpers/content'
import type { ReceiptBook, ReceiptRecord } from './receipts.ts'

/** One publish that ended, well or not. */
export interface EndedPublish {
  readonly slug: Slug
  /** When it was live, or failed last: ISO in UTC. */
  readonly at: string
  /** One that fails is `failed` while it is tried again, too. */
  readonly state: 'live' | 'failed'
  /** How often it failed; of one that is live, before it was. */
  readonly attempts: number
  /** From the hint until the live page was seen; null of one that failed. */
  readonly durationMs: number | null
  readonly pages: number | null
}

/** The same, counted: as short for a thousand wijken as for one. */
export interface CountedPublishes {
  /** This hour and the 23 before it, the oldest first. */
  readonly hours: readonly {
    /** ISO in UTC. */
    readonly from: string
    readonly live: number
    /** Of those that came live, how many failed before. */
    readonly late: number
    readonly failed: number
  }[]
  /** How long the middle one took, in milliseconds; null when none was live. */
  readonly halfMs: number | null
  /** What 95 of 100 stayed below. */
  readonly mostMs: number | null
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The newest first. Only what the receipts still know: fifty for each wijk. */
export async function historyOf(
  wijken: readonly { readonly id: WijkId; readonly slug: Slug }[],
  receipts: Pick<ReceiptBook, 'of' | 'newest'>,
  now: Date,
): Promise<EndedPublish[]> {
  const from = new Date(now.getTime() - DAY_MS).toISOString()
  const ended: EndedPublish[] = []
  for (const { id, slug } of wijken) {
    // Of most wijken nothing was published for days: their books stay closed.
    const newest = await receipts.newest(id)
    if (!newest || ((newest.lastLiveAt ?? '') < from && lastOf(newest.record) < from)) continue
    for (const record of await receipts.of(id)) {
      const { liveAt, durationMs, pages, attempts } = record
      const [state, at] = [stateOf(record), liveAt ?? lastOf(record)]
      if (state !== null && at >= from) ended.push({ slug, at, state, attempts, durationMs, pages })
    }
  }
  return ended.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** When a receipt that is not live last said something. */
const lastOf = ({ failedAt, receivedAt }: ReceiptRecord): string => failedAt ?? receivedAt

/** How it ended; null when it did not yet. One that waits because its wijk is held has not failed. */
function stateOf({ state, attempts }: ReceiptRecord): EndedPublish['state'] | null {
  if (state === 'live' || state === 'failed') return state
  return state !== 'held' && attempts > 0 ? 'failed' : null
}

/** Counts the publishes of a day by the hour. */
export function countedByHour(ended: readonly EndedPublish[], now: Date): CountedPublishes {
  const first = Math.floor(now.getTime() / HOUR_MS) - 23
  const hours = Array.from({ length: 24 }, (_, index) => ({
    from: new Date((first + index) * HOUR_MS).toISOString(),
    live: 0,
    late: 0,
    failed: 0,
  }))
  for (const { at, state, attempts } of ended) {
    const hour = hours[Math.floor(Date.parse(at) / HOUR_MS) - first]
    if (!hour) continue
    hour[state]++
    if (state === 'live' && attempts > 0) hour.late++
  }
  const durations = ended.flatMap(({ durationMs }) => durationMs ?? []).sort((a, b) => a - b)
  const below = (part: number) => durations[Math.max(0, Math.ceil(part * durations.length) - 1)] ?? null
  return { hours, halfMs: below(0.5), mostMs: below(0.95) }
}
