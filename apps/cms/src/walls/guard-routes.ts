import type { Core } from '@strapi/strapi'
import { documentsOf } from '../entries/document-call.ts'
import { isOnSite } from '../entries/entry-types.ts'
import { FILE } from '../revisions/watch-media.ts'
import { ownFiles } from './document-wall.ts'
import { editorOf, type Editor } from './editor.ts'
import { refuseOthersFiles } from './files.ts'

type Context = Parameters<Core.ControllerHandler>[0]
type Guard = (ctx: Context, editor: Editor, proceed: () => unknown) => unknown

/**
 * Guards the admin routes that look at no condition and do not pass the document service. Everything else an
 * editor can reach is walled by his role's conditions and by document-wall.ts.
 * To be called while registering, before the routes are made.
 */
export function guardRoutes(strapi: Core.Strapi): void {
  const refuse: Guard = (ctx) => ctx.forbidden()
  const nothing: Guard = (ctx) => {
    ctx.body = { data: [] }
  }

  const ownFilesOnly = (idsOf: (body: Record<string, unknown>) => unknown): Guard => {
    return async (ctx, editor, proceed) => {
      const body = (ctx.request.body ?? {}) as Record<string, unknown>
      const ids = idsOf(body)
      const folders = body['folderIds']
      if ((Array.isArray(folders) && folders.length > 0) || body['destinationFolderId'])
        return ctx.forbidden()
      if (!Array.isArray(ids) || !(await areOwn(strapi, editor, ids))) return ctx.forbidden()
      await refuseOthersFiles(strapi, { id: { $in: ids.map(Number) } })
      return proceed()
    }
  }
  // Strapi takes the bytes away, or puts others in their place, before it writes the row that the wall looks at.
  const changeableFileOnly = (idOf: (ctx: Context) => unknown): Guard => {
    return async (ctx, _, proceed) => {
      const id = idOf(ctx)
      if (id !== undefined) await refuseOthersFiles(strapi, { id: Number(id) })
      return proceed()
    }
  }
  const updated = (body: Record<string, unknown>) =>
    Array.isArray(body['updates']) ? body['updates'].map((update: { id?: unknown }) => update?.id) : null

  // Strapi says of a document that the wall hides whether it exists, and how many links it has.
  const ownDocumentsOnly = (idsOf: (ctx: Context) => unknown): Guard => {
    return async (ctx, _, proceed) => {
      const uid = String(ctx.params['model'])
      const ids = [...new Set([idsOf(ctx)].flat().map(String))]
      if (!isOnSite(uid)) return proceed()
      const seen = await documentsOf(strapi, uid).count({ filters: { documentId: { $in: ids } } })
      return seen === ids.length ? proceed() : ctx.notFound()
    }
  }

  const guards: Record<string, Record<string, Guard>> = {
    'plugin::upload.admin-folder-file': {
      deleteMany: ownFilesOnly((body) => body['fileIds'] ?? []),
      moveMany: ownFilesOnly((body) => body['fileIds'] ?? []),
    },
    'plugin::upload.admin-file': {
      destroy: changeableFileOnly((ctx) => ctx.params['id']),
    },
    'plugin::upload.admin-upload': {
      upload: changeableFileOnly((ctx) => ctx.query['id']),
      replaceFile: changeableFileOnly((ctx) => ctx.params['id']),
      updateFileInfo: changeableFileOnly((ctx) => ctx.params['id']),
      bulkUpdateFileInfo: ownFilesOnly(updated),
      uploadFromUrls: refuse,
    },
    // Folders are shared by all wijken: their names would tell.
    'plugin::upload.admin-folder': {
      create: refuse,
      update: refuse,
      findOne: refuse,
      find: nothing,
      getStructure: nothing,
    },
    'plugin::content-manager.collection-types': {
      findOne: ownDocumentsOnly((ctx) => ctx.params['id']),
      countManyEntriesDraftRelations: ownDocumentsOnly((ctx) => ctx.query['documentIds']),
    },
  }

  for (const [uid, actions] of Object.entries(guards))
    strapi.get('controllers').extend(uid, (controller: Core.Controller) => {
      const guarded: Record<string, Core.ControllerHandler> = { ...controller }
      for (const [action, guard] of Object.entries(actions)) {
        const original = controller[action]
        // A wall with a hole must not stand: Strapi has renamed a route.
        if (!original) throw new Error(`[walls] ${uid} has no ${action}`)
        guarded[action] = (ctx, next) => {
          const editor = editorOf(strapi, ctx)
          const proceed = () => original.call(controller, ctx, next)
          return editor ? guard(ctx, editor, proceed) : proceed()
        }
      }
      return guarded
    })
}

async function areOwn(strapi: Core.Strapi, editor: Editor, ids: readonly unknown[]): Promise<boolean> {
  const distinct = [...new Set(ids.map(Number))]
  if (distinct.length === 0) return true
  const found = await strapi.db
    .query(FILE)
    .count({ where: { $and: [{ id: { $in: distinct } }, ownFiles(editor.id, await editor.wijken())] } })
  return found === distinct.length
}
