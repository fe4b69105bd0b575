import type { Slug, WijkState } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anArticle, aNotice, aSite, manyArticles } from '../testing/a-site.ts'
import { archivePage, newsPage, type NewsPage } from './news.ts'
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
  /** From 17 September 2025 on. */
  const large = aSite({ entries: manyArticles(300, '2026-07-13') })
  const storiesOf = ({ months }: NewsPage) => months.flatMap(({ stories }) => stories)
  const linksOf = ({ archive }: NewsPage) => archive?.links.map(({ href }) => href)

  test('is not there while all news fits on one page', () => {
    const site = aSite({ entries: manyArticles(180, '2026-03-01') })
    expect(site.archiveYears()).toEqual([])
    expect(newsPage(site).archive).toBeNull()
  })

  test('has a page for every year of which not all news is on that page, which names them all', () => {
    expect(large.archiveYears()).toEqual([2026, 2025])
    expect(linksOf(newsPage(large))).toEqual(['/archief/2026/', '/archief/2025/'])
  })

  test('holds every article once that is not on the news page', () => {
    const pages = [newsPage(large), ...large.archiveYears().map((year) => archivePage(large, year))]
    const titles = pages.flatMap((page) => storiesOf(page).map(({ title }) => title))
    expect(new Set(titles).size).toBe(300)
    expect(titles).toHaveLength(300)
  })

  test('tells of each its title and day, and the news page of the newest what they are about', () => {
    const summaries = (page: NewsPage) => storiesOf(page).filter(({ summary }) => summary !== '').length
    expect(large.archiveYears().map((year) => summaries(archivePage(large, year)))).toEqual([0, 0])
    expect(summaries(newsPage(large))).toBe(50)
  })

  test('of a year leads to the years beside it, to the list of all, and to the news of after it', () => {
    const old = aSite({ entries: manyArticles(1_200, '2027-12-31') })
    expect([2026, 2025].map((year) => linksOf(archivePage(old, year)))).toEqual([
      ['/archief/2027/', '/archief/2025/', '/nieuws/#years'],
      ['/archief/2026/', '/archief/2024/', '/nieuws/#years'],
    ])
    expect(linksOf(archivePage(old, 2027))).toEqual(['/nieuws/', '/archief/2026/'])
  })

  test('counts an article of New Year, a quarter past midnight, to the new year', () => {
    const site = aSite({
      entries: [...manyArticles(300, '2026-12-31'), at('vuurwerk', '2025-12-31T23:15:00.000Z')],
    })
    expect(archivePage(site, 2026).months.at(-1)).toMatchObject({
      title: 'januari 2026',
      stories: [{ href: '/nieuws/vuurwerk/' }],
    })
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
  })

  test('is there before there is anything about it, to be followed, and is not to be found', () => {
    const { frame, empty, follow } = topicPage(aSite(), 'wonen-en-bouwen')
    expect([frame.isIndexed, follow.rss]).toEqual([false, '/thema/wonen-en-bouwen/rss.xml'])
    expect(empty?.link).toEqual({ href: '/nieuws/', title: 'Al het nieuws' })
    expect(
      topicPage(aSite({ entries: [anArticle({ topic: 'living' })] }), 'wonen-en-bouwen').empty,
    ).toBeNull()
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
