import { blocksToHtml, shareCardOf, pathOf, type NoticeKind, type Slug } from '@wijkpers/content'
import type { NoticeTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { cardOf, type Card } from './card.ts'
import { shortDate, type Moment } from './dates.ts'
import { emptyNoticeboard, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { contactFrom, contactOf, frameOf, type Contact, type Frame, type Link } from './frame.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { pictureOf, type Picture } from './picture.ts'

export interface NoticeboardPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly groups: readonly NoticeGroup[]
  /** How often it went well; empty when it has yet to. */
  readonly fulfilled: string
  readonly empty: EmptyList | null
}

export interface NoticeGroup {
  readonly title: string
  readonly id: NoticeKind
  readonly notices: readonly Card[]
}

export interface NoticePage {
  readonly frame: Frame
  readonly title: string
  readonly label: string
  readonly summary: string
  readonly fulfilled: { readonly title: string; readonly text: string } | null
  readonly place: string
  readonly contactName: string
  readonly published: Moment
  readonly organisation: Link | null
  readonly picture: Picture | null
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
  /** How to answer: to whoever left it, otherwise by way of the redactie. */
  readonly answer: { readonly text: string; readonly contact: Contact | null } | null
}

const KINDS: readonly NoticeKind[] = ['request', 'offer', 'giveaway', 'lost', 'found']

export function noticeboardPage(site: Site): NoticeboardPage {
  const { name } = site.wijk()
  const byKind = Map.groupBy(site.openNotices(), ({ noticeKind }) => noticeKind)
  const count = site.fulfilledNotices()
  const groups = KINDS.flatMap((kind) => {
    const notices = byKind.get(kind)
    return notices
      ? [
          {
            title: texts.noticeKinds[kind],
            id: kind,
            notices: notices.map((notice) => cardOfNotice(site, notice)),
          },
        ]
      : []
  })
  return {
    frame: frameOf(site, {
      path: '/prikbord/',
      title: texts.noticeboard,
      description: texts.noticeboardDescription(name),
    }),
    title: texts.noticeboard,
    intro: groups.length > 0 ? texts.noticeboardIntro(name) : '',
    groups,
    fulfilled: count > 0 ? texts.fulfilledCount(count) : '',
    empty: groups.length > 0 ? null : emptyNoticeboard(site),
  }
}

/** The `count` newest notices that are open, each with what kind it is. */
export function noticesOf(site: Site, count: number): readonly Card[] {
  return site
    .openNotices(count)
    .map((notice) => cardOfNotice(site, notice, texts.noticeKinds[notice.noticeKind]))
}

/** Throws when there is no such notice: its page is made from the list of notices. */
export function noticePage(site: Site, slug: Slug): NoticePage {
  const notice = site.notice(slug)
  if (!notice) throw new Error(`no notice with the slug ${slug}`)
  const { title, summary, body, noticeKind, contactEmail, contactPhone, isFulfilled } = notice
  const picture = pictureOf(site, notice.photo)
  const label = texts.noticeKinds[noticeKind]
  const description = descriptionOf(summary, body, texts.noticeDescription(label, title))
  return {
    frame: frameOf(site, {
      path: pathOf(notice),
      card: shareCardOf(notice, site.wijk()),
      title: `${label}: ${title}`,
      description,
      picture,
    }),
    title,
    label,
    summary,
    fulfilled: isFulfilled ? { title: texts.fulfilled, text: texts.fulfilledText } : null,
    place: notice.place,
    contactName: notice.contactName,
    published: shortDate(notice.firstPublishedAt),
    organisation: organisationLinkOf(site, notice.organisation),
    picture,
    body: blocksToHtml(body),
    answer: isFulfilled ? null : answerOf(site, contactFrom(contactEmail, contactPhone)),
  }
}

function answerOf(site: Site, own: Contact | null): NoticePage['answer'] {
  if (own) return { text: texts.answerDirect, contact: own }
  const contact = contactOf(site)
  return contact && { text: texts.answerByRedactie, contact }
}

function cardOfNotice(site: Site, notice: NoticeTeaser, label = ''): Card {
  const { title, summary, place, photo, firstPublishedAt } = notice
  return cardOf({
    href: pathOf(notice),
    label,
    title,
    summary,
    note: place,
    published: shortDate(firstPublishedAt),
    picture: pictureOf(site, photo),
  })
}
