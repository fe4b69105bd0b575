/** Text that can stand in a feed. */

/** Everything outside this is no character of XML 1.0 (https://www.w3.org/TR/xml/#charsets): one of them breaks the whole feed. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** `text` without the characters that no XML document may have, not even escaped. */
export function xmlText(text: string): string {
  return text.replace(notXml, '')
}

/**
 * `html` with every link absolute: a reader shows it far from the site.
 * Only for HTML made by `blocksToHtml`, where text never has a quote, so each match is a real attribute.
 */
export function absoluteLinks(html: string, siteUrl: string, pageUrl: string): string {
  return html.replaceAll(' href="/', ` href="${siteUrl}/`).replaceAll(' href="#', ` href="${pageUrl}#`)
}
