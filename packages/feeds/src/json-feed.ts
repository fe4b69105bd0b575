/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure: same feed, same bytes. */
import { LANGUAGE, PICTURE_TYPE, pictureHtml, type Feed, type FeedItem } from './feed.ts'

/** The feed as JSON, with the full text of every item. */
export function jsonFeedFile({ title, description, siteUrl, home, path, hub, logo, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: siteUrl + home,
    feed_url: siteUrl + path,
    ...(logo !== null && { icon: siteUrl + logo.src }),
    favicon: `${siteUrl}/favicon.svg`,
    language: LANGUAGE,
    ...(hub !== null && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: items.map((item) => itemJson(siteUrl, item)),
  })
}

function itemJson(siteUrl: string, item: FeedItem): object {
  const { id, url, title, summary, html, publishedAt, updatedAt, picture, topics, language } = item
  const image = picture && siteUrl + picture.src
  return {
    id,
    url,
    title,
    ...(summary !== '' && { summary }),
    content_html: (picture ? pictureHtml(siteUrl, picture) : '') + html,
    ...(image && { image }),
    date_published: publishedAt,
    date_modified: updatedAt,
    ...(language !== LANGUAGE && { language }),
    ...(topics.length > 0 && { tags: topics }),
    ...(picture && {
      attachments: [{ url: image, mime_type: PICTURE_TYPE, size_in_bytes: picture.bytes }],
    }),
  }
}
