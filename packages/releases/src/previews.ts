/**
 * **Preview**: the draft of one entry on the real site, as what differs from its live release. It is in no release: it lies in a folder of
 * its own, opens with a signed link only, and goes when its time is over.
 *
 * A preview has one id for as long as its entry lives, so that a link that was shared shows what was previewed last.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredFile } from './release.ts'
import { writeWhole } from './write-whole.ts'

/** What a preview shows besides the live release of its site. */
export interface Preview {
  /** As `previewId` made it: part of its host. */
  readonly id: string
  /** The id of the wijk. */
  readonly site: string
  /** Title of the entry, and the path of its page, with slashes at both ends. */
  readonly title: string
  readonly path: string
  /** ISO in UTC. */
  readonly until: string
  readonly files: ReadonlyMap<string, StoredFile>
  readonly removed: ReadonlySet<string>
}

/** A file of a preview with its bytes. */
export interface PreviewFile extends StoredFile {
  readonly path: string
  readonly body: Uint8Array
}

interface Note extends Omit<Preview, 'files' | 'removed'> {
  readonly files: readonly (readonly [path: string, file: StoredFile])[]
  readonly removed: readonly string[]
}

const ID = /^[a-z2-7]{16}$/
const NOTE = 'preview.json'

/** The id of the preview of an entry: nobody can guess it who does not know `secret`. */
export function previewId(secret: string, site: string, entry: string): string {
  const digest = createHmac('sha256', secret).update(`preview ${site} ${entry}`).digest()
  return Array.from(digest.subarray(0, 16), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('')
}

/** What opens a preview: until when, and the proof that we said so. */
export function previewKey(secret: string, id: string, until: string): string {
  const seconds = Math.floor(Date.parse(until) / 1000)
  return `${seconds}.${proofOf(secret, id, seconds)}`
}

/** Whether a key opens this preview at `now`. */
export function opensPreview(secret: string, id: string, key: string, now: Date): boolean {
  const [, seconds = '', proof = ''] = /^(\d{1,12})\.([a-f0-9]{64})$/.exec(key) ?? []
  if (seconds === '' || Number(seconds) * 1000 <= now.getTime()) return false
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(secret, id, Number(seconds))))
}

function proofOf(secret: string, id: string, seconds: number): string {
  return createHmac('sha256', secret).update(`open ${id} ${seconds}`).digest('hex')
}

/** The previews in a folder. Written by the publisher, read by the file server. */
export function openPreviews(folder: string) {
  const folderOf = (id: string) => join(folder, id)

  function read(id: string): Preview | null {
    if (!ID.test(id)) return null
    try {
      const note = JSON.parse(readFileSync(join(folderOf(id), NOTE), 'utf8')) as Note
      return { ...note, files: new Map(note.files), removed: new Set(note.removed) }
    } catch (error) {
      // After a power cut its note can be empty, or half: then it is made again, like one that is gone.
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  const ids = () => (existsSync(folder) ? readdirSync(folder).filter((name) => ID.test(name)) : [])

  return {
    /** A preview that is there, whether or not its time is over; null for none. */
    read,
    /** The bytes of one of its files. */
    body: (id: string, hash: string): Buffer => readFileSync(join(folderOf(id), hash)),
    /** Makes a preview, or another one of the same entry, in one step for who looks at it. */
    write(preview: Omit<Preview, 'files'>, files: readonly PreviewFile[]): void {
      const own = folderOf(preview.id)
      for (const { hash, body } of files)
        if (sizeOf(join(own, hash)) !== body.length) writeWhole(join(own, hash), body)
      const note: Note = {
        ...preview,
        removed: [...preview.removed],
        files: files.map(({ path, hash, size }) => [path, { hash, size }]),
      }
      writeWhole(join(own, NOTE), JSON.stringify(note))
      const used = new Set([NOTE, ...files.map(({ hash }) => hash)])
      for (const name of readdirSync(own)) if (!used.has(name)) rmSync(join(own, name), { force: true })
    },
    /** Takes away those whose time is over at `now`. */
    sweep(now: Date): void {
      for (const id of ids()) {
        const preview = read(id)
        if (!preview || Date.parse(preview.until) <= now.getTime())
          rmSync(folderOf(id), { recursive: true, force: true })
      }
    },
    /** Takes away those that show one of these files; what shows them again must be made again. */
    forget(site: string, paths: ReadonlySet<string>): void {
      for (const id of ids()) {
        const preview = read(id)
        if (preview?.site === site && [...preview.files.keys()].some((path) => paths.has(path)))
          rmSync(folderOf(id), { recursive: true, force: true })
      }
    },
  }
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size

export type Previews = ReturnType<typeof openPreviews>
