/**
 * Which content types are entries, and what is particular about each.
 * An **entry** is one published thing of one wijk; its `wijkKey` is the documentId of that wijk, set by code only.
 */
import type { UID } from '@strapi/strapi'

export const WIJK = 'api::wijk.wijk'

export interface EntryType {
  readonly uid: UID.ContentType
  readonly kind: 'article' | 'infoPage'
  /** The database table. */
  readonly table: string
  /** The media attribute, if it has one. */
  readonly media: 'photo' | null
  /** Slugs that the site itself answers at the same address. */
  readonly reservedSlugs: ReadonlySet<string>
  /** The path of an entry's own page on its site. */
  address(slug: string): string
}

export const ENTRY_TYPES: readonly EntryType[] = [
  {
    uid: 'api::article.article',
    kind: 'article',
    table: 'articles',
    media: 'photo',
    reservedSlugs: new Set(),
    address: (slug) => `/nieuws/${slug}/`,
  },
  {
    uid: 'api::info-page.info-page',
    kind: 'infoPage',
    table: 'info_pages',
    media: null,
    reservedSlugs: new Set(
      '404 agenda aanbod archief foto nieuws organisaties prikbord stijl thema winkels zoeken'.split(' '),
    ),
    address: (slug) => `/${slug}/`,
  },
]

const byUid = new Map<string, EntryType>(ENTRY_TYPES.map((type) => [type.uid, type]))
const byKind = new Map<string, EntryType>(ENTRY_TYPES.map((type) => [type.kind, type]))

export function entryTypeOf(uid: string): EntryType | undefined {
  return byUid.get(uid)
}

export function entryTypeOfKind(kind: string): EntryType | undefined {
  return byKind.get(kind)
}

/** Whether what is stored under this content type ends up on a site. */
export function isOnSite(uid: string): uid is UID.ContentType {
  return uid === WIJK || byUid.has(uid)
}
