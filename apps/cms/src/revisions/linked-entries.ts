import { ENTRY_TYPES } from '../entries/entry-types.ts'
import type { Changed } from './revisions.ts'
import type { Queries } from './transaction.ts'

/**
 * The live entries of a wijk that belong to an organisation: they look different once it is published or taken back,
 * without a write to themselves.
 */
export async function linkedEntries(trx: Queries, organisation: string, wijk: string): Promise<Changed[]> {
  const linked: Changed[] = []
  for (const { uid, table, hasOrganisation } of ENTRY_TYPES) {
    if (!hasOrganisation) continue
    const rows = await trx(table)
      .where({ organisation_key: organisation, wijk_key: wijk })
      .whereNotNull('published_at')
      .select<{ document_id: string }[]>('document_id')
    linked.push(...rows.map((row) => ({ uid, documentId: row.document_id })))
  }
  return linked
}
