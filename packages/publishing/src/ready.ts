/** Ready for the next publish before anybody asks for it: what a publish builds on is brought into memory while nobody waits. */
import type { WijkId } from '@wijkpers/content'
import type { ContentReader } from './content.ts'
import { isMadeOf, isRightNow } from './newest.ts'
import { makePlan } from './plan.ts'
import type { FirstTarget, Renderer, SiteFile } from './ports.ts'
import { renderJobOf, type RenderJobOptions } from './render-job.ts'

export interface ReadyPorts extends RenderJobOptions {
  /** Those that publish: what they keep of the wijk is what its next publish starts from. */
  readonly content: ContentReader
  readonly renderer: Renderer & { knows(wijk: WijkId, release: number): boolean }
  readonly target: Pick<FirstTarget, 'live'>
}

/**
 * `made`: it is ready now; `ready`: it was already; `not-now`: a publish of it is on its way, or it is held; `not-as-made`: what is live
 * differs from what is made now, so its next publish makes everything anew.
 */
export type Readied = 'made' | 'ready' | 'not-now' | 'not-as-made'

/**
 * Reads the content of a wijk and renders its pages as they are live, so that its next publish makes only what a change touches. Nothing
 * that is live changes. Beside a publish of the wijk it is of no harm and of no use.
 */
export async function makeReady(wijk: WijkId, world: ReadyPorts): Promise<Readied> {
  const moment = world.now()
  const ports = { ...world, now: () => moment }
  const { content, renderer, target } = ports
  const live = target.live(wijk)
  if (!live) return 'not-now'
  if (content.has(wijk) && renderer.knows(wijk, live.release)) return 'ready'
  const snapshot = await content.read(wijk)
  const isStillLive = () => target.live(wijk)?.release === live.release
  if (
    !snapshot ||
    snapshot.held ||
    !isMadeOf(live, snapshot, ports) ||
    !isRightNow(live, ports) ||
    !isStillLive()
  )
    return 'not-now'
  const site = await renderJobOf(snapshot, ports)
  if (!site) return 'not-now'

  const pages = await renderer.render(site.job, live.release, live.files)
  const carried = [...site.mediaFiles, ...renderer.files]
  if (!isStillLive()) return 'not-now'
  // What differs is a fault: the nightly comparison tells of it.
  if (!makePlan<SiteFile>({ live: live.files, pages, carried }).isEmpty) return 'not-as-made'
  pages.wentLive(live.release)
  return 'made'
}
