/**
 * What exists: a wijk and the entries that are published in it. All of it is
 * readonly; a changed entry is a new object, so answers can be compared by identity.
 */
import type { BlockNode } from './blocks.ts'
import type { EntryId, Slug, WijkId } from './ids.ts'

/** Where a wijk is in its life: only a wijk in `draft` has no public site. */
export const WIJK_STATES = ['draft', 'active', 'resting', 'archived'] as const
export type WijkState = (typeof WIJK_STATES)[number]

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
  /** Null for a wijk without one. */
  readonly logo: Logo | null
  /** Own domain without scheme, or null: then the address follows from the slug. */
  readonly domain: string | null
  /** Slugs and domains under which its site was before. */
  readonly formerNames: readonly string[]
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  /** WK + 6 digits or BU + 8 digits. */
  readonly cbsCode: string | null
  /** The year for which `cbsCode` is valid. */
  readonly cbsVintage: number | null
  /** The gemeente that it lies in; empty when nothing was said. */
  readonly municipality: string
  /** The day on which its site began, such as `2026-05-01`. */
  readonly startedOn: string | null
  /** Who answers for the site, as the colofon must say it. */
  readonly publisher: Publisher
  /** Where to go with a question about personal data; null when that is the address of the redactie. */
  readonly privacyEmail: string | null
  /** Where else the wijk can be found, in a fixed order. */
  readonly socialLinks: readonly SocialLink[]
  /** One person less, and nobody would be left to keep the site going. */
  readonly wantsBuurtverbinder: boolean
  /** Of a wijk that rests or is archived: what its site tells of that. */
  readonly rest: Rest
}

/** The picture that a wijk is known by. */
export type Logo = Pick<Photo, 'url' | 'version'>

/** The legal person behind a site; what was not said is empty. */
export interface Publisher {
  /** With its form, such as `Stichting Molenwijk Nieuws`. */
  readonly name: string
  /** Postal address. */
  readonly address: string
  /** Eight digits; empty for an association or foundation without one. */
  readonly kvkNumber: string
  /** `NL123456789B01`; empty without one. */
  readonly btwNumber: string
}

export interface SocialLink {
  readonly network: 'facebook' | 'instagram' | 'whatsapp' | 'mastodon'
  readonly url: string
}

/** Why a site stands still; what was not said is empty. */
export interface Rest {
  /** Such as `2026-12-26`. */
  readonly since: string | null
  readonly why: string
  /** Whom to call or mail, in words. */
  readonly contact: string
}

/** What entries can be about: one list for all wijken, so that a topic can be followed in several of them. */
export const TOPICS = [
  'living',
  'traffic',
  'green',
  'meeting',
  'cultureAndHistory',
  'sportAndPlay',
  'youth',
  'careAndHelp',
  'safety',
  'work',
  'gemeente',
] as const
export type Topic = (typeof TOPICS)[number]

/** What an article, event, notice or info page can be written in. */
export const LANGUAGES = [
  'dutch',
  'frisian',
  'lowSaxon',
  'english',
  'german',
  'french',
  'spanish',
  'papiamento',
  'turkish',
  'arabic',
  'persian',
  'tigrinya',
  'somali',
  'polish',
  'ukrainian',
  'russian',
  'chinese',
] as const
export type Language = (typeof LANGUAGES)[number]

/** A place on earth in degrees (WGS 84). */
export interface MapPoint {
  readonly latitude: number
  readonly longitude: number
}

/** What somebody who is less able to see, hear or walk can count on. False is nothing: it was not said. */
export interface Accessibility {
  readonly wheelchair: boolean
  readonly toilet: boolean
  readonly hearingLoop: boolean
  readonly parking: boolean
  /** In words; empty for none. */
  readonly note: string
}

