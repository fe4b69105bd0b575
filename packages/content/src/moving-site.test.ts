import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article, Entry, EntryKind, Event, InfoPage, Organisation, Recurrence, Wijk } from './entries.ts'
import type { FormerAddress } from './former-addresses.ts'
import type { EntryId, Slug } from './ids.ts'
import { titleKey } from './lists/namesakes.ts'
import { plain } from './plain.ts'
import { createMovingSite, createSite, watched, type Site, type SitePhoto } from './site.ts'

const slug = (text: string) => text as Slug
const id = (text: string) => text as EntryId
const slugs = ['a', 'b', 'c', 'd'].map(slug)
const organisationIds = ['brug', 'tuin'].map(id)
const photos = ['/een.jpg', '/twee.jpg'].map((url) => {
  return { url, version: '1', alt: '', maker: '', source: '', licence: null, focus: null }
})
const moments = [
  '2025-12-31T22:59:00.000Z',
  '2025-12-31T23:00:00.000Z',
  '2026-03-01T12:00:00.000Z',
  '2026-03-02T12:00:00.000Z',
  '2026-04-05T08:00:00.000Z',
]

// Few values, so that entries meet: in order, in slug, in year and in organisation.
const aMoment = fc.constantFrom(...moments)
const aSlug = fc.constantFrom(...slugs)
const titles = ['Een', 'een', 'Twee', '10', '9']
const aTitle = fc.constantFrom(...titles)
const anOrganisationOf = fc.constantFrom(null, ...organisationIds)
const aPhoto = fc.constantFrom(null, ...photos)
const shared = { slug: aSlug, summary: fc.constant(''), body: fc.constant([]), updatedAt: aMoment }

/** A record of which every field has one value. */
function constants<T extends object>(fields: T) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, fc.constant(value as unknown)]),
  ) as { [K in keyof T]: fc.Arbitrary<T[K]> }
}
const aRecurrence = fc.constantFrom<(Recurrence | null)[]>(
  null,
  null,
  { pattern: 'weekly', lastDay: '2026-06-30', count: null, exceptions: [] },
  {
    pattern: 'monthlyByDate',
    lastDay: null,
    count: 4,
    exceptions: [
      { day: '2026-04-01', movedTo: null, reason: '' },
      { day: '2026-01-31', movedTo: { startsAt: '2026-02-03T12:00:00.000Z', endsAt: null }, reason: '' },
    ],
  },
)

