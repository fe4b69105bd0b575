import { hostOf, InvalidHostError } from './hosts.ts'
import type { Index } from './index-file.ts'
import { checkPaths } from './paths.ts'
import type { CommittedRelease, NewRelease } from './release.ts'
import { prepareHosts } from './take-host.ts'

/** The release was made on another one than the site shows now. Making it again on the current one helps. */
export class StaleReleaseError extends Error {
  override readonly name = 'StaleReleaseError'
  readonly site: string
  readonly base: number
  readonly current: number
  constructor(site: string, base: number, current: number) {
    super(`[releases] site ${site} shows release ${current}, but the new one was made on release ${base}`)
    this.site = site
    this.base = base
    this.current = current
  }
}

/** Refuses a release that is wrong in itself, whatever the site shows now. */
export function checkRelease(release: NewRelease): void {
  checkPaths([...release.put.map(({ path }) => path), ...release.remove])
  for (const [name, value] of Object.entries({
    revision: release.revision,
    base: release.base,
    atLeast: release.atLeast ?? 0,
  })) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`[releases] ${name} cannot be ${value}`)
  }
}

type Commit = (release: NewRelease, madeAt: string) => CommittedRelease

/** The transaction that makes a release live: all of it, or nothing. */
export function prepareCommit(index: Index): Commit {
  const findSite = index.prepare<[string], { id: number; release: number; files: number }>(
    'SELECT id, release, files FROM site WHERE key = ?',
  )
  const addSite = index.prepare<[string]>(
    `INSERT INTO site (key, host, slug, name, release, files) VALUES (?, '', '', '', 0, 0)`,
  )
  const updateSite = index.prepare<
    [string, string, string, number, number, string, string | null, string | null, number]
  >(
    `UPDATE site SET host = ?, slug = ?, name = ?, release = ?, files = ?, valid_from = ?, valid_until = ?,
       shown_revision = NULL, changed_at = ?
     WHERE id = ?`,
  )
  const addRelease = index.prepare<
    [number, number, number, string, string, number, number, number, number | null]
  >(
    `INSERT INTO release (site, number, revision, format, made_at, files, changed, removed, rollback)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const findFile = index.prepare<[number, string], { hash: string; movedTo: string | null }>(
    'SELECT lower(hex(hash)) AS hash, moved_to AS movedTo FROM file WHERE site = ? AND path = ? AND until IS NULL',
  )
  const endFile = index.prepare<[number, number, string]>(
    'UPDATE file SET until = ? WHERE site = ? AND path = ? AND until IS NULL',
  )
  const addFile = index.prepare<[number, string, number, string, number, string | null]>(
    'INSERT INTO file (site, path, first, hash, size, moved_to) VALUES (?, ?, ?, unhex(?), ?, ?)',
  )
  const hosts = prepareHosts(index)

  const commit: Commit = (release, madeAt) => {
    const known = findSite.get(release.site)
    const current = known?.release ?? 0
    if (release.base !== current) throw new StaleReleaseError(release.site, release.base, current)
    const id = known?.id ?? Number(addSite.run(release.site).lastInsertRowid)
    const number = Math.max(current, release.atLeast ?? 0) + 1

    let files = known?.files ?? 0
    let changed = 0
    let removed = 0
    for (const path of release.remove) removed += endFile.run(number, id, path).changes
    files -= removed
    for (const { path, hash, size, movedTo = null } of release.put) {
      const shown = findFile.get(id, path)
      if (shown?.hash === hash && shown.movedTo === movedTo) continue
      if (shown) endFile.run(number, id, path)
      else files += 1
      addFile.run(id, path, number, hash, size, movedTo)
      changed += 1
    }

    const host = hostOf(release.host) ?? ''
    if (files > 0) {
      if (!host) throw new InvalidHostError(release.host)
      hosts.makeRoom(release.site, host, movingTo(release.moving ?? []))
    }
    if (release.formerHosts)
      hosts.leadHere(
        release.site,
        release.formerHosts.map((former) => hostOf(former) ?? former),
      )
    if (files > 0) hosts.free(host)
    const { site, slug, name, revision, changedAt = null, format, validity, rollback = null } = release
    updateSite.run(host, slug, name, number, files, validity.from, validity.until, changedAt, id)
    addRelease.run(id, number, revision, format, madeAt, files, changed, removed, rollback)
    const facts = {
      revision,
      shownRevision: revision,
      changedAt,
      format,
      madeAt,
      files,
      changed,
      removed,
      rollback,
    }
    return { site, host, slug, name, release: number, ...facts }
  }
  const transaction = index.transaction(commit)
  return (release, madeAt) => transaction.immediate(release, madeAt)
}

function movingTo(moving: Iterable<readonly [site: string, host: string]>): ReadonlyMap<string, string> {
  return new Map(
    Array.from(moving, ([site, text]) => {
      const host = hostOf(text)
      if (host === null) throw new InvalidHostError(text)
      return [site, host]
    }),
  )
}
