import type { Core, UID } from '@strapi/strapi'
import { ENTRY_TYPES, entryTypeOf } from '../entries/entry-types.ts'
import { currentWijk } from '../people/current-wijk.ts'
import { wijkOf, wijkOfOpened } from '../people/opened-entry.ts'
import { FILE } from '../entries/files.ts'
import { editorOf, personOf } from './editor.ts'

type Context = Parameters<Core.ControllerHandler>[0]

const FILES = 'plugin::upload.admin-file'

/** Routes that answer with a list of entries or files. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'plugin::content-manager.collection-types': ['find'],
  'plugin::content-manager.relations': ['findAvailable'],
  [FILES]: ['find'],
}

const KEY = 'wijkOfList'

/**
 * Shows in a list only what is of the wijk that somebody works in now; a choice of links or files follows the entry that
 * it is for. No wall: what he opens by its address opens. To be called while registering, before the routes are made.
 */
export function narrowLists(strapi: Core.Strapi): void {
  for (const [uid, actions] of Object.entries(LISTS))
    strapi.get('controllers').extend(uid, (controller: Core.Controller) => {
      const narrowed: Record<string, Core.ControllerHandler> = {}
      for (const action of actions) {
        const original = controller[action]
        if (!original) throw new Error(`[walls] ${uid} has no ${action}`)
        narrowed[action] = async (ctx, next) => {
          const isOfFiles = uid === FILES
          ctx.state[KEY] = (await wijkOfEntry(strapi, ctx)) ?? (await wijkOfAsker(strapi, ctx, isOfFiles))
          return original.call(controller, ctx, next)
        }
      }
      // Strapi's own call each other by `this`.
      return Object.assign(Object.create(controller) as object, controller, narrowed)
    })
}

async function wijkOfAsker(strapi: Core.Strapi, ctx: Context, isOfFiles: boolean): Promise<string | null> {
  const person = personOf(ctx)
  if (!person) return null
  const within = (await editorOf(strapi, ctx)?.wijken()) ?? null
  const opened = isOfFiles ? await wijkOfOpened(strapi, ctx, within) : null
  return opened ?? currentWijk(strapi, { person: person.id, within })
}

async function wijkOfEntry(strapi: Core.Strapi, ctx: Context): Promise<string | null> {
  const type = entryTypeOf(String(ctx.params['model']))
  const { id } = ctx.query
  if (!type || typeof id !== 'string' || !ctx.params['targetField']) return null
  return wijkOf(strapi, { uid: type.uid, documentId: id })
}

/** Makes the queries of those routes narrow. To be called while bootstrapping, when there is a database. */
export function narrowQueries(strapi: Core.Strapi): void {
  const narrow = (condition: (wijk: string) => object) => (event: { params: unknown }) => {
    const wijk = strapi.requestContext.get()?.state[KEY] as string | null | undefined
    if (!wijk) return
    const params = event.params as { where?: object }
    params.where = params.where ? { $and: [params.where, condition(wijk)] } : condition(wijk)
  }
  const subscribe = (models: readonly string[], condition: (wijk: string) => object) =>
    strapi.db.lifecycles.subscribe({
      models: [...models] as UID.Schema[],
      beforeFindMany: narrow(condition),
      beforeCount: narrow(condition),
    })
  subscribe(
    ENTRY_TYPES.map(({ uid }) => uid),
    (wijk) => ({ wijkKey: wijk }),
  )
  // Files without a wijk are new: they get one with their first use.
  subscribe([FILE], (wijk) => ({ $or: [{ wijkKey: wijk }, { wijkKey: { $null: true } }] }))
}
