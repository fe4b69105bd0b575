import {
  blocksToHtml,
  shareCardOf,
  documentPath,
  pathOf,
  type Document,
  type EntryId,
  type Slug,
} from '@wijkpers/content'
import type { EditionTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { cardOf, type Card } from './card.ts'
import { longDay, shortDay, type Moment } from './dates.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { contactOf, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { pictureOf, type Picture } from './picture.ts'
import { isQuiet } from './quiet.ts'
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
  /** The paper edition, to be downloaded, with its size; null without one. */
  readonly pdf: (Link & { readonly size: string }) | null
  /** Set when there is nothing to read but the PDF. */
  readonly pdfAlone: { readonly text: string; readonly contact: Contact | null } | null
  readonly picture: Picture | null
  /** What stood in it and is on the site as news. */
  readonly stories: readonly Card[]
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
}

export function editionsPage(site: Site): EditionsPage {
  const { name } = site.wijk()
  const editions = site.editions().map((edition) => cardOfEdition(edition, pictureOf(site, edition.photo)))
  return {
    frame: frameOf(site, {
      path: '/wijkkrant/',
      title: texts.wijkkrant,
      description: texts.wijkkrantDescription(name),
    }),
    title: texts.wijkkrant,
    intro: editions.length > 0 ? texts.wijkkrantIntro(name) : '',
    editions,
    empty: editions.length > 0 ? null : emptyList(site, texts.noEditions),
  }
}

/** With `picture`, its front page, where it is one of many of its kind. */
export function cardOfEdition(edition: EditionTeaser, picture: Picture | null = null): Card {
  const { title, summary, publicationDay } = edition
  return cardOf({ href: pathOf(edition), title, summary, published: longDay(publicationDay), picture })
}

/** Throws when there is no such edition: its page is made from the list of editions. */
export function editionPage(site: Site, slug: Slug): EditionPage {
  const edition = site.edition(slug)
  if (!edition) throw new Error(`no edition with the slug ${slug}`)
  const { id, title, number, publicationDay, summary, body, pdf } = edition
  const picture = pictureOf(site, edition.photo)
  const published = longDay(publicationDay)
  const stories = site.articlesOfEdition(id).map((article) => storyOf(article))
  const text = blocksToHtml(body)
  const description = descriptionOf(summary, body, texts.editionDescription(title, published.text))
  return {
    frame: frameOf(site, {
      path: pathOf(edition),
      card: shareCardOf(edition, site.wijk()),
      title,
      titleNote: titleNote(site, edition, shortDay(publicationDay)),
      description,
      picture,
      updatedAt: edition.updatedAt,
    }),
    title,
    number: number === null ? '' : texts.editionNumber(number),
    published,
    summary,
    pdf: pdf && { href: documentPath(pdf), title: texts.downloadPdf, size: sizeOf(pdf) },
    pdfAlone: pdf && text === '' && stories.length === 0 ? pdfAloneOf(site, pdf) : null,
    picture,
    stories,
    body: text,
  }
}

/** 'pdf, 2,3 MB': so that nobody has to find out what it costs. */
function sizeOf({ bytes }: Document): string {
  if (!bytes) return texts.pdf
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${oneDecimal.format(bytes / 1e6)} MB`
  return `${texts.pdf}, ${size}`
}

const oneDecimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** Who does not see a PDF is told what to expect of it, and whom to ask for its text, where somebody is there to give it. */
function pdfAloneOf(site: Site, { isTagged = null }: Document): EditionPage['pdfAlone'] {
  const contact = isQuiet(site.wijk()) ? null : contactOf(site)
  const readOut = isTagged === null ? texts.pdfUnknown : isTagged ? texts.pdfTagged : texts.pdfUntagged
  return { text: `${texts.pdfAlone} ${readOut}${contact ? ` ${texts.pdfAsk}` : ''}`, contact }
}

/** The link to an edition; null without one, and when it is not published. */
export function editionLinkOf(site: Site, id: EntryId | null | undefined): Link | null {
  const edition = id ? site.editionById(id) : null
  return edition && { href: pathOf(edition), title: edition.title }
}
