/** Photos on disk: every original is fetched and resized once, for all wijken, and found again after a restart. */
import { createHash, hash as hashOf, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { documentPath, type Photo } from '@wijkpers/content'
import { photoKey } from '@wijkpers/content/site'
import { photoFile, photoRecipe } from '@wijkpers/images'
import { resizePhoto } from '@wijkpers/images/resize'
import type { PhotoFile, PhotoStore } from './ports.ts'

type Known = Omit<PhotoFile, 'body'>

export interface PhotoStoreOptions {
  /** May be deleted at any time: the photos are then made again. */
  readonly folder: string
  /** The bytes of an original, by its path on the CMS. */
  readonly original: (url: string) => Promise<Uint8Array>
}

/** What photos are called on a site. */
export interface PhotoPaths {
  /** The path on the site of a photo that was made ready before; null when that is not known any more. */
  pathOf(photo: Pick<Photo, 'url' | 'version'>): Promise<string | null>
}

export function createPhotoStore({ folder, original }: PhotoStoreOptions): PhotoStore & PhotoPaths {
  const known = new Map<string, Promise<PhotoFile>>()

  const noteOf = (key: string) =>
    join(folder, `${createHash('sha256').update(`${photoRecipe.version} ${key}`).digest('hex')}.json`)

  const noted = (key: string) =>
    readFile(noteOf(key), 'utf8').then(
      (text) => JSON.parse(text) as Known,
      () => null,
    )

  async function read(photo: Photo, key: string): Promise<Known> {
    const before = await noted(key)
    if (before) return before
    const bytes = await original(photo.url)
    const { body, width, height } = await resizePhoto(bytes)
    const file: Known = {
      path: photoFile(bytes),
      hash: hashOf('sha256', body),
      size: body.length,
      width,
      height,
    }
    await write(join(folder, file.path), body)
    await write(noteOf(key), JSON.stringify(file))
    return file
  }

  async function write(path: string, content: string | Uint8Array) {
    await mkdir(dirname(path), { recursive: true })
    // Two photos with the same bytes are one file, and may be written at the same moment.
    const unfinished = `${path}.${randomUUID()}.tmp`
    await writeFile(unfinished, content)
    await rename(unfinished, path)
  }

  function fileOf(found: Known, url: string): PhotoFile {
    return {
      ...found,
      body: () =>
        readFile(join(folder, found.path)).catch(async () => {
          const { body } = await resizePhoto(await original(url))
          await write(join(folder, found.path), body)
          return body
        }),
    }
  }

  return {
    pathOf: async (photo) => (await noted(photoKey(photo)))?.path ?? null,

    async document(document) {
      const path = documentPath(document).slice(1)
      const bytes = await readFile(join(folder, path)).catch(async () => {
        const fetched = await original(document.url)
        await write(join(folder, path), fetched)
        return fetched
      })
      return {
        path,
        hash: hashOf('sha256', bytes),
        size: bytes.length,
        body: () => Promise.resolve(bytes),
      }
    },

    file(photo) {
      const key = photoKey(photo)
      let file = known.get(key)
      if (!file) {
        file = read(photo, key).then((found) => fileOf(found, photo.url))
        known.set(key, file)
        // A failure is not remembered: the next publish tries again.
        file.catch(() => known.delete(key))
      }
      return file
    },
  }
}
