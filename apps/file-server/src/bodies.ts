import { hash as hashOf } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Content } from './content.ts'
import type { Encoding } from './negotiation.ts'

/** Larger content is not held in memory: it is streamed from disk, and not compressed. */
export const MAX_HELD_BYTES = 4 * 1024 * 1024

/** The bytes on disk are not those that were put there. The publisher makes them anew at night, or after `wijkpers verify`. */
export class DamagedObjectError extends Error {
  override readonly name = 'DamagedObjectError'
  constructor(hash: string) {
    super(`[files] object ${hash} has other bytes than it should`)
  }
}

/** The bytes of content in each form, kept in memory under their hash: they can never be out of date. */
export interface Bodies {
  /** The bytes under a `bodyKey`, where they are in memory; null where they must be got. */
  held(key: string): Buffer | null
  /** The bytes, read or compressed once for all who ask meanwhile. Not for more than MAX_HELD_BYTES. */
  get(content: Content, encoding: Encoding): Promise<Buffer>
}

/** What the bytes of content in one form are held under. */
export const bodyKey = ({ hash }: Content, encoding: Encoding) => `${hash} ${encoding}`

interface Held {
  readonly body: Buffer
  isAskedAgain: boolean
}

const compress = {
  // Quality 5: 0.2 ms a page, and only 9 % larger than 11, which takes fifty times as long (measured).
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    }),
  gzip: promisify<Buffer, Buffer>(gzip),
}

/** Holds at most `maxBytes`; what nobody asked for since room had to be made last goes first. */
export function createBodies(objectPath: (hash: string) => string, maxBytes: number): Bodies {
  const held = new Map<string, Held>()
  const coming = new Map<string, Promise<Buffer>>()
  let heldBytes = 0

  function keep(key: string, body: Buffer): void {
    held.set(key, { body, isAskedAgain: false })
    heldBytes += body.byteLength
    for (const [oldKey, old] of held) {
      if (heldBytes <= maxBytes) return
      held.delete(oldKey)
      // To the end, so that it is met once more: by then it is not asked for again.
      if (old.isAskedAgain) held.set(oldKey, { body: old.body, isAskedAgain: false })
      else heldBytes -= old.body.byteLength
    }
  }

  async function make(content: Content, encoding: Encoding): Promise<Buffer> {
    const body = content.kind === 'made' ? content.body : await readWhole(objectPath(content.hash), content)
    return encoding === 'identity' ? body : compress[encoding](body)
  }

  function heldAs(key: string): Buffer | null {
    const one = held.get(key)
    if (!one) return null
    one.isAskedAgain = true
    return one.body
  }

  return {
    held: heldAs,
    async get(content, encoding) {
      const key = bodyKey(content, encoding)
      const body = heldAs(key)
      if (body) return body
      const making = coming.get(key) ?? make(content, encoding)
      if (coming.has(key)) return making
      coming.set(key, making)
      try {
        const made = await making
        keep(key, made)
        return made
      } finally {
        coming.delete(key)
      }
    },
  }
}

/** What a disk lost or changed is never sent for what it was, nor kept: the publisher makes it anew. */
async function readWhole(path: string, { hash, size }: Content): Promise<Buffer> {
  const body = await readFile(path)
  if (body.byteLength === size && hashOf('sha256', body) === hash) return body
  throw new DamagedObjectError(hash)
}
