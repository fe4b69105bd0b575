import { createHash } from 'node:crypto'

/** What tells that a file on a site is another one, or is shown in another way. */
export interface ShownFile {
  readonly url: string
  readonly bytesVersion: string | null
  /** As the database gives it: a text, or the object itself. */
  readonly focalPoint: unknown
}

export interface LiveEntry {
  /** Id of the row: every publish makes a new one, and new components. */
  readonly id: number
  readonly publishedAt: Date | string | number | null
  readonly updatedAt: Date | string | number
  /** In any order. */
  readonly files: readonly ShownFile[]
  /** documentIds of what it links to, as that resolves live, in the order of its type; null for nothing. */
  readonly links: readonly (string | null)[]
}

/**
 * A text that differs whenever the entry looks different on its site: it covers the row, its media, and
 * what it links to as that resolves live: a link can break and heal without a write to the entry.
 */
export function versionOf({ id, publishedAt, updatedAt, files, links }: LiveEntry): string {
  const parts = [
    id,
    publishedAt === null ? null : new Date(publishedAt).getTime(),
    new Date(updatedAt).getTime(),
    files
      .map(({ url, bytesVersion, focalPoint }) => JSON.stringify([url, bytesVersion, focusOf(focalPoint)]))
      .toSorted(),
    links,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

/** What matters most on a photo, in percent from its left and from its top. */
export interface Focus {
  readonly x: number
  readonly y: number
}

/** The focal point that an editor set on a file; null when nobody did. */
export function focusOf(focalPoint: unknown): Focus | null {
  const value: unknown = typeof focalPoint === 'string' ? JSON.parse(focalPoint) : focalPoint
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value)) return null
  return { x: Number(value.x), y: Number(value.y) }
}
