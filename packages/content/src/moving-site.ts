/**
 * A site whose content moves on, edit by edit, at the price of what changed. Its queries read shelves, the clock and a
 * few single things, and each of those notes the source it is: so nothing that an answer rests on can be forgotten.
 */
import { dayOf, daysAfter, firstDayOf, startOfDay } from './days.ts'
import type { Article, Entry, Event, InfoPage, Organisation, Wijk } from './entries.ts'
import { formerPages, type FormerAddress } from './former-addresses.ts'
import { createHorizon, earliest } from './horizon.ts'
import type { EntryId } from './ids.ts'
import { agenda } from './lists/agenda.ts'
import { archive } from './lists/archive.ts'
import { editions } from './lists/editions.ts'
import { byAge, byName, ofKind, order, type Change } from './lists/list.ts'
import { namesakes } from './lists/namesakes.ts'
import { noticeboard } from './lists/noticeboard.ts'
import { people } from './lists/people.ts'
import { projects } from './lists/projects.ts'
import { shops } from './lists/shops.ts'
import { topics } from './lists/topics.ts'
import { sponsors } from './lists/sponsors.ts'
import { photoKey } from './photo-key.ts'
import { QUARTERS, quarterOf, TIMELESS, yearOfQuarter, type SearchSegment } from './search-segments.ts'
import { createShelf, createShelves } from './shelf.ts'
import type { Site, SiteInput, SitePhoto } from './queries.ts'
import { soonest } from './soonest.ts'
import { createSources, type Source } from './sources.ts'
import {
  articleTeaser,
  datedAddress,
  eventOverAt,
  eventTeaser,
  eventTeasers,
  organisationLink,
  organisationTeaser,
  type EventTeaser,
  type TeasedOccurrence,
} from './teasers.ts'

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

/** How many days ahead an event that comes back fills a list; of one that is further away, its first time is there. */
const DAYS_AHEAD = 42

const DAY_MS = 86_400_000

/** Of a search segment that grows it is told whether it has fewer than this many entries, and above that its size in powers of two. */
const FEW_ENTRIES = 128

const byStart = (a: Event, b: Event) =>
  order(firstDayOf(a), firstDayOf(b)) ||
  Number(b.isAllDay) - Number(a.isAllDay) ||
  order(a.startsAt, b.startsAt) ||
  order(a.id, b.id)
const byPosition = (a: InfoPage, b: InfoPage) =>
  a.position - b.position || order(a.slug, b.slug) || order(a.id, b.id)
const byTime = ({ teaser: a }: TeasedOccurrence, { teaser: b }: TeasedOccurrence) =>
  order(a.firstDay, b.firstDay) ||
  Number(b.isAllDay) - Number(a.isAllDay) ||
  order(a.startsAt, b.startsAt) ||
  order(a.slug, b.slug)
const byId = (a: Entry, b: Entry) => order(a.id, b.id)
const lastDayOfAll = (event: Event) =>
  eventTeasers(event).reduce((last, { teaser }) => (teaser.lastDay > last ? teaser.lastDay : last), '')
