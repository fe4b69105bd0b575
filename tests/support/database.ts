/**
 * The database of an installation under test: SQLite in its data folder, or, in a run with `TEST_DATABASE=postgres`, one of
 * its own on the server that set-up-postgres.ts started. What a developer's `.env` says never counts.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { query } from './postgres.ts'

export interface TestDatabase extends AsyncDisposable {
  /** For `DATABASE_URL`; empty for SQLite. */
  readonly url: string
}

const theCallers = (url: string): TestDatabase => ({ url, [Symbol.asyncDispose]: () => Promise.resolve() })

/** Address of a database as set-up-postgres.ts made it: that of a new installation. */
export const FRESH_DATABASE = 'WIJKPERS_TEST_FRESH_DATABASE'

export type Row = Record<string, unknown>

/** Where the tests run on. */
const isOnPostgres = process.env.TEST_DATABASE === 'postgres'

/** Makes it, unless a test brings its own; disposing takes away what was made. Its tables are there already, as in fresh-data.ts. */
export async function databaseOf(env: NodeJS.ProcessEnv): Promise<TestDatabase> {
  if (env.DATABASE_URL !== undefined) return theCallers(env.DATABASE_URL)
  return isOnPostgres ? newPostgresDatabase({ isEmpty: env.WIJKPERS_DEMO !== undefined }) : theCallers('')
}

/** A database on the PostgreSQL of this run: empty, or as a new installation has it. */
export async function newPostgresDatabase({ isEmpty }: { readonly isEmpty: boolean }): Promise<TestDatabase> {
  const fresh = process.env[FRESH_DATABASE]
  if (!fresh) throw new Error('no PostgreSQL: this test belongs to the project `postgres` (vitest.config.ts)')
  const withName = (name: string) => fresh.replace(/[^/]*$/, name)
  const server = withName('postgres')
  const name = `wijkpers_${randomBytes(6).toString('hex')}`
  const template = isEmpty ? 'template0' : fresh.split('/').at(-1)
  await query(server, `create database ${name} template ${template}`)
  return {
    url: withName(name),
    async [Symbol.asyncDispose]() {
      await query(server, `drop database if exists ${name} with (force)`)
    },
  }
}

/**
 * Asks the database of an installation, by its settings, beside the CMS. Values are `?`; names are those that both databases
 * know. To be used where only the database itself tells whether something is so.
 */
export async function inDatabase(
  env: NodeJS.ProcessEnv,
  statement: string,
  values: readonly (string | number | null)[] = [],
): Promise<Row[]> {
  if (env.DATABASE_URL) {
    let count = 0
    return query(
      env.DATABASE_URL,
      statement.replaceAll('?', () => `$${++count}`),
      values,
    )
  }
  const file = join(env.WIJKPERS_DATA!, 'cms/data.db')
  if (!existsSync(file)) throw new Error(`no database at ${file}`)
  // The CMS writes beside: who finds the other at it waits for its turn.
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    return database.prepare(statement).all(...values)
  } finally {
    database.close()
  }
}

/** The tables of an installation's database. */
export async function tablesOf(env: NodeJS.ProcessEnv): Promise<string[]> {
  const rows = await inDatabase(
    env,
    env.DATABASE_URL
      ? "select table_name as name from information_schema.tables where table_schema = 'public' order by 1"
      : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by 1",
  )
  return rows.map(({ name }) => String(name))
}
