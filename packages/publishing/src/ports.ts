/**
 * What publishing needs from the world. Most ports have one implementation, those for where releases go several; they are
 * chosen and wired in apps/publisher, and `publish.ts` knows none of them.
 *
 * A receipt goes through these states, forwards only:
 * received -> rendering -> deploying -> live, or failed (then it is tried again and starts at rendering),
 * or held (the wijk stays at an earlier release until an operator lets it go on).
 */
import type { Document, Entry, EntryId, FormerAddress, Photo, Wijk, WijkId } from '@wijkpers/content'
import type { SitePhoto } from '@wijkpers/content/site'
import type { CmsClient, VersionedEntry } from '@wijkpers/content/strapi'
import type { Reason } from '@wijkpers/page-graph'
import type { Quota } from './elsewhere.ts'

/** Reads of the CMS that a publish makes. */
export type ContentSource = Pick<CmsClient, 'manifest' | 'entries' | 'changes'>

/** One file of a site, without its bytes. */
export interface SiteFile {
  /** Path below the site's root, such as `nieuws/index.html`. */
  readonly path: string
  /** sha256 of the bytes, hex. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /**
   * Of a former address: the path of the page to which it leads by now, with slashes at both ends, or empty when what was there is gone.
   * A target that can answers so; where it cannot, the file itself says it.
   */
  readonly movedTo?: string
}

/** A file whose bytes can be had when a target lacks them. */
export interface FileWithBody extends SiteFile {
  body(): Promise<Uint8Array>
}

