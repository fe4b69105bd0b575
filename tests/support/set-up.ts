/** Once before all journeys: what cannot run from source is built, unless it fits its sources already. */
import { builds, ensureBuilt } from '../../scripts/build.ts'

export async function setup(): Promise<void> {
  await Promise.all(Object.values(builds).map(ensureBuilt))
}
