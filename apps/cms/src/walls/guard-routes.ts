import type { Core } from '@strapi/strapi'
import { documentsOf } from '../entries/document-call.ts'
import { isOnSite } from '../entries/entry-types.ts'
import { forbidden } from '../entries/refusal.ts'
import { FILE } from '../entries/files.ts'
import { rowNumber } from '../routes/row-number.ts'
import { ownFiles } from './document-wall.ts'
import { editorOf, type Editor } from './editor.ts'
import { NO_FOLDERS, refuseOfArchived, refuseOthersFiles, refuseReplace, type FileAct } from './files.ts'

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

  const ownFilesOnly = (idsOf: (body: Record<string, unknown>) => unknown, act: FileAct): Guard => {
    return async (ctx, editor, proceed) => {
      const body = (ctx.request.body ?? {}) as Record<string, unknown>
      const ids = idsOf(body)
      const folders = body['folderIds']
      if ((Array.isArray(folders) && folders.length > 0) || body['destinationFolderId'])
        return ctx.forbidden()
      if (!Array.isArray(ids) || !(await areOwn(strapi, editor, ids))) return ctx.forbidden()
      await refuseOthersFiles(strapi, { id: { $in: ids.map(Number) } }, act)
      return proceed()
    }
  }
  // Strapi takes the bytes away, or puts others in their place, before it writes the row that the wall looks at.
  const ownFileOnly = (idOf: (ctx: Context) => unknown, act: FileAct | 'read'): Guard => {
    return async (ctx, editor, proceed) => {
      const id = idOf(ctx)
      if (id === undefined) return proceed()
      // Says the same of one that is not there.
      if (!(await areOwn(strapi, editor, [id]))) return ctx.forbidden()
      if (act !== 'read') await refuseOthersFiles(strapi, { id: Number(id) }, act)
      return proceed()
    }
  }
  // Strapi says of a document that the wall hides whether it exists, and how many links it has: it asks before the wall does.
  const ownDocumentsOnly = (idsOf: (ctx: Context) => unknown): Guard => {
    return async (ctx, _, proceed) => {
      const uid = String(ctx.params['model'])
      const asked = idsOf(ctx)
      // What is published at once when it is made has none yet.
      if (!isOnSite(uid) || asked === undefined) return proceed()
      const ids = [...new Set([asked].flat().map(String))]
      const seen = await documentsOf(strapi, uid).count({ filters: { documentId: { $in: ids } } })
      return seen === ids.length ? proceed() : ctx.notFound()
    }
  }

  const guards: Record<string, Record<string, Guard>> = {
    'plugin::upload.admin-folder-file': {
      deleteMany: ownFilesOnly((body) => body['fileIds'] ?? [], 'remove'),
      moveMany: ownFilesOnly((body) => body['fileIds'] ?? [], 'change'),
    },
    'plugin::upload.admin-file': {
      findOne: ownFileOnly((ctx) => ctx.params['id'], 'read'),
      destroy: ownFileOnly((ctx) => ctx.params['id'], 'remove'),
    },
    [UPLOADS]: {
      upload: ownFileOnly((ctx) => ctx.query['id'], 'change'),
      replaceFile: ownFileOnly((ctx) => ctx.params['id'], 'change'),
      updateFileInfo: ownFileOnly((ctx) => ctx.params['id'], 'change'),
      bulkUpdateFileInfo: ownFilesOnly(updated, 'change'),
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
      ...Object.fromEntries(OF_ONE_DOCUMENT.map((act) => [act, ownDocumentsOnly((ctx) => ctx.params['id'])])),
      ...Object.fromEntries(CLONES.map((act) => [act, ownDocumentsOnly((ctx) => ctx.params['sourceId'])])),
      countManyEntriesDraftRelations: ownDocumentsOnly((ctx) => ctx.query['documentIds']),
    },
    'plugin::content-manager.relations': { findExisting: ownDocumentsOnly((ctx) => ctx.params['id']) },
  }

  // Whoever asks, an operator too.
  const changes: Record<string, (ctx: Context) => readonly unknown[]> = {
    upload: (ctx) => [ctx.query['id'] ?? []].flat(),
    replaceFile: (ctx) => [ctx.params['id']],
    updateFileInfo: (ctx) => [ctx.params['id']],
    bulkUpdateFileInfo: (ctx) => updated((ctx.request.body ?? {}) as Record<string, unknown>) ?? [],
  }

  for (const [uid, actions] of Object.entries(guards))
    strapi.get('controllers').extend(uid, (controller: Core.Controller) => {
      const guarded: Record<string, Core.ControllerHandler> = { ...controller }
      for (const [action, guard] of Object.entries(actions)) {
        const original = controller[action]
        // A wall with a hole must not stand: Strapi has renamed a route.
        if (!original) throw new Error(`[walls] ${uid} has no ${action}`)
        const changed = uid === UPLOADS ? changes[action] : undefined
        guarded[action] = (ctx, next) => {
          // PostgreSQL reads more as a number than JavaScript does, `1_2` as 12: a guard would look at nothing and Strapi at that file.
          if (uid.startsWith('plugin::upload.') && askedIds(ctx).some((id) => rowNumber(id) === null))
            return ctx.notFound()
          const editor = editorOf(strapi, ctx)
          if (editor && changed && namesFolder(ctx)) throw forbidden(NO_FOLDERS)
          const proceed = async () => {
            const files = changed?.(ctx).map(Number) ?? []
            const incoming = incomingFiles(ctx)
            if (incoming.length > 0) for (const file of files) await refuseReplace(strapi, file, incoming)
            if (files.length > 0) await refuseOfArchived(strapi, files)
            return original.call(controller, ctx, next)
          }
          return editor ? guard(ctx, editor, proceed) : proceed()
        }
      }
      return guarded
    })
}

