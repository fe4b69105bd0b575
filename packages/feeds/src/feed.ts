/**
 * feed - a file that readers fetch again and again, to see what is new
 * item - one thing in it; its id is made of the id in the CMS, so a reader never meets it twice when its title, slug or
 *        domain changes, and a correction lands in place
 *
 * What a feed says does not depend on how it is written: `rss.ts` and `json-feed.ts` write the same one.
 */
import {
  blocksToHtml,
  escapeHtml,
  pathOf,
  startOfDay,
  type Advertisement,
  type Article,
} from '@wijkpers/content'
import { absoluteLinks } from './text.ts'

export interface Feed {
  /** Name of the feed, as readers list it. */
  readonly title: string
  readonly description: string
  /** Public address of the site without a slash at the end. */
  readonly siteUrl: string
  /** Path of the page that this is the feed of. */
  readonly home: string
  /** Path of the feed itself. */
  readonly path: string
  /** Address of the WebSub hub that readers can be told by (https://www.w3.org/TR/websub/); null for none. */
  readonly hub: string | null
  /** What readers show beside the name of the feed; null for none. */
  readonly logo: Pick<FeedPicture, 'src'> | null
  /** In the order of the feed, newest first. */
  readonly items: readonly FeedItem[]
}

export interface FeedItem {
  /** For ever the same. */
  readonly id: string
  /** Absolute. */
  readonly url: string
  readonly title: string
  readonly summary: string
  /** The full text, safe and with absolute links; without the photo. */
  readonly html: string
  /** ISO in UTC. */
  readonly publishedAt: string
  readonly updatedAt: string
  readonly picture: FeedPicture | null
  /** What it is about, in words. */
  readonly topics: readonly string[]
}

/** A photo as a file of the site. */
export interface FeedPicture {
  /** Path on the site. */
  readonly src: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Size of the file. */
  readonly bytes: number
  readonly alt: string
}

/** A photo of a site is always a WebP. */
export const PICTURE_TYPE = 'image/webp'

export interface ItemOptions {
  readonly siteUrl: string
  readonly picture: FeedPicture | null
  /** What it is about, in words. */
  readonly topics: readonly string[]
}

/** An article as an item of a feed. */
export function articleItem(article: Article, options: ItemOptions): FeedItem {
  return itemOf(article, article.title, article.firstPublishedAt, options)
}

/** What was paid for as an item of a feed: its title begins with `label`, which says so. */
export function paidItem(
  advertisement: Advertisement,
  { label, ...options }: ItemOptions & { readonly label: string },
): FeedItem {
  const { title, firstDay } = advertisement
  return itemOf(advertisement, `${label}: ${title}`, startOfDay(firstDay), options)
}

function itemOf(
  entry: Article | Advertisement,
  title: string,
  publishedAt: string,
  { siteUrl, picture, topics }: ItemOptions,
): FeedItem {
  const { kind, id, summary, body, updatedAt } = entry
  const url = siteUrl + pathOf(entry)
  const intro = summary === '' ? '' : `<p><strong>${escapeHtml(summary)}</strong></p>`
  return {
    id: `urn:wijkpers:${kind}:${id}`,
    url,
    title,
    summary,
    html: intro + absoluteLinks(blocksToHtml(body), siteUrl, url),
    publishedAt,
    updatedAt,
    picture,
    topics,
  }
}

/** The moment of the newest change in a feed, ISO in UTC; null for an empty one. There is no other clock in it. */
export function newestChange({ items }: Pick<Feed, 'items'>): string | null {
  return (
    items
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? null
  )
}

/** The photo of an item as the first thing of its text. */
export function pictureHtml(siteUrl: string, { src, width, height, alt }: FeedPicture): string {
  return `<p><img src="${escapeHtml(siteUrl + src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"></p>`
}
