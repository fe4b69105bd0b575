/**
 * What a newsroom of two wijken can do, and what an editor there knows. The edits of the oracle (edits.ts) are made
 * through this, so that the same edits can go to content in memory and to the real CMS.
 *
 * draft  - what an editor saved last
 * live   - what was published; a saved draft leaves it as it is
 */
import type { EntryKind, WijkState } from '@wijkpers/content'

/** The two wijken by their place. */
export type Place = 0 | 1

/** The kinds that the oracle edits: all there are. */
export type OracleKind = EntryKind

/** What an editor fills in; of `name` and `title`, a kind has one, here always called `title`. */
export interface Fields {
  readonly title: string
  readonly slug: string
  readonly text: string
  readonly summary: string
  /** ISO; of articles, notices and, as a day, of editions. */
  readonly firstPublishedAt: string
  /** ISO; of events, deals and, as days, of advertisements. */
  readonly startsAt: string
  readonly endsAt: string | null
  readonly isAllDay: boolean
  /** Of events; of an article, that it is news of a death. */
  readonly isCancelled: boolean
  readonly place: string
  /** In the menu, of info pages; of others a number that they show. */
  readonly position: number
  /** Which of the kinds of notice, business or advertisement it is, or how far a project is. */
  readonly choice: number
  /** Ids of an organisation, a business and an edition of the same wijk, for kinds that have such a link. */
  readonly organisation: string | null
  readonly business: string | null
  readonly edition: string | null
  /** Of all but info pages. */
  readonly photo: PhotoOf | null
  /** ISO: at this moment the draft is published, once; null for a draft that waits for an editor. */
  readonly publishAt: string | null
  /** ISO: from this moment on it is not on the site; null for never. */
  readonly expiresAt: string | null
}

/** A photo in an entry. */
export interface PhotoOf {
  /** Number of what was uploaded. */
  readonly file: number
  readonly alt: string
  readonly maker: string
}

/** The settings of a wijk that edits change. */
export interface Settings {
  readonly name: string
  readonly slug: string
  readonly state: WijkState
  readonly tagline: string
  readonly welcome: string
  readonly colour: string
  readonly domain: string | null
  readonly contactEmail: string | null
}

/** Bytes of a photo that nobody edited are not made anew: a picture is known by its number. */
export type Picture = number

export interface Newsroom {
  /** The kinds of entry that can be made here. */
  readonly kinds: readonly OracleKind[]
  /** Makes a draft; answers its id. */
  create(kind: OracleKind, wijk: Place, fields: Fields): Promise<string>
  /** Saves the draft; with `wijk` it moves there when it is published. */
  save(entry: KnownEntry, fields: Partial<Fields>, wijk?: Place): Promise<void>
  publish(entry: KnownEntry): Promise<void>
  unpublish(entry: KnownEntry): Promise<void>
  remove(entry: KnownEntry): Promise<void>
  change(wijk: Place, settings: Partial<Settings>): Promise<void>
  /** Answers the number of the file. */
  upload(picture: Picture): Promise<number>
  /** Puts another picture in the place of one, in whatever has it, without a publish. */
  replace(file: number, picture: Picture): Promise<void>
  /** From now on it is `now`, which only grows; what was planned before it is published by then. */
  passTime(now: Date): Promise<void>
}

/** An entry as the editor knows it. */
export interface KnownEntry {
  readonly id: string
  readonly kind: OracleKind
  wijk: Place
  /** The draft. */
  fields: Fields
  /** The fields that are live; null when it is not published. */
  live: Fields | null
}
