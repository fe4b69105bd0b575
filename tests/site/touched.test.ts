/** How far a change reaches: a publish renders the pages that show it, and few others. */
import {
  daysAfter,
  photosOf,
  shareCardPath,
  shareCardsOf,
  startOfDay,
  type Article,
  type Entry,
} from '@wijkpers/content'
import {
  createMovingSite,
  photoKey,
  sourcesOf,
  type FormerAddress,
  type MovingSite,
  type SiteInput,
  type SitePhoto,
} from '@wijkpers/content/site'
import { createPageGraph } from '@wijkpers/page-graph'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  anArticle,
  anEdition,
  anEvent,
  anOrganisation,
  aPhoto,
  aSiteInput,
  manyArticles,
  paragraphs,
} from '../../sites/wijk/src/testing/a-site.ts'
import { loadRenderer } from './render-site.ts'

const { openSite } = await loadRenderer()
const slug = (text: string) => text as Article['slug']
const organisation = anOrganisation()
const NOON = '2026-06-01T10:00:00.000Z'

const base: readonly Entry[] = [
  organisation,
  ...manyArticles(300, '2026-05-31', organisation.id),
  anArticle({ slug: slug('groen'), firstPublishedAt: '2024-01-01T10:00:00.000Z', topic: 'green' }),
  anEvent(),
  anEvent({ slug: slug('vandaag'), startsAt: '2026-06-01T18:00:00.000Z', endsAt: null }),
  anEvent({ slug: slug('straks'), startsAt: '2026-06-01T12:00:00.000Z', endsAt: '2026-06-01T14:00:00.000Z' }),
  anEvent({ slug: slug('later'), startsAt: '2026-09-01T18:00:00.000Z', endsAt: null }),
  anEvent({ slug: slug('lang-geleden'), startsAt: '2025-01-10T18:00:00.000Z', endsAt: null }),
  anEvent({ slug: slug('was'), startsAt: '2026-04-01T18:00:00.000Z', endsAt: null }),
]
const inputOf = (entries: readonly Entry[], now = NOON): SiteInput => aSiteInput({ entries, now })
const wijk = inputOf([]).wijk

/** The widths of every photo, as they are made of one that is wide enough. */
const photosFor = (entries: readonly Entry[]): Record<string, SitePhoto> =>
  Object.fromEntries(
    entries.flatMap(photosOf).map((photo) => {
      const src = `/foto/${photo.url.replaceAll(/\W/g, '')}`
      const narrow = [400, 800].map((width) => ({ src: `${src}-${width}.webp`, width }))
      return [photoKey(photo), { src: `${src}.webp`, width: 1200, height: 750, bytes: 34_508, narrow }]
    }),
  )

/** What a release has besides the pages of the graph: the cards of shared links, and photos. */
const mediaOf = (entries: readonly Entry[]): readonly string[] =>
  [
    ...shareCardsOf(wijk, entries).map(shareCardPath),
    ...Object.values(photosFor(entries)).flatMap(sourcesOf),
  ].map((path) => path.slice(1))

/** A wijk as it is published again and again: it is told what changed. */
function aWijkInUse() {
  const graph = createPageGraph()
  let moving: MovingSite | null = null
  let before: readonly Entry[] = []
  let validUntil: string | null = null
  /** Everything that the last publish put into the release. */
  let put: readonly string[] = []
  async function publish(
    entries: readonly Entry[],
    now = NOON,
    formerAddresses?: readonly FormerAddress[],
  ): Promise<string[]> {
    const fresh = entries.filter((entry) => !before.includes(entry))
    const gone = before.flatMap(({ id }) => (entries.some((entry) => entry.id === id) ? [] : id))
    const moved =
      moving?.move({ wijk, now, put: fresh, gone, photos: photosFor(fresh), formerAddresses }) ?? null
    moving ??= createMovingSite({ ...inputOf(entries, now), wijk, photos: photosFor(entries) })
    const media = new Set(mediaOf(before))
    const added = mediaOf(entries).filter((file) => !media.has(file))
    before = entries
    const update = await graph.update(moving.site, () => openSite('https://wijk.example'), moved)
    validUntil = update.validUntil
    const pages = update.rendered.map(({ file }) => file).toSorted()
    put = [...pages, ...added]
    return pages
  }
  return Object.assign(publish, {
    put: () => put,
    validUntil: () => validUntil,
  })
}

