/** Text that can stand in a feed. */

/**
 * `html` with every link absolute: a reader shows it far from the site.
 * Only for HTML made by `blocksToHtml`, where text never has a quote, so each match is a real attribute.
 */
export function absoluteLinks(html: string, siteUrl: string, pageUrl: string): string {
  return html.replaceAll(' href="/', ` href="${siteUrl}/`).replaceAll(' href="#', ` href="${pageUrl}#`)
}

/** Plain text as HTML. Its quotes stay as they are: a reader that takes HTML for text shows them so too. */
export function htmlOf(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
