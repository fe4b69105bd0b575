/**
 * Which content types are entries, and what is particular about each.
 * An **entry** is one published thing of one wijk; its `wijkKey` is the documentId of that wijk, set by code only.
 * An entry that can belong to an organisation has an `organisationKey` in the same way (organisation-link.ts).
 */
import type { UID } from '@strapi/strapi'

export const WIJK = 'api::wijk.wijk'
export const ORGANISATION = 'api::organisation.organisation'

export type EntryKind = 'organisation' | 'article' | 'event' | 'infoPage'

export interface EntryType {
  readonly uid: UID.ContentType
  readonly kind: EntryKind
  /** The database table. */
  readonly table: string
  /** The attribute that names an entry, and what an editor calls that field. */
  readonly name: { readonly field: 'title' | 'name'; readonly word: 'de titel' | 'de naam' }
  /** What an editor calls several of them. */
  readonly many: string
  /** What an editor calls one; also the slug when nothing is left of its name. */
  readonly one: string
  /** The media attribute, if it has one. */
  readonly media: 'photo' | null
  /** Whether it can belong to an organisation. */
  readonly hasOrganisation: boolean
  /** Slugs that the site itself answers at the same address. */
  readonly reservedSlugs: ReadonlySet<string>
  /** The path of an entry's own page on its site. */
  address(slug: string): string
}

const TITLE = { field: 'title', word: 'de titel' } as const

/** Organisations first: an import writes in this order, and what it brings can belong to one. */
export const ENTRY_TYPES: readonly EntryType[] = [
  {
    uid: ORGANISATION,
    kind: 'organisation',
    table: 'organisations',
    name: { field: 'name', word: 'de naam' },
    one: 'organisatie',
    many: 'organisaties',
    media: 'photo',
    hasOrganisation: false,
    reservedSlugs: new Set(),
    address: (slug) => `/organisaties/${slug}/`,
  },
  {
    uid: 'api::article.article',
    kind: 'article',
    table: 'articles',
    name: TITLE,
    one: 'bericht',
    many: 'berichten',
    media: 'photo',
    hasOrganisation: true,
    reservedSlugs: new Set(),
    address: (slug) => `/nieuws/${slug}/`,
  },
  {
    uid: 'api::event.event',
    kind: 'event',
    table: 'events',
    name: TITLE,
    one: 'activiteit',
    many: 'activiteiten',
    media: 'photo',
    hasOrganisation: true,
    reservedSlugs: new Set(['archief']),
    address: (slug) => `/agenda/${slug}/`,
  },
  {
    uid: 'api::info-page.info-page',
    kind: 'infoPage',
    table: 'info_pages',
    name: TITLE,
    one: 'pagina',
    many: "pagina's",
    media: null,
    hasOrganisation: false,
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
