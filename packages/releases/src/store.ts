import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkRelease, prepareCommit } from './commit.ts'
import { openIndexToWrite, orCorrupt } from './index-file.ts'
import { type Layout, layoutOf } from './layout.ts'
import { lockStore } from './lock.ts'
import { type NewObject, openObjects } from './objects.ts'
import { prepareQueries } from './queries.ts'
import { type ReleaseReader, readerOf } from './reader.ts'
import type { CommittedRelease, NewRelease, Rollback } from './release.ts'
import { rollbackTo } from './rollback.ts'
import { type SweepOptions, type Swept, sweepStore } from './sweep.ts'
import { makeFolderNow, syncFolderNow } from './sync-folder.ts'
import { prepareValidities, type Validities } from './validity.ts'
import { prepareWithdraw, type Withdrawal } from './withdraw.ts'

/** The folder, or what is in it, was removed while the store was open. Opening the store again helps: without its objects it is then empty. */
export class StoreGoneError extends Error {
  override readonly name = 'StoreGoneError'
  constructor(layout: Layout) {
    super(
      `[releases] ${layout.folder} was removed or replaced, all or in part, while it was in use; open the store again`,
    )
  }
}

export interface StoreOptions {
  /** The clock; the machine's own when left out. */
  readonly now?: () => Date
}

/** The one writer of a store; it can be asked everything that a reader can. */
export interface ReleaseStore extends ReleaseReader, Validities {
  /**
   * Puts objects; when this resolves they are safe from a power cut. One that is there is read and gets a new date; it
   * is written anew when its bytes are no longer right. WrongHashError when a body does not have its hash.
   */
  putObjects(objects: Iterable<NewObject>): Promise<void>
  /**
   * Makes a release live, all of it at once; when this returns it is safe from a power cut. Otherwise nothing
   * happened: StaleReleaseError, MissingObjectError, HostTakenError, InvalidPathError, InvalidHostError,
   * StoreGoneError. A release without files takes the site down and frees its host.
   */
  commit(release: NewRelease): CommittedRelease
  /**
   * Shows a kept release again, as a new one; as whole and as safe as `commit`, with the same errors, and
   * UnknownReleaseError when it is not kept.
   */
  rollback(back: Rollback): CommittedRelease
  /** Takes files out of every release, for ever; answers how many rows went. When this returns it is safe from a power cut. */
  withdraw(withdrawal: Withdrawal): number
  /** Throws StoreGoneError when the folder or a part of it was removed, or is another one by now: what was open answers on as if nothing happened. */
  ensureThere(): void
  /** Forgets old releases and removes objects that nothing shows; publishing can go on meanwhile, closing cannot. */
  sweep(options: SweepOptions): Promise<Swept>
}

/**
 * Opens a store to write in, and makes it where there is none. StoreLockedError when another writer lives,
 * CorruptIndexError when the index is damaged.
 */
export function openStore(folder: string, { now = () => new Date() }: StoreOptions = {}): ReleaseStore {
  const layout = layoutOf(folder)
  makeFolderNow(folder)
  syncFolderNow(dirname(folder))
  const unlock = lockStore(folder, layout.lock)
  try {
    if (!hasObjects(layout)) forgetIndex(layout)
    const objects = openObjects(layout, now)
    const index = openIndexToWrite(layout)
    const queries = prepareQueries(index)
    const commit = prepareCommit(index)
    const validities = prepareValidities(index)
    const withdraw = prepareWithdraw(index)
    const parts = [layout.index, layout.unfinished, layout.objects, firstFolderIn(layout)]
    const inodes = parts.map((path) => statSync(path).ino)

    function ensureThere(): void {
      const isThere = parts.every((path, n) => statSync(path, { throwIfNoEntry: false })?.ino === inodes[n])
      if (!isThere) throw new StoreGoneError(layout)
    }

    function commitNow(release: NewRelease): CommittedRelease {
      checkRelease(release)
      ensureThere()
      objects.ensureDurable(release.put)
      return orCorrupt(layout, () => commit(release, now().toISOString()))
    }

    const reader = readerOf(layout, () => queries)
    return {
      ...reader,
      ...validities,
      extend(site, validity, revision, changedAt) {
        ensureThere()
        orCorrupt(layout, () => validities.extend(site, validity, revision, changedAt))
      },
      async putObjects(bodies) {
        ensureThere()
        await objects.put(bodies)
      },
      ensureThere,
      commit: commitNow,
      // In one turn of the event loop: no sweep can take an object away in between.
      rollback: (back) => commitNow(rollbackTo(reader, back)),
      withdraw(withdrawal) {
        ensureThere()
        return orCorrupt(layout, () => withdraw(withdrawal))
      },
      sweep(options) {
        return sweepStore(index, objects, options)
      },
      close() {
        index.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** One of the folders with objects: where it is gone, they all are. */
const firstFolderIn = (layout: Layout) => join(layout.objects, '00')
/** One that is empty may be missing in a copy: that is no loss. */
const hasObjects = ({ objects }: Layout) => existsSync(objects) && readdirSync(objects).length > 0

/**
 * An index of objects that are gone says of every file that it is there, and none is put again: without it every site is made anew, as
 * when the whole folder is gone.
 */
function forgetIndex(layout: Layout): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${layout.index}${end}`, { force: true })
}
