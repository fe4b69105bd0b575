import type { Slug, WijkState } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anArticle, aNotice, aSite, manyArticles } from '../testing/a-site.ts'
import { archivePage, archiveYears, NEWS_ARTICLES, newsPage, type NewsPage } from './news.ts'
import { noticeboardPage, noticePage } from './noticeboard.ts'
import { topicPage } from './topic.ts'

const at = (slug: string, firstPublishedAt: string) => anArticle({ slug: slug as Slug, firstPublishedAt })

test('news stands below its month, on the Dutch calendar', () => {
  const entries = [at('een', '2026-03-31T22:30:00.000Z'), at('twee', '2026-03-31T21:30:00.000Z')]
  const { months } = newsPage(aSite({ entries }))
  expect(months.map(({ title, id, stories }) => [title, id, stories[0]?.published?.text])).toEqual([
    ['april 2026', 'april-2026', '1 april'],
    ['maart 2026', 'maart-2026', '31 maart'],
  ])
})

test('a wijk without news says so in a sentence', () => {
  expect(newsPage(aSite())).toMatchObject({
    months: [],
    intro: '',
    empty: { title: 'Hier begint het nieuws' },
  })
})

describe('the archive', () => {
  const large = aSite({ entries: manyArticles(NEWS_ARTICLES + 1, '2026-03-01') })

  test('is not there while all news fits on one page', () => {
    const site = aSite({ entries: manyArticles(NEWS_ARTICLES, '2026-03-01') })
    expect(archiveYears(site)).toEqual([])
    expect(newsPage(site).archive).toBeNull()
  })

  test('has a page for every year once it does not', () => {
    expect(archiveYears(large)).toEqual([2026, 2025])
    expect(newsPage(large).archive?.links.map(({ href }) => href)).toEqual([
      '/archief/2026/',
      '/archief/2025/',
    ])
  })

  test('holds every article once', () => {
    const titles = archiveYears(large).flatMap((year) =>
      archivePage(large, year).months.flatMap(({ stories }) => stories.map(({ title }) => title)),
    )
    expect(new Set(titles).size).toBe(NEWS_ARTICLES + 1)
    expect(titles).toHaveLength(NEWS_ARTICLES + 1)
  })

  test('tells of each its title and day, and the news page of the newest what they are about', () => {
    const summaries = ({ months }: NewsPage) =>
      months.flatMap(({ stories }) => stories).filter(({ summary }) => summary !== '').length
    expect(archiveYears(large).map((year) => summaries(archivePage(large, year)))).toEqual([0, 0])
    expect(summaries(newsPage(large))).toBe(50)
  })

  test('of a year gone by asks for nothing that a new article changes', () => {
    const asked: string[] = []
    const watched = new Proxy(large, {
      get(site, query: keyof typeof large) {
        asked.push(query)
        return site[query]
      },
    })
    archivePage(watched, 2025)
    expect(asked).toContain('articlesOfYear')
    expect(asked).not.toContain('latestArticles')
    expect(asked).not.toContain('articles')
  })

  test('counts an article of New Year, a quarter past midnight, to the new year', () => {
    const site = aSite({
      entries: [...manyArticles(NEWS_ARTICLES, '2025-12-30'), at('vuurwerk', '2025-12-31T23:15:00.000Z')],
    })
    expect(archivePage(site, 2026).months).toMatchObject([
      { title: 'januari 2026', stories: [{ href: '/nieuws/vuurwerk/' }] },
    ])
  })
})

describe('the page of a topic', () => {
  const olderOf = (count: number) => {
    const entries = manyArticles(count).map((article) => Object.assign(article, { topic: 'green' as const }))
    const { stories, older } = topicPage(aSite({ entries }), 'groen-en-natuur')
    return [stories.length, ...older.map(({ href }) => href)]
  }

  test('with more news than it shows leads on to the rest', () => {
    expect(olderOf(60)).toEqual([60])
    expect(olderOf(61)).toEqual([60, '/nieuws/'])
    expect(olderOf(201)).toEqual([60, '/archief/2026/', '/archief/2025/'])
  })
})

test('the noticeboard shows the first of each kind, and leads on to all of them', () => {
  const notices = Array.from({ length: 20 }, (_, number) => aNotice({ slug: `n${number}` as Slug }))
  const [group] = noticeboardPage(aSite({ entries: notices })).groups
  expect(group?.notices).toHaveLength(12)
  expect(group?.all).toEqual({ href: '/prikbord/soort/gevraagd/', title: 'Gevraagd: alle 20 berichten' })
  expect(noticeboardPage(aSite({ entries: notices.slice(0, 12) })).groups[0]?.all).toBeNull()
})

test('nobody of a wijk that stands still promises to bring people together', () => {
  const answerIn = (state: WijkState) => {
    const wijk = { state, contactEmail: 'buurt@wijk.example' }
    return noticePage(aSite({ wijk, entries: [aNotice()] }), aNotice().slug).answer
  }
  expect(answerIn('active')?.contact?.email).toBe('buurt@wijk.example')
  for (const state of ['resting', 'archived'] as const)
    expect(answerIn(state)).toEqual({ text: expect.stringContaining('niemand'), contact: null })
})
