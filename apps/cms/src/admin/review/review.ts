import { dataIn, moment, type Row, rowIn, text } from '../answer.ts'

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
  const data = dataIn(body)
  return data === null ? null : readReview(expectRow(data))
}

export function parseReviewLists(body: unknown): ReviewLists {
  const data = expectRow(dataIn(body))
  const list = (name: string) => (Array.isArray(data[name]) ? data[name].map(readEntry) : [])
  return { waiting: list('waiting'), mine: list('mine') }
}

function readEntry(value: unknown): ReviewedEntry {
  const row = expectRow(value)
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

function readReview(data: Row): Review {
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

function expectRow(value: unknown): Row {
  const row = rowIn(value)
  if (!row) throw new TypeError(`[review] Expected an object, got ${JSON.stringify(value)}`)
  return row
}
