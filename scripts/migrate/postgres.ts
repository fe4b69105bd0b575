/** Where it goes: a PostgreSQL whose tables the CMS has made, in one transaction. */
import type pg from 'pg'
import type { Row, Rows } from './proof.ts'
import { type Column, forPostgres } from './values.ts'

/** Rows of one part, and of one insert. */
const PART = 500
/** PostgreSQL takes at most 65,535 values in one statement. */
const MAX_VALUES = 60_000

/** All values as PostgreSQL writes them: a driver would make moments of another zone and numbers of another precision of them. */
const asText = { getTypeParser: () => (text: string) => text }

export interface Target {
  readonly tables: readonly string[]
  columnsOf(table: string): readonly Column[]
  rows(table: string): Rows
  insert(table: string, columns: readonly Column[], rows: readonly Row[]): Promise<void>
  /** New rows get higher ids than `last`. */
  goOnAfter(table: string, last: number): Promise<void>
}

/** A schema that is there for as long as a move is under way, or was cut off: what else is in the database is then not whole. */
const MOVING = 'wijkpers_moving'

/** Marks the database as one that is being filled, until `inTarget` commits. False when another is filling it now. */
export async function beginMove(client: pg.Client): Promise<boolean> {
  // Given up by itself when the connection ends, however that comes.
  const { rows } = await client.query<{ is: boolean }>(
    `select pg_try_advisory_lock(hashtext('${MOVING}')) as is`,
  )
  if (rows[0]?.is) await client.query(`create schema if not exists ${MOVING}`)
  return rows[0]?.is === true
}

/** Whether a move to this database was begun and never came to its end. */
export async function isMoveUnfinished(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    `select to_regnamespace('${MOVING}') is not null as is`,
  )
  return rows[0]?.is === true
}

/** Names of all tables and views; none in an empty database. */
export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = current_schema() order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Empties what the CMS made, except of `kept`, and takes its rows; links between tables are checked when all is there. */
export async function inTarget<T>(
  client: pg.Client,
  kept: readonly string[],
  act: (target: Target) => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    const tables = await tablesOf(client)
    const emptied = tables.filter((table) => !kept.includes(table))
    const keys = await foreignKeysOf(client)
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
    await client.query(`truncate ${emptied.map(quoted).join(', ')}`)
    const columns = await columnsOfAll(client)
    const result = await act({
      tables,
      columnsOf: (table) => columns.get(table) ?? [],
      rows: (table) => rowsOf(client, table),
      insert: (table, into, rows) => insert(client, table, into, rows),
      async goOnAfter(table, last) {
        const name = `"${table}"`
        await client.query('select setval(pg_get_serial_sequence($1, $2), greatest($3::bigint, 1), $3 > 0)', [
          name,
          'id',
          last,
        ])
      },
    })
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await client.query(`drop schema if exists ${MOVING}`)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Takes away every table, of a database that was empty before the move. */
export async function dropAll(client: pg.Client): Promise<void> {
  const tables = await tablesOf(client)
  if (tables.length > 0) await client.query(`drop table ${tables.map(quoted).join(', ')} cascade`)
  await client.query(`drop schema if exists ${MOVING}`)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

async function foreignKeysOf(
  client: pg.Client,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
  )
  return rows
}

async function columnsOfAll(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<{ table: string; name: string; type: string; length: number | null }>(
    `select table_name as table, column_name as name, data_type as type, character_maximum_length as length
       from information_schema.columns where table_schema = current_schema() order by table_name, ordinal_position`,
  )
  const columns = new Map<string, Column[]>()
  for (const { table, name, type, length } of rows) {
    const known = columns.get(table) ?? []
    columns.set(table, [...known, { name, type, maxLength: length }])
  }
  return columns
}

async function* rowsOf(client: pg.Client, table: string): Rows {
  let last = '-1'
  for (;;) {
    const { rows } = await client.query<Record<string, string | null>>({
      text: `select * from ${quoted(table)} where id > $1 order by id limit ${PART}`,
      values: [last],
      types: asText,
    })
    if (rows.length > 0) yield rows
    if (rows.length < PART) return
    last = rows.at(-1)!['id']!
  }
}

async function insert(
  client: pg.Client,
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> {
  const atOnce = Math.max(1, Math.min(PART, Math.floor(MAX_VALUES / columns.length)))
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  for (let start = 0; start < rows.length; start += atOnce) {
    const part = rows.slice(start, start + atOnce)
    let place = 0
    const places = part.map(() => `(${columns.map(() => `$${++place}`).join(', ')})`)
    const values = part.flatMap((row) =>
      columns.map((column) => forPostgres(row[column.name] ?? null, column)),
    )
    await client.query(`insert into ${quoted(table)} (${names}) values ${places.join(', ')}`, values)
  }
}
