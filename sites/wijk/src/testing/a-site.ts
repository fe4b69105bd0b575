/** Content for tests: each says only what matters to it. */
import type {
  Advertisement,
  Article,
  BlockNode,
  Business,
  Deal,
  Edition,
  Entry,
  EntryId,
  Event,
  InfoPage,
  LiveabilityProject,
  Notice,
  Organisation,
  Person,
  Photo,
  Slug,
  Wijk,
  WijkId,
} from '@wijkpers/content'
import { createSite, type Site, type SiteInput } from '@wijkpers/content/site'
import { plain } from '@wijkpers/content/plain'

export interface ASite {
  /** ISO; noon in summer by itself. */
  readonly now?: string
  readonly wijk?: Partial<Wijk>
  readonly entries?: readonly Entry[]
  readonly photos?: SiteInput['photos']
}

export function aSite(change: ASite = {}): Site {
  return createSite(aSiteInput(change))
}

export function aSiteInput({
  wijk = {},
  entries = [],
  photos = {},
  now = '2026-06-01T10:00:00.000Z',
}: ASite = {}): SiteInput {
  return {
    siteUrl: 'https://wijk.example',
    now,
    photos,
    wijk: aWijk(wijk),
    entries,
  }
}

function aWijk(change: Partial<Wijk> = {}): Wijk {
  return {
    ...plain.wijk,
    id: 'wijkwijkwijk' as WijkId,
    slug: 'bloemenbuurt' as Slug,
    name: 'Bloemenbuurt',
    colour: '#8c2f39',
    ...change,
  }
}

export function anArticle({ slug = 'lente' as Slug, ...change }: Partial<Article> = {}): Article {
  const firstPublishedAt = change.firstPublishedAt ?? '2026-03-29T09:30:00.000Z'
  return {
    kind: 'article',
    ...plain.article,
    id: `article-${slug}` as EntryId,
    slug,
    title: 'Lente in de straat',
    summary: 'De bollen staan in bloei.',
    body: paragraphs('Kom kijken.'),
    photo: null,
    firstPublishedAt,
    updatedAt: firstPublishedAt,
    ...change,
  }
}

export function anInfoPage({ slug = 'over-de-wijk' as Slug, ...change }: Partial<InfoPage> = {}): InfoPage {
  return {
    kind: 'infoPage',
    id: `page-${slug}` as EntryId,
    slug,
    title: 'Over de wijk',
    body: paragraphs('Een buurt met tuinen.'),
    position: 1,
    updatedAt: '2026-02-01T09:00:00.000Z',
    ...change,
  }
}

export function anEvent({ slug = 'burendag' as Slug, ...change }: Partial<Event> = {}): Event {
  return {
    kind: 'event',
    ...plain.event,
    id: `event-${slug}` as EntryId,
    slug,
    title: 'Burendag',
    summary: 'Koffie en een lange tafel.',
    body: paragraphs('Neem een stoel mee.'),
    photo: null,
    startsAt: '2026-06-06T12:00:00.000Z',
    endsAt: '2026-06-06T14:30:00.000Z',
    isAllDay: false,
    place: 'Molenplein',
    price: 'gratis',
    isCancelled: false,
    organisation: null,
    updatedAt: '2026-05-20T09:00:00.000Z',
    ...change,
  }
}

export function anOrganisation({
  slug = 'de-brug' as Slug,
  ...change
}: Partial<Organisation> = {}): Organisation {
  return {
    kind: 'organisation',
    ...plain.organisation,
    id: `organisation-${slug}` as EntryId,
    slug,
    name: 'Buurthuis De Brug',
    summary: 'De huiskamer van de wijk.',
    body: paragraphs('Loop binnen.'),
    photo: null,
    website: null,
    email: null,
    phone: null,
    updatedAt: '2026-02-01T09:00:00.000Z',
    ...change,
  }
}

export function aNotice({ slug = 'fietsles' as Slug, ...change }: Partial<Notice> = {}): Notice {
  return {
    kind: 'notice',
    id: `notice-${slug}` as EntryId,
    slug,
    title: 'Wie leert mij fietsen?',
    summary: 'Ik ben 58 en wil het eindelijk kunnen.',
    body: [],
    photo: null,
    noticeKind: 'request',
    place: 'Bij het Molenplein',
    contactName: 'Truus',
    contactEmail: null,
    contactPhone: null,
    isFulfilled: false,
    fulfilledAt: null,
    organisation: null,
    firstPublishedAt: '2026-05-20T09:00:00.000Z',
    updatedAt: '2026-05-20T09:00:00.000Z',
    ...change,
  }
}

