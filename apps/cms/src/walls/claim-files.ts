import type { Core } from '@strapi/strapi'
import { onDocuments, type WrittenDocument } from '../entries/document-call.ts'
import { entryTypeOf, isOnSite, WIJK } from '../entries/entry-types.ts'
import { mediaPlaces } from '../entries/media-places.ts'
import { filesOfEntries } from '../entries/media-tables.ts'
import { refusal } from '../entries/refusal.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { FILE, keysIn, usesOf } from '../entries/files.ts'
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
  /** Only what is live has it, and not the draft. */
  readonly isLiveOnly: boolean
}

/**
 * Keeps the files of an entry, and the logo of a wijk, in the wijk of that: a file without a wijk gets it with its first use; one of
 * another wijk comes along when nothing else has it, so an entry moves with its photo. Else the write is refused, whoever
 * asks. What is live in the wijk of the draft goes with it too: a draft that was moved away, took the photo along and came back without it, leaves
 * it with the site that shows it. Must run inside the transaction of src/revisions.
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
        if (!(await mayTake(strapi, trx, file, { uid, documentId }))) continue
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
      .select<Omit<StrayFile, 'isLiveOnly'>[]>(...COLUMNS, 'w.document_id as wijk')
      .then((rows) => rows.map((row) => ({ ...row, isLiveOnly: false })))
  if (mediaPlaces(strapi, type.uid).length === 0) return []
  const found = new Map<number, StrayFile>()
  for (const entries of filesOfEntries(strapi, trx, type)) {
    const rows = await entries
      .join('files as f', 'f.id', 'link.file_id')
      .join(`${type.table} as draft`, 'draft.document_id', 'e.document_id')
      .where({ 'e.document_id': documentId })
      .whereNull('draft.published_at')
      .whereRaw('draft.wijk_key = e.wijk_key')
      .whereRaw("coalesce(f.wijk_key, '') <> e.wijk_key")
      .select<StrayRow[]>(...COLUMNS, 'e.wijk_key as wijk', 'e.published_at')
    for (const { published_at, ...row } of rows)
      if (published_at === null || !found.has(row.id))
        found.set(row.id, { ...row, isLiveOnly: published_at !== null })
  }
  return [...found.values()]
}

interface StrayRow extends Omit<StrayFile, 'isLiveOnly'> {
  readonly published_at: unknown
}

/** Refuses a write with a file that stays where it is; what only the live entry has is left alone then. */
async function mayTake(
  strapi: Core.Strapi,
  trx: Queries,
  { id, name, wijk_key, isLiveOnly }: StrayFile,
  user: { readonly uid: string; readonly documentId: string },
): Promise<boolean> {
  if (wijk_key === null) return true
  const editor = currentEditor(strapi)
  const isHis = !editor || (await editor.wijken()).includes(wijk_key)
  const uses = await usesOf(strapi, trx, [id], { alsoDrafts: true })
  if (isHis && uses.every(({ documentId }) => documentId === user.documentId)) return true
  if (isLiveOnly) return false
  const wijk = (await strapi.db
    .query(WIJK)
    .findOne({ where: { documentId: wijk_key }, select: ['name'] })) as { name: string } | null
  const whose = isHis && wijk ? `van ${wijk.name}, en wordt daar gebruikt` : 'van een andere wijk'
  throw refusal(
    user.uid === WIJK ? 'logo' : 'photo',
    `Het bestand ‘${name ?? ''}’ is ${whose}. Upload het opnieuw en kies dat, of haal het weg.`,
  )
}
