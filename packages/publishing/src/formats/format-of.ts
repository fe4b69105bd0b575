/** What of the settings is in the public bytes of every site. */
export interface PublicSettings {
  /** Pattern for the address of a wijk without an own domain: the setting SITES_URL. */
  readonly sitesUrl: string
  /** Address of the WebSub hub: the setting WEBSUB_HUB; null for none. */
  readonly hub: string | null
}

/** What a release was made with, besides content and time: with another site format, address or hub it is made anew. */
export function formatOf(hash: string, { sitesUrl, hub }: PublicSettings): string {
  return hub === null ? `${hash} ${sitesUrl}` : `${hash} ${sitesUrl} ${hub}`
}

/** The hash of the site format in what `formatOf` answered. */
export function hashOfFormat(format: string): string {
  return format.split(' ', 1)[0]!
}
