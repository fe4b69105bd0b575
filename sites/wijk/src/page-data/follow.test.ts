import { TOPICS, type Slug } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { anArticle, anEvent, anOrganisation, aSite } from '../testing/a-site.ts'
import { organisationIcs, topicIcs } from './calendar.ts'
import { organisationFeed, topicFeed } from './feed.ts'
import { feedsOpml, followPage } from './follow.ts'

const brug = anOrganisation()
const other = anOrganisation({ slug: 'koor' as Slug, name: 'Koor' })
const site = aSite({
  entries: [
    brug,
    other,
    anArticle({ slug: 'van-de-brug' as Slug, organisation: brug.id }),
    anArticle({ slug: 'van-het-koor' as Slug, organisation: other.id, topic: 'green' }),
    anEvent({ slug: 'feest' as Slug, organisation: brug.id, topic: 'meeting' }),
    anEvent({ slug: 'concert' as Slug, organisation: other.id }),
  ],
})

test('an organisation has a feed and a calendar with what is its own, and nothing else', () => {
  const feed = JSON.parse(organisationFeed(site, brug.slug).json()) as { items: { url: string }[] }
  expect(feed.items.map(({ url }) => url)).toEqual(['https://wijk.example/nieuws/van-de-brug/'])
  const calendar = organisationIcs(site, brug.slug)
  expect(calendar).toContain('URL:https://wijk.example/agenda/feest/')
  expect(calendar).not.toContain('/agenda/concert/')
})

test('so has a topic that there is something about', () => {
  const feed = JSON.parse(topicFeed(site, 'groen-en-natuur').json()) as { items: object[] }
  expect(feed.items).toMatchObject([
    { url: 'https://wijk.example/nieuws/van-het-koor/', tags: ['Groen en natuur'] },
  ])
  expect(topicIcs(site, 'ontmoeten')).toContain('URL:https://wijk.example/agenda/feest/')
  expect(topicIcs(site, 'groen-en-natuur')).not.toContain('BEGIN:VEVENT')
})

test('the page and the list name every feed there is', () => {
  // A topic can be followed before there is anything about it.
  const topics = followPage(site).topics.map(({ news, agenda }) => [news.rss, agenda.href])
  expect(topics).toHaveLength(TOPICS.length)
  expect(topics).toContainEqual([
    '/thema/groen-en-natuur/rss.xml',
    'webcal://wijk.example/thema/groen-en-natuur/agenda.ics',
  ])
  expect(followPage(site).organisations.map(({ news, agenda }) => [news.rss, agenda.href])).toEqual([
    ['/organisaties/de-brug/rss.xml', 'webcal://wijk.example/organisaties/de-brug/agenda.ics'],
    ['/organisaties/koor/rss.xml', 'webcal://wijk.example/organisaties/koor/agenda.ics'],
  ])
  expect(feedsOpml(site).match(/xmlUrl="[^"]*"/g)).toHaveLength(3 + TOPICS.length)
})

test('a wijk that never had an agenda says nothing of one', () => {
  expect(followPage(aSite()).agenda).toBeNull()
})

test('where else the wijk is to be found is said', () => {
  const mastodon = { network: 'mastodon', url: 'https://wijk.example/@molenwijk' } as const
  expect(followPage(aSite({ wijk: { socialLinks: [mastodon] } })).elsewhere).toEqual([
    { href: mastodon.url, title: 'Mastodon' },
  ])
})
