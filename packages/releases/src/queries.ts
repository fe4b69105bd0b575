import { columnOrNull, hasTable, type Index } from './index-file.ts'
import type { FileSpan, KeptRelease, LiveRelease } from './release.ts'

const live = (rollback: string, shownRevision: string, changedAt: string) => `
  SELECT site.key AS site, site.host, site.slug, site.name, site.release,
    release.revision, coalesce(${shownRevision}, release.revision) AS shownRevision, ${changedAt} AS changedAt, release.format, release.made_at AS madeAt, site.files, ${rollback} AS rollback
  FROM site JOIN release ON release.site = site.id AND release.number = site.release`

const ofSite = 'file.site = (SELECT id FROM site WHERE key = :site)'
const inRelease = 'file.first <= :release AND (file.until IS NULL OR file.until > :release)'

/** A file as a row has it: `movedTo` is null where a StoredFile has none. */
export interface FileRow {
  readonly hash: string
  readonly size: number
  readonly movedTo: string | null
}

/** The questions of a reader as prepared statements. */
export type Queries = ReturnType<typeof prepareQueries>

export function prepareQueries(index: Index) {
  const rollback = columnOrNull(index, 'release', 'rollback')
  const liveRelease = live(
    rollback,
    columnOrNull(index, 'site', 'shown_revision'),
    columnOrNull(index, 'site', 'changed_at'),
  )
  const from = columnOrNull(index, 'site', 'valid_from')
  const until = columnOrNull(index, 'site', 'valid_until')
  const stored = `lower(hex(file.hash)) AS hash, file.size, ${columnOrNull(index, 'file', 'moved_to')} AS movedTo`
  const snapshot = index.transaction((question: () => unknown) => question())
  return {
    /** Answers several questions of one moment. */
    snapshot: <T>(question: () => T) => snapshot(question) as T,
    /** Another number as soon as another connection has written anything (https://www.sqlite.org/pragma.html#pragma_data_version). */
    dataVersion: index.prepare<[], number>('PRAGMA data_version').pluck(),
    /** Another number as soon as this connection has written anything. */
    ownChanges: index.prepare<[], number>('SELECT total_changes()').pluck(),
    everySite: index.prepare<[], LiveRelease & { from: string | null; until: string | null }>(
      liveRelease.replace('\n  FROM site', `, ${from} AS "from", ${until} AS "until"\n  FROM site`),
    ),
    current: index.prepare<[string], LiveRelease>(`${liveRelease} WHERE site.key = ?`),
    validity: index.prepare<[string], { from: string | null; until: string | null }>(
      `SELECT ${from} AS "from", ${until} AS "until" FROM site WHERE key = ?`,
    ),
    siteByHost: index.prepare<[string], LiveRelease>(`${liveRelease} WHERE site.host = ? AND site.files > 0`),
    /** Null in an index that does not know them yet. */
    siteByFormerHost: hasTable(index, 'former_host')
      ? index.prepare<[string], LiveRelease>(
          `${liveRelease} JOIN former_host ON former_host.site = site.id
           WHERE former_host.host = ? AND site.files > 0`,
        )
      : null,
    formerHosts: hasTable(index, 'former_host')
      ? index.prepare<[string], { host: string }>(
          'SELECT host FROM former_host WHERE site = (SELECT id FROM site WHERE key = ?) ORDER BY host',
        )
      : null,
    sites: index.prepare<[], LiveRelease>(`${liveRelease} WHERE site.files > 0 ORDER BY site.host`),
    release: index.prepare<[string, number], { number: number }>(
      `SELECT number FROM release WHERE site = (SELECT id FROM site WHERE key = ?) AND number = ?`,
    ),
    releases: index.prepare<[string], KeptRelease>(
      `SELECT number AS release, revision, format, made_at AS madeAt, files, changed, removed, ${rollback} AS rollback
       FROM release
       WHERE site = (SELECT id FROM site WHERE key = ?) ORDER BY number DESC`,
    ),
    currentFiles: index.prepare<[string], FileRow & { path: string }>(
      `SELECT path, ${stored} FROM file
       WHERE site = (SELECT id FROM site WHERE key = ?) AND until IS NULL ORDER BY path`,
    ),
    filesIn: index.prepare<[{ site: string; release: number }], FileRow & { path: string }>(
      `SELECT path, ${stored} FROM file WHERE ${ofSite} AND ${inRelease} ORDER BY path`,
    ),
    filesBelow: index.prepare<
      [{ site: string; release: number; from: string; to: string }],
      FileRow & { path: string }
    >(
      `SELECT path, ${stored} FROM file
       WHERE ${ofSite} AND path >= :from AND path < :to AND ${inRelease} ORDER BY path`,
    ),
    findIn: index.prepare<[{ site: string; path: string; release: number }], FileRow>(
      `SELECT ${stored} FROM file WHERE ${ofSite} AND path = :path AND ${inRelease}`,
    ),
    findCurrent: index.prepare<[string, string], FileRow>(
      `SELECT ${stored} FROM file
       WHERE site = (SELECT id FROM site WHERE key = ?) AND path = ? AND until IS NULL`,
    ),
    span: index.prepare<[string, string], FileSpan>(
      `SELECT first, until FROM file
       WHERE site = (SELECT id FROM site WHERE key = ?) AND path = ? ORDER BY first DESC LIMIT 1`,
    ),
    findNewest: index.prepare<[string, string], FileRow>(
      `SELECT ${stored} FROM file
       WHERE site = (SELECT id FROM site WHERE key = ?) AND path = ? ORDER BY first DESC LIMIT 1`,
    ),
  }
}
