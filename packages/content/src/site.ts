/**
 * What a page may read. Pages never see the content itself, only named queries;
 * so it can be known what each page read, and one process can render many wijken.
 *
 * site input  - all that the public bytes of a site depend on, as plain data
 * site        - the named queries on one site input
 * current site - the site whose pages are being rendered right now
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { z } from 'zod'
import type { Article, Entry, InfoPage, Photo, Wijk, WijkContent } from './entries.ts'
import type { Slug } from './ids.ts'

/** A photo as it stands on the site: a WebP file of the release. */
export interface SitePhoto {
  /** Address on the site, such as `/foto/3f2a.webp`. */
  readonly src: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** All that the public bytes of a site are a function of, besides the site format. Plain data: it crosses processes as JSON. */
export interface SiteInput extends WijkContent {
  /** Public address without a slash at the end. */
  readonly siteUrl: string
  /** The moment for which the pages are right, ISO in UTC. */
  readonly now: string
  /** The file that was made of each photo, by `photoKey`. */
  readonly photos: Readonly<Record<string, SitePhoto>>
}

/** The key of a photo in `SiteInput.photos`: its address and version together, because a replaced photo keeps its address. */
export function photoKey(photo: Pick<Photo, 'url' | 'version'>): string {
  return `${photo.url}@${photo.version}`
}

/** The named queries. Answers are readonly and keep their identity as long as the input does. */
export interface Site {
  wijk(): Wijk
  siteUrl(): string
  now(): string
  /** All articles, newest first. */
  articles(): readonly Article[]
  /** The `count` newest articles. */
  latestArticles(count: number): readonly Article[]
  /** The years in which articles were first published, newest first: for an archive, so that a year gone by stays as it is. */
  articleYears(): readonly number[]
  /** The articles of one such year, newest first. */
  articlesOfYear(year: number): readonly Article[]
  article(slug: Slug): Article | null
  /** The article before and after this one in time. */
  neighboursOf(slug: Slug): { readonly newer: Article | null; readonly older: Article | null }
  /** All info pages, in the order of the menu. */
  infoPages(): readonly InfoPage[]
  infoPage(slug: Slug): InfoPage | null
  /** The slugs of the info pages in the order of the menu. With `titleOf`, what every page reads: an edited body leaves both as they were. */
  menu(): readonly Slug[]
  /** The title of an info page. */
  titleOf(slug: Slug): string | null
  /** The file of a photo, or null when there is none (then the page shows no photo). */
  photo(photo: Photo): SitePhoto | null
}

const byAge = (a: Article, b: Article) =>
  b.firstPublishedAt.localeCompare(a.firstPublishedAt) || a.id.localeCompare(b.id)
const byPosition = (a: InfoPage, b: InfoPage) => a.position - b.position || a.slug.localeCompare(b.slug)
const isKind =
  <K extends Entry['kind']>(kind: K) =>
  (entry: Entry): entry is Extract<Entry, { kind: K }> =>
    entry.kind === kind

/** The year on the calendar of the Netherlands: on New Year's Eve that is one hour ahead of UTC, in every year. */
function yearOf({ firstPublishedAt }: Article): number {
  const year = Number(firstPublishedAt.slice(0, 4))
  return firstPublishedAt.slice(5, 13) === '12-31T23' ? year + 1 : year
}

/** The site that answers from `input`. */
export function createSite(input: SiteInput): Site {
  const articles = input.entries.filter(isKind('article')).sort(byAge)
  const infoPages = input.entries.filter(isKind('infoPage')).sort(byPosition)
  const articleAt = new Map(articles.map((article, index) => [article.slug, index]))
  const infoPageOf = new Map(infoPages.map((page) => [page.slug, page]))
  const years = Map.groupBy(articles, yearOf)
  return {
    wijk: () => input.wijk,
    siteUrl: () => input.siteUrl,
    now: () => input.now,
    articles: () => articles,
    latestArticles: (count) => articles.slice(0, count),
    articleYears: () => [...years.keys()],
    articlesOfYear: (year) => years.get(year) ?? [],
    article: (slug) => articles[articleAt.get(slug) ?? -1] ?? null,
    neighboursOf(slug) {
      const index = articleAt.get(slug)
      if (index === undefined) return { newer: null, older: null }
      return { newer: articles[index - 1] ?? null, older: articles[index + 1] ?? null }
    },
    infoPages: () => infoPages,
    infoPage: (slug) => infoPageOf.get(slug) ?? null,
    menu: () => infoPages.map(({ slug }) => slug),
    titleOf: (slug) => infoPageOf.get(slug)?.title ?? null,
    photo: (photo) => input.photos[photoKey(photo)] ?? null,
  }
}

// On globalThis, because the renderer is a bundle with its own copy of this module.
const key = Symbol.for('wijkpers.site')
const world = globalThis as { [key]?: { storage: AsyncLocalStorage<Site>; standing: Site | null } }
const context = (world[key] ??= { storage: new AsyncLocalStorage<Site>(), standing: null })

/** Runs `render` with `site` as the current site, also across awaits. */
export function withSite<T>(site: Site, render: () => T): T {
  return context.storage.run(site, render)
}

/** Makes `site` the current site of this whole process: for `astro dev` and `astro build`, which know one wijk only. */
export function provideSite(site: Site): void {
  context.standing = site
}

/** The current site. Throws outside a render: content kept from an earlier render would be another wijk's. */
export function currentSite(): Site {
  const site = context.storage.getStore() ?? context.standing
  if (!site) throw new Error('No site is being rendered: content can only be read while a page is rendered.')
  return site
}

/** Loose on purpose: a site input is written by our own code and was parsed when it came from the CMS. */
export const siteInputFile = z.custom<SiteInput>(
  (value) =>
    typeof value === 'object' && value !== null && 'wijk' in value && 'entries' in value && 'photos' in value,
  'not a site input: expected an object with wijk, entries and photos',
)
