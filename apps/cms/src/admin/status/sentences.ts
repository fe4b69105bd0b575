/** How all sites stand, in the words that an operator reads. */
import { heldSince } from '../receipt/held.ts'
import { since, when } from '../time.ts'
import { type Day, type Hour, type Rollout, type SiteStatus, type Standing, totalOf } from './status.ts'

/** One word for a badge. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  unseen: 'Niet te zien',
  failed: 'Niet gelukt',
  wrong: 'Klopt niet',
  held: 'Vastgehouden',
  waiting: 'Onderweg',
  live: 'Online',
  none: 'Nog geen site',
}

/** How it goes with all sites, in one sentence: `12 sites online, 1 onderweg en 1 niet gelukt.` */
export function summary(sites: readonly SiteStatus[]): string {
  if (sites.length === 0) return 'Er zijn nog geen wijken.'
  const count = (standing: Standing) => sites.filter((site) => site.standing === standing).length
  const live = count('live')
  const parts = [
    `${live} ${live === 1 ? 'site' : 'sites'} online`,
    ...(['waiting', 'held', 'wrong', 'failed', 'unseen'] as const).flatMap((standing) =>
      count(standing) > 0 ? [`${count(standing)} ${wordOf(standing, count(standing))}`] : [],
    ),
  ]
  return `${new Intl.ListFormat('nl').format(parts)}.`
}

function wordOf(standing: Standing, count: number): string {
  return standing === 'wrong' && count > 1 ? 'kloppen niet' : STANDINGS[standing].toLowerCase()
}

/** What happens with one site now, in a sentence or two. */
export function storyOf(site: SiteStatus, now: Date): string {
  const { standing, error, nextTryAt, liveAt, held, verified } = site
  switch (standing) {
    case 'unseen':
      return 'Onze eigen server laat deze site nu niet zien.'
    case 'failed':
      return nextTryAt && nextTryAt > now
        ? `${error} De volgende keer is ${when(nextTryAt, now)}.`
        : (error ?? '')
    case 'wrong': {
      const files = verified?.differences === 1 ? '1 bestand' : `${verified?.differences} bestanden`
      const isOrAre = verified?.differences === 1 ? 'is' : 'zijn'
      const found = `${files} van deze site ${isOrAre} niet zoals het hoort.`
      return held ? `${found} ${heldSince(held, now)} Zolang dat zo is, wordt de site niet hersteld.` : found
    }
    case 'held':
      return heldSince(held, now)
    case 'waiting':
      return waitOf(site, now)
    case 'live':
      return liveAt ? `Online sinds ${since(liveAt, now)}.` : 'Online.'
    case 'none':
      return 'Deze wijk is nog in de maak.'
  }
}

function waitOf({ waitingSince, place, waitsFor }: SiteStatus, now: Date): string {
  if (waitsFor?.kind === 'publisher') return 'Wacht op de publisher.'
  if (waitingSince)
    return place === null
      ? `Wacht sinds ${since(waitingSince, now)}.`
      : `Wacht op plaats ${place}, sinds ${since(waitingSince, now)}.`
  if (!waitsFor) return 'Een wijziging wordt nu geplaatst.'
  const { name, until } = waitsFor
  return until && until > now ? `Wacht op ${name}, tot ongeveer ${since(until, now)}.` : `Wacht op ${name}.`
}

/** When a site was last compared with its content, and what was found, in a sentence; null when it was not yet. */
export function verifiedSentence({ verified }: SiteStatus, now: Date): string | null {
  if (!verified) return null
  const { at, differences } = verified
  const wrong = differences === 1 ? '1 bestand klopte niet' : `${differences} bestanden klopten niet`
  return `Nagekeken ${when(at, now)}: ${differences === 0 ? 'klopte helemaal' : wrong}.`
}

/** How far a new site format is, in a few sentences. */
export function rolloutSentence({ total, done, failed, pause, secondsLeft }: Rollout): string {
  const made = `De nieuwe sitevorm staat op ${done} van de ${total} sites.`
  if (pause?.by === 'failures')
    return `${made} Het uitrollen is vanzelf stilgezet: bij ${pause.failed} van de eerste ${pause.tried} sites lukte het niet. De andere sites houden de vorm die ze hadden.`
  const wrong =
    failed.length > 0 ? ` Op ${failed.length} ${failed.length === 1 ? 'site' : 'sites'} lukte het niet.` : ''
  if (pause) return `${made}${wrong} Het uitrollen is gepauzeerd.`
  return secondsLeft === null ? made + wrong : `${made}${wrong} Nog ongeveer ${lengthOf(secondsLeft)}.`
}

/** Names that are told of a list; the rest is counted. */
const NAMED = 5

/** The sites that a new format fails on: `Niet gelukt bij Noord, Zuid en nog 3.`; null for none. */
export function failedSentence({ failed }: Rollout): string | null {
  if (failed.length === 0) return null
  const more = failed.length - NAMED
  const names = [...failed.slice(0, NAMED), ...(more > 0 ? [`nog ${more}`] : [])]
  return `Niet gelukt bij ${new Intl.ListFormat('nl').format(names)}.`
}

function lengthOf(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} seconden`
  return `${Math.round(seconds / 60)} minuten`
}

/** What came online in a day and how fast, in a sentence or two. */
export function daySentence({ hours, halfMs, mostMs }: Day): string {
  const { live, late, failed } = totalOf(hours)
  if (live + failed === 0) return 'Er is de laatste 24 uur niets gepubliceerd.'
  if (live === 0) return `Er is niets online gekomen; ${failed} keer mislukt.`
  const lately = late > 0 ? `, waarvan ${late} keer pas na een mislukte poging` : ''
  const wrong = failed > 0 ? `${failed} keer mislukt` : late > 0 ? '' : 'geen enkele keer mislukt'
  const counted = `In de laatste 24 uur ${live} keer iets online gezet${lately}${wrong && (late > 0 ? '; ' : ', ') + wrong}.`
  if (halfMs === null || mostMs === null) return counted
  return `${counted} De helft stond binnen ${duration(halfMs)} online, 95 van de 100 binnen ${duration(mostMs)}.`
}

/** `14.00 tot 15.00 uur: 2 keer online, 1 keer mislukt`. */
export function hourSentence({ hour, live, late, failed }: Hour): string {
  const lately = late > 0 ? ` (${late} keer pas na een mislukte poging)` : ''
  return `${hour}.00 tot ${(hour + 1) % 24}.00 uur: ${live} keer online${lately}, ${failed} keer mislukt`
}

/** `0,1 seconde`, `12 seconden`. */
export function duration(ms: number): string {
  const seconds = ms / 1000
  const shown = seconds.toLocaleString('nl-NL', { maximumFractionDigits: seconds < 10 ? 1 : 0 })
  return `${shown} ${shown === '1' ? 'seconde' : 'seconden'}`
}
