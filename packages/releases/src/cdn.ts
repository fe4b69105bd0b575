/**
 * What answers say to a CDN in front of our file server: how long it may keep them, and by which tags it is told to
 * forget them. A tag covers one page; every answer also has the tag of its whole site.
 */
import { createHash } from 'node:crypto'
import { type Header, isImmutableAsset } from './headers.ts'

/** The CDNs that we know how to tell; `none` when there is none. */
export const CDNS = ['none', 'cloudflare', 'fastly', 'bunny'] as const
export type Cdn = (typeof CDNS)[number]

/** A tag of one file of a site, also for the answer that it is not there. */
export function cacheTagOf(site: string, path: string): string {
  return `p-${createHash('sha256').update(`${site} ${path}`).digest('hex').slice(0, 16)}`
}

/** The tag of everything that a site answers. */
export function cacheTagOfSite(site: string): string {
  return `wijk-${site}`
}

/** Kept for a day, though it is told of every change: if telling is ever lost for good, a day is the longest it shows. */
const KEPT = 'max-age=86400, stale-if-error=604800'

const headerNames = {
  cloudflare: { kept: 'cloudflare-cdn-cache-control', tags: 'cache-tag', between: ',' },
  fastly: { kept: 'surrogate-control', tags: 'surrogate-key', between: ' ' },
  bunny: { kept: 'cdn-cache-control', tags: 'cdn-tag', between: ',' },
} as const

/** The headers for an answer that shows, or says the absence of, these files of a site. */
export function cdnHeaders(cdn: Cdn, site: string, paths: readonly string[]): readonly Header[] {
  if (cdn === 'none') return []
  const { kept, tags, between } = headerNames[cdn]
  const all = [cacheTagOfSite(site), ...paths.map((path) => cacheTagOf(site, path))]
  const tagged: Header = [tags, all.join(between)]
  // What never changes says itself how long it may be kept.
  return paths.every(isImmutableAsset) ? [tagged] : [[kept, KEPT], tagged]
}
