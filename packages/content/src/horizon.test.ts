import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOfDay } from './days.ts'
import type { Advertisement, Business, Deal, Entry, Event, Wijk } from './entries.ts'
import { createHorizon } from './horizon.ts'
import type { EntryId, Slug } from './ids.ts'
import { createSite, watched, type Site } from './site.ts'
import { plain } from './plain.ts'

const slug = (text: string) => text as Slug
const BRUG = 'organisatie1' as EntryId

const anEvent = (change: Partial<Event>): Event => ({
  kind: 'event',
  ...plain.event,
  id: `id-${change.slug}` as EntryId,
  slug: slug('feest'),
  title: 'Feest',
  summary: '',
  body: [],
  photo: null,
  startsAt: '2026-11-23T18:00:00.000Z',
  endsAt: null,
  isAllDay: false,
  place: '',
  price: '',
  isCancelled: false,
  organisation: null,
  updatedAt: '2026-05-01T09:00:00.000Z',
  ...change,
})

const aSite = (entries: readonly Entry[], now: string) =>
  createSite({ wijk: {} as Wijk, entries, siteUrl: 'https://wijk.example', now, photos: {} })

const untilOf = (site: Site, ask: (site: Site) => unknown) => watched(site, () => ask(site)).validUntil

test('the first instant to come counts; what has been, or begins right now, does not', () => {
  const horizon = createHorizon('2026-06-01T12:00:00+02:00')
  const { validUntil } = horizon.watch(() => {
    horizon.changesAt('2026-06-01T12:00:00.000Z')
    horizon.changesAt('2026-06-01T11:00:00.000Z')
    horizon.changesAt('2026-06-01T10:00:00.000Z')
  })
  expect(validUntil).toBe('2026-06-01T11:00:00.000Z')
  expect(horizon.watch(() => 1)).toEqual({ answer: 1, validUntil: null })
})

test('an answer inside another counts for both', () => {
  const horizon = createHorizon('2026-06-01T10:00:00.000Z')
  const outer = horizon.watch(() => {
    horizon.changesAt('2026-06-03T00:00:00.000Z')
    const inner = horizon.watch(() => horizon.changesAt('2026-06-02T00:00:00.000Z'))
    expect(inner.validUntil).toBe('2026-06-02T00:00:00.000Z')
    expect(horizon.watch(() => 1).validUntil).toBeNull()
  })
  expect(outer.validUntil).toBe('2026-06-02T00:00:00.000Z')
})