const UPLOADS = 'plugin::upload.admin-upload'

const OF_ONE_DOCUMENT = [
  'findOne',
  'update',
  'delete',
  'publish',
  'unpublish',
  'discard',
  'countDraftRelations',
]
const CLONES = ['clone', 'autoClone']

/** What a route of files or folders is asked for, by number. */
function askedIds(ctx: Context): readonly unknown[] {
  const body = (ctx.request.body ?? {}) as Record<string, unknown>
  return [
    ctx.params['id'],
    ctx.query['id'],
    body['destinationFolderId'],
    ...[body['fileIds'], body['folderIds'], updated(body)].flat(),
  ].filter((id) => id !== undefined && id !== null)
}

const updated = (body: Record<string, unknown>) =>
  Array.isArray(body['updates']) ? body['updates'].map((update: { id?: unknown }) => update?.id) : null

/** Whether what is said of files asks for a folder: Strapi looks whether there is such a one before the wall refuses it. */
function namesFolder(ctx: Context): boolean {
  const { fileInfo, updates } = (ctx.request.body ?? {}) as { fileInfo?: unknown; updates?: unknown }
  const infos = [
    fileInfo,
    ...(Array.isArray(updates) ? updates.map((one: { fileInfo?: unknown }) => one?.fileInfo) : []),
  ]
  return infos.flatMap(readInfos).some((info) => info.folder !== undefined && info.folder !== null)
}

/** As JSON in a form, or as it is; of one file or of more. */
function readInfos(info: unknown): { folder?: unknown }[] {
  if (Array.isArray(info)) return info.flatMap(readInfos)
  if (typeof info === 'object' && info !== null) return [info]
  if (typeof info !== 'string') return []
  try {
    const read: unknown = JSON.parse(info)
    return typeof read === 'string' ? [] : readInfos(read)
  } catch {
    return []
  }
}

/** Where the files that come with a request are for now. */
function incomingFiles(ctx: Context): readonly string[] {
  const { files = {} } = ctx.request as unknown as { files?: Record<string, unknown> }
  return Object.values(files)
    .flat()
    .map((file) => (file as { filepath: string }).filepath)
}

async function areOwn(strapi: Core.Strapi, editor: Editor, ids: readonly unknown[]): Promise<boolean> {
  const distinct = [...new Set(ids.map(Number))]
  if (distinct.length === 0) return true
  const found = await strapi.db
    .query(FILE)
    .count({ where: { $and: [{ id: { $in: distinct } }, ownFiles(editor.id, await editor.wijken())] } })
  return found === distinct.length
}
