/** An article as one item of a list. */
import { pathOf } from '@wijkpers/content'
import type { ArticleTeaser, Site } from '@wijkpers/content/site'
import { dayOfMonth, monthOf, shortDate, type Moment } from './dates.ts'
import { pictureOf, type Picture } from './picture.ts'

export interface Story {
  readonly href: string
  readonly title: string
  readonly summary: string
  readonly published: Moment
}

export interface PicturedStory extends Story {
  readonly picture: Picture | null
}

/** The stories that were first published in one month. */
export interface Month {
  /** 'november 2026' */
  readonly title: string
  /** For the address of the heading, such as `2026-11`. */
  readonly id: string
  readonly stories: readonly Story[]
}

/** The article as a story in a list that shows months as headings, or not. */
export function storyOf(article: ArticleTeaser, { inMonth = false } = {}): Story {
  const { title, summary, firstPublishedAt } = article
  const published = (inMonth ? dayOfMonth : shortDate)(firstPublishedAt)
  return { href: pathOf(article), title, summary, published }
}

/** The article as a story with its photo. */
export function picturedStoryOf(site: Site, article: ArticleTeaser): PicturedStory {
  return { ...storyOf(article), picture: pictureOf(site, article.photo) }
}

/** Stories by month, in the order of `articles`. */
export function monthsOf(articles: readonly ArticleTeaser[]): readonly Month[] {
  const months = Map.groupBy(articles, ({ firstPublishedAt }) => monthOf(firstPublishedAt))
  return [...months].map(([title, group]) => ({
    title,
    id: title.replaceAll(' ', '-'),
    stories: group.map((article) => storyOf(article, { inMonth: true })),
  }))
}