let publish: ReturnType<typeof aWijkInUse>
beforeEach(async () => {
  publish = aWijkInUse()
  await publish(base)
})

const edited = (name: string, change: object) =>
  base.map((entry) => (entry.slug === name ? Object.assign({ ...entry }, change) : entry))
const pagesOf = (files: readonly string[]) => files.filter((file) => file.endsWith('.html'))
const isOfSearch = (file: string) => /^zoeken\/.*\.json$/.test(file)
const withoutSearch = (files: readonly string[]) => files.filter((file) => !isOfSearch(file))

describe('an old article', () => {
  test('with another text is one page, and its date in the sitemap', async () => {
    const change = { body: paragraphs('Anders.'), updatedAt: NOON }
    const files = await publish(edited('bericht-20', change))
    expect(withoutSearch(files)).toEqual(['nieuws/bericht-20/index.html', 'sitemap.xml'])
    expect(files.filter((file) => isOfSearch(file) && !file.startsWith('zoeken/2025-'))).toEqual([])
  })

  test('with another title is the pages that show that title', async () => {
    const files = pagesOf(await publish(edited('bericht-20', { title: 'Anders', updatedAt: NOON })))
    expect(files).toEqual([
      'archief/2025/index.html',
      'nieuws/bericht-20/index.html',
      'nieuws/bericht-21/index.html',
    ])
  })

  test('with another title is at most six pages, also with an organisation, a topic and an edition', async () => {
    const club = anOrganisation({ slug: slug('club'), name: 'Club' })
    const edition = anEdition()
    const of = { organisation: club.id, topic: 'meeting', edition: edition.id }
    const before = [club, edition, ...edited('bericht-20', of)]
    await publish(before)
    const files = await publish([
      club,
      edition,
      ...edited('bericht-20', { ...of, title: 'Anders', updatedAt: NOON }),
    ])
    expect(pagesOf(files)).toEqual([
      'archief/2025/index.html',
      'nieuws/bericht-20/index.html',
      'nieuws/bericht-21/index.html',
      'organisaties/club/index.html',
      'thema/ontmoeten/index.html',
      `wijkkrant/${edition.slug}/index.html`,
    ])
  })
})

test('an edited text of a large wijk is one page, and the part of the sitemap that dates it', async () => {
  const old = manyArticles(800, '2025-03-31').map((article, age) =>
    anArticle({ slug: slug(`oud-${age}`), firstPublishedAt: article.firstPublishedAt }),
  )
  const large = aWijkInUse()
  await large([...base, ...old])
  const files = await large([...base, ...old.with(700, { ...old[700]!, updatedAt: NOON })])
  expect(withoutSearch(files)).toEqual(['nieuws/oud-700/index.html', 'sitemap-2023.xml'])
})

