import { join } from 'node:path'

/** Where everything is in the folder of a store. */
export interface Layout {
  readonly folder: string
  readonly index: string
  readonly lock: string
  /** 256 folders, named by the first two digits of the hashes in them. */
  readonly objects: string
  /** Objects that are being written: on the same disk, so that a rename moves them in whole. */
  readonly unfinished: string
}

export function layoutOf(folder: string): Layout {
  return {
    folder,
    index: join(folder, 'index.sqlite'),
    lock: join(folder, 'writer.lock'),
    objects: join(folder, 'objects'),
    unfinished: join(folder, 'unfinished'),
  }
}

const sha256 = /^[0-9a-f]{64}$/

/** Where the object with this hash is, or would be. A TypeError when it is no sha256 in hex. */
export function objectPathIn(layout: Layout, hash: string): string {
  if (!sha256.test(hash)) throw new TypeError(`[releases] not a sha256 in hex: ${JSON.stringify(hash)}`)
  return join(layout.objects, hash.slice(0, 2), hash)
}
