/**
 * **Withdrawn**: a file that was thrown away, or replaced by another. It is noted in the transaction of that act, for the publisher: nobody may get it any more,
 * from no release.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'
import type { Queries } from '../database/transaction.ts'

const WITHDRAWN = 'withdrawn_files'

/** One row per file that was thrown away or replaced, and per wijk that may have shown it: as a photo was known by. */
export interface WithdrawnRow {
  readonly wijk: string
  readonly url: string
  readonly version: string
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerWithdrawnTable(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'withdrawn-file',
    table: WITHDRAWN,
    columns: {
      at: 'string',
      wijk: 'string',
      url: 'text',
      version: 'string',
    },
    indexes: [{ name: 'withdrawn_files_at', columns: ['at'] }],
  })
}

/** Notes files that are being thrown away or replaced, in the transaction that is open. */
export async function noteWithdrawn(trx: Queries, files: readonly WithdrawnRow[]): Promise<void> {
  const at = new Date().toISOString()
  for (const { wijk, url, version } of files) await trx(WITHDRAWN).insert({ at, wijk, url, version })
}

/** The files that were thrown away or replaced, and when; all of them, or those since an instant (ISO in UTC). The oldest first. */
export async function withdrawnSince(
  queries: Queries,
  since: string | null,
): Promise<(WithdrawnRow & { readonly at: string })[]> {
  const rows = queries(WITHDRAWN).orderBy('id')
  if (since !== null) rows.where('at', '>=', since)
  return rows.select('at', 'wijk', 'url', 'version')
}
