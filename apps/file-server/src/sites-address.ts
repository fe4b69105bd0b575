import type { LiveRelease } from '@wijkpers/releases'

/** What follows from the setting SITES_URL: where sites answer, and where the list of them is. */
export interface SitesAddress {
  /** Host of the list of wijken, such as `localhost`. */
  readonly listHost: string
  /** Address of the list of wijken, such as `http://localhost:8080/`. */
  readonly listUrl: string
  readonly isHttps: boolean
  /** Public address of a site, without a slash at the end; a domain of its own is on https. */
  urlOf(site: Pick<LiveRelease, 'host' | 'slug'>): string
}

const pattern = /^(?<scheme>https?):\/\/\{slug\}\.(?<host>[a-z0-9.-]+)(?<port>:\d+)?\/?$/

/** Reads a pattern such as `http://{slug}.localhost:8080`; null when it is none. */
export function parseSitesUrl(text: string): SitesAddress | null {
  const parts = pattern.exec(text)?.groups
  if (!parts) return null
  const { scheme, host: listHost = '', port = '' } = parts
  return {
    listHost,
    listUrl: `${scheme}://${listHost}${port}/`,
    isHttps: scheme === 'https',
    urlOf({ host, slug }) {
      return host === `${slug}.${listHost}` ? `${scheme}://${host}${port}` : `https://${host}`
    },
  }
}