test.each([
  ['an ordinary day', '2026-06-30T10:00:00.000Z', '2026-06-30T22:00:00.000Z'],
  ['the day of 25 hours', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['the day of 23 hours', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
  ['the last day of the year', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z'],
])('today is right until midnight in the Netherlands: %s', (_, now, until) => {
  expect(untilOf(aSite([], now), (site) => site.today())).toBe(until)
})

test('what has to do with events is right until one of those it shows is over', () => {
  const now = '2026-11-23T12:00:00.000Z'
  const site = aSite(
    [
      anEvent({
        slug: slug('was'),
        startsAt: '2026-11-23T08:00:00.000Z',
        endsAt: '2026-11-23T09:00:00.000Z',
      }),
      anEvent({ slug: slug('nu'), endsAt: '2026-11-23T19:00:00.000Z', organisation: BRUG }),
      anEvent({ slug: slug('straks'), startsAt: '2026-12-01T08:00:00.000Z' }),
    ],
    now,
  )
  const [END, DECEMBER_2] = ['2026-11-23T19:00:00.000Z', startOfDay('2026-12-02')]
  expect(untilOf(site, (s) => s.upcomingEvents())).toBe(END)
  expect(untilOf(site, (s) => s.eventsOf(BRUG))).toBe(END)
  expect(untilOf(site, (s) => s.isOver(slug('nu')))).toBe(END)
  expect(untilOf(site, (s) => s.isOver(slug('was')))).toBeNull()
  expect(untilOf(site, (s) => s.eventsOfMonth('2026-11'))).toBe(END)
  expect(untilOf(site, (s) => s.eventMonths())).toBe(DECEMBER_2)
  expect(untilOf(site, (s) => s.calendarEvents(60))).toBe(startOfDay('2027-01-23'))
  for (const ask of [(s: Site) => s.events(), (s: Site) => s.addresses(), (s: Site) => s.event(slug('nu'))])
    expect(untilOf(site, ask)).toBeNull()
})

test('news is new for so many days, to the moment', () => {
  const article = { kind: 'article', ...plain.article, id: 'a', slug: 'a', title: 'A' }
  const entries = [{ ...article, firstPublishedAt: '2026-03-01T10:00:00.000Z' } as unknown as Entry]
  const site = (now: string) => aSite(entries, now)
  const END = '2026-05-30T10:00:00.000Z'
  expect(untilOf(site('2026-05-01T10:00:00.000Z'), (s) => s.hasNewsOf(90))).toBe(END)
  expect(site(justBefore(END)).hasNewsOf(90)).toBe(true)
  expect(site(END).hasNewsOf(90)).toBe(false)
  expect(untilOf(site(END), (s) => s.hasNewsOf(90))).toBeNull()
  expect(aSite([], END).hasNewsOf(90)).toBe(false)
})

test('a wijk without events is right for ever, unless a page asks which day it is', () => {
  const site = aSite([], '2026-11-23T12:00:00.000Z')
  expect(untilOf(site, (s) => [s.upcomingEvents(), s.eventMonths(), s.calendarEvents(60)])).toBeNull()
})

const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
const HOUR = 3_600_000
/** Around both switches of the clock and the year's end. */
const moments = fc
  .tuple(
    fc.constantFrom('2026-10-25T00:00:00.000Z', '2026-12-31T23:00:00.000Z', '2027-03-28T00:00:00.000Z'),
    fc.integer({ min: -80, max: 80 }),
  )
  .map(([around, hours]) => new Date(Date.parse(around) + hours * (HOUR / 2)).toISOString())
const anyEvent = fc
  .record({
    startsAt: moments,
    hours: fc.option(fc.integer({ min: 0, max: 60 })),
    isAllDay: fc.boolean(),
    isOfBrug: fc.boolean(),
  })
  .map(({ startsAt, hours, isAllDay, isOfBrug }) => ({
    startsAt,
    endsAt: hours === null ? null : new Date(Date.parse(startsAt) + hours * HOUR).toISOString(),
    isAllDay,
    organisation: isOfBrug ? BRUG : null,
  }))

const BAKERY = {
  kind: 'business',
  ...plain.business,
  id: 'bakkerij00001',
  slug: 'bakkerij',
  name: 'Bakkerij',
} as unknown as Business

/** A deal and an advertisement that run as long as an event. */
function paidAndOffered({ startsAt, endsAt }: Pick<Event, 'startsAt' | 'endsAt'>, n: number): Entry[] {
  const shared = { id: `id-${n}` as EntryId, slug: slug(`x${n}`), body: [], photo: null }
  const ends = endsAt ?? startsAt
  return [
    {
      ...shared,
      kind: 'deal',
      title: 'Koopje',
      startsAt,
      endsAt: ends,
      business: BAKERY.id,
    } as unknown as Deal,
    {
      ...shared,
      kind: 'advertisement',
      sponsor: 'Bakkerij',
      firstDay: startsAt.slice(0, 10),
      lastDay: ends.slice(0, 10),
    } as unknown as Advertisement,
  ]
}

/** Every query, with arguments that matter for these events. */
function answersOf(site: Site): Record<string, () => unknown> {
  const args: Partial<Record<keyof Site, readonly unknown[][]>> = {
    latestArticles: [[1]],
    latestFullArticles: [[1]],
    hasNewsOf: [[1], [90]],
    articlesOfYear: [[2026]],
    archivedArticles: [[2026]],
    archiveBeside: [[2026]],
    article: [['a0']],
    neighboursOf: [['a0']],
    articleBefore: [['a0']],
    upcomingEvents: [[], [1], [2]],
    soonestEvents: [[1], [2], [4]],
    eventMonthsBeside: [['2026-10'], ['2026-12'], ['2027-01']],
    eventsOfMonth: [['2026-10'], ['2026-12'], ['2027-01'], ['2027-03']],
    isToday: [['2026-11-30'], ['2026-12-01'], ['2027-03-28']],
    eventsWithin: [['2026-12-01', '2026-12-31']],
    agendaWeeksBeside: [['2026-11-30']],
    agendaMonthsBeside: [['2026-12']],
    agendaPlace: [['de-brug']],
    agendaWeekFrom: [['2026-12-01']],
    agendaMonthFrom: [['2026-12-01']],
    comingPlaces: [[1], [9]],
    eventsAt: [['de-brug']],
    articlesAbout: [['green', 2]],
    fullArticlesAbout: [['green', 2]],
    eventsAbout: [['green']],
    calendarEventsAbout: [
      ['green', 1],
      ['green', 60],
    ],
    calendarEvents: [[1], [60]],
    calendarEventsOf: [
      [BRUG, 1],
      [BRUG, 60],
    ],
    event: [['e0'], ['e1']],
    isOver: [['e0'], ['e1'], ['e2']],
    organisation: [['brug']],
    organisationById: [[BRUG]],
    eventsOf: [[BRUG]],
    articlesOf: [[BRUG, 1]],
    fullArticlesOf: [[BRUG, 1]],
    openNotices: [[], [1]],
    openNoticesOfKind: [['request']],
    notice: [['n0']],
    business: [['b0']],
    businessById: [['b0']],
    dealsOf: [['bakkerij00001']],
    project: [['p0']],
    edition: [['k0']],
    editionById: [['k0']],
    articlesOfEdition: [['k0']],
    currentAdvertisement: [['r0']],
    advertisementsOfToday: [[1], [3]],
    formerPage: [['/sponsors/r0/']],
    infoPage: [['p0']],
    titleOf: [['p0']],
    languageOf: [['p0']],
    searchSegment: [['altijd'], ['2026-4'], ['2026']],
    entriesOfSegment: [['altijd'], ['2025'], ['2026-4']],
    photo: [[{ url: '/a.jpg', version: '1' }]],
  }
  return Object.fromEntries(
    (Object.keys(site) as (keyof Site)[]).flatMap((query) =>
      (args[query] ?? [[]]).map((list) => [
        `${query}(${list.join(', ')})`,
        () => (site[query] as (...args: unknown[]) => unknown)(...list),
      ]),
    ),
  )
}

test('until its horizon every answer stays what it is, and it is never in the past', () => {
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 6 }),
      moments,
      fc.array(moments, { minLength: 1, maxLength: 8 }),
      (given, now, later) => {
        const entries = [
          BAKERY,
          ...given.map((event, n) => anEvent({ ...event, slug: slug(`e${n}`) })),
          ...given.flatMap((event, n) => paidAndOffered(event, n)),
        ]
        const site = aSite(entries, now)
        const answersAt = new Map<string, ReturnType<typeof answersOf>>()
        // Of hundreds of thousands that are as they should be Vitest need not look how they differ.
        const wrong: object[] = []
        for (const [query, ask] of Object.entries(answersOf(site))) {
          const { answer, validUntil } = watched(site, ask)
          if (validUntil !== null && validUntil <= now) wrong.push({ query, now, validUntil })
          const instants = validUntil === null ? later : [...later, justBefore(validUntil)]
          for (const at of instants) {
            if (at < now || (validUntil !== null && at >= validUntil)) continue
            if (!answersAt.has(at)) answersAt.set(at, answersOf(aSite(entries, at)))
            const answerLater = answersAt.get(at)![query]!()
            if (!isDeepStrictEqual(answerLater, answer)) wrong.push({ query, at, answer, answerLater })
          }
        }
        expect(wrong).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
