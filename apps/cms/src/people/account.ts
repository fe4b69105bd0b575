/** Accounts as inviting people needs to know them. */
import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { INVITATIONS, type InvitationRow } from './tables.ts'

export interface Account {
  readonly id: number
  readonly email: string
  readonly firstname: string | null
  readonly lastname: string | null
  readonly isActive: boolean | null
  readonly blocked: boolean | null
  /** Its hash; null for who never chose one. */
  readonly password: string | null
  readonly registrationToken: string | null
  readonly roles: readonly { readonly code: string; readonly name: string }[]
}

/**
 * **active**: he can sign in. **stopped**: an operator stopped it, and it stays so until an operator says otherwise.
 * **ours**: invited and never used, into wijken of the asker only. **pending**: never used either, but its link is not the asker's to hand
 * over: it is of other wijken as well, or an operator made it in another way.
 */
export type Standing = 'active' | 'stopped' | 'ours' | 'pending'

/** How an account stands towards whoever asks. */
export async function standingOf(
  strapi: Core.Strapi,
  { within }: Pick<Asker, 'within'>,
  account: Account,
): Promise<Standing> {
  const { id, isActive } = account
  if (isStopped(account)) return 'stopped'
  if (isActive) return 'active'
  const elsewhere =
    within === null
      ? 0
      : await strapi.db.query(WIJK).count({ where: { editors: { id }, documentId: { $notIn: [...within] } } })
  return elsewhere === 0 && (await invitationOf(strapi, id)) ? 'ours' : 'pending'
}

export const IT_IS_STOPPED =
  'Dit account is stilgezet. Alleen de platformbeheerder kan het weer in gebruik nemen.'

/** Whether an operator stopped an account: one that is not in use yet has no password. */
export function isStopped({
  isActive,
  blocked,
  password,
}: Pick<Account, 'isActive' | 'blocked' | 'password'>): boolean {
  return blocked === true || (!isActive && password !== null)
}

/** The invitation of an account, be its time over or not; null when there is none, or it was used. */
export async function invitationOf(strapi: Core.Strapi, person: number): Promise<InvitationRow | null> {
  return inTransaction(strapi, async ({ trx }) => {
    const row = (await trx(INVITATIONS).where({ person }).first()) as InvitationRow | undefined
    return row ?? null
  })
}

export async function accountBy(strapi: Core.Strapi, where: object): Promise<Account | null> {
  return (await strapi.db
    .query('admin::user')
    .findOne({ where, populate: { roles: { select: ['code', 'name'] } } })) as Account | null
}
