import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, WIJK } from '../entries/entry-types.ts'
import { filesOfEntries } from '../entries/media-tables.ts'
import { wijkenWithLogo } from '../wijken/logo.ts'
import type { Changed, Revisions } from './revisions.ts'
import { inTransaction, type Queries } from './transaction.ts'
import { noteWithdrawn, type WithdrawnRow } from './withdrawn.ts'

export const FILE = 'plugin::upload.file'

interface FileRow {
  readonly id: number
  readonly url: string | null
  readonly wijkKey: string | null
  readonly bytesVersion: string | null
}

interface Where {
  readonly where?: unknown
}

/**
 * Raises the wanted revision when a file that is on a site is replaced or removed, or gets another focal point. What is removed
 * is noted as well (withdrawn.ts): an earlier release may show it.
 * Files bypass the document service and are written from many places (one by one, in bulk, while a folder
 * is removed); all of them pass the file repository, so it is that which gets the transaction. Not the upload
 * service: resizing inside a transaction would keep everyone else waiting.
 * To be called while bootstrapping, when the repository exists.
 */
export function watchMedia(strapi: Core.Strapi, revisions: Revisions): void {
  const files = strapi.db.query(FILE)

  for (const act of ['update', 'updateMany', 'delete', 'deleteMany'] as const) {
    const write = files[act] as (params: Where) => Promise<unknown>
    const watched = (params: Where = {}) =>
      inTransaction(strapi, async (transaction) => {
        const rows = (await files.findMany({
          where: params.where,
          select: ['id', 'url', 'wijkKey', 'bytesVersion'],
        })) as FileRow[]
        const ids = rows.map(({ id }) => id)
        const usesBefore = await usesOf(strapi, transaction.trx, ids)
        const before = usesBefore.length > 0 ? await shownOf(transaction.trx, ids) : ''
        const result = await write.call(files, params)
        if (act === 'delete' || act === 'deleteMany') await noteWithdrawn(transaction.trx, withdrawnOf(rows))
        if (usesBefore.length > 0 && (await shownOf(transaction.trx, ids)) !== before)
          for (const [wijk, changed] of Map.groupBy(usesBefore, (use) => use.wijk))
            await revisions.raise(transaction, wijk, changed)
        return result
      })
    Object.assign(files, { [act]: watched })
  }
}

/** What never was of a wijk never was on a site. */
function withdrawnOf(rows: readonly FileRow[]): WithdrawnRow[] {
  return rows.flatMap(({ url, wijkKey, bytesVersion }) =>
    url && wijkKey ? [{ wijk: wijkKey, url, version: bytesVersion ?? '' }] : [],
  )
}

/** Rows in one `in (…)`: well below SQLite's limit of 32,766 variables. */
const IDS_AT_ONCE = 1000

/** The live entries that show one of these files, each with its wijk, and the wijken that have one as their logo. */
export async function usesOf(
  strapi: Core.Strapi,
  trx: Queries,
  files: readonly number[],
): Promise<(Changed & { wijk: string })[]> {
  const uses: (Changed & { wijk: string })[] = []
  for (const type of ENTRY_TYPES)
    for (let start = 0; start < files.length; start += IDS_AT_ONCE)
      for (const entries of filesOfEntries(strapi, trx, type)) {
        const rows = await entries
          .whereIn('link.file_id', files.slice(start, start + IDS_AT_ONCE))
          .whereNotNull('e.published_at')
          .whereNotNull('e.wijk_key')
          .distinct<{ document_id: string; wijk_key: string }[]>('e.document_id', 'e.wijk_key')
        uses.push(...rows.map((row) => ({ uid: type.uid, documentId: row.document_id, wijk: row.wijk_key })))
      }
  for (let start = 0; start < files.length; start += IDS_AT_ONCE) {
    const rows = await wijkenWithLogo(trx)
      .whereIn('link.file_id', files.slice(start, start + IDS_AT_ONCE))
      .distinct<{ document_id: string }[]>('w.document_id')
    uses.push(...rows.map((row) => ({ uid: WIJK, documentId: row.document_id, wijk: row.document_id })))
  }
  return uses
}

// What a site shows of the files. What is said of a photo is in its component; a name or a folder is the editor's business.
async function shownOf(trx: Queries, files: readonly number[]): Promise<string> {
  const rows: unknown[] = []
  for (let start = 0; start < files.length; start += IDS_AT_ONCE)
    rows.push(
      ...(await trx('files')
        .whereIn('id', files.slice(start, start + IDS_AT_ONCE))
        .orderBy('id')
        .select('id', 'url', 'bytes_version', 'focal_point')),
    )
  return JSON.stringify(rows)
}
