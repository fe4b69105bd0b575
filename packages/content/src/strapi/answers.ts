/** What the CMS answers, and what can go wrong with that. */
import type { Entry, Wijk } from '../entries.ts'
import type { FormerAddress } from '../former-addresses.ts'
import type { EntryId, Slug, WijkId } from '../ids.ts'

/** A wijk with its two numbers as the CMS knows them. */
export interface WijkRevision {
  readonly id: WijkId
  /** Null when the wijk was deleted. */
  readonly slug: Slug | null
  /** The wanted revision. */
  readonly wanted: number
  /** The newest wanted revision that somebody waits for; what is above it came with an act elsewhere. */
  readonly awaited: number
  /** When it became this one: ISO in UTC. After the CMS was put back from a backup a number comes again, at another moment. */
  readonly changedAt: string
  /** Live revision and release as last reported; the release store knows better. */
  readonly live: number
  readonly release: number
  /** Null when the site follows the content, as it should. */
  readonly held: Held | null
  /** Where its site is to be, such as `embedded, netlify`; null for what holds for all wijken. */
  readonly targets: string | null
}

/** An operator put the site of a wijk back to an earlier release; it stays there until he lets it go on. */
export interface Held {
  /** Number of the release whose files are shown. */
  readonly release: number
  /** Revision of the content in it. */
  readonly revision: number
  /** Who did it, as editors may read it. */
  readonly by: string
  /** ISO in UTC. */
  readonly since: string
  /** A sentence in Dutch, for editors. */
  readonly why: string
}

/** Ids and versions of all that is published in one wijk, at one revision. */
export interface Manifest {
  readonly revision: number
  /** When the wanted revision became this one: ISO in UTC. */
  readonly changedAt: string
  /** When the CMS that says so was started (ISO in UTC): another start may be of a database that was put back from a backup. */
  readonly cmsStartedAt: string
  /** Null when the wijk was deleted. */
  readonly wijk: Wijk | null
  readonly held: Held | null
  readonly entries: readonly { readonly id: EntryId; readonly version: string }[]
  readonly formerAddresses: readonly FormerAddress[]
}

/** What differs in a wijk since a revision that was read before. */
export interface Changes {
  readonly revision: number
  readonly changedAt: string
  readonly cmsStartedAt: string
  /** Null when the wijk was deleted. */
  readonly wijk: Wijk | null
  readonly held: Held | null
  readonly entries: readonly VersionedEntry[]
  readonly gone: readonly EntryId[]
  /** Those that came to be one, or are another entry's than before. */
  readonly formerAddresses: readonly FormerAddress[]
}

/** An entry with the version under which a manifest knows it. */
export interface VersionedEntry {
  readonly version: string
  readonly entry: Entry
  /** From this instant (ISO in UTC) on it is not on the site any more; null or absent for never. */
  readonly expiresAt?: string | null
}

/** A file that was thrown away in the CMS: as a photo was known by, and of which wijk it was. */
export interface WithdrawnFile {
  /** When: ISO in UTC, by the clock of the CMS. */
  readonly at: string
  readonly wijk: WijkId
  readonly url: string
  readonly version: string
}

/** What the CMS keeps of a receipt, for the editor who waits. */
export interface ReceiptReport {
  readonly wijk: WijkId
  readonly revision: number
  readonly state: 'received' | 'rendering' | 'deploying' | 'live' | 'failed' | 'held'
  readonly receivedAt: string
  readonly renderedAt: string | null
  readonly liveAt: string | null
  readonly release: number | null
  readonly url: string | null
  readonly pages: number | null
  readonly durationMs: number | null
  readonly error: string | null
  /** When it is tried again, or, while it waits for a target, about when that takes it. */
  readonly nextTryAt: string | null
  /** The target that it waits for, as editors know it; null when it waits for none. */
  readonly waitsFor: string | null
  readonly attempts: number
}

/** The CMS could not be reached, or answered with something else than was asked. Trying again can help. */
export class CmsUnavailableError extends Error {
  override readonly name = 'CmsUnavailableError'
}

/** An entry or setting in the CMS has a value that no page can be made of. Trying again helps only after an edit. */
export class InvalidContentError extends Error {
  override readonly name = 'InvalidContentError'
  /** Title of the entry; null for a setting. */
  readonly title: string | null
  constructor(message: string, { title = null, ...options }: ErrorOptions & { title?: string | null } = {}) {
    super(message, options)
    this.title = title
  }
}

/** The CMS answers, and does not have the bytes of an upload any more. Trying again helps only after another upload. */
export class OriginalGoneError extends Error {
  override readonly name = 'OriginalGoneError'
}
