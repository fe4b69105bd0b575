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
  languageTag,
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
  /** Plain text; empty when nobody wrote one. */
  readonly summary: string
  /** What stands in for the summary where there must be one: plain text, never empty. */
  readonly excerpt: string
  /** The full text, safe and with absolute links; without the photo. */
  readonly html: string
  /** ISO in UTC. */
  readonly publishedAt: string
  readonly updatedAt: string
  readonly picture: FeedPicture | null
  /** What it is about, in words. */
  readonly topics: readonly string[]
  /** What it is written in, as BCP 47 has it. */
  readonly language: string
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
  /** Who made it and why it may be here, with the licence that anybody may go by; null when nothing was said. */
  readonly credit: {
    readonly text: string
    readonly licence: { readonly href: string; readonly title: string } | null
  } | null
}

/** What a site is written in, and so a feed of it. */
export const LANGUAGE = 'nl'

/** A photo of a site is always a WebP. */
export const PICTURE_TYPE = 'image/webp'

export interface ItemOptions {
  readonly siteUrl: string
  readonly picture: FeedPicture | null
  /** What it is about, in words. */
  readonly topics: readonly string[]
  /** Its summary, otherwise the first words of its text; empty when it has neither. */
  readonly excerpt: string
}

/** An article as an item of a feed; `corrected` says in words that it was, and since when. */
export function articleItem(
  article: Article,
  { corrected, ...options }: ItemOptions & { readonly corrected: (day: string) => string },
): FeedItem {
  const { title, firstPublishedAt, body, correction } = article
  const note = correction
    ? `<p><strong>${escapeHtml(corrected(correction.day))}:</strong> ${escapeHtml(correction.text)}</p>`
    : ''
  return itemOf(article, { title, publishedAt: firstPublishedAt, html: note + blocksToHtml(body) }, options)
}

/** What was paid for as an item of a feed: its title begins with `label`, which says so. */
export function paidItem(
  advertisement: Advertisement,
  { label, ...options }: ItemOptions & { readonly label: string },
): FeedItem {
  const { title, firstDay, body } = advertisement
  const html = blocksToHtml(body, { rel: 'sponsored' })
  return itemOf(
    advertisement,
    { title: `${label}: ${title}`, publishedAt: startOfDay(firstDay), html },
    options,
  )
}

function itemOf(
  entry: Article | Advertisement,
  { title, publishedAt, html }: Pick<FeedItem, 'title' | 'publishedAt' | 'html'>,
  { siteUrl, picture, topics, excerpt }: ItemOptions,
): FeedItem {
  const { kind, id, summary, updatedAt } = entry
  const url = siteUrl + pathOf(entry)
  const intro = summary === '' ? '' : `<p><strong>${escapeHtml(summary)}</strong></p>`
  return {
    id: `urn:wijkpers:${kind}:${id}`,
    url,
    title,
    summary,
    excerpt: excerpt || title,
    html: intro + absoluteLinks(html, siteUrl, url),
    publishedAt,
    updatedAt,
    picture,
    topics,
    language: languageTag('language' in entry ? entry.language : undefined),
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

/** The photo of an item as the first thing of its text, with who made it: a feed republishes it as well. */
export function pictureHtml(siteUrl: string, { src, width, height, alt, credit }: FeedPicture): string {
  const image = `<img src="${escapeHtml(siteUrl + src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`
  if (credit === null) return `<p>${image}</p>`
  const { text, licence } = credit
  const link =
    licence && ` · <a href="${escapeHtml(licence.href)}" rel="license">${escapeHtml(licence.title)}</a>`
  return `<figure>${image}<figcaption>${escapeHtml(text)}${link ?? ''}</figcaption></figure>`
}
