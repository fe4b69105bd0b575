import type { Core } from '@strapi/strapi'
import { isOnSite } from '../entries/entry-types.ts'
import { editorOf, type RequestState } from '../walls/editor.ts'
import { entryReceipt } from './entry-receipt.ts'
import { overview } from './overview.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/** Gives the admin panel what it shows of publishing: `/wijkpers/receipt` and `/wijkpers/overview`. */
export function receiptRoutes(strapi: Core.Strapi): void {
  const within = async (ctx: RequestState) => (await editorOf(strapi, ctx)?.wijken()) ?? null

  const config = { policies: ['admin::isAuthenticatedAdmin'] }
  const info = { type: 'admin' }
  const routes = {
    type: 'admin',
    prefix: '/wijkpers',
    routes: [
      {
        method: 'GET',
        path: '/receipt',
        config,
        info,
        async handler(ctx: Context) {
          const { uid, documentId } = ctx.query
          if (typeof uid !== 'string' || typeof documentId !== 'string' || !isOnSite(uid))
            return ctx.badRequest('uid and documentId of an entry or a wijk are needed')
          ctx.body = { data: await entryReceipt(strapi, { uid, documentId, within: await within(ctx) }) }
        },
      },
      {
        method: 'GET',
        path: '/overview',
        config,
        info,
        async handler(ctx: Context) {
          ctx.body = { data: await overview(strapi, await within(ctx)) }
        },
      },
    ],
  }
  strapi.server.routes(routes as unknown as Parameters<typeof strapi.server.routes>[0])
}
