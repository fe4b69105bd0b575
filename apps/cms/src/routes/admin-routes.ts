import type { Core } from '@strapi/strapi'
import { currentWijk } from '../people/current-wijk.ts'
import { editorOf, personOf, type Editor, type Person } from '../walls/editor.ts'

export type Context = Parameters<Core.ControllerHandler>[0]

/** Who calls one of our routes, and what he may see. */
export interface Asker {
  readonly person: Person
  /** Null for an operator. */
  readonly editor: Editor | null
  /** documentIds of the wijken that he may see; null for all. */
  readonly within: readonly string[] | null
  /** The same for a list: only the wijk that he works in now, when he chose one. */
  listed(): Promise<readonly string[] | null>
}

/** Answers what goes into `data`; refuses by throwing. */
export type Answer = (asker: Asker, ctx: Context) => Promise<unknown>

/**
 * Adds routes for the admin panel below `/wijkpers`, by `GET /receipt` and the like. Signed-in people only; which of
 * them editors may call stands in src/walls/editor-routes.ts.
 */
export function adminRoutes(strapi: Core.Strapi, answers: Readonly<Record<string, Answer>>): void {
  const routes = Object.entries(answers).map(([route, answer]) => {
    const [method, path] = route.split(' ')
    return {
      method,
      path,
      config: { policies: ['admin::isAuthenticatedAdmin'] },
      info: { type: 'admin' },
      async handler(ctx: Context) {
        const person = personOf(ctx)!
        const editor = editorOf(strapi, ctx)
        const within = editor && (await editor.wijken())
        const listed = async () => {
          const wijk = await currentWijk(strapi, { person: person.id, within })
          return wijk === null ? within : [wijk]
        }
        ctx.body = { data: await answer({ person, editor, within, listed }, ctx) }
      },
    }
  })
  const all = { type: 'admin', prefix: '/wijkpers', routes }
  strapi.server.routes(all as unknown as Parameters<typeof strapi.server.routes>[0])
}
