import { createHash } from 'node:crypto'
import { contentTypeOf, type StoredFile } from '@wijkpers/releases'

/** Bytes to show: an object of the store, or a page made here. `size` in bytes, `hash` is the sha256 in hex. */
export type Content = StoredFile & { readonly type: string } & (
    { readonly kind: 'object' } | { readonly kind: 'made'; readonly body: Buffer }
  )

/** A file of a site as content. */
export function objectContent(path: string, { hash, size }: StoredFile): Content {
  return { kind: 'object', hash, size, type: contentTypeOf(path) }
}

/** A text made here as content. */
export function madeContent(text: string, type = 'text/html; charset=utf-8'): Content {
  const body = Buffer.from(text)
  return {
    kind: 'made',
    hash: createHash('sha256').update(body).digest('hex'),
    size: body.byteLength,
    type,
    body,
  }
}
