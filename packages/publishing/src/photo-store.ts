/**
 * Photos and documents on disk: every original is fetched once, for all wijken, and found again after a restart. What is known of
 * one is kept apart from its bytes, which are read only when they are to be put somewhere.
 */
import { createHash, hash as hashOf } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentPath, type Photo } from '@wijkpers/content'
import { photoKey } from '@wijkpers/content/site'
import { narrowFile, photoFile, photoRecipe } from '@wijkpers/images'
import { resizePhoto, type ResizedPhoto } from '@wijkpers/images/resize'
import type { FileWithBody, PhotoFiles, PhotoStore, SiteFile } from './ports.ts'
import { readKept, writeKept, writeSafely } from './kept.ts'
import { KEPT_WIJKEN } from './kept-wijken.ts'

/** Of this many files what is known stays in memory, about 1 kB each; of others it is read from disk again. */
const KEPT_FILES = KEPT_WIJKEN * 200

interface KnownPhoto extends SiteFile {
  /** Pixels. */
  readonly width: number
  readonly height: number
}
interface KnownWidths extends KnownPhoto {
  readonly narrow: readonly KnownPhoto[]
}

export interface PhotoStoreOptions {
  /** May be deleted at any time: all is then fetched and made again. */
  readonly folder: string
  /** The bytes of an original, by its path on the CMS. */
  readonly original: (url: string) => Promise<Uint8Array>
  readonly clock?: () => Date
  /** Files of which what is known stays in memory. */
  readonly keptFiles?: number
}

/** What photos are called on a site. */
export interface PhotoPaths {
  /** The paths on the site of a photo that was made ready before, one for each width; none when that is not known any more. */
  pathsOf(photo: Pick<Photo, 'url' | 'version'>): Promise<readonly string[]>
  /** From this moment on every photo that was made ready is known; ISO in UTC. What is not known was shown before it, or never. */
  knownSince(): Promise<string>
}

/** The photos and documents of all wijken in a folder that may be deleted: each is made once, and named by its bytes. */
export function createPhotoStore({
  folder,
  original,
  clock = () => new Date(),
  keptFiles = KEPT_FILES,
}: PhotoStoreOptions): PhotoStore & PhotoPaths {
  const photos = createKnown<KnownWidths>()
  const documents = createKnown<SiteFile>()
  const { version, narrowWidths } = photoRecipe
  const recipe = `${version} ${narrowWidths.join()}`

  const noteOf = (key: string) =>
    join(folder, `${createHash('sha256').update(`${recipe} ${key}`).digest('hex')}.json`)

  /** What is known of `key` is kept on disk, and of what was asked last in memory; made when neither has it. */
  function createKnown<T>() {
    /** What was asked last comes last. */
    const known = new Map<string, Promise<T>>()
    async function look(key: string, make: () => Promise<T>): Promise<T> {
      const noted = await readKept<T>(noteOf(key))
      if (noted) return noted
      const made = await make()
      // A photo that is on a site needs its original no more: one that cannot be read then stops no publish.
      await writeSafely(noteOf(key), JSON.stringify(made))
      return made
    }
    return {
      get(key: string, make: () => Promise<T>): Promise<T> {
        const before = known.get(key)
        const found = before ?? look(key, make)
        known.delete(key)
        known.set(key, found)
        // A failure is not remembered: the next publish tries again.
        if (!before) found.catch(() => known.delete(key))
        const [oldest] = known.keys()
        if (known.size > keptFiles && oldest !== undefined) known.delete(oldest)
        return found
      },
      /** Makes it anew. What was known stays until then: it may be on a site, and its original gone. */
      async again(key: string, make: () => Promise<T>): Promise<void> {
        const made = await make()
        await writeSafely(noteOf(key), JSON.stringify(made))
        known.set(key, Promise.resolve(made))
      },
    }
  }

  /** Makes all widths of an original, and keeps them. */
  async function makePhoto(url: string): Promise<KnownWidths> {
    const bytes = await original(url)
    const whole = await resizePhoto(bytes)
    const path = photoFile(bytes)
    const narrow: KnownPhoto[] = []
    for (const one of whole.narrow) narrow.push(await keepPhoto(narrowFile(path, one.width), one))
    return { ...(await keepPhoto(path, whole)), narrow }
  }

  const keepPhoto = async (path: string, { body, width, height }: ResizedPhoto): Promise<KnownPhoto> => ({
    ...(await keep(path, body)),
    width,
    height,
  })

  async function keep(path: string, body: Uint8Array): Promise<SiteFile> {
    await writeKept(join(folder, path), body)
    return { path, hash: hashOf('sha256', body), size: body.length }
  }

  /** The bytes as they are known. Throws when those on disk are gone, or were damaged: then it is known anew by the next try. */
  async function stored({ path, hash }: SiteFile): Promise<Uint8Array> {
    const bytes = await readFile(join(folder, path))
    if (hashOf('sha256', bytes) !== hash) throw new Error(`[publishing] ${path} is not as it was kept`)
    return bytes
  }

  function withBody<F extends SiteFile>(file: F, makeAgain: () => Promise<unknown>): F & FileWithBody {
    return {
      ...file,
      body: () =>
        stored(file).catch(async () => {
          await makeAgain()
          return stored(file)
        }),
    }
  }

  /** Noted the first time, and after the folder was deleted or photos got other names. */
  async function knownSince(): Promise<string> {
    const note = noteOf('known since')
    const noted = await readKept<{ since: string }>(note)
    if (noted) return noted.since
    const since = clock().toISOString()
    await writeSafely(note, JSON.stringify({ since }))
    return since
  }

  return {
    knownSince,
    async pathsOf(photo) {
      const found = await readKept<KnownWidths>(noteOf(photoKey(photo)))
      return found ? [found, ...found.narrow].map(({ path }) => path) : []
    },

    async document(document) {
      const path = documentPath(document).slice(1)
      const make = async () => keep(path, await original(document.url))
      return withBody(await documents.get(path, make), () => documents.again(path, make))
    },

    async file(photo): Promise<PhotoFiles> {
      const key = photoKey(photo)
      const make = () => makePhoto(photo.url)
      const { narrow, ...whole } = await photos.get(key, make)
      const makeAgain = () => photos.again(key, make)
      return {
        ...withBody(whole, makeAgain),
        narrow: narrow.map((one) => withBody(one, makeAgain)),
      }
    },
  }
}
