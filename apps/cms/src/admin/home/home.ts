/** The answer of `GET /wijkpers/home`: how the wijken stand, and what lies at hand in them. */
import { dataIn, datedRowsIn, rowIn, rowsIn, text } from '../answer.ts'
import { parseReviewLists, type ReviewLists } from '../review/review.ts'
import { parseVitality, type Vitality } from './energy.ts'
import { parseWijken, type WijkOverview } from './wijken.ts'

/** An entry that somebody can do something with now. */
export interface AtHand {
  readonly uid: string
  readonly documentId: string
  readonly title: string
  /** What an editor calls its kind. */
  readonly kind: string
  /** documentId. */
  readonly wijk: string
  /** The moment that matters in its list. */
  readonly at: Date
  /** Why it is there, for people. */
  readonly note: string | null
  /** Its address on the site, of what is online. */
  readonly url: string | null
}

const LISTS = ['failed', 'expiring', 'planned', 'photos', 'unfinished', 'online'] as const

export type HomeLists = Readonly<Record<(typeof LISTS)[number], readonly AtHand[]>>

export interface Home extends HomeLists, ReviewLists {
  /** By name. */
  readonly wijken: readonly WijkOverview[]
  /** By documentId of the wijk. */
  readonly vitality: ReadonlyMap<string, Vitality>
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseHome(body: unknown): Home {
  const data = rowIn(dataIn(body))
  if (!data) throw new TypeError('[home] Expected an object')
  const lists = Object.fromEntries(LISTS.map((name) => [name, parseList(data[name])])) as unknown as HomeLists
  return {
    wijken: parseWijken(data.wijken),
    vitality: new Map(rowsIn(data.vitality).map((row) => [String(row.wijk), parseVitality(row)])),
    ...parseReviewLists(body),
    ...lists,
  }
}

function parseList(rows: unknown): AtHand[] {
  return datedRowsIn(rows).map((row) => ({
    uid: String(row.uid),
    documentId: String(row.documentId),
    title: String(row.title),
    kind: String(row.kind),
    wijk: String(row.wijk),
    at: row.at,
    note: text(row.note),
    url: text(row.url),
  }))
}
