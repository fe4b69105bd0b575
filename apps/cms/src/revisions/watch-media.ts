import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, WIJK } from '../entries/entry-types.ts'
import { filesOfEntries } from '../entries/media-tables.ts'
import { focusOf } from '../graphql/version.ts'
import { noteDeed } from '../trail/note.ts'
import { wijkenWithLogo } from '../wijken/logo.ts'
import type { Changed, Revisions } from './revisions.ts'
import { inTransaction, type Queries } from './transaction.ts'
import { noteWithdrawn, type WithdrawnRow } from './withdrawn.ts'

export const FILE = 'plugin::upload.file'

interface FileRow {
  readonly id: number
  readonly documentId: string
  readonly name: string | null
  readonly url: string | null
  readonly wijkKey: string | null
  readonly formerWijkKeys: string | null
  readonly bytesVersion: string | null
  readonly focalPoint: unknown
}

interface Write {
  readonly where?: unknown
  readonly data?: { readonly hash?: unknown; readonly focalPoint?: unknown }
}

/**
 * Raises the wanted revision when a file that is on a site is replaced or removed, or gets another focal point. What is removed,
 * and the bytes that others took the place of, are noted as well (withdrawn.ts): an earlier release may show them. All of it
 * stands in the trail.
 * Files bypass the document service and are written from many places (one by one, in bulk, while a folder
 * is removed); all of them pass the file repository, so it is that which gets the transaction. Not the upload
 * service: resizing inside a transaction would keep everyone else waiting.
 * To be called while bootstrapping, when the repository exists.
 */
export function watchMedia(strapi: Core.Strapi, revisions: Revisions): void {
  const files = strapi.db.query(FILE)

  for (const act of ['update', 'updateMany', 'delete', 'deleteMany'] as const) {
    const write = files[act] as (params: Write) => Promise<unknown>
    const isRemoval = act === 'delete' || act === 'deleteMany'
    const watched = (params: Write = {}) =>
      inTransaction(strapi, async (transaction) => {
        const rows = (await files.findMany({
          where: params.where,
          select: [
            'id',
            'documentId',
            'name',
            'url',
            'wijkKey',
            'formerWijkKeys',
            'bytesVersion',
            'focalPoint',
          ],
        })) as FileRow[]
        const ids = rows.map(({ id }) => id)
        const usesBefore = await usesOf(strapi, transaction.trx, ids)
        const byWijk = Map.groupBy(usesBefore, (use) => use.wijk)
        const before = usesBefore.length > 0 ? await shownOf(transaction.trx, ids) : ''
        const result = await write.call(files, params)
        // Only new bytes come with a hash.
        if (isRemoval || params.data?.hash !== undefined) {
          await noteWithdrawn(transaction.trx, withdrawnOf(rows, usesBefore))
          await noteDeeds(strapi, rows, isRemoval ? null : 'een ander bestand in zijn plaats')
        } else if (params.data?.focalPoint !== undefined) {
          const focus = JSON.stringify(focusOf(params.data.focalPoint))
          const others = rows.filter(({ focalPoint }) => JSON.stringify(focusOf(focalPoint)) !== focus)
          await noteDeeds(strapi, others, 'een ander belangrijkste punt')
        }
        if (usesBefore.length > 0 && (await shownOf(transaction.trx, ids)) !== before)
          // In the order in which wijken are raised everywhere (live-rows.ts).
          for (const wijk of [...byWijk.keys()].toSorted())
            await revisions.raise(transaction, wijk, [
              ...new Map(
                byWijk.get(wijk)!.map(({ uid, documentId }) => [documentId, { uid, documentId }]),
              ).values(),
            ])
        return result
      })
    Object.assign(files, { [act]: watched })
  }
}

/** Every wijk whose site may ever have shown a file; what never was of a wijk never was on a site. */
function withdrawnOf(rows: readonly FileRow[], uses: readonly FileUse[]): WithdrawnRow[] {
  return rows.flatMap(({ id, url, wijkKey, formerWijkKeys, bytesVersion }) => {
    const wijken = new Set([
      ...(wijkKey ? [wijkKey] : []),
      ...keysIn(formerWijkKeys),
      ...uses.flatMap(({ file, wijk }) => (file === id ? [wijk] : [])),
    ])
    return url ? [...wijken].map((wijk) => ({ wijk, url, version: bytesVersion ?? '' })) : []
  })
}

/** The wijken that a file was of before, as the file keeps them. */
export function keysIn(formerWijkKeys: string | null): readonly string[] {
  return formerWijkKeys?.split(' ').filter((key) => key !== '') ?? []
}

// What is of no wijk yet, nobody else has seen.
async function noteDeeds(
  strapi: Core.Strapi,
  rows: readonly FileRow[],
  detail: string | null,
): Promise<void> {
  for (const { documentId, name, wijkKey } of rows)
    if (wijkKey)
      await noteDeed(strapi, {
        uid: FILE,
        document_id: documentId,
        title: name ?? '',
        wijk: wijkKey,
        act: detail === null ? 'delete' : 'edit',
        detail,
      })
}

/** Rows in one `in (…)`: well below SQLite's limit of 32,766 variables. */
const IDS_AT_ONCE = 1000

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
