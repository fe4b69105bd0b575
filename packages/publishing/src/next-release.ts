/** The difference from what is live, as a target takes it. */
import type { WijkId } from '@wijkpers/content'
import type { Snapshot } from './content.ts'
import { formatOf } from './formats/format-of.ts'
import type { Plan } from './plan.ts'
import type { Delta, FileWithBody, FirstSite, Renderer, Rendering } from './ports.ts'
import { siteOf, type RenderJobOptions } from './render-job.ts'

export interface NextReleaseOf {
  readonly live: FirstSite | null
  readonly snapshot: Snapshot
  readonly pages: Pick<Rendering, 'validUntil'>
  readonly plan: Plan<FileWithBody>
}

export interface NextReleasePorts extends Pick<RenderJobOptions, 'sitesUrl' | 'hub' | 'now'> {
  readonly renderer: Pick<Renderer, 'format'>
  readonly newestRelease: (wijk: WijkId) => number
}

/** What makes `plan` the release after the one that is live, with all that is noted of it. */
export function nextRelease(
  wijk: WijkId,
  { live, snapshot, pages, plan }: NextReleaseOf,
  ports: NextReleasePorts,
): Delta {
  return {
    wijk,
    site: siteOf(snapshot.wijk, ports.sitesUrl),
    revision: snapshot.revision,
    changedAt: snapshot.changedAt,
    format: formatOf(ports.renderer.format, ports),
    validity: { from: ports.now().toISOString(), until: pages.validUntil },
    base: live?.release ?? 0,
    after: ports.newestRelease(wijk),
    put: plan.put,
    remove: plan.remove,
  }
}
