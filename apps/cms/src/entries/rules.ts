import type { Core } from '@strapi/strapi'
import { refuseExpired } from '../planning/moments.ts'
import { notePlanned, refuseEmpty, refuseJustPlanned, soundMoments } from '../planning/plan.ts'
import { inTransaction } from '../database/transaction.ts'
import { refuseArchived } from '../wijken/archived.ts'
import { askedWijk } from './asked-wijk.ts'
import { onDocuments, type DocumentCall, type DocumentData, type WrittenDocument } from './document-call.ts'
import { entryTypeOf, type EntryType } from './entry-types.ts'
import { entrySlug } from './entry-slug.ts'
import { keyedLinksOf, linkByKey, linkKeyOf, refuseMoveOfLinked } from './entry-links.ts'
import { soundDates } from './fields/dates.ts'
import { refuseUnfinished, soundFields } from './fields/field-rules.ts'
import { changed } from './fields/values.ts'
import { describedPhotos } from './described-photos.ts'
import { componentFields, componentsIn, wholeEntry } from './media-places.ts'
import { refusal } from './refusal.ts'
import { refuseUnfitFiles } from './unfit-files.ts'

/** What an entry is now, as far as the rules need to know. */
interface CurrentEntry extends DocumentData {
  readonly id: number
  readonly slug: string | null
  readonly wijkKey: string | null
  readonly publishedFirstAt?: string | null
  readonly publishAt?: string | null
}

export interface EntryRulesOptions {
  /** Called after the transaction that planned to publish an entry was committed. */
  readonly onPlanned: () => void
}

/**
 * What holds for every entry, whoever writes it: it belongs to a wijk, it has an address of its own there, it
 * links within its wijk only, its fields make sense, what is published is whole, and where it says `publishedFirstAt` it
 * remembers when residents could first read it.
 * Must run inside the transaction of src/revisions: what it looks up and what is written belong together.
 */
export function keepEntryRules(strapi: Core.Strapi, { onPlanned }: EntryRulesOptions): void {
  onDocuments(strapi, async (call, next) => {
    const type = entryTypeOf(call.uid)
    if (!type) return next()
    switch (call.action) {
      case 'create':
      case 'update':
      case 'clone': {
        const { data, isPlanned } = await completed(strapi, type, call)
        call.params = { ...call.params, data }
        const written = (await next()) as WrittenDocument | null
        if (isPlanned && written?.documentId) await notePlanned(strapi, written.documentId, onPlanned)
        return written
      }
      case 'publish':
        await beforePublish(strapi, type, call)
        return next()
      case 'discardDraft': {
        await beforeDiscard(strapi, type, call)
        const discarded = await next()
        await relink(strapi, type, call.params.documentId!)
        return discarded
      }
      default:
        return next()
    }
  })
}

async function completed(
  strapi: Core.Strapi,
  type: EntryType,
  call: DocumentCall,
): Promise<{ data: DocumentData; isPlanned: boolean }> {
  const { documentId, status } = call.params
  const data = soundDates(strapi, type.uid, call.params.data ?? {})
  call.params = { ...call.params, data }
  const current = documentId === undefined ? null : await draftOf(strapi, type, documentId)
  const wijkKey = await openWijkOf(strapi, data['wijk'], current)
  // A clone is a new entry beside its source.
  const itself = call.action === 'clone' ? null : current
  const fields = soundFields(type, data, current)
  await refuseUnfitFiles(strapi, type.uid, data)
  const moments = await soundMoments(strapi, call, itself, new Date())
  if (status === 'published' || moments.isPlanned) {
    const entry = afterWrite(strapi, type, current, { ...data, ...moments.fields })
    if (moments.isPlanned) refuseEmpty(strapi, type, entry)
    refuseUnfinished(strapi, type, entry)
    if (status === 'published') refuseExpired(entry, new Date())
  }
  if (itself?.wijkKey && itself.wijkKey !== wijkKey) await refuseMoveOfLinked(strapi, type, documentId!)

  const slug = await entrySlug(strapi, type, {
    documentId: itself ? documentId : undefined,
    wijkKey,
    given: data['slug'],
    name: data[type.name.field] ?? current?.[type.name.field],
    current: itself,
  })
  const whole = {
    ...data,
    ...fields,
    ...moments.fields,
    ...(await describedPhotos(strapi, type, data)),
    wijkKey,
    slug,
    ...(await linkKeys(strapi, type, { data, current, wijkKey })),
    ...(status === 'published' && remembersFirst(strapi, type)
      ? {
          publishedFirstAt: data['publishedFirstAt'] ?? current?.publishedFirstAt ?? new Date().toISOString(),
        }
      : {}),
  }
  return { data: whole, isPlanned: moments.isPlanned }
}