/** At which step something comes back; a weekday or date is that of its first time. */
export const RECURRENCE_PATTERNS = [
  'weekly',
  'biweekly',
  // Such as every second Tuesday of the month.
  'monthlyByWeekday',
  // Such as every last Friday of the month.
  'monthlyByLastWeekday',
  // Such as every 15th; a month without that date is passed over.
  'monthlyByDate',
] as const
export type RecurrencePattern = (typeof RECURRENCE_PATTERNS)[number]

/** How often an event comes back. Its first time is that of the event; one of `lastDay` and `count` is always there. */
export interface Recurrence {
  readonly pattern: RecurrencePattern
  /** The last day on which it can begin, such as `2026-12-26`. */
  readonly lastDay: string | null
  /** How many times in all, with those that do not go on. */
  readonly count: number | null
  readonly exceptions: readonly RecurrenceException[]
}

/** One of the times that goes otherwise. */
export interface RecurrenceException {
  /** The day on which it would have begun, such as `2026-12-26`. */
  readonly day: string
  /** Null when it does not go on at all. */
  readonly movedTo: { readonly startsAt: string; readonly endsAt: string | null } | null
  /** Why; empty when nothing was said. */
  readonly reason: string
}

/** Why a photo may be on a site: its maker gave it, or gave it to everybody. */
export const LICENCES = ['ownWork', 'permission', 'ccBy', 'ccBySa', 'cc0', 'publicDomain'] as const
export type Licence = (typeof LICENCES)[number]

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
  /** What it is written in; Dutch when nothing was said. */
  readonly language?: Language | undefined
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  /** When residents could first read it, ISO in UTC; lists and feeds sort by it. */
  readonly firstPublishedAt: string
  /** When the text was last published anew, ISO in UTC. */
  readonly updatedAt: string
  /** The published organisation of the same wijk that it is about or from, when there is one. */
  readonly organisation?: EntryId | null
  /** The published edition of the wijkkrant that it stood in, when there is one. */
  readonly edition?: EntryId | null
  readonly topic: Topic | null
  /** Who wrote it, as that stands above it; empty when nothing was said. */
  readonly author: string
  /** What was wrong in it, and since when that is said. */
  readonly correction: { readonly day: string; readonly text: string } | null
  /** It is about somebody who died: nothing that is paid for stands beside it. */
  readonly isInMemoriam: boolean
}

/** A page of information that stays (pagina), in the menu of the site. */
export interface InfoPage {
  readonly kind: 'infoPage'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  /** What it is written in; Dutch when nothing was said. */
  readonly language?: Language | undefined
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
  /** What it is written in; Dutch when nothing was said. */
  readonly language?: Language | undefined
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  /** ISO in UTC; of an event that lasts whole days only the Dutch day counts. */
  readonly startsAt: string
  /** ISO in UTC, never before `startsAt`; of whole days it is a moment on the last one. */
  readonly endsAt: string | null
  readonly isAllDay: boolean
  /** Set when it comes back; then `startsAt` and `endsAt` are of the first time (see occurrences.ts). */
  readonly recurrence: Recurrence | null
  /** When it was to be before it was moved to `startsAt`, ISO in UTC. */
  readonly movedFrom: string | null
  /** What people call it; empty when it is not known. */
  readonly place: string
  /** Street and number; empty when nothing was said. */
  readonly address: string
  readonly point: MapPoint | null
  readonly accessibility: Accessibility | null
  readonly topic: Topic | null
  /** In words, such as `gratis` or `€ 5`; empty when nothing was said. */
  readonly price: string
  /** It does not go on, and people must be able to see that. */
  readonly isCancelled: boolean
  /** The published organisation of the same wijk that it is of, or null. */
  readonly organisation: EntryId | null
  readonly updatedAt: string
}

