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
  readonly renderer: Renderer
  readonly target: Pick<FirstTarget, 'live'>
}

/**
 * Reads the content of a wijk and renders its pages as they are live, so that its next publish makes only what a change touches. Nothing
 * that is live changes. Answers whether that came about; what is due is not made ready, as its publish is on its way. Not to be called
 * while the wijk is published.
 */
export async function makeReady(wijk: WijkId, world: ReadyPorts): Promise<boolean> {
  const moment = world.now()
  const ports = { ...world, now: () => moment }
  const { content, renderer, target } = ports
  const live = target.live(wijk)
  const snapshot = live && (await content.read(wijk))
  if (!snapshot || snapshot.held || !isMadeOf(live, snapshot, ports) || !isRightNow(live, ports)) return false
  const site = await renderJobOf(snapshot, ports)
  if (!site) return false

  const pages = await renderer.render(site.job, live.release, live.files)
  const carried = [...site.mediaFiles, ...renderer.files]
  // What differs is a fault, which the nightly comparison tells of; the next publish makes everything anew then.
  const isAsLive = makePlan<SiteFile>({ live: live.files, pages, carried }).isEmpty
  if (isAsLive) pages.wentLive(live.release)
  return isAsLive
}
