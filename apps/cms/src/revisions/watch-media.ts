import type { Core } from '@strapi/strapi'
import { FILE, type FileUse, IDS_AT_ONCE, keysIn, usesOf } from '../entries/files.ts'
import { focusOf } from '../graphql/version.ts'
import { noteDeed } from '../trail/note.ts'
import type { Revisions } from './revisions.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { noteWithdrawn, type WithdrawnRow } from './withdrawn.ts'

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
