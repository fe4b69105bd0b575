/**
 * From publish to live, the whole story of one wijk. It can be cut off at any instant: what is live
 * stays live, and the next publish starts from the CMS's content again.
 */
import type { WijkId } from '@wijkpers/content'
import type { ContentReader, Snapshot } from './content.ts'
import { formatOf } from './formats/format-of.ts'
import { holdThere, type HoldPorts, keepHeld } from './held.ts'
import { isNewest, isRight, looksSame } from './newest.ts'
import { makePlan } from './plan.ts'
import type { Delta, FileWithBody, RenderedFile, Receipt, Renderer } from './ports.ts'
import { noPages, renderJobOf, type RenderJobOptions, siteOf } from './render-job.ts'

export interface PublishPorts extends RenderJobOptions, HoldPorts {
  readonly content: ContentReader
  readonly renderer: Renderer
  /** Number of the newest release that the CMS knows of: numbers only grow, also when the target was lost. */
  readonly newestRelease: (wijk: WijkId) => number
  /** Files of a wijk that were found to be wrong while nothing waited; null when all is well. Then all is read and made anew. */
  readonly wrongIn: (wijk: WijkId) => ReadonlySet<string> | null
}

/**
 * Brings what is live of `wijk` to the newest content of the CMS, as it is to look now. Throws when it did not come
 * that far; nothing is lost then.
 */
export async function publish(wijk: WijkId, receipt: Receipt, world: PublishPorts): Promise<void> {
  const moment = world.now()
  const ports = { ...world, now: () => moment }

  // What should be live: the CMS's newest content, read at the price of what changed. What time alone makes
  // another, or a CDN has to forget, needs no CMS: then the content that was read last will do.
  const orLast = !isRight(ports.target.live(wijk), ports) || ports.target.owesPurge?.(wijk)
  const snapshot = await ports.content.read(wijk, { orLast, isAnew: ports.wrongIn(wijk) !== null })
  if (!snapshot) return

  // Unless an operator holds the site at an earlier release. When that is gone, a site must answer all the same.
  if (await keepHeld(wijk, snapshot, receipt, ports)) return
  await makeLive(wijk, snapshot, receipt, ports)
  await holdThere(wijk, snapshot, ports)
}

async function makeLive(wijk: WijkId, snapshot: Snapshot, receipt: Receipt, ports: PublishPorts) {
  const { renderer, target } = ports
  receipt.rendering(snapshot.revision, snapshot.changedAt)
  const site = await renderJobOf(snapshot, ports)
  const url = site?.job.siteUrl ?? null

  // An earlier run may have been cut off between making this very content live and telling so.
  const live = target.live(wijk)
  const wrong = ports.wrongIn(wijk)
  const isMadeOf = wrong === null && isNewest(live, snapshot, ports)
  const home = { path: 'index.html', hash: live?.files.get('index.html') ?? null }
  if (live && isMadeOf && isRight(live, ports)) {
    await target.prove({ wijk, url, ...home, release: live.release })
    return receipt.live({ release: live.release, url, pages: 0 })
  }

  // Pages that read something the change, or time, touched are rendered; with the photos they make the site as it should be.
  const rendering = !site
    ? noPages
    : wrong
      ? await renderer.render(site.job, null)
      : await renderer.render(site.job, live?.release ?? 0, live?.files)
  const carried = site ? [...site.mediaFiles, ...renderer.files] : []

  // The difference becomes the next release: durable first, then switched to in one step. Without one, what is live is
  // right for longer, and of newer content.
  const pages = { ...rendering, rendered: rendering.rendered.map(withBody) }
  const plan = makePlan({ live: live?.files ?? new Map<string, string>(), pages, carried, wrong })
  receipt.deploying(rendering)
  const next: Delta = {
    wijk,
    site: siteOf(snapshot.wijk, ports.sitesUrl),
    revision: snapshot.revision,
    changedAt: snapshot.changedAt,
    format: formatOf(renderer.format, ports),
    validity: { from: ports.now().toISOString(), until: rendering.validUntil },
    base: live?.release ?? 0,
    after: ports.newestRelease(wijk),
    put: plan.put,
    remove: plan.remove,
  }
  const isEmpty = plan.put.length + plan.remove.length === 0
  const isSame =
    live !== null && isEmpty && (isMadeOf || (wrong === null && looksSame(live, next, rendering)))
  if (isSame) target.extend(next)
  const release = isSame ? live.release : await target.publish(next)
  rendering.accept(release)
  receipt.proving()

  // Seen as a reader sees it, and only then told to the editor.
  const { path, hash } = plan.proof ?? (site ? home : { ...home, hash: null })
  await target.prove({ wijk, url, path, hash, release })
  await receipt.live({ release, url, pages: plan.pages })
}

function withBody({ body, ...file }: RenderedFile): FileWithBody {
  return { ...file, body: () => Promise.resolve(body) }
}
