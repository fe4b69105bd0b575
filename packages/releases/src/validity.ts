import type { Index } from './index-file.ts'
import type { Validity } from './release.ts'

/** Until when what each site shows is right: known to the writer, who must make it anew then. */
export interface Validities {
  /**
   * What the site shows stays as it is, and is right from then until then; it is what content of this revision, wanted since then, looks like.
   * No release: nothing a reader sees differs.
   */
  extend(site: string, validity: Validity, revision: number, changedAt?: string | null): void
  /** The sites with files that are not right at `now` (ISO in UTC): by the clock, or because nothing is known of it. */
  outdated(now: string): string[]
  /** The first instant after `now` at which another site is outdated. */
  nextOutdated(now: string): string | null
}

export function prepareValidities(index: Index): Validities {
  const extend = index.prepare<[string, string | null, number, string | null, string]>(
    'UPDATE site SET valid_from = ?, valid_until = ?, shown_revision = ?, changed_at = ? WHERE key = ?',
  )
  const outdated = index
    .prepare<[{ now: string }], string>(
      `SELECT key FROM site
       WHERE files > 0 AND (valid_from IS NULL OR valid_from > :now OR valid_until <= :now)`,
    )
    .pluck()
  const nextOutdated = index
    .prepare<[string], string | null>('SELECT min(valid_until) FROM site WHERE files > 0 AND valid_until > ?')
    .pluck()
  return {
    extend: (site, { from, until }, revision, changedAt = null) =>
      void extend.run(from, until, revision, changedAt, site),
    outdated: (now) => outdated.all({ now }),
    nextOutdated: (now) => nextOutdated.get(now) ?? null,
  }
}
