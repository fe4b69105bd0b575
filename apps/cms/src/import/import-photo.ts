import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { photoFormat } from '../photos/clean-photo.ts'
import { FILE } from '../revisions/watch-media.ts'
import type { ImportedEntry, ImportedPhoto } from './import-data.ts'

/** The photos of an import, in the media library. */
export interface ImportedPhotos {
  /** Id of the file of a photo. */
  fileOf(photo: ImportedPhoto): number
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
 * Puts the photos of `entries` into the media library, each once, and finds those that an earlier import of the
 * wijk brought. Not in a transaction: decoding takes long, and would keep everyone else waiting.
 */
export async function importPhotos(
  strapi: Core.Strapi,
  wijk: string | null,
  entries: readonly ImportedEntry[],
): Promise<ImportedPhotos> {
  const photos = new Map<string, ImportedPhoto>()
  for (const entry of entries)
    if (entry.kind !== 'infoPage' && entry.photo) photos.set(keyOf(entry.photo), entry.photo)

  const files = new Map<string, number>()
  if (wijk !== null && photos.size > 0) {
    const known = (await strapi.db.query(FILE).findMany({
      where: { wijkKey: wijk, bytesVersion: { $startsWith: KEY_START } },
      select: ['id', 'bytesVersion'],
    })) as FileRow[]
    for (const { id, bytesVersion } of known) if (photos.has(bytesVersion)) files.set(bytesVersion, id)
  }

  const uploaded: number[] = []
  const remove = async () => {
    const upload = strapi.plugin('upload').service('upload')
    for (const id of uploaded) await upload.remove(await upload.findOne(id))
  }
  try {
    for (const [key, photo] of photos) {
      if (files.has(key)) continue
      const id = await uploadPhoto(strapi, photo)
      uploaded.push(id)
      files.set(key, id)
    }
  } catch (error) {
    await remove()
    throw error
  }
  return {
    fileOf: (photo) => files.get(keyOf(photo))!,
    async belongTo(key) {
      for (const [bytesVersion, id] of files)
        if (uploaded.includes(id))
          await strapi.db.query(FILE).update({ where: { id }, data: { wijkKey: key, bytesVersion } })
    },
    remove,
  }
}

const KEY_START = 'import-'

// What is said of a photo belongs to its file, so the same bytes with another text are another file.
function keyOf({ name, alt, credit, base64 }: ImportedPhoto): string {
  return (
    KEY_START +
    createHash('sha256')
      .update(JSON.stringify([name, alt, credit, base64]))
      .digest('hex')
  )
}

async function uploadPhoto(strapi: Core.Strapi, photo: ImportedPhoto): Promise<number> {
  const bytes = Buffer.from(photo.base64, 'base64')
  const format = await photoFormat(bytes)
  if (format === null)
    throw new errors.ValidationError(`[import] photo ${photo.name}: expected a JPEG, PNG, WebP or AVIF`)

  const folder = await mkdtemp(path.join(tmpdir(), 'wijkpers-import-'))
  try {
    const filepath = path.join(folder, 'photo')
    await writeFile(filepath, bytes)
    const [file] = (await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name: photo.name, alternativeText: photo.alt, caption: photo.credit } },
        files: {
          filepath,
          originalFilename: photo.name,
          mimetype: `image/${format}`,
          size: bytes.length,
        },
      })) as { id: number }[]
    return file!.id
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
