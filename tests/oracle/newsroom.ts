/**
 * What a newsroom of two wijken can do, and what an editor there knows. The edits of the oracle (edits.ts) are made
 * through this, so that the same edits can go to content in memory and to the real CMS.
 *
 * draft  - what an editor saved last
 * live   - what was published; a saved draft leaves it as it is
 */
import type { EntryKind } from '@wijkpers/content'

/** The two wijken by their place. */
export type Place = 0 | 1

/** The kinds that the oracle edits: those that lists, links, photos and time make pages of. */
export type OracleKind = Extract<EntryKind, 'article' | 'event' | 'organisation' | 'infoPage'>

/** What an editor fills in; of `name` and `title`, a kind has one, here always called `title`. */
export interface Fields {
  readonly title: string
  readonly slug: string
  readonly text: string
  readonly summary: string
  /** ISO; of articles. */
  readonly firstPublishedAt: string
  /** ISO; of events. */
  readonly startsAt: string
  readonly endsAt: string | null
  readonly isAllDay: boolean
  readonly isCancelled: boolean
  readonly place: string
  /** In the menu; of info pages. */
  readonly position: number
  /** Id of an organisation of the same wijk; of articles and events. */
  readonly organisation: string | null
  /** Of all but info pages. */
  readonly photo: PhotoOf | null
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
  readonly state: 'draft' | 'active' | 'resting' | 'archived'
  readonly tagline: string
  readonly welcome: string
  readonly colour: string
  readonly domain: string | null
  readonly contactEmail: string | null
}

/** Bytes of a photo that nobody edited are not made anew: a picture is known by its number. */
export type Picture = number

export interface Newsroom {
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
  replace(file: number, picture: Picture): Promise<void>
  /** From now on it is `now`, which only grows. */
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
