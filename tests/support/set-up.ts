/** Once before all journeys: what cannot run from source is built, unless it fits its sources already. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builds, ensureBuilt } from '../../scripts/build.ts'
import { startCms } from './cms.ts'
import { FRESH_DATA } from './fresh-data.ts'

export async function setup(): Promise<() => void> {
  // Another project did it.
  if (process.env[FRESH_DATA]) return () => undefined
  await Promise.all(Object.values(builds).map(ensureBuilt))
  const fresh = mkdtempSync(join(tmpdir(), 'wijkpers-fresh-'))
  await using cms = await startCms({ data: fresh, env: { DATABASE_URL: '' } })
  await cms.stop()
  process.env[FRESH_DATA] = fresh
  return () => rmSync(fresh, { recursive: true, force: true })
}