const anArticle = fc.record({
  ...constants(plain.article),
  ...shared,
  kind: fc.constant('article' as const),
  id: fc.constantFrom(...['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'x'].map(id)),
  title: aTitle,
  photo: aPhoto,
  firstPublishedAt: aMoment,
  organisation: anOrganisationOf,
  edition: fc.constantFrom(null, id('krant1'), id('krant2')),
}) satisfies fc.Arbitrary<Article>
const anEvent = fc.record({
  ...constants(plain.event),
  ...shared,
  kind: fc.constant('event' as const),
  id: fc.constantFrom(...['e1', 'e2', 'e3', 'x'].map(id)),
  title: aTitle,
  place: fc.constantFrom('', 'De Brug', 'Kıraat', 'K-raat'),
  startsAt: aMoment,
  isAllDay: fc.boolean(),
  isCancelled: fc.boolean(),
  recurrence: aRecurrence,
  organisation: anOrganisationOf,
}) satisfies fc.Arbitrary<Event>
const anOrganisation = fc.record({
  ...constants(plain.organisation),
  ...shared,
  kind: fc.constant('organisation' as const),
  id: fc.constantFrom(...organisationIds),
  name: aTitle,
}) satisfies fc.Arbitrary<Organisation>
const anInfoPage = fc.record({
  kind: fc.constant('infoPage' as const),
  id: fc.constantFrom(...['i1', 'i2'].map(id)),
  slug: aSlug,
  title: aTitle,
  body: fc.constant([]),
  updatedAt: aMoment,
  position: fc.integer({ min: 1, max: 2 }),
}) satisfies fc.Arbitrary<InfoPage>

// Of the smaller lists only what their queries look at.
const businessIds = ['winkel', 'kapper'].map(id)
const editionIds = ['krant1', 'krant2'].map(id)
const aDay = fc.constantFrom('2025-12-31', '2026-03-01', '2026-03-02')
const listed = (
  kind: EntryKind,
  ids: readonly EntryId[],
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Entry> =>
  fc.record({
    ...shared,
    kind: fc.constant(kind),
    id: fc.constantFrom(...ids),
    ...fields,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<Entry>
const aListed = fc.oneof(
  listed('notice', ['n1', 'n2', 'x'].map(id), {
    title: aTitle,
    firstPublishedAt: aMoment,
    isFulfilled: fc.boolean(),
  }),
  listed('business', businessIds, { name: aTitle }),
  listed('deal', ['d1', 'd2'].map(id), {
    startsAt: aMoment,
    endsAt: aMoment,
    business: fc.constantFrom(null, ...businessIds),
  }),
  listed('person', ['p1', 'p2'].map(id), { name: aTitle }),
  listed('liveabilityProject', ['l1', 'l2'].map(id), {
    title: aTitle,
    stage: fc.constantFrom('idea', 'underway', 'done'),
  }),
  listed('edition', editionIds, { title: aTitle, publicationDay: aDay }),
  listed('advertisement', ['r1', 'r2'].map(id), { sponsor: aTitle, firstDay: aDay, lastDay: aDay }),
)

const aFormerAddress: fc.Arbitrary<FormerAddress> = fc.record({
  kind: fc.constantFrom(
    'article',
    'event',
    'infoPage',
    'notice',
    'business',
    'liveabilityProject',
    'edition',
    'advertisement',
  ),
  slug: aSlug,
  entry: fc.constantFrom(...['a1', 'a2', 'e1', 'i1', 'x', 'n1', 'winkel', 'r1', 'p1'].map(id)),
})

const aChange = fc.record({
  formerAddresses: fc.option(fc.array(aFormerAddress, { maxLength: 6 }), { nil: undefined }),
  put: fc.array(fc.oneof(anArticle, anArticle, anEvent, anOrganisation, anInfoPage, aListed, aListed), {
    maxLength: 4,
  }),
  gone: fc.uniqueArray(
    fc.constantFrom(
      ...['a1', 'a2', 'a3', 'e1', 'brug', 'i1', 'x', 'n1', 'winkel', 'd1', 'krant1', 'l1'].map(id),
    ),
    {
      maxLength: 2,
    },
  ),
  name: fc.constantFrom('Molenwijk', 'Oosterhaar'),
  hours: fc.integer({ min: 0, max: 40 }),
  photo: aPhoto,
})

/** What the titles of some of these entries say. */
const keys = [
  titleKey({ kind: 'organisation', name: titles[0] } as Organisation),
  titleKey({ kind: 'infoPage', title: titles[1] } as InfoPage),
  titleKey({ kind: 'article', title: titles[0], firstPublishedAt: moments[2] } as Article),
]

/** Every query with every argument that matters here. */
function questionsOf(site: Site): Map<string, () => unknown> {
  const years = [2025, 2026]
  const months = ['2025-12', '2026-01', '2026-03', '2026-04']
  const ask = {
    wijk: [[]],
    siteUrl: [[]],
    hub: [[]],
    today: [[]],
    year: [[]],
    halfYear: [[]],
    addresses: [[]],
    hasMoreAddressesThan: [[0], [3]],
    addressesOfYear: years.map((year) => [year]),
    addressesWithoutArticles: [[]],
    articles: [[]],
    latestArticles: [[1], [9]],
    latestFullArticles: [[2]],
    hasNewsOf: [[1], [90]],
    articleYears: [[]],
    articlesOfYear: years.map((year) => [year]),
    newsArticles: [[]],
    archiveYears: [[]],
    archivedArticles: years.map((year) => [year]),
    archiveBeside: years.map((year) => [year]),
    article: slugs.map((each) => [each]),
    neighboursOf: slugs.map((each) => [each]),
    articleBefore: slugs.map((each) => [each]),
    events: [[]],
    hasEvents: [[]],
    upcomingEvents: [[], [1]],
    soonestEvents: [[1], [3]],
    eventMonths: [[]],
    eventMonthsBeside: months.map((month) => [month]),
    eventsOfMonth: months.map((month) => [month]),
    isToday: [['2026-03-01'], ['2026-03-02']],
    agendaWeeks: [[]],
    agendaMonths: [[]],
    agendaWeeksBeside: [['2025-12-29'], ['2026-03-02']],
    agendaMonthsBeside: months.map((month) => [month]),
    agendaWeekFrom: months.map((month) => [`${month}-01`]),
    agendaMonthFrom: months.map((month) => [`${month}-01`]),
    eventsWithin: months.map((month) => [`${month}-01`, `${month}-28`]),
    agendaPlaces: [[]],
    agendaPlace: [['de-brug'], ['kiraat']],
    comingPlaces: [[1], [9]],
    eventsAt: [['de-brug'], ['kiraat']],
    newsTopics: [[]],
    agendaTopics: [[]],
    articlesAbout: [['green', 2]],
    fullArticlesAbout: [['green', 2]],
    eventsAbout: [['green']],
    calendarEventsAbout: [['green', 30]],
    calendarEvents: [[30]],
    calendarEventsOf: organisationIds.map((each) => [each, 30]),
    event: slugs.map((each) => [each]),
    comingTimes: slugs.map((each) => [each]),
    isOver: slugs.map((each) => [each]),
    organisations: [[]],
    hasOrganisations: [[]],
    fullOrganisations: [[]],
    organisation: slugs.map((each) => [each]),
    organisationById: organisationIds.map((each) => [each]),
    eventsOf: organisationIds.map((each) => [each]),
    nextTimesOf: organisationIds.flatMap((each) => [1, 9].map((count) => [each, count])),
    articlesOf: organisationIds.map((each) => [each, 2]),
    fullArticlesOf: organisationIds.map((each) => [each, 2]),
    notices: [[]],
    hasNotices: [[]],
    openNotices: [[], [1]],
    openNoticeKinds: [[]],
    openNoticesOfKind: [['request'], ['lost']],
    notice: slugs.map((each) => [each]),
    fulfilledNotices: [[]],
    businesses: [[]],
    hasBusinesses: [[]],
    fullBusinesses: [[]],
    business: slugs.map((each) => [each]),
    businessById: businessIds.map((each) => [each]),
    hasDeals: [[]],
    currentDeals: [[]],
    firstDeals: [1, 9].map((count) => [count]),
    dealsOf: businessIds.map((each) => [each]),
    persons: [[]],
    hasPersons: [[]],
    projects: [[]],
    hasProjects: [[]],
    project: slugs.map((each) => [each]),
    editions: [[]],
    hasEditions: [[]],
    newestEdition: [1, 60, 400].map((days) => [days]),
    edition: slugs.map((each) => [each]),
    editionById: editionIds.map((each) => [each]),
    articlesOfEdition: editionIds.map((each) => [each]),
    hasAdvertisements: [[]],
    currentAdvertisements: [[]],
    advertisementsOfToday: [[1], [2]],
    currentSponsoredArticles: [[]],
    currentAdvertisement: slugs.map((each) => [each]),
    formerPaths: [[]],
    formerPage: ['/nieuws/a/', '/b/', '/sponsors/a/', '/agenda/plek/k-raat/'].map((path) => [path]),
    placeAmongNamesakes: keys.flatMap((key) =>
      ['brug', 'winkel', 'i1', 'a1', 'x'].map((each) => [key, each]),
    ),
    organisationIds: [[]],
    infoPages: [[]],
    infoPage: slugs.map((each) => [each]),
    menu: [[]],
    titleOf: slugs.map((each) => [each]),
    languageOf: slugs.map((each) => [each]),
    searchSegments: [[]],
    searchSegment: ['altijd', '2025', '2026-1', '2025-1'].map((name) => [name]),
    entriesOfSegment: ['altijd', '2025', '2026-1', '2026-2'].map((name) => [name]),
    photo: photos.map((each) => [each]),
  } satisfies Record<keyof Site, readonly (readonly unknown[])[]>
  return new Map(
    Object.entries(ask).flatMap(([query, lists]) =>
      lists.map((args): [string, () => unknown] => [
        `${query}(${JSON.stringify(args)})`,
        () => (site[query as keyof Site] as (...args: readonly unknown[]) => unknown)(...args),
      ]),
    ),
  )
}

test('whatever changes, a site answers as one made of the newest content, and what could differ was told', () => {
  fc.assert(
    fc.property(fc.array(aChange, { minLength: 1, maxLength: 6 }), (changes) => {
      const siteUrl = 'https://wijk.example'
      let wijk = { name: 'Molenwijk' } as Wijk
      let now = '2026-03-01T08:00:00.000Z'
      const entries = new Map<EntryId, Entry>()
      const known: Record<string, SitePhoto> = {}
      let formerAddresses: readonly FormerAddress[] = []
      const { site, move } = createMovingSite({ wijk, siteUrl, now, entries: [], photos: {} })
      const questions = questionsOf(site)
      const before = new Map(Array.from(questions, ([name, ask]) => [name, watched(site, ask)]))
      // Of hundreds of thousands that are as they should be Vitest need not look how they differ.
      const wrong: object[] = []

      for (const { put, gone, name, hours, photo, formerAddresses: others } of changes) {
        const news = [...new Map(put.map((entry) => [entry.id, entry])).values()]
        const left = gone.filter((each) => !news.some((entry) => entry.id === each))
        if (name !== wijk.name) wijk = { name } as Wijk
        now = new Date(Date.parse(now) + hours * 3_600_000).toISOString()
        for (const each of left) entries.delete(each)
        for (const entry of news) entries.set(entry.id, entry)
        const added = photo
          ? { [`${photo.url}@1`]: { src: photo.url, width: 1, height: 1, bytes: 1, narrow: [] } }
          : {}
        Object.assign(known, added)
        formerAddresses = others ?? formerAddresses
        const moved = move({ wijk, now, put: news, gone: left, photos: added, formerAddresses: others })!

        const anew = questionsOf(
          createSite({ wijk, siteUrl, now, entries: [...entries.values()], photos: known, formerAddresses }),
        )
        for (const [name, ask] of questions) {
          const last = before.get(name)!
          const next = watched(site, ask)
          const answer = anew.get(name)!()
          if (!isDeepStrictEqual(next.answer, answer)) wrong.push({ name, told: next.answer, answer })
          const isSuspect =
            last.sources.some((source) => moved.sources.has(source)) ||
            (last.validUntil !== null && last.validUntil <= now)
          const [was, is] = [last, next].map((told) => [told.answer, told.validUntil])
          if (!isSuspect && !isDeepStrictEqual(is, was)) wrong.push({ name, was, is })
          before.set(name, next)
        }
      }
      expect(wrong).toEqual([])
    }),
    { numRuns: 300 },
  )
}, 60_000)

/** One a day, the first on 1 January 2025. */
const daily = (count: number): Article[] =>
  Array.from({ length: count }, (_, day) => {
    const firstPublishedAt = new Date(Date.UTC(2025, 0, 1 + day, 12)).toISOString()
    const called = {
      id: id(`dag-${day}`),
      slug: slug(`dag-${day}`),
      title: `Dag ${day}`,
      summary: '',
      body: [],
    }
    return {
      ...plain.article,
      kind: 'article',
      ...called,
      firstPublishedAt,
      updatedAt: firstPublishedAt,
      photo: null,
    }
  })

describe('the archive of news', () => {
  const input = { wijk: {} as Wijk, siteUrl: '', now: '2026-12-31T08:00:00.000Z', photos: {} }
  const listsOf = (site: Site) => {
    const years = site.archiveYears()
    const archived = years.map((year) => site.archivedArticles(year).map((one) => one.slug))
    return { news: site.newsArticles().map((one) => one.slug), years, archived }
  }

  test('begins when there is too much news, and takes many at a time', () => {
    const articles = daily(400)
    const { site, move } = createMovingSite({ ...input, entries: articles.slice(0, 180) })
    expect(listsOf(site)).toMatchObject({ years: [], archived: [] })
    const touchedAt = articles.slice(180).flatMap((article, more) => {
      const { sources } = move({ ...input, put: [article], gone: [] })!
      return sources.has('archive') ? [181 + more] : []
    })
    expect(touchedAt).toEqual([181, 231, 281, 331, 381])
    const { news, years, archived } = listsOf(site)
    expect([news.length, years, archived.map((one) => one.length)]).toEqual([150, [2025], [250]])
  })

  test('and the news have every article once, whichever come and go', () => {
    const articles = daily(400)
    fc.assert(
      fc.property(
        fc.integer({ min: 175, max: 390 }),
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 399 }), { maxLength: 60 }), { maxLength: 4 }),
        (count, changes) => {
          const there = new Set(articles.slice(0, count))
          const { site, move } = createMovingSite({ ...input, entries: [...there] })
          for (const places of changes) {
            const changed = places.map((place) => articles[place]!)
            const [gone, put] = [
              changed.filter((one) => there.has(one)),
              changed.filter((one) => !there.has(one)),
            ]
            for (const one of gone) there.delete(one)
            for (const one of put) there.add(one)
            move({ ...input, put, gone: gone.map((one) => one.id) })
            const lists = listsOf(site)
            const newestFirst = articles.filter((one) => there.has(one)).map((one) => one.slug)
            expect([...lists.news, ...lists.archived.flat()]).toEqual(newestFirst.toReversed())
            expect(lists).toEqual(listsOf(createSite({ ...input, entries: [...there] })))
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  test('of a year knows the years beside it, and no others', () => {
    const { site } = createMovingSite({ ...input, entries: daily(1200) })
    expect(site.archiveYears()).toEqual([2027, 2026, 2025])
    expect([2025, 2026, 2027].map((year) => site.archiveBeside(year))).toEqual([
      { newer: 2026, older: null },
      { newer: 2027, older: 2025 },
      { newer: null, older: 2026 },
    ])
    expect(site.articleYears()).toEqual([2028, 2027, 2026, 2025])
  })
})

test('an answer that was given stays as it was', () => {
  const page = (title: string) => ({
    kind: 'infoPage',
    id: 'i1',
    slug: 'a',
    title,
    body: [],
    position: 1,
    updatedAt: '',
  })
  const now = '2026-03-01T08:00:00.000Z'
  const wijk = {} as Wijk
  const input = { wijk, siteUrl: '', now, photos: {} }
  const { site, move } = createMovingSite({ ...input, entries: [page('Een') as unknown as InfoPage] })
  const given = site.infoPages()
  move({ ...input, put: [page('Twee') as unknown as InfoPage], gone: [] })
  expect([given[0]?.title, site.infoPages()[0]?.title]).toEqual(['Een', 'Twee'])
})

test('with the clock put back anything can be another', () => {
  const input = { wijk: {} as Wijk, siteUrl: '', photos: {}, entries: [] }
  const { move } = createMovingSite({ ...input, now: '2026-03-01T08:00:00.000Z' })
  expect(move({ ...input, now: '2026-03-01T07:00:00.000Z', put: [], gone: [] })).toBeNull()
})
