/** A path that no file of a site can have. Trying again never helps. */
export class InvalidPathError extends Error {
  override readonly name = 'InvalidPathError'
  readonly path: string
  constructor(path: string, reason: string) {
    super(`[releases] ${JSON.stringify(path)} cannot be the path of a file: ${reason}`)
    this.path = path
  }
}

/** Longest path in bytes: the limit of a key in S3. */
const MAX_PATH_BYTES = 1024

/** Refuses, with an InvalidPathError, what is not a plain path such as `nieuws/markt/index.html`. */
function checkPath(path: string): void {
  const reason = reasonAgainst(path)
  if (reason) throw new InvalidPathError(path, reason)
}

/** Refuses paths of one release that are wrong in themselves, or that occur twice. */
export function checkPaths(paths: Iterable<string>): void {
  const seen = new Set<string>()
  for (const path of paths) {
    checkPath(path)
    if (seen.has(path)) throw new InvalidPathError(path, 'it occurs twice in one release')
    seen.add(path)
  }
}

function reasonAgainst(path: string): string | null {
  if (path === '') return 'it is empty'
  if (path.startsWith('/')) return 'it begins with a slash'
  if (path.includes('\\')) return 'it has a backslash'
  if (/\p{Cc}/u.test(path)) return 'it has a control character'
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `it is longer than ${MAX_PATH_BYTES} bytes`
  for (const part of path.split('/')) {
    if (part === '') return 'it has an empty part'
    if (part === '.' || part === '..') return `it has ${part} as a part`
  }
  return null
}
