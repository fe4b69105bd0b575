/** How a wijk stands on a target besides our own server, as an operator reads it. */
import type { TargetStatus } from '../../apps/publisher/src/targets/deliveries.ts'
import { moment } from './moments.ts'

/** One sentence about it. */
export function targetLine({ name, release, state, ...more }: TargetStatus): string {
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
