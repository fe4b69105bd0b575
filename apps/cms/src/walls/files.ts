import { randomUUID } from 'node:crypto'
import type { Core, UID } from '@strapi/strapi'
import { onDocuments, type WrittenDocument } from '../entries/document-call.ts'
import { isOnSite, WIJK } from '../entries/entry-types.ts'
import { askedFiles } from '../entries/media-places.ts'
import { forbidden } from '../entries/refusal.ts'
import { currentWijk } from '../people/current-wijk.ts'
import { inTransaction } from '../revisions/transaction.ts'
import { FILE, usesOf } from '../revisions/watch-media.ts'
import { currentEditor, personOf } from './editor.ts'

interface FileData {
  hash?: string
  related?: unknown
  folder?: unknown
  wijkKey?: string | null
  bytesVersion?: string
}

interface FileEvent {
  readonly params: { readonly data: FileData; readonly where?: unknown }
}

/**
 * Marks every file with its wijk when it comes in, and with a new version when its bytes may be others.
 * That is the wijk its uploader works in now; where he chose none of several, the file gets one at its first use.
 * To be called while bootstrapping.
 */
export function markFiles(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    async beforeCreate(event) {
      const { data } = (event as unknown as FileEvent).params
      // Strapi's upload route would link the file to any row of any wijk, past walls and wanted revision.
      if (data.related) throw forbidden('Kies de foto in het bericht zelf.')
      data.bytesVersion ??= randomUUID()

      const person = personOf(strapi.requestContext.get())
      if (!person) return
      const editor = currentEditor(strapi)
      if (editor && data.folder) throw forbidden(NO_FOLDERS)
      const within = (await editor?.wijken()) ?? null
      data.wijkKey ??= await currentWijk(strapi, { person: person.id, within })
    },
    async beforeUpdate(event) {
      const { data, where } = (event as unknown as FileEvent).params
      await refuseOthersFiles(strapi, where)
      if (data.folder && currentEditor(strapi)) throw forbidden(NO_FOLDERS)
      // Only new bytes come with a hash, which stays the same to keep the address.
      if (data.hash !== undefined) data.bytesVersion = randomUUID()
    },
    async beforeDelete(event) {
      await refuseOthersFiles(strapi, (event as unknown as FileEvent).params.where)
    },
  })
}

/** Gives a file without a wijk to the wijk of the first entry that uses it, or to the wijk that has it as its logo. */
export function claimFiles(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const written = (await next()) as WrittenDocument | null
    const { uid } = call
    if (!isOnSite(uid) || !['create', 'update', 'clone'].includes(call.action)) return written
    const asked = askedFiles(strapi, uid, call.params.data)
    if (asked.length === 0) return written

    const documentId = written?.documentId ?? call.params.documentId
    const wijkKey = uid === WIJK ? documentId : await wijkKeyOf(strapi, uid, documentId)
    if (wijkKey)
      await strapi.db
        .query(FILE)
        .updateMany({ where: { $or: [...asked], wijkKey: { $null: true } }, data: { wijkKey } })
    return written
  })
}

async function wijkKeyOf(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string | undefined,
): Promise<string | undefined> {
  const row = (await strapi.db.query(uid).findOne({ where: { documentId }, select: ['wijkKey'] })) as {
    wijkKey: string
  } | null
  return row?.wijkKey
}

/**
 * Refuses an editor to change files that are not his to change: who only writes changes his own, as long as they are on no
 * site; a logo belongs to those who describe the wijk. To be asked before Strapi touches the bytes, which it does first.
 */
export async function refuseOthersFiles(strapi: Core.Strapi, where: unknown): Promise<void> {
  const editor = currentEditor(strapi)
  if (!editor || editor.abilities.has('describeWijk')) return
  const onlyWrites = !editor.abilities.has('publish')
  const files = (await strapi.db
    .query(FILE)
    .findMany({ where, select: ['id'], populate: { createdBy: { select: ['id'] } } })) as {
    id: number
    createdBy: { id: number } | null
  }[]
  if (onlyWrites && files.some(({ createdBy }) => createdBy?.id !== editor.id))
    throw forbidden('Deze foto heeft iemand anders geüpload. Vraag een buurtverbinder.')
  const uses = await inTransaction(strapi, ({ trx }) =>
    usesOf(
      strapi,
      trx,
      files.map(({ id }) => id),
    ),
  )
  if (uses.some(({ uid }) => uid === WIJK))
    throw forbidden('Dit is het logo van de wijk. Vraag een buurtverbinder om het te wijzigen.')
  if (onlyWrites && uses.length > 0)
    throw forbidden('Deze foto staat op de site. Vraag een buurtverbinder om haar te wijzigen.')
}

// Folders are shared by all wijken: their names would tell.
const NO_FOLDERS = 'Mappen zijn alleen voor beheerders.'
