import type { Core } from '@strapi/strapi'
import { refusal } from '../entries/refusal.ts'
import { editorOf } from '../walls/editor.ts'

/**
 * Refuses an editor another e-mail address: Strapi asks for no proof that it is his, and tells which addresses have an account.
 * To be called while registering, before the routes are made.
 */
export function keepOwnAddress(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('admin::authenticated-user', (controller: Core.Controller) => {
    const original = controller['updateMe']
    if (!original) throw new Error('[people] Strapi has no updateMe any more')
    const updateMe: Core.ControllerHandler = (ctx, next) => {
      const { email } = (ctx.request.body ?? {}) as { email?: unknown }
      const own = (ctx.state['user'] as { email: string }).email
      // The panel sends it along as it is.
      const isOwn = typeof email === 'string' && email.toLowerCase() === own
      if (email !== undefined && !isOwn && editorOf(strapi, ctx)) throw refusal('email', NOT_YOURS_TO_CHANGE)
      return original.call(controller, ctx, next)
    }
    return { ...controller, updateMe }
  })
}

const NOT_YOURS_TO_CHANGE =
  'Je e-mailadres wijzigt de platformbeheerder, zodat zeker is dat het van jou is. Vraag het daar.'
