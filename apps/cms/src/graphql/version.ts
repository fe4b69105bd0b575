import { createHash } from 'node:crypto'

/** What is shown of a file on a site, and what tells that its bytes may be others. */
export interface ShownFile {
  readonly url: string
  readonly bytesVersion: string | null
  readonly alternativeText: string | null
  readonly caption: string | null
}

export interface LiveEntry {
  /** Id of the row: every publish makes a new one. */
  readonly id: number
  readonly publishedAt: Date | string | number | null
  readonly updatedAt: Date | string | number
  readonly photo: ShownFile | null
  /** documentId of the organisation it belongs to, as that resolves live; null for none. */
  readonly organisation: string | null
}

/**
 * A text that differs whenever the entry looks different on its site: it covers the row, its media, and
 * what it links to as that resolves live: a link can break and heal without a write to the entry.
 */
export function versionOf({ id, publishedAt, updatedAt, photo, organisation }: LiveEntry): string {
  const parts = [
    id,
    publishedAt === null ? null : new Date(publishedAt).getTime(),
    new Date(updatedAt).getTime(),
    photo && [photo.url, photo.bytesVersion, photo.alternativeText, photo.caption],
    organisation,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}
