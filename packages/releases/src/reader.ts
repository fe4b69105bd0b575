import { statSync } from 'node:fs'
import { type Index, isUpToDate, openIndexToRead, orCorrupt } from './index-file.ts'
import { type Layout, layoutOf, objectPathIn } from './layout.ts'
import { hashOfFile } from './object-bytes.ts'
import { type FileRow, prepareQueries, type Queries } from './queries.ts'
import type { FileSpan, KeptRelease, LiveRelease, StoredFile, Validity } from './release.ts'

/** A release that never was, or is no longer kept. Trying again does not help. */
export class UnknownReleaseError extends Error {
  override readonly name = 'UnknownReleaseError'
  readonly site: string
  readonly release: number
  constructor(site: string, release: number) {
    super(`[releases] release ${release} of site ${site} is not kept`)
    this.site = site
    this.release = release
  }
}

/** What a site shows now, and from when until when that is right by the clock: null when it is not known. */
export interface SiteNow {
  readonly current: LiveRelease
  readonly validity: Validity | null
}

/** What can be asked of a store. Every answer is of one moment; the next one may be of a newer release. */
export interface ReleaseReader {
  /** What the site shows now, also after it was taken down (then with 0 files); null for an unknown site. */
  current(site: string): LiveRelease | null
  /** From when until when what the site shows is right by the clock; null when it is not known. */
  validity(site: string): Validity | null
  /** What every site shows now, also those that were taken down: one question, and none while nothing was written. */
  everySite(): ReadonlyMap<string, SiteNow>
  /** All files by path, of the current release or of any kept one (UnknownReleaseError for others). */
  files(site: string, release?: number): Map<string, StoredFile>
  /** Those of a kept release in one folder, such as `foto/`. */
  filesBelow(site: string, folder: string, release: number): Map<string, StoredFile>
  /** The site that answers on this host (in the form of `hostOf`); none for a host of a site without files. */
  siteByHost(host: string): LiveRelease | null
  /** The site that was on this host before, and answers elsewhere now. */
  siteByFormerHost(host: string): LiveRelease | null
  /** The hosts that lead to a site: where it was before, and no other is now. */
  formerHosts(site: string): string[]
  /** Every site with at least one file, by host. */
  sites(): LiveRelease[]
  /** The file at a path in the current release, or in the one that a request was begun with. */
  find(site: string, path: string, release?: number): StoredFile | null
  /** The file at a path in the newest release that had it: hashed assets outlive their release. */
  findAsset(site: string, path: string): StoredFile | null
  /** Since when the file at a path is as it is, or was when it went; null where none is known. */
  span(site: string, path: string): FileSpan | null
  /** The kept releases of a site, newest first. */
  releases(site: string): KeptRelease[]
  /** Paths of a kept release whose object is not there, or not in its size; all others can be shown. */
  missing(site: string, release: number): string[]
  /** Paths of the current release whose object is not there, or has other bytes than its hash says. Reads them all. */
  damaged(site: string): Promise<string[]>
  /** Where on disk the bytes of an object are; they never change. */
  readonly objectPath: (hash: string) => string
  close(): void
}

/** A reader that can tell whether anything may have another answer than before. */
export interface WatchingReader extends ReleaseReader {
  /**
   * Stays the same for as long as nothing was written to the store, by any process; asking costs less than any question. Null
   * where there is no index yet.
   */
  moment(): number | null
}

/**
 * Reads a store from any process, beside a writer at work or without one. Makes nothing: where there is no index
 * yet, or not any more, the store is empty; a new one is seen by the next question.
 */
export function openReader(folder: string): WatchingReader {
  const layout = layoutOf(folder)
  let open: { index: Index; queries: Queries; inode: number; isNewest: boolean; asRead: string } | null = null
  let opened = 0

  // One that was opened without room on the disk hears nothing of what is written later. It is all read again then, and only then.
  const isOutdated = ({ index, asRead }: { index: Index; asRead: string }) =>
    index.memory && asRead !== asWritten(layout)

  function close(): void {
    open?.index.close()
    open = null
  }

  function queries(): Queries | null {
    // The index of a removed store stays readable for who has it open, so its place on disk is looked at each
    // time (2 microseconds). A number that is in use is not given to another file.
    const inode = statSync(layout.index, { throwIfNoEntry: false })?.ino
    // What was asked of an earlier form cannot tell what the newest one has besides.
    const isOpen =
      open?.inode === inode && (!open || ((open.isNewest || !isUpToDate(open.index)) && !isOutdated(open)))
    if (isOpen) return open?.queries ?? null
    close()
    if (inode === undefined) return null
    // Before it is read: what is written meanwhile is then seen the next time.
    const asRead = asWritten(layout)
    const index = openIndexToRead(layout)
    if (index) {
      open = {
        index,
        queries: prepareQueries(index),
        inode,
        isNewest: isUpToDate(index),
        asRead,
      }
      opened += 1
    }
    return open?.queries ?? null
  }

  return {
    ...readerOf(layout, queries),
    moment: () =>
      orCorrupt(layout, () => {
        const version = queries()?.dataVersion.get()
        // An index that is opened anew counts from the start again.
        return version === undefined ? null : opened * 2 ** 32 + version
      }),
    close,
  }
}

