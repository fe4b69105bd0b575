/** Planning to publish: what is planned must be able to go online without anybody there to mend it. */
import type { Core } from '@strapi/strapi'
import type { DocumentCall, DocumentData } from '../entries/document-call.ts'
import type { EntryType } from '../entries/entry-types.ts'
import { momentOf } from '../entries/fields/values.ts'
import { refusal } from '../entries/refusal.ts'
import { LABELS } from '../labels/nl.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { TRAIL, type TrailAct, type TrailRow } from '../trail/tables.ts'
import { momentsOfWrite, type SoundMoments } from './moments.ts'

/** The moments of a write: whoever publishes now plans nothing any more, and a copy begins without. */
export async function soundMoments(
  strapi: Core.Strapi,
  { action, params: { documentId, data = {}, status } }: DocumentCall,
  current: DocumentData | null,
  now: Date,
): Promise<SoundMoments> {
  const given = action === 'clone' ? { publishAt: null, expiresAt: null, ...data } : data
  if (status === 'published') return momentsOfWrite({ ...given, publishAt: null }, current, now)
  const isPast = (momentOf(given['publishAt']) ?? Infinity) <= now.getTime()
  const line = isPast && current && documentId ? await lastCarriedOut(strapi, documentId) : undefined
  return momentsOfWrite(given, current, now, line && wasOpenBefore(strapi, line) ? new Date(line.at) : null)
}

type CarriedOut = Pick<TrailRow, 'at' | 'draft_at'>

/** Whether the form that writes was opened before the clock did this; so too what says not what it was opened with. */
function wasOpenBefore(strapi: Core.Strapi, { draft_at }: CarriedOut): boolean {
  const body = strapi.requestContext.get()?.request.body as { readonly updatedAt?: unknown } | undefined
  const openedWith = momentOf(body?.updatedAt)
  return openedWith === null || draft_at === null || openedWith < Date.parse(draft_at)
}

/** That the clock last published a document; undefined when it never did, or longer ago than the trail goes. */
async function lastCarriedOut(strapi: Core.Strapi, documentId: string): Promise<CarriedOut | undefined> {
  return inTransaction(strapi, ({ trx }) =>
    trx(TRAIL)
      .where({ document_id: documentId, act: 'publish' satisfies TrailAct, who_id: null, who: null })
      .orderBy('id', 'desc')
      .first<CarriedOut | undefined>('at', 'draft_at'),
  )
}

interface Attribute {
  readonly required?: boolean
}

/** Refuses to plan what lacks a required field: Strapi asks for those only when it is published. */
export function refuseEmpty(strapi: Core.Strapi, { uid }: EntryType, entry: DocumentData): void {
  const attributes = strapi.contentType(uid).attributes as Readonly<Record<string, Attribute>>
  const empty = Object.keys(attributes).filter((name) => attributes[name]!.required && isEmpty(entry[name]))
  if (empty.length === 0) return
  const labels = empty.map((name) => `‘${LABELS[uid]?.fields[name]?.label ?? name}’`)
  throw refusal(empty[0]!, `Vul eerst ${inDutch.format(labels)} in. Dan kun je dit plannen.`)
}

const inDutch = new Intl.ListFormat('nl', { type: 'conjunction' })

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

const plannedIn = new WeakMap<Queries, Set<string>>()

/** Notes that a document is planned in the transaction that is open; `onPlanned` is called when it was committed. */
export async function notePlanned(
  strapi: Core.Strapi,
  documentId: string,
  onPlanned: () => void,
): Promise<void> {
  await inTransaction(strapi, async ({ trx, onCommit }) => {
    onCommit(onPlanned)
    const planned = plannedIn.get(trx)
    if (planned) planned.add(documentId)
    else plannedIn.set(trx, new Set([documentId]))
  })
}

/** Refuses to publish now what was given a moment in the same breath: the moment was meant, or the button. */
export async function refuseJustPlanned(strapi: Core.Strapi, documentId: string): Promise<void> {
  const isPlanned = await inTransaction(
    strapi,
    async ({ trx }) => plannedIn.get(trx)?.has(documentId) ?? false,
  )
  if (isPlanned)
    throw refusal(
      'publishAt',
      'Je hebt gekozen wanneer dit online komt. Klik op Opslaan: dan gaat het vanzelf. Wil je het nu meteen online? Maak ‘Publiceren op’ dan leeg.',
    )
}