/** A photo made ready for the site. */
export interface PhotoFile extends FileWithBody {
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** A photo at the largest width of the site, and narrower for small places. */
export interface PhotoFiles extends PhotoFile {
  readonly narrow: readonly PhotoFile[]
}

/** Originals of the CMS, made ready once for all wijken. */
export interface PhotoStore {
  /** Throws CmsUnavailableError when the original cannot be had, UnreadablePhotoError when it is no picture. */
  file(photo: Pick<Photo, 'url' | 'version'>): Promise<PhotoFiles>
  /** A document as it came, under its address on the site. Throws CmsUnavailableError. */
  document(document: Document): Promise<FileWithBody>
}

export type { Reason }

/** A page that was rendered. */
export interface RenderedFile extends FileWithBody {
  readonly reason: Reason
}

/** What a site is rendered from. Entries with the version of an earlier render are taken to be the same. */
export interface RenderJob {
  readonly wijk: Wijk
  readonly entries: ReadonlyMap<EntryId, VersionedEntry>
  /** Until when these are the entries of the site: one of them expires then. ISO in UTC; null for ever. */
  readonly validUntil: string | null
  readonly siteUrl: string
  /** Address of the WebSub hub; null for none. */
  readonly hub: string | null
  /** ISO in UTC. */
  readonly now: string
  readonly photos: Readonly<Record<string, SitePhoto>>
  /** The same object until its contents change. */
  readonly formerAddresses: readonly FormerAddress[]
}

/** What differs between the content of two renderings of a wijk. */
export interface ContentChange {
  readonly put: readonly { readonly entry: Entry; readonly isNew: boolean }[]
  readonly gone: readonly Entry[]
  /** The settings of the wijk, such as its name. */
  readonly isOtherWijk: boolean
}

/** The pages that differ from `basis`, or all pages when `basis` is null. */
export interface Rendering {
  readonly basis: number | null
  readonly rendered: readonly RenderedFile[]
  /** Paths of files that are live as they should be, and were not made again. */
  readonly kept: readonly string[]
  /** Files of pages that are no more; empty when `basis` is null. */
  readonly removed: readonly string[]
  /** The instant until which all pages of the site are right without an edit: ISO in UTC, or null for ever. */
  readonly validUntil: string | null
  /** Milliseconds that finding out which pages these are took: taking in the change, and comparing answers. */
  readonly compareMs: number
  /** What differs from the content of `basis`; null when that is null. */
  readonly change: ContentChange | null
  /** To be told when these pages became live as `release`: the next rendering can then be based on it. */
  wentLive(release: number): void
}

/** The prebuilt renderer of the site format, in processes of its own. */
export interface Renderer {
  /** Identifies the site format: another value means that every wijk must be made anew. */
  readonly format: string
  /** Files that every site of this format carries, such as stylesheets. */
  readonly files: readonly FileWithBody[]
  /**
   * Renders the pages that differ from those of release `basis`, when it still knows what these read; all pages otherwise, and when it is null.
   * Of what is named for all that is in it, such as cards, nothing is made that `live` has already; without it, everything.
   */
  render(job: RenderJob, basis: number | null, live?: LiveFiles | null): Promise<Rendering>
}

/** From when until when pages are right without an edit. ISO in UTC, as `toISOString` writes it. */
export interface Validity {
  /** The moment for which they were made. */
  readonly from: string
  /** The first instant at which one of them may have to be another; null for never. */
  readonly until: string | null
}

/** Whether pages are right at `now`. Before the moment that they were made for they are not: the clock was put back. */
export function isRightAt(validity: Validity | null, now: string): boolean {
  if (!validity) return false
  return validity.from <= now && (validity.until === null || now < validity.until)
}

/** Files by path, each with its hash. A large site has many: whoever has them elsewhere reads no more than is asked. */
export interface LiveFiles {
  readonly size: number
  get(path: string): string | undefined
  keys(): Iterable<string>
  /** Those in one folder, such as `foto/`. Left out where all of them are at hand. */
  below?(folder: string): ReadonlyMap<string, string>
}

/** What is live of one wijk on one target. */
export interface LiveSite {
  readonly release: number
  readonly revision: number
  readonly format: string
  readonly files: LiveFiles
}

/** Which site a release is of, and where it answers. */
export interface SiteAddress {
  readonly slug: string
  readonly name: string
  readonly url: string
  /** Hosts that lead there, for a target that answers on them. */
  readonly formerHosts?: readonly string[]
}

/** The difference that makes the next release of a site. */
export interface Delta {
  readonly wijk: WijkId
  /** Null takes the site down. */
  readonly site: SiteAddress | null
  readonly revision: number
  /** When the CMS came to want that revision: ISO in UTC. The first target notes it, others need not. */
  readonly changedAt?: string | undefined
  readonly format: string
  readonly validity: Validity
  /** The release this difference is based on; 0 when nothing was live. */
  readonly base: number
  /** The new release gets a higher number than this one. */
  readonly after: number
  readonly put: readonly FileWithBody[]
  readonly remove: readonly string[]
  /** Wijken that are to be at another address by now (URLs): who of them is where this site goes moves there with it. */
  readonly moving?: ReadonlyMap<WijkId, string>
}

/** Where releases go. Publishes of one wijk are never handed over at the same time. */
export interface DeployTarget {
  readonly name: string
  /** Least time between the starts of two publishes of one wijk that this target can bear, in milliseconds. */
  readonly gapMs: number
  /** How often it takes something; null for a target without such a limit. */
  readonly quota: Quota | null
  /** What it has of a wijk; null when it never had it. A target elsewhere may have to look there first. */
  live(wijk: WijkId): LiveSite | null | Promise<LiveSite | null>
  /** Makes the delta durable and switches to it at once; answers the number of the new release. */
  publish(delta: Delta): Promise<number>
  /**
   * Fetches `path` of the live site as a reader would. Throws ProofFailedError unless it is answered from
   * `release` or a later one with the bytes of `hash`; with hash null the site must be gone.
   */
  prove(proof: Proof): Promise<void>
  /**
   * Whether a CDN before it may still answer with what an earlier release showed: then the wijk is due, and proving what is live
   * goes on with it. Absent where there is none.
   */
  owesPurge?(wijk: WijkId): boolean
  /** Resolves when it can be reached and lets us in; throws what it refuses with. Absent where there is nothing to reach. */
  reach?(): Promise<void>
  /**
   * Compares all that it has of a wijk with what it was brought, file by file, and answers what somebody changed there; the next difference with
   * what is live puts that right. `wanted` are the files of the release that should be there. Absent where nobody else comes.
   */
  intervention?(wijk: WijkId, wanted: ReadonlyMap<string, FileWithBody>): Promise<Intervention>
  /** Addresses whose answer this delta changes besides those of its own files. Absent where there are none. */
  alsoChanges?(delta: Delta): Promise<readonly ChangedPaths[]>
}

/** What somebody else than we did to a wijk on a target elsewhere: paths of files. */
export interface Intervention {
  readonly missing: readonly string[]
  readonly different: readonly string[]
  /** There, and of no release of ours. */
  readonly leftOver: readonly string[]
}

/** Paths of files below one public address. */
export interface ChangedPaths {
  readonly siteUrl: string
  readonly paths: readonly string[]
}

/** What is live on the first target. */
export interface FirstSite extends LiveSite {
  /** When the CMS came to want `revision`; null when that was not noted. */
  readonly changedAt: string | null
  /** Null when it is not known: then it is looked at again. */
  readonly validity: Validity | null
  /** Number of the release that this one shows again; null for one that was made of content. */
  readonly rollback: number | null
  /** Host on which it answers; empty when the site was taken down. */
  readonly host: string
}

/**
 * The target that releases are made on: it keeps them and answers at once. Other targets are brought to what it
 * shows, each at its own pace.
 */
export interface FirstTarget extends DeployTarget {
  live(wijk: WijkId): FirstSite | null
  /** As `live`, for who asks it of every wijk: all of them by one question, of this moment. */
  everyLive(): (wijk: WijkId) => FirstSite | null
  /** The releases that can be shown again, with the live one, newest first. */
  kept(wijk: WijkId): readonly KeptRelease[]
  /** Throws ReleaseNotKeptError when this release is not kept, or not whole. */
  ensureKept(wijk: WijkId, release: number): void
  /** Paths whose bytes are missing, or are not those that were put. Reads all that is live of the wijk. */
  damaged(wijk: WijkId): Promise<readonly string[]>
  /**
   * Shows a kept release again, as a new release with the inverse changes, whole and in one step. Answers the number of
   * the new release. Throws ReleaseNotKeptError. To other targets it is a difference like any other.
   */
  rollback(back: Return): Promise<number>
  /**
   * Takes files out of every release that is kept, for ever: no address answers with them, and no rollback brings them back.
   * With `alsoShown` out of the one that is live as well. Doing it twice changes nothing.
   */
  withdraw(withdrawal: {
    readonly wijk: WijkId
    readonly paths: readonly string[]
    readonly alsoShown: boolean
  }): Promise<void>
  /** Nothing differs: what is live stays, is right for longer, and is what content of this revision looks like. */
  extend(same: Pick<Delta, 'wijk' | 'validity' | 'revision' | 'changedAt'>): void
  /** The wijken whose live pages are not right at `now` (ISO in UTC), whatever their content. */
  outdated(now: string): readonly WijkId[]
  /** The first instant after `now` at which another wijk is outdated; null when none will be. */
  nextOutdated(now: string): string | null
}

/** A release that can be shown again. */
export interface KeptRelease {
  readonly release: number
  readonly revision: number
  /** ISO in UTC. */
  readonly madeAt: string
  /** How many files it has: 0 when the site was taken down. */
  readonly files: number
  /** Number of the release that it shows again; null for one that was made of content. */
  readonly rollback: number | null
}

/** Going back to a release that is kept. */
export interface Return {
  readonly wijk: WijkId
  readonly site: SiteAddress
  /** Number of the release to show again. */
  readonly to: number
  /** The new release gets a higher number than this one. */
  readonly after: number
}

/** What a reader must get to see. */
export interface Proof {
  readonly wijk: WijkId
  /** Address of the site; null when the wijk has none, then there is nothing to see. */
  readonly url: string | null
  readonly path: string
  /** Null: the address must answer that it is gone. */
  readonly hash: string | null
  readonly release: number
}

/** A release is not, or no longer, there to be shown again. Trying again does not help. */
export class ReleaseNotKeptError extends Error {
  override readonly name = 'ReleaseNotKeptError'
  readonly release: number
  constructor(release: number, reason: string, options?: ErrorOptions) {
    super(`[publishing] release ${release} cannot be shown again: ${reason}`, options)
    this.release = release
  }
}

/** The live site did not show what was just published. Trying again can help. */
export class ProofFailedError extends Error {
  override readonly name = 'ProofFailedError'
}

/** The receipt of one publish, as told to the editor who waits for it. */
export interface Receipt {
  /** The content was read, of this revision and wanted since then; pages are being made. */
  rendering(revision: number, changedAt: string): void
  /** The plan was made; the release is on its way to the target. Of the time since `rendering`, `compareMs` was for finding out which pages differ. */
  deploying(made: { readonly compareMs: number }): void
  /** The release is there; it is being fetched as a reader would. */
  proving(): void
  live(proof: { release: number; url: string | null; pages: number }): Promise<void>
  /** The newest content waits: the wijk is held, and `release` is what is shown. */
  held(proof: { revision: number; release: number; url: string | null }): Promise<void>
}
