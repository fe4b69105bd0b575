import { blocksToText, isSlug, pathOf, type BlockNode, type Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import type { DemoEntry } from './demo-wijk.ts'
import { generateWijk } from './generate.ts'

const now = new Date('2026-11-23T09:00:00+01:00')
const make = (pages: number, seed = 1) => generateWijk({ slug: 'grote-wijk', pages, seed, now })
const addressOf = ({ kind, slug }: DemoEntry) => pathOf({ kind, slug: slug as Slug })
/** Deals and persons stand on the page of their list. */
const hasOwnPage = ({ kind }: DemoEntry) => kind !== 'deal' && kind !== 'person'
const wordsOf = (body: readonly BlockNode[]) => blocksToText(body).split(/\s+/).length

describe('a wijk of 600 pages', () => {
  const { wijk, entries } = make(600)
  const articles = entries.filter((entry) => entry.kind === 'article')

  test('has a name from its address and an address at a domain for examples', () => {
    expect(wijk).toMatchObject({
      slug: 'grote-wijk',
      name: 'Grote wijk',
      contactEmail: 'redactie@grote-wijk.example',
    })
  })

  const events = entries.filter((entry) => entry.kind === 'event')
  const organisations = entries.filter((entry) => entry.kind === 'organisation')

  test('has 513 articles, 50 events, 9 organisations, 4 info pages and 24 of other lists, each at an address of its own', () => {
    expect([articles.length, events.length, organisations.length, entries.length]).toEqual([513, 50, 9, 600])
    expect(new Set(entries.filter(hasOwnPage).map(addressOf)).size).toBe(600 - 2 - 3)
    expect(entries.filter(({ slug }) => !isSlug(slug))).toEqual([])
  })

  test('keeps to the rules of the CMS and leaves no fact open', () => {
    for (const { title, summary, body } of articles) {
      expect(title.length).toBeLessThanOrEqual(120)
      expect(summary.length).toBeLessThanOrEqual(300)
      expect(`${title} ${summary} ${blocksToText(body)}`).not.toMatch(/[{}]|undefined|\*\*/)
    }
  })

  test('every article has 80 to 400 words and few share their text', () => {
    const lengths = articles.map(({ body }) => wordsOf(body))
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400)
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length)
    expect(new Set(articles.map(({ body }) => blocksToText(body))).size).toBe(articles.length)
  })

  test('articles lie behind us, newest first, spread over years', () => {
    const moments = articles.map(({ firstPublishedAt }) => firstPublishedAt)
    expect(moments).toEqual(moments.toSorted().toReversed())
    expect(Date.parse(moments[0]!)).toBeLessThan(now.getTime())
    expect(new Set(moments.map((moment) => moment.slice(0, 4))).size).toBeGreaterThanOrEqual(4)
  })

  test('events lie on both sides of now, some of them cancelled or all day, none ending before it starts', () => {
    const coming = events.filter(({ startsAt }) => Date.parse(startsAt) > now.getTime())
    expect(coming.length).toBeGreaterThan(10)
    expect(coming.length).toBeLessThan(40)
    expect(events.some(({ cancelled }) => cancelled)).toBe(true)
    expect(events.some(({ allDay }) => allDay)).toBe(true)
    expect(events.filter(({ startsAt, endsAt }) => endsAt !== null && endsAt <= startsAt)).toEqual([])
    expect(JSON.stringify(events)).not.toMatch(/[{]\w+[}]|undefined/)
  })

  test('what names an organisation belongs to one that is there, before it in the list', () => {
    const known = new Set(organisations.map(({ slug }) => slug))
    const belonging = [...articles, ...events].flatMap(({ organisation }) => organisation ?? [])
    expect(belonging.length).toBeGreaterThan(30)
    expect(belonging.filter((slug) => !known.has(slug))).toEqual([])
    expect(entries.slice(0, organisations.length)).toEqual(organisations)
  })

  test('about one in five has a picture, with what can be seen on it', () => {
    const photos = articles.flatMap(({ photo }) => photo ?? [])
    expect(photos.length / articles.length).toBeGreaterThan(0.13)
    expect(photos.length / articles.length).toBeLessThan(0.27)
    expect(photos.every(({ alt }) => alt.length > 40)).toBe(true)
    expect(new Set(photos.map(({ picture }) => picture)).size).toBeGreaterThan(8)
  })
})

test('the same options give the same wijk, another seed another one', () => {
  expect(make(60)).toEqual(make(60))
  expect(make(60, 2).entries).not.toEqual(make(60).entries)
})

test.each([1, 4, 5, 12, 100])('%i pages are %i entries', (pages) => {
  expect(make(pages).entries).toHaveLength(pages)
})

test('no address is taken twice among five thousand', () => {
  const { entries } = make(5000, 7)
  expect(new Set(entries.filter(hasOwnPage).map(addressOf)).size).toBe(5000 - 2 - 3)
})

test.each([
  ['an address with a capital', { slug: 'Wijk', pages: 10 }, /‘Wijk’ cannot be the address/],
  ['no pages', { slug: 'wijk', pages: 0 }, /pages is 0/],
  ['half a page', { slug: 'wijk', pages: 2.5 }, /pages is 2.5/],
])('%s is refused', (_, options, message) => {
  expect(() => generateWijk({ ...options, seed: 1, now })).toThrow(message)
})
