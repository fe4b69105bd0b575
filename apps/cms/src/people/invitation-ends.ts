import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { inTransaction } from '../database/transaction.ts'
import { accountBy, invitationOf, isStopped, IT_IS_STOPPED, type Account } from './account.ts'
import { prove } from './joining.ts'
import { lockPeople } from './lock-people.ts'
import { INVITATIONS, type InvitationRow } from './tables.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/**
 * Ends an invitation when it was used, and refuses one whose time is over, that was mailed to another address than the account has now, or whose account was
 * stopped: Strapi would take its link forever. The link of the first operator, and one that an
 * operator made in Strapi's own settings, have no end. To be called while registering, before the routes are made.
 */
export function endInvitations(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('admin::authentication', (controller: Core.Controller) => {
    const { registrationInfo, register } = controller
    if (!registrationInfo || !register) throw new Error('[people] Strapi has no registration any more')
    return {
      ...controller,
      async registrationInfo(ctx: Context, next: () => Promise<void>): Promise<unknown> {
        await goodInvitation(strapi, ctx.query['registrationToken'])
        return registrationInfo.call(controller, ctx, next)
      },
      register: (ctx: Context, next: () => Promise<void>) =>
        inTransaction(strapi, async ({ trx }) => {
          await lockPeople(strapi, trx)
          const body = ctx.request.body as { registrationToken?: unknown } | undefined
          const used = await goodInvitation(strapi, body?.registrationToken)
          // Whoever was signed in with the former password is so no longer (src/trail/track-accounts.ts).
          const answer: unknown = await register.call(controller, ctx, next)
          if (used?.invitation) {
            const { person, email, is_mailed_only } = used.invitation
            await trx(INVITATIONS).where({ person }).delete()
            if (is_mailed_only && email !== null) await prove(strapi, { person, email })
          }
          return answer
        }),
    }
  })
}

interface Used {
  readonly account: Account
  readonly invitation: InvitationRow | null
}

/** The account and the invitation of a link; null for a link that is none: Strapi says so itself. */
async function goodInvitation(strapi: Core.Strapi, token: unknown): Promise<Used | null> {
  if (typeof token !== 'string' || token === '') return null
  const account = await accountBy(strapi, { registrationToken: token })
  if (!account) return null
  if (isStopped(account)) throw new errors.ApplicationError(IT_IS_STOPPED)
  const invitation = await invitationOf(strapi, account.id)
  const isOver = invitation && Date.parse(invitation.expires_at) <= Date.now()
  const isOfAnother = invitation && invitation.email !== null && invitation.email !== account.email
  if (isOver || isOfAnother) throw new errors.ApplicationError(IT_IS_OVER)
  return { account, invitation }
}

const IT_IS_OVER = 'Deze uitnodiging is verlopen. Vraag wie je uitnodigde om een nieuwe te sturen.'
