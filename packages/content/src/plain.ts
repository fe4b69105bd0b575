/**
 * What an entry of a kind has when nothing more was said of it than it cannot do without: for samples and tests, so that a
 * new field is written down once.
 */
import type { Article, Business, Event, Organisation, Wijk } from './entries.ts'

export const plain = {
  wijk: {
    state: 'active',
    tagline: '',
    welcome: '',
    logo: null,
    domain: null,
    formerNames: [],
    contactEmail: null,
    contactPhone: null,
    cbsCode: null,
    cbsVintage: null,
    municipality: '',
    startedOn: null,
    publisher: { name: '', address: '', kvkNumber: '', btwNumber: '' },
    privacyEmail: null,
    socialLinks: [],
    wantsBuurtverbinder: false,
    rest: { since: null, why: '', contact: '' },
  },
  article: {
    summary: '',
    body: [],
    photo: null,
    topic: null,
    language: 'dutch',
    author: '',
    correction: null,
    isInMemoriam: false,
  },
  event: {
    summary: '',
    body: [],
    photo: null,
    endsAt: null,
    isAllDay: false,
    recurrence: null,
    movedFrom: null,
    place: '',
    address: '',
    point: null,
    accessibility: null,
    topic: null,
    language: 'dutch',
    price: '',
    isCancelled: false,
    organisation: null,
  },
  organisation: {
    summary: '',
    body: [],
    photo: null,
    organisationKind: 'otherOrganisation',
    helpsWith: '',
    address: '',
    point: null,
    accessibility: null,
    openingHours: [],
    openingHoursExceptions: [],
    isByAppointment: false,
    contactName: '',
    website: null,
    email: null,
    phone: null,
  },
  business: {
    summary: '',
    body: [],
    businessKind: 'otherBusiness',
    photo: null,
    photos: [],
    address: '',
    point: null,
    website: null,
    email: null,
    phone: null,
    openingHours: [],
    openingHoursExceptions: [],
    isByAppointment: false,
  },
} as const satisfies {
  readonly wijk: Partial<Wijk>
  readonly article: Partial<Article>
  readonly event: Partial<Event>
  readonly organisation: Partial<Organisation>
  readonly business: Partial<Business>
}
