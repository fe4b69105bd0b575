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
}

/**
 * A text that differs whenever the entry looks different on its site: it covers the row and its media. What an
 * entry links to will have to be part of it, as it resolves live: that can heal without a write to the entry.
 */
export function versionOf({ id, publishedAt, updatedAt, photo }: LiveEntry): string {
  const parts = [
    id,
    publishedAt === null ? null : new Date(publishedAt).getTime(),
    new Date(updatedAt).getTime(),
    photo && [photo.url, photo.bytesVersion, photo.alternativeText, photo.caption],
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}
