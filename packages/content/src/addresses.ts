/** Where things are on a site. The CMS tells editors the same addresses; `cms-agrees.test.ts` holds them equal. */
import { createHash } from 'node:crypto'
import type { Document, Entry, Wijk } from './entries.ts'
import type { Slug } from './ids.ts'

/** The path of the page on which an entry stands, with slashes at both ends: its own, but for deals and persons. */
export function pathOf(entry: Pick<Entry, 'kind' | 'slug'>): string {
  switch (entry.kind) {
    case 'article':
      return `/nieuws/${entry.slug}/`
    case 'infoPage':
      return `/${entry.slug}/`
    case 'event':
      return `/agenda/${entry.slug}/`
    case 'organisation':
      return `/organisaties/${entry.slug}/`
    case 'notice':
      return `/prikbord/${entry.slug}/`
    case 'business':
      return `/ondernemers/${entry.slug}/`
    case 'liveabilityProject':
      return `/projecten/${entry.slug}/`
    case 'edition':
      return `/wijkkrant/${entry.slug}/`
    case 'advertisement':
      return `/sponsors/${entry.slug}/`
    case 'deal':
      return '/aanbiedingen/'
    case 'person':
      return '/wie-is-wie/'
  }
}

/** The path of the page of a place in the agenda, by its `placeKey`. */
export const placePath = (key: string) => `/agenda/plek/${key}/`

/** The path of a document on a site: other bytes, another name, so it may be kept for ever. */
export function documentPath({ url, version }: Document): string {
  const name = createHash('sha256').update(`${url}@${version}`).digest('hex').slice(0, 24)
  return `/pdf/${name}.pdf`
}

/**
 * The public address of a wijk's site, without a slash at the end.
 * `pattern` is the setting SITES_URL, such as `http://{slug}.localhost:8080`; an own domain goes before it.
 */
export function siteUrl(wijk: Pick<Wijk, 'slug' | 'domain'>, pattern: string): string {
  if (wijk.domain) return `https://${wijk.domain}`
  return pattern.replace('{slug}', wijk.slug).replace(/\/$/, '')
}

/** The public address of a site that answers on `host`: the one of its slug by SITES_URL, or else a domain of its own. */
export function siteUrlAt(host: string, slug: string, pattern: string): string {
  const below = siteUrl({ slug: slug as Slug, domain: null }, pattern)
  return new URL(below).hostname === host ? below : siteUrl({ slug: slug as Slug, domain: host }, pattern)
}

/**
 * The hosts that lead to a wijk's site besides its own: those where it was, and that of its slug when it has a domain.
 * A slug has no dot, and a domain has one.
 */
export function formerHosts(wijk: Pick<Wijk, 'slug' | 'domain' | 'formerNames'>, pattern: string): string[] {
  const hostOf = (name: string) =>
    name.includes('.') ? name : new URL(siteUrl({ slug: name as Slug, domain: null }, pattern)).host
  const { host: own } = new URL(siteUrl(wijk, pattern))
  return [...new Set([wijk.slug, ...wijk.formerNames].map(hostOf))].filter((host) => host !== own).toSorted()
}
