/**
 * What is uploaded is safe before the upload is answered. Strapi leaves the bytes to the operating system: after a power cut the
 * database would know a photo whose file is empty, and the wijk that shows it could not be published any more.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Core } from '@strapi/strapi'

interface StoredFile {
  readonly hash: string
  readonly ext: string
}
interface ArrivingFile extends StoredFile {
  readonly stream: Readable
  url?: string
}
interface Provider {
  extend(methods: {
    uploadStream(file: ArrivingFile): Promise<void>
    replaceStream(file: ArrivingFile, old: StoredFile): Promise<void>
  }): void
}

/**
 * Has every upload, in all its sizes, written beside its place, synced and only then put there: what it replaces stays whole until
 * then. To be called while registering, when the upload plugin has its provider.
 */
export async function keepUploadsWhole(strapi: Core.Strapi): Promise<void> {
  const folder = path.join(strapi.dirs.static.public, 'uploads')
  // On the same disk; a name with a dot is not served.
  const unfinished = path.join(folder, '.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  // config/server.ts made them, at the first start perhaps a moment ago: `cms/public/uploads`, by name.
  for (let above = folder, n = 0; n < 3; n++) await syncFolder((above = path.dirname(above)))
  const nameOf = ({ hash, ext }: StoredFile) => `${hash}${ext}`

  async function keep(file: ArrivingFile): Promise<void> {
    const beside = path.join(unfinished, randomUUID())
    try {
      await writeAndSync(beside, file.stream)
      await rename(beside, path.join(folder, nameOf(file)))
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
    await syncFolder(folder)
    file.url = `/uploads/${nameOf(file)}`
  }

  const { provider } = strapi.plugin('upload') as unknown as { provider: Provider }
  provider.extend({
    uploadStream: keep,
    async replaceStream(file, old) {
      await keep(file)
      if (nameOf(file) !== nameOf(old)) await rm(path.join(folder, nameOf(old)), { force: true })
    },
  })
}

async function writeAndSync(file: string, bytes: Readable): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.datasync()
  } finally {
    await handle.close()
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
