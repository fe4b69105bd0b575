/**
 * Words of this package.
 *
 * site      one wijk as the store sees it: an id that never changes, and the host it answers on
 * object    the bytes of a file, kept once under their sha256
 * file      a path of a site that shows an object, from one release up to another
 * release   a complete numbered set of files of one site; numbers only grow
 * index     the SQLite file that knows which object each file of each release shows
 */

/** From when until when pages are right by the clock alone. ISO in UTC, as `toISOString` writes it. */
export interface Validity {
  /** The moment for which they were made. */
  readonly from: string
  /** The first instant at which one of them may have to be another; null for never. */
  readonly until: string | null
}

/** A release as it is handed over: what differs from the release it was made on. */
export interface NewRelease {
  /** Who the release is of, for ever: the id of the wijk. */
  readonly site: string
  /** Where the site answers, such as `molenwijk.localhost`; a port is ignored. A release without files needs none. */
  readonly host: string
  readonly slug: string
  readonly name: string
  /** Revision of the content that this release shows. */
  readonly revision: number
  /** When that became the wanted revision: ISO in UTC. */
  readonly changedAt?: string | undefined
  /** Version of the site format that rendered it. */
  readonly format: string
  readonly validity: Validity
  /** Number of the release this one was made on: 0 for the first one. */
  readonly base: number
  /** New and changed files; each object has been put before. */
  readonly put: readonly (StoredFile & { readonly path: string })[]
  /** Paths that are no longer there; unknown ones are ignored, so that removing twice is harmless. */
  readonly remove: readonly string[]
  /** Hosts where the site was, and that lead to it now; those of before when left out. */
  readonly formerHosts?: readonly string[]
  /** Other sites that are to be on another host by now, by id: who of them is where this one goes moves there with it. */
  readonly moving?: ReadonlyMap<string, string>
  /** Number of the release that this one shows again. */
  readonly rollback?: number
  /** Highest release number known elsewhere: the new number is above it, also when the store was emptied. */
  readonly atLeast?: number
}

/** What a site shows now. */
export interface LiveRelease {
  readonly site: string
  readonly host: string
  readonly slug: string
  readonly name: string
  /** Number of the release. */
  readonly release: number
  /** Of the content that it was made of. */
  readonly revision: number
  /** Of the newest content that is known to look so; that of the release, or one from which nothing differs. */
  readonly shownRevision: number
  /** When that became the wanted revision: ISO in UTC; null when it was not noted. */
  readonly changedAt: string | null
  readonly format: string
  /** When it was committed, ISO in UTC. */
  readonly madeAt: string
  /** How many files it has: 0 for a site that was taken down. */
  readonly files: number
  /** Number of the release that it shows again; null for one that is new. */
  readonly rollback: number | null
}

/** Going back to a kept release: it is shown again as a new one. */
export interface Rollback extends Pick<
  NewRelease,
  'site' | 'host' | 'slug' | 'name' | 'formerHosts' | 'atLeast'
> {
  /** Number of the release to show again. */
  readonly to: number
}

/** A release that is live and safe from a power cut. */
export interface CommittedRelease extends LiveRelease {
  /** How many files became another object, or are new. */
  readonly changed: number
  readonly removed: number
}

/** One release in the history of a site. */
export interface KeptRelease {
  readonly release: number
  readonly revision: number
  readonly format: string
  readonly madeAt: string
  readonly files: number
  readonly changed: number
  readonly removed: number
  /** Number of the release that it shows again; null for one that was new. */
  readonly rollback: number | null
}

/** From which release a file has been as it is, and the one in which it went; null while it is there. */
export interface FileSpan {
  readonly first: number
  readonly until: number | null
}

/** Which object a file shows. `size` in bytes. */
export interface StoredFile {
  /** sha256 of the bytes, in hex. */
  readonly hash: string
  readonly size: number
  /**
   * Of an address that was left: the path to which it leads by now, with slashes at both ends, or empty for nowhere: what was there is
   * gone. The object says the same to a reader; absent for a file that is shown.
   */
  readonly movedTo?: string
}
