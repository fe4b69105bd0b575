import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { lockPeople } from '../people/lock-people.ts'
import { inTransaction } from '../database/transaction.ts'
import { nameOf, personOf } from '../walls/editor.ts'
import { noteDeed } from './note.ts'

const ACCOUNT = 'admin::user'

interface Account {
  readonly id: number
  readonly firstname: string | null
  readonly lastname: string | null
  readonly email: string
  /** Its hash; null for who never chose one. */
  readonly password: string | null
  readonly blocked: boolean | null
  readonly isActive: boolean | null
  readonly roles: readonly { readonly name: string }[]
}

interface Wijk {
  readonly documentId: string
}

interface Sessions {
  sessionManager(origin: 'admin'): { invalidateRefreshToken(user: string): Promise<void> }
}

interface Write {
  readonly where?: unknown
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Writes a line when somebody makes, stops or removes an account, or gives it another role, address or password; and when it gets another name, in
 * each wijk of his: a trail of names that change says nothing. The rest of somebody's profile is his. `onChanged` is called in the transaction of such a change.
 * Whoever is signed in to an account is so no longer when another than himself gives it a password or an address, stops it, or takes it into use again: that is
 * done because a wrong one may be in. All of Strapi passes the repository of accounts. To be called while bootstrapping.
 */
export function trackAccounts(
  strapi: Core.Strapi,
  { onChanged }: { readonly onChanged: () => Promise<void> },
): void {
  const accounts = strapi.db.query(ACCOUNT)
  const find = async (where: unknown): Promise<Account | null> =>
    (await accounts.findOne({
      where,
      select: ['id', 'firstname', 'lastname', 'email', 'password', 'blocked', 'isActive'],
      populate: { roles: { select: ['name'] } },
    })) as Account | null

  for (const act of ['create', 'update', 'delete'] as const) {
    const write = accounts[act].bind(accounts) as (params: Write) => Promise<{ id: number } | null>
    const tracked = (params: Write) =>
      inTransaction(strapi, async ({ trx }) => {
        await lockPeople(strapi, trx)
        const before = act === 'create' ? null : await find(params.where)
        const written = await write(params)
        const after = act === 'delete' ? null : await find({ id: written?.id ?? before?.id ?? 0 })
        const by = personOf(strapi.requestContext.get())?.id ?? null
        if (before && after && by !== after.id && isOtherDoor(before, after))
          await (strapi as unknown as Sessions)
            .sessionManager('admin')
            .invalidateRefreshToken(String(after.id))
        const detail = difference(before, after, by)
        if (detail !== null) {
          const account = (after ?? before)!
          await noteDeed(strapi, {
            uid: ACCOUNT,
            document_id: `account ${account.id}`,
            title: nameOf(account),
            wijk: null,
            act: 'account',
            detail,
          })
          await onChanged()
        }
        if (before && after && nameOf(before) !== nameOf(after)) await noteName(strapi, before, after)
        return written
      })
    Object.assign(accounts, { [act]: tracked })
  }
}

async function noteName(strapi: Core.Strapi, before: Account, after: Account): Promise<void> {
  const wijken = (await strapi.db
    .query(WIJK)
    .findMany({ where: { editors: { id: after.id } }, select: ['documentId'] })) as Wijk[]
  for (const wijk of wijken.length > 0 ? wijken.map(({ documentId }) => documentId) : [null])
    await noteDeed(strapi, {
      uid: ACCOUNT,
      document_id: `account ${after.id}`,
      title: nameOf(after),
      wijk,
      act: 'account',
      detail: `heette ${nameOf(before)}`,
    })
}

/** Whether who could come in may be others than those who can now. */
function isOtherDoor(before: Account, after: Account): boolean {
  return (['email', 'password', 'isActive', 'blocked'] as const).some(
    (field) => before[field] !== after[field],
  )
}

/** What `by` did to an account, for people; null when nothing happened that others should know. */
function difference(before: Account | null, after: Account | null, by: number | null): string | null {
  if (!after) return before && 'account verwijderd'
  const roles = rolesOf(after)
  if (!before) return `account gemaakt (${roles})`
  const did: string[] = []
  if (rolesOf(before) !== roles) did.push(`rol gewijzigd van ${rolesOf(before)} in ${roles}`)
  if (!before.blocked && after.blocked) did.push('account geblokkeerd')
  if (before.blocked && !after.blocked) did.push('account niet meer geblokkeerd')
  if (before.isActive !== after.isActive)
    did.push(after.isActive ? 'account in gebruik genomen' : 'account stilgezet')
  if (before.email !== after.email) did.push('ander e-mailadres')
  // His own he may choose anew as often as he likes, by a link as well.
  if (by !== null && by !== after.id && before.password !== after.password) did.push('ander wachtwoord')
  return did.length > 0 ? did.join(', ') : null
}

const rolesOf = ({ roles }: Account) => roles.map(({ name }) => name).join(' en ') || 'geen rol'
