/** Which entries are due by the clock, and when the next one will be. Plain SQL on an index: asked after every publish. */
import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import type { Queries } from '../revisions/transaction.ts'

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

/** The next moment after `now` at which something is due, in epoch milliseconds; null when nothing is planned. */
export async function nextMoment(strapi: Core.Strapi, now: Date): Promise<number | null> {
  const queries = strapi.db.connection
  const moments: number[] = []
  for (const type of ENTRY_TYPES)
    for (const soonest of [
      drafts(queries, type).where('publish_at', '>', now).min('publish_at as at'),
      live(queries, type).where('expires_at', '>', now).min('expires_at as at'),
    ]) {
      const [row] = (await soonest) as { at: number | string | Date | null }[]
      if (row?.at) moments.push(new Date(row.at).getTime())
    }
  return moments.length > 0 ? Math.min(...moments) : null
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
