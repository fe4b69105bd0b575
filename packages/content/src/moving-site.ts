/**
 * A site whose content moves on, edit by edit, at the price of what changed. Its queries read shelves, the clock and a
 * few single things, and each of those notes the source it is: so nothing that an answer rests on can be forgotten.
 */
import { dayOf, daysAfter, startOfDay } from './days.ts'
import type { Article, Entry, InfoPage, Wijk } from './entries.ts'
import { formerPages, type FormerAddress } from './former-addresses.ts'
import { createHorizon } from './horizon.ts'
import { RESERVED_SLUGS, type EntryId } from './ids.ts'
import { agenda } from './lists/agenda.ts'
import { archive } from './lists/archive.ts'
import { editions } from './lists/editions.ts'
import { events } from './lists/events.ts'
import { byAge, ofKind, order, type Change } from './lists/list.ts'
import { namesakes } from './lists/namesakes.ts'
import { noticeboard } from './lists/noticeboard.ts'
import { organisations } from './lists/organisations.ts'
import { people } from './lists/people.ts'
import { projects } from './lists/projects.ts'
import { search } from './lists/search.ts'
import { shops } from './lists/shops.ts'
import { topics } from './lists/topics.ts'
import { sponsors } from './lists/sponsors.ts'
import { photoKey } from './photo-key.ts'
import { createShelf, createShelves } from './shelf.ts'
import type { Site, SiteInput, SitePhoto } from './queries.ts'
import { createSources, type Source } from './sources.ts'
import { articleTeaser, datedAddress } from './teasers.ts'

/** An answer, with what it rests on. */
export interface Watched<T> {
  readonly answer: T
  /** The instant (ISO in UTC) until which it is right: from then on the clock alone may give another one. Null: for ever. */
  readonly validUntil: string | null
  /** Only a change that touches one of these can give another answer. */
  readonly sources: readonly Source[]
}

/** What differs between two moments of one wijk at one address. */
export interface SiteChange {
  readonly wijk: Wijk
  /** ISO in UTC. */
  readonly now: string
  /** Entries that are new, or other objects. */
  readonly put: readonly Entry[]
  readonly gone: readonly EntryId[]
  /** Photos that were not there before, by `photoKey`. */
  readonly photos: Readonly<Record<string, SitePhoto>>
  /** All former addresses; absent when they are as they were. */
  readonly formerAddresses?: readonly FormerAddress[] | undefined
}

/** What a change can have given another answer: what rests on these sources, or was right until `now` or earlier. */
export interface Moved {
  readonly sources: ReadonlySet<Source>
  /** ISO in UTC. */
  readonly now: string
}

export interface MovingSite {
  /** Answers from the newest content; answers that were given before stay as they were. */
  readonly site: Site
  /** Takes in a change. Null: the clock was put back, so anything can have another answer. */
  readonly move: (change: SiteChange) => Moved | null
}

const DAY_MS = 86_400_000

const byPosition = (a: InfoPage, b: InfoPage) =>
  a.position - b.position || order(a.slug, b.slug) || order(a.id, b.id)

/** Whether this is an info page at an address that the site itself came to use since: then it is not on the site, so that nothing leads there. */
const givesWay = ({ kind, slug }: Entry) => kind === 'infoPage' && RESERVED_SLUGS.infoPage?.has(slug) === true

const watches = new WeakMap<Site, <T>(ask: () => T) => Watched<T>>()

/** What `ask` reads of `site`, with what that rests on. */
export function watched<T>(site: Site, ask: () => T): Watched<T> {
  return watches.get(site)?.(ask) ?? { answer: ask(), validUntil: null, sources: [] }
}

/** The site that answers from `input`. */
export function createSite(input: SiteInput): Site {
  return createMovingSite(input).site
}

