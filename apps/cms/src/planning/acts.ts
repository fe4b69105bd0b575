/**
 * What the clock does with entries. Each act claims its entry and carries it out in one transaction: should two processes
 * of the CMS ring at the same moment, one of them finds nothing to do. It passes the rules and raises the wanted revision as
 * any other write does.
 */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { documentsOf } from '../entries/document-call.ts'
import { isRefusal } from '../entries/refusal.ts'
import { inTransaction, lockDocument } from '../database/transaction.ts'
import { noteDeed } from '../trail/note.ts'
import type { DueEntry } from './due.ts'
import { keepFailedPlan } from './failed-plans.ts'

/** Publishes a draft whose moment has come. What the rules refuse is planned no more, and the reason is kept. */
export async function publishPlanned(strapi: Core.Strapi, entry: DueEntry, now: Date): Promise<void> {
  const { type, documentId } = entry
  try {
    await inTransaction(strapi, async ({ trx }) => {
      await lockDocument(strapi, trx, type.uid, documentId)
      if (await plannedDraft(strapi, entry, now)) await documentsOf(strapi, type.uid).publish({ documentId })
    })
  } catch (error) {
    if (!(error instanceof errors.ApplicationError)) throw error
    await giveUp(strapi, entry, now, isRefusal(error) ? error.message : INCOMPLETE)
  }
}

/** Takes what has expired off the site. */
export async function takeBackExpired(
  strapi: Core.Strapi,
  { type, documentId }: DueEntry,
  now: Date,
): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    await lockDocument(strapi, trx, type.uid, documentId)
    const expired = await strapi.db
      .query(type.uid)
      .count({ where: { documentId, publishedAt: { $notNull: true }, expiresAt: { $lte: now } } })
    if (expired > 0) await documentsOf(strapi, type.uid).unpublish({ documentId })
  })
}

async function giveUp(strapi: Core.Strapi, entry: DueEntry, now: Date, reason: string): Promise<void> {
  const { type, documentId } = entry
  await inTransaction(strapi, async ({ trx }) => {
    await lockDocument(strapi, trx, type.uid, documentId)
    const draft = await plannedDraft(strapi, entry, now)
    if (!draft) return
    await strapi.db.query(type.uid).update({ where: { id: draft.id }, data: { publishAt: null } })
    await noteDeed(strapi, {
      uid: type.uid,
      document_id: documentId,
      wijk: draft.wijkKey,
      title: draft[type.name.field] ?? '',
      act: 'edit',
      detail: `kwam niet online op het geplande moment: ${reason}`,
    })
    await keepFailedPlan(trx, {
      document_id: documentId,
      planned_at: new Date(draft.publishAt).toISOString(),
      failed_at: now.toISOString(),
      reason,
    })
  })
}

interface PlannedDraft {
  readonly id: number
  readonly publishAt: string
  readonly wijkKey: string | null
  readonly title?: string | null
  readonly name?: string | null
}

// Asked behind the lock: the editor may have thought better of it, or another process been quicker.
async function plannedDraft(
  strapi: Core.Strapi,
  { type, documentId }: DueEntry,
  now: Date,
): Promise<PlannedDraft | null> {
  return (await strapi.db.query(type.uid).findOne({
    where: { documentId, publishedAt: { $null: true }, publishAt: { $lte: now } },
    select: ['id', 'publishAt', 'wijkKey', type.name.field],
  })) as PlannedDraft | null
}

const INCOMPLETE =
  'Er ontbreekt iets of een veld klopt niet. Klik op Publiceren: dan staat bij de velden wat je moet verbeteren.'
