import type { Core, UID } from '@strapi/strapi'
import { entryTypeOf } from '../entries/entry-types.ts'
import { FILE } from '../entries/files.ts'
import { editorOf } from './editor.ts'
import { type AttributesOf, refuseUnsoundQuery } from './list-query.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/** The types of field that Strapi searches in. */
const SEARCHED = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration'])

/** What a file is searched by. */
const SAID_OF_FILE = ['name', 'alternativeText', 'caption']

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
 * What an editor searches for is looked for in the fields that he may read, and of a file in what is said of it; Strapi looks in every column.
 * To be called while registering, before the routes are made.
 */
export function keepToAskedLists(strapi: Core.Strapi): void {
  const attributesOf: AttributesOf = (uid) => strapi.getModel(uid as UID.Schema)?.attributes ?? {}
  const before: Record<string, Record<string, (ctx: Context) => boolean>> = {
    'plugin::content-manager.relations': { findAvailable: ofLinks, findExisting: ofLinks },
    'plugin::content-manager.collection-types': {
      find: (ctx) => {
        listOf((of) => String(of.params['model']))(ctx)
        return searchInRead(ctx)
      },
      findOne: bare,
      bulkFindForValidation: onlyDocumentIds,
    },
    'plugin::upload.admin-file': {
      find: (ctx) => {
        listOf(() => FILE)(ctx)
        return searchIn(ctx, SAID_OF_FILE)
      },
      findOne: bare,
    },
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

  // Strapi passes the order that a body names to the database as it is.
  function onlyDocumentIds(ctx: Context): boolean {
    const { documentIds } = (ctx.request.body ?? {}) as Record<string, unknown>
    ctx.request.body = { documentIds }
    return true
  }

  function searchInRead(ctx: Context): boolean {
    if (!editorOf(strapi, ctx)) return true
    const uid = String(ctx.params['model'])
    const { can } = strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility: ctx.state['userAbility'], model: uid }) as {
      can: { read(entry: null, field: string): boolean }
    }
    const readable = Object.entries(attributesOf(uid))
      .filter(([field, { type }]) => SEARCHED.has(type) && can.read(null, field))
      .map(([field]) => field)
    return searchIn(ctx, readable)
  }

  function searchIn(ctx: Context, fields: readonly string[]): boolean {
    const { _q: words, filters } = ctx.query as { _q?: unknown; filters?: { $and?: unknown } }
    delete ctx.query['_q']
    if (typeof words !== 'string' || words === '') return true
    const search = { $or: fields.map((field) => ({ [field]: { $containsi: words } })) }
    Object.assign(ctx.query, { filters: { ...filters, $and: [filters?.$and ?? [], search].flat() } })
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
