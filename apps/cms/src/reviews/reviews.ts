import type { Core } from '@strapi/strapi'
import { entryTypeOf, type EntryType } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import type { Asker } from '../routes/admin-routes.ts'
import type { AskedEntry } from '../routes/asked-entry.ts'
import { wasLive } from '../revisions/live-rows.ts'
import { inTransaction, lockDocument, type Queries } from '../database/transaction.ts'
import { noteDeed } from '../trail/note.ts'
import { tellByLetter, type ReviewNews } from './letters.ts'
import { REVIEWS, type ReviewRow } from './tables.ts'

/** Longest reason, in characters. */
const MAX_REASON = 1000

/** What somebody does with an entry that is, or is to be, reviewed. */
export type ReviewAct = 'handIn' | 'takeBack' | 'giveBack'

/** The review of an entry as one person sees it: what it is, and what he can do now. */
export interface Review {
  readonly row: ReviewRow | null
  readonly acts: readonly ReviewAct[]
  /** When it comes online by itself, ISO in UTC; null when that is not planned. */
  readonly plannedAt: string | null
  readonly wasLive: boolean
}

/** The review of an entry; null for one that is not his to see. */
export async function reviewOf(
  strapi: Core.Strapi,
  asker: Asker,
  { uid, documentId }: AskedEntry,
): Promise<Review | null> {
  const entry = await standingOf(strapi, uid, documentId)
  if (!entry || (asker.within && !asker.within.includes(entry.wijk))) return null
  const row = await reviewRow(strapi.db.connection, documentId)
  return { row, acts: actsOf(asker, entry, row), plannedAt: entry.plannedAt, wasLive: entry.wasLive }
}

/** Hands in, takes back or gives back; refuses what is not his to do. Answers the review as it is then. */
export async function review(
  strapi: Core.Strapi,
  asker: Asker,
  { act, entry: asked, reason }: { act: ReviewAct; entry: AskedEntry; reason?: unknown },
): Promise<Review | null> {
  const { uid, documentId } = asked
  await inTransaction(strapi, async ({ trx }) => {
    // Else the clock publishes what is being given back.
    await lockDocument(strapi, trx, uid, documentId)
    const entry = await standingOf(strapi, uid, documentId)
    if (!entry || (asker.within && !asker.within.includes(entry.wijk))) throw forbidden(NOT_YOURS)
    const row = await reviewRow(trx, documentId)
    if (!actsOf(asker, entry, row).includes(act)) throw forbidden(NOT_NOW[act])
    await change(trx, asker, { act, uid, documentId, wijk: entry.wijk, reason })
    // Else the clock would publish what has yet to be mended.
    if (act === 'giveBack' && entry.plannedAt !== null)
      await strapi.db.query(entry.uid).update({ where: { id: entry.draft }, data: { publishAt: null } })
    await noteDeed(strapi, { uid, document_id: documentId, wijk: entry.wijk, title: entry.title, act })
    await tell(strapi, trx, asker, { act, documentId, title: entry.title })
  })
  return reviewOf(strapi, asker, asked)
}

/** How an entry stands, as far as reviewing needs to know. */
interface Standing {
  readonly uid: EntryType['uid']
  /** Number of the row of its draft. */
  readonly draft: number
  readonly wijk: string
  readonly title: string
  readonly plannedAt: string | null
  /** It is on the site, or once was. */
  readonly wasLive: boolean
  /** Number of the account that made it; null for an import. */
  readonly madeBy: number | null
}

interface Row {
  readonly id: number
  readonly wijkKey: string | null
  readonly publishAt: string | null
  readonly createdBy: { readonly id: number } | null
  readonly title?: string | null
  readonly name?: string | null
}

