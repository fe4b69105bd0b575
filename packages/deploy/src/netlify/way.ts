/** Two ways to Netlify, for the same deploy: the digest protocol directly, and netlify-cli. */
import type { WijkId } from '@wijkpers/content'
import { TargetUnavailableError } from '@wijkpers/publishing'
import { NETLIFY } from './api.ts'

/** One file of a deploy. */
export interface DeployFile {
  /** sha1 of the bytes in hex: Netlify's name for them. */
  readonly sha1: string
  /** sha256 of the bytes in hex: ours. Empty when only Netlify's is known. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /** Of an address that was left: where it leads, or empty for nowhere (SiteFile). */
  readonly movedTo?: string
}

export interface DeployOrder {
  readonly wijk: WijkId
  readonly site: { readonly id: string }
  readonly title: string
  /** All files of the site, with its rules. */
  readonly files: ReadonlyMap<string, DeployFile>
  /** How to get the bytes of what is new; undefined for what was there before. */
  readonly body: (path: string) => (() => Promise<Uint8Array>) | undefined
  /** Whether a deploy with this title may have been begun before. */
  readonly isBegun: boolean
  /**
   * To be called right before a deploy is made; answers how it is told that none was. Throws TargetWaitsError when the account has none
   * left now.
   */
  readonly begin: () => Promise<() => void>
}

export interface NetlifyWay {
  /** Makes the files live on the site; answers the id of the deploy. A deploy that fails is cancelled. */
  deploy(order: DeployOrder): Promise<string>
  /** Of these files, those whose bytes are not on this machine where this way needs them: they must be brought again. */
  missing(wijk: WijkId, files: ReadonlyMap<string, DeployFile>): Promise<string[]>
}

/** The bytes of a file that did not change are not to be had: the next deploy must bring them again. */
export class BytesGoneError extends TargetUnavailableError {
  constructor(reason: string) {
    super(NETLIFY, reason)
  }
}
