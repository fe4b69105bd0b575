/**
 * The title of a deploy is our key to it: Netlify has none of its own for what is tried twice. It says which release
 * it is, so that what is live can be found out there, and which files, so that a deploy that was begun can be ended.
 */
import { createHash } from 'node:crypto'

export interface TitleFacts {
  readonly release: number
  readonly revision: number
  readonly format: string
  /** Of the paths and hashes of all files. */
  readonly key: string
}

const start = 'Wijkpers '

export function titleOf({ release, revision, format, key }: TitleFacts): string {
  return `${start}${JSON.stringify({ release, revision, format, key })}`
}

/** Null for a title that is not ours. */
export function factsOf(title: string | null | undefined): TitleFacts | null {
  if (!title?.startsWith(start)) return null
  try {
    const facts = JSON.parse(title.slice(start.length)) as Partial<TitleFacts>
    const { release, revision, format, key } = facts
    if (typeof release !== 'number' || typeof revision !== 'number') return null
    return { release, revision, format: String(format), key: String(key) }
  } catch {
    return null
  }
}

/** The same for the same files, in whatever order. */
export function keyOf(files: ReadonlyMap<string, { readonly sha1: string }>): string {
  const lines = Array.from(files, ([path, { sha1 }]) => `${path} ${sha1}\n`).toSorted()
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 16)
}