async function standingOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<Standing | null> {
  const type = entryTypeOf(uid)
  if (!type) return null
  const draft = (await strapi.db.query(type.uid).findOne({
    where: { documentId, publishedAt: { $null: true } },
    select: ['id', 'wijkKey', 'publishAt', type.name.field],
    populate: { createdBy: { select: ['id'] } },
  })) as Row | null
  if (!draft?.wijkKey) return null
  return {
    uid: type.uid,
    draft: draft.id,
    wijk: draft.wijkKey,
    title: draft[type.name.field] ?? '',
    plannedAt: draft.publishAt,
    wasLive: await inTransaction(strapi, ({ trx }) => wasLive(trx, documentId)),
    madeBy: draft.createdBy?.id ?? null,
  }
}

/** What somebody can do with the review of an entry now. */
function actsOf({ person, editor }: Asker, entry: Standing, row: ReviewRow | null): ReviewAct[] {
  const waits = row?.state === 'handedIn'
  const isHis = entry.madeBy === person.id
  if (!editor || editor.abilities.has('publish')) return waits ? ['giveBack'] : []
  const isOutOfHisHands = entry.wasLive || entry.plannedAt !== null || row?.state === 'published'
  if (!isHis || isOutOfHisHands || !editor.abilities.has('write')) return []
  return waits ? ['takeBack'] : ['handIn']
}

async function tell(
  strapi: Core.Strapi,
  trx: Queries,
  { person }: Asker,
  { act, documentId, title }: { act: ReviewAct; documentId: string; title: string },
): Promise<void> {
  const row = await reviewRow(trx, documentId)
  if (!row || act === 'takeBack') return
  const news: ReviewNews =
    act === 'handIn' ? { kind: 'handedIn' } : { kind: 'returned', by: person.name, reason: row.reason ?? '' }
  await tellByLetter(strapi, { ...row, title }, news)
}

async function change(
  trx: Queries,
  { person }: Asker,
  { act, uid, documentId, wijk, reason }: AskedEntry & { act: ReviewAct; wijk: string; reason: unknown },
): Promise<void> {
  const now = new Date().toISOString()
  const rows = trx(REVIEWS).where({ document_id: documentId })
  switch (act) {
    case 'handIn':
      await trx(REVIEWS)
        .insert({
          uid,
          document_id: documentId,
          wijk,
          state: 'handedIn',
          writer: person.id,
          writer_name: person.name,
          handed_in_at: now,
          reviewer_name: null,
          reviewed_at: null,
          reason: null,
        } satisfies ReviewRow)
        .onConflict('document_id')
        .merge()
      return
    case 'takeBack':
      await rows.delete()
      return
    case 'giveBack':
      await rows.update({
        state: 'returned',
        reviewer_name: person.name,
        reviewed_at: now,
        reason: readReason(reason),
      } satisfies Partial<ReviewRow>)
  }
}

function readReason(given: unknown): string {
  const reason = typeof given === 'string' ? given.trim() : ''
  if (reason === '') throw refusal('reason', 'Schrijf erbij wat er nog moet gebeuren.')
  if (reason.length > MAX_REASON) throw refusal('reason', `Houd het kort: hoogstens ${MAX_REASON} tekens.`)
  return reason
}

/** The review of an entry as it is kept; null when it never was handed in. */
export async function reviewRow(queries: Queries, documentId: string): Promise<ReviewRow | null> {
  return (
    ((await queries(REVIEWS).where({ document_id: documentId }).first()) as ReviewRow | undefined) ?? null
  )
}

const NOT_YOURS = 'Dit hoort bij een andere wijk, of het bestaat niet meer.'
const NOT_NOW: Readonly<Record<ReviewAct, string>> = {
  handIn:
    'Dit kun je nu niet inleveren: het is van iemand anders, het is al ingeleverd of gepland, of het staat of stond op de site.',
  takeBack: 'Dit kun je nu niet terugnemen: het is niet ingeleverd, of er is al naar gekeken.',
  giveBack: 'Dit kun je nu niet teruggeven: het is niet ingeleverd.',
}
