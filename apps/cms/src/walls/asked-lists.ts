import type { Core, UID } from '@strapi/strapi'
import { entryTypeOf } from '../entries/entry-types.ts'
import { FILE } from '../revisions/watch-media.ts'
import { editorOf } from './editor.ts'
import { type AttributesOf, refuseUnsoundQuery } from './list-query.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/** What the admin panel asks of a choice of links. */
const OF_LINKS = new Set([
  'id',
  'locale',
  'status',
  'page',
  'pageSize',
  '_q',
  '_filter',
  'idsToOmit',
  'idsToInclude',
])

/**
 * Keeps what is asked of Strapi's lists to what its panel asks. `populate` and `fields` go: of a choice of links
 * (GET /content-manager/relations) Strapi 5.54 answers whatever they name, with the passwords of colleagues as they are stored. An
 * order or filter must be by what is shown; Strapi fails on others with status 500. For everybody who is signed in.
 * To be called while registering, before the routes are made.
 */
export function keepToAskedLists(strapi: Core.Strapi): void {
  const attributesOf: AttributesOf = (uid) => strapi.getModel(uid as UID.Schema)?.attributes ?? {}
  const before: Record<string, Record<string, (ctx: Context) => boolean>> = {
    'plugin::content-manager.relations': { findAvailable: ofLinks, findExisting: ofLinks },
    'plugin::content-manager.collection-types': {
      find: listOf((ctx) => String(ctx.params['model'])),
      findOne: bare,
    },
    'plugin::upload.admin-file': { find: listOf(() => FILE), findOne: bare },
  }

  /** A link of an entry; the people of a wijk are on a page of their own. */
  function ofLinks(ctx: Context): boolean {
    for (const key of Object.keys(ctx.query)) if (!OF_LINKS.has(key)) delete ctx.query[key]
    if (!editorOf(strapi, ctx)) return true
    const type = entryTypeOf(String(ctx.params['model']))
    const fields = ['wijk', ...(type?.links.map(({ field }) => field) ?? [])]
    return type !== undefined && fields.includes(String(ctx.params['targetField']))
  }

  function bare(ctx: Context): boolean {
    delete ctx.query['populate']
    delete ctx.query['fields']
    return true
  }

  function listOf(uidOf: (ctx: Context) => string) {
    return (ctx: Context) => {
      refuseUnsoundQuery(attributesOf, uidOf(ctx), ctx.query)
      return bare(ctx)
    }
  }

  for (const [uid, actions] of Object.entries(before))
    strapi.get('controllers').extend(uid, (controller: Core.Controller) => {
      const kept: Record<string, Core.ControllerHandler> = {}
      for (const [action, isAsked] of Object.entries(actions)) {
        const original = controller[action]
        if (!original) throw new Error(`[walls] ${uid} has no ${action}`)
        kept[action] = (ctx, next) => (isAsked(ctx) ? original.call(controller, ctx, next) : ctx.notFound())
      }
      // Strapi's own call each other by `this`.
      return Object.assign(Object.create(controller) as object, controller, kept)
    })
}
