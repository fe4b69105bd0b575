import { describe, expect, test } from 'vitest'
import type { Article, Business, Deal, Entry, Event, Organisation, Wijk } from './entries.ts'
import type { EntryId, Slug } from './ids.ts'
import { createMovingSite, createSite, watched, type Site } from './site.ts'
import { plain } from './plain.ts'

const id = (text: string) => text as EntryId
const slug = (text: string) => text as Slug

const anArticle = (name: string, change: Partial<Article> = {}): Article => ({
  kind: 'article',
  ...plain.article,
  id: id(`article-${name}`),
  slug: slug(name),
  title: `Titel van ${name}`,
  summary: '',
  body: [],
  photo: null,
  firstPublishedAt: '2026-05-01T09:00:00.000Z',
  updatedAt: '2026-05-01T09:00:00.000Z',
  ...change,
})

const anEvent = (name: string, startsAt: string, change: Partial<Event> = {}): Event => ({
  kind: 'event',
  ...plain.event,
  id: id(`event-${name}`),
  slug: slug(name),
  title: `Titel van ${name}`,
  summary: '',
  body: [],
  photo: null,
  startsAt,
  endsAt: null,
  isAllDay: false,
  place: '',
  price: '',
  isCancelled: false,
  organisation: null,
  updatedAt: '2026-05-01T09:00:00.000Z',
  ...change,
})

const anOrganisation = (name: string, change: Partial<Organisation> = {}): Organisation => ({
  kind: 'organisation',
  ...plain.organisation,
  id: id(`organisation-${name}`),
  slug: slug(name),
  name,
  summary: '',
  body: [],
  photo: null,
  website: null,
  email: null,
  phone: null,
  updatedAt: '2026-05-01T09:00:00.000Z',
  ...change,
})

const aSite = (entries: readonly Entry[], now = '2026-11-23T12:00:00.000Z') =>
  createSite({ wijk: {} as Wijk, entries, siteUrl: 'https://wijk.example', now, photos: {} })

/** `count` articles, one an hour, named by their age: 0 is the newest. */
const aged = (count: number, organisationOf: (age: number) => string | null = () => null) =>
  Array.from({ length: count }, (_, age) =>
    anArticle(`a${age}`, {
      firstPublishedAt: new Date(Date.UTC(2026, 5, 1) - age * 3_600_000).toISOString(),
      organisation: organisationOf(age) as EntryId | null,
    }),
  )

const slugs = (list: readonly { readonly slug: Slug }[]) => list.map(({ slug }) => slug)

describe('a teaser', () => {
  test('is the same when only the body of its entry changed, and another one when its title did', () => {
    const article = anArticle('lente')
    const teaserOf = (entry: Article) => aSite([entry]).latestArticles(1)[0]
    expect(teaserOf({ ...article, body: [{ type: 'paragraph', children: [] }] })).toEqual(teaserOf(article))
    expect(teaserOf({ ...article, title: 'Anders' })).not.toEqual(teaserOf(article))
    expect(teaserOf(article)).not.toHaveProperty('id')
  })

  test('is the same object as long as its entry is', () => {
    const [article, event] = [anArticle('lente'), anEvent('feest', '2026-12-01T18:00:00.000Z')]
    const [one, other] = [aSite([article, event]), aSite([event, article], '2026-11-24T12:00:00.000Z')]
    expect(other.latestArticles(1)[0]).toBe(one.latestArticles(1)[0])
    expect(other.upcomingEvents()[0]).toBe(one.upcomingEvents()[0])
    expect(other.addresses()[0]).toBe(one.addresses()[0])
  })
})

test('today is the day in the Netherlands', () => {
  expect(aSite([], '2026-06-30T21:59:00.000Z').today()).toBe('2026-06-30')
  expect(aSite([], '2026-06-30T22:01:00.000Z').today()).toBe('2026-07-01')
})

test('what to read next is older, and does not change for any article when a new one comes', () => {
  const articles = aged(12)
  const fresh = anArticle('nieuw', { firstPublishedAt: '2026-07-01T00:00:00.000Z' })
  const [before, after] = [aSite(articles), aSite([fresh, ...articles])]
  expect(before.articleBefore(slug('a1'))?.slug).toBe('a2')
  expect([before.articleBefore(slug('a11')), before.articleBefore(slug('bestaat-niet'))]).toEqual([
    null,
    null,
  ])
  for (const article of articles)
    expect(after.articleBefore(article.slug)).toEqual(before.articleBefore(article.slug))
})