async function linkKeys(
  strapi: Core.Strapi,
  { links }: EntryType,
  { data, current, wijkKey }: { data: DocumentData; current: CurrentEntry | null; wijkKey: string },
): Promise<DocumentData> {
  const keys: Record<string, string | null> = {}
  for (const link of links)
    keys[link.key] = await linkKeyOf(strapi, link, {
      input: data[link.field],
      current: (current?.[link.key] as string | null | undefined) ?? null,
      wijkKey,
    })
  return keys
}

/** What an entry will be: a component that keeps its place keeps what the write does not name. */
function afterWrite(
  strapi: Core.Strapi,
  type: EntryType,
  current: CurrentEntry | null,
  data: DocumentData,
): DocumentData {
  const components = componentFields(strapi, type.uid).flatMap(([field]) => {
    const given = data[field]
    if (given === undefined) return []
    const known = new Map(componentsIn(current?.[field]).map((one) => [String(one['id']), one]))
    const merged = componentsIn(given).map((one) => changed(known.get(String(one['id'])) ?? null, one))
    return [[field, Array.isArray(given) ? merged : (merged[0] ?? null)] as const]
  })
  return { ...current, ...data, ...Object.fromEntries(components) }
}

/** Whether entries of this type tell when residents could first read them. */
export function remembersFirst(strapi: Core.Strapi, type: EntryType): boolean {
  return 'publishedFirstAt' in strapi.contentType(type.uid).attributes
}

async function beforePublish(strapi: Core.Strapi, type: EntryType, call: DocumentCall): Promise<void> {
  const draft = await draftOf(strapi, type, call.params.documentId!)
  if (!draft) return
  await openWijkOf(strapi, undefined, draft)
  await refuseJustPlanned(strapi, call.params.documentId!)
  refuseUnfinished(strapi, type, draft)
  const now = new Date()
  refuseExpired(draft, now)
  const data = {
    ...(draft.publishAt ? { publishAt: null } : {}),
    ...usualEnd(type, draft, now),
    ...(remembersFirst(strapi, type) && !draft.publishedFirstAt
      ? { publishedFirstAt: now.toISOString() }
      : {}),
  }
  if (Object.keys(data).length > 0) await strapi.db.query(type.uid).update({ where: { id: draft.id }, data })
}

const DAY_MS = 86_400_000

/** What nobody gave an end, and should have one: a call for a babysitter is not good for ever. */
function usualEnd({ ends }: EntryType, { expiresAt }: DocumentData, now: Date): DocumentData {
  if (typeof ends === 'string' || expiresAt) return {}
  return { expiresAt: new Date(now.getTime() + ends.afterDays * DAY_MS).toISOString() }
}

// A saved move that is thrown away is a move back.
async function beforeDiscard(strapi: Core.Strapi, type: EntryType, call: DocumentCall): Promise<void> {
  const documentId = call.params.documentId!
  const rows = (await strapi.db
    .query(type.uid)
    .findMany({ where: { documentId }, select: ['wijkKey'] })) as Pick<CurrentEntry, 'wijkKey'>[]
  for (const wijk of new Set(rows.map(({ wijkKey }) => wijkKey))) if (wijk) await refuseArchived(strapi, wijk)
  if (new Set(rows.map(({ wijkKey }) => wijkKey)).size > 1) await refuseMoveOfLinked(strapi, type, documentId)
}

// The draft is made from the live row, which Strapi does not link to what is a draft itself.
async function relink(strapi: Core.Strapi, type: EntryType, documentId: string): Promise<void> {
  for (const link of keyedLinksOf(type))
    await inTransaction(strapi, ({ trx }) =>
      linkByKey(strapi, trx, type, { link, where: { 'e.document_id': documentId } }),
    )
}

async function draftOf(
  strapi: Core.Strapi,
  type: EntryType,
  documentId: string,
): Promise<CurrentEntry | null> {
  return (await strapi.db.query(type.uid).findOne({
    where: { documentId, publishedAt: { $null: true } },
    populate: wholeEntry(strapi, type.uid),
  })) as CurrentEntry | null
}

/** The documentId of the wijk that an entry will belong to after the write; refuses one that is archived, or not there any more. */
async function openWijkOf(
  strapi: Core.Strapi,
  input: unknown,
  current: CurrentEntry | null,
): Promise<string> {
  const asked = await askedWijk(strapi, input)
  const wijk = asked === undefined ? current?.wijkKey : asked
  if (!wijk) throw refusal('wijk', 'Kies eerst de wijk waar dit bij hoort.')
  await refuseArchived(strapi, wijk)
  return wijk
}
