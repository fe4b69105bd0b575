import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { onDocuments, type WrittenDocument } from '../entries/document-call.ts'
import { entryTypeOf } from '../entries/entry-types.ts'
import { FILE } from '../revisions/watch-media.ts'
import { currentEditor } from './editor.ts'

interface FileData {
  hash?: string
  related?: unknown
  folder?: unknown
  wijkKey?: string | null
  bytesVersion?: string
}

interface FileEvent {
  readonly params: { readonly data: FileData }
}

/**
 * Marks every file with its wijk when it comes in, and with a new version when its bytes may be others.
 * The uploads of who has several wijken, and of operators, get their wijk at their first use.
 * To be called while bootstrapping.
 */
export function markFiles(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    async beforeCreate(event) {
      const { data } = (event as unknown as FileEvent).params
      // Strapi's upload route would link the file to any row of any wijk, past walls and wanted revision.
      if (data.related) throw new errors.ForbiddenError('Kies de foto in het bericht zelf.')
      data.bytesVersion ??= randomUUID()

      const editor = currentEditor(strapi)
      if (!editor) return
      if (data.folder) throw new errors.ForbiddenError(NO_FOLDERS)
      const [only, ...others] = await editor.wijken()
      if (only !== undefined && others.length === 0) data.wijkKey = only
    },
    beforeUpdate(event) {
      const { data } = (event as unknown as FileEvent).params
      if (data.folder && currentEditor(strapi)) throw new errors.ForbiddenError(NO_FOLDERS)
      // Only new bytes come with a hash, which stays the same to keep the address.
      if (data.hash !== undefined) data.bytesVersion = randomUUID()
    },
  })
}

/** Gives a file without a wijk to the wijk of the first entry that uses it. */
export function claimFiles(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const media = entryTypeOf(call.uid)?.media
    const written = (await next()) as WrittenDocument | null
    if (!media || !['create', 'update', 'clone'].includes(call.action) || !call.params.data?.[media])
      return written

    const documentId = written?.documentId ?? call.params.documentId
    const rows = (await strapi.db
      .query(call.uid)
      .findMany({ where: { documentId }, populate: { [media]: { select: ['id', 'wijkKey'] } } })) as {
      wijkKey: string
      [media: string]: unknown
    }[]
    for (const row of rows) {
      const file = row[media] as { id: number; wijkKey: string | null } | null
      if (file && !file.wijkKey)
        await strapi.db.query(FILE).update({ where: { id: file.id }, data: { wijkKey: row.wijkKey } })
    }
    return written
  })
}

// Folders are shared by all wijken: their names would tell.
const NO_FOLDERS = 'Mappen zijn alleen voor beheerders.'
