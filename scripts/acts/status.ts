/** How each wijk stands, and who waits for what. */
import type { WijkStatus } from '../../apps/publisher/src/standing.ts'
import { SettingError } from '../settings.ts'
import { type Act, askForFacts, heldSentence, type Outcome, type World } from './act.ts'
import { moment, time } from './moments.ts'
import { targetLine, wrongFiles } from './targets.ts'
import { whys } from './whys.ts'

export const status: Act = { words: '[wijk]', does: 'hoe elke wijk ervoor staat, en wie er wacht', run }

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const path = slug ? `/wijken/${encodeURIComponent(slug)}` : '/wijken'
  const data = await askForFacts<WijkStatus | WijkStatus[]>(settings, path)
  if (data === null) throw new SettingError(`Er is geen wijk met slug ‘${slug}’.`)
  const rows = Array.isArray(data) ? data : [data]
  const line = rows.filter(({ waitingSince }) => waitingSince !== null).sort(byPlace)
  const isFine = rows.every(({ state, isWrong }) => state !== 'failed' && !isWrong)
  return {
    exit: isFine ? 0 : 1,
    data,
    lines: [
      ...(rows.length > 0 ? rows.map(stand) : ['Er zijn nog geen wijken.']),
      ...(line.length > 0 ? ['', 'In de rij:', ...line.map(wait)] : []),
    ],
  }
}

/** The states of a publish, as operators and editors read them. */
const STATES: Readonly<Record<string, string>> = {
  received: 'ontvangen',
  rendering: 'wordt gemaakt',
  deploying: 'wordt geplaatst',
  live: 'online',
  failed: 'niet gelukt',
  held: 'vastgehouden',
}

/** How one wijk stands, with what is wrong below it. */
export function stand(row: WijkStatus): string {
  const { slug, state, wanted, live, release, lastLiveAt, lastError, held, targets } = row
  const online = state === 'live' ? 'sinds' : 'online sinds'
  const since = release > 0 && lastLiveAt !== null ? `${online} ${moment(lastLiveAt)}` : null
  const version = release === 0 ? 'nog niets online' : `versie ${release}, revisie ${live}`
  const numbers = [since, version, ...(wanted === live ? [] : [`gewenst: revisie ${wanted}`])]
  const behind = targets.filter(
    ({ isWanted, state, interventions, compareError }) =>
      isWanted && (state !== 'live' || (interventions ?? 0) > 0 || compareError !== null),
  )
  const more = [
    ...(held ? [heldSentence(held)] : []),
    ...(lastError ? [lastError] : []),
    ...behind.map(targetLine),
    verified(row),
  ]
  const said = numbers.filter((part) => part !== null).join('; ')
  return [`${slug.padEnd(24)} ${(STATES[state] ?? state).padEnd(15)} ${said}`, ...more].join('\n  ')
}

function verified({ slug, lastVerifiedAt, differences, isWrong }: WijkStatus): string {
  if (lastVerifiedAt === null) return 'nog niet nagekeken: dat gebeurt in de stille uren'
  const found = differences === 0 ? 'klopte helemaal' : wrongFiles(differences)
  const still = isWrong ? `, en dat is nog zo: ‘verify ${slug}’ zegt welke, ‘doctor’ wat te doen is` : ''
  return `nagekeken op ${moment(lastVerifiedAt)}: ${found}${still}`
}

function wait({ slug, place, waitingSince, why, nextTryAt }: WijkStatus): string {
  const turn = place === null ? '  -' : String(place).padStart(3)
  const since = waitingSince ? `wacht sinds ${time(waitingSince)}` : 'wacht'
  const again = nextTryAt ? `; volgende poging ${time(nextTryAt)}` : ''
  return `${turn} ${slug.padEnd(24)} ${since}: ${whys[why ?? ''] ?? why}${again}`
}

function byPlace(a: WijkStatus, b: WijkStatus): number {
  return (a.place ?? Infinity) - (b.place ?? Infinity)
}
