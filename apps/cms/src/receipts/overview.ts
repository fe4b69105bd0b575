import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import { heldIn, type Held } from '../revisions/held.ts'
import { REVISIONS, type RevisionRow } from '../revisions/tables.ts'
import type { Queries } from '../database/transaction.ts'
import { siteAddress } from './address.ts'

/** How a wijk stands, for the home screen. */
export interface WijkOverview {
  readonly documentId: string
  readonly name: string
  readonly slug: string
  readonly state: string
  readonly siteUrl: string
  /** `held`, or the state of the newest receipt; `received` while the publisher has yet to take the newest change. */
  readonly receiptState: string
  readonly liveAt: string | null
  /** Why the newest change failed, for editors; null when it did not. */
  readonly error: string | null
  readonly held: Pick<Held, 'by' | 'since' | 'why'> | null
  readonly wanted: number
  readonly live: number
  /** What is published, of each type that there is something of; most of it first. */
  readonly contents: readonly Content[]
}

interface Content {
  readonly kind: string
  readonly one: string
  readonly many: string
  readonly number: number
}

interface Row extends RevisionRow {
  readonly document_id: string
  readonly name: string
  readonly slug: string
  readonly state: string
  readonly domain: string | null
}

/** The wijken that may be seen (null: all), by name. A statement for the wijken and one per content type. */
export async function overview(
  strapi: Core.Strapi,
  within: readonly string[] | null,
): Promise<WijkOverview[]> {
  const queries: Queries = strapi.db.connection
  const wijken = queries('wijken as w').join(`${REVISIONS} as r`, 'r.wijk', 'w.document_id').orderBy('w.name')
  if (within) wijken.whereIn('w.document_id', within)
  const rows = await wijken.select<Row[]>('w.document_id', 'w.name', 'w.slug', 'w.state', 'w.domain', 'r.*')

  const contents = new Map<string, Content[]>()
  for (const type of ENTRY_TYPES)
    for (const [wijk, number] of await liveCounts(queries, type, within)) {
      const { kind, one, many } = type
      contents.set(wijk, [...(contents.get(wijk) ?? []), { kind, one, many, number }])
    }

  return rows.map((row) => {
    const held = heldIn(row)
    const receiptState = receiptStateOf(row)
    return {
      documentId: row.document_id,
      name: row.name,
      slug: row.slug,
      state: row.state,
      siteUrl: siteAddress(strapi, row),
      receiptState,
      liveAt: row.live_at,
      error: receiptState === 'failed' ? row.error : null,
      held: held && { by: held.by, since: held.since, why: held.why },
      wanted: row.wanted,
      live: row.live,
      contents: (contents.get(row.document_id) ?? []).toSorted((a, b) => b.number - a.number),
    }
  })
}

function receiptStateOf(row: RevisionRow): string {
  if (heldIn(row)) return 'held'
  return (row.receipt_revision ?? 0) >= row.wanted ? (row.receipt_state ?? 'received') : 'received'
}

async function liveCounts(
  queries: Queries,
  type: EntryType,
  within: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> {
  const counts = queries(type.table).whereNotNull('published_at').groupBy('wijk_key')
  if (within) counts.whereIn('wijk_key', within)
  const rows = (await counts.select('wijk_key').count('* as entries')) as unknown as {
    wijk_key: string
    entries: number | string
  }[]
  return new Map(rows.map((row) => [row.wijk_key, Number(row.entries)]))
}
