/** The database of the CMS, as scripts on this machine see it: SQLite in the data folder, or PostgreSQL by `DATABASE_URL`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { isMoveUnfinished } from './migrate/postgres.ts'
import { SettingError, type Settings } from './settings.ts'

/** A connection to PostgreSQL. Throws SettingError, in a sentence, when the address leads nowhere. */
export async function connect(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  // What becomes of it later, a query tells.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (cause) {
    throw new SettingError(
      `De database ${withoutPassword(address)} is niet te gebruiken (${reasonOf(cause)}). Draait PostgreSQL, en klopt DATABASE_URL?`,
      { cause },
    )
  }
}

/**
 * Refuses, in a sentence, a start with a PostgreSQL that leads nowhere, or one that is empty while there is content in SQLite, or that
 * was filled halfway: whoever did not move all of it would find an empty newsroom. Throws SettingError.
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

// Of several addresses of one name the error is in `errors`.
function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error]
  return first instanceof Error ? first.message || first.name : String(first)
}
