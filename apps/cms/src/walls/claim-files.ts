import type { Core } from '@strapi/strapi'
import { onDocuments, type WrittenDocument } from '../entries/document-call.ts'
import { entryTypeOf, isOnSite, WIJK } from '../entries/entry-types.ts'
import { mediaPlaces } from '../entries/media-places.ts'
import { filesOfEntries } from '../entries/media-tables.ts'
import { refusal } from '../entries/refusal.ts'
import { inTransaction, type Queries } from '../revisions/transaction.ts'
import { FILE, keysIn, usesOf } from '../revisions/watch-media.ts'
import { wijkenWithLogo } from '../wijken/logo.ts'
import { currentEditor } from './editor.ts'

const ACTIONS = new Set(['create', 'update', 'clone', 'discardDraft'])

/** A file that is not of the wijk of what it is in. */
interface StrayFile {
  readonly id: number
  readonly name: string | null
  readonly wijk_key: string | null
  readonly former_wijk_keys: string | null
  /** The wijk that it is used in. */
  readonly wijk: string
}

/**
 * Keeps the files of an entry, and the logo of a wijk, in the wijk of that: a file without a wijk gets it with its first use; one of
 * another wijk comes along when nothing else has it, so an entry moves with its photo. Else the write is refused, whoever
 * asks. Must run inside the transaction of src/revisions.
 */
export function claimFiles(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const written = (await next()) as WrittenDocument | null
    const { uid, action } = call
    if (!isOnSite(uid) || !ACTIONS.has(action)) return written
    const documentId =
      action === 'create' || action === 'clone' ? written?.documentId : call.params.documentId
    if (documentId === undefined) return written
    await inTransaction(strapi, async ({ trx }) => {
      for (const file of await strayFiles(strapi, trx, uid, documentId)) {
        await refuseOfAnother(strapi, trx, file, { uid, documentId })
        const keys = new Set([...keysIn(file.former_wijk_keys), ...(file.wijk_key ? [file.wijk_key] : [])])
        keys.delete(file.wijk)
        await strapi.db.query(FILE).updateMany({
          where: { id: file.id },
          data: { wijkKey: file.wijk, formerWijkKeys: keys.size > 0 ? [...keys].join(' ') : null },
        })
      }
    })
    return written
  })
}

const COLUMNS = ['f.id', 'f.name', 'f.wijk_key', 'f.former_wijk_keys']

async function strayFiles(
  strapi: Core.Strapi,
  trx: Queries,
  uid: string,
  documentId: string,
): Promise<readonly StrayFile[]> {
  const type = entryTypeOf(uid)
  if (!type)
    return wijkenWithLogo(trx)
      .join('files as f', 'f.id', 'link.file_id')
      .where({ 'w.document_id': documentId })
      .whereRaw("coalesce(f.wijk_key, '') <> w.document_id")
      .select<StrayFile[]>(...COLUMNS, 'w.document_id as wijk')
  if (mediaPlaces(strapi, type.uid).length === 0) return []
  const found: StrayFile[] = []
  for (const entries of filesOfEntries(strapi, trx, type))
    found.push(
      ...(await entries
        .join('files as f', 'f.id', 'link.file_id')
        .where({ 'e.document_id': documentId })
        .whereNull('e.published_at')
        .whereNotNull('e.wijk_key')
        .whereRaw("coalesce(f.wijk_key, '') <> e.wijk_key")
        .select<StrayFile[]>(...COLUMNS, 'e.wijk_key as wijk')),
    )
  return found
}

async function refuseOfAnother(
  strapi: Core.Strapi,
  trx: Queries,
  { id, name, wijk_key }: StrayFile,
  user: { readonly uid: string; readonly documentId: string },
): Promise<void> {
  if (wijk_key === null) return
  const editor = currentEditor(strapi)
  const isHis = !editor || (await editor.wijken()).includes(wijk_key)
  const uses = await usesOf(strapi, trx, [id], { alsoDrafts: true })
  if (isHis && uses.every(({ documentId }) => documentId === user.documentId)) return
  const wijk = (await strapi.db
    .query(WIJK)
    .findOne({ where: { documentId: wijk_key }, select: ['name'] })) as { name: string } | null
  const whose = isHis && wijk ? `van ${wijk.name}, en wordt daar gebruikt` : 'van een andere wijk'
  throw refusal(
    user.uid === WIJK ? 'logo' : 'photo',
    `Het bestand ‘${name ?? ''}’ is ${whose}. Upload het opnieuw en kies dat, of haal het weg.`,
  )
}
