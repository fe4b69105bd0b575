import type { Core } from '@strapi/strapi'
import { askedWijk } from '../entries/asked-wijk.ts'
import { isWrite, onDocuments, type DocumentCall } from '../entries/document-call.ts'
import { targetOf } from '../entries/entry-links.ts'
import { entryTypeOf, isOnSite, type EntryLink, type EntryType } from '../entries/entry-types.ts'
import { askedFiles } from '../entries/media-places.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { readRelationInput, type Reference } from '../entries/relation-input.ts'
import { FILE } from '../revisions/watch-media.ts'
import { currentEditor, type Editor } from './editor.ts'
import { refuseBeyondRole } from './role-wall.ts'

const READS = new Set(['findMany', 'findFirst', 'findOne', 'count'])

/**
 * Keeps an editor within his own wijken, whichever way he comes. Strapi's conditions look at what is stored, and
 * only where a route asks them; this looks at what is asked for and what is written.
 */
export function wallDocuments(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    if (!isOnSite(call.uid)) return next()
    const editor = currentEditor(strapi)
    if (!editor) return next()
    const own = await editor.wijken()
    const type = entryTypeOf(call.uid)

    if (READS.has(call.action)) {
      const key = type ? { wijkKey: { $in: own } } : { documentId: { $in: own } }
      const { filters } = call.params
      call.params = { ...call.params, filters: filters ? { $and: [filters, key] } : key }
    } else if (isWrite(call)) {
      if (type) {
        await refuseBeyondRole(strapi, type, call, editor)
        await beforeEntryWrite(strapi, type, call, editor, own)
      } else beforeWijkWrite(call, editor, own)
    }
    return next()
  })
}

function beforeWijkWrite(call: DocumentCall, editor: Editor, own: readonly string[]): void {
  if (call.action !== 'update' || !own.includes(call.params.documentId ?? '')) throw forbidden(OTHER_WIJK)
  if (!editor.abilities.has('describeWijk'))
    throw forbidden('De instellingen van een wijk zijn van de buurtverbinders.')
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
    const [only, ...others] = own
    if (only === undefined)
      throw refusal(
        'wijk',
        'Je bent nog van geen enkele wijk redacteur. Vraag de beheerder om je toe te voegen.',
      )
    // The field may stay empty for who has one wijk; who has several is asked to choose.
    if (others.length === 0) call.params = { ...call.params, data: { ...data, wijk: { documentId: only } } }
  }
  for (const link of type.links) await checkLink(strapi, link, data?.[link.field], own)
  await checkFiles(strapi, askedFiles(strapi, type.uid, data), editor, own)
}

// Says the same of one that is not there: whether it is, is not his to know.
async function checkLink(strapi: Core.Strapi, link: EntryLink, input: unknown, own: readonly string[]) {
  for (const where of readRelationInput(input)?.linked ?? []) {
    const seen = await strapi.db.query(link.to).count({ where: { $and: [where, { wijkKey: { $in: own } }] } })
    if (seen === 0) {
      const { this: target } = targetOf(link)
      throw forbidden(`${target.charAt(0).toUpperCase()}${target.slice(1)} hoort bij een andere wijk.`)
    }
  }
}

async function checkFiles(
  strapi: Core.Strapi,
  asked: readonly Reference[],
  editor: Editor,
  own: readonly string[],
) {
  for (const where of asked) {
    const file = await strapi.db.query(FILE).count({ where: { $and: [where, ownFiles(editor.id, own)] } })
    if (file === 0) throw forbidden('Dit bestand hoort bij een andere wijk.')
  }
}

/** The files of an editor: those of his wijken, and what he uploaded himself that is not in use yet. */
export function ownFiles(editor: number, own: readonly string[]): object {
  return { $or: [{ wijkKey: { $in: own } }, { wijkKey: { $null: true }, createdBy: { id: editor } }] }
}

const OTHER_WIJK = 'Dit hoort bij een andere wijk. Vraag de beheerder als je hier toch bij moet kunnen.'
