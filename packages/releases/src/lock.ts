import Database from 'better-sqlite3'

/** Somebody else writes to this store. Trying again helps once that process has ended. */
export class StoreLockedError extends Error {
  override readonly name = 'StoreLockedError'
  constructor(folder: string, options?: ErrorOptions) {
    super(
      `[releases] Another process already writes to ${folder}. A store has one writer: stop the other one first.`,
      options,
    )
  }
}

/**
 * Makes this process the one writer, until the answered function is called or the process ends in any way.
 * An open transaction on an SQLite file of its own holds a lock of the operating system, which `kill -9` frees
 * too; the index itself stays readable for everybody.
 */
export function lockStore(folder: string, lockPath: string): () => void {
  const lock = new Database(lockPath, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (isBusy(cause)) throw new StoreLockedError(folder, { cause })
    throw cause
  }
  return () => lock.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
