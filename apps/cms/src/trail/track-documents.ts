import type { Core } from '@strapi/strapi'
import { isWrite, onDocuments, type DocumentCall, type WrittenDocument } from '../entries/document-call.ts'
import { entryTypeOf, isOnSite, WIJK, type EntryType } from '../entries/entry-types.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { nameOf } from '../walls/editor.ts'
import { noteDeed } from './note.ts'
import type { TrailAct } from './tables.ts'

/** What a document is called, and where it belongs. */
interface Place {
  readonly wijk: string | null
  readonly title: string
  /** Of a wijk: where it is in its life. */
  readonly state?: string | null
}

/** Writes a line for every write to an entry or a wijk. Must run inside the transaction of src/revisions. */
export function trackDocuments(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    if (!isOnSite(call.uid) || !isWrite(call)) return next()
    const { documentId } = call.params
    const find = (id: string | undefined) => inTransaction(strapi, ({ trx }) => placeOf(trx, call.uid, id))
    const isNew = documentId === undefined || call.action === 'clone'

    // As it was asked for: the rules add fields. A form says them all.
    const isBesideForms = call.uid === WIJK && Object.keys(call.params.data ?? {}).join() === 'editors'
    const before = isNew || !canMoveOrGo(call) ? null : await find(documentId)
    const people = changesPeople(call) ? await peopleIn(strapi, documentId) : null
    const written = (await next()) as WrittenDocument | null
    const id = isNew ? written?.documentId : documentId
    const after = call.action === 'delete' ? null : await find(id)
    const place = after ?? before
    if (!id || !place) return written

    const deed = { uid: call.uid, document_id: id, title: place.title, wijk: place.wijk, isBesideForms }
    const hasMoved = before?.wijk != null && after?.wijk != null && before.wijk !== after.wijk
    // Both wijken read of it.
    if (hasMoved) await noteDeed(strapi, { ...deed, act: 'move', wijk: before.wijk, detail: 'weg' })
    const [was, is] = [before?.state, after?.state]
    // The form of a wijk says who its people are with every save.
    const change = people && difference(people, await peopleIn(strapi, id))
    if (was && is && was !== is)
      await noteDeed(strapi, { ...deed, act: 'state', detail: `van ${IN_WORDS[was]} naar ${IN_WORDS[is]}` })
    else if (people && change !== null) await noteDeed(strapi, { ...deed, act: 'people', detail: change })
    else await noteDeed(strapi, { ...deed, act: hasMoved ? 'move' : actOf(call) })
    return written
  })
}

/** Whether a write can leave a document in another place than it was: then that has to be known beforehand. */
function canMoveOrGo({ uid, action, params }: DocumentCall): boolean {
  if (action === 'update') return uid === WIJK || params.data?.['wijk'] !== undefined
  return action === 'delete' || action === 'discardDraft'
}

const IN_WORDS: Readonly<Record<string, string>> = {
  draft: 'in de maak',
  active: 'actief',
  resting: 'rustend',
  archived: 'gearchiveerd',
}

function actOf({ uid, action, params }: DocumentCall): TrailAct {
  switch (action) {
    case 'delete':
    case 'publish':
    case 'unpublish':
      return action
    case 'discardDraft':
      return 'discard'
    case 'update':
      if (uid === WIJK) return 'settings'
      return params.status === 'published' ? 'publish' : 'edit'
    default:
      return params.status === 'published' ? 'publish' : 'create'
  }
}

/** Whether a write is about who works for a wijk. */
const changesPeople = ({ uid, action, params }: DocumentCall): boolean =>
  uid === WIJK && action === 'update' && params.data?.['editors'] !== undefined

type People = ReadonlyMap<number, string>

async function peopleIn(strapi: Core.Strapi, documentId: string | undefined): Promise<People> {
  const wijk = (await strapi.db.query(WIJK).findOne({
    where: { documentId },
    populate: { editors: { select: ['id', 'firstname', 'lastname'] } },
  })) as {
    editors: readonly { id: number; firstname: string | null; lastname: string | null }[]
  } | null
  return new Map((wijk?.editors ?? []).map((person) => [person.id, nameOf(person)]))
}

/** `erbij: Noor Bos`; null when the same people are there. */
function difference(before: People, after: People): string | null {
  const missing = (from: People, people: People) =>
    [...people].flatMap(([id, name]) => (from.has(id) ? [] : [name]))
  const said = { erbij: missing(before, after), eraf: missing(after, before) }
  const parts = Object.entries(said).flatMap(([word, names]) =>
    names.length > 0 ? [`${word}: ${names.join(', ')}`] : [],
  )
  return parts.length > 0 ? parts.join('; ') : null
}

async function placeOf(trx: Queries, uid: string, documentId: string | undefined): Promise<Place | null> {
  if (documentId === undefined) return null
  if (uid === WIJK) {
    const row = await trx('wijken')
      .where({ document_id: documentId })
      .first<{ name: string | null; state: string | null } | undefined>('name', 'state')
    return row ? { wijk: documentId, title: row.name ?? '', state: row.state } : null
  }
  return entryPlace(trx, entryTypeOf(uid)!, documentId)
}

async function entryPlace(
  trx: Queries,
  { table, name }: EntryType,
  documentId: string,
): Promise<Place | null> {
  const row = await trx(table)
    .where({ document_id: documentId })
    .orderByRaw('published_at is not null')
    .first<{ wijk: string | null; title: string | null } | undefined>(
      'wijk_key as wijk',
      `${name.field} as title`,
    )
  return row ? { wijk: row.wijk, title: row.title ?? '' } : null
}
