/**
 * **Keepers**: those who keep a site going, its buurtverbinders and professionals. A wijk wants two: with one left, one
 * person who moves away is the end of it. Its site asks for another then.
 */
import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { lockPeople } from '../people/lock-people.ts'
import type { RaiseOptions, Revisions } from '../revisions/revisions.ts'
import { inTransaction } from '../database/transaction.ts'
import { abilitiesOf } from '../roles/roles.ts'
import type { WijkState } from './life-cycle.ts'

/** So many people should keep a site going. */
const WANTED = 2

interface WijkWithEditors {
  readonly documentId: string
  readonly state: WijkState
  readonly wantsBuurtverbinder: boolean | null
  readonly editors: readonly {
    readonly isActive: boolean | null
    readonly blocked: boolean | null
    readonly roles: readonly { readonly code: string }[]
  }[]
}

/** Whether nobody else keeps a wijk going. */
export async function isLastKeeper(
  strapi: Core.Strapi,
  wijk: string,
  person: WijkWithEditors['editors'][number],
): Promise<boolean> {
  return isKeeper(person) && (await keepersOf(strapi, { documentId: wijk })).get(wijk) === 1
}

/** How many keepers the wijken that match `where` have, by documentId. */
export async function keepersOf(strapi: Core.Strapi, where: object): Promise<ReadonlyMap<string, number>> {
  const wijken = await wijkenWithEditors(strapi, where)
  return new Map(wijken.map((wijk) => [wijk.documentId, keepersIn(wijk)]))
}

/**
 * Notes of every wijk whether it wants another keeper, and raises its wanted revision where that is other than it was. To be
 * called after whatever changes who works for a wijk or where that is in its life, in its transaction, which has to hold off others by
 * `lockPeople` from before its first write.
 */
export async function noteWantedKeepers(
  strapi: Core.Strapi,
  revisions: Revisions,
  where: object,
  options: RaiseOptions = {},
): Promise<void> {
  await inTransaction(strapi, async (transaction) => {
    await lockPeople(strapi, transaction.trx)
    for (const wijk of await wijkenWithEditors(strapi, where)) {
      // A wijk in the making asks nobody in public, one that rests asks for energy on its own page, an archive waits for nobody.
      const wants = wijk.state === 'active' && keepersIn(wijk) < WANTED
      if (wants === (wijk.wantsBuurtverbinder ?? false)) continue
      const { documentId } = wijk
      await transaction
        .trx('wijken')
        .where({ document_id: documentId })
        .update({ wants_buurtverbinder: wants })
      await revisions.raise(transaction, documentId, [{ uid: WIJK, documentId }], options)
    }
  })
}

async function wijkenWithEditors(strapi: Core.Strapi, where: object): Promise<WijkWithEditors[]> {
  return (await strapi.db.query(WIJK).findMany({
    where,
    // The order in which wijken are raised everywhere.
    orderBy: { documentId: 'asc' },
    select: ['documentId', 'state', 'wantsBuurtverbinder'],
    populate: { editors: { select: ['isActive', 'blocked'], populate: { roles: { select: ['code'] } } } },
  })) as WijkWithEditors[]
}

const keepersIn = ({ editors }: WijkWithEditors): number => editors.filter(isKeeper).length

/** Whether somebody keeps the wijken going that he works for. */
export function isKeeper({ isActive, blocked, roles }: WijkWithEditors['editors'][number]): boolean {
  return (
    isActive === true && blocked !== true && abilitiesOf(roles.map(({ code }) => code)).has('describeWijk')
  )
}
