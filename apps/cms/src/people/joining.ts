/** How an account comes to belong to a wijk. */
import type { Core } from '@strapi/strapi'
import { documentsOf } from '../entries/document-call.ts'
import { WIJK } from '../entries/entry-types.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { noteDeed } from '../trail/note.ts'
import { PROVEN_ADDRESSES, WAITING_JOINS, type ProvenAddressRow, type WaitingJoinRow } from './tables.ts'

/** So long an invitation that nobody used is shown as over, in days. */
const SHOWN_OVER_DAYS = 30

/** Makes somebody an editor of a wijk. By the document service: who keeps a wijk going is part of the wijk. */
export async function join(strapi: Core.Strapi, wijk: string, person: number): Promise<void> {
  await documentsOf(strapi, WIJK).update({
    documentId: wijk,
    data: { editors: { connect: [{ id: person }] } },
  })
}

/** Whether whoever has the account was seen to have the mailbox of its address as it is now. */
export async function isProven(
  strapi: Core.Strapi,
  { id, email }: { readonly id: number; readonly email: string },
): Promise<boolean> {
  return inTransaction(
    strapi,
    async ({ trx }) => (await trx(PROVEN_ADDRESSES).where({ person: id, email }).first('id')) !== undefined,
  )
}

/** Lets an account join a wijk as soon as its address is proven, until `expires_at`. */
export async function waitToJoin(strapi: Core.Strapi, waiting: WaitingJoinRow): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    await trx(WAITING_JOINS).insert(waiting).onConflict(['person', 'wijk']).merge()
  })
}

/** Ends that somebody is an editor of a wijk. */
export async function leave(strapi: Core.Strapi, wijk: string, person: number): Promise<void> {
  await documentsOf(strapi, WIJK).update({
    documentId: wijk,
    data: { editors: { disconnect: [{ id: person }] } },
  })
}

/** Forgets what nobody joined for long. Along with a write: nothing of its own to keep running. */
export async function forgetOldJoins(trx: Queries): Promise<void> {
  await trx(WAITING_JOINS).where('expires_at', '<', longOver()).delete()
}

const longOver = () => new Date(Date.now() - SHOWN_OVER_DAYS * 86_400_000).toISOString()

/** What accounts wait to join, be its time over or not; what is over for long is gone. */
export async function waitingJoins(
  strapi: Core.Strapi,
  where: Partial<WaitingJoinRow> = {},
): Promise<readonly WaitingJoinRow[]> {
  return inTransaction(
    strapi,
    async ({ trx }) =>
      (await trx(WAITING_JOINS).where(where).where('expires_at', '>=', longOver())) as WaitingJoinRow[],
  )
}

interface AskedInto {
  readonly documentId: string
  readonly name: string
}

/** Writes a line about an invitation, in which somebody goes by his number: as what he is called is not theirs to know. */
export async function noteInvited(
  strapi: Core.Strapi,
  { documentId, name }: AskedInto,
  detail: string,
): Promise<void> {
  await noteDeed(strapi, {
    uid: WIJK,
    document_id: documentId,
    title: name,
    wijk: documentId,
    act: 'people',
    detail,
    isBesideForms: true,
  })
}

/** Notes that an address is proven, and lets the account join what it waited for. */
export async function prove(strapi: Core.Strapi, { person, email }: ProvenAddressRow): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    await trx(PROVEN_ADDRESSES)
      .insert({ person, email } satisfies ProvenAddressRow)
      .onConflict('person')
      .merge()
    const now = new Date().toISOString()
    for (const { wijk, expires_at } of await waitingJoins(strapi, { person })) {
      const row = (await strapi.db
        .query(WIJK)
        .findOne({ where: { documentId: wijk }, select: ['documentId', 'name'] })) as AskedInto | null
      if (!row || expires_at <= now) continue
      await join(strapi, wijk, person)
      await noteInvited(strapi, row, `account ${person} nam de uitnodiging aan`)
    }
    await trx(WAITING_JOINS).where({ person }).delete()
  })
}
