/** A list of feeds that a reader takes in at once: OPML 2.0 (http://opml.org/spec2.opml). Pure: same feeds, same bytes. */
import { escapeHtml } from '@wijkpers/content'
import { xmlText } from './text.ts'

export interface OpmlFeed {
  readonly title: string
  /** Both absolute: of the feed as RSS, and of the page that it is the feed of. */
  readonly feed: string
  readonly page: string
}

/** The list as XML. */
export function opmlFile(title: string, feeds: readonly OpmlFeed[]): string {
  const quoted = (text: string) => escapeHtml(xmlText(text))
  const outlines = feeds.map(
    ({ title, feed, page }) =>
      `<outline type="rss" text="${quoted(title)}" title="${quoted(title)}" xmlUrl="${quoted(feed)}" htmlUrl="${quoted(page)}"/>\n`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n' +
    `<head><title>${quoted(title)}</title></head>\n<body>\n${outlines.join('')}</body>\n</opml>\n`
  )
}
