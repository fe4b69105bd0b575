import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Index } from './index-file.ts'
import type { Objects } from './objects.ts'

export interface SweepOptions {
  /** How many releases of each site stay, at least 1; the current one always does. */
  readonly keepReleases: number
  /** How long a release stays, with its hashed assets, after it was last shown; in milliseconds. */
  readonly keepMs: number
  /** How long an object stays after its last use, in milliseconds: longer than any publish or answer takes (an hour). */
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
 * Forgets old releases, then removes objects that no kept release shows. A release stays when it is one of the newest,
 * when it was shown within `keepMs`, and when the site went back to it; the one before that stays too, to go further back.
 * An object stays for the grace after it was put, since the release that will show it may not be committed yet, and for
 * the grace after its last release was forgotten, since a reader may just have looked it up.
 */
export async function sweepStore(index: Index, objects: Objects, options: SweepOptions): Promise<Swept> {
  const { keepReleases, keepMs, graceMs, now } = options
  if (!Number.isSafeInteger(keepReleases) || keepReleases < 1) {
    throw new RangeError(`[releases] keepReleases cannot be ${keepReleases}`)
  }
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const releases = await forgetReleases(index, objects, keepReleases, ago(keepMs))
  const isShown = index.prepare<[string]>('SELECT 1 FROM file WHERE hash = unhex(?) LIMIT 1').pluck()
  const removed = await objects.remove((hash) => isShown.get(hash) === undefined, ago(graceMs))
  return { releases, ...removed }
}

async function forgetReleases(
  index: Index,
  objects: Objects,
  keepReleases: number,
  before: Date,
): Promise<number> {
  const sites = index.prepare<[], number>('SELECT id FROM site').pluck()
  // The oldest release to keep: of those made before, the newest one was still shown afterwards.
  const findOldest = index
    .prepare<{ site: number; keep: number; before: string }, number | null>(
      `SELECT min(
         coalesce((SELECT max(number) FROM release WHERE site = :site AND made_at <= :before), 0),
         (SELECT number FROM release WHERE site = :site ORDER BY number DESC LIMIT 1 OFFSET :keep - 1))`,
    )
    .pluck()
  const findBeforeShown = index
    .prepare<{ site: number }, number | null>(
      `SELECT coalesce(
         (SELECT max(earlier.number) FROM release AS earlier
          WHERE earlier.site = :site AND earlier.number < shown.rollback), shown.rollback)
       FROM site JOIN release AS shown ON shown.site = site.id AND shown.number = site.release
       WHERE site.id = :site`,
    )
    .pluck()
  const isOlder = index.prepare<[number, number]>(
    'SELECT 1 FROM release WHERE site = ? AND number < ? LIMIT 1',
  )
  const lastShown = index
    .prepare<[number, number], string>('SELECT lower(hex(hash)) FROM file WHERE site = ? AND until <= ?')
    .pluck()
  const forget = index.prepare<[number, number]>('DELETE FROM release WHERE site = ? AND number < ?')
  const forgetFiles = index.prepare<[number, number]>('DELETE FROM file WHERE site = ? AND until <= ?')
  const forgetOf = index.transaction((site: number) => {
    const within = findOldest.get({ site, keep: keepReleases, before: before.toISOString() }) ?? 0
    const oldest = Math.min(within, findBeforeShown.get({ site }) ?? within)
    if (isOlder.get(site, oldest) === undefined) return 0
    for (const hash of lastShown.all(site, oldest)) objects.use(hash)
    forgetFiles.run(site, oldest)
    return forget.run(site, oldest).changes
  })

  let releases = 0
  for (const site of sites.all()) {
    releases += forgetOf.immediate(site)
    await nextTurn()
  }
  return releases
}
