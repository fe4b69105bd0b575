import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { emptyNews, type EmptyList } from './empty-list.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { topicLinks } from './topic-link.ts'
import type { MenuItem } from './menu.ts'
import { monthsOf, type Month } from './story.ts'

/** How many articles the news page lists; a wijk with more gets an archive by year, so that no page grows for ever. */
export const NEWS_ARTICLES = 200

/** Of how many of those more is told than title and day, so that the page stays light; of a year that has been, of none. */
const SUMMARISED_ARTICLES = 50

export interface NewsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly months: readonly Month[]
  readonly topics: readonly Link[]
  readonly archive: { readonly title: string; readonly links: readonly MenuItem[] } | null
  readonly empty: EmptyList | null
}

export function newsPage(site: Site): NewsPage {
  const { name } = site.wijk()
  const articles = site.latestArticles(NEWS_ARTICLES)
  return {
    frame: frameOf(site, { path: '/nieuws/', title: texts.news, description: texts.newsDescription(name) }),
    title: texts.news,
    intro: articles.length > 0 ? texts.newsIntro(name) : '',
    months: monthsOf(articles, SUMMARISED_ARTICLES),
    topics: topicLinks(site),
    archive: archiveOf(archiveYears(site), null),
    empty: articles.length > 0 ? null : emptyNews(site),
  }
}

/** The years that have a page of their own; none while all news fits on the news page. */
export function archiveYears(site: Site): readonly number[] {
  return site.hasMoreArticlesThan(NEWS_ARTICLES) ? site.articleYears() : []
}

export function archivePage(site: Site, year: number): NewsPage {
  const { name } = site.wijk()
  const path = archivePath(year)
  const title = texts.newsOfYear(year)
  return {
    frame: frameOf(site, { path, title, description: texts.archiveDescription(name, year) }),
    title,
    intro: '',
    months: monthsOf(site.articlesOfYear(year), 0),
    topics: [],
    // This page is there, so there is an archive; asking again would make every year depend on the newest article.
    archive: archiveOf(site.articleYears(), year),
    empty: null,
  }
}

/** Where all news is, by year: for a list of some of it. */
export function olderNews(site: Site): readonly Link[] {
  const years = archiveYears(site)
  if (years.length === 0) return [{ href: '/nieuws/', title: texts.allNews }]
  return years.map((year) => ({ href: archivePath(year), title: String(year) }))
}

/** The path of the archive page of a year. */
export function archivePath(year: number): string {
  return `/archief/${year}/`
}

function archiveOf(years: readonly number[], current: number | null): NewsPage['archive'] {
  if (years.length === 0) return null
  const links = years.map((year) => ({
    href: archivePath(year),
    title: String(year),
    current: year === current ? ('page' as const) : undefined,
  }))
  return { title: texts.olderNews, links }
}
