import type { Core } from '@strapi/strapi'
import type { DocumentCall } from '../entries/document-call.ts'
import type { EntryType } from '../entries/entry-types.ts'
import { forbidden } from '../entries/refusal.ts'
import { reviewRow } from '../reviews/reviews.ts'
import { wasLive } from '../revisions/live-rows.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Editor } from './editor.ts'

interface Row {
  readonly publishedAt: unknown
  readonly publishAt: unknown
  readonly createdBy: { readonly id: number } | null
}

/**
 * Refuses what somebody's role does not allow, whichever way he comes: Strapi's permissions are asked by its routes
 * only, and not by all of them.
 */
export async function refuseBeyondRole(
  strapi: Core.Strapi,
  type: EntryType,
  call: DocumentCall,
  { id, abilities }: Editor,
): Promise<void> {
  const { documentId, status, data } = call.params
  const canPublish = abilities.has('publish')
  const canWrite = abilities.has('write')
  // To plan is to publish.
  if ((status === 'published' || data?.['publishAt']) && !canPublish) throw forbidden(NO_PUBLISHING)
  switch (call.action) {
    case 'create':
      if (!canWrite) throw forbidden(NO_WRITING)
      return
    case 'clone':
      if (!canWrite || !canPublish) throw forbidden(NO_WRITING)
      return
    case 'publish':
    case 'unpublish':
    case 'discardDraft':
      if (!canPublish) throw forbidden(NO_PUBLISHING)
      return
    case 'update':
    case 'delete':
      if (abilities.has(call.action === 'update' ? 'publish' : 'remove')) return
      if (!canWrite) throw forbidden(NO_DELETING)
      await refuseUnlessOwnDraft(strapi, type, documentId, id)
  }
}

/** Refuses somebody who only writes what is not his own, or is out of his hands: handed in, planned, or once on the site. */
export async function refuseUnlessOwnDraft(
  strapi: Core.Strapi,
  type: EntryType,
  documentId: string | undefined,
  writer: number,
): Promise<void> {
  refuseOthersWork(await rowsOf(strapi, type, documentId), writer)
  await refuseReviewed(strapi, documentId)
}

// Whoever reviews it publishes what he read; what he published is of the site, also when it was taken off again.
async function refuseReviewed(strapi: Core.Strapi, documentId: string | undefined): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    const review = await reviewRow(trx, documentId ?? '')
    if (review?.state === 'handedIn') throw forbidden(HANDED_IN)
    if (review?.state === 'published' || (await wasLive(trx, documentId ?? '')))
      throw forbidden(WAS_ON_THE_SITE)
  })
}

function refuseOthersWork(rows: readonly Row[], writer: number): void {
  if (rows.some(({ createdBy }) => createdBy?.id !== writer)) throw forbidden(OTHERS_WORK)
  if (rows.some(({ publishedAt }) => publishedAt !== null)) throw forbidden(ON_THE_SITE)
  if (rows.some(({ publishAt }) => publishAt !== null)) throw forbidden(PLANNED)
}

async function rowsOf(
  strapi: Core.Strapi,
  { uid }: EntryType,
  documentId: string | undefined,
): Promise<readonly Row[]> {
  return (await strapi.db.query(uid).findMany({
    where: { documentId },
    select: ['publishedAt', 'publishAt'],
    populate: { createdBy: { select: ['id'] } },
  })) as Row[]
}

const NO_PUBLISHING = 'Jij levert in; een buurtverbinder of coach kijkt het na en publiceert het.'
const NO_WRITING = 'Met jouw rol kijk je na wat anderen maken. Zelf iets nieuws maken kan een buurtverbinder.'
const NO_DELETING = 'Verwijderen kan alleen een buurtverbinder. Je kunt het wel van de site halen.'
const OTHERS_WORK = 'Dit heeft iemand anders gemaakt. Vraag een buurtverbinder om het te wijzigen.'
const HANDED_IN = 'Dit is ingeleverd. Neem het eerst terug als je nog iets wilt wijzigen.'
const PLANNED = 'Dit is nagekeken en komt vanzelf online. Vraag een buurtverbinder om het te wijzigen.'
const WAS_ON_THE_SITE = 'Dit heeft op de site gestaan. Vraag een buurtverbinder om het te wijzigen.'
const ON_THE_SITE = 'Dit staat op de site. Vraag een buurtverbinder om het te wijzigen.'