test('a deal is on the site for as long as the business is that offers it', () => {
  const called = (name: string) => ({ id: id(name), slug: slug(name), body: [], photo: null, updatedAt: '' })
  const business: Business = { ...plain.business, kind: 'business', ...called('bakker'), name: 'Bakker' }
  const [startsAt, endsAt] = ['2026-11-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z']
  const deal: Deal = {
    kind: 'deal',
    ...called('taart'),
    title: 'Taart',
    startsAt,
    endsAt,
    business: business.id,
  }
  const wijk = {} as Wijk
  const input = { wijk, siteUrl: '', now: '2026-11-23T12:00:00.000Z', photos: {} }
  const { site, move } = createMovingSite({ ...input, entries: [business, deal] })
  const deals = () =>
    [site.currentDeals(), site.firstDeals(3), site.dealsOf(business.id)].map((of) => of.length)
  const watching = watched(site, () => site.currentDeals())
  expect([deals(), site.hasDeals()]).toEqual([[1, 1, 1], true])
  const { sources } = move({ ...input, put: [], gone: [business.id] })!
  expect([deals(), site.hasDeals()]).toEqual([[0, 0, 0], false])
  expect(watching.sources.some((source) => sources.has(source))).toBe(true)
})

test('an info page whose address the site itself came to use is nowhere on it, and what moves there leaves it', () => {
  const page = (name: string): Entry => ({
    kind: 'infoPage',
    id: id('page'),
    slug: slug(name),
    title: 'Deel mee',
    body: [],
    position: 0,
    updatedAt: '2026-05-01T09:00:00.000Z',
  })
  const of = (site: Site) => [site.menu(), site.infoPages(), site.addresses(), site.searchSegments()]
  expect(of(aSite([page('deel')]))).toEqual(of(aSite([])))

  const input = {
    wijk: {} as Wijk,
    siteUrl: 'https://wijk.example',
    now: '2026-11-23T12:00:00.000Z',
    photos: {},
  }
  const { site, move } = createMovingSite({ ...input, entries: [page('meedoen')] })
  const { answer, sources } = watched(site, () => site.menu())
  expect(answer).toEqual(['meedoen'])
  const moved = move({ ...input, put: [page('deel')], gone: [] })
  expect(of(site)).toEqual(of(aSite([])))
  expect(sources.some((source) => moved?.sources.has(source))).toBe(true)
})

