/**
 * From publish to live, the whole story of one wijk. It can be cut off at any instant: what is live
 * stays live, and the next publish starts from the CMS's content again.
 */
import type { WijkId } from '@wijkpers/content'
import type { ContentReader, Snapshot } from './content.ts'
import { holdAtNewest, type HoldPorts, keepHeld } from './held.ts'
import { isMadeOf, isRightNow, looksSame } from './newest.ts'
import { nextRelease } from './next-release.ts'
import { makePlan } from './plan.ts'
import type { Receipt, Renderer, SiteFile } from './ports.ts'
import { noPages, renderJobOf, type RenderJobOptions } from './render-job.ts'

export interface PublishPorts extends RenderJobOptions, HoldPorts {
  readonly content: ContentReader
  readonly renderer: Renderer
  /** Number of the newest release that the CMS knows of: numbers only grow, also when the target was lost. */
  readonly newestRelease: (wijk: WijkId) => number
  /** Files of a wijk that were found to be wrong while nothing waited; null when all is well. */
  readonly wrongIn: (wijk: WijkId) => ReadonlySet<string> | null
}

/**
 * Brings what is live of `wijk` to the newest content of the CMS, as it is to look now. Throws when it did not come
 * that far; nothing is lost then.
 */
export async function publish(wijk: WijkId, receipt: Receipt, world: PublishPorts): Promise<void> {
  // The clock stands still while a publish is made: all of its pages are of one moment.
  const moment = world.now()
  const ports = { ...world, now: () => moment }
  const { content, target, wrongIn } = ports

  // Read what should be live: it costs what changed, and after a fault everything. Pages expire, and a CDN has to
  // forget, while the CMS is away too, or has an entry that cannot be read: then the content that was read last will do.
  const orLast = !isRightNow(target.live(wijk), ports) || target.owesPurge?.(wijk)
  const snapshot = await content.read(wijk, { orLast, isAnew: wrongIn(wijk) !== null })
  // The CMS never knew it.
  if (!snapshot) return

  // An operator may hold the site at an earlier release: then that is shown, and the content waits. When that release
  // is gone the newest is shown after all, and the site is held there.
  const isHeld = await keepHeld(wijk, snapshot, receipt, ports)
  if (isHeld) return
  await makeLive(wijk, snapshot, receipt, ports)
  if (snapshot.held) await holdAtNewest(wijk, snapshot.held, ports)
}

async function makeLive(wijk: WijkId, snapshot: Snapshot, receipt: Receipt, ports: PublishPorts) {
  const { renderer, target } = ports
  receipt.rendering(snapshot.revision, snapshot.changedAt)
  const site = await renderJobOf(snapshot, ports)
  const live = target.live(wijk)

  // What was found to be wrong is nothing to build on: then every page is made anew.
  const wrong = ports.wrongIn(wijk)
  const basis = wrong ? null : live

  // This very content may be live already: an earlier run was cut off before it told so.
  const isThisContent = isMadeOf(basis, snapshot, ports)
  if (basis && isThisContent && isRightNow(basis, ports)) return tell(basis.release, null, 0)

  // Render the pages that read something the change, or time, touched. Photos, documents and stylesheets go with them.
  const pages = site ? await renderer.render(site.job, basis?.release ?? null, basis?.files) : noPages
  const carried = site ? [...site.mediaFiles, ...renderer.files] : []

  // What differs from the live site becomes the next release: durable first, then switched to in one step. When nothing
  // differs there is none, and of the live one it is noted that it is right for longer, and of this content.
  const plan = makePlan({ live: live?.files, pages, carried, wrong })
  receipt.deploying(pages)
  const next = nextRelease(wijk, { live, snapshot, pages, plan }, ports)
  const isNoNews = basis && plan.isEmpty && (isThisContent || looksSame(basis, next, pages))
  if (isNoNews) target.extend(next)
  const release = isNoNews ? basis.release : await target.publish(next)
  pages.wentLive(release)
  receipt.proving()
  return tell(release, plan.proof, plan.pages)

  /** Sees it as a reader does, in a file that changed or else on the home page, and only then tells the editor. */
  async function tell(release: number, changed: SiteFile | null, count: number): Promise<void> {
    const url = site?.job.siteUrl ?? null
    const home = { path: 'index.html', hash: (site && live?.files.get('index.html')) ?? null }
    const { path, hash } = changed ?? home
    await target.prove({ wijk, url, path, hash, release })
    await receipt.live({ release, url, pages: count })
  }
}
