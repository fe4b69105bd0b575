/**
 * A demo wijk as `importWijk` takes it, except that a photo is the name of one of our pictures:
 * whoever brings it to the CMS puts `rasterise(picture)` in its place.
 */
import type {
  AdvertisementKind,
  BlockNode,
  BusinessKind,
  NoticeKind,
  OrganisationKind,
  ProjectStage,
  RecurrencePattern,
  Topic,
  Weekday,
  WijkState,
} from '@wijkpers/content'
import type { PictureName } from './pictures.ts'

export interface DemoWijk {
  readonly wijk: DemoSettings
  readonly entries: readonly DemoEntry[]
}

export interface DemoSettings {
  readonly slug: string
  readonly name: string
  readonly state: WijkState
  readonly tagline: string
  readonly welcome: string
  /** `#rrggbb`. */
  readonly colour: string
  readonly domain: string | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly cbsCode: string | null
  readonly cbsVintage: number | null
  readonly municipality?: string
  /** Such as `2026-05-01`. */
  readonly startedOn?: string
  readonly facebook?: string
  readonly instagram?: string
  readonly whatsapp?: string
  readonly mastodon?: string
  readonly publisherName?: string
  readonly publisherAddress?: string
  readonly kvkNumber?: string
  readonly privacyEmail?: string
  /** E-mail addresses of demo accounts that edit this wijk. */
  readonly editors: readonly string[]
}

export type DemoEntry =
  | DemoOrganisation
  | DemoBusiness
  | DemoEdition
  | DemoArticle
  | DemoEvent
  | DemoNotice
  | DemoDeal
  | DemoPerson
  | DemoProject
  | DemoAdvertisement
  | DemoInfoPage

export interface DemoArticle {
  readonly kind: 'article'
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: DemoPhoto | null
  /** Slug of an organisation of the same wijk. */
  readonly organisation: string | null
  /** Slug of the edition of the wijkkrant that it stood in. */
  readonly edition: string | null
  /** ISO in UTC. */
  readonly firstPublishedAt: string
  readonly topic?: Topic | null
  readonly author?: string
  readonly correction?: string
  /** Such as `2026-05-01`. */
  readonly correctedOn?: string
}

export interface DemoEvent {
  readonly kind: 'event'
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  /** ISO in UTC. */
  readonly startsAt: string
  readonly endsAt: string | null
  readonly allDay: boolean
  readonly recurrence?: DemoRecurrence | null
  readonly exceptions?: readonly DemoException[]
  /** ISO in UTC. */
  readonly movedFrom?: string | null
  readonly place: string
  readonly address?: string
  /** Such as `52.09083, 5.12222`. */
  readonly mapPoint?: string
  readonly accessibility?: DemoAccessibility | null
  readonly topic?: Topic | null
  readonly price: string
  readonly cancelled: boolean
  /** Slug of an organisation of the same wijk. */
  readonly organisation: string | null
}

export interface DemoRecurrence {
  readonly pattern: RecurrencePattern
  /** Such as `2026-05-01`. */
  readonly lastDay: string | null
  readonly count: number | null
}

export interface DemoException {
  /** The day on which it would be, such as `2026-05-01`. */
  readonly date: string
  readonly change: 'notOn' | 'moved'
  /** ISO in UTC. */
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly reason: string
}

export interface DemoAccessibility {
  readonly wheelchair: boolean
  readonly toilet: boolean
  readonly hearingLoop: boolean
  readonly parking: boolean
  readonly note: string
}

export interface DemoOrganisation {
  readonly kind: 'organisation'
  readonly slug: string
  readonly name: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly organisationKind?: OrganisationKind
  readonly helpsWith?: string
  readonly address?: string
  readonly mapPoint?: string
  readonly accessibility?: DemoAccessibility | null
  readonly openingHours?: DemoBusiness['openingHours']
  readonly openingHoursExceptions?: DemoBusiness['openingHoursExceptions']
  readonly byAppointment?: boolean
  readonly contactName?: string
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
}

export interface DemoNotice {
  readonly kind: 'notice'
  readonly slug: string
  readonly title: string
  readonly noticeKind: NoticeKind
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: DemoPhoto | null
  readonly place: string
  readonly contactName: string
  readonly contactEmail: string | null
  readonly showContact: boolean
  readonly fulfilled: boolean
  /** ISO in UTC. */
  readonly fulfilledAt: string | null
  readonly organisation: string | null
  readonly firstPublishedAt: string
}

export interface DemoBusiness {
  readonly kind: 'business'
  readonly slug: string
  readonly name: string
  readonly businessKind: BusinessKind
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: DemoPhoto | null
  readonly address: string
  readonly mapPoint?: string
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly openingHours: readonly {
    readonly day: Weekday
    readonly opensAt: string
    readonly closesAt: string
  }[]
  readonly openingHoursExceptions: readonly {
    readonly date: string
    readonly closed: true
    readonly reason: string
  }[]
  readonly byAppointment: boolean
}

export interface DemoDeal {
  readonly kind: 'deal'
  readonly slug: string
  readonly title: string
  /** Slug of a business of the same wijk. */
  readonly business: string
  readonly body: readonly BlockNode[]
  /** ISO in UTC. */
  readonly startsAt: string
  readonly endsAt: string
}

export interface DemoPerson {
  readonly kind: 'person'
  readonly slug: string
  readonly name: string
  readonly role: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly street: string | null
  readonly email: string | null
  readonly organisation: string | null
  /** A day such as `2026-11-28`. */
  readonly consentOn: string
  readonly oldEnough: true
}

export interface DemoProject {
  readonly kind: 'liveabilityProject'
  readonly slug: string
  readonly title: string
  readonly stage: ProjectStage
  readonly summary: string
  readonly goal: string
  /** Euros. */
  readonly budget: number | null
  readonly spent: number | null
  readonly result: string
  readonly body: readonly BlockNode[]
  readonly updates: readonly { readonly date: string; readonly text: string }[]
  readonly photo: DemoPhoto | null
  readonly organisation: string | null
}

export interface DemoEdition {
  readonly kind: 'edition'
  readonly slug: string
  readonly title: string
  readonly number: number
  readonly publicationDate: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: DemoPhoto | null
  /** The front page of the paper edition; null when it was not kept. */
  readonly pdf: DemoPaper | null
}

/** One page of paper: whoever brings it to the CMS puts `paperPdf(paper)` in its place. */
export interface DemoPaper {
  readonly title: string
  readonly lines: readonly string[]
}

export interface DemoAdvertisement {
  readonly kind: 'advertisement'
  readonly slug: string
  readonly title: string
  readonly advertisementKind: AdvertisementKind
  readonly sponsor: string
  readonly business: string | null
  readonly startsOn: string
  readonly endsOn: string
  readonly political: 'no'
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: DemoPhoto | null
  readonly link: string | null
}

export interface DemoInfoPage {
  readonly kind: 'infoPage'
  readonly slug: string
  readonly title: string
  readonly body: readonly BlockNode[]
  readonly position: number
}

export interface DemoPhoto {
  readonly picture: PictureName
  readonly alt: string
}
