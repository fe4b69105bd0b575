import { readdir } from 'node:fs/promises'
import { blocksToText, isSlug, pathOf, RESERVED_SLUGS, type BlockNode, type Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { PICTURES } from './pictures.ts'
import type { DemoArticle } from './demo-wijk.ts'
import { demoWijken, type DemoEntry } from './wijken.ts'

const now = new Date('2026-11-23T09:00:00+01:00')
const wijken = await demoWijken(now)
const addressOf = ({ kind, slug }: DemoEntry) => pathOf({ kind, slug: slug as Slug })
/** Deals and persons stand on the page of their list. */
const hasOwnPage = ({ kind }: DemoEntry) => kind !== 'deal' && kind !== 'person'
/** Articles with a file of their own; the others of Molenwijk are put together from parts. */
const written = new Map(
  await Promise.all(
    wijken.map(async ({ wijk: { slug } }) => {
      const files = await readdir(new URL(`${slug}/nieuws/`, import.meta.url))
      return [slug, new Set(files.map((file) => file.replace('.md', '')))] as const
    }),
  ),
)
const wordsOf = (body: readonly BlockNode[]) => blocksToText(body).split(/\s+/).length

function linksOf(body: readonly BlockNode[]): string[] {
  return Array.from(JSON.stringify(body).matchAll(/"url":"([^"]+)"/g), ([, url]) => url!)
}

const people = (...names: string[]) => names.map((name) => `${name}@wijkpers.test`)

test('there is a lively wijk, a village and one that has just begun', () => {
  const counts = wijken.map(({ wijk, entries }) => [
    wijk.slug,
    entries.filter(({ kind }) => kind === 'article').length,
    entries.filter(({ kind }) => kind === 'infoPage').length,
    entries.filter(({ kind }) => kind === 'event').length,
    entries.filter(({ kind }) => kind === 'organisation').length,
    // Of everything else there is something in the lively wijk, and a few in the village.
    ...(
      ['notice', 'business', 'deal', 'person', 'liveabilityProject', 'edition', 'advertisement'] as const
    ).map((list) => entries.filter(({ kind }) => kind === list).length),
    wijk.editors,
  ])
  expect(counts).toEqual([
    ['molenwijk', 212, 7, 15, 8, 9, 6, 3, 4, 4, 3, 2, people('anna', 'sam', 'petra', 'coach')],
    ['eskerveen', 12, 4, 8, 3, 2, 2, 1, 1, 1, 0, 0, people('bram', 'petra', 'coach')],
    ['rietzoom', 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, []],
  ])
})

test('the same now gives the same content, and a later now moves every day along', async () => {
  expect(await demoWijken(now)).toEqual(wijken)
  const [later] = await demoWijken(new Date('2027-05-02T09:00:00+02:00'))
  const newest = later!.entries.find(({ kind }) => kind === 'article')
  expect(newest).toMatchObject({ firstPublishedAt: '2027-04-30T07:15:00.000Z' })
})

test.each(['2026-01-01T00:00:00Z', '2026-03-28T12:00:00Z', '2026-12-24T12:00:00Z', '2028-02-29T12:00:00Z'])(
  'at %s the agenda of the lively wijk has what was, what comes, days on end and what is cancelled',
  async (moment) => {
    const at = new Date(moment).getTime()
    const [molenwijk] = await demoWijken(new Date(moment))
    const events = molenwijk!.entries.filter((entry) => entry.kind === 'event')
    const coming = events.filter(({ startsAt }) => Date.parse(startsAt) > at)
    expect(
      coming.filter(({ startsAt }) => Date.parse(startsAt) < at + 8 * 86_400_000).length,
    ).toBeGreaterThan(3)
    expect(events.length - coming.length).toBeGreaterThan(3)
    expect(coming.some(({ cancelled }) => cancelled)).toBe(true)
    expect(coming.some(({ allDay, endsAt }) => allDay && endsAt === null)).toBe(true)
    expect(
      coming.some(
        ({ startsAt, endsAt }) => endsAt !== null && Date.parse(endsAt) - Date.parse(startsAt) > 86_400_000,
      ),
    ).toBe(true)
  },
)

test.each(['2026-01-01T00:00:00Z', '2026-03-29T01:30:00Z', '2026-08-13T22:30:00Z', '2028-02-29T12:00:00Z'])(
  'at %s every article is in the past, within 30 months, at a moment of its own',
  async (moment) => {
    const at = new Date(moment)
    for (const { entries } of await demoWijken(at)) {
      const moments = entries.flatMap((entry) => (entry.kind === 'article' ? [entry.firstPublishedAt] : []))
      expect(new Set(moments).size).toBe(moments.length)
      for (const published of moments) {
        expect(Date.parse(published)).toBeLessThan(at.getTime())
        expect(Date.parse(published)).toBeGreaterThan(at.getTime() - 914 * 86_400_000)
      }
    }
  },
)

describe.each(wijken)('$wijk.slug', ({ wijk, entries }) => {
  test('keeps to the rules of the CMS', () => {
    expect(isSlug(wijk.slug)).toBe(true)
    expect(wijk.colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(wijk.tagline.length).toBeLessThanOrEqual(120)
    expect(wijk.welcome.length).toBeLessThanOrEqual(1000)
    expect(wijk.cbsCode ?? 'WK999900').toMatch(/^(WK9999\d\d|BU9999\d{4})$/)
    expect(entries.filter(({ slug }) => !isSlug(slug))).toEqual([])
    const articles = entries.filter((entry) => entry.kind === 'article')
    const infoPages = entries.filter((entry) => entry.kind === 'infoPage')
    expect(articles.filter(({ title, summary }) => title.length > 120 || summary.length > 300)).toEqual([])
    expect(infoPages.filter(({ title }) => title.length > 80)).toEqual([])
    expect(entries.filter(({ kind, slug }) => RESERVED_SLUGS[kind]?.has(slug))).toEqual([])
    const addresses = entries.filter(hasOwnPage).map(addressOf)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('every article that was written is a story of 120 to 500 words, with a title and a summary of its own', () => {
    const articles = entries.filter(
      (entry) => entry.kind === 'article' && written.get(wijk.slug)!.has(entry.slug),
    ) as DemoArticle[]
    expect(articles).toHaveLength(written.get(wijk.slug)!.size)
    const lengths = articles.map(({ slug, body }) => ({ slug, words: wordsOf(body) }))
    expect(lengths.filter(({ words }) => words < 120 || words > 500)).toEqual([])
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length)
    expect(new Set(articles.map(({ summary }) => summary)).size).toBe(articles.length)
  })

  test('every event says where it is and when, and goes on for no longer than it should', () => {
    for (const event of entries.filter((entry) => entry.kind === 'event')) {
      expect(event.title.length).toBeLessThanOrEqual(120)
      expect(event.place).not.toBe('')
      const end = event.endsAt ?? event.startsAt
      expect(Date.parse(end)).toBeGreaterThanOrEqual(Date.parse(event.startsAt))
      expect(Date.parse(end) - Date.parse(event.startsAt)).toBeLessThan(3 * 86_400_000)
    }
  })

  test('what belongs to an organisation belongs to one of this wijk, that comes before it', () => {
    const slugs = entries.flatMap((entry) => (entry.kind === 'organisation' ? [entry.slug] : []))
    expect(entries.slice(0, slugs.length).map(({ slug }) => slug)).toEqual(slugs)
    const belonging = entries.flatMap((entry) => ('organisation' in entry ? (entry.organisation ?? []) : []))
    expect(belonging.length).toBeGreaterThan(0)
    expect(belonging.filter((slug) => !slugs.includes(slug))).toEqual([])
  })

  test('what a deal, an advertisement or an article points at comes before it', () => {
    const before = new Set<string>()
    const missing: string[] = []
    for (const entry of entries) {
      const links = [
        ...('business' in entry && entry.business ? [`business ${entry.business}`] : []),
        ...('edition' in entry && entry.edition ? [`edition ${entry.edition}`] : []),
      ]
      missing.push(...links.filter((link) => !before.has(link)))
      before.add(`${entry.kind} ${entry.slug}`)
    }
    expect(missing).toEqual([])
  })

  test('every picture exists and is told in Dutch', () => {
    const photos = entries.flatMap((entry) => ('photo' in entry && entry.photo ? [entry.photo] : []))
    for (const { picture, alt } of photos) {
      expect(PICTURES).toContain(picture)
      expect(alt.length).toBeGreaterThan(40)
    }
  })

  test('every link leads somewhere: to a page of this wijk, or to a made-up mail address', () => {
    const addresses = new Set(['/', '/nieuws/', ...entries.map(addressOf)])
    const links = entries.flatMap(({ body }) => linksOf(body))
    expect(
      links.filter((url) => !addresses.has(url) && !/^mailto:[a-z]+@[a-z]+\.example$/.test(url)),
    ).toEqual([])
  })

  test('nobody can be reached by accident: only numbers in an area code that is not in use', () => {
    const text = JSON.stringify([wijk, entries])
    const numbers = Array.from(text.matchAll(/\b0\d[\d -]{6,}\d\b/g), ([number]) => number)
    expect(numbers.filter((number) => !number.startsWith('019-555 0'))).toEqual([])
    expect(
      Array.from(text.matchAll(/[\w.]+@[\w.]+\w/g), ([mail]) => mail).filter(
        (mail) => !/\.(example|test)$/.test(mail),
      ),
    ).toEqual([])
  })

  test('no markup or unfilled day is left in the words', () => {
    const markup = /\*\*|[{}]|\]\(|^#|^>/m
    expect(entries.filter(({ body }) => markup.test(blocksToText(body))).map(({ slug }) => slug)).toEqual([])
  })
})

test('one article has emoji, and one has a title that fills its space', () => {
  const titles = wijken.flatMap(({ entries }) =>
    entries.map((entry) => ('name' in entry ? entry.name : entry.title)),
  )
  expect(titles.filter((title) => /\p{Extended_Pictographic}/u.test(title))).toHaveLength(1)
  expect(Math.max(...titles.map(({ length }) => length))).toBeGreaterThan(100)
})
