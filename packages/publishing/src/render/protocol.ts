/** What the publisher and its render processes say to each other, and what a built site format offers. */
import type { Entry, EntryId, FormerAddress, Wijk, WijkId } from '@wijkpers/content'
import type { createMovingSite, SitePhoto } from '@wijkpers/content/site'
import type { createPageGraph, OpenSite, PagePath } from '@wijkpers/page-graph'
import type { Reason, SiteFile } from '../ports.ts'
import type { CardNames } from './share-cards.ts'

/** The module that `build:renderer` of the site format makes: all that decides about the bytes of a site, in one version. */
export interface SiteFormatModule extends CardNames {
  openSite(siteUrl: string): OpenSite<PagePath>
  readonly createMovingSite: typeof createMovingSite
  readonly createPageGraph: typeof createPageGraph
}

/** What changed in the content of a wijk since the last request that this process answered. */
export interface RenderRequest {
  readonly id: number
  readonly wijk: WijkId
  /** Forget all of this wijk first: `put` is everything. */
  readonly isAnew: boolean
  readonly settings: Wijk
  readonly siteUrl: string
  readonly hub: string | null
  readonly now: string
  readonly put: readonly Entry[]
  readonly gone: readonly EntryId[]
  /** Photos by key that were not sent before. */
  readonly photos: Readonly<Record<string, SitePhoto>>
  /** All of them; absent when they are as they were. */
  readonly formerAddresses?: readonly FormerAddress[] | undefined
  /** It cost a process before: say of each page that it is begun, so that the one it hangs on is known. */
  readonly isSuspect: boolean
  /** Paths of cards that are live: these are not drawn again. */
  readonly drawn: readonly string[]
}

/** A page or card, with its bytes. */
export interface MadeFile extends SiteFile {
  readonly body: Uint8Array
  readonly reason: Reason
}

/** The pages that differ, those that are no more, until when all pages are right without an edit, and how long finding out which took. */
export interface RenderedSite {
  readonly rendered: readonly MadeFile[]
  /** Files that are live as they should be, and were not made again. */
  readonly kept: readonly string[]
  readonly removed: readonly string[]
  readonly validUntil: string | null
  readonly compareMs: number
}

/** Comes now and then from a process that has much to do: it is at work, and its answer follows. */
export interface AtWork {
  readonly id: number
  readonly isAtWork: true
  /** Address of the page that it begins, of a suspect. */
  readonly page?: string
}

/** The first of all: the process has the format, and takes requests. */
export interface Ready {
  readonly isReady: true
}

export type RenderAnswer =
  | (RenderedSite & { readonly id: number })
  | { readonly id: number; readonly failure: { readonly page: string | null; readonly message: string } }

/** A wijk that was not published for long: its memory is needed for others. */
export interface ForgetRequest {
  readonly forget: WijkId
}
