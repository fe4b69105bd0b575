/** How a wijk stands on a target besides our own server, as an operator reads it. */
import { moment } from './moments.ts'

/** What is shown of a target as the publisher tells it. */
export interface TargetRow {
  readonly name: string
  readonly isWanted: boolean
  readonly release: number
  readonly state: string
  readonly waitsUntil: string | null
  readonly lastError: string | null
  readonly nextTryAt: string | null
  readonly lastSeenAt: string | null
}

/** One sentence about it. */
export function targetLine({ name, release, state, ...more }: TargetRow): string {
  const { waitsUntil, lastError, nextTryAt, lastSeenAt } = more
  if (state === 'failed') {
    const again = nextTryAt ? ` Volgende poging ${moment(nextTryAt)}.` : ''
    return `${name}: niet in orde: ${lastError}${again}`
  }
  if (state !== 'live') {
    const until = waitsUntil ? ` en wacht op ${name} tot ongeveer ${moment(waitsUntil)}` : ''
    return `${name}: er staat ${release > 0 ? `versie ${release}` : 'nog niets'}; de nieuwste is onderweg${until}.`
  }
  return lastSeenAt === null
    ? `${name}: versie ${release} is daar neergezet; in de stille uren wordt nagekeken of ze er nog staat.`
    : `${name}: versie ${release} is daar voor het laatst gezien op ${moment(lastSeenAt)}.`
}