describe('events', () => {
  const past = anEvent('griezelen', '2026-10-31T17:00:00.000Z')
  const morning = anEvent('ochtend', '2026-11-23T08:00:00.000Z')
  const lecture = anEvent('lezing', '2026-11-23T10:00:00.000Z', { endsAt: '2026-11-23T12:00:00.000Z' })
  const wholeDay = anEvent('hele-dag', '2026-11-23T20:00:00.000Z', { isAllDay: true })
  const tomorrow = anEvent('morgen', '2026-11-24T08:00:00.000Z')
  const underway = anEvent('weken', '2026-11-01T09:00:00.000Z', { endsAt: '2026-11-30T16:00:00.000Z' })
  const earlier = anEvent('eerder', '2026-11-02T09:00:00.000Z')
  const site = aSite([tomorrow, morning, past, wholeDay, underway, earlier, lecture])

  test('are to come until they are over, those of whole days first on their day', () => {
    expect(slugs(site.upcomingEvents())).toEqual(['weken', 'hele-dag', 'ochtend', 'morgen'])
    expect(slugs(site.upcomingEvents(2))).toEqual(['weken', 'hele-dag'])
  })

  test('that go on for weeks do not take every place where there is room for a few', () => {
    const until = (endsAt: string) => ({ endsAt })
    const years = anEvent('jaar', '2026-03-01T09:00:00.000Z', until('2027-03-01T09:00:00.000Z'))
    const festival = anEvent('feest', '2026-11-22T09:00:00.000Z', until('2026-11-24T09:00:00.000Z'))
    const month = anEvent('maand', '2026-11-01T09:00:00.000Z', until('2026-11-29T09:00:00.000Z'))
    const long = [years, month, underway, festival]
    const few = (entries: readonly Event[], count: number) => slugs(aSite(entries).soonestEvents(count))
    expect(few([...long, wholeDay, morning, tomorrow], 3)).toEqual(['feest', 'hele-dag', 'ochtend'])
    expect(few([...long, wholeDay, morning, tomorrow], 5)).toEqual([
      'maand',
      'feest',
      'hele-dag',
      'ochtend',
      'morgen',
    ])
    expect(few(long, 2)).toEqual(['maand', 'feest'])
    expect(few([wholeDay, morning, tomorrow], 2)).toEqual(['hele-dag', 'ochtend'])
  })

  test('are past or to come, never both and never neither', () => {
    const gone = site.eventMonths().flatMap((month) => site.eventsOfMonth(month))
    expect(slugs([...gone, ...site.upcomingEvents()]).toSorted()).toEqual(slugs(site.events()).toSorted())
  })

  test('that are over stand in the month in which they began', () => {
    expect(site.eventMonths()).toEqual(['2026-11', '2026-10'])
    expect(slugs(site.eventsOfMonth('2026-11'))).toEqual(['eerder', 'lezing'])
    expect(site.eventsOfMonth('2026-12')).toEqual([])
  })

  test('with an end are over at that very moment, not before', () => {
    const just = aSite([lecture], '2026-11-23T11:59:59.999Z')
    expect([just.isOver(lecture.slug), site.isOver(lecture.slug)]).toEqual([false, true])
    expect(slugs(just.upcomingEvents())).toEqual(['lezing'])
    expect(just.eventMonths()).toEqual([])
  })

  test('without an end answer the same all day, and another thing the day after', () => {
    const late = aSite([morning, tomorrow], '2026-11-23T22:59:00.000Z')
    const nextDay = aSite([morning, tomorrow], '2026-11-23T23:01:00.000Z')
    expect([late.isOver(morning.slug), nextDay.isOver(morning.slug)]).toEqual([false, true])
    expect(slugs(late.upcomingEvents())).toEqual(['ochtend', 'morgen'])
    expect(slugs(nextDay.upcomingEvents())).toEqual(['morgen'])
  })

  test('stay in the calendar for as many days as were asked', () => {
    expect(slugs(site.calendarEvents(30))).toEqual([
      'griezelen',
      'weken',
      'eerder',
      'hele-dag',
      'ochtend',
      'lezing',
      'morgen',
    ])
    expect(slugs(site.calendarEvents(22))).not.toContain('griezelen')
  })

  test('an event on New Year, a quarter past midnight, is of the new year', () => {
    const newYear = aSite([anEvent('vuurwerk', '2025-12-31T23:15:00.000Z')])
    expect(newYear.eventMonths()).toEqual(['2026-01'])
  })
})

describe('an organisation', () => {
  const brug = anOrganisation('De Brug', { slug: slug('de-brug'), id: id('de-brug') })
  const entries = [
    anOrganisation('Zangkoor'),
    anOrganisation('Één voor allen'),
    anOrganisation('eetclub'),
    brug,
    ...aged(4, (age) => (age % 2 === 0 ? 'de-brug' : null)),
    anEvent('was', '2026-10-01T10:00:00.000Z', { organisation: brug.id }),
    anEvent('komt', '2026-12-01T10:00:00.000Z', { organisation: brug.id }),
    anEvent('van-niemand', '2026-12-02T10:00:00.000Z'),
  ]
  const site = aSite(entries)

  test('stands by its name, as a Dutch reader looks for it', () => {
    expect(site.organisations().map(({ name }) => name)).toEqual([
      'De Brug',
      'Één voor allen',
      'eetclub',
      'Zangkoor',
    ])
  })

  test('has what it organises, when that is to come, and what was written of it', () => {
    expect(slugs(site.eventsOf(brug.id))).toEqual(['komt'])
    expect(slugs(site.articlesOf(brug.id, 1))).toEqual(['a0'])
    expect(slugs(site.articlesOf(brug.id, 9))).toEqual(['a0', 'a2'])
  })

  test('is linked to by its name only, so that another text leaves those pages as they are', () => {
    expect(site.organisationById(brug.id)).toEqual({ kind: 'organisation', slug: 'de-brug', name: 'De Brug' })
    expect(site.organisationById(id('weg'))).toBeNull()
  })
})

test('every entry has one address, with the moment of its last change', () => {
  const site = aSite([
    anArticle('lente'),
    anEvent('feest', '2026-12-01T18:00:00.000Z', { updatedAt: '2026-06-01T09:00:00.000Z' }),
    anOrganisation('brug'),
  ])
  expect(site.addresses()).toEqual([
    { path: '/nieuws/lente/', updatedAt: '2026-05-01T09:00:00.000Z' },
    { path: '/agenda/feest/', updatedAt: '2026-06-01T09:00:00.000Z' },
    { path: '/organisaties/brug/', updatedAt: '2026-05-01T09:00:00.000Z' },
  ])
})
