/** The database of the CMS, as scripts on this machine see it: SQLite in the data folder, or PostgreSQL by `DATABASE_URL`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { isMoveUnfinished } from './migrate/postgres.ts'
import { SettingError, type Settings } from './settings.ts'

/** PostgreSQL does not answer, or takes nobody in yet. Trying again helps once it does. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError'
  constructor(address: string, cause: unknown) {
    super(
      `De database ${withoutPassword(address)} antwoordt niet (${reasonOf(cause)}). Start PostgreSQL, of zet in DATABASE_URL het goede adres.`,
      { cause },
    )
  }
}

/** A connection to PostgreSQL. Throws DatabaseAwayError, and SettingError when it does not let us in as DATABASE_URL asks. */
export async function connect(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  // What becomes of it later, a query tells.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (cause) {
    if (!isRefusal(cause)) throw new DatabaseAwayError(address, cause)
    throw new SettingError(
      `De database ${withoutPassword(address)} laat ons niet binnen (${reasonOf(cause)}). Kloppen de naam, het wachtwoord en de database in DATABASE_URL?`,
      { cause },
    )
  }
}

/**
 * Refuses, in a sentence, a start with a PostgreSQL that does not let us in, or one that is empty while there is content in SQLite, or that
 * was filled halfway: whoever did not move all of it would find an empty newsroom. Throws SettingError and DatabaseAwayError.
 */
export async function refuseWrongDatabase({ data, env }: Settings): Promise<void> {
  if (!env.DATABASE_URL) return
  const client = await connect(env.DATABASE_URL)
  try {
    if (await isMoveUnfinished(client))
      throw new SettingError(
        'Het overzetten naar de database in DATABASE_URL is niet klaar, of werd afgebroken. Zet de inhoud (nog eens) over: npm run -s wijkpers -- migrate.',
      )
    const { rows } = await client.query("select to_regclass('wijk_revisions') as tables")
    const isEmpty = (rows[0] as { tables: string | null }).tables === null
    const file = join(data, 'cms', 'data.db')
    if (isEmpty && existsSync(file))
      throw new SettingError(
        `De database in DATABASE_URL is leeg, en in ${file} staat inhoud. Zet die over (npm run -s wijkpers -- migrate), of geef dat bestand een andere naam om leeg te beginnen.`,
      )
  } finally {
    await client.end()
  }
}

/** The address, as it may be shown. */
export function withoutPassword(address: string): string {
  const url = new URL(address)
  if (url.password) url.password = '***'
  return url.href
}

/** A wrong name or password (class 28), no such database (3D), or what the driver cannot agree on with it: a machine that starts gives none of these. */
function isRefusal(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(28|3D)/.test(error.code ?? '')
  return error instanceof Error && /SASL|does not support SSL/.test(error.message)
}

// Of several addresses of one name the error is in `errors`.
function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error]
  return first instanceof Error ? first.message || first.name : String(first)
}
