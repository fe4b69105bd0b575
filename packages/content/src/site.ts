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
import { dayOf, daysAfter, firstDayOf, lastDayOf, overAt, startOfDay } from './days.ts'
import type { Article, Entry, Event, InfoPage, Organisation, Photo, Wijk, WijkContent } from './entries.ts'
import { createHorizon, earliest, type Horizon, type Timed } from './horizon.ts'
import type { EntryId, Slug } from './ids.ts'
import {
  articleAddress,
  articleTeaser,
  datedAddress,
  eventAddress,
  eventTeaser,
  organisationLink,
  organisationTeaser,
  type Address,
  type ArticleTeaser,
  type DatedAddress,
  type EventTeaser,
  type OrganisationLink,
  type OrganisationTeaser,
} from './teasers.ts'

export { earliest, type Timed } from './horizon.ts'
export type { Address, ArticleTeaser, DatedAddress, EventTeaser, OrganisationLink, OrganisationTeaser }

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

/**
 * The named queries. Answers are readonly and keep their identity as long as the input does; a teaser, as long as the
 * entry it is of. A page is rendered again when an answer it asked for is another one, so lists that show little ask
 * for little.
 */
export interface Site {
  wijk(): Wijk
  siteUrl(): string
  /** The day of this render in the Netherlands, such as `2026-11-28`. */
  today(): string
  /** The address and the last change of every entry, info pages first, in the order of their own lists. */
  addresses(): readonly DatedAddress[]

  /** The addresses of all articles, newest first. */
  articles(): readonly Address<'article'>[]
  /** Whether there are more articles than `count`. */
  hasMoreArticlesThan(count: number): boolean
  /** The `count` newest articles. */
  latestArticles(count: number): readonly ArticleTeaser[]
  /** The same with all of their text, for a feed. */
  latestFullArticles(count: number): readonly Article[]
  /** The years in which articles were first published, newest first: for an archive, so that a year gone by stays as it is. */
  articleYears(): readonly number[]
  /** The articles of one such year, newest first. */
  articlesOfYear(year: number): readonly ArticleTeaser[]
  article(slug: Slug): Article | null
  /** The article before and after this one in time. */
  neighboursOf(slug: Slug): { readonly newer: ArticleTeaser | null; readonly older: ArticleTeaser | null }
  /**
   * At most two articles to read next: older ones of the same organisation. The one just before it is left out: that
   * is its neighbour. Never newer ones, so that a new article leaves the pages of old ones as they are.
   */
  relatedTo(slug: Slug): readonly ArticleTeaser[]

  /** The addresses of all events, also of those that are over, soonest first. */
  events(): readonly Address<'event'>[]
  hasEvents(): boolean
  /** The events that are not over, those of whole days first on their day; all of them, or the first `count`. */
  upcomingEvents(count?: number): readonly EventTeaser[]
  /** The months (`2026-11`) in which events began that are over by now, newest first. */
  eventMonths(): readonly string[]
  /** The events that began in a month and are over by now, in the order in which they were. */
  eventsOfMonth(month: string): readonly EventTeaser[]
  /** Everything for a calendar: all events that are not over, and those that were in the last `days` days. */
  calendarEvents(days: number): readonly Event[]
  event(slug: Slug): Event | null
  /** Whether that event is over; a page that asks is rendered once when it is, not every day. */
  isOver(slug: Slug): boolean

