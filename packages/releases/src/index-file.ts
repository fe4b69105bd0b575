import { readFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Layout } from './layout.ts'
import { syncFolderNow } from './sync-folder.ts'

export type Index = Database.Database

/** The index is damaged, or not an index of this program. Trying again helps only after the store was removed. */
export class CorruptIndexError extends Error {
  override readonly name = 'CorruptIndexError'
  constructor(layout: Layout, reason: string, options?: ErrorOptions) {
    super(
      `[releases] The index ${layout.index} cannot be used: ${reason}. ` +
        `Stop Wijkpers, remove the folder ${layout.folder} and start again: every site is then made anew from the CMS.`,
      options,
    )
  }
}

/** The index was made by a newer version of this program. Nothing is damaged: that version can go on with it. */
export class NewerIndexError extends Error {
  override readonly name = 'NewerIndexError'
  constructor(layout: Layout, form: number) {
    super(
      `[releases] The index ${layout.index} was made by a newer Wijkpers: it has form ${form}, and this one knows 1 to ${forms.length}. ` +
        'Start that one: nothing is damaged, and nothing has to be removed. Until then the sites stay online as they are.',
    )
  }
}

// "WKPR": tells our index from any other SQLite file.
const APPLICATION_ID = 0x57_4b_50_52

// A full check takes 1 ms per MiB when the index is in memory (measured: 4.2 million files, 749 MiB, 0.75 s), so
// up to here at most a quarter of a second. A larger index shows damage when the damaged part is read.
const FULL_CHECK_BYTES = 256 * 1024 * 1024

// After a bulk of new sites the log gives its space back down to here.
const LOG_BYTES = 64 * 1024 * 1024

/*
 * The forms that an index has had: each says what it adds to the one before, so that an older index is brought up to
 * date where it is. Never change one that was released; add the next. One only adds, so that an earlier program, to which somebody goes
 * back, still reads what it knows.
 *
 * 1. A file of a site lives from release "first" until it changes or goes in release "until" (null: it is still
 * there). So a release costs as many rows as it has changes, and any release can be read back.
 * 2. Of a release that shows an earlier one again: which one.
 * 3. From when until when the pages that a site shows are right by the clock; "valid_from" is null when it is not known.
 * 4. Of a file at an address that was left: where it leads, or an empty text for what is gone; null for a file that is shown.
 * 5. Hosts that lead to a site: where it was before.
 * 6. The newest revision that a site shows, where that is not the one its release was made of; null where it is.
 * 7. When the CMS came to want the revision that a site shows; null when it is not known.
 */
const forms = [
  `
  CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    release INTEGER NOT NULL,
    files INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX site_host ON site (host) WHERE files > 0;
  CREATE TABLE release (
    site INTEGER NOT NULL REFERENCES site,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    format TEXT NOT NULL,
    made_at TEXT NOT NULL,
    files INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (site, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE file (
    site INTEGER NOT NULL REFERENCES site,
    path TEXT NOT NULL,
    first INTEGER NOT NULL,
    until INTEGER,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (site, path, first)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX file_hash ON file (hash);
  PRAGMA application_id = ${APPLICATION_ID};
`,
  `
  ALTER TABLE release ADD COLUMN rollback INTEGER;
`,
  `
  ALTER TABLE site ADD COLUMN valid_from TEXT;
  ALTER TABLE site ADD COLUMN valid_until TEXT;
  CREATE INDEX site_valid_until ON site (valid_until) WHERE files > 0;
`,
  `
  ALTER TABLE file ADD COLUMN moved_to TEXT;
`,
  `
  CREATE TABLE former_host (
    host TEXT PRIMARY KEY,
    site INTEGER NOT NULL REFERENCES site
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX former_host_site ON former_host (site);
`,
  `
  ALTER TABLE site ADD COLUMN shown_revision INTEGER;
`,
  `
  ALTER TABLE site ADD COLUMN changed_at TEXT;
`,
]

