import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { adminRoutes } from '../routes/admin-routes.ts'

import { actOnLife, lifeActIn, lifeOf } from './life-cycle.ts'
import { makeWijk, readNewWijk } from './new-wijk.ts'

/** Makes a wijk; gives the admin panel the life of one, and lets people act on it. */
export function wijkRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'POST /wijken': (asker, ctx) => makeWijk(strapi, asker, readNewWijk(ctx.request.body)),
    'GET /life': (asker, ctx) => lifeOf(strapi, asker, String(ctx.query['wijk'])),
    'POST /life': (asker, ctx) => {
      const body = (ctx.request.body ?? {}) as Record<string, unknown>
      const act = lifeActIn(body['act'])
      if (typeof body['wijk'] !== 'string' || !act)
        throw new errors.ValidationError('wijk and act are needed')
      const words = { why: body['why'], contact: body['contact'] }
      return actOnLife(strapi, asker, { wijk: body['wijk'], act, words })
    },
  })
}
