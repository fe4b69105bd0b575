/** An article as one item of a list. */
import { pathOf } from '@wijkpers/content'
import type { ArticleTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { cardOf, type Card } from './card.ts'
import { dayOfMonth, monthOf, shortDate } from './dates.ts'
import { pictureOf } from './picture.ts'
import { spokenIn } from './spoken.ts'

/** The stories that were first published in one month. */
export interface Month {
  /** 'november 2026' */
  readonly title: string
  /** For the address of the heading, such as `2026-11`. */
  readonly id: string
  readonly stories: readonly Card[]
}

/** The article as a story in a list that shows months as headings, or not. */
export function storyOf(article: ArticleTeaser, { inMonth = false, label = labelOf(article) } = {}): Card {
  const { title, summary, firstPublishedAt, language } = article
  const published = (inMonth ? dayOfMonth : shortDate)(firstPublishedAt)
  return cardOf({ href: pathOf(article), label, title, summary, published, spoken: spokenIn(language) })
}

const labelOf = ({ isInMemoriam }: ArticleTeaser) => (isInMemoriam ? texts.inMemoriam : '')

/** The article as a story with its photo. */
export function picturedStoryOf(site: Site, article: ArticleTeaser): Card {
  return { ...storyOf(article), picture: pictureOf(site, article.photo) }
}

/** Stories by month, in the order of `articles`; of the first `summarised` it is told what they are about, of the others title and day. */
export function monthsOf(articles: readonly ArticleTeaser[], summarised: number): readonly Month[] {
  const told = articles.map((one, place) => (place < summarised ? one : { ...one, summary: '' }))
  const months = Map.groupBy(told, ({ firstPublishedAt }) => monthOf(firstPublishedAt))
  return [...months].map(([title, group]) => ({
    title,
    id: title.replaceAll(' ', '-'),
    stories: group.map((article) => storyOf(article, { inMonth: true })),
  }))
}