export function aBusiness({ slug = 'bakkerij' as Slug, ...change }: Partial<Business> = {}): Business {
  return {
    kind: 'business',
    ...plain.business,
    id: `business-${slug}` as EntryId,
    slug,
    name: 'Bakkerij Mulder',
    summary: 'Brood van de molen.',
    body: paragraphs('Sinds 1952.'),
    businessKind: 'shop',
    photo: null,
    photos: [],
    address: 'Korenstraat 12',
    website: null,
    email: null,
    phone: null,
    openingHours: [],
    openingHoursExceptions: [],
    isByAppointment: false,
    updatedAt: '2026-02-01T09:00:00.000Z',
    ...change,
  }
}

export function aDeal({ slug = 'appelflappen' as Slug, ...change }: Partial<Deal> = {}): Deal {
  return {
    kind: 'deal',
    id: `deal-${slug}` as EntryId,
    slug,
    title: 'Twee appelflappen voor € 3',
    body: paragraphs('Zolang de voorraad strekt.'),
    photo: null,
    startsAt: '2026-05-30T22:00:00.000Z',
    endsAt: '2026-06-06T22:00:00.000Z',
    business: aBusiness().id,
    updatedAt: '2026-05-30T09:00:00.000Z',
    ...change,
  }
}

export function aPerson({ slug = 'fatima' as Slug, ...change }: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    id: `person-${slug}` as EntryId,
    slug,
    name: 'Fatima Yilmaz',
    summary: 'Bij mij kun je terecht voor het repaircafé.',
    body: [],
    role: 'Repaircafé',
    photo: null,
    street: 'Korenstraat',
    email: null,
    phone: null,
    organisation: null,
    updatedAt: '2026-02-01T09:00:00.000Z',
    ...change,
  }
}

export function aProject({
  slug = 'buurttuin' as Slug,
  ...change
}: Partial<LiveabilityProject> = {}): LiveabilityProject {
  return {
    kind: 'liveabilityProject',
    id: `project-${slug}` as EntryId,
    slug,
    title: 'Een buurttuin',
    summary: 'Groen in plaats van tegels.',
    body: [],
    stage: 'underway',
    goal: 'Een plek om elkaar te zien.',
    budgetCents: 125_000,
    spentCents: 43_050,
    result: '',
    updates: [],
    photo: null,
    photos: [],
    organisation: null,
    updatedAt: '2026-02-01T09:00:00.000Z',
    ...change,
  }
}

export function anEdition({ slug = 'nummer-4' as Slug, ...change }: Partial<Edition> = {}): Edition {
  return {
    kind: 'edition',
    id: `edition-${slug}` as EntryId,
    slug,
    title: 'De Wiek, nummer 4',
    summary: 'Over de tuin en de markt.',
    body: paragraphs('De voorpagina.'),
    number: 4,
    publicationDay: '2026-05-01',
    photo: null,
    pdf: null,
    updatedAt: '2026-05-01T09:00:00.000Z',
    ...change,
  }
}

export function anAdvertisement({
  slug = 'oliebollen' as Slug,
  ...change
}: Partial<Advertisement> = {}): Advertisement {
  return {
    kind: 'advertisement',
    id: `advertisement-${slug}` as EntryId,
    slug,
    title: 'Oliebollen',
    summary: 'Elke zaterdag vers.',
    body: [],
    advertisementKind: 'advertisement',
    sponsor: 'Bakkerij Mulder',
    firstDay: '2026-05-01',
    lastDay: '2026-06-30',
    photo: null,
    link: null,
    business: null,
    updatedAt: '2026-05-01T09:00:00.000Z',
    ...change,
  }
}

export function aPhoto(change: Partial<Photo> = {}): Photo {
  return {
    url: '/uploads/plein.jpg',
    version: '1',
    alt: 'Het plein',
    maker: 'Noor',
    source: '',
    licence: 'ownWork',
    focus: null,
    ...change,
  }
}

/** `count` articles, one a day, the newest first published at noon on `newest`. */
export function manyArticles(
  count: number,
  newest = '2026-06-01',
  organisation: EntryId | null = null,
): Article[] {
  const day = Date.parse(`${newest}T10:00:00.000Z`)
  return Array.from({ length: count }, (_, age) =>
    anArticle({
      slug: `bericht-${count - age}` as Slug,
      title: `Bericht ${count - age}`,
      firstPublishedAt: new Date(day - age * 86_400_000).toISOString(),
      organisation,
    }),
  )
}

export function paragraphs(...texts: string[]): BlockNode[] {
  return texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }))
}
