/** What is to be taken along: the CMS's SQLite database, read at one moment and never written. */
import Database from 'better-sqlite3'
import type { Row, Rows } from './proof.ts'

export interface Source {
  readonly tables: readonly string[]
  columnsOf(table: string): readonly string[]
  rows(table: string): Rows
  /** The highest id that a table ever gave out. */
  lastIdOf(table: string): number
  /** The first value of the first row that a statement answers. */
  valueOf(statement: string): unknown
  /** Whether somebody wrote since it was opened. */
  isChanged(): boolean
  close(): void
}

/** Rows of one part. */
const PART = 500

/** Opens it for reading. Throws when there is no such file. */
export function openSqlite(file: string): Source {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  const version = () => database.pragma('data_version', { simple: true })
  const before = version()
  const tables = (
    database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .all() as { name: string }[]
  ).map(({ name }) => name)
  return {
    tables,
    columnsOf: (table) =>
      (database.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name),
    async *rows(table) {
      const statement = database.prepare(`select * from "${table}" where id > ? order by id limit ${PART}`)
      let last = -1
      for (;;) {
        const part = statement.all(last) as Row[]
        if (part.length > 0) yield part
        if (part.length < PART) return
        last = Number(part.at(-1)!['id'])
      }
    },
    lastIdOf(table) {
      const row = database.prepare('select seq from sqlite_sequence where name = ?').get(table)
      return (row as { seq: number } | undefined)?.seq ?? 0
    },
    valueOf: (statement) => database.prepare(statement).pluck().get(),
    isChanged: () => version() !== before,
    close: () => database.close(),
  }
}
