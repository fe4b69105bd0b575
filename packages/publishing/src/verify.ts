/**
 * Whether what is live is what it should be: the wijk rendered anew from all its content, by a process that remembers
 * nothing, compared byte for byte with what is live. A difference without a change that waits is a bug.
 */
import type { WijkId } from '@wijkpers/content'
import type { Held } from '@wijkpers/content/strapi'
import type { ContentReader } from './content.ts'
import { isMadeOf, isRightNow } from './newest.ts'
import { makePlan } from './plan.ts'
import type { FirstTarget, Renderer, SiteFile } from './ports.ts'
import { renderJobOf, type RenderJobOptions } from './render-job.ts'

export interface VerifyPorts extends RenderJobOptions {
  /** Best one that has read nothing yet: what it kept may be what is wrong. */
  readonly content: ContentReader
  /** One that publishes nothing: it renders every wijk in full. */
  readonly renderer: Renderer
  readonly target: Pick<FirstTarget, 'live' | 'damaged'>
}

export interface Verdict {
  readonly release: number
  readonly revision: number
  readonly wanted: number
  /** How many are live. */
  readonly files: number
  /** Paths of files that are live with other bytes than they should have, or are missing. */
  readonly different: readonly string[]
  /** Paths of files that are live and should not be. */
  readonly leftOver: readonly string[]
  /** Paths of files whose bytes are not those that the release was made with: a disk or a hand did that. */
  readonly damaged: readonly string[]
  /** A change waits for its publish, or came meanwhile: then differences say nothing. */
  readonly isBehind: boolean
  /** The wijk stays at an earlier release, so differences are meant. */
  readonly held: Held | null
}

/** Verifies one wijk; null when the CMS never knew it. Changes nothing. */
export async function verify(wijk: WijkId, ports: VerifyPorts): Promise<Verdict | null> {
  const { content, renderer, target } = ports
  const snapshot = await content.read(wijk)
  if (!snapshot) return null
  const live = target.live(wijk)
  const made = await renderJobOf(snapshot, ports)
  const pages = made
    ? await renderer.render(made.job, null)
    : { basis: null, rendered: [], kept: [], removed: [] }
  const isNow = isMadeOf(live, snapshot, ports) && isRightNow(live, ports)
  const plan = makePlan<SiteFile>({
    live: live?.files,
    pages,
    carried: made ? [...made.mediaFiles, ...renderer.files] : [],
  })
  return {
    release: live?.release ?? 0,
    revision: live?.revision ?? 0,
    wanted: snapshot.revision,
    files: live?.files.size ?? 0,
    different: plan.put.map(({ path }) => path),
    leftOver: plan.remove,
    damaged: await target.damaged(wijk),
    isBehind: !isNow || target.live(wijk)?.release !== live?.release,
    held: snapshot.held,
  }
}

/** How many files are not as they should be. */
export function faultsIn({ different, leftOver, damaged }: Verdict): number {
  return new Set([...different, ...leftOver, ...damaged]).size
}
