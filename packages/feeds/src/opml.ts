/** A list of feeds that a reader takes in at once: OPML 2.0 (http://opml.org/spec2.opml). Pure: same feeds, same bytes. */
import { escapeHtml } from '@wijkpers/content'

export interface OpmlFeed {
  readonly title: string
  /** Both absolute: of the feed as RSS, and of the page that it is the feed of. */
  readonly feed: string
  readonly page: string
}

/** The list as XML. */
export function opmlFile(title: string, feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map(
    ({ title, feed, page }) =>
      `<outline type="rss" text="${escapeHtml(title)}" title="${escapeHtml(title)}" xmlUrl="${escapeHtml(feed)}" htmlUrl="${escapeHtml(page)}"/>\n`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n' +
    `<head><title>${escapeHtml(title)}</title></head>\n<body>\n${outlines.join('')}</body>\n</opml>\n`
  )
}
