/**
 * Taking somebody off a wijk: whoever was invited and did not come yet, or whoever works there. It is for those who may invite into that role, in
 * that wijk. What he made stays, and so does an account that was ever used. Of an invitation that is left for no wijk the link
 * ends; an account that only it made, and that nobody used, goes with it.
 */
import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { noteDeed } from '../trail/note.ts'
import { isLastKeeper } from '../wijken/keepers.ts'
import { accountBy, invitationOf, type Account } from './account.ts'
import { mayInviteInRoleOf } from './invite.ts'
import { forgetOldJoins, leave, waitingJoins } from './joining.ts'
import { lockPeople } from './lock-people.ts'
import { INVITATIONS, WAITING_JOINS } from './tables.ts'

export interface TakenOff {
  /** Number of the account. */
  readonly person: number
  /** documentId. */
  readonly wijk: string
  /** Whoever asks read what follows when nobody is left who keeps the site going. */
  readonly knowsIsLast: boolean
}

interface Users {
  updateById(id: number, change: object): Promise<unknown>
  deleteById(id: number): Promise<unknown>
}

interface Wijk {
  readonly name: string
  readonly editors: readonly { readonly id: number }[]
}

/** Takes somebody off a wijk, or withdraws that he was invited into it. Refuses in Dutch. */
export async function takeOff(
  strapi: Core.Strapi,
  asker: Asker,
  { person, wijk, knowsIsLast }: TakenOff,
): Promise<void> {
  if (asker.within && !asker.within.includes(wijk)) throw forbidden(NOT_YOURS)
  await inTransaction(strapi, async ({ trx }) => {
    await lockPeople(strapi, trx)
    await forgetOldJoins(trx)
    const account = await accountBy(strapi, { id: person })
    const place = (await strapi.db.query(WIJK).findOne({
      where: { documentId: wijk },
      select: ['name'],
      populate: { editors: { select: ['id'] } },
    })) as Wijk | null
    const waits = (await waitingJoins(strapi, { person, wijk })).length > 0
    const isThere = place?.editors.some(({ id }) => id === person) ?? false
    // Says the same of one that is nowhere, or elsewhere.
    if (!account || !place || !(waits || isThere) || !mayInviteInRoleOf(asker, account))
      throw forbidden(NOT_YOURS)
    if (isThere && !knowsIsLast && (await isLastKeeper(strapi, wijk, account)))
      throw refusal('person', nobodyLeft(place.name))

    await trx(WAITING_JOINS).where({ person, wijk }).delete()
    if (isThere) await leave(strapi, wijk, person)
    else
      await noteDeed(strapi, {
        uid: WIJK,
        document_id: wijk,
        title: place.name,
        wijk,
        act: 'people',
        detail: 'uitnodiging ingetrokken',
        isBesideForms: true,
      })
    await endInvitation(strapi, trx, account)
  })
}

/** Ends the link of somebody when it leads to no wijk any more. */
async function endInvitation(strapi: Core.Strapi, trx: Queries, account: Account): Promise<void> {
  const { id, isActive, password, blocked } = account
  const invitation = await invitationOf(strapi, id)
  if (!invitation || (await waitingJoins(strapi, { person: id })).length > 0) return
  const wijken = await strapi.db.query(WIJK).count({ where: { editors: { id } } })
  if (!isActive && wijken > 0) return
  await trx(INVITATIONS).where({ person: id }).delete()
  const users = strapi.service('admin::user') as unknown as Users
  // One that an operator blocked stays his.
  const wasNeverUsed = !isActive && password === null && blocked !== true
  if (invitation.made_account && wasNeverUsed) await users.deleteById(id)
  else await users.updateById(id, { registrationToken: null })
}

const NOT_YOURS = 'Wie hier meewerkt, kun jij niet wijzigen.'

const nobodyLeft = (wijk: string) =>
  `Dan is er voor ${wijk} niemand meer die de site gaande houdt. Kijk nog eens, en kies het dan opnieuw.`
