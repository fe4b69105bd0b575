/** Text that can stand in a feed. */

/**
 * `html` with every link absolute: a reader shows it far from the site.
 * Only for HTML made by `blocksToHtml`, where text never has a quote, so each match is a real attribute.
 */
export function absoluteLinks(html: string, siteUrl: string, pageUrl: string): string {
  return html.replaceAll(' href="/', ` href="${siteUrl}/`).replaceAll(' href="#', ` href="${pageUrl}#`)
}
