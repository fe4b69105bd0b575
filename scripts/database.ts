/** The database of the CMS, as scripts on this machine see it: SQLite in the data folder, or PostgreSQL by `DATABASE_URL`. */
import pg from 'pg'
import { SettingError } from './settings.ts'

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
