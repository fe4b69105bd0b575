/** Where things are on a site: the one place that knows the addresses of pages. */
import type { Entry, Wijk } from './entries.ts'

/** The path of an entry's own page on its site, with slashes at both ends. */
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
  }
}

/**
 * The public address of a wijk's site, without a slash at the end.
 * `pattern` is the setting SITES_URL, such as `http://{slug}.localhost:8080`; an own domain goes before it.
 */
export function siteUrl(wijk: Pick<Wijk, 'slug' | 'domain'>, pattern: string): string {
  if (wijk.domain) return `https://${wijk.domain}`
  return pattern.replace('{slug}', wijk.slug).replace(/\/$/, '')
}
