import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { lockPeople } from '../people/lock-people.ts'
import { inTransaction } from '../revisions/transaction.ts'
import { noteDeed } from './note.ts'

const ACCOUNT = 'admin::user'

interface Account {
  readonly id: number
  readonly firstname: string | null
  readonly lastname: string | null
  readonly blocked: boolean | null
  readonly isActive: boolean | null
  readonly roles: readonly { readonly name: string }[]
}

interface Wijk {
  readonly documentId: string
}

interface Write {
  readonly where?: unknown
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Writes a line when somebody makes, stops or removes an account, or gives it another role; and when it gets another name, in
 * each wijk of his: a trail of names that change says nothing. The rest of somebody's profile is his. `onChanged` is called in the transaction of such a change. All of Strapi passes the repository of accounts. To be called while bootstrapping.
 */
export function trackAccounts(
  strapi: Core.Strapi,
  { onChanged }: { readonly onChanged: () => Promise<void> },
): void {
  const accounts = strapi.db.query(ACCOUNT)
  const find = async (where: unknown): Promise<Account | null> =>
    (await accounts.findOne({
      where,
      select: ['id', 'firstname', 'lastname', 'blocked', 'isActive'],
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
        const detail = difference(before, after)
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

/** What happened to an account, for people; null when nothing did that others should know. */
function difference(before: Account | null, after: Account | null): string | null {
  if (!after) return before && 'account verwijderd'
  const roles = rolesOf(after)
  if (!before) return `account gemaakt (${roles})`
  if (rolesOf(before) !== roles) return `rol gewijzigd van ${rolesOf(before)} in ${roles}`
  if (!before.blocked && after.blocked) return 'account geblokkeerd'
  if (before.blocked && !after.blocked) return 'account niet meer geblokkeerd'
  if (before.isActive !== after.isActive)
    return after.isActive ? 'account in gebruik genomen' : 'account stilgezet'
  return null
}

const rolesOf = ({ roles }: Account) => roles.map(({ name }) => name).join(' en ') || 'geen rol'

const nameOf = ({ firstname, lastname }: Account) =>
  [firstname, lastname].filter(Boolean).join(' ') || 'Iemand zonder naam'
