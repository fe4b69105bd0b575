import { blocksToHtml, shareCardOf, pathOf, type Article, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { isSameDay, longDate, longDay, shortDate, type Moment } from './dates.ts'
import { editionLinkOf } from './edition.ts'
import { descriptionOf, minutesOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { pictureOf, type Picture } from './picture.ts'
import type { Card } from './card.ts'
import { spokenIn, type Spoken } from './spoken.ts'
import { storyOf } from './story.ts'
import { titleNote } from './title-note.ts'
import { topicLinkOf } from './topic-link.ts'
import { newsArticle } from './structured-data.ts'

export interface ArticlePage {
  readonly frame: Frame
  readonly title: string
  readonly summary: string
  readonly spoken: Spoken
  /** It is about somebody who died. */
  readonly isInMemoriam: boolean
  readonly topic: Link | null
  /** Who wrote it; empty when nothing was said. */
  readonly author: string
  /** What was wrong in it, and since when that is said. */
  readonly correction: { readonly day: Moment; readonly text: string } | null
  readonly published: Moment
  /** Null when the text was not published anew on a later day. */
  readonly updated: Moment | null
  readonly readingTime: string | null
  readonly picture: Picture | null
  /** Safe HTML. */
  readonly body: string
  readonly organisation: Link | null
  /** The edition of the wijkkrant that it stood in. */
  readonly edition: Link | null
  /** The one before it in time. */
  readonly older: Card | null
  /** Where there is more of this: of its organisation, about its topic, and all news. */
  readonly more: readonly Link[]
  /** JSON-LD, safe inside a script element. */
  readonly structuredData: string
}

/** Throws when there is no such article: its page is made from the list of articles. */
export function articlePage(site: Site, slug: Slug): ArticlePage {
  const article = site.article(slug)
  if (!article) throw new Error(`no article with the slug ${slug}`)
  const { title, summary, body, firstPublishedAt, updatedAt } = article
  const picture = pictureOf(site, article.photo)
  const older = site.articleBefore(slug)
  const organisation = organisationLinkOf(site, article.organisation)
  const topic = topicLinkOf(article.topic)
  const minutes = minutesOf(body)
  const head = {
    path: pathOf(article),
    card: shareCardOf(article, site.wijk()),
    title,
    titleNote: titleNote(site, article, shortDate(firstPublishedAt).text),
    description: descriptionOf(summary, body, texts.homeDescription(site.wijk().name)),
    picture,
    article: { publishedAt: firstPublishedAt },
    updatedAt,
  }
  return {
    frame: frameOf(site, head),
    title,
    summary,
    spoken: spokenIn(article.language),
    isInMemoriam: article.isInMemoriam,
    topic,
    author: article.author,
    correction: article.correction && {
      day: longDay(article.correction.day),
      text: article.correction.text,
    },
    published: longDate(firstPublishedAt),
    updated: isUpdated(article) ? longDate(updatedAt) : null,
    readingTime: minutes > 0 ? texts.readingTime(minutes) : null,
    picture,
    body: blocksToHtml(body) || `<p>${texts.emptyArticle}</p>`,
    older: older && storyOf(older, { label: texts.older }),
    more: [
      ...(organisation ? [{ href: organisation.href, title: texts.moreOf(organisation.title) }] : []),
      ...(topic ? [{ href: topic.href, title: texts.moreAbout(topic.title) }] : []),
      { href: '/nieuws/', title: texts.allNews },
    ],
    organisation,
    edition: editionLinkOf(site, article.edition),
    structuredData: newsArticle(site, article, head.description, picture),
  }
}

function isUpdated({ firstPublishedAt, updatedAt }: Article): boolean {
  return updatedAt > firstPublishedAt && !isSameDay(firstPublishedAt, updatedAt)
}
