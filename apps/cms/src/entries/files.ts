/** Files as entries have them: which entries show one, and of which wijken it is or was. */
import type { Core } from '@strapi/strapi'
import type { Queries } from '../database/transaction.ts'
import type { Changed } from '../revisions/revisions.ts'
import { wijkenWithLogo } from '../wijken/logo.ts'
import { ENTRY_TYPES, WIJK } from './entry-types.ts'
import { filesOfEntries } from './media-tables.ts'

export const FILE = 'plugin::upload.file'

/** The wijken that a file was of before, as the file keeps them. */
export function keysIn(formerWijkKeys: string | null): readonly string[] {
  return formerWijkKeys?.split(' ').filter((key) => key !== '') ?? []
}

/** Rows in one `in (…)`: well below SQLite's limit of 32,766 variables. */
export const IDS_AT_ONCE = 1000

/** An entry that has a file, or the wijk that has it as its logo. */
export interface FileUse extends Changed {
  readonly file: number
  readonly wijk: string
}

/** The live entries that show one of these files, each with its wijk, and the wijken that have one as their logo. */
export async function usesOf(
  strapi: Core.Strapi,
  trx: Queries,
  files: readonly number[],
  { alsoDrafts = false }: { readonly alsoDrafts?: boolean } = {},
): Promise<FileUse[]> {
  const uses: FileUse[] = []
  for (const type of ENTRY_TYPES)
    for (let start = 0; start < files.length; start += IDS_AT_ONCE)
      for (const entries of filesOfEntries(strapi, trx, type)) {
        if (!alsoDrafts) entries.whereNotNull('e.published_at')
        const rows = await entries
          .whereIn('link.file_id', files.slice(start, start + IDS_AT_ONCE))
          .whereNotNull('e.wijk_key')
          .distinct<UseRow[]>('e.document_id', 'e.wijk_key', 'link.file_id')
        uses.push(...rows.map(useBy(type.uid)))
      }
  for (let start = 0; start < files.length; start += IDS_AT_ONCE) {
    const rows = await wijkenWithLogo(trx)
      .whereIn('link.file_id', files.slice(start, start + IDS_AT_ONCE))
      .distinct<UseRow[]>('w.document_id', 'w.document_id as wijk_key', 'link.file_id')
    uses.push(...rows.map(useBy(WIJK)))
  }
  return uses
}

interface UseRow {
  readonly document_id: string
  readonly wijk_key: string
  readonly file_id: number
}

const useBy =
  (uid: string) =>
  ({ document_id, wijk_key, file_id }: UseRow): FileUse => ({
    uid,
    documentId: document_id,
    wijk: wijk_key,
    file: file_id,
  })
