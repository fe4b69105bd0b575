/** How each wijk stands, and who waits for what. */
import type { Held } from '@wijkpers/content/strapi'
import { SettingError } from '../settings.ts'
import { type Act, askPublisher, heldSentence, type Outcome, type World } from './act.ts'
import { whys } from './whys.ts'

export const status: Act = { words: '[wijk]', does: 'hoe elke wijk ervoor staat, en wie er wacht', run }

/** What is shown of a wijk as the publisher tells it. */
interface Row {
  readonly slug: string
  readonly wanted: number
  readonly live: number
  readonly release: number
  readonly state: string
  readonly lastError: string | null
  readonly nextTryAt: string | null
  readonly waitingSince: string | null
  readonly place: number | null
  readonly why: string | null
  readonly held: Held | null
  readonly lastVerifiedAt: string | null
  readonly differences: number | null
}

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const answer = await askPublisher(settings, slug ? `/wijken/${encodeURIComponent(slug)}` : '/wijken')
  if (answer.status === 404) throw new SettingError(`Er is geen wijk met slug ‘${slug}’.`)
  const data = (await answer.json()) as Row | Row[]
  const rows = Array.isArray(data) ? data : [data]
  const line = rows.filter(({ waitingSince }) => waitingSince !== null).sort(byPlace)
  const isFine = rows.every(({ state }) => state !== 'failed')
  return {
    exit: isFine ? 0 : 1,
    data,
    lines: [
      ...(rows.length > 0 ? rows.map(stand) : ['Er zijn nog geen wijken.']),
      ...(line.length > 0 ? ['', 'In de rij:', ...line.map(wait)] : []),
    ],
  }
}

function stand(row: Row): string {
  const { slug, state, wanted, live, release, lastError, held } = row
  const numbers = `gewenst ${wanted}, online ${live} (versie ${release})`
  const more = [...(held ? [heldSentence(held)] : []), ...(lastError ? [lastError] : []), verified(row)]
  return [`${slug.padEnd(24)} ${state.padEnd(10)} ${numbers}`, ...more].join('\n  ')
}

function verified({ lastVerifiedAt, differences }: Row): string {
  if (lastVerifiedAt === null) return 'nog niet nagekeken: dat gebeurt in de stille uren'
  const wrong = differences === 1 ? '1 bestand klopte niet' : `${differences} bestanden klopten niet`
  const found = differences === 0 ? 'klopte helemaal' : wrong
  return `nagekeken op ${date.format(new Date(lastVerifiedAt)).replaceAll(':', '.')}: ${found}`
}

function wait({ slug, place, waitingSince, why, nextTryAt }: Row): string {
  const turn = place === null ? '  -' : String(place).padStart(3)
  const since = `wacht sinds ${clock(waitingSince)}: ${whys[why ?? ''] ?? why}`
  return `${turn} ${slug.padEnd(24)} ${since}${nextTryAt ? `; volgende poging ${clock(nextTryAt)}` : ''}`
}

function byPlace(a: Row, b: Row): number {
  return (a.place ?? Infinity) - (b.place ?? Infinity)
}

const time = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'medium', timeZone: 'Europe/Amsterdam' })
const date = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})
const clock = (moment: string | null) => (moment ? time.format(new Date(moment)).replaceAll(':', '.') : '')
