import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Index } from './index-file.ts'
import type { Objects } from './objects.ts'

export interface SweepOptions {
  /** How many releases of each site stay, at least 1; the current one always does. */
  readonly keepReleases: number
  /** How long everything stays after its last use, in milliseconds: longer than any publish takes (an hour). */
  readonly graceMs: number
  readonly now: Date
}

/** What a sweep removed. */
export interface Swept {
  readonly releases: number
  readonly objects: number
  readonly bytes: number
}

/**
 * Forgets old releases, then removes objects that no kept release shows. A release stays when it is one of the
 * newest, or was current within the grace; an object stays when it was put within the grace, since the release
 * that will show it may not be committed yet.
 */
export async function sweepStore(index: Index, objects: Objects, options: SweepOptions): Promise<Swept> {
  const { keepReleases, graceMs, now } = options
  if (!Number.isSafeInteger(keepReleases) || keepReleases < 1) {
    throw new RangeError(`[releases] keepReleases cannot be ${keepReleases}`)
  }
  const before = new Date(now.getTime() - graceMs)
  const releases = await forgetReleases(index, keepReleases, before)
  const isShown = index.prepare<[string]>('SELECT 1 FROM file WHERE hash = unhex(?) LIMIT 1').pluck()
  return { releases, ...(await objects.remove((hash) => isShown.get(hash) === undefined, before)) }
}

async function forgetReleases(index: Index, keepReleases: number, before: Date): Promise<number> {
  const sites = index.prepare<[], number>('SELECT id FROM site').pluck()
  // The oldest release to keep: the last one that was made before the grace began is still shown in it.
  const findOldest = index
    .prepare<{ site: number; keep: number; before: string }, number>(
      `SELECT min(
         coalesce((SELECT max(number) FROM release WHERE site = :site AND made_at <= :before), 0),
         (SELECT number FROM release WHERE site = :site ORDER BY number DESC LIMIT 1 OFFSET :keep - 1))`,
    )
    .pluck()
  const forget = index.prepare<[number, number]>('DELETE FROM release WHERE site = ? AND number < ?')
  const forgetFiles = index.prepare<[number, number]>('DELETE FROM file WHERE site = ? AND until <= ?')
  const forgetOf = index.transaction((site: number) => {
    const oldest = findOldest.get({ site, keep: keepReleases, before: before.toISOString() }) ?? 0
    const { changes } = forget.run(site, oldest)
    if (changes > 0) forgetFiles.run(site, oldest)
    return changes
  })

  let releases = 0
  for (const site of sites.all()) {
    releases += forgetOf.immediate(site)
    await nextTurn()
  }
  return releases
}
