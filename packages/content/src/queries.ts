/** What a site is made from, and the named queries that its pages may ask. Types, and what follows from them alone. */
import type { Article, InfoPage, Language, Photo, Wijk, WijkContent } from './entries.ts'
import type { FormerAddress, FormerPages } from './former-addresses.ts'
import type { EntryId, Slug } from './ids.ts'
import type { Agenda } from './lists/agenda.ts'
import type { Archive } from './lists/archive.ts'
import type { Editions } from './lists/editions.ts'
import type { Events } from './lists/events.ts'
import type { Namesakes } from './lists/namesakes.ts'
import type { Noticeboard } from './lists/noticeboard.ts'
import type { Organisations } from './lists/organisations.ts'
import type { People } from './lists/people.ts'
import type { Projects } from './lists/projects.ts'
import type { SearchSegments } from './lists/search.ts'
import type { Shops } from './lists/shops.ts'
import type { Topics } from './lists/topics.ts'
import type { Sponsors } from './lists/sponsors.ts'
import type { Address, ArticleTeaser, DatedAddress } from './teasers.ts'

/** A photo as it stands on the site: a WebP file of the release. */
export interface SitePhoto {
  /** Address on the site, such as `/foto/3f2a.webp`. */
  readonly src: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Size of the file: a feed must tell it. */
  readonly bytes: number
  /** The same photo for small places, from narrow to wide, all narrower than `width`. */
  readonly narrow: readonly { readonly src: string; readonly width: number }[]
}

/** The addresses of all files of a photo. */
export function sourcesOf({ src, narrow }: SitePhoto): readonly string[] {
  return [src, ...narrow.map((one) => one.src)]
}

/** All that the public bytes of a site are a function of, besides the site format. Plain data: it crosses processes as JSON. */
export interface SiteInput extends WijkContent {
  /** Public address without a slash at the end. */
  readonly siteUrl: string
  /** Address of the WebSub hub that tells readers of feeds what is new; absent or null for none. */
  readonly hub?: string | null
  /** The moment for which the pages are right, ISO in UTC. */
  readonly now: string
  /** The file that was made of each photo, by `photoKey`. */
  readonly photos: Readonly<Record<string, SitePhoto>>
  /** Addresses at which something was online before; absent for none. */
  readonly formerAddresses?: readonly FormerAddress[]
}

/**
 * The named queries. Answers are readonly and keep their identity as long as the input does; a teaser, as long as the
 * entry it is of. A page is rendered again when an answer it asked for is another one, so lists that show little ask
 * for little.
 */
export interface Site
  extends
    Events,
    Organisations,
    SearchSegments,
    Agenda,
    Archive,
    Topics,
    Namesakes,
    Noticeboard,
    Shops,
    People,
    Projects,
    Editions,
    Sponsors,
    FormerPages {
  wijk(): Wijk
  siteUrl(): string
  /** Address of the WebSub hub; null for none. */
  hub(): string | null
  /** The day of this render in the Netherlands, such as `2026-11-28`. */
  today(): string
  /** The year of this render in the Netherlands. */
  year(): number
  /** The first day of the half year of this render in the Netherlands, such as `2026-07-01`. */
  halfYear(): string
  /** The address and the last change of every entry that has a page for as long as it is published, info pages first. */
  addresses(): readonly DatedAddress[]
  /** Whether there are more of them than `count`: then a list in parts spares what did not change. */
  hasMoreAddressesThan(count: number): boolean
  /** Of everything but articles. */
  addressesWithoutArticles(): readonly DatedAddress[]

  /** The addresses of all articles, newest first. */
  articles(): readonly Address<'article'>[]
  /** The `count` newest articles. */
  latestArticles(count: number): readonly ArticleTeaser[]
  /** The same with all of their text, for a feed. */
  latestFullArticles(count: number): readonly Article[]
  /** Whether an article was first published in the last `days` days. */
  hasNewsOf(days: number): boolean
  article(slug: Slug): Article | null
  /** The article before and after this one in time. */
  neighboursOf(slug: Slug): { readonly newer: ArticleTeaser | null; readonly older: ArticleTeaser | null }
  /** The article before this one in time. Never a newer one, so that a new article leaves the pages of old ones as they are. */
  articleBefore(slug: Slug): ArticleTeaser | null

  /** The `count` newest articles of an organisation. */
  articlesOf(organisation: EntryId, count: number): readonly ArticleTeaser[]
  /** The same with all of their text, for a feed. */
  fullArticlesOf(organisation: EntryId, count: number): readonly Article[]

  /** All info pages, in the order of the menu. */
  infoPages(): readonly InfoPage[]
  infoPage(slug: Slug): InfoPage | null
  /** The slugs of the info pages in the order of the menu. With `titleOf`, what every page reads: an edited body leaves both as they were. */
  menu(): readonly Slug[]
  /** The title of an info page. */
  titleOf(slug: Slug): string | null
  /** What it is written in; undefined for Dutch of which nobody said so. */
  languageOf(slug: Slug): Language | undefined
  /** The file of a photo, or null when there is none (then the page shows no photo). */
  photo(photo: Pick<Photo, 'url' | 'version'>): SitePhoto | null
}
