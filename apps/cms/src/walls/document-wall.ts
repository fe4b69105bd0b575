import type { Core, UID } from '@strapi/strapi'
import { askedWijk } from '../entries/asked-wijk.ts'
import { isWrite, onDocuments, type DocumentCall } from '../entries/document-call.ts'
import { targetOf } from '../entries/entry-links.ts'
import {
  ENTRY_TYPES,
  entryTypeOf,
  isOnSite,
  ORGANISATION,
  WIJK,
  type EntryLink,
  type EntryType,
} from '../entries/entry-types.ts'
import { askedFiles, componentFields } from '../entries/media-places.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { readRelationInput, type Reference } from '../entries/relation-input.ts'
import { currentWijk } from '../people/current-wijk.ts'
import { senderIn } from '../people/sender.ts'
import { FILE } from '../entries/files.ts'
import { refuseArchived } from '../wijken/archived.ts'
import { currentEditor, personOf, type Editor } from './editor.ts'
import { refuseBeyondRole } from './role-wall.ts'

const READS = new Set(['findMany', 'findFirst', 'findOne', 'count'])

/**
 * Keeps an editor within his own wijken, whichever way he comes. Strapi's conditions look at what is stored, and
 * only where a route asks them; this looks at what is asked for and what is written.
 */
export function wallDocuments(strapi: Core.Strapi): void {
  refuseUnwalled(strapi, WIJK, [])
  for (const { uid, links } of ENTRY_TYPES) refuseUnwalled(strapi, uid, links)
  onDocuments(strapi, async (call, next) => {
    if (!isOnSite(call.uid)) return next()
    const type = entryTypeOf(call.uid)
    const editor = currentEditor(strapi)
    const own = (await editor?.wijken()) ?? null
    if (type && call.action === 'create') {
      await giveCurrentWijk(strapi, call, own)
      if (editor?.abilities.has('represent')) await giveSender(strapi, type, call, editor)
    }
    if (!editor || !own) return next()

    if (READS.has(call.action)) {
      const key = type ? { wijkKey: { $in: own } } : { documentId: { $in: own } }
      const { filters } = call.params
      call.params = { ...call.params, filters: filters ? { $and: [filters, key] } : key }
    } else if (isWrite(call)) {
      if (type) {
        await refuseBeyondRole(strapi, type, call, editor)
        await beforeEntryWrite(strapi, type, call, editor, own)
      } else await beforeWijkWrite(strapi, call, editor, own)
    }
    return next()
  })
}

/** What is new without a wijk belongs to the one in which its maker works now. */
async function giveCurrentWijk(
  strapi: Core.Strapi,
  call: DocumentCall,
  own: readonly string[] | null,
): Promise<void> {
  const person = personOf(strapi.requestContext.get())
  const { data } = call.params
  if (!person || (await askedWijk(strapi, data?.['wijk']))) return
  const documentId = await currentWijk(strapi, { person: person.id, within: own })
  if (documentId) call.params = { ...call.params, data: { ...data, wijk: { documentId } } }
}

/** What a professional makes belongs to his organisation, unless he chose another. */
async function giveSender(
  strapi: Core.Strapi,
  type: EntryType,
  call: DocumentCall,
  { id }: Editor,
): Promise<void> {
  const link = type.links.find(({ to }) => to === ORGANISATION)
  const { data } = call.params
  if (!link || readRelationInput(link.field, data?.[link.field])?.linked) return
  const wijk = await askedWijk(strapi, data?.['wijk'])
  const documentId = wijk && (await senderIn(strapi, id, wijk))
  if (documentId) call.params = { ...call.params, data: { ...data, [link.field]: { documentId } } }
}

/** Whether somebody is taken off a wijk, and nothing else is asked. */
function isLeaving({ params }: DocumentCall): boolean {
  const { editors, ...others } = params.data ?? {}
  const asked = Object.keys((editors as object | undefined) ?? {})
  return Object.keys(others).length === 0 && asked.join() === 'disconnect'
}

async function beforeWijkWrite(
  strapi: Core.Strapi,
  call: DocumentCall,
  editor: Editor,
  own: readonly string[],
): Promise<void> {
  if (call.action !== 'update' || !own.includes(call.params.documentId ?? '')) throw forbidden(OTHER_WIJK)
  if (!editor.abilities.has('describeWijk'))
    throw forbidden('De instellingen van een wijk zijn van de buurtverbinders.')
  // The operator goes on to look after its domain, and after whom to ask. Whoever leaves can be taken off an archive as well.
  if (!isLeaving(call)) await refuseArchived(strapi, call.params.documentId!)
  await checkFiles(strapi, askedFiles(strapi, WIJK, call.params.data), editor, own)
}

