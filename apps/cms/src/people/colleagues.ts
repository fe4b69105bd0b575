import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { ROLES, type EditorRole } from '../roles/roles.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { isKeeper, keepersOf } from '../wijken/keepers.ts'
import { accountBy, standingOf, type Account } from './account.ts'
import { invitableBy, mayInviteInRoleOf } from './invite.ts'
import { waitingJoins } from './joining.ts'
import { INVITATIONS, type InvitationRow } from './tables.ts'

/** Somebody who works in one or more of the wijken that the asker may see. */
export interface Colleague {
  /** Number of the account. */
  readonly id: number
  readonly name: string
  readonly email: string
  /** What people call his role. */
  readonly role: string
  readonly wijken: readonly Place[]
  readonly isActive: boolean
  /** An operator stopped the account. */
  readonly isStopped: boolean
  /** Until when he can use the link that he was mailed, ISO in UTC; null when he works here already. */
  readonly invitedUntil: string | null
  /** The asker can have a link sent to him once more. */
  readonly canInviteAgain: boolean
  /** The asker can take him off those wijken. */
  readonly canTakeOff: boolean
}

/** A wijk that the asker may see, and how somebody stands to it. */
export interface Place {
  /** documentId. */
  readonly wijk: string
  readonly name: string
  /** Of an account that is in use: he was invited, and has yet to join. */
  readonly isInvited: boolean
  /** That invitation is over. */
  readonly isOver: boolean
  /** Without him nobody keeps its site going. */
  readonly isLastKeeper: boolean
}

/** Who works here, and whom the asker may invite for what. */
export interface People {
  readonly colleagues: readonly Colleague[]
  readonly roles: readonly { readonly code: string; readonly name: string; readonly description: string }[]
  readonly wijken: readonly { readonly documentId: string; readonly name: string }[]
}

interface WijkRow {
  readonly documentId: string
  readonly name: string
  readonly editors: readonly Account[]
}

/** The people of the wijk that somebody works in now, by name. */
export async function peopleOf(strapi: Core.Strapi, asker: Asker): Promise<People> {
  const within = await asker.listed()
  const wijken = (await strapi.db.query(WIJK).findMany({
    where: within ? { documentId: { $in: within } } : {},
    select: ['documentId', 'name'],
    orderBy: { name: 'asc' },
    populate: { editors: { populate: { roles: true } } },
  })) as WijkRow[]
  const invitations = new Map(
    ((await strapi.db.connection(INVITATIONS).select()) as InvitationRow[]).map((row) => [row.person, row]),
  )
  const mayRoles = invitableBy(asker)
  const mayInvite = (account: Account) => mayInviteInRoleOf(asker, account)
  const keepers = await keepersOf(strapi, within ? { documentId: { $in: within } } : {})
  const now = new Date().toISOString()
  const roleOf = ({ roles }: Account) => roles.map(({ name }) => name).join(' en ')
  const colleagues = new Map<number, Colleague>()
  for (const { documentId: wijk, name: nameOfWijk, editors } of wijken)
    for (const account of editors) {
      const { id, email, firstname, lastname } = account
      const standing = await standingOf(strapi, asker, account)
      const isActive = standing === 'active'
      colleagues.set(id, {
        id,
        name: [firstname, lastname].filter(Boolean).join(' ') || email,
        email,
        role: roleOf(account),
        wijken: [
          ...(colleagues.get(id)?.wijken ?? []),
          {
            wijk,
            name: nameOfWijk,
            isInvited: false,
            isOver: false,
            isLastKeeper: isKeeper(account) && keepers.get(wijk) === 1,
          },
        ],
        isActive,
        isStopped: standing === 'stopped',
        invitedUntil: isActive || standing === 'stopped' ? null : (invitations.get(id)?.expires_at ?? null),
        canInviteAgain: (standing === 'ours' || standing === 'pending') && mayInvite(account),
        canTakeOff: mayInvite(account),
      })
    }
  for (const { person, wijk, expires_at } of await waitingJoins(strapi)) {
    const name = wijken.find(({ documentId }) => documentId === wijk)?.name
    const account = name === undefined ? null : await accountBy(strapi, { id: person })
    if (name === undefined || !account) continue
    const canInviteAgain = mayInvite(account)
    const known = colleagues.get(person)
    const place = { wijk, name, isInvited: true, isOver: expires_at <= now, isLastKeeper: false }
    if (known?.isActive) {
      colleagues.set(person, { ...known, wijken: [...known.wijken, place], canInviteAgain })
      continue
    }
    const isStopped = (await standingOf(strapi, asker, account)) === 'stopped'
    colleagues.set(person, {
      id: person,
      // What the account is called is not theirs to know before he joins.
      name: account.email,
      email: account.email,
      role: roleOf(account),
      wijken: [...(known?.wijken ?? []), place],
      isActive: false,
      isStopped,
      invitedUntil: isStopped ? null : expires_at,
      canInviteAgain: !isStopped && canInviteAgain,
      canTakeOff: canInviteAgain,
    })
  }
  return {
    colleagues: [...colleagues.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'nl')),
    roles: [...mayRoles].map((code) => {
      const { name, description } = ROLES[code as EditorRole]
      return { code, name, description }
    }),
    wijken: wijken.map(({ documentId, name }) => ({ documentId, name })),
  }
}
