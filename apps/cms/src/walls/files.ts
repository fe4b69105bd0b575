import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { entryTypeOf, WIJK } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { currentWijk } from '../people/current-wijk.ts'
import { wijkOfOpened } from '../people/opened-entry.ts'
import { photoFormat } from '../uploads/clean-photo.ts'
import { inTransaction } from '../database/transaction.ts'
import { FILE, usesOf } from '../entries/files.ts'
import { refuseArchived } from '../wijken/archived.ts'
import { currentEditor, personOf } from './editor.ts'
import { refuseUnlessOwnDraft } from './role-wall.ts'

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
 * That is the wijk of the entry that is open before its uploader, or else the one he works in now; where he chose none of several, the file gets one at its first use.
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
      const opened = await wijkOfOpened(strapi, strapi.requestContext.get(), within)
      data.wijkKey ??= opened ?? (await currentWijk(strapi, { person: person.id, within }))
    },
    async beforeUpdate(event) {
      const { data, where } = (event as unknown as FileEvent).params
      await refuseOthersFiles(strapi, where, 'change')
      if (data.folder && currentEditor(strapi)) throw forbidden(NO_FOLDERS)
      // Only new bytes come with a hash, which stays the same to keep the address.
      if (data.hash !== undefined) data.bytesVersion = randomUUID()
    },
    async beforeDelete(event) {
      await refuseOthersFiles(strapi, (event as unknown as FileEvent).params.where, 'remove')
    },
  })
}

/** What somebody is about to do with files. */
export type FileAct = 'change' | 'remove'

/**
 * Refuses an editor to change or remove files that are not his to: what is on the site of another wijk, as that of an entry is that moves and was not
 * published here yet, is not; who only writes has his own, as long as what they are in is his own draft; a logo belongs to those who describe the wijk; only who may delete entries throws photos of others away. To
 * be asked before Strapi touches the bytes, which it does first.
 */
export async function refuseOthersFiles(strapi: Core.Strapi, where: unknown, act: FileAct): Promise<void> {
  const editor = currentEditor(strapi)
  if (!editor) return
  const own = await editor.wijken()
  const files = (await strapi.db
    .query(FILE)
    .findMany({ where, select: ['id'], populate: { createdBy: { select: ['id'] } } })) as {
    id: number
    createdBy: { id: number } | null
  }[]
  const ids = files.map(({ id }) => id)
  const live = await inTransaction(strapi, ({ trx }) => usesOf(strapi, trx, ids))
  if (live.some(({ wijk }) => !own.includes(wijk)))
    throw forbidden(
      'Dit bestand staat nog op de site van een andere wijk. Publiceer eerst hier het bericht waar het bij hoort.',
    )
  if (editor.abilities.has('describeWijk')) return
  const onlyWrites = !editor.abilities.has('publish')
  if (act === 'remove' && !onlyWrites && !editor.abilities.has('remove'))
    throw forbidden(
      'Foto’s en bestanden weggooien doet een buurtverbinder. Je kunt een foto wel uit een bericht halen.',
    )
  if (onlyWrites && files.some(({ createdBy }) => createdBy?.id !== editor.id))
    throw forbidden('Deze foto heeft iemand anders geüpload. Vraag een buurtverbinder.')
  if (live.some(({ uid }) => uid === WIJK))
    throw forbidden('Dit is het logo van de wijk. Vraag een buurtverbinder om het te wijzigen.')
  if (onlyWrites && live.length > 0)
    throw forbidden('Deze foto staat op de site. Vraag een buurtverbinder om die te wijzigen.')
  if (!onlyWrites) return
  const all = await inTransaction(strapi, ({ trx }) => usesOf(strapi, trx, ids, { alsoDrafts: true }))
  for (const { uid, documentId } of all)
    await refuseUnlessOwnDraft(strapi, entryTypeOf(uid)!, documentId, editor.id)
}

/**
 * Refuses to put other bytes in the place of a file: a photo by a pdf or the other way round, which every publish of what has it would fail on,
 * and a photo with people on it. They agreed to be seen on the picture that is there. To be asked before Strapi touches the bytes.
 */
export async function refuseReplace(
  strapi: Core.Strapi,
  id: number,
  incoming: readonly string[],
): Promise<void> {
  const file = (await strapi.db.query(FILE).findOne({ where: { id }, select: ['mime'] })) as {
    mime: string
  } | null
  const wasPhoto = file?.mime.startsWith('image/')
  for (const path of incoming)
    if (file && ((await photoFormat(path)) !== null) !== wasPhoto)
      throw refusal(
        'files',
        wasPhoto ? 'Vervang een foto door een andere foto.' : 'Vervang een pdf door een andere pdf.',
      )
  if (await hasPeople(strapi, id))
    throw forbidden(
      'Op deze foto staan mensen. Zij vonden het goed dat déze foto op de site staat. Kies in het bericht zelf een nieuwe foto: dan zie je meteen wat erbij moet staan.',
    )
}

/** Whether anywhere, in a draft too, it is said of a photo that people are on it. */
async function hasPeople(strapi: Core.Strapi, file: number): Promise<boolean> {
  const { tableName } = strapi.db.metadata.get(PHOTO)
  const isSaid = await inTransaction(strapi, ({ trx }) =>
    trx('files_related_mph as link')
      .join(`${tableName} as photo`, 'photo.id', 'link.related_id')
      .where({ 'link.file_id': file, 'link.related_type': PHOTO })
      .whereIn('photo.people', ['adults', 'children'])
      .first('photo.id'),
  )
  return isSaid !== undefined
}

const PHOTO = 'media.photo'

/**
 * Refuses to change files that an archived wijk has, whoever asks: its site would show them in another way. Throwing one away is not
 * refused. To be asked before Strapi touches the bytes.
 */
export async function refuseOfArchived(strapi: Core.Strapi, files: readonly number[]): Promise<void> {
  const uses = await inTransaction(strapi, ({ trx }) => usesOf(strapi, trx, files, { alsoDrafts: true }))
  const rows = (await strapi.db
    .query(FILE)
    .findMany({ where: { id: { $in: [...files] } }, select: ['wijkKey'] })) as { wijkKey: string | null }[]
  const wijken = [
    ...new Set([...rows.map(({ wijkKey }) => wijkKey ?? []), ...uses.map((use) => use.wijk)].flat()),
  ]
  // The files of a wijk that was deleted are an operator's to look after.
  const there = (await strapi.db
    .query(WIJK)
    .findMany({ where: { documentId: { $in: wijken } }, select: ['documentId'] })) as { documentId: string }[]
  for (const { documentId } of there) await refuseArchived(strapi, documentId)
}

// Folders are shared by all wijken: their names would tell.
export const NO_FOLDERS = 'Mappen zijn alleen voor platformbeheerders.'
