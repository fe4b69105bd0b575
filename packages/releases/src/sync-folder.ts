import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

// Windows cannot open a folder to sync it, and has no need to: NTFS journals the names.
const isNeeded = process.platform !== 'win32'

/** Resolves when the names in a folder are safe from a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (!isNeeded) return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The same, for where waiting is not possible. */
export function syncFolderNow(folder: string): void {
  if (!isNeeded) return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder where it is missing, with those above it; when this returns, what was made is safe from a power cut. */
export function makeFolderNow(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  for (let made = resolve(folder); ; made = dirname(made)) {
    syncFolderNow(dirname(made))
    if (made === resolve(first)) return
  }
}
