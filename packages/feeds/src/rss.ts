/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification). Pure: same feed, same bytes. */
import { LANGUAGE, newestChange, PICTURE_TYPE, pictureHtml, type Feed, type FeedItem } from './feed.ts'
import { htmlOf, xmlOf } from './text.ts'

/** The feed as XML, with the full text of every item. There is no clock in it: its date is that of the newest change. */
export function rssFile(feed: Feed): string {
  const { title, description, siteUrl, home, path, hub, logo, items } = feed
  const newest = newestChange(feed)
  const written = items.map((item) => itemXml(siteUrl, item))
  const namespaces = {
    content: written.some((item) => item.includes('<content:encoded>'))
      ? 'http://purl.org/rss/1.0/modules/content/'
      : null,
    atom: 'http://www.w3.org/2005/Atom',
    dc: items.some(({ language }) => language !== LANGUAGE) ? 'http://purl.org/dc/elements/1.1/' : null,
  }
  const declared = Object.entries(namespaces).map(([name, uri]) => (uri ? ` xmlns:${name}="${uri}"` : ''))
  const link = new URL(siteUrl + home).href
  const selfLink = `<atom:link href="${xmlOf(siteUrl + path)}" rel="self" type="application/rss+xml"/>`
  // As the format has it: a GIF, JPEG or PNG and nothing else, and its title and link are those of the feed.
  const image =
    logo === null || !/\.(gif|jpe?g|png)$/.test(logo.src)
      ? ''
      : `<image>${element('url', siteUrl + logo.src)}${element('title', title)}${element('link', siteUrl + home)}</image>`
  return [
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"${declared.join('')}><channel>`,
    element('title', title),
    element('description', description),
    element('link', link),
    element('language', LANGUAGE),
    newest === null ? '' : element('lastBuildDate', new Date(newest).toUTCString()),
    selfLink,
    hub === null ? '' : `<atom:link href="${xmlOf(hub)}" rel="hub"/>`,
    image,
    ...written,
    '</channel></rss>',
  ].join('')
}

function itemXml(siteUrl: string, item: FeedItem): string {
  const { id, url, title, summary, excerpt, html, publishedAt, updatedAt, picture, topics, language } = item
  const content = (picture ? pictureHtml(siteUrl, picture) : '') + html
  // Readers take it for HTML: https://www.rssboard.org/rss-profile#element-channel-item-description
  const description = htmlOf(summary || excerpt)
  return [
    '<item>',
    title && element('title', title),
    element('link', url),
    `<guid isPermaLink="false">${xmlOf(id)}</guid>`,
    description && element('description', description),
    element('pubDate', new Date(publishedAt).toUTCString()),
    content && element('content:encoded', content),
    // A correction lands in place: the id stays, and a reader that looks sees when it was.
    updatedAt === publishedAt ? '' : element('atom:updated', updatedAt),
    language === LANGUAGE ? '' : element('dc:language', language),
    ...topics.map((topic) => element('category', topic)),
    picture &&
      `<enclosure url="${xmlOf(siteUrl + picture.src)}" length="${picture.bytes}" type="${PICTURE_TYPE}"/>`,
    '</item>',
  ].join('')
}

const element = (name: string, text: string) =>
  text === '' ? `<${name}/>` : `<${name}>${xmlOf(text)}</${name}>`
