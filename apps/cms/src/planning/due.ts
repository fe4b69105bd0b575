/** Which entries are due by the clock, and when the next one will be. Plain SQL on an index: asked after every publish. */
import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import type { Queries } from '../database/transaction.ts'

/** An entry whose moment has come. */
export interface DueEntry {
  readonly type: EntryType
  readonly documentId: string
}

/** Drafts that were to be published by now, the earliest first. */
export function plannedBy(strapi: Core.Strapi, now: Date): Promise<readonly DueEntry[]> {
  return dueEntries((type) =>
    drafts(strapi.db.connection, type).where('publish_at', '<=', now).orderBy('publish_at'),
  )
}

/** What is live and should have left the site by now. */
export function expiredBy(strapi: Core.Strapi, now: Date): Promise<readonly DueEntry[]> {
  return dueEntries((type) =>
    live(strapi.db.connection, type).where('expires_at', '<=', now).orderBy('expires_at'),
  )
}

/**
 * The soonest moment at which something is to be done, in epoch milliseconds: a past one where it is due already; null when
 * nothing is planned. One statement.
 */
export async function soonestMoment(strapi: Core.Strapi): Promise<number | null> {
  return soonest(strapi, (query) => query)
}

/** The next moment after `now` at which something is due, in epoch milliseconds; null when nothing is planned. */
export async function nextMoment(strapi: Core.Strapi, now: Date): Promise<number | null> {
  return soonest(strapi, (query, column) => query.where(column, '>', now))
}

async function soonest(
  strapi: Core.Strapi,
  narrow: (query: ReturnType<typeof drafts>, column: string) => ReturnType<typeof drafts>,
): Promise<number | null> {
  const queries = strapi.db.connection
  const moments = ENTRY_TYPES.flatMap((type) => [
    narrow(drafts(queries, type).whereNotNull('publish_at'), 'publish_at').min('publish_at as at'),
    narrow(live(queries, type).whereNotNull('expires_at'), 'expires_at').min('expires_at as at'),
  ])
  const rows = (await queries.unionAll(moments)) as { at: number | string | Date | null }[]
  const found = rows.flatMap(({ at }) => (at === null ? [] : new Date(at).getTime()))
  return found.length > 0 ? Math.min(...found) : null
}

const drafts = (queries: Queries, { table }: EntryType) => queries(table).whereNull('published_at')
const live = (queries: Queries, { table }: EntryType) => queries(table).whereNotNull('published_at')

async function dueEntries(
  queryOf: (type: EntryType) => ReturnType<typeof drafts>,
): Promise<readonly DueEntry[]> {
  const due: DueEntry[] = []
  for (const type of ENTRY_TYPES) {
    const rows = await queryOf(type).select<{ document_id: string }[]>('document_id')
    due.push(...rows.map(({ document_id }) => ({ type, documentId: document_id })))
  }
  return due
}
