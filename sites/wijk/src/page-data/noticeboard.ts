import {
  blocksToHtml,
  NOTICE_KINDS,
  shareCardOf,
  pathOf,
  type NoticeKind,
  type Slug,
} from '@wijkpers/content'
import type { NoticeTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { cardOf, type Card } from './card.ts'
import { shortDate, type Moment } from './dates.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { contactFrom, contactOf, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import type { MenuItem } from './menu.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { isQuiet } from './quiet.ts'
import { pictureOf, type Picture } from './picture.ts'
import { spokenIn, type Spoken } from './spoken.ts'
import { titleNote } from './title-note.ts'

export interface NoticeboardPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  /** The kinds that one can look at by themselves. */
  readonly views: readonly MenuItem[]
  readonly groups: readonly NoticeGroup[]
  /** How often it went well; empty when it has yet to. */
  readonly fulfilled: string
  readonly empty: EmptyList | null
}

export interface NoticeGroup {
  readonly title: string
  readonly id: NoticeKind
  readonly notices: readonly Card[]
  /** Where all of them are; null when these are. */
  readonly all: Link | null
}

/** The noticeboard with notices of one kind only. */
export interface NoticeKindPage {
  readonly frame: Frame
  readonly title: string
  readonly views: readonly MenuItem[]
  readonly notices: readonly Card[]
}

export interface NoticePage {
  readonly frame: Frame
  readonly title: string
  readonly spoken: Spoken
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
  /** How to answer: to whoever left it, otherwise by way of the redactie, where there is one. */
  readonly answer: { readonly text: string; readonly contact: Contact | null } | null
}

/** How many of each kind the whole board shows, so that its page stays light; the others are on that of their kind. */
const NOTICES_OF_A_KIND = 12

export function noticeboardPage(site: Site): NoticeboardPage {
  const { name } = site.wijk()
  const byKind = Map.groupBy(site.openNotices(), ({ noticeKind }) => noticeKind)
  const count = site.fulfilledNotices()
  const groups = NOTICE_KINDS.flatMap((kind) => {
    const notices = byKind.get(kind)
    return notices
      ? [
          {
            title: texts.noticeKinds[kind],
            id: kind,
            notices: notices.slice(0, NOTICES_OF_A_KIND).map((notice) => cardOfNotice(site, notice)),
            all:
              notices.length > NOTICES_OF_A_KIND
                ? { href: kindPath(kind), title: texts.allOfKind(texts.noticeKinds[kind], notices.length) }
                : null,
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
    views: viewsOf(site, null),
    groups,
    fulfilled: count > 0 ? texts.fulfilledCount(count) : '',
    empty: groups.length > 0 ? null : emptyList(site, texts.noNotices),
  }
}

/** As an address has it, such as `gevraagd`; below a part of its own, because a notice may be called so too. */
const kindPath = (kind: NoticeKind) => `/prikbord/soort/${texts.noticeKinds[kind].toLowerCase()}/`

/** The pages that there are of one kind: of those with open notices. */
export function noticeKindPaths(site: Site): readonly string[] {
  return kindsOf(site).map(kindPath)
}

/** The notices of one kind, by its name in addresses. Throws when there is no such kind. */
export function noticeKindPage(site: Site, name: string): NoticeKindPage {
  const kind = NOTICE_KINDS.find((one) => kindPath(one) === `/prikbord/soort/${name}/`)
  if (!kind) throw new Error(`no kind of notices ${name}`)
  const title = texts.noticesOfKind(texts.noticeKinds[kind])
  return {
    frame: frameOf(site, {
      path: kindPath(kind),
      title,
      description: texts.noticesOfKindDescription(texts.noticeKinds[kind], site.wijk().name),
    }),
    title,
    views: viewsOf(site, kind),
    notices: site.openNoticesOfKind(kind).map((notice) => cardOfNotice(site, notice)),
  }
}

function kindsOf(site: Site): readonly NoticeKind[] {
  const open = new Set(site.openNoticeKinds())
  return NOTICE_KINDS.filter((kind) => open.has(kind))
}

/** All of it, and each kind by itself; none while there is but one kind. */
function viewsOf(site: Site, current: NoticeKind | null): readonly MenuItem[] {
  const kinds = kindsOf(site)
  if (current === null && kinds.length < 2) return []
  return [
    { href: '/prikbord/', title: texts.allKinds, current: current === null ? 'page' : undefined },
    ...kinds.map((kind) => ({
      href: kindPath(kind),
      title: texts.noticeKinds[kind],
      current: kind === current ? ('page' as const) : undefined,
    })),
  ]
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
      titleNote: titleNote(site, notice, shortDate(notice.firstPublishedAt).text),
      description,
      picture,
      updatedAt: notice.updatedAt,
    }),
    title,
    spoken: spokenIn(notice.language),
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
  if (isQuiet(site.wijk())) return { text: texts.answerNobody, contact: null }
  const contact = contactOf(site)
  return contact && { text: texts.answerByRedactie, contact }
}

function cardOfNotice(site: Site, notice: NoticeTeaser, label = ''): Card {
  const { title, summary, place, photo, firstPublishedAt, language } = notice
  return cardOf({
    href: pathOf(notice),
    label,
    title,
    summary,
    note: place,
    published: shortDate(firstPublishedAt),
    picture: pictureOf(site, photo),
    spoken: spokenIn(language),
  })
}