const monthOf = (event: Event) => firstDayOf(event).slice(0, 7)

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
  const events = createShelf('events', byStart, sources)
  const eventsByMonth = createShelves('events by month', monthOf, byStart, sources)
  const eventsOf = createShelves('events of', ({ organisation }: Event) => organisation, byStart, sources)
  const organisations = createShelf<Organisation>('organisations', byName, sources)
  const organisationsById = createShelves('organisation', ({ id }: Organisation) => id, byName, sources)
  const infoPages = createShelf('info pages', byPosition, sources)
  const quarters = createShelves('quarter', quarterOf, byId, sources)
  const known = new Map<EntryId, Entry>()
  const photoOf = new Map<string, SitePhoto>()
  let settings = wijk
  let moment = new Date(now).toISOString()
  let horizon = createHorizon(moment)
  const clock = () => horizon
  const parts = {
    archive: archive(sources, articles),
    agenda: agenda(sources, clock, (some) => coming(some), byStart),
    topics: topics(
      sources,
      { coming: (some) => coming(some), recent: (some, days) => recent(some, days) },
      byStart,
    ),
    namesakes: namesakes(sources),
    noticeboard: noticeboard(sources),
    shops: shops(sources, clock),
    people: people(sources),
    projects: projects(sources),
    editions: editions(sources, clock),
    sponsors: sponsors(sources, clock, () => site.today()),
  }
  const lists = Object.values(parts)
  const otherPages = () => [events, organisations, ...lists.flatMap(({ pages }) => pages)]

  const former = formerPages(sources, {
    at(kind, slug) {
      switch (kind) {
        case 'article':
          return articles.at(slug)
        case 'infoPage':
          return infoPages.at(slug)
        case 'event':
          return events.at(slug)
        case 'organisation':
          return organisations.at(slug)
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
  const isOver = (event: Event) => horizon.isPast(eventOverAt(event))
  const upcoming = (all: readonly Event[]) => all.filter((event) => !isOver(event))
  /** Those that are not over, and those that were in the last `days` days. */
  const recent = (all: readonly Event[], days: number) => {
    const from = daysAfter(today(), -days)
    const kept = all.filter((event) => lastDayOfAll(event) >= from)
    const first = kept.reduce<string | null>((least, event) => earliest(least, lastDayOfAll(event)), null)
    if (first !== null) horizon.changesAt(startOfDay(daysAfter(first, days + 1)))
    return kept
  }
  /** The times of an event that are to come, as a list has them: notes when there is one more of them. */
  const timesOf = (event: Event): readonly TeasedOccurrence[] => {
    const times = eventTeasers(event).filter(({ overAt }) => !horizon.isPast(overAt))
    if (times.length < 2) return times
    const until = daysAfter(today(), DAYS_AHEAD)
    const shown = times.filter(({ teaser }, index) => index === 0 || teaser.firstDay <= until)
    const following = times[shown.length]
    if (following) horizon.changesAt(startOfDay(daysAfter(following.teaser.firstDay, -DAYS_AHEAD)))
    return shown
  }
  /** The times of events that are to come, in their order, as a list shows them: until the first of them is over. */
  const coming = (all: readonly Event[], count?: number) => shownOf(timesToCome(all).slice(0, count))
  /** Few of them, and so none of those that are left out. */
  const fewComing = (all: readonly Event[], count: number) => {
    const times = timesToCome(all)
    // Without any it is the same every day, so then it does not ask which day it is.
    if (times.length === 0) return []
    const few = new Set(
      soonest(
        times.map(({ teaser }) => teaser),
        site.today(),
        count,
      ),
    )
    return shownOf(times.filter(({ teaser }) => few.has(teaser)))
  }
  function timesToCome(all: readonly Event[]): readonly TeasedOccurrence[] {
    const times = upcoming(all).flatMap(timesOf)
    // Events stand in the order of their first time; those that come back stand between the others.
    return all.some(({ recurrence }) => recurrence !== null) ? times.toSorted(byTime) : times
  }
  function shownOf(times: readonly TeasedOccurrence[]): readonly EventTeaser[] {
    for (const { overAt } of times) horizon.changesAt(overAt)
    return times.map(({ teaser }) => teaser)
  }
  /** The next time of each event, in their order: until the first of those is over. */
  const next = (all: readonly Event[], count: number) => {
    const times = all.flatMap(
      (event) => eventTeasers(event).find(({ overAt }) => !horizon.isPast(overAt)) ?? [],
    )
    const shown = times.toSorted(byTime).slice(0, count)
    for (const { overAt } of shown) horizon.changesAt(overAt)
    return shown.map(({ teaser }) => teaser)
  }
  const monthsNewestFirst = () => eventsByMonth.keys().toSorted().toReversed()
  /** Whether an event that began in that month is over. */
  function hasBeenIn(month: string): boolean {
    const all = eventsByMonth.of(month).all()
    if (all.some(isOver)) return true
    for (const event of all) horizon.changesAt(eventOverAt(event))
    return false
  }
  const teaserOrNull = (article: Article | null) => (article ? articleTeaser(article) : null)

  const quartersOf = (segment: string) =>
    segment.includes('-') || segment === TIMELESS
      ? [segment]
      : QUARTERS.map((quarter) => `${segment}-${quarter}`)

  /** The segment that an entry of this quarter is indexed in: a year gone by is one. */
  function segmentOf(quarter: string): string {
    const year = Number(today().slice(0, 4))
    horizon.changesAt(startOfDay(`${year + 1}-01-01`))
    const of = yearOfQuarter(quarter)
    return of === null || of >= year ? quarter : String(of)
  }

  function segment(name: string): SearchSegment | null {
    const [quarter = ''] = quartersOf(name)
    if (segmentOf(quarter) !== name) return null
    const size = quartersOf(name).reduce((sum, one) => sum + quarters.of(one).slugs().length, 0)
    if (size === 0 && !quartersOfYear().includes(name)) return null
    return { name, size, isGrowing: name.includes('-') || name === TIMELESS }
  }

  /** Those of this year are there before anything is in them: so the first entry of a quarter changes no more than any other. */
  const quartersOfYear = () => QUARTERS.map((quarter) => `${site.year()}-${quarter}`)

  /** To weigh how rare a word is a rough size will do; so a new entry leaves the catalogue of segments as it is. */
  const roughly = (exact: SearchSegment): SearchSegment =>
    exact.isGrowing
      ? {
          ...exact,
          size: exact.size < FEW_ENTRIES ? FEW_ENTRIES / 2 : 2 ** Math.floor(Math.log2(exact.size)),
        }
      : exact

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

    events: () => events.slugs().map((slug) => ({ kind: 'event', slug })),
    hasEvents: () => events.slugs().length > 0,
    upcomingEvents: (count) => coming(events.all(), count),
    soonestEvents: (count) => fewComing(events.all(), count),
    eventMonths: () => monthsNewestFirst().filter(hasBeenIn),
    eventMonthsBeside(month) {
      const months = monthsNewestFirst()
      return {
        // The nearest first: what is further away may begin or end without a word about it here.
        next: months.findLast((one) => one > month && hasBeenIn(one)) ?? null,
        previous: months.find((one) => one < month && hasBeenIn(one)) ?? null,
      }
    },
    eventsOfMonth(month) {
      const all = eventsByMonth.of(month).all()
      for (const event of upcoming(all)) horizon.changesAt(eventOverAt(event))
      return all.filter(isOver).map(eventTeaser)
    },
    calendarEvents: (days) => recent(events.all(), days),
    calendarEventsOf: (id, days) => recent(eventsOf.of(id).all(), days),
    event: (slug) => events.at(slug),
    comingTimes(slug) {
      const event = events.at(slug)
      const times = event ? eventTeasers(event).filter(({ overAt }) => !horizon.isPast(overAt)) : []
      for (const { overAt } of times) horizon.changesAt(overAt)
      return times.map(({ teaser }) => teaser)
    },
    isOver(slug) {
      const event = events.at(slug)
      if (!event) return false
      horizon.changesAt(eventOverAt(event))
      return isOver(event)
    },

    organisations: () => organisations.all().map(organisationTeaser),
    fullOrganisations: () => organisations.all(),
    hasOrganisations: () => organisations.slugs().length > 0,
    organisationIds: () => organisationsById.keys().toSorted(),
    organisation: (slug) => organisations.at(slug),
    organisationById(id) {
      const [organisation] = organisationsById.of(id).all()
      return organisation ? organisationLink(organisation) : null
    },
    eventsOf: (id) => coming(eventsOf.of(id).all()),
    nextTimesOf: (id, count) => next(eventsOf.of(id).all(), count),
    articlesOf: (id, count) => articlesOf.of(id).all().slice(0, count).map(articleTeaser),
    fullArticlesOf: (id, count) => articlesOf.of(id).all().slice(0, count),

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
    searchSegments: () =>
      Array.from(new Set([...quarters.keys(), ...quartersOfYear()].toSorted().map(segmentOf)), (name) =>
        roughly(segment(name)!),
      ),
    searchSegment: segment,
    entriesOfSegment(name) {
      const [first, ...others] = quartersOf(name).map((quarter) => quarters.of(quarter).all())
      return others.length === 0 ? first! : first!.concat(...others)
    },
    photo(photo) {
      const key = photoKey(photo)
      sources.note(`photo ${key}`)
      return photoOf.get(key) ?? null
    },
  }

  function take({ put, gone }: Pick<SiteChange, 'put' | 'gone'>): void {
    const changes: Change[] = []
    for (const id of gone) {
      changes.push({ before: known.get(id) ?? null, after: null })
      known.delete(id)
    }
    for (const after of put) {
      const before = known.get(after.id) ?? null
      // An id that became another kind of entry is two changes: one went, and one came.
      if (before && before.kind !== after.kind) changes.push({ before, after: null }, { before: null, after })
      else if (before !== after) changes.push({ before, after })
      known.set(after.id, after)
    }
    for (const { before, after } of changes) sources.touch(`entry ${(after ?? before)?.id}`)
    quarters.change(changes)
    for (const shelf of [articles, articlesOf]) shelf.change(ofKind(changes, 'article'))
    for (const shelf of [events, eventsByMonth, eventsOf]) shelf.change(ofKind(changes, 'event'))
    for (const shelf of [organisations, organisationsById]) shelf.change(ofKind(changes, 'organisation'))
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
