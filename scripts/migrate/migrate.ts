/**
 * From SQLite to PostgreSQL with nothing lost: one transaction that is only committed when every table holds the same on both
 * sides. The SQLite file is read and never written; photos and secrets stay where they are.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { root, SettingError } from '../settings.ts'
import { beginMove, dropAll, inTarget, isMoveUnfinished, tablesOf, type Target } from './postgres.ts'
import { type Fingerprint, fingerprintOf } from './proof.ts'
import type { Source } from './sqlite.ts'
import { type Column, obstacleOf } from './values.ts'

/** One table, on both sides. */
export interface Moved {
  readonly table: string
  readonly from: Fingerprint
  readonly to: Fingerprint
}

/** What Strapi notes about the tables themselves, which it has just made there. */
const BOOKKEEPING = ['strapi_database_schema', 'strapi_migrations', 'strapi_migrations_internal']
/** Obstacles that are named; the others are counted. */
const NAMED = 10

/** Something cannot be taken along as it is; nothing was changed. */
class CannotMoveError extends SettingError {}

/** The two sides differ; nothing was changed. It is a bug of this command. */
export class MovedWrongError extends Error {
  override readonly name = 'MovedWrongError'
}

/**
 * Moves everything. `env` is that of the installation, with the DATABASE_URL that `client` is connected to.
 * Throws CannotMoveError, or MovedWrongError; then the target is as empty as it was. One that was cut off begins anew.
 */
export async function migrate(
  source: Source,
  client: pg.Client,
  env: NodeJS.ProcessEnv,
): Promise<readonly Moved[]> {
  const isCutOff = await isMoveUnfinished(client)
  if (!isCutOff && (await tablesOf(client)).length > 0)
    throw new CannotMoveError(
      'De database in DATABASE_URL is niet leeg. Maak een nieuwe, lege database; dan raakt niets door elkaar.',
    )
  if (!(await beginMove(client)))
    throw new CannotMoveError('Naar de database in DATABASE_URL wordt al overgezet. Wacht tot dat klaar is.')
  try {
    if (isCutOff) {
      await dropAll(client)
      await beginMove(client)
    }
    await makeTables(env)
    await ensureSameVersion(source, client)
    return await inTarget(client, BOOKKEEPING, (target) => moveAll(source, target))
  } catch (error) {
    await dropAll(client)
    throw error
  }
}

/** Has the CMS make its tables there, as for a new installation. */
async function makeTables(env: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/make-tables.cjs'], {
    cwd: join(root, 'apps/cms'),
    env: { ...env, WIJKPERS_DEMO: '0', SERVE_ADMIN: 'false' },
  })
}

async function ensureSameVersion(source: Source, client: pg.Client): Promise<void> {
  const newest = 'select hash from strapi_database_schema order by id desc limit 1'
  const { rows } = await client.query<{ hash: string }>(newest)
  if (source.valueOf(newest) !== rows[0]?.hash)
    throw new CannotMoveError(
      'De SQLite-database is van een andere versie van Wijkpers. Start deze versie eerst één keer zonder DATABASE_URL (npm start) en stop haar weer.',
    )
}

async function moveAll(source: Source, target: Target): Promise<readonly Moved[]> {
  const tables = source.tables.filter((table) => !BOOKKEEPING.includes(table))
  await ensureAllFits(source, target, tables)
  const moved: Moved[] = []
  for (const table of tables) {
    const columns = target.columnsOf(table)
    for await (const part of source.rows(table)) await target.insert(table, columns, part)
    await target.goOnAfter(table, source.lastIdOf(table))
    const from = await fingerprintOf(columns, source.rows(table))
    const to = await fingerprintOf(columns, target.rows(table))
    if (from.hash !== to.hash || from.rows !== to.rows)
      throw new MovedWrongError(
        `${table} is na het overzetten niet gelijk (${from.rows} en ${to.rows} rijen, ${from.hash} en ${to.hash}). Er is niets veranderd; meld dit.`,
      )
    moved.push({ table, from, to })
  }
  if (source.isChanged())
    throw new CannotMoveError(
      'Er is tijdens het overzetten iets gewijzigd in de SQLite-database. Stop Wijkpers (de redactie-omgeving) en probeer het opnieuw.',
    )
  return moved
}

/** Throws CannotMoveError with all that PostgreSQL would not take, or would take in another way. */
async function ensureAllFits(source: Source, target: Target, tables: readonly string[]): Promise<void> {
  const obstacles: string[] = []
  for (const table of tables) {
    const columns = new Map<string, Column>(target.columnsOf(table).map((column) => [column.name, column]))
    const unknown = source.columnsOf(table).filter((name) => !columns.has(name))
    if (unknown.length > 0) {
      obstacles.push(
        columns.size === 0
          ? `tabel ${table} kent deze versie niet`
          : `tabel ${table} heeft kolommen die deze versie niet kent: ${unknown.join(', ')}`,
      )
      continue
    }
    for await (const part of source.rows(table))
      for (const row of part)
        for (const [name, value] of Object.entries(row)) {
          const obstacle = obstacleOf(value, columns.get(name)!)
          if (obstacle) obstacles.push(`${table} ${String(row['id'])}: ${name} ${obstacle}`)
        }
  }
  if (obstacles.length === 0) return
  const rest = obstacles.length > NAMED ? [`en nog ${obstacles.length - NAMED}`] : []
  throw new CannotMoveError(
    [
      'Dit kan zo niet mee; er is niets overgezet. Verbeter het in de redactie-omgeving en probeer het opnieuw:',
      ...[...obstacles.slice(0, NAMED), ...rest].map((line) => `  ${line}`),
    ].join('\n'),
  )
}
