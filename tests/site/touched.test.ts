/** How far a change reaches: a publish renders the pages that show it, and few others. */
import { daysAfter, startOfDay, type Article, type Entry } from '@wijkpers/content'
import { createMovingSite, type FormerAddress, type MovingSite, type SiteInput } from '@wijkpers/content/site'
import { createPageGraph } from '@wijkpers/page-graph'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  anArticle,
  anEvent,
  anOrganisation,
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
  anEvent({ slug: slug('was'), startsAt: '2026-04-01T18:00:00.000Z', endsAt: null }),
]
const inputOf = (entries: readonly Entry[], now = NOON): SiteInput => aSiteInput({ entries, now })
const wijk = inputOf([]).wijk

/** A wijk as it is published again and again: it is told what changed. */
function aWijkInUse() {
  const graph = createPageGraph()
  let moving: MovingSite | null = null
  let before: readonly Entry[] = []
  let validUntil: string | null = null
  async function publish(
    entries: readonly Entry[],
    now = NOON,
    formerAddresses?: readonly FormerAddress[],
  ): Promise<string[]> {
    const put = entries.filter((entry) => !before.includes(entry))
    const gone = before.flatMap(({ id }) => (entries.some((entry) => entry.id === id) ? [] : id))
    const moved = moving?.move({ wijk, now, put, gone, photos: {}, formerAddresses }) ?? null
    moving ??= createMovingSite({ ...inputOf(entries, now), wijk })
    before = entries
    const update = await graph.update(moving.site, () => openSite('https://wijk.example'), moved)
    validUntil = update.validUntil
    return update.rendered.map(({ file }) => file).toSorted()
  }
  return Object.assign(publish, { validUntil: () => validUntil, validUntilOf: graph.validUntilOf })
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
      'nieuws/bericht-19/index.html',
      'nieuws/bericht-20/index.html',
      'nieuws/bericht-21/index.html',
      'nieuws/bericht-22/index.html',
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

test('a new article is six pages, and at most twelve files in all', async () => {
  const files = await publish([...base, anArticle({ slug: slug('nieuw'), firstPublishedAt: NOON })])
  expect(files.length).toBeLessThanOrEqual(12)
  expect(pagesOf(files)).toEqual([
    'archief/2026/index.html',
    'index.html',
    'insluiten/nieuws/index.html',
    'nieuws/bericht-300/index.html',
    'nieuws/index.html',
    'nieuws/nieuw/index.html',
  ])
})

test('one of an organisation is that, and the page and the two feeds of that organisation', async () => {
  const other = aWijkInUse()
  await other(base)
  const plain = await other([...base, anArticle({ slug: slug('nieuw'), firstPublishedAt: NOON })])
  const fresh = anArticle({ slug: slug('nieuw'), firstPublishedAt: NOON, organisation: organisation.id })
  const files = await publish([...base, fresh])
  expect(files.filter((file) => !plain.includes(file))).toEqual([
    `insluiten/organisaties/${organisation.id}/index.html`,
    'organisaties/de-brug/feed.json',
    'organisaties/de-brug/index.html',
    'organisaties/de-brug/rss.xml',
  ])
})

test('one about a topic is that, and the page, the list for other sites and the two feeds of that topic', async () => {
  const files = await publish([
    ...base,
    anArticle({ slug: slug('nieuw'), firstPublishedAt: NOON, topic: 'green' }),
  ])
  expect(files).toHaveLength(14)
  expect(files).toEqual(
    expect.arrayContaining([
      'insluiten/thema/groen-en-natuur/index.html',
      'thema/groen-en-natuur/feed.json',
      'thema/groen-en-natuur/index.html',
      'thema/groen-en-natuur/rss.xml',
    ]),
  )
  expect(pagesOf(files)).toHaveLength(8)
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
      'nieuws/bericht-19/index.html',
      'nieuws/bericht-20/index.html',
      'nieuws/bericht-21/index.html',
      'nieuws/bericht-22/index.html',
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
    expect(publish.validUntilOf('agenda/straks/index.html')).toBe(END)
    expect(publish.validUntilOf('nieuws/bericht-20/index.html')).toBeNull()
    expect(pagesOf(await publish(base, END))).toEqual([
      'agenda/archief/2026-04/index.html',
      'agenda/archief/2026-06/index.html',
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