describe('a new article', () => {
  const edition = anEdition()
  const fresh = (change: Partial<Article>, at = NOON) =>
    anArticle({ slug: slug('nieuw'), title: 'Nieuw', firstPublishedAt: at, updatedAt: at, ...change })
  const photo = aPhoto({ url: '/uploads/nieuw.jpg' })
  const counted = () => ({ pages: pagesOf(publish.put()).length, files: publish.put().length })

  // Twelve files of a release, with the card and all widths of the photo; what has feeds of its own has two of them more.
  test.each<[string, Partial<Article>, { pages: number; files: number }]>([
    ['with a title and a text', {}, { pages: 4, files: 9 }],
    ['with a summary and a photo', { summary: 'Kort.', photo }, { pages: 4, files: 12 }],
    ['of an organisation', { organisation: organisation.id }, { pages: 5, files: 12 }],
    ['about a topic', { topic: 'green' }, { pages: 5, files: 12 }],
    ['that is the first about a topic', { topic: 'youth' }, { pages: 5, files: 12 }],
    ['that stood in the wijkkrant', { edition: edition.id }, { pages: 5, files: 10 }],
    ['of an organisation, with a photo', { organisation: organisation.id, photo }, { pages: 5, files: 15 }],
    [
      'of an organisation, about a topic',
      { organisation: organisation.id, topic: 'green' },
      { pages: 6, files: 15 },
    ],
    ['with all of that', { organisation: organisation.id, topic: 'green', photo }, { pages: 6, files: 18 }],
  ])('%s is so many pages, and files in all', async (_, change, expected) => {
    await publish([...base, edition])
    await publish([...base, edition, fresh(change)])
    expect(counted()).toEqual(expected)
  })

  test('is these pages: none of another article, and none of the archive', async () => {
    expect(pagesOf(await publish([...base, fresh({})]))).toEqual([
      'index.html',
      'insluiten/nieuws/index.html',
      'nieuws/index.html',
      'nieuws/nieuw/index.html',
    ])
  })

  test('that is the first of a year is as many as any other', async () => {
    const january = '2027-01-04T10:00:00.000Z'
    await publish(base, january)
    await publish([...base, fresh({}, january)], january)
    expect(counted()).toEqual({ pages: 4, files: 9 })
  })

  test('is as many where all news is of one day', async () => {
    const sameDay = base.map((entry) =>
      entry.kind === 'article' ? { ...entry, firstPublishedAt: '2026-05-31T10:00:00.000Z' } : entry,
    )
    await publish(sameDay)
    await publish([...sameDay, fresh({})])
    expect(counted()).toEqual({ pages: 4, files: 9 })
  })

  test('that takes fifty older ones out of the news, as one in fifty does, is two pages more at most', async () => {
    const old = manyArticles(29, '2025-05-31').map((article, age) =>
      anArticle({ slug: slug(`oud-${age}`), firstPublishedAt: article.firstPublishedAt }),
    )
    await publish([...base, ...old])
    const archives = pagesOf(await publish([...base, ...old, fresh({})])).filter((file) =>
      file.startsWith('archief/'),
    )
    expect(archives).toEqual(['archief/2025/index.html', 'archief/2026/index.html'])
    expect(counted()).toEqual({ pages: 6, files: 11 })
  })
})

describe('an event', () => {
  test('with another text is its page, the files for calendars and the sitemap', async () => {
    const files = await publish(edited('later', { body: paragraphs('Anders.'), updatedAt: NOON }))
    expect(files).toEqual([
      'agenda.ics',
      'agenda/later.ics',
      'agenda/later/index.html',
      'open-data/activiteiten.csv',
      'open-data/activiteiten.geojson',
      'sitemap.xml',
      'zoeken/2026-3.json',
    ])
  })

  test('that is cancelled is said to be wherever it stands', async () => {
    expect(pagesOf(await publish(edited('vandaag', { isCancelled: true })))).toEqual([
      'agenda/index.html',
      'agenda/maand/2026-06/index.html',
      'agenda/plek/molenplein/index.html',
      'agenda/vandaag/index.html',
      'agenda/week/2026-w23/index.html',
      'index.html',
      'insluiten/agenda/index.html',
    ])
  })
})

describe('an address that was left', () => {
  const article = base.find((entry): entry is Article => entry.slug === 'bericht-20')!
  const event = base.find(({ slug: of }) => of === 'later')!
  const wasAt = ({ kind, slug: of, id }: Entry): FormerAddress => ({ kind, slug: of, entry: id })

  test('is one page more than the pages that link to it', async () => {
    const files = pagesOf(
      await publish(edited('bericht-20', { slug: slug('anders') }), NOON, [wasAt(article)]),
    )
    expect(files).toEqual([
      'archief/2025/index.html',
      'nieuws/anders/index.html',
      'nieuws/bericht-20/index.html',
      'nieuws/bericht-21/index.html',
    ])
  })

  test('costs nothing when something else changes, however many there are', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ ...wasAt(event), slug: slug(`ooit-${n}`) }))
    await publish(base, NOON, many)
    const files = await publish(edited('bericht-20', { body: paragraphs('Anders.'), updatedAt: NOON }), NOON)
    expect(withoutSearch(files)).toEqual(['nieuws/bericht-20/index.html', 'sitemap.xml'])
  })

  test('follows what was there, and is told apart from what is there now', async () => {
    const isThere = async (entries: readonly Entry[], former?: readonly FormerAddress[]) =>
      pagesOf(await publish(entries, NOON, former)).includes('agenda/ooit/index.html')
    const former = [{ ...wasAt(event), slug: slug('ooit') }]
    expect(await isThere(base, former)).toBe(true)
    expect(await isThere(edited('later', { slug: slug('nog-later') }))).toBe(true)
    expect(await isThere(edited('later', { slug: slug('nog-later'), title: 'Anders' }))).toBe(false)
    expect(await isThere(base.filter((entry) => entry !== event))).toBe(true)
    expect(await isThere([...base, anEvent({ slug: slug('ooit') })])).toBe(true)
  })
})

