/**
 * Loaded before a program (`node --import record-disk.ts`): notes in the file DISK_RECORD, one line each and in order,
 * what the program asks of its disk and what it says. LEAVE_OUT makes it forget one of its duties, so that a test can
 * see that somebody notices.
 */
import fs from 'node:fs'
import files, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'

/** One thing that happened, in order. */
export type DiskEvent =
  /** The bytes of a file were written; until `synced` a power cut may lose them. */
  | { readonly did: 'wrote'; readonly path: string }
  /** All bytes of a file, or all names in a folder, are safe. */
  | { readonly did: 'synced'; readonly path: string }
  | { readonly did: 'renamed'; readonly path: string; readonly to: string }
  /** A folder came to be, and those above it down from `first`. */
  | { readonly did: 'made'; readonly path: string; readonly first: string }
  /** A transaction of the index begins: from here on a power cut may leave it done. */
  | { readonly did: 'commits' }
  /** A line was told to the world. */
  | { readonly did: 'said'; readonly line: string }

/** What to leave out: syncing the bytes of files, or the names in folders. */
export type Duty = 'bytes' | 'names'

const { DISK_RECORD = '', LEAVE_OUT } = process.env
const record = fs.openSync(DISK_RECORD, 'a')
const { writeSync, openSync, fsyncSync, renameSync, linkSync, mkdirSync, writeFileSync } = fs
const { open, rename, mkdir } = files
const note = (event: DiskEvent) => void writeSync(record, `${JSON.stringify(event)}\n`)

const pathOf = new WeakMap<FileHandle, string>()
const pathOfNumber = new Map<number, string>()
let isPrepared = false

files.open = async (path, flags, mode) => {
  const handle = await open(path, flags, mode)
  pathOf.set(handle, String(path))
  if (!isPrepared) watch(Object.getPrototypeOf(handle) as FileHandle)
  isPrepared = true
  return handle
}

function watch(handle: FileHandle): void {
  // eslint-disable-next-line typescript/unbound-method -- called with their own handle below
  const { writeFile, datasync, sync } = handle
  handle.writeFile = async function (this: FileHandle, ...args) {
    await writeFile.apply(this, args)
    note({ did: 'wrote', path: pathOf.get(this)! })
  }
  handle.datasync = async function (this: FileHandle) {
    if (LEAVE_OUT === ('bytes' satisfies Duty)) return
    await datasync.apply(this)
    note({ did: 'synced', path: pathOf.get(this)! })
  }
  handle.sync = async function (this: FileHandle) {
    if (LEAVE_OUT === ('names' satisfies Duty)) return
    await sync.apply(this)
    note({ did: 'synced', path: pathOf.get(this)! })
  }
}

fs.openSync = (path, flags, mode) => {
  const number = openSync(path, flags, mode)
  pathOfNumber.set(number, String(path))
  return number
}
fs.fsyncSync = (number) => {
  if (LEAVE_OUT === ('names' satisfies Duty)) return
  fsyncSync(number)
  note({ did: 'synced', path: pathOfNumber.get(number)! })
}
fs.renameSync = (path, to) => {
  renameSync(path, to)
  note({ did: 'renamed', path: String(path), to: String(to) })
}
fs.linkSync = (path, to) => {
  linkSync(path, to)
  note({ did: 'renamed', path: String(path), to: String(to) })
}
// With `recursive` the answer is the first folder that was made; without it there is none, and one was made.
function noteMade(path: fs.PathLike, options: unknown, first: string | undefined): void {
  const isRecursive = (options as fs.MakeDirectoryOptions | undefined)?.recursive === true
  if (first !== undefined || !isRecursive)
    note({ did: 'made', path: resolve(String(path)), first: first ?? resolve(String(path)) })
}
fs.mkdirSync = ((path: fs.PathLike, options?: fs.MakeDirectoryOptions) => {
  const first = mkdirSync(path, options)
  noteMade(path, options, first)
  return first
}) as typeof mkdirSync
files.mkdir = (async (path: fs.PathLike, options?: fs.MakeDirectoryOptions) => {
  const first = await mkdir(path, options)
  noteMade(path, options, first)
  return first
}) as typeof mkdir
fs.writeFileSync = (file, ...content) => {
  writeFileSync(file, ...content)
  note({ did: 'wrote', path: typeof file === 'number' ? pathOfNumber.get(file)! : String(file) })
}
files.rename = async (path, to) => {
  await rename(path, to)
  note({ did: 'renamed', path: String(path), to: String(to) })
}
fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
  const text: unknown = args[1]
  if (typeof text === 'string') note({ did: 'said', line: text.trimEnd() })
  return writeSync(...args)
}) as typeof writeSync
syncBuiltinESMExports()

// eslint-disable-next-line typescript/unbound-method -- called with its own database below
const { transaction } = Database.prototype
Database.prototype.transaction = function (this: Database.Database, work: never) {
  const run = transaction.call(this, work) as unknown as Database.Transaction<(...args: unknown[]) => unknown>
  const noting = (...args: unknown[]) => {
    note({ did: 'commits' })
    return run.immediate(...args)
  }
  return Object.assign((...args: unknown[]) => run(...args), { immediate: noting })
} as unknown as typeof transaction
