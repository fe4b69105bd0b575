/** A wijk as busy as one can be: an agenda, a noticeboard and lists that are full, with texts that people wrote. */
import { globSync, readFileSync } from 'node:fs'
import { NOTICE_KINDS, type EntryId, type Event, type Slug } from '@wijkpers/content'
import type { SiteInput } from '@wijkpers/content/site'
import {
  aBusiness,
  anAdvertisement,
  anArticle,
  aDeal,
  anEdition,
  anEvent,
  anOrganisation,
  aNotice,
  aSiteInput,
} from '../../sites/wijk/src/testing/a-site.ts'

const DAY = 86_400_000
const NOW = '2026-06-01T10:00:00.000Z'

/** Sentences of the demo, each once: texts of a few words that are repeated would weigh next to nothing when packed. */
const sentences = [
  ...new Set(
    globSync(new URL('../../demo/*/*/*.md', import.meta.url).pathname)
      .toSorted()
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split(/^---$/m)
          .at(-1)!
          .split(/(?<=[.!?])\s+/),
      )
      .map((sentence) => sentence.replaceAll(/[\s#>*_-]+/g, ' ').trim())
      .filter((sentence) => sentence.length > 60 && sentence.length < 180),
  ),
]

/** The next sentence, and words of another one as a title of some 45 letters. */
let next = 0
const sentence = () => sentences[next++ % sentences.length]!
const words = (letters: number) => {
  const whole = sentence()
  return whole.slice(0, whole.indexOf(' ', letters) + 1 || undefined).replace(/[\s.,:;]+$/, '')
}
const slugOf = (title: string, number: number) =>
  `${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)}-${number}` as Slug
const many = <E>(count: number, make: (number: number, title: string) => E): E[] =>
  Array.from({ length: count }, (_, number) => make(number, words(40)))

const at = (days: number) => new Date(Date.parse(NOW) + days * DAY).toISOString()
const places = Array.from({ length: 100 }, () => words(18))

/** 220 things to do in the next seven weeks, at 100 places, and one a month in the eight years before. */
const events: readonly Event[] = [
  ...many(120, (number, title) => ({ number, title, days: 1 + number / 3 })),
  ...many(100, (number, title) => ({ number: 200 + number, title, days: -30 * (1 + number) })),
  ...many(100, (number, title) => ({ number: 400 + number, title, days: 1 + number / 2 })),
].map(({ number, title, days }) =>
  anEvent({
    slug: slugOf(title, number),
    title,
    summary: sentence(),
    place: places[number % 100]!,
    startsAt: at(days),
    endsAt: null,
  }),
)

export const busySite: SiteInput = {
  ...aSiteInput({
    now: NOW,
    entries: [
      ...events,
      ...many(400, (number, title) =>
        anArticle({
          slug: slugOf(title, number),
          title,
          summary: sentence(),
          firstPublishedAt: at(-2 * number),
        }),
      ),
      ...many(150, (number, title) =>
        aNotice({
          slug: slugOf(title, number),
          title,
          summary: sentence(),
          noticeKind: NOTICE_KINDS[number % 5]!,
          place: words(18),
        }),
      ),
      ...many(80, (number, name) =>
        anOrganisation({
          id: `o${number}` as EntryId,
          slug: slugOf(name, number),
          name,
          summary: sentence(),
          helpsWith: words(30),
          phone: `010-555 ${String(number * 97).padStart(4, '0')}`,
          organisationKind: (['club', 'help', 'faith', 'sportClub'] as const)[number % 4]!,
        }),
      ),
      ...many(80, (number, name) =>
        aBusiness({
          slug: slugOf(name, number),
          name,
          summary: sentence(),
          address: words(18),
          businessKind: (['shop', 'eatery', 'services', 'beauty'] as const)[number % 4]!,
        }),
      ),
      ...many(60, (number, title) =>
        anAdvertisement({ slug: slugOf(title, number), title, summary: sentence(), sponsor: words(18) }),
      ),
      ...many(9, (number, title) => aDeal({ slug: slugOf(title, number), title })),
      aBusiness(),
      anEdition({ summary: sentence() }),
    ],
  }),
  siteUrl: 'https://druk.example',
}
