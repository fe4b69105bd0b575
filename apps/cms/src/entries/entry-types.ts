/**
 * Which content types are entries, and what is particular about each.
 * An **entry** is one published thing of one wijk; its `wijkKey` is the documentId of that wijk, set by code only.
 * A link to another entry has a key in the same way, such as `organisationKey` (entry-links.ts). What is the same for all
 * types follows from this list and from their schemas; what only one type has is in fields/, its answer in graphql/answers.ts.
 */
import type { UID } from '@strapi/strapi'

export const WIJK = 'api::wijk.wijk'
export const ORGANISATION = 'api::organisation.organisation'
const BUSINESS = 'api::business.business'
const EDITION = 'api::edition.edition'

export type EntryKind =
  | 'organisation'
  | 'business'
  | 'edition'
  | 'article'
  | 'event'
  | 'notice'
  | 'deal'
  | 'person'
  | 'liveabilityProject'
  | 'advertisement'
  | 'infoPage'

/** A relation to another entry. */
export interface EntryLink {
  readonly field: string
  /** The attribute that keeps the documentId of what it points at; set by code only. */
  readonly key: string
  readonly to: UID.ContentType
}

/**
 * **stays**: until somebody takes it back; what is over, such as an event, the site puts in its archive. **ownEnd**: a field
 * of its own says until when, and it cannot be published without. Else so many days after a publish that finds it without an end.
 * Why so few end by themselves stands in docs/decisions/0033-what-ends-by-itself.md.
 */
export type EntryEnd = 'stays' | 'ownEnd' | { readonly afterDays: number }

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
  /** The same with the word that points at it. */
  readonly this: string
  readonly links: readonly EntryLink[]
  /** When it leaves the site where an editor says nothing. */
  readonly ends: EntryEnd
  /** Slugs that the site itself has, at the same address or as the start of others. */
  readonly reservedSlugs: ReadonlySet<string>
  /** The path of an entry's own page on its site. */
  address(slug: string): string
}

const OF_ORGANISATION: EntryLink = { field: 'organisation', key: 'organisationKey', to: ORGANISATION }

const OF_BUSINESS: EntryLink = { field: 'business', key: 'businessKey', to: BUSINESS }
const IN_EDITION: EntryLink = { field: 'edition', key: 'editionKey', to: EDITION }

const TITLE = { field: 'title', word: 'de titel' } as const
const NAME = { field: 'name', word: 'de naam' } as const
const NONE: ReadonlySet<string> = new Set()

/** In this order an import writes, so what others link to comes first. */
export const ENTRY_TYPES: readonly EntryType[] = [
  {
    uid: ORGANISATION,
    kind: 'organisation',
    table: 'organisations',
    name: NAME,
    one: 'organisatie',
    many: 'organisaties',
    this: 'deze organisatie',
    links: [],
    ends: 'stays',
    reservedSlugs: NONE,
    address: (slug) => `/organisaties/${slug}/`,
  },
  {
    uid: BUSINESS,
    kind: 'business',
    table: 'businesses',
    name: NAME,
    one: 'ondernemer',
    many: 'ondernemers',
    this: 'deze ondernemer',
    links: [],
    ends: 'stays',
    reservedSlugs: NONE,
    address: (slug) => `/ondernemers/${slug}/`,
  },
  {
    uid: EDITION,
    kind: 'edition',
    table: 'editions',
    name: TITLE,
    one: 'wijkkrant',
    many: 'wijkkranten',
    this: 'deze wijkkrant',
    links: [],
    ends: 'stays',
    reservedSlugs: NONE,
    address: (slug) => `/wijkkrant/${slug}/`,
  },
  {
    uid: 'api::article.article',
    kind: 'article',
    table: 'articles',
    name: TITLE,
    one: 'nieuwsbericht',
    many: 'nieuwsberichten',
    this: 'dit nieuwsbericht',
    links: [OF_ORGANISATION, IN_EDITION],
    ends: 'stays',
    reservedSlugs: NONE,
    address: (slug) => `/nieuws/${slug}/`,
  },
  {
    uid: 'api::event.event',
    kind: 'event',
    table: 'events',
    name: TITLE,
    one: 'activiteit',
    many: 'activiteiten',
    this: 'deze activiteit',
    links: [OF_ORGANISATION],
    ends: 'stays',
    reservedSlugs: new Set(['archief', 'maand', 'plek', 'week']),
    address: (slug) => `/agenda/${slug}/`,
  },
  {
    uid: 'api::notice.notice',
    kind: 'notice',
    table: 'notices',
    name: TITLE,
    one: 'prikbordbericht',
    many: 'prikbordberichten',
    this: 'dit prikbordbericht',
    links: [OF_ORGANISATION],
    ends: { afterDays: 56 },
    reservedSlugs: new Set(['soort']),
    address: (slug) => `/prikbord/${slug}/`,
  },
  {
    uid: 'api::deal.deal',
    kind: 'deal',
    table: 'deals',
    name: TITLE,
    one: 'aanbieding',
    many: 'aanbiedingen',
    this: 'deze aanbieding',
    links: [OF_BUSINESS],
    ends: 'ownEnd',
    reservedSlugs: NONE,
    address: () => '/aanbiedingen/',
  },
  {
    uid: 'api::person.person',
    kind: 'person',
    table: 'persons',
    name: NAME,
    one: 'persoon',
    many: 'personen',
    this: 'deze persoon',
    links: [OF_ORGANISATION],
    ends: 'stays',
    reservedSlugs: NONE,
    address: () => '/wie-is-wie/',
  },
  {
    uid: 'api::liveability-project.liveability-project',
    kind: 'liveabilityProject',
    table: 'liveability_projects',
    name: TITLE,
    one: 'project',
    many: 'projecten',
    this: 'dit project',
    links: [OF_ORGANISATION],
    ends: 'stays',
    reservedSlugs: NONE,
    address: (slug) => `/projecten/${slug}/`,
  },
  {
    uid: 'api::advertisement.advertisement',
    kind: 'advertisement',
    table: 'advertisements',
    name: TITLE,
    one: 'advertentie',
    many: 'advertenties',
    this: 'deze advertentie',
    links: [OF_BUSINESS],
    ends: 'ownEnd',
    reservedSlugs: NONE,
    address: (slug) => `/sponsors/${slug}/`,
  },
  {
    uid: 'api::info-page.info-page',
    kind: 'infoPage',
    table: 'info_pages',
    name: TITLE,
    one: 'pagina',
    many: "pagina's",
    this: 'deze pagina',
    links: [],
    ends: 'stays',
    reservedSlugs: new Set(
      (
        '404 410 aanbiedingen aanbod agenda archief deel foto insluiten leeg nieuws ondernemers op-je-eigen-site open-data ' +
        'organisaties pdf prikbord projecten sponsors stijl thema volgen wie-is-wie wijkkrant winkels zoeken'
      ).split(' '),
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

/** Whether each entry of this type has a page of its own, and so an address that can be left. */
export function hasOwnPage(type: EntryType): boolean {
  return type.address('een') !== type.address('ander')
}

/** Whether what is stored under this content type ends up on a site. */
export function isOnSite(uid: string): uid is UID.ContentType {
  return uid === WIJK || byUid.has(uid)
}