/** As a sociale kaart has them: first where anybody can walk in, and who helps. */
export const ORGANISATION_KINDS = [
  'communityCentre',
  'help',
  'healthCare',
  'residents',
  'club',
  'sportClub',
  'school',
  'faith',
  'government',
  'otherOrganisation',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** A club, foundation, service or group of the wijk (organisatie): together they are its sociale kaart. */
export interface Organisation {
  readonly kind: 'organisation'
  readonly id: EntryId
  readonly slug: Slug
  readonly name: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly organisationKind: OrganisationKind
  /** With which questions people can go there, in their own words; empty when nothing was said. */
  readonly helpsWith: string
  /** Street and number; empty when nothing was said. */
  readonly address: string
  readonly point: MapPoint | null
  readonly accessibility: Accessibility | null
  readonly openingHours: readonly OpeningHours[]
  readonly openingHoursExceptions: readonly OpeningHoursException[]
  readonly isByAppointment: boolean
  /** Whom to ask for; empty when nothing was said. */
  readonly contactName: string
  readonly photo: Photo | null
  /** As the editor wrote it. */
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly updatedAt: string
}

/** What somebody on the noticeboard wants: to ask, to offer, to give away, to find back or to give back. */
export const NOTICE_KINDS = ['request', 'offer', 'giveaway', 'lost', 'found'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Something on the noticeboard (prikbordbericht). */
export interface Notice {
  readonly kind: 'notice'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly summary: string
  /** What it is written in; Dutch when nothing was said. */
  readonly language?: Language | undefined
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  readonly noticeKind: NoticeKind
  /** Empty when it is not known. */
  readonly place: string
  /** A first name, as people left it; empty for none. */
  readonly contactName: string
  /** Null unless whoever left it chose to have it on the site. */
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  /** It went well: closed, and counted. */
  readonly isFulfilled: boolean
  /** ISO in UTC; null while it is open. */
  readonly fulfilledAt: string | null
  readonly organisation: EntryId | null
  readonly firstPublishedAt: string
  readonly updatedAt: string
}

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** From when until when it is open on a day of the week; a day with a break has two. Times as `09:00`. */
export interface OpeningHours {
  readonly weekday: Weekday
  readonly opensAt: string
  /** Earlier than `opensAt` when it is after midnight. */
  readonly closesAt: string
}

/** A day on which it is otherwise: closed, or open at other times. */
export interface OpeningHoursException {
  /** Such as `2026-12-26`. */
  readonly day: string
  /** Null when it is closed. */
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly reason: string
}

export const BUSINESS_KINDS = [
  'shop',
  'eatery',
  'beauty',
  'building',
  'healthBusiness',
  'services',
  'otherBusiness',
] as const
export type BusinessKind = (typeof BUSINESS_KINDS)[number]

/** A shop or other local business (ondernemer). */
export interface Business {
  readonly kind: 'business'
  readonly id: EntryId
  readonly slug: Slug
  readonly name: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly businessKind: BusinessKind
  readonly photo: Photo | null
  readonly photos: readonly Photo[]
  /** Street and number; empty when nothing was said. */
  readonly address: string
  readonly point: MapPoint | null
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly openingHours: readonly OpeningHours[]
  readonly openingHoursExceptions: readonly OpeningHoursException[]
  readonly isByAppointment: boolean
  readonly updatedAt: string
}

/** An offer of a business with an end (aanbieding). It has no page of its own. */
export interface Deal {
  readonly kind: 'deal'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly body: readonly BlockNode[]
  readonly photo: Photo | null
  /** ISO in UTC. */
  readonly startsAt: string
  readonly endsAt: string
  /** Null when the business is not published: then nobody can go there, and it is not shown. */
  readonly business: EntryId | null
  readonly updatedAt: string
}

/** Somebody who asked to be in the wie-is-wie. No page of its own, so no search engine makes one of a person. */
export interface Person {
  readonly kind: 'person'
  readonly id: EntryId
  readonly slug: Slug
  readonly name: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  /** What he or she does in the wijk; empty when nothing was said. */
  readonly role: string
  readonly photo: Photo | null
  /** Without a house number; empty when nothing was said. */
  readonly street: string
  readonly email: string | null
  readonly phone: string | null
  readonly organisation: EntryId | null
  readonly updatedAt: string
}

export const PROJECT_STAGES = ['idea', 'planned', 'underway', 'done', 'stopped'] as const
export type ProjectStage = (typeof PROJECT_STAGES)[number]

/** Something that happened in a project. */
export interface ProjectUpdate {
  /** Such as `2026-12-26`. */
  readonly day: string
  readonly text: string
}

/** What the wijk does for itself, with money or hands (leefbaarheidsproject). */
export interface LiveabilityProject {
  readonly kind: 'liveabilityProject'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly stage: ProjectStage
  readonly goal: string
  /** Euro cents; null when nothing was said. */
  readonly budgetCents: number | null
  readonly spentCents: number | null
  readonly result: string
  readonly updates: readonly ProjectUpdate[]
  readonly photo: Photo | null
  readonly photos: readonly Photo[]
  readonly organisation: EntryId | null
  readonly updatedAt: string
}

/** A file to be downloaded, as the CMS has it. */
export interface Document {
  /** Path of the file on the CMS. */
  readonly url: string
  /** Changes whenever the bytes behind `url` may have changed. */
  readonly version: string
  /** Size of the file; null when it is not known. */
  readonly bytes?: number | null
  /** Whether it says that it is tagged, so that it can be read out; null when nobody looked. */
  readonly isTagged?: boolean | null
}

/** One issue of the wijkkrant. */
export interface Edition {
  readonly kind: 'edition'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  /** Null when issues are not numbered. */
  readonly number: number | null
  /** Such as `2026-12-01`. */
  readonly publicationDay: string
  /** The front page. */
  readonly photo: Photo | null
  readonly pdf: Document | null
  readonly updatedAt: string
}

export const ADVERTISEMENT_KINDS = ['advertisement', 'sponsoredArticle', 'sponsorship'] as const
export type AdvertisementKind = (typeof ADVERTISEMENT_KINDS)[number]

/** Something that somebody paid for; never shown without its label. */
export interface Advertisement {
  readonly kind: 'advertisement'
  readonly id: EntryId
  readonly slug: Slug
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly advertisementKind: AdvertisementKind
  /** Who paid. */
  readonly sponsor: string
  /** First and last day on which it is shown, such as `2026-12-01`. */
  readonly firstDay: string
  readonly lastDay: string
  readonly photo: Photo | null
  readonly link: string | null
  readonly business: EntryId | null
  readonly updatedAt: string
}

/** One published thing. */
export type Entry =
  | Article
  | InfoPage
  | Event
  | Organisation
  | Notice
  | Business
  | Deal
  | Person
  | LiveabilityProject
  | Edition
  | Advertisement
export type EntryKind = Entry['kind']

/** All kinds of entries. */
export const ENTRY_KINDS = Object.keys({
  article: true,
  infoPage: true,
  event: true,
  organisation: true,
  notice: true,
  business: true,
  deal: true,
  person: true,
  liveabilityProject: true,
  edition: true,
  advertisement: true,
} satisfies Record<EntryKind, true>) as EntryKind[]

/** What an entry is called. */
export function nameOf(entry: Entry): string {
  return 'name' in entry ? entry.name : entry.title
}

/** All photos of an entry, the lead photo first. */
export function photosOf(entry: Entry): readonly Photo[] {
  const lead = 'photo' in entry && entry.photo ? [entry.photo] : []
  return 'photos' in entry ? [...lead, ...entry.photos] : lead
}

/** All files of an entry that can be downloaded. */
export function documentsOf(entry: Entry): readonly Document[] {
  return 'pdf' in entry && entry.pdf ? [entry.pdf] : []
}

/** Everything of one wijk that may become public, as the CMS had it at one moment. */
export interface WijkContent {
  readonly wijk: Wijk
  readonly entries: readonly Entry[]
}