test('an organisation with another text is its own page', async () => {
  const files = await publish(edited('de-brug', { body: paragraphs('Anders.') }))
  const ofItsOwn = ['agenda.ics', 'feed.json', 'index.html', 'rss.xml'].map(
    (file) => `organisaties/de-brug/${file}`,
  )
  expect(files).toEqual([
    'open-data/organisaties.csv',
    'open-data/organisaties.geojson',
    ...ofItsOwn,
    'zoeken/altijd.json',
  ])
})

describe('time', () => {
  const [END, MIDNIGHT] = ['2026-06-01T14:00:00.000Z', '2026-06-01T22:00:00.000Z']

  test('is no page as long as nothing ends', async () => {
    expect(await publish(base, '2026-06-01T13:59:59.999Z')).toEqual([])
  })

  test('that is the end of an event is its page, and the pages where it stood or will stand', async () => {
    expect(publish.validUntil()).toBe(END)
    expect(pagesOf(await publish(base, END))).toEqual([
      'agenda/archief/2026-04/index.html',
      'agenda/archief/2026-06/index.html',
      'agenda/archief/index.html',
      'agenda/index.html',
      'agenda/plek/molenplein/index.html',
      'agenda/straks/index.html',
      'index.html',
      'insluiten/agenda/index.html',
    ])
    expect(publish.validUntil()).toBe(MIDNIGHT)
  })

  test('of the next day is what shows days, and the page of what has just been', async () => {
    await publish(base, END)
    expect(pagesOf(await publish(base, MIDNIGHT))).toEqual([
      'agenda/archief/2026-06/index.html',
      'agenda/index.html',
      'agenda/maand/2026-06/index.html',
      'agenda/plek/molenplein/index.html',
      'agenda/vandaag/index.html',
      'agenda/week/2026-w23/index.html',
      'index.html',
      'insluiten/agenda/index.html',
    ])
  })

  test('is no page for a wijk without events: it is right until its news is old, and until a half year ends', async () => {
    const quiet = aWijkInUse()
    const entries = base.filter(({ kind }) => kind !== 'event')
    await quiet(entries)
    expect(quiet.validUntil()).toBe('2026-06-30T22:00:00.000Z')
    expect(await quiet(entries, '2026-06-02T10:00:00.000Z')).toEqual([])
    expect(await quiet(entries, '2026-06-30T22:00:00.000Z')).toEqual(['.well-known/security.txt'])
    expect(quiet.validUntil()).toBe('2026-08-29T10:00:00.000Z')
    expect(await quiet(entries, '2026-08-29T10:00:00.000Z')).toEqual(['index.html'])
    expect(quiet.validUntil()).toBe('2026-12-31T23:00:00.000Z')
    // What can be found is cut anew.
    expect(withoutSearch(await quiet(entries, '2026-12-31T23:00:00.000Z'))).toEqual([
      '.well-known/security.txt',
    ])
  })

  test.each([
    ['the day of 25 hours', '2026-10-25', '2026-10-25T00:59:59.000Z', '2026-10-25T23:00:00.000Z'],
    ['the last day of the year', '2026-12-31', '2026-12-31T12:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['the day of 23 hours', '2027-03-28', '2027-03-28T00:59:59.000Z', '2027-03-28T22:00:00.000Z'],
  ])('goes by the clock of the Netherlands: %s', async (_, day, now, midnight) => {
    const wijk = aWijkInUse()
    const entries = [anEvent({ slug: slug('feest'), startsAt: `${day}T18:00:00.000Z`, endsAt: null })]
    await wijk(entries, now)
    expect(wijk.validUntil()).toBe(midnight)
    expect(await wijk(entries, new Date(Date.parse(midnight) - 1).toISOString())).toEqual([])
    expect(pagesOf(await wijk(entries, midnight))).toContain('agenda/feest/index.html')
    expect(wijk.validUntil()).toBe(startOfDay(daysAfter(day, 61)))
  })
})