/** Opens the index for the one writer, makes it where there is none, and checks that it is whole. */
export function openIndexToWrite(layout: Layout): Index {
  return orCorrupt(layout, () => {
    const index = new Database(layout.index)
    try {
      index.pragma('journal_mode = WAL')
      index.pragma('synchronous = FULL')
      index.pragma(`journal_size_limit = ${LOG_BYTES}`)
      const isNew = isEmpty(index)
      const form = isNew ? 0 : formOf(layout, index)
      if (form > forms.length) throw new NewerIndexError(layout, form)
      if (form < forms.length) index.transaction(() => bringUpToDate(index, form))()
      if (isNew) syncFolderNow(layout.folder)
      if (statSync(layout.index).size <= FULL_CHECK_BYTES) checkWhole(layout, index)
      return index
    } catch (error) {
      index.close()
      throw error
    }
  })
}

/**
 * Opens the index next to a writer that may be at work; null where no writer has made one yet. On a disk without any room it is what
 * the file said when it was opened, in memory (`index.memory`).
 */
export function openIndexToRead(layout: Layout): Index | null {
  return orCorrupt(layout, () => {
    if (!statSync(layout.index, { throwIfNoEntry: false })?.size) return null
    const index = openBesideWriter(layout) ?? openAsItIs(layout)
    try {
      if (isEmpty(index)) {
        index.close()
        return null
      }
      // What a reader asks can be answered from every form: an older index is read as it is until the writer has changed it, and what a
      // newer one has besides is not asked for, as a form only adds to the one before.
      formOf(layout, index)
      return index
    } catch (error) {
      index.close()
      throw error
    }
  })
}

/** Null where there is no room for the file by which SQLite's readers and writer know of each other. */
function openBesideWriter(layout: Layout): Index | null {
  const index = new Database(layout.index, { readonly: true, fileMustExist: true })
  try {
    isEmpty(index)
    return index
  } catch (error) {
    index.close()
    const isAlone = !statSync(`${layout.index}-wal`, { throwIfNoEntry: false })?.size
    if (isAlone && error instanceof Database.SqliteError && WITHOUT_ROOM.test(error.code)) return null
    throw error
  }
}

const WITHOUT_ROOM = /^SQLITE_(FULL|IOERR_SHM\w+|IOERR_WRITE|CANTOPEN\w*|READONLY_CANTINIT)$/

/** What the index says, when all of it is in this one file. */
function openAsItIs(layout: Layout): Index {
  const bytes = readFileSync(layout.index)
  // Written and read by way of another file, it says at these places (https://www.sqlite.org/fileformat2.html#file_format_version_numbers).
  bytes[18] = bytes[19] = 1
  return new Database(bytes, { readonly: true })
}

/** Does `work`, and tells damage that it meets as a CorruptIndexError. */
export function orCorrupt<T>(layout: Layout, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code)) {
      throw new CorruptIndexError(layout, cause.message, { cause })
    }
    throw cause
  }
}

function isEmpty(index: Index): boolean {
  return index.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
}

function formOf(layout: Layout, index: Index): number {
  if (index.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new CorruptIndexError(layout, 'it was not made by Wijkpers')
  }
  const form = index.pragma('user_version', { simple: true })
  if (typeof form === 'number' && form >= 1) return form
  throw new CorruptIndexError(
    layout,
    `it has form ${String(form)}, which no version of this program has made`,
  )
}

function bringUpToDate(index: Index, form: number): void {
  for (const addition of forms.slice(form)) index.exec(addition)
  index.pragma(`user_version = ${forms.length}`)
}

/** Whether an index has the newest form: of one that has not, the writer may bring it up to date at any moment. */
export function isUpToDate(index: Index): boolean {
  return Number(index.pragma('user_version', { simple: true })) >= forms.length
}

/** Whether an index was made by a newer version of this program: it can be read, and not written. */
export function isOfNewerForm(index: Index): boolean {
  return Number(index.pragma('user_version', { simple: true })) > forms.length
}

/** Whether an index is of a form that has this table. */
export function hasTable(index: Index, table: 'former_host'): boolean {
  return index.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined
}

/** The column, or NULL in an index of a form that does not have it yet. */
export function columnOrNull(index: Index, table: 'site' | 'release' | 'file', column: string): string {
  const has = index.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column)
  return has === undefined ? 'NULL' : `${table}.${column}`
}

function checkWhole(layout: Layout, index: Index): void {
  const verdict = index.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw new CorruptIndexError(layout, String(verdict))
}
