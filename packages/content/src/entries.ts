/**
 * What exists: a wijk and the entries that are published in it. All of it is
 * readonly; a changed entry is a new object, so answers can be compared by identity.
 */
import type { BlockNode } from './blocks.ts'
import type { EntryId, Slug, WijkId } from './ids.ts'

/** Where a wijk is in its life: only a wijk in `draft` has no public site. */
export type WijkState = 'draft' | 'active' | 'resting' | 'archived'

/** One neighbourhood: the tenant, with one public site. */
export interface Wijk {
  readonly id: WijkId
  readonly slug: Slug
  readonly name: string
  readonly state: WijkState
  /** One line below the name on every page; empty when there is none. */
  readonly tagline: string
  /** A few sentences on the home page; empty when there are none. */
  readonly welcome: string
  /** `#rrggbb`, as chosen by the wijk: the site derives shades from it that keep enough contrast. */
  readonly colour: string
  /** Own domain without scheme, or null: then the address follows from the slug. */
  readonly domain: string | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  /** WK + 6 digits or BU + 8 digits. */
  readonly cbsCode: string | null
  /** The year for which `cbsCode` is valid. */
  readonly cbsVintage: number | null
}

/** Why a photo may be on a site: its maker gave it, or gave it to everybody. */
export type Licence = 'ownWork' | 'permission' | 'ccBy' | 'ccBySa' | 'cc0' | 'publicDomain'

/** A photo as the CMS has it: where the original is, and what must be said with it. */
export interface Photo {
  /** Path of the original on the CMS, such as `/uploads/markt_1a2b3c.jpg`. */
  readonly url: string
  /** Changes whenever the bytes behind `url` may have changed. */
  readonly version: string
  /** Empty for a decorative picture. */
  readonly alt: string
  /** Who made it; only what was never published can be without. */
  readonly maker: string
  /** Where it was found, when that is not with its maker; empty otherwise. */
  readonly source: string
  /** Only what was never published can be without. */
  readonly licence: Licence | null
  /** What matters most on it, in percent from its left and its top; null when nobody said so. */
  readonly focus: { readonly x: number; readonly y: number } | null
}

/** A news article (nieuwsbericht). */
export interface Article {
  readonly kind: 'article'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  /** When residents could first read it, ISO in UTC; lists and feeds sort by it. */
  readonly firstPublishedAt: string
  /** When the text was last published anew, ISO in UTC. */
  readonly updatedAt: string
  /** The published organisation of the same wijk that it is about or from, when there is one. */
  readonly organisation?: EntryId | null
}

/** A page of information that stays (pagina), in the menu of the site. */
export interface InfoPage {
  readonly kind: 'infoPage'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly body: readonly BlockNode[]
  /** Place in the menu, from low to high. */
  readonly position: number
  readonly updatedAt: string
}

/** Something that people can go to (activiteit). */
export interface Event {
  readonly kind: 'event'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  /** ISO in UTC; of an event that lasts whole days only the Dutch day counts. */
  readonly startsAt: string
  /** ISO in UTC, never before `startsAt`; of whole days it is a moment on the last one. */
  readonly endsAt: string | null
  readonly isAllDay: boolean
  /** Empty when it is not known. */
  readonly place: string
  /** In words, such as `gratis` or `€ 5`; empty when nothing was said. */
  readonly price: string
  /** It does not go on, and people must be able to see that. */
  readonly isCancelled: boolean
  /** The published organisation of the same wijk that it is of, or null. */
  readonly organisation: EntryId | null
  readonly updatedAt: string
}

/** A club, foundation or group of the wijk (organisatie). */
export interface Organisation {
  readonly kind: 'organisation'
  readonly id: EntryId
  readonly slug: Slug
  readonly name: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  /** As the editor wrote it. */
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly updatedAt: string
}

/** One published thing. */
export type Entry = Article | InfoPage | Event | Organisation
export type EntryKind = Entry['kind']

/** What an entry is called. */
export function nameOf(entry: Entry): string {
  return 'name' in entry ? entry.name : entry.title
}

/** All photos of an entry, the lead photo first. */
export function photosOf(entry: Entry): readonly Photo[] {
  return 'photo' in entry && entry.photo ? [entry.photo] : []
}

/** Everything of one wijk that may become public, as the CMS had it at one moment. */
export interface WijkContent {
  readonly wijk: Wijk
  readonly entries: readonly Entry[]
}
