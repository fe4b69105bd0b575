/** News of a death: nothing that is paid for stands beside it. */
import type { Slug } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { anAdvertisement, anArticle, aSite } from '../testing/a-site.ts'
import { articlePage } from './article.ts'
import { newsFeed } from './feed.ts'
import { HOME_ARTICLES, homePage } from './home.ts'
import { newsPage } from './news.ts'
import { searchFile } from './search.ts'

const on = (day: number, over: Parameters<typeof anArticle>[0] = {}) =>
  anArticle({
    slug: `bericht-${day}` as Slug,
    title: `Bericht ${day}`,
    firstPublishedAt: `2026-05-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    ...over,
  })
const news = Array.from({ length: HOME_ARTICLES + 2 }, (_, before) => on(28 - before))
const paidOn = (firstDay: string) => anAdvertisement({ firstDay, advertisementKind: 'sponsoredArticle' })
const withDeathOn = (day: number, firstDay: string) =>
  aSite({
    entries: [
      ...news.map((article) =>
        article.slug === `bericht-${day}` ? { ...article, isInMemoriam: true } : article,
      ),
      paidOn(firstDay),
    ],
    now: '2026-06-01T10:00:00.000Z',
  })
const titlesOf = (site: Parameters<typeof newsFeed>[0]) =>
  (JSON.parse(newsFeed(site).json()) as { items: { title: string }[] }).items.map(({ title }) => title)

test('a front page with it shows nothing that is paid for, and does again when it is further down the news', () => {
  expect(homePage(withDeathOn(28, '2026-05-01')).advertisements).toEqual([])
  expect(homePage(withDeathOn(20, '2026-05-01')).advertisements).toEqual([])
  expect(homePage(withDeathOn(19, '2026-05-01')).advertisements).toHaveLength(1)
})

test('a feed leaves out what is paid for where that would stand next to it', () => {
  const count = news.length
  // Begun at midnight, so that it stands between the news of that day and of the day before.
  expect(titlesOf(withDeathOn(19, '2026-05-27'))).toHaveLength(count + 1)
  expect(titlesOf(withDeathOn(27, '2026-05-27'))).toHaveLength(count)
  expect(titlesOf(withDeathOn(26, '2026-05-27'))).toHaveLength(count)
})

test('it is said wherever it stands, and its page does not ask to be shared', () => {
  const site = withDeathOn(28, '2026-05-01')
  expect(homePage(site).lead?.label).toBe('In memoriam')
  expect(homePage(site).latest.stories.map(({ label }) => label)).not.toContain('In memoriam')
  expect(newsPage(site).months[0]?.stories[0]?.label).toBe('In memoriam')
  expect(searchFile(site, '2026-2.json').match(/"In memoriam"/g)).toHaveLength(1)
  expect(articlePage(site, 'bericht-28' as Slug).isInMemoriam).toBe(true)
})
