/**
 * **Earlier version**: what an entry said when it was published. Kept so that somebody can go back; the newest ten of each entry, and none of one
 * that was deleted.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'
import { ENTRY_TYPES } from '../entries/entry-types.ts'
import { inTransaction } from '../database/transaction.ts'

export const VERSIONS = 'entry_versions'

/** One row per publish. */
export interface VersionRow {
  readonly id: number
  readonly uid: string
  readonly document_id: string
  /** documentId of the wijk that it was published in: who gets the entry later has no business with it. */
  readonly wijk: string | null
  /** ISO in UTC. */
  readonly at: string
  /** Who published it; null when the clock did. */
  readonly who: string | null
  /** JSON: its fields as a write gives them. */
  readonly data: string
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerVersionTable(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'entry-version',
    table: VERSIONS,
    columns: {
      uid: 'string',
      document_id: 'string',
      wijk: 'string',
      at: 'string',
      who: 'string',
      data: 'text',
    },
    indexes: [{ name: 'entry_versions_document', columns: ['document_id', 'id'] }],
  })
}

/** Gives a version of before its wijk was kept that of its entry. To be called while bootstrapping. */
export async function giveVersionsTheirWijk(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    for (const { uid, table } of ENTRY_TYPES)
      await trx(VERSIONS)
        .where({ uid })
        .whereNull('wijk')
        .update({
          wijk: trx(table)
            .whereRaw('??.document_id = ??.document_id', [table, VERSIONS])
            .whereNull('published_at')
            .max('wijk_key') as never,
        })
  })
}
