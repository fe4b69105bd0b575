/**
 * Site formats by hash, each a whole copy of what `build:renderer` once wrote: while a new one rolls out, wijken that
 * have not gone over are still made in their own. Disposable: without the shelf the newest build is all there is.
 */
import { copyFile, cp, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { readKept } from '../kept.ts'

/** Formats kept at most. One is about 2 MB. */
const MAX_KEPT = 8
/** Says which format is in a folder. */
const NAME = 'format.json'

/** There is no site format to make pages with. Building one helps. */
export class NoSiteFormatError extends Error {
  override readonly name = 'NoSiteFormatError'
}

export interface ShelfOptions {
  /** Where the copies are. */
  readonly folder: string
  /** What `build:renderer` wrote last: `format.json`, `renderer/` and `files/`. */
  readonly built: string
}

/** The copies of site formats that are kept, each in a folder named by its hash: a new build leaves them alone. */
export function openFormatShelf({ folder, built }: ShelfOptions) {
  const folderOf = (hash: string) => join(folder, hash)

  /** Whether there is a copy with all that a renderer opens. */
  async function isWhole(hash: string): Promise<boolean> {
    if ((await hashIn(folderOf(hash))) !== hash) return false
    const parts = [join('renderer', 'entry.mjs'), 'files'].map((part) => stat(join(folderOf(hash), part)))
    return Promise.all(parts).then(
      () => true,
      () => false,
    )
  }

  /** The hashes of all whole copies, the one that was put or used last first. */
  async function kept(): Promise<readonly string[]> {
    const names = await readdir(folder).catch(() => [])
    const found = await Promise.all(
      names
        .filter((name) => !name.startsWith('.'))
        .map(async (hash) => {
          return { hash, at: (await isWhole(hash)) ? (await stat(folderOf(hash))).mtimeMs : null }
        }),
    )
    return found
      .filter(({ at }) => at !== null)
      .sort((a, b) => b.at! - a.at!)
      .map(({ hash }) => hash)
  }

  return {
    folderOf,
    kept,

    /** The hash of the newest build; null when there is none. */
    newestBuild: (): Promise<string | null> => hashIn(built),

    /**
     * Puts a copy of the newest build on the shelf and answers its hash; also in the place of one that is not whole, or known to be
     * unusable. Throws NoSiteFormatError, and what the disk throws.
     */
    async take(unusable: ReadonlySet<string> = new Set()): Promise<string> {
      await mkdir(folder, { recursive: true })
      const unfinished = join(folder, `.taking-${process.pid}`)
      for (;;) {
        await rm(unfinished, { recursive: true, force: true })
        const before = await stat(built).catch(() => null)
        const hash = await hashIn(built)
        if (!before || hash === null)
          throw new NoSiteFormatError(`[formats] ${built} holds no site format: build it first`)
        if (!unusable.has(hash) && (await isWhole(hash))) {
          await utimes(folderOf(hash), new Date(), new Date())
          return hash
        }
        const failure = await copyWhole(built, unfinished).then(
          () => null,
          (error: unknown) => error,
        )
        // A build that ended meanwhile has put another folder there: then the copy may be of two formats.
        if ((await stat(built).catch(() => null))?.ino !== before.ino) continue
        if (failure !== null) {
          await rm(unfinished, { recursive: true, force: true })
          throw failure
        }
        await rm(folderOf(hash), { recursive: true, force: true })
        await rename(unfinished, folderOf(hash))
        return hash
      }
    },

    /** Names of copies that are not whole: nothing is made with them. */
    async unfit(): Promise<readonly string[]> {
      const names = await readdir(folder).catch(() => [])
      const whole = await kept()
      return names.filter((name) => !name.startsWith('.') && !whole.includes(name))
    },

    /** Removes what is not needed, oldest first, until no more than the most are kept. */
    async prune(needed: ReadonlySet<string>): Promise<void> {
      const all = await kept()
      const unneeded = all.filter((hash) => !needed.has(hash)).toReversed()
      for (const hash of unneeded.slice(0, Math.max(0, all.length - MAX_KEPT)))
        await rm(folderOf(hash), { recursive: true, force: true })
    },
  }
}

export type FormatShelf = ReturnType<typeof openFormatShelf>

async function hashIn(folder: string): Promise<string | null> {
  const format = (await readKept<{ format: unknown } | null>(join(folder, NAME)))?.format
  return typeof format === 'string' && /^[0-9a-z]+$/.test(format) ? format : null
}

/** What names a format comes last: what was cut off before is none. */
async function copyWhole(from: string, to: string): Promise<void> {
  const name = join(from, NAME)
  await cp(from, to, { recursive: true, filter: (path) => path !== name })
  await syncAll(to)
  await copyFile(name, join(to, NAME))
  await syncAll(to)
}

/** After a power cut a copy is whole or not there. */
async function syncAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = await open(join(entry.parentPath, entry.name))
    await file.sync()
    await file.close()
  }
}
