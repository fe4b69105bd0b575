/**
 * The news of a wijk as RSS 2.0 (https://www.rssboard.org/rss-specification). Pure: same articles, same bytes.
 * The id of an item is that of the article in the CMS, so a reader never meets an item twice
 * when its title, slug or domain changes, and a correction lands in place.
 */
import { getRssString, type RSSFeedItem } from '@astrojs/rss'
import { blocksToHtml, escapeHtml, pathOf, type Article } from '@wijkpers/content'
import { absoluteLinks, xmlText } from './text.ts'

export interface NewsFeed {
  /** Name of the feed, as readers list it. */
  readonly title: string
  readonly description: string
  /** Public address of the site without a slash at the end. */
  readonly siteUrl: string
  /** Path of the feed on the site. */
  readonly path: string
  /** In the order of the feed, newest first. */
  readonly articles: readonly Article[]
  /** The file of an article's photo on the site, or null. */
  readonly pictureOf: (article: Article) => FeedPicture | null
}

export interface FeedPicture {
  /** Path on the site. */
  readonly src: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The feed as XML, with the full text of every article. There is no clock in it: its date is that of the newest item. */
export function newsFeed(feed: NewsFeed): Promise<string> {
  const self = escapeHtml(feed.siteUrl + feed.path)
  const newest = feed.articles
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1)
  const built = newest ? `<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>` : ''
  return getRssString({
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    site: `${feed.siteUrl}/`,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>nl</language>${built}<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: feed.articles.map((article) => itemOf(feed, article)),
  })
}

function itemOf({ siteUrl, pictureOf }: NewsFeed, article: Article): RSSFeedItem {
  const picture = pictureOf(article)
  return {
    title: xmlText(article.title),
    link: siteUrl + pathOf(article),
    description: xmlText(article.summary),
    pubDate: new Date(article.firstPublishedAt),
    // No enclosure for the photo: it must tell the number of bytes, which is not known here.
    content: xmlText((picture ? imageOf(siteUrl, picture) : '') + bodyOf(siteUrl, article)),
    customData: `<guid isPermaLink="false">urn:wijkpers:article:${article.id}</guid>`,
  }
}

function bodyOf(siteUrl: string, article: Article): string {
  const summary = article.summary === '' ? '' : `<p><strong>${escapeHtml(article.summary)}</strong></p>`
  return summary + absoluteLinks(blocksToHtml(article.body), siteUrl, siteUrl + pathOf(article))
}

function imageOf(siteUrl: string, { src, width, height, alt }: FeedPicture): string {
  return `<p><img src="${escapeHtml(siteUrl + src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"></p>`
}
