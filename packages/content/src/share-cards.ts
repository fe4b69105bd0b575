/**
 * The picture that stands with a link to a page when somebody shares it (Open Graph): title, wijk and colour, drawn by
 * `@wijkpers/images/draw-card`. Its name says all that is in it, so it is drawn once, and anew only when that changes.
 */
import { hash } from 'node:crypto'
import { nameOf, type Entry, type Wijk } from './entries.ts'

/** All that is on the picture of a shared link. */
export interface ShareCard {
  /** Of the entry or the wijk that it belongs to, so that no two share a file. */
  readonly id: string
  readonly title: string
  /** Name of the wijk. */
  readonly wijk: string
  /** `#rrggbb` */
  readonly colour: string
}

/** To be raised when the drawing of the same card becomes another one: a file never changes under its name. */
const DRAWING = 2

/** Where cards are on a site. */
export const SHARE_FOLDER = 'deel/'

type CardWijk = Pick<Wijk, 'id' | 'name' | 'colour'>

/** The card of an entry. Null for what has no page of its own, and for what was paid for: that has the card of the wijk. */
export function shareCardOf(entry: Entry, { name, colour }: Omit<CardWijk, 'id'>): ShareCard | null {
  switch (entry.kind) {
    case 'deal':
    case 'person':
    case 'advertisement':
      return null
    case 'article':
    case 'infoPage':
    case 'event':
    case 'organisation':
    case 'notice':
    case 'business':
    case 'liveabilityProject':
    case 'edition':
      return { id: entry.id, title: titleOf(entry), wijk: name, colour }
  }
}

/** Who sees the picture of something that does not go on must not read the rest to know. */
const titleOf = (entry: Entry) =>
  entry.kind === 'event' && entry.isCancelled ? `Afgelast: ${entry.title}` : nameOf(entry)

/** The card of the wijk itself, for its home page and its lists. */
export function shareCardOfWijk({ id, name, colour }: CardWijk): ShareCard {
  return { id, title: name, wijk: name, colour }
}

/** All cards of a site. */
export function shareCardsOf(wijk: CardWijk, entries: Iterable<Entry>): ShareCard[] {
  return [shareCardOfWijk(wijk), ...Array.from(entries, (entry) => shareCardOf(entry, wijk) ?? [])].flat()
}

/** The path of the file of a card on its site. */
export function shareCardPath({ id, title, wijk, colour }: ShareCard): string {
  const name = hash('sha256', JSON.stringify([DRAWING, id, title, wijk, colour]))
  return `/${SHARE_FOLDER}${name.slice(0, 24)}.png`
}
