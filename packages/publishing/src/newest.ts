/** Whether what is live is what it should be, as far as can be told without looking at a page. */
import type { Snapshot } from './content.ts'
import { formatOf, type PublicSettings } from './formats/format-of.ts'
import { type FirstSite, isRightAt, type Renderer } from './ports.ts'
import type { RenderJobOptions } from './render-job.ts'

/** Whether what is live was made of this content, as it would be made now. */
export function isNewest(
  live: FirstSite | null,
  { revision }: Snapshot,
  ports: PublicSettings & { readonly renderer: Pick<Renderer, 'format'> },
): boolean {
  const format = formatOf(ports.renderer.format, ports)
  return live?.revision === revision && live.format === format && live.rollback === null
}

/** Whether what is live is right by the clock. */
export function isRight(live: FirstSite | null, { now }: Pick<RenderJobOptions, 'now'>): boolean {
  return isRightAt(live?.validity ?? null, now().toISOString())
}