/** Another text once something was written to the index, or to the file beside it; an empty one there is of who only tried to read. */
function asWritten({ index }: Layout): string {
  const stats = [index, `${index}-wal`].map((file) => statSync(file, { throwIfNoEntry: false }))
  return stats.map((stat) => (stat?.size ? `${stat.mtimeMs} ${stat.size}` : '')).join(', ')
}

/** The questions, answered from queries that may be absent for as long as there is no index. */
export function readerOf(layout: Layout, queries: () => Queries | null): Omit<ReleaseReader, 'close'> {
  function ask<T>(question: (queries: Queries) => T, whenEmpty: T): T {
    return orCorrupt(layout, () => {
      const present = queries()
      return present ? question(present) : whenEmpty
    })
  }

  let every: { queries: Queries; own: number; version: number; sites: ReadonlyMap<string, SiteNow> } | null =
    null
  function everySite(q: Queries): ReadonlyMap<string, SiteNow> {
    const [own, version] = [q.ownChanges.get()!, q.dataVersion.get()!]
    if (every?.queries !== q || every.own !== own || every.version !== version) {
      const sites = q.everySite
        .all()
        .map(
          ({ from, until, ...current }) =>
            [current.site, { current, validity: validityOf(from, until) }] as const,
        )
      every = { queries: q, own, version, sites: new Map(sites) }
    }
    return every.sites
  }

  const files = (site: string, release?: number) =>
    ask((q) => q.snapshot(() => filesOf(q, site, release)), null) ?? filesOfNobody(site, release)

  return {
    current: (site) => ask((q) => q.current.get(site) ?? null, null),
    validity(site) {
      const { from, until } = ask((q) => q.validity.get(site), undefined) ?? { from: null, until: null }
      return validityOf(from, until)
    },
    everySite: () => ask(everySite, new Map()),
    files,
    filesBelow(site, folder, release) {
      // Of all that begins with the folder: the character after a slash is a zero.
      const range = { from: folder, to: `${folder.slice(0, -1)}0` }
      return byPath(ask((q) => q.filesBelow.all({ site, release, ...range }), []))
    },
    siteByHost: (host) => ask((q) => q.siteByHost.get(host) ?? null, null),
    siteByFormerHost: (host) => ask((q) => q.siteByFormerHost?.get(host) ?? null, null),
    formerHosts: (site) => ask((q) => q.formerHosts?.all(site).map(({ host }) => host) ?? [], []),
    sites: () => ask((q) => q.sites.all(), []),
    find(site, path, release) {
      const row =
        release === undefined
          ? ask((q) => q.findCurrent.get(site, path), undefined)
          : ask((q) => q.findIn.get({ site, path, release }), undefined)
      return row ? storedFile(row) : null
    },
    findAsset(site, path) {
      const row = ask((q) => q.findNewest.get(site, path), undefined)
      return row ? storedFile(row) : null
    },
    span: (site, path) => ask((q) => q.span.get(site, path) ?? null, null),
    releases: (site) => ask((q) => q.releases.all(site), []),
    missing: (site, release) =>
      Array.from(files(site, release)).flatMap(([path, { hash, size }]) =>
        statSync(objectPathIn(layout, hash), { throwIfNoEntry: false })?.size === size ? [] : [path],
      ),
    async damaged(site) {
      const wrong: string[] = []
      for (const [path, { hash }] of files(site))
        if ((await hashOfFile(objectPathIn(layout, hash))) !== hash) wrong.push(path)
      return wrong
    },
    objectPath: (hash) => objectPathIn(layout, hash),
  }
}

const validityOf = (from: string | null, until: string | null): Validity | null =>
  from === null ? null : { from, until }

function filesOf(q: Queries, site: string, release: number | undefined): Map<string, StoredFile> {
  const isKept = release === undefined || q.release.get(site, release) !== undefined
  if (!isKept) return filesOfNobody(site, release)
  const rows = release === undefined ? q.currentFiles.all(site) : q.filesIn.all({ site, release })
  return byPath(rows)
}

function byPath(rows: readonly (FileRow & { readonly path: string })[]): Map<string, StoredFile> {
  return new Map(rows.map((row) => [row.path, storedFile(row)]))
}

function storedFile({ hash, size, movedTo }: FileRow): StoredFile {
  return movedTo === null ? { hash, size } : { hash, size, movedTo }
}

function filesOfNobody(site: string, release: number | undefined): Map<string, StoredFile> {
  if (release !== undefined) throw new UnknownReleaseError(site, release)
  return new Map()
}
