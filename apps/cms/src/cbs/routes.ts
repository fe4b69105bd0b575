import type { Core } from '@strapi/strapi'
import { adminRoutes } from '../routes/admin-routes.ts'
import { findAreas, readTable, replaceAreas } from './areas.ts'

/** The table of the CBS, for the form of a new wijk: operators only, as every route that is not in the editors' list. */
export function cbsRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /cbs': (_, ctx) => {
      const { search } = ctx.query
      return findAreas(strapi.db.connection, typeof search === 'string' ? search.slice(0, 100) : '')
    },
    'POST /cbs': (_, ctx) => replaceAreas(strapi, readTable(ctx.request.body)),
  })
}
