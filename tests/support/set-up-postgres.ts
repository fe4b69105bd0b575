/**
 * Once before the journeys on PostgreSQL, after set-up.ts: one server, on which each installation makes a database of its own. The
 * tables of a new installation are made once, and copied for each.
 */
import { startCms } from './cms.ts'
import { FRESH_DATABASE } from './database.ts'
import { FRESH_DATA } from './fresh-data.ts'
import { startPostgres } from './postgres.ts'

export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const fresh = await server.database()
  await using cms = await startCms({ data: process.env[FRESH_DATA]!, env: { DATABASE_URL: fresh } })
  await cms.stop()
  // The processes that run the tests inherit it.
  process.env[FRESH_DATABASE] = fresh
  return async () => server[Symbol.asyncDispose]()
}
