import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES } from '../entries/entry-types.ts'
import type { Asker } from '../routes/admin-routes.ts'
import type { Queries } from '../database/transaction.ts'
import { REVIEWS, type ReviewRow } from './tables.ts'

/** An entry in a list of what waits or of what became of it. */
export interface ReviewedEntry {
  readonly uid: string
  readonly documentId: string
  readonly title: string
  /** What an editor calls its kind. */
  readonly kind: string
  readonly wijk: string
  readonly state: ReviewRow['state']
  readonly writer: string
  readonly handedInAt: string
  readonly reviewer: string | null
  readonly reviewedAt: string | null
  readonly reason: string | null
  /** When it comes online by itself, ISO in UTC; null when that is not planned. */
  readonly plannedAt: string | null
}

/** Two lists: `waiting` for whoever may publish it, and has not planned to, the longest wait first; and what became of `mine`, the newest first. */
export interface ReviewLists {
  readonly waiting: readonly ReviewedEntry[]
  readonly mine: readonly ReviewedEntry[]
}

/** A list on a home screen; whoever has more waiting starts at the top. */
const MOST = 50

/** The reviews that concern somebody, in the wijk that he works in now. */
export async function reviewLists(strapi: Core.Strapi, asker: Asker): Promise<ReviewLists> {
  const queries: Queries = strapi.db.connection
  const { person, editor } = asker
  const within = await asker.listed()
  const canReview = !editor || editor.abilities.has('publish')
  const inWijken = () => {
    const rows = queries(REVIEWS)
    return within ? rows.whereIn('wijk', within) : rows
  }
  const toReview = inWijken().where({ state: 'handedIn' }).orderBy('handed_in_at').limit(MOST)
  for (const { table } of ENTRY_TYPES)
    void toReview.whereNotIn(
      'document_id',
      queries(table).whereNull('published_at').whereNotNull('publish_at').select('document_id'),
    )
  const waiting = canReview ? ((await toReview) as ReviewRow[]) : []
  const mine = (await inWijken()
    .where({ writer: person.id })
    .orderByRaw('coalesce(reviewed_at, handed_in_at) desc')
    .limit(MOST)) as ReviewRow[]
  const drafts = await draftsOf(queries, [...waiting, ...mine])
  const shown = (rows: readonly ReviewRow[]) => rows.map((row) => entryOf(row, drafts.get(row.document_id)))
  return { waiting: shown(waiting), mine: shown(mine) }
}

interface Draft {
  readonly document_id: string
  readonly name: string | null
  readonly planned: number | string | Date | null
}

function entryOf(row: ReviewRow, draft: Draft | undefined): ReviewedEntry {
  return {
    uid: row.uid,
    documentId: row.document_id,
    title: draft?.name || 'Zonder titel',
    kind: ENTRY_TYPES.find(({ uid }) => uid === row.uid)?.one ?? '',
    wijk: row.wijk,
    state: row.state,
    writer: row.writer_name,
    handedInAt: row.handed_in_at,
    reviewer: row.reviewer_name,
    reviewedAt: row.reviewed_at,
    reason: row.reason,
    plannedAt: draft?.planned ? new Date(draft.planned).toISOString() : null,
  }
}

/** What the entries are called now, and when they come online, by documentId; a statement per kind that is among them. */
async function draftsOf(queries: Queries, rows: readonly ReviewRow[]): Promise<ReadonlyMap<string, Draft>> {
  const drafts: Draft[] = []
  for (const { uid, table, name } of ENTRY_TYPES) {
    const ids = rows.filter((row) => row.uid === uid).map((row) => row.document_id)
    if (ids.length === 0) continue
    drafts.push(
      ...(await queries(table)
        .whereIn('document_id', ids)
        .whereNull('published_at')
        .select<Draft[]>('document_id', `${name.field} as name`, 'publish_at as planned')),
    )
  }
  return new Map(drafts.map((draft) => [draft.document_id, draft]))
}
