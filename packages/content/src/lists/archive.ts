import type { Article } from '../entries.ts'
import { createShelves, type Shelf } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { articleTeaser, datedAddress, type ArticleTeaser, type DatedAddress } from '../teasers.ts'
import { byAge, ofKind, type List } from './list.ts'

/**
 * What a page may ask of the news by year. Every article stands in one list: among the news, or in the archive of its
 * year. The oldest of the news go to the archive many at a time, so that a new article leaves the archive as it is.
 */
export interface Archive {
  /** The years in which articles were first published, newest first. */
  articleYears(): readonly number[]
  /** The articles of one such year, newest first. */
  articlesOfYear(year: number): readonly ArticleTeaser[]
  /** The addresses of those, with their last change. */
  addressesOfYear(year: number): readonly DatedAddress[]
  /** The articles that are not in the archive, newest first: at most `MOST_NEWS` of them. */
  newsArticles(): readonly ArticleTeaser[]
  /** The years of which there are articles in the archive, newest first. */
  archiveYears(): readonly number[]
  /** The articles of one year that are in the archive, newest first. */
  archivedArticles(year: number): readonly ArticleTeaser[]
  /** The years with an archive after and before this one. */
  archiveBeside(year: number): { readonly newer: number | null; readonly older: number | null }
}

/** From one more than so many on, the oldest go to the archive. */
const MOST_NEWS = 180

/** How many go there at a time: so rarely does a new article change the archive. */
const ARCHIVED_AT_A_TIME = 50

/** The year on the calendar of the Netherlands: on New Year's Eve that is one hour ahead of UTC, in every year. */
function yearOf({ firstPublishedAt }: Article): number {
  const year = Number(firstPublishedAt.slice(0, 4))
  return firstPublishedAt.slice(5, 13) === '12-31T23' ? year + 1 : year
}

/** `articles` has all of them, and takes in a change before this does. Source: `archive`, for which those are that went there. */
export function archive(sources: Sources, articles: Shelf<Article>): List<Archive> {
  const byYear = createShelves('articles by year', yearOf, byAge, sources)
  /** The newest one in the archive. */
  let newest: Article | null = null

  const isArchived = (article: Article) => newest !== null && byAge(article, newest) >= 0
  const yearsOf = () => byYear.keys().toSorted((a, b) => b - a)
  function archiveYears(): readonly number[] {
    sources.note('archive')
    return newest === null ? [] : yearsOf().filter((year) => year <= yearOf(newest!))
  }

  return {
    queries: {
      articleYears: yearsOf,
      articlesOfYear: (year) => byYear.of(year).all().map(articleTeaser),
      addressesOfYear: (year) => byYear.of(year).all().map(datedAddress),
      newsArticles: () => articles.all().slice(0, countOfNews(articles.slugs().length)).map(articleTeaser),
      archiveYears,
      archivedArticles(year) {
        sources.note('archive')
        return byYear.of(year).all().filter(isArchived).map(articleTeaser)
      },
      archiveBeside(year) {
        const years = archiveYears()
        return {
          newer: years.findLast((one) => one > year) ?? null,
          older: years.find((one) => one < year) ?? null,
        }
      },
    },
    // They have their pages as articles.
    pages: [],
    take(changes) {
      const ofArticles = ofKind(changes, 'article')
      if (ofArticles.length === 0) return
      byYear.change(ofArticles)
      const all = articles.all()
      const next = all[countOfNews(all.length)] ?? null
      if (next !== newest) sources.touch('archive')
      newest = next
    },
  }
}

/** How many of so many articles are not in the archive. */
function countOfNews(all: number): number {
  const tooMany = Math.max(0, all - MOST_NEWS)
  return all - Math.ceil(tooMany / ARCHIVED_AT_A_TIME) * ARCHIVED_AT_A_TIME
}
