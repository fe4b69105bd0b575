import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Core, UID } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { componentsIn } from '../entries/media-places.ts'
import { entryTypeOfKind } from '../entries/entry-types.ts'
import { photoFormat } from '../uploads/clean-photo.ts'
import { FILE } from '../entries/files.ts'
import { importedFields, type ImportedFile } from './entry-schema.ts'
import type { ImportData } from './import-data.ts'

/** The files of an import, in the media library. */
export interface ImportedFiles {
  /** The id of a file. */
  idOf(file: ImportedFile): number
  /** Gives the new files to their wijk, in the transaction of the import. */
  belongTo(wijk: string): Promise<void>
  /** Takes the new files back, when the import failed. */
  remove(): Promise<void>
}

interface FileRow {
  readonly id: number
  readonly bytesVersion: string
}

/**
 * Puts the files of an import into the media library, each once, and finds those that an earlier import of the
 * wijk brought. Not in a transaction: decoding takes long, and would keep everyone else waiting.
 */
export async function importFiles(
  strapi: Core.Strapi,
  wijk: string | null,
  { wijk: { logo }, entries }: ImportData,
): Promise<ImportedFiles> {
  const wanted = new Map<string, ImportedFile>()
  if (logo) wanted.set(keyOf(logo), logo)
  for (const entry of entries)
    for (const { file, allowed } of filesIn(strapi, entryTypeOfKind(entry.kind)!.uid, entry)) {
      refuseUnfit(file, allowed)
      wanted.set(keyOf(file), file)
    }

  const files = new Map<string, number>()
  if (wijk !== null && wanted.size > 0) {
    const known = (await strapi.db.query(FILE).findMany({
      where: { wijkKey: wijk, bytesVersion: { $startsWith: KEY_START } },
      select: ['id', 'bytesVersion'],
    })) as FileRow[]
    for (const { id, bytesVersion } of known) if (wanted.has(bytesVersion)) files.set(bytesVersion, id)
  }

  const uploaded: number[] = []
  const remove = async () => {
    const upload = strapi.plugin('upload').service('upload')
    for (const id of uploaded) await upload.remove(await upload.findOne(id))
  }
  try {
    for (const [key, file] of wanted) {
      if (files.has(key)) continue
      const id = await uploadFile(strapi, file)
      uploaded.push(id)
      files.set(key, id)
    }
  } catch (error) {
    await remove()
    throw error
  }
  return {
    idOf: (file) => files.get(keyOf(file))!,
    async belongTo(key) {
      for (const [bytesVersion, id] of files)
        if (uploaded.includes(id))
          await strapi.db.query(FILE).update({ where: { id }, data: { wijkKey: key, bytesVersion } })
    },
    remove,
  }
}

function filesIn(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
  data: Readonly<Record<string, unknown>>,
): { file: ImportedFile; allowed: readonly string[] }[] {
  return importedFields(strapi, uid).flatMap(({ name, is }) => {
    if (is.type === 'media')
      return data[name] ? [{ file: data[name] as ImportedFile, allowed: is.allowedTypes ?? [] }] : []
    if (is.type !== 'component') return []
    return componentsIn(data[name]).flatMap((one) => filesIn(strapi, is.component!, one))
  })
}

function refuseUnfit({ name, base64 }: ImportedFile, allowed: readonly string[]): void {
  // 'JVBER' is how the bytes of '%PDF-' begin in base64.
  const isPdf = base64.startsWith('JVBER')
  if (!allowed.includes(isPdf ? 'files' : 'images'))
    throw new errors.ValidationError(
      `[import] file ${name}: ${isPdf ? 'a PDF is no photo' : 'expected a PDF'}`,
    )
}

const KEY_START = 'import-'
const keys = new WeakMap<ImportedFile, string>()

function keyOf(file: ImportedFile): string {
  let key = keys.get(file)
  if (key === undefined) {
    const { name, base64 } = file
    key =
      KEY_START +
      createHash('sha256')
        .update(JSON.stringify([name, base64]))
        .digest('hex')
    keys.set(file, key)
  }
  return key
}

async function uploadFile(strapi: Core.Strapi, { name, base64 }: ImportedFile): Promise<number> {
  const bytes = Buffer.from(base64, 'base64')
  const format = await photoFormat(bytes)
  const isPdf = bytes.toString('latin1', 0, 5) === '%PDF-'
  if (format === null && !isPdf)
    throw new errors.ValidationError(`[import] file ${name}: expected a JPEG, PNG, WebP, AVIF or PDF`)

  const folder = await mkdtemp(path.join(tmpdir(), 'wijkpers-import-'))
  try {
    const filepath = path.join(folder, 'file')
    await writeFile(filepath, bytes)
    const [file] = (await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name } },
        files: {
          filepath,
          originalFilename: name,
          mimetype: format === null ? 'application/pdf' : `image/${format}`,
          size: bytes.length,
        },
      })) as { id: number }[]
    return file!.id
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
