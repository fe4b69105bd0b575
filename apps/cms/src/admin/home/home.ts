/** The answer of `GET /wijkpers/home`: how the wijken stand, and what lies at hand in them. */
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
  const data = isRecord(body) ? body.data : undefined
  if (!isRecord(data)) throw new TypeError('[home] Expected an object')
  const lists = Object.fromEntries(LISTS.map((name) => [name, parseList(data[name])])) as unknown as HomeLists
  return {
    wijken: parseWijken(data.wijken),
    vitality: new Map(records(data.vitality).map((row) => [String(row.wijk), parseVitality(row)])),
    ...parseReviewLists(body),
    ...lists,
  }
}

function parseList(rows: unknown): AtHand[] {
  return records(rows).map((row) => ({
    uid: String(row.uid),
    documentId: String(row.documentId),
    title: String(row.title),
    kind: String(row.kind),
    wijk: String(row.wijk),
    at: new Date(String(row.at)),
    note: typeof row.note === 'string' ? row.note : null,
    url: typeof row.url === 'string' ? row.url : null,
  }))
}

function records(rows: unknown): Record<string, unknown>[] {
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
