import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { INVITATIONS, type InvitationRow } from './tables.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/**
 * Refuses an invitation whose time is over: Strapi would take its link forever. The link of the first operator, and one that an
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
        if (await isOver(strapi, token(ctx))) throw new errors.ApplicationError(IT_IS_OVER)
        return original.call(controller, ctx, next)
      }
    }
    return { ...controller, ...ending }
  })
}

async function isOver(strapi: Core.Strapi, token: unknown): Promise<boolean> {
  if (typeof token !== 'string' || token === '') return false
  const account = (await strapi.db
    .query('admin::user')
    .findOne({ where: { registrationToken: token }, select: ['id'] })) as { id: number } | null
  if (!account) return false
  const row = (await strapi.db.connection(INVITATIONS).where({ person: account.id }).first()) as
    InvitationRow | undefined
  return row !== undefined && Date.parse(row.expires_at) <= Date.now()
}

const IT_IS_OVER = 'Deze uitnodiging is verlopen. Vraag wie je uitnodigde om een nieuwe te sturen.'
