import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { topicLinks } from './topic-link.ts'
import { monthsOf, type Month } from './story.ts'

/** Of how many articles on the news page more is told than title and day, so that the page stays light; of a year that has been, of none. */
const SUMMARISED_ARTICLES = 50

export interface NewsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly months: readonly Month[]
  readonly topics: readonly Link[]
  readonly archive: { readonly title: string; readonly links: readonly Link[] } | null
  readonly empty: EmptyList | null
}

export function newsPage(site: Site): NewsPage {
  const { name } = site.wijk()
  const articles = site.newsArticles()
  return {
    frame: frameOf(site, { path: '/nieuws/', title: texts.news, description: texts.newsDescription(name) }),
    title: texts.news,
    intro: articles.length > 0 ? texts.newsIntro(name) : '',
    months: monthsOf(articles, SUMMARISED_ARTICLES),
    topics: topicLinks(site.newsTopics()),
    archive: archiveOf(texts.olderNews, site.archiveYears().map(yearLink)),
    empty: articles.length > 0 ? null : emptyList(site, texts.noNews),
  }
}

/** The articles of a year that are not on the news page any more. It leads to the years beside it: the list of all would make every year anew when one comes. */
export function archivePage(site: Site, year: number): NewsPage {
  const { name } = site.wijk()
  const path = archivePath(year)
  const title = texts.newsOfYear(year)
  const { newer, older } = site.archiveBeside(year)
  return {
    frame: frameOf(site, { path, title, description: texts.archiveDescription(name, year) }),
    title,
    intro: newer === null ? texts.notYetArchived : '',
    months: monthsOf(site.archivedArticles(year), 0),
    topics: [],
    archive: archiveOf(texts.moreNews, [
      newer === null ? { href: '/nieuws/', title: texts.newestNews } : yearLink(newer),
      ...(older === null ? [] : [yearLink(older)]),
      ...(newer === null ? [] : [{ href: '/nieuws/#years', title: texts.allYears }]),
    ]),
    empty: null,
  }
}

/** The path of the archive page of a year. */
export function archivePath(year: number): string {
  return `/archief/${year}/`
}

const yearLink = (year: number): Link => ({ href: archivePath(year), title: String(year) })

function archiveOf(title: string, links: readonly Link[]): NewsPage['archive'] {
  return links.length === 0 ? null : { title, links }
}
