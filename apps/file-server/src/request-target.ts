/** What a request asks for, read from its first line. */
export interface RequestTarget {
  /** Host in the first line itself, as a proxy may send it: it goes before the `Host` header (RFC 9112 §3.2.2). */
  readonly host: string | null
  /** The path between its slashes, decoded: `/nieuws/a%20b/` has `nieuws` and `a b`. */
  readonly parts: readonly string[]
  /** Whether it ended with a slash. */
  readonly isFolder: boolean
  /** With its question mark, not decoded; empty when there was none. */
  readonly query: string
}

const form = /^(?:https?:\/\/(?<host>[^/?#]+))?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?$/i

/** Reads the target of a request; null when it is malformed. Nothing is resolved: `..` stays what it is. */
export function parseTarget(target: string): RequestTarget | null {
  const groups = /^[\x21-\x7e]+$/.test(target) ? form.exec(target)?.groups : undefined
  if (!groups) return null
  const { host = null, path = '/', query = '' } = groups
  if (host === null && !target.startsWith('/')) return null
  const parts = path.slice(1).split('/').map(decode)
  if (!parts.every((part) => part !== null)) return null
  const isFolder = parts.at(-1) === ''
  return { host, parts: isFolder ? parts.slice(0, -1) : parts, isFolder, query }
}

function decode(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}
