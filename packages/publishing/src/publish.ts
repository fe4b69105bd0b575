/**
 * From publish to live, the whole story of one wijk. It can be cut off at any instant: what is live
 * stays live, and the next publish starts from the CMS's content again.
 */
import { dayOf, type WijkId } from '@wijkpers/content'
import type { ContentReader, Snapshot } from './content.ts'
import { holdThere, type HoldPorts, keepHeld } from './held.ts'
import { makePlan } from './plan.ts'
import type { FileWithBody, RenderedFile, Receipt, Renderer, Rendering } from './ports.ts'
import { renderJobOf, type RenderJobOptions, siteOf } from './render-job.ts'

export interface PublishPorts extends RenderJobOptions, HoldPorts {
  readonly content: ContentReader
  readonly renderer: Renderer
  /** Number of the newest release that the CMS knows of: numbers only grow, also when the target was lost. */
  readonly newestRelease: (wijk: WijkId) => number
}

/** Brings what is live of `wijk` to the newest content of the CMS. Throws when it did not come that far; nothing is lost then. */
export async function publish(wijk: WijkId, receipt: Receipt, ports: PublishPorts): Promise<void> {
  // What should be live: the CMS's newest content, read at the price of what changed.
  const snapshot = await ports.content.read(wijk)
  if (!snapshot) return

  // Unless an operator holds the site at an earlier release. When that is gone, a site must answer all the same.
  if (await keepHeld(wijk, snapshot, receipt, ports)) return
  await makeLive(wijk, snapshot, receipt, ports)
  await holdThere(wijk, snapshot, ports)
}

async function makeLive(wijk: WijkId, snapshot: Snapshot, receipt: Receipt, ports: PublishPorts) {
  const { renderer, target } = ports
  receipt.rendering(snapshot.revision)
  const site = await renderJobOf(snapshot, ports)
  const url = site?.job.siteUrl ?? null

  // An earlier run may have been cut off between making this very content live and telling so.
  const live = target.live(wijk)
  const format = formatOf(ports)
  if (live && live.revision === snapshot.revision && live.format === format && live.rollback === null) {
    const hash = live.files.get('index.html') ?? null
    await target.prove({ wijk, url, path: 'index.html', hash, release: live.release })
    return receipt.live({ release: live.release, url, pages: 0 })
  }

  // Pages that read something the change touched are rendered; with the photos they make the site as it should be.
  const rendering = site ? await renderer.render(site.job, live?.release ?? 0) : nothing
  const carried = site ? [...site.photoFiles, ...renderer.files] : []

  // The difference becomes the next release: durable first, then switched to in one step.
  const pages = { ...rendering, rendered: rendering.rendered.map(withBody) }
  const plan = makePlan({ live: live?.files ?? new Map<string, string>(), pages, carried })
  receipt.deploying()
  const release = await target.publish({
    wijk,
    site: siteOf(snapshot.wijk, ports.sitesUrl),
    revision: snapshot.revision,
    format,
    base: live?.release ?? 0,
    after: ports.newestRelease(wijk),
    put: plan.put,
    remove: plan.remove,
  })
  rendering.accept(release)
  receipt.proving()

  // Seen as a reader sees it, and only then told to the editor.
  const home = { path: 'index.html', hash: live?.files.get('index.html') ?? null }
  const { path, hash } = plan.proof ?? (site ? home : { ...home, hash: null })
  await target.prove({ wijk, url, path, hash, release })
  await receipt.live({ release, url, pages: plan.pages })
}

/** What a release was made with, besides content: with another site format, address or day it is looked at again. */
export function formatOf({
  renderer,
  sitesUrl,
  now,
}: Pick<PublishPorts, 'renderer' | 'sitesUrl' | 'now'>): string {
  return `${renderer.format} ${sitesUrl} ${dayOf(now().toISOString())}`
}

// A wijk without a public site has no pages.
const nothing: Rendering = { basis: null, rendered: [], removed: [], accept: () => undefined }

function withBody({ body, ...file }: RenderedFile): FileWithBody {
  return { ...file, body: () => Promise.resolve(body) }
}