/** The same, for content that will move on. */
export function createMovingSite({
  wijk,
  siteUrl,
  hub = null,
  now,
  entries,
  photos,
  formerAddresses = [],
}: SiteInput): MovingSite {
  const sources = createSources()
  const articles = createShelf<Article>('articles', byAge, sources)
  const articlesOf = createShelves(
    'articles of',
    ({ organisation }: Article) => organisation ?? null,
    byAge,
    sources,
  )
  const infoPages = createShelf('info pages', byPosition, sources)
  const known = new Map<EntryId, Entry>()
  const photoOf = new Map<string, SitePhoto>()
  let settings = wijk
  let moment = new Date(now).toISOString()
  let horizon = createHorizon(moment)
  const clock = () => horizon
  const eventList = events(sources, { horizon: clock, day: () => today(), today: () => site.today() })
  const parts = {
    // In this order their pages stand where all addresses are told.
    events: eventList,
    organisations: organisations(sources),
    search: search(sources, () => site.year()),
    archive: archive(sources, articles),
    agenda: agenda(sources, clock, eventList.coming),
    topics: topics(sources, eventList),
    namesakes: namesakes(sources),
    noticeboard: noticeboard(sources),
    shops: shops(sources, clock),
    people: people(sources),
    projects: projects(sources),
    editions: editions(sources, clock),
    sponsors: sponsors(sources, clock, () => site.today()),
  }
  const lists = Object.values(parts)
  const otherPages = () => lists.flatMap(({ pages }) => pages)

  const former = formerPages(sources, {
    at(kind, slug) {
      switch (kind) {
        case 'article':
          return articles.at(slug)
        case 'infoPage':
          return infoPages.at(slug)
        case 'event':
          return parts.events.queries.event(slug)
        case 'organisation':
          return parts.organisations.queries.organisation(slug)
        case 'notice':
          return parts.noticeboard.queries.notice(slug)
        case 'business':
          return parts.shops.queries.business(slug)
        case 'liveabilityProject':
          return parts.projects.queries.project(slug)
        case 'edition':
          return parts.editions.queries.edition(slug)
        case 'advertisement':
          return parts.sponsors.queries.currentAdvertisement(slug)
        case 'deal':
        case 'person':
          return null
      }
    },
    byId(id) {
      sources.note(`entry ${id}`)
      const entry = known.get(id) ?? null
      // The page of an advertisement is there for as long as it is paid for.
      return entry?.kind === 'advertisement' ? parts.sponsors.queries.currentAdvertisement(entry.slug) : entry
    },
    ended: parts.sponsors.ended,
    movedPlaces: parts.agenda.movedPlaces,
  })

  let day: string | null = null
  const today = () => (day ??= dayOf(moment))
  const teaserOrNull = (article: Article | null) => (article ? articleTeaser(article) : null)

  const site: Site = {
    wijk() {
      sources.note('wijk')
      return settings
    },
    siteUrl: () => siteUrl,
    hub: () => hub,
    today() {
      horizon.changesAt(startOfDay(daysAfter(today(), 1)))
      return today()
    },
    year() {
      const year = Number(today().slice(0, 4))
      horizon.changesAt(startOfDay(`${year + 1}-01-01`))
      return year
    },
    halfYear() {
      const [year, month] = today().split('-').map(Number) as [number, number]
      const [first, next] = month < 7 ? ['01-01', `${year}-07-01`] : ['07-01', `${year + 1}-01-01`]
      horizon.changesAt(startOfDay(next))
      return `${year}-${first}`
    },
    hasMoreAddressesThan: (count) =>
      [infoPages, articles, ...otherPages()].reduce((sum, shelf) => sum + shelf.slugs().length, 0) > count,
    addresses: () => [
      ...infoPages.all().map(datedAddress),
      ...articles.all().map(datedAddress),
      ...otherPages().flatMap((shelf) => shelf.all().map(datedAddress)),
    ],
    addressesWithoutArticles: () => [
      ...infoPages.all().map(datedAddress),
      ...otherPages().flatMap((shelf) => shelf.all().map(datedAddress)),
    ],

    articles: () => articles.slugs().map((slug) => ({ kind: 'article', slug })),
    latestArticles: (count) => articles.all().slice(0, count).map(articleTeaser),
    hasNewsOf(days) {
      const [newest] = articles.all()
      if (!newest) return false
      const until = new Date(Date.parse(newest.firstPublishedAt) + days * DAY_MS).toISOString()
      horizon.changesAt(until)
      return !horizon.isPast(until)
    },
    latestFullArticles: (count) => articles.all().slice(0, count),
    article: (slug) => articles.at(slug),
    neighboursOf(slug) {
      const { previous, next } = articles.beside(slug)
      return { newer: teaserOrNull(previous), older: teaserOrNull(next) }
    },
    articleBefore: (slug) => teaserOrNull(articles.beside(slug).next),

    articlesOf: (id, count) => articlesOf.of(id).all().slice(0, count).map(articleTeaser),
    fullArticlesOf: (id, count) => articlesOf.of(id).all().slice(0, count),

    ...parts.events.queries,
    ...parts.organisations.queries,
    ...parts.search.queries,
    ...parts.archive.queries,
    ...parts.agenda.queries,
    ...parts.topics.queries,
    ...parts.namesakes.queries,
    ...parts.noticeboard.queries,
    ...parts.shops.queries,
    ...parts.people.queries,
    ...parts.projects.queries,
    ...parts.editions.queries,
    ...parts.sponsors.queries,
    ...former.queries,

    infoPages: () => infoPages.all(),
    infoPage: (slug) => infoPages.at(slug),
    menu: () => infoPages.slugs(),
    titleOf: (slug) => infoPages.at(slug)?.title ?? null,
    languageOf: (slug) => infoPages.at(slug)?.language,
    photo(photo) {
      const key = photoKey(photo)
      sources.note(`photo ${key}`)
      return photoOf.get(key) ?? null
    },
  }

  function take({ put, gone }: Pick<SiteChange, 'put' | 'gone'>): void {
    const changes: Change[] = []
    for (const id of [...gone, ...put.filter(givesWay).map((entry) => entry.id)]) {
      changes.push({ before: known.get(id) ?? null, after: null })
      known.delete(id)
    }
    for (const after of put) {
      if (givesWay(after)) continue
      const before = known.get(after.id) ?? null
      // An id that became another kind of entry is two changes: one went, and one came.
      if (before && before.kind !== after.kind) changes.push({ before, after: null }, { before: null, after })
      else if (before !== after) changes.push({ before, after })
      known.set(after.id, after)
    }
    for (const { before, after } of changes) sources.touch(`entry ${(after ?? before)?.id}`)
    for (const shelf of [articles, articlesOf]) shelf.change(ofKind(changes, 'article'))
    infoPages.change(ofKind(changes, 'infoPage'))
    for (const list of lists) list.take(changes)
  }

  function takePhotos(photos: SiteChange['photos']): void {
    for (const [key, photo] of Object.entries(photos)) {
      photoOf.set(key, photo)
      sources.touch(`photo ${key}`)
    }
  }

  take({ put: entries, gone: [] })
  takePhotos(photos)
  former.take(formerAddresses)
  watches.set(site, (ask) => {
    const { answer, sources: noted } = sources.notedBy(() => horizon.watch(ask))
    return { ...answer, sources: noted }
  })

  return {
    site,
    move(change) {
      const before = moment
      moment = new Date(change.now).toISOString()
      day = null
      horizon = createHorizon(moment)
      const touched = sources.touchedBy(() => {
        take(change)
        takePhotos(change.photos)
        if (change.formerAddresses) former.take(change.formerAddresses)
        // Equal settings stay the same object: a new one would touch every page.
        if (JSON.stringify(settings) !== JSON.stringify(change.wijk)) {
          settings = change.wijk
          sources.touch('wijk')
        }
      })
      return moment < before ? null : { sources: touched, now: moment }
    },
  }
}
