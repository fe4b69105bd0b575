/** What a release was made with, besides content and time: with another site format or address it is made anew. */
export function formatOf(hash: string, sitesUrl: string): string {
  return `${hash} ${sitesUrl}`
}

/** The hash of the site format in what `formatOf` answered. */
export function hashOfFormat(format: string): string {
  return format.split(' ', 1)[0]!
}
