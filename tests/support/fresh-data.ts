/**
 * The data folder of an installation that has just been started for the first time, made once and copied for each test
 * file, without what was said at that start: a CMS that has to make its tables takes twice as long.
 */
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where tests/support/set-up.ts has put it. */
export const FRESH_DATA = 'WIJKPERS_TEST_FRESH_DATA'

/** A new temporary data folder; its tables are there already where `env` asks for the database of the tests. */
export function newDataFolder(prefix: string, env: NodeJS.ProcessEnv): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const fresh = process.env[FRESH_DATA]
  if (fresh && env.WIJKPERS_DEMO === undefined && env.DATABASE_URL === undefined)
    cpSync(fresh, folder, { recursive: true, filter: (path) => path !== join(fresh, 'run') })
  return folder
}
