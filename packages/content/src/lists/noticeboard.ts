import type { Notice, NoticeKind } from '../entries.ts'
import type { Slug } from '../ids.ts'
import { createShelf, createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { noticeTeaser, type Address, type NoticeTeaser } from '../teasers.ts'
import { byAge, ofKind, type List } from './list.ts'

/** What a page may ask of the noticeboard. */
export interface Noticeboard {
  /** The addresses of all notices, also of those that went well. */
  notices(): readonly Address<'notice'>[]
  hasNotices(): boolean
  /** The notices that are still open, newest first; all of them, or the first `count`. */
  openNotices(count?: number): readonly NoticeTeaser[]
  /** The kinds of which there are open notices, in no order. */
  openNoticeKinds(): readonly NoticeKind[]
  /** Those of one kind that are still open, newest first. */
  openNoticesOfKind(kind: NoticeKind): readonly NoticeTeaser[]
  notice(slug: Slug): Notice | null
  /** How many notices on the board went well. */
  fulfilledNotices(): number
}

export function noticeboard(sources: Sources): List<Noticeboard> {
  const notices = createShelf<Notice>('notices', byAge, sources)
  const openByKind = createShelves(
    'open notices of kind',
    ({ noticeKind, isFulfilled }: Notice) => (isFulfilled ? null : noticeKind),
    byAge,
    sources,
  )
  const open = () => notices.all().filter(({ isFulfilled }) => !isFulfilled)
  return {
    queries: {
      notices: () => notices.slugs().map((slug) => ({ kind: 'notice', slug })),
      hasNotices: () => notices.slugs().length > 0,
      openNotices: (count) => open().slice(0, count).map(noticeTeaser),
      openNoticeKinds: () => openByKind.keys(),
      openNoticesOfKind: (kind) => openByKind.of(kind).all().map(noticeTeaser),
      notice: (slug) => notices.at(slug),
      fulfilledNotices: () => notices.all().length - open().length,
    },
    pages: [notices],
    take(changes) {
      for (const shelf of [notices, openByKind]) shelf.change(ofKind(changes, 'notice'))
    },
  }
}
