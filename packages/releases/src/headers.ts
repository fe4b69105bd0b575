/**
 * What every answer of a site says besides its content: the one table from which our own server, and servers of
 * others, are told.
 */

/** Names are in lower case. */
export type Header = readonly [name: string, value: string]

/**
 * Folders with files whose name changes with their content: they may be kept for ever, and stay findable after
 * the release that brought them.
 */
export const IMMUTABLE_FOLDERS = ['_astro/', 'deel/', 'foto/', 'pdf/', 'stijl/'] as const

/** Whether the file at `path` (without a slash in front) never changes under that name. */
export function isImmutableAsset(path: string): boolean {
  return IMMUTABLE_FOLDERS.some((folder) => path.startsWith(folder))
}

/** How long whoever fetched the file at `path` may use it without asking again. */
export function cacheControlOf(path: string): string {
  return isImmutableAsset(path) ? CACHE_FOREVER : ASK_EACH_TIME
}

/** `cache-control` of a file that has its hash in its name. */
export const CACHE_FOREVER = 'public, max-age=31536000, immutable'
/** `cache-control` of what another release may change: kept, and shown only when the server says that it is still right. */
export const ASK_EACH_TIME = 'public, max-age=0, must-revalidate'

/** First part of the addresses of pages that are made to stand in a page of another site. */
export const EMBEDS = 'insluiten'

/** Whether what is answered at `path` (without a slash in front) may stand in a page of another site: no other page may. */
export function mayBeFramed(path: string): boolean {
  return path === EMBEDS || path.startsWith(`${EMBEDS}/`)
}

export interface SecurityOptions {
  readonly isHttps: boolean
  /** As `mayBeFramed` says of its path. */
  readonly isFramed: boolean
}

/**
 * What a page may do, and who may show it: the one security header that is not the same for every page. Only a public address on
 * https asks browsers to insist on https: on plain http that would make the site unreachable.
 */
export function contentSecurityPolicy({ isHttps, isFramed }: SecurityOptions): Header {
  const policy = [
    ...contentPolicy,
    `frame-ancestors ${isFramed ? '*' : "'none'"}`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ]
  return ['content-security-policy', policy.join('; ')]
}

/** The security headers of a page. */
export function securityHeaders(options: SecurityOptions): readonly Header[] {
  return [contentSecurityPolicy(options), ...securityOfAll(options)]
}

/** Those that are the same for every page of a site. */
export function securityOfAll({ isHttps }: Pick<SecurityOptions, 'isHttps'>): readonly Header[] {
  const headers: Header[] = [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
  ]
  // Without includeSubDomains: what else a wijk has below its own domain is not ours to decide.
  if (isHttps) headers.push(['strict-transport-security', 'max-age=63072000'])
  return headers
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
]
