/** What became of an entry that was handed in: the answer of `/wijkpers/review`, and part of that of `/wijkpers/home`. */
export type ReviewState = 'handedIn' | 'returned' | 'published'
export type ReviewAct = 'handIn' | 'takeBack' | 'giveBack'

export interface Review {
  /** Null when it never was handed in. */
  readonly state: ReviewState | null
  /** What can be done now by whoever is signed in. */
  readonly acts: readonly ReviewAct[]
  readonly writer: string
  readonly handedInAt: Date | null
  readonly reviewer: string | null
  readonly reviewedAt: Date | null
  readonly reason: string | null
  /** When it comes online by itself. */
  readonly plannedAt: Date | null
  /** It is on the site, or once was. */
  readonly wasLive: boolean
}

export interface ReviewedEntry extends Omit<Review, 'acts' | 'wasLive'> {
  readonly state: ReviewState
  readonly uid: string
  readonly documentId: string
  readonly title: string
  readonly kind: string
  /** documentId. */
  readonly wijk: string
}

export interface ReviewLists {
  readonly waiting: readonly ReviewedEntry[]
  readonly mine: readonly ReviewedEntry[]
}

const STATES: readonly ReviewState[] = ['handedIn', 'returned', 'published']
const ACTS: readonly ReviewAct[] = ['handIn', 'takeBack', 'giveBack']

/** The review in the body of an answer; null for an entry that is not there, or not his to see. */
export function parseReview(body: unknown): Review | null {
  const data = dataOf(body)
  return data === null ? null : readReview(record(data))
}

export function parseReviewLists(body: unknown): ReviewLists {
  const data = record(dataOf(body))
  const list = (name: string) => (Array.isArray(data[name]) ? data[name].map(readEntry) : [])
  return { waiting: list('waiting'), mine: list('mine') }
}

function readEntry(value: unknown): ReviewedEntry {
  const row = record(value)
  const { acts: _, wasLive: __, ...review } = readReview(row)
  return {
    ...review,
    state: review.state ?? 'handedIn',
    uid: String(row.uid),
    documentId: String(row.documentId),
    title: String(row.title),
    kind: String(row.kind),
    wijk: String(row.wijk),
  }
}

function readReview(data: Record<string, unknown>): Review {
  return {
    state: STATES.find((known) => known === data.state) ?? null,
    acts: ACTS.filter((act) => Array.isArray(data.acts) && data.acts.includes(act)),
    writer: text(data.writer) ?? 'Iemand',
    handedInAt: moment(data.handedInAt),
    reviewer: text(data.reviewer),
    reviewedAt: moment(data.reviewedAt),
    reason: text(data.reason),
    plannedAt: moment(data.plannedAt),
    wasLive: data.wasLive === true,
  }
}

function dataOf(body: unknown): unknown {
  return record(body).data ?? null
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`[review] Expected an object, got ${JSON.stringify(value)}`)
  return value as Record<string, unknown>
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function moment(value: unknown): Date | null {
  const date = typeof value === 'string' ? new Date(value) : null
  return date === null || Number.isNaN(date.getTime()) ? null : date
}
