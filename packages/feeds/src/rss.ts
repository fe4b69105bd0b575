/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification). Pure: same feed, same bytes. */
import { getRssString, type RSSFeedItem } from '@astrojs/rss'
import { escapeHtml } from '@wijkpers/content'
import { LANGUAGE, newestChange, PICTURE_TYPE, pictureHtml, type Feed, type FeedItem } from './feed.ts'
import { htmlOf } from './text.ts'

/** The feed as XML, with the full text of every item. There is no clock in it: its date is that of the newest change. */
export function rssFile(feed: Feed): Promise<string> {
  const { title, description, siteUrl, home, path, hub, logo, items } = feed
  const newest = newestChange(feed)
  const built = newest === null ? '' : `<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>`
  const hubLink = hub === null ? '' : `<atom:link href="${escapeHtml(hub)}" rel="hub"/>`
  const selfLink = `<atom:link href="${escapeHtml(siteUrl + path)}" rel="self" type="application/rss+xml"/>`
  // As the format has it: a GIF, JPEG or PNG and nothing else, and its title and link are those of the feed.
  const image =
    logo === null || !/\.(gif|jpe?g|png)$/.test(logo.src)
      ? ''
      : `<image><url>${escapeHtml(siteUrl + logo.src)}</url><title>${escapeHtml(title)}</title><link>${escapeHtml(siteUrl + home)}</link></image>`
  const isMixed = items.some(({ language }) => language !== LANGUAGE)
  return getRssString({
    title,
    description,
    site: siteUrl + home,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      ...(isMixed && { dc: 'http://purl.org/dc/elements/1.1/' }),
    },
    customData: `<language>${LANGUAGE}</language>${built}${selfLink}${hubLink}${image}`,
    items: items.map((item) => itemXml(siteUrl, item)),
  })
}

function itemXml(siteUrl: string, item: FeedItem): RSSFeedItem {
  const { id, url, title, summary, excerpt, html, publishedAt, updatedAt, picture, topics, language } = item
  // A correction lands in place: the id stays, and a reader that looks sees when it was.
  const updated = updatedAt === publishedAt ? '' : `<atom:updated>${updatedAt}</atom:updated>`
  const written = language === LANGUAGE ? '' : `<dc:language>${language}</dc:language>`
  const content = (picture ? pictureHtml(siteUrl, picture) : '') + html
  return {
    title,
    link: url,
    // Readers take it for HTML: https://www.rssboard.org/rss-profile#element-channel-item-description
    description: htmlOf(summary || excerpt),
    pubDate: new Date(publishedAt),
    // The library declares the namespace of the text only where some item has one.
    ...(content !== '' && { content }),
    ...(topics.length > 0 && { categories: [...topics] }),
    ...(picture && { enclosure: { url: siteUrl + picture.src, length: picture.bytes, type: PICTURE_TYPE } }),
    customData: `<guid isPermaLink="false">${id}</guid>${updated}${written}`,
  }
}
