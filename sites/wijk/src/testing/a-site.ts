/** Content for tests: each says only what matters to it. */
import type {
  Article,
  BlockNode,
  Entry,
  EntryId,
  Event,
  InfoPage,
  Organisation,
  Photo,
  Slug,
  Wijk,
  WijkId,
} from '@wijkpers/content'
import { createSite, type Site, type SiteInput } from '@wijkpers/content/site'

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
    id: 'wijkwijkwijk' as WijkId,
    slug: 'bloemenbuurt' as Slug,
    name: 'Bloemenbuurt',
    state: 'active',
    tagline: '',
    welcome: '',
    colour: '#8c2f39',
    domain: null,
    contactEmail: null,
    contactPhone: null,
    cbsCode: null,
    cbsVintage: null,
    ...change,
  }
}

export function anArticle({ slug = 'lente' as Slug, ...change }: Partial<Article> = {}): Article {
  const firstPublishedAt = change.firstPublishedAt ?? '2026-03-29T09:30:00.000Z'
  return {
    kind: 'article',
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
