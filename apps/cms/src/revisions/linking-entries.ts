import { columnOf } from '../entries/entry-links.ts'
import { ENTRY_TYPES } from '../entries/entry-types.ts'
import type { Changed } from './revisions.ts'
import type { Queries } from '../database/transaction.ts'

/** Whether entries can link to documents of this content type. */
export function isLinkedTo(uid: string): boolean {
  return ENTRY_TYPES.some(({ links }) => links.some(({ to }) => to === uid))
}

/**
 * The live entries of a wijk that link to a document: they look different once that is published or taken back,
 * without a write to themselves.
 */
export async function linkingEntries(
  trx: Queries,
  { uid: target, documentId }: Changed,
  wijk: string,
): Promise<Changed[]> {
  const linking: Changed[] = []
  for (const { uid, table, links } of ENTRY_TYPES)
    for (const { to, key } of links) {
      if (to !== target) continue
      const rows = await trx(table)
        .where({ [columnOf(key)]: documentId, wijk_key: wijk })
        .whereNotNull('published_at')
        .select<{ document_id: string }[]>('document_id')
      linking.push(...rows.map((row) => ({ uid, documentId: row.document_id })))
    }
  return linking
}
