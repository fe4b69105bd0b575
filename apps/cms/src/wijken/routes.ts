import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { adminRoutes } from '../routes/admin-routes.ts'
import { actOnLife, lifeActIn, lifeOf } from './life-cycle.ts'

/** Gives the admin panel the life of a wijk, and lets people act on it. */
export function lifeRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
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
