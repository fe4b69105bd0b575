/** Which sites are not as they should be, and which wijken cannot be published now. */
import type { WijkStatus } from '../../../apps/publisher/src/standing.ts'
import { wrongFiles } from '../targets.ts'
import { fault, type Finding, someOf } from './finding.ts'

/** What is wrong with wijken, as the publisher tells how they stand. */
export function findingsOfWijken(rows: readonly WijkStatus[]): Finding[] {
  return [...failing(rows), ...rows.filter(({ isWrong }) => isWrong).map(wrong)]
}

/** However short it lasts: whoever asks now wants to know. */
function failing(rows: readonly WijkStatus[]): Finding[] {
  const failed = rows.filter(({ state }) => state === 'failed')
  const [first] = failed
  if (!first) return []
  const which = someOf(failed.map(({ slug }) => slug))
  const why = failed.length === 1 ? '' : `. Bij ${first.slug}`
  return [
    fault(
      'publicaties',
      `lukken nu niet bij ${which}${why}: ${first.lastError ?? 'zonder reden'}`,
      'de vorige versie blijft online, en het wordt vanzelf opnieuw geprobeerd: ‘status’ zegt wanneer.',
    ),
  ]
}

/** What the publisher found to be wrong and could not put right. */
function wrong({ slug, held, differences }: WijkStatus): Finding {
  return fault(
    slug,
    `bij het nakijken: ${wrongFiles(differences)} met wat er hoort te staan`,
    held
      ? `een vastgehouden site wordt niet hersteld: laat haar verdergaan met ‘resume ${slug}’. Kijk de schijf na.`
      : `‘verify ${slug}’ zegt welke. Alles is al eens opnieuw gemaakt of wordt dat zo; blijft het, kijk dan de schijf na en meld het ons: dit hoort niet te kunnen.`,
  )
}
