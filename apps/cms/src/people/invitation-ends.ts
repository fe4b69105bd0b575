import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { invitationOf } from './account.ts'
import { INVITATIONS, type InvitationRow } from './tables.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/**
 * Ends an invitation when it was used, and refuses one whose time is over: Strapi would take its link forever. The link of the first operator, and one that an
 * operator made in Strapi's own settings, have no end. To be called while registering, before the routes are made.
 */
export function endInvitations(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('admin::authentication', (controller: Core.Controller) => {
    const tokenOf: Readonly<Record<string, (ctx: Context) => unknown>> = {
      registrationInfo: (ctx) => ctx.query['registrationToken'],
      register: (ctx) => (ctx.request.body as { registrationToken?: unknown } | undefined)?.registrationToken,
    }
    const ending: Record<string, Core.ControllerHandler> = {}
    for (const [action, token] of Object.entries(tokenOf)) {
      const original = controller[action]
      if (!original) throw new Error(`[people] Strapi has no ${action} any more`)
      ending[action] = async (ctx, next) => {
        const invitation = await invitationBy(strapi, token(ctx))
        if (invitation && Date.parse(invitation.expires_at) <= Date.now())
          throw new errors.ApplicationError(IT_IS_OVER)
        const answer: unknown = await original.call(controller, ctx, next)
        if (action === 'register' && invitation)
          await strapi.db.connection(INVITATIONS).where({ person: invitation.person }).delete()
        return answer
      }
    }
    return { ...controller, ...ending }
  })
}

async function invitationBy(strapi: Core.Strapi, token: unknown): Promise<InvitationRow | null> {
  if (typeof token !== 'string' || token === '') return null
  const account = (await strapi.db
    .query('admin::user')
    .findOne({ where: { registrationToken: token }, select: ['id'] })) as { id: number } | null
  return account && invitationOf(strapi, account.id)
}

const IT_IS_OVER = 'Deze uitnodiging is verlopen. Vraag wie je uitnodigde om een nieuwe te sturen.'
