import Database from 'better-sqlite3'

/** Somebody else writes to this store. Trying again helps once that process has ended. */
export class StoreLockedError extends Error {
  override readonly name = 'StoreLockedError'
  constructor(folder: string) {
    super(
      `[releases] Another process already writes to ${folder}. A store has one writer: stop the other one first.`,
    )
  }
}

/** Makes this process the one writer, as `takeLock` does; the index itself stays readable for everybody. */
export function lockStore(folder: string, lockPath: string): () => void {
  const unlock = takeLock(lockPath)
  if (!unlock) throw new StoreLockedError(folder)
  return unlock
}

/**
 * Takes the lock at `path`, until the answered function is called or the process ends in any way; null when another
 * process has it. An open transaction on an SQLite file of its own holds a lock of the operating system, which
 * `kill -9` and a power cut free too.
 */
export function takeLock(path: string): (() => void) | null {
  const lock = new Database(path, { timeout: 0 })
  try {
    // Nothing is written in it: then a lock can be had on a full disk too.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (isBusy(cause)) return null
    throw cause
  }
  return () => lock.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