async function beforeEntryWrite(
  strapi: Core.Strapi,
  type: EntryType,
  call: DocumentCall,
  editor: Editor,
  own: readonly string[],
): Promise<void> {
  const { documentId, data } = call.params
  if (documentId !== undefined) {
    const rows = (await strapi.db
      .query(type.uid)
      .findMany({ where: { documentId }, select: ['wijkKey'] })) as { wijkKey: string | null }[]
    if (rows.some(({ wijkKey }) => wijkKey === null || !own.includes(wijkKey))) throw forbidden(OTHER_WIJK)
  }
  if (!['create', 'update', 'clone'].includes(call.action)) return

  const wijk = await askedWijk(strapi, data?.['wijk'])
  if (wijk && !own.includes(wijk)) throw forbidden(OTHER_WIJK)
  if (!wijk && call.action === 'create') {
    throw refusal(
      'wijk',
      own.length === 0
        ? 'Je hoort nog niet bij een wijk. Vraag de platformbeheerder om je toe te voegen.'
        : 'Kies eerst de wijk waar dit bij hoort. Dat kan ook boven in beeld.',
    )
  }
  for (const link of type.links) await checkLink(strapi, link, data?.[link.field], own)
  await checkFiles(strapi, askedFiles(strapi, type.uid, data), editor, own)
}

// Says the same of one that is not there: whether it is, is not his to know.
async function checkLink(strapi: Core.Strapi, link: EntryLink, input: unknown, own: readonly string[]) {
  const where = readRelationInput(link.field, input)?.linked
  if (!where) return
  const seen = await strapi.db.query(link.to).count({ where: { $and: [where, { wijkKey: { $in: own } }] } })
  if (seen > 0) return
  const { this: target } = targetOf(link)
  throw forbidden(`${target.charAt(0).toUpperCase()}${target.slice(1)} hoort bij een andere wijk.`)
}

// A wall with a hole must not stand: what a schema links in another way than this looks at stops the CMS.
function refuseUnwalled(strapi: Core.Strapi, uid: UID.ContentType, links: readonly EntryLink[]): void {
  const known = new Set([...links.map(({ field }) => field), ...KNOWN_RELATIONS])
  const attributesOf = (of: UID.ContentType | UID.Component) =>
    Object.entries(strapi.getModel(of).attributes as Record<string, { type: string; multiple?: boolean }>)
  const fields = [
    ...attributesOf(uid),
    ...componentFields(strapi, uid).flatMap(([field, component]) =>
      attributesOf(component).map(([name, is]) => [`${field}.${name}`, is] as const),
    ),
  ]
  for (const [name, { type, multiple }] of fields) {
    const isSeen =
      type === 'relation'
        ? known.has(name)
        : type === 'component'
          ? !name.includes('.')
          : type !== 'dynamiczone' && multiple !== true
    if (!isSeen) throw new Error(`[walls] ${uid} ${name} links in a way that no wall looks at`)
  }
}

/** Links that every type has, and those of a wijk to people, which are an operator's to write. */
const KNOWN_RELATIONS = ['wijk', 'editors', 'createdBy', 'updatedBy', 'localizations']

async function checkFiles(
  strapi: Core.Strapi,
  asked: readonly Reference[],
  editor: Editor,
  own: readonly string[],
) {
  for (const where of asked) {
    const file = await strapi.db.query(FILE).count({ where: { $and: [where, ownFiles(editor.id, own)] } })
    if (file === 0)
      throw forbidden('Dit bestand is er niet meer, of het hoort bij een andere wijk. Kies een ander.')
  }
}

/** The files of an editor: those of his wijken, and what he uploaded himself that is not in use yet. */
export function ownFiles(editor: number, own: readonly string[]): object {
  return { $or: [{ wijkKey: { $in: own } }, { wijkKey: { $null: true }, createdBy: { id: editor } }] }
}

const OTHER_WIJK =
  'Dit hoort bij een andere wijk. Vraag de platformbeheerder als je hier toch bij moet kunnen.'
