/**
 * What lies in the folder of a wijk beside what should: a list names who is suspect, and the object itself decides, because some lists
 * run behind. Bytes are fetched only of an object whose ETag is not their MD5, and of that once for as long as it has this ETag.
 */
import { createHash } from 'node:crypto'
import type { FileWithBody, Intervention } from '@wijkpers/publishing'
import { inLanes } from '@wijkpers/releases'
import { copiesOf } from './beside.ts'
import type { Bucket } from './bucket.ts'
import type { S3State } from './state.ts'

/** Of a file whose ETag says nothing: which bytes had it (sha256), by path. */
export type Read = Readonly<Record<string, { readonly etag: string; readonly hash: string }>>

export interface CompareOptions {
  readonly bucket: Pick<Bucket, 'list' | 'head' | 'get'>
  /** Of the folder, with a slash at the end. */
  readonly prefix: string
  readonly state: S3State
  /** The files of the release that should be there. */
  readonly wanted: ReadonlyMap<string, FileWithBody>
  /** What was read before. */
  readonly read: Read
}

/** Objects that are looked at at the same time. */
const LANES = 16

/** What is otherwise than it was put, and what had to be read to know. */
export async function compare(options: CompareOptions): Promise<{ found: Intervention; read: Read }> {
  const { bucket, prefix, state, wanted } = options
  const { files, older, moved = {} } = state
  const copies = copiesOf(moved, files)
  const hashes = new Map([
    ...Object.entries(older).map(([path, { hash }]) => [path, hash] as const),
    ...Object.entries(files),
    ...Array.from(copies, ([path, of]) => [path, files[of]!] as const),
  ])
  const etags = new Map((await bucket.list(prefix)).map(({ key, etag }) => [key.slice(prefix.length), etag]))
  const missing: string[] = []
  const different: string[] = []
  const leftOver: string[] = []
  const read: Record<string, Read[string]> = {}

  async function judge(path: string, hash: string): Promise<void> {
    const asWanted = wanted.get(copies.get(path) ?? path)
    const file = asWanted?.hash === hash ? asWanted : null
    const md5 =
      file &&
      createHash('md5')
        .update(await file.body())
        .digest('hex')
    const before = options.read[path]
    const isRight = (etag: string | undefined) => {
      if (etag === undefined) return false
      if (etag === before?.etag && hash === before.hash) read[path] = before
      return etag === md5 || path in read
    }
    if (isRight(etags.get(path))) return
    const object = await bucket.head(prefix + path)
    if (!object) return void missing.push(path)
    if (isRight(object.etag)) return
    if (file && object.size !== null && object.size !== file.size) return void different.push(path)
    const bytes = await bucket.get(prefix + path)
    if (!bytes) return void missing.push(path)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) return void different.push(path)
    read[path] = { etag: object.etag, hash }
  }

  // What is not known is brought by the next delivery, whatever it is.
  await inLanes(
    [...hashes].filter(([, hash]) => hash !== ''),
    LANES,
    ([path, hash]) => judge(path, hash),
  )
  const others = [...etags.keys()].filter((path) => !hashes.has(path) && hasAddress(path))
  await inLanes(others, LANES, async (path) => {
    if (await bucket.head(prefix + path)) leftOver.push(path)
  })
  return {
    found: { missing: missing.toSorted(), different: different.toSorted(), leftOver: leftOver.toSorted() },
    read,
  }
}

/**
 * Whether a reader can come there, and so can we: an address with `..` in it is that of another file, perhaps of another wijk, by the
 * time that it is asked for. A name that ends in a slash is how consoles and gateways draw a folder.
 */
function hasAddress(path: string): boolean {
  return path !== '' && !path.endsWith('/') && path.split('/').every((part) => part !== '.' && part !== '..')
}
