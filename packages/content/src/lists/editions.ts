import { daysAfter, startOfDay } from '../days.ts'
import type { Article, Edition } from '../entries.ts'
import type { Horizon } from '../horizon.ts'
import type { EntryId, Slug } from '../ids.ts'
import { createShelf, createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { articleTeaser, editionTeaser, type ArticleTeaser, type EditionTeaser } from '../teasers.ts'
import { byAge, ofKind, order, type List } from './list.ts'

/** What a page may ask of the wijkkrant. */
export interface Editions {
  /** All editions, newest first. */
  editions(): readonly EditionTeaser[]
  hasEditions(): boolean
  /** The newest edition that came out in the last `days` days; null when there is none. */
  newestEdition(days: number): EditionTeaser | null
  edition(slug: Slug): Edition | null
  editionById(id: EntryId): EditionTeaser | null
  /** The articles that stood in an edition, oldest first. */
  articlesOfEdition(id: EntryId): readonly ArticleTeaser[]
}

const byDay = (a: Edition, b: Edition) => order(b.publicationDay, a.publicationDay) || order(a.id, b.id)

export function editions(sources: Sources, horizon: () => Horizon): List<Editions> {
  const all = createShelf('editions', byDay, sources)
  const byId = createShelves('edition', ({ id }: Edition) => id, byDay, sources)
  const articles = createShelves(
    'articles of edition',
    ({ edition }: Article) => edition ?? null,
    byAge,
    sources,
  )
  return {
    queries: {
      editions: () => all.all().map(editionTeaser),
      newestEdition(days) {
        const newest = all
          .all()
          .find(({ publicationDay: day }) =>
            horizon().isBetween(startOfDay(day), startOfDay(daysAfter(day, days))),
          )
        return newest ? editionTeaser(newest) : null
      },
      hasEditions: () => all.slugs().length > 0,
      edition: (slug) => all.at(slug),
      editionById(id) {
        const [edition] = byId.of(id).all()
        return edition ? editionTeaser(edition) : null
      },
      articlesOfEdition: (id) => articles.of(id).all().toReversed().map(articleTeaser),
    },
    pages: [all],
    take(changes) {
      for (const shelf of [all, byId]) shelf.change(ofKind(changes, 'edition'))
      articles.change(ofKind(changes, 'article'))
    },
  }
}