  /** All organisations by name. */
  organisations(): readonly OrganisationTeaser[]
  hasOrganisations(): boolean
  organisation(slug: Slug): Organisation | null
  /** What a link to an organisation needs; null when it is not published. */
  organisationById(id: EntryId): OrganisationLink | null
  /** The events of an organisation that are not over. */
  eventsOf(organisation: EntryId): readonly EventTeaser[]
  /** The `count` newest articles of an organisation. */
  articlesOf(organisation: EntryId, count: number): readonly ArticleTeaser[]

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

/** How many articles `relatedTo` gives at most: each is a page more to render when a title changes. */
const RELATED = 2

// Dates in UTC of one form, and ids, sort as their characters do. `localeCompare` would take a hundred times as long.
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byAge = (a: Article, b: Article) => order(b.firstPublishedAt, a.firstPublishedAt) || order(a.id, b.id)
const byStart = (a: Event, b: Event) =>
  order(firstDayOf(a), firstDayOf(b)) ||
  Number(b.isAllDay) - Number(a.isAllDay) ||
  order(a.startsAt, b.startsAt) ||
  order(a.id, b.id)
const monthOf = (event: Event) => firstDayOf(event).slice(0, 7)
const byPosition = (a: InfoPage, b: InfoPage) => a.position - b.position || order(a.slug, b.slug)
const { compare: byDutchAlphabet } = new Intl.Collator('nl', { numeric: true })
const byName = (a: Organisation, b: Organisation) => byDutchAlphabet(a.name, b.name) || order(a.slug, b.slug)

const isKind =
  <K extends Entry['kind']>(kind: K) =>
  (entry: Entry): entry is Extract<Entry, { kind: K }> =>
    entry.kind === kind

const bySlug = <E extends Entry>(entries: readonly E[]) =>
  new Map(entries.map((entry) => [entry.slug, entry]))

/** Without those that are of no organisation. */
function groupByOrganisation<E extends Article | Event>(entries: readonly E[]): Map<EntryId, E[]> {
  const groups = new Map<EntryId, E[]>()
  for (const entry of entries) {
    if (!entry.organisation) continue
    const group = groups.get(entry.organisation)
    if (group) group.push(entry)
    else groups.set(entry.organisation, [entry])
  }
  return groups
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The year on the calendar of the Netherlands: on New Year's Eve that is one hour ahead of UTC, in every year. */
function yearOf({ firstPublishedAt }: Article): number {
  const year = Number(firstPublishedAt.slice(0, 4))
  return firstPublishedAt.slice(5, 13) === '12-31T23' ? year + 1 : year
}

const horizons = new WeakMap<Site, Horizon>()

/** What `ask` reads of `site`, and until when that is right: then the clock alone may give another answer. */
export function timed<T>(site: Site, ask: () => T): Timed<T> {
  return horizons.get(site)?.watch(ask) ?? { answer: ask(), validUntil: null }
}

/** The site that answers from `input`. */
export function createSite(input: SiteInput): Site {
  const horizon = createHorizon(input.now)
  const articles = input.entries.filter(isKind('article')).sort(byAge)
  const infoPages = input.entries.filter(isKind('infoPage')).sort(byPosition)
  const events = input.entries.filter(isKind('event')).sort(byStart)
  const organisations = input.entries.filter(isKind('organisation')).sort(byName)
  const articleAt = new Map(articles.map(({ slug }, index) => [slug, index]))
  const infoPageOf = bySlug(infoPages)
  const eventOf = bySlug(events)
  const organisationOf = bySlug(organisations)
  const organisationOfId = new Map(organisations.map((organisation) => [organisation.id, organisation]))

  // Made when they are first asked for: many a publish asks for few of them.
  const day = once(() => dayOf(input.now))
  const years = once(() => Map.groupBy(articles, yearOf))
  const articlesByOrganisation = once(() => groupByOrganisation(articles))
  const familyOf = once(
    () =>
      new Map(
        [...articlesByOrganisation().values()].flatMap((family) =>
          family.map(({ slug }, index) => [slug, { family, index }] as const),
        ),
      ),
  )
  const isOver = (event: Event) => horizon.isPast(overAt(event))
  const upcoming = once(() => events.filter((event) => !isOver(event)))
  const upcomingByOrganisation = once(() => groupByOrganisation(upcoming()))
  const monthsGone = once(() => Map.groupBy(events.filter(isOver), monthOf))
  /** Events that are to come, as a list shows them: until the first of them is over. */
  const coming = (shown: readonly Event[]) => {
    for (const event of shown) horizon.changesAt(overAt(event))
    return shown.map(eventTeaser)
  }
  const teaserAt = (index: number) => (articles[index] ? articleTeaser(articles[index]) : null)

  const site: Site = {
    wijk: () => input.wijk,
    siteUrl: () => input.siteUrl,
    today() {
      horizon.changesAt(startOfDay(daysAfter(day(), 1)))
      return day()
    },
    addresses: once(() => [...infoPages, ...articles, ...events, ...organisations].map(datedAddress)),

    articles: once(() => articles.map(articleAddress)),
    hasMoreArticlesThan: (count) => articles.length > count,
    latestArticles: (count) => articles.slice(0, count).map(articleTeaser),
    latestFullArticles: (count) => articles.slice(0, count),
    articleYears: () => [...years().keys()],
    articlesOfYear: (year) => (years().get(year) ?? []).map(articleTeaser),
    article: (slug) => articles[articleAt.get(slug) ?? -1] ?? null,
    neighboursOf(slug) {
      const index = articleAt.get(slug) ?? Number.NaN
      return { newer: teaserAt(index - 1), older: teaserAt(index + 1) }
    },
    relatedTo(slug) {
      const place = familyOf().get(slug)
      if (!place) return []
      const neighbour = articles[articleAt.get(slug)! + 1]
      return place.family
        .slice(place.index + 1, place.index + 1 + RELATED)
        .filter((article) => article !== neighbour)
        .map(articleTeaser)
    },

    events: once(() => events.map(eventAddress)),
    hasEvents: () => events.length > 0,
    upcomingEvents: (count) => coming(upcoming().slice(0, count)),
    eventMonths() {
      for (const event of upcoming()) if (!monthsGone().has(monthOf(event))) horizon.changesAt(overAt(event))
      return [...monthsGone().keys()].toReversed()
    },
    eventsOfMonth(month) {
      for (const event of upcoming()) if (monthOf(event) === month) horizon.changesAt(overAt(event))
      return (monthsGone().get(month) ?? []).map(eventTeaser)
    },
    calendarEvents(days) {
      const from = daysAfter(day(), -days)
      const kept = events.filter((event) => lastDayOf(event) >= from)
      const first = kept.reduce<string | null>((least, event) => earliest(least, lastDayOf(event)), null)
      if (first !== null) horizon.changesAt(startOfDay(daysAfter(first, days + 1)))
      return kept
    },
    event: (slug) => eventOf.get(slug) ?? null,
    isOver(slug) {
      const event = eventOf.get(slug)
      if (!event) return false
      horizon.changesAt(overAt(event))
      return isOver(event)
    },

    organisations: () => organisations.map(organisationTeaser),
    hasOrganisations: () => organisations.length > 0,
    organisation: (slug) => organisationOf.get(slug) ?? null,
    organisationById(id) {
      const organisation = organisationOfId.get(id)
      return organisation ? organisationLink(organisation) : null
    },
    eventsOf: (id) => coming(upcomingByOrganisation().get(id) ?? []),
    articlesOf: (id, count) => (articlesByOrganisation().get(id) ?? []).slice(0, count).map(articleTeaser),

    infoPages: () => infoPages,
    infoPage: (slug) => infoPageOf.get(slug) ?? null,
    menu: () => infoPages.map(({ slug }) => slug),
    titleOf: (slug) => infoPageOf.get(slug)?.title ?? null,
    photo: (photo) => input.photos[photoKey(photo)] ?? null,
  }
  horizons.set(site, horizon)
  return site
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
