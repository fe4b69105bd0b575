import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inLanes } from './lanes.ts'
import { type Layout, objectPathIn } from './layout.ts'
import { hashOfFile } from './object-bytes.ts'
import { syncFolder, syncFolderNow } from './sync-folder.ts'

/** An object was put under a name that is not the hash of its bytes: a bug of the caller. */
export class WrongHashError extends Error {
  override readonly name = 'WrongHashError'
  constructor(given: string, actual: string) {
    super(`[releases] an object was put as ${given}, but its bytes have the hash ${actual}`)
  }
}

/** A release names an object that was never put, or not with this size. Putting it and trying again helps. */
export class MissingObjectError extends Error {
  override readonly name = 'MissingObjectError'
  readonly hash: string
  constructor(path: string, hash: string) {
    super(`[releases] ${path} should show object ${hash}, which the store does not have in that size`)
    this.hash = hash
  }
}

/** The object with this name and these bytes. */
export interface NewObject {
  /** sha256 of `body`, in hex. */
  readonly hash: string
  readonly body: Uint8Array
}

/**
 * The objects on disk. Looking whether one is there, renaming one into place and removing one each happen in a
 * single turn of the event loop; only writing and syncing wait. So no two of them can be halfway at once.
 */
export interface Objects {
  put(objects: Iterable<NewObject>): Promise<void>
  /** Refuses, with a MissingObjectError, files whose object is not there; the others are durable afterwards. */
  ensureDurable(files: readonly { path: string; hash: string; size: number }[]): void
  /** Counts an object as used now, if it is there. */
  use(hash: string): void
  /** Removes the objects that `isUnused` and that nobody put or used since `before`; answers how many, and their bytes. */
  remove(isUnused: (hash: string) => boolean, before: Date): Promise<{ objects: number; bytes: number }>
}

// Node has four threads for files: more lanes than that only keep them supplied.
const LANES = 16

// About a millisecond, so that a sweep never keeps a publish waiting.
const LOOKS_PER_TURN = 100

/** Opens the objects for the one writer; what an earlier writer left unfinished is thrown away. */
export function openObjects(layout: Layout, now: () => Date): Objects {
  rmSync(layout.unfinished, { recursive: true, force: true })
  mkdirSync(layout.unfinished)
  const folders = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))
  for (const name of folders) mkdirSync(join(layout.objects, name), { recursive: true })
  syncFolderNow(layout.objects)

  // Folders with names that a power cut could still undo. At the start that is all of them: a killed writer may
  // have renamed an object into place without syncing its folder.
  const unsynced = new Map(folders.map((name) => [join(layout.objects, name), 0]))
  let renames = 0

  function touch(path: string): void {
    const at = now()
    utimesSync(path, at, at)
  }

  /** Whether the object is there whole; if so it counts as used now, which keeps it from being swept. */
  async function isThere(path: string, hash: string, size: number): Promise<boolean> {
    if (statSync(path, { throwIfNoEntry: false })?.size !== size) return false
    touch(path)
    // What a failing disk made of it is written anew: whoever puts has the right bytes at hand.
    return (await hashOfFile(path)) === hash
  }

  async function write(path: string, body: Uint8Array): Promise<void> {
    const unfinished = join(layout.unfinished, randomUUID())
    try {
      const handle = await open(unfinished, 'wx')
      try {
        await handle.writeFile(body)
        const at = now()
        await handle.utimes(at, at)
        await handle.datasync()
      } finally {
        await handle.close()
      }
      renameSync(unfinished, path)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
    renames += 1
    unsynced.set(dirname(path), renames)
  }

  async function sync(folder: string): Promise<void> {
    const before = unsynced.get(folder)
    if (before === undefined) return
    await syncFolder(folder)
    if (unsynced.get(folder) === before) unsynced.delete(folder)
  }

  return {
    async put(objects) {
      const touched = new Set<string>()
      await inLanes(objects, LANES, async ({ hash, body }) => {
        const actual = createHash('sha256').update(body).digest('hex')
        if (actual !== hash) throw new WrongHashError(hash, actual)
        const path = objectPathIn(layout, hash)
        if (!(await isThere(path, hash, body.byteLength))) await write(path, body)
        touched.add(dirname(path))
      })
      await inLanes(touched, LANES, sync)
    },
    ensureDurable(files) {
      const touched = new Set<string>()
      for (const { path, hash, size } of files) {
        const object = objectPathIn(layout, hash)
        if (statSync(object, { throwIfNoEntry: false })?.size !== size)
          throw new MissingObjectError(path, hash)
        touched.add(dirname(object))
      }
      for (const folder of touched) {
        if (unsynced.has(folder)) syncFolderNow(folder)
        unsynced.delete(folder)
      }
    },
    use(hash) {
      const path = objectPathIn(layout, hash)
      if (statSync(path, { throwIfNoEntry: false })) touch(path)
    },
    async remove(isUnused, before) {
      let objects = 0
      let bytes = 0
      for (const folder of folders) {
        const names = readdirSync(join(layout.objects, folder))
        for (const [n, name] of names.entries()) {
          if (n % LOOKS_PER_TURN === 0) await nextTurn()
          if (!isUnused(name)) continue
          const path = join(layout.objects, folder, name)
          const { mtime, size } = statSync(path)
          if (mtime >= before) continue
          rmSync(path)
          objects += 1
          bytes += size
        }
        await nextTurn()
      }
      return { objects, bytes }
    },
  }
}
