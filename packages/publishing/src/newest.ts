/** Whether what is live is what it should be, as far as can be told without looking at a page. */
import type { Snapshot } from './content.ts'
import { formatOf, type PublicSettings } from './formats/format-of.ts'
import { type Delta, type FirstSite, isRightAt, type Renderer, type Rendering } from './ports.ts'
import type { RenderJobOptions } from './render-job.ts'

/**
 * Whether what is live is of the revision that the CMS came to want at this moment. After it was put back from a backup a number comes
 * again; where no moment is noted, the number alone must do.
 */
export function isOfRevision(
  live: Pick<FirstSite, 'revision' | 'changedAt'>,
  { revision, changedAt }: Pick<Snapshot, 'revision' | 'changedAt'>,
): boolean {
  return live.revision === revision && (live.changedAt === null || live.changedAt === changedAt)
}

/** Whether what is live was made of this content, as it would be made now; of a site that was taken down nothing is made. */
export function isMadeOf(
  live: FirstSite | null,
  snapshot: Pick<Snapshot, 'revision' | 'changedAt'>,
  ports: PublicSettings & { readonly renderer: Pick<Renderer, 'format'> },
): boolean {
  const format = formatOf(ports.renderer.format, ports)
  const isMadeSo = live?.host === '' || live?.format === format
  return live !== null && isOfRevision(live, snapshot) && isMadeSo && live.rollback === null
}

/**
 * Whether a release without files that differ would say nothing new: it has other content, such as what had left by the clock
 * already and is now taken back, but the same settings, from which follows more than files. What is edited of a wijk without a site is
 * never seen.
 */
export function looksSame(
  live: FirstSite,
  { site, revision, format }: Pick<Delta, 'site' | 'revision' | 'format'>,
  { change }: Pick<Rendering, 'change'>,
): boolean {
  if (live.host === '') return site === null
  const isLater = revision > live.revision && live.format === format && live.rollback === null
  return isLater && change !== null && !change.isOtherWijk
}

/** Whether what is live is right by the clock. */
export function isRightNow(live: FirstSite | null, { now }: Pick<RenderJobOptions, 'now'>): boolean {
  return isRightAt(live?.validity ?? null, now().toISOString())
}
