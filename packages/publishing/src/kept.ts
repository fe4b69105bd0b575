/** What is kept on disk beside the releases, whole or not at all. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** What was kept as JSON; null when it is not there, or is not whole. */
export async function readKept<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch {
    return null
  }
}

/**
 * Writes it so that whoever reads it meanwhile sees what was there, or all of it; also when two write it at the same moment. It may be
 * lost: after a power cut the file can be empty, or half.
 */
export async function writeKept(file: string, content: string | Uint8Array): Promise<void> {
  await inPlace(file, (unfinished) => writeFile(unfinished, content))
}

/** The same, for what cannot be found out again: when this resolves it is safe from a power cut. */
export async function writeSafely(file: string, content: string | Uint8Array): Promise<void> {
  const folder = resolve(dirname(file))
  const first = await mkdir(folder, { recursive: true })
  await inPlace(file, async (unfinished) => {
    const handle = await open(unfinished, 'wx')
    try {
      await handle.writeFile(content)
      await handle.datasync()
    } finally {
      await handle.close()
    }
  })
  // With its name those of the folders that were made for it.
  const last = first === undefined ? folder : resolve(dirname(first))
  for (let at = folder; ; at = dirname(at)) {
    await syncFolder(at)
    if (at === last) return
  }
}

async function inPlace(file: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}.tmp`
  try {
    await write(unfinished)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Makes the names in it safe. Windows cannot open a folder, and has no need to: NTFS journals the names. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
