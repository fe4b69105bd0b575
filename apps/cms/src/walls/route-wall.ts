import type { Core } from '@strapi/strapi'
import { EDITOR_ROUTES } from './editor-routes.ts'
import { editorOf } from './editor.ts'
import { tellNamesOnly } from './told-people.ts'

type Context = Parameters<Core.ControllerHandler>[0]
type Authenticate = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>

/**
 * Closes every route of Strapi that is not known to be safe: admin routes to editors, and its REST API to everybody,
 * because that knows no wijken. What an editor is answered tells of people their names only. To be called while registering, before the routes are made.
 */
export function closeUnknownRoutes(strapi: Core.Strapi): void {
  // Every route that Strapi makes asks this service who calls, just before it does anything else.
  const auth = strapi.get<{ authenticate: Authenticate }>('auth')
  const authenticate: Authenticate = auth.authenticate.bind(auth)

  auth.authenticate = (ctx, next) => {
    const { type } = (ctx.state['route'] as { info: { type?: string } }).info
    if (type === 'content-api' && !WITHOUT_ADMIN.has(pathOf(ctx))) return Promise.resolve(ctx.notFound())
    return authenticate(ctx, async () => {
      const editor = type === 'admin' ? editorOf(strapi, ctx) : null
      if (!editor) return next()
      if (!isForEditors(ctx)) return ctx.forbidden()
      const answer = await next()
      await tellNamesOnly(strapi, ctx, editor)
      return answer
    })
  }
}

/** What others than the admin panel may call; the closed GraphQL asks for CMS_TOKEN itself. */
const WITHOUT_ADMIN = new Set(['/graphql'])

function isForEditors(ctx: Context): boolean {
  return Object.hasOwn(EDITOR_ROUTES, `${ctx.method === 'HEAD' ? 'GET' : ctx.method} ${pathOf(ctx)}`)
}

/** The path of the route that is about to answer: the router writes it down right before it runs it. */
function pathOf(ctx: Context): string {
  return (ctx as unknown as { routerPath: string }).routerPath
}
