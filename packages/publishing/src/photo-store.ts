/** Photos on disk: every original is fetched and resized once, for all wijken, and found again after a restart. */
import { createHash, hash as hashOf, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { documentPath, type Photo } from '@wijkpers/content'
import { photoKey } from '@wijkpers/content/site'
import { narrowFile, photoFile, photoRecipe } from '@wijkpers/images'
import { resizePhoto, type ResizedPhoto } from '@wijkpers/images/resize'
import type { PhotoFile, PhotoFiles, PhotoStore } from './ports.ts'

type KnownFile = Omit<PhotoFile, 'body'>
interface Known extends KnownFile {
  readonly narrow: readonly KnownFile[]
}

export interface PhotoStoreOptions {
  /** May be deleted at any time: the photos are then made again. */
  readonly folder: string
  /** The bytes of an original, by its path on the CMS. */
  readonly original: (url: string) => Promise<Uint8Array>
}

/** What photos are called on a site. */
export interface PhotoPaths {
  /** The paths on the site of a photo that was made ready before, one for each width; none when that is not known any more. */
  pathsOf(photo: Pick<Photo, 'url' | 'version'>): Promise<readonly string[]>
}

export function createPhotoStore({ folder, original }: PhotoStoreOptions): PhotoStore & PhotoPaths {
  const known = new Map<string, Promise<PhotoFiles>>()
  const { version, narrowWidths } = photoRecipe
  const recipe = `${version} ${narrowWidths.join()}`

  const noteOf = (key: string) =>
    join(folder, `${createHash('sha256').update(`${recipe} ${key}`).digest('hex')}.json`)

  const noted = (key: string) =>
    readFile(noteOf(key), 'utf8').then(
      (text) => JSON.parse(text) as Known,
      () => null,
    )

  async function read(photo: Pick<Photo, 'url'>, key: string): Promise<Known> {
    const before = await noted(key)
    if (before) return before
    const found = await make(photo.url)
    await write(noteOf(key), JSON.stringify(found))
    return found
  }

  /** Makes all widths of an original, and keeps them. */
  async function make(url: string): Promise<Known> {
    const bytes = await original(url)
    const whole = await resizePhoto(bytes)
    const path = photoFile(bytes)
    const narrow: KnownFile[] = []
    for (const one of whole.narrow) narrow.push(await keep(narrowFile(path, one.width), one))
    return { ...(await keep(path, whole)), narrow }
  }

  async function keep(path: string, { body, width, height }: ResizedPhoto): Promise<KnownFile> {
    await write(join(folder, path), body)
    return { path, hash: hashOf('sha256', body), size: body.length, width, height }
  }

  async function write(path: string, content: string | Uint8Array) {
    await mkdir(dirname(path), { recursive: true })
    // Two photos with the same bytes are one file, and may be written at the same moment.
    const unfinished = `${path}.${randomUUID()}.tmp`
    await writeFile(unfinished, content)
    await rename(unfinished, path)
  }

  function filesOf({ narrow, ...whole }: Known, url: string): PhotoFiles {
    return { ...fileOf(whole, url), narrow: narrow.map((one) => fileOf(one, url)) }
  }

  function fileOf(found: KnownFile, url: string): PhotoFile {
    const stored = () => readFile(join(folder, found.path))
    return {
      ...found,
      body: () =>
        stored().catch(async () => {
          await make(url)
          return stored()
        }),
    }
  }

  return {
    async pathsOf(photo) {
      const found = await noted(photoKey(photo))
      return found ? [found, ...found.narrow].map(({ path }) => path) : []
    },

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
        file = read(photo, key).then((found) => filesOf(found, photo.url))
        known.set(key, file)
        // A failure is not remembered: the next publish tries again.
        file.catch(() => known.delete(key))
      }
      return file
    },
  }
}
