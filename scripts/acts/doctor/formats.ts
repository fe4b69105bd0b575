/** Whether there is a site format to make pages with, and whether a new one comes through. */
import { join } from 'node:path'
import { openFormatShelf } from '@wijkpers/publishing'
import type { RolloutProgress } from '../../../apps/publisher/src/site-formats/site-formats.ts'
import { root, type Settings } from '../../settings.ts'
import { askForFacts } from '../act.ts'
import { pausedByFailures } from '../format.ts'
import { fault, fine, type Finding, someOf } from './finding.ts'

/** The format that is built, the copies that the publisher keeps, and how far a new one is. */
export async function lookAtFormats(settings: Settings): Promise<Finding[]> {
  const { data, env } = settings
  const about = 'sitevorm'
  const built = env.SITE_FORMAT ?? join(root, 'sites/wijk/dist/format')
  const folder = join(data, 'publisher', 'formats')
  const shelf = openFormatShelf({ folder, built })
  const kept = await shelf.kept()
  const isBuilt = (await shelf.newestBuild()) !== null
  // That the publisher does not answer is told already.
  const rollout = await askForFacts<RolloutProgress>(settings, '/format').catch(() => null)
  const unfit = (await shelf.unfit()).map((hash) => ({ hash, error: 'er ontbreken bestanden' }))
  // Those of which it could not read the files, though nothing seems to be missing. Damaged code shows when it makes pages.
  const unusable = rollout?.unusable ?? []
  return [
    isBuilt || kept.length > 0
      ? fine(about, isBuilt ? 'gebouwd' : `${kept.length} bewaard bij de publisher`)
      : fault(about, `is niet gebouwd in ${built}`, 'npm start bouwt haar.'),
    ...[...unfit, ...unusable].map(({ hash, error }) =>
      fault(
        about,
        `de bewaarde kopie ${hash} is niet te gebruiken: ${error}`,
        `verwijder de map ${join(folder, hash)}. Wijken die haar hadden worden al in de gekozen sitevorm gemaakt.`,
      ),
    ),
    ...(rollout ? throughOnAll(rollout) : []),
  ]
}

/** Whether a new site format comes through on all wijken. */
function throughOnAll(rollout: RolloutProgress): Finding[] {
  const about = 'nieuwe sitevorm'
  const paused = pausedByFailures(rollout)
  if (paused) return [fault(about, paused.says, paused.advice)]
  const { failed } = rollout
  if (failed.length === 0) return []
  const says = `lukt niet bij ${someOf(failed.map(({ slug }) => slug))}`
  return [fault(about, says, '‘format’ zegt waarom. Hun laatste goede versies blijven online.')]
}
