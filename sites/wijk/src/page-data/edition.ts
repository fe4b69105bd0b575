import { blocksToHtml, shareCardOf, documentPath, pathOf, type EntryId, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { cardOf, type Card } from './card.ts'
import { longDay, shortDay, type Moment } from './dates.ts'
import { emptyEditions, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { pictureOf, type Picture } from './picture.ts'
import { storyOf } from './story.ts'
import { titleNote } from './title-note.ts'

export interface EditionsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly editions: readonly Card[]
  readonly empty: EmptyList | null
}

export interface EditionPage {
  readonly frame: Frame
  readonly title: string
  readonly number: string
  readonly published: Moment
  readonly summary: string
  /** The paper edition, to be downloaded; null without one. */
  readonly pdf: Link | null
  readonly picture: Picture | null
  /** What stood in it and is on the site as news. */
  readonly stories: readonly Card[]
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
}

export function editionsPage(site: Site): EditionsPage {
  const { name } = site.wijk()
  const editions = site.editions().map((edition) =>
    cardOf({
      href: pathOf(edition),
      title: edition.title,
      summary: edition.summary,
      published: longDay(edition.publicationDay),
      picture: pictureOf(site, edition.photo),
    }),
  )
  return {
    frame: frameOf(site, {
      path: '/wijkkrant/',
      title: texts.wijkkrant,
      description: texts.wijkkrantDescription(name),
    }),
    title: texts.wijkkrant,
    intro: editions.length > 0 ? texts.wijkkrantIntro(name) : '',
    editions,
    empty: editions.length > 0 ? null : emptyEditions(site),
  }
}

/** Throws when there is no such edition: its page is made from the list of editions. */
export function editionPage(site: Site, slug: Slug): EditionPage {
  const edition = site.edition(slug)
  if (!edition) throw new Error(`no edition with the slug ${slug}`)
  const { id, title, number, publicationDay, summary, body, pdf } = edition
  const picture = pictureOf(site, edition.photo)
  const published = longDay(publicationDay)
  const description = descriptionOf(summary, body, texts.editionDescription(title, published.text))
  return {
    frame: frameOf(site, {
      path: pathOf(edition),
      card: shareCardOf(edition, site.wijk()),
      title,
      titleNote: titleNote(site, edition, shortDay(publicationDay)),
      description,
      picture,
    }),
    title,
    number: number === null ? '' : texts.editionNumber(number),
    published,
    summary,
    pdf: pdf && { href: documentPath(pdf), title: texts.downloadPdf },
    picture,
    stories: site.articlesOfEdition(id).map((article) => storyOf(article)),
    body: blocksToHtml(body),
  }
}

/** The link to an edition; null without one, and when it is not published. */
export function editionLinkOf(site: Site, id: EntryId | null | undefined): Link | null {
  const edition = id ? site.editionById(id) : null
  return edition && { href: pathOf(edition), title: edition.title }
}
