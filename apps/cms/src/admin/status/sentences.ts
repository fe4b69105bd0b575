/** How all sites stand, in the words that an operator reads. */
import { heldSince } from '../receipt/held.ts'
import { inSeconds, roughly, since, when } from '../time.ts'
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
  const online = sites.filter(isOnline).length
  const failed = sites.filter((site) => site.standing === 'failed' && isOnline(site)).length
  const counted = (number: number, words: string) => (number > 0 ? [words] : [])
  const [notYet, unseen, waiting, wrong, held] = [
    count('failed') - failed,
    count('unseen'),
    count('waiting'),
    count('wrong'),
    count('held'),
  ]
  const parts = [
    `${online} ${online === 1 ? 'site' : 'sites'} online`,
    ...counted(notYet, `${notYet} niet gelukt`),
    ...counted(unseen, `${unseen} niet te zien`),
  ]
  const remarks = [
    ...counted(waiting, `bij ${waiting} is een wijziging onderweg`),
    ...counted(held, `${held} ${held === 1 ? 'wordt' : 'worden'} vastgehouden`),
    ...counted(wrong, `${wrong} ${wrong === 1 ? 'klopt' : 'kloppen'} niet`),
    ...counted(failed, `bij ${failed} lukte de laatste wijziging niet`),
  ]
  const list = new Intl.ListFormat('nl')
  return `${[parts, remarks]
    .filter((said) => said.length > 0)
    .map((said) => list.format(said))
    .join('; ')}.`
}

/** Whether residents can read a site, be it an earlier version: what fails or waits leaves what was online as it was. */
function isOnline({ standing, release, isDraft }: SiteStatus): boolean {
  if (standing === 'unseen' || standing === 'none' || isDraft) return false
  return release > 0
}

/** What happens with one site now, in a sentence or two. */
export function storyOf(site: SiteStatus, now: Date): string {
  const { standing, error, nextTryAt, liveAt, held, verified } = site
  switch (standing) {
    case 'unseen':
      return 'Onze eigen server laat deze site nu niet zien.'
    case 'failed':
      return [
        error ?? '',
        ...(nextTryAt && nextTryAt > now ? [`De volgende keer is ${when(nextTryAt, now)}.`] : []),
        ...(isOnline(site) ? ['De vorige versie blijft online.'] : []),
      ].join(' ')
    case 'wrong': {
      const files = verified?.differences === 1 ? '1 bestand' : `${verified?.differences} bestanden`
      const isOrAre = verified?.differences === 1 ? 'is' : 'zijn'
      const found = `${files} van deze site ${isOrAre} niet zoals het hoort.`
      return held ? `${found} ${heldSince(held, now)} Zolang dat zo is, wordt de site niet hersteld.` : found
    }
    case 'held':
      return [heldSince(held, now), ...heldAt(site)].join(' ')
    case 'waiting':
      return waitOf(site, now)
    case 'live':
      return liveAt ? `Online sinds ${since(liveAt, now)}.` : 'Online.'
    case 'none':
      return 'Deze wijk is nog in de maak.'
  }
}

/** What a held site shows, and what does not go online meanwhile. */
function heldAt({ heldRelease, waitingChanges }: SiteStatus): string[] {
  const shown = heldRelease > 0 ? [`De site laat zien wat er in versie ${heldRelease} stond.`] : []
  if (waitingChanges === 0) return shown
  const waits = waitingChanges === 1 ? 'Er wacht 1 wijziging.' : `Er wachten ${waitingChanges} wijzigingen.`
  return [...shown, waits]
}

function waitOf({ waitingSince, place, waitsFor }: SiteStatus, now: Date): string {
  if (waitsFor?.kind === 'publisher') return 'Wacht op de publisher.'
  if (waitingSince)
    return place === null
      ? `Wacht sinds ${since(waitingSince, now)}.`
      : `Staat op plaats ${place} in de rij, sinds ${since(waitingSince, now)}.`
  if (!waitsFor) return 'Een wijziging wordt nu geplaatst.'
  const { name, until } = waitsFor
  return until && until > now ? `Wacht op ${name}, tot ongeveer ${since(until, now)}.` : `Wacht op ${name}.`
}

/** When a site was last compared with its content, and what was found, in a sentence; null when it was not yet. */
export function verifiedSentence({ verified, liveAt }: SiteStatus, now: Date): string | null {
  if (!verified) return null
  const { at, differences } = verified
  const wrong = differences === 1 ? '1 bestand klopte niet' : `${differences} bestanden klopten niet`
  const since = liveAt && liveAt > at ? ' Daarna kwam er nog iets online.' : ''
  return `Nagekeken ${when(at, now)}: ${differences === 0 ? 'klopte helemaal' : wrong}.${since}`
}

/** How far a new site format is, in a few sentences. */
export function rolloutSentence({ total, done, failed, pause, secondsLeft }: Rollout): string {
  const made = `De nieuwe sitevorm staat op ${done} van de ${total} sites.`
  if (pause?.by === 'failures')
    return `${made} Het uitrollen is vanzelf stilgezet: bij ${pause.failed} van de eerste ${pause.tried} sites lukte het niet. De andere sites houden de vorm die ze hadden.`
  const wrong =
    failed.length > 0 ? ` Op ${failed.length} ${failed.length === 1 ? 'site' : 'sites'} lukte het niet.` : ''
  if (pause) return `${made}${wrong} Het uitrollen is gepauzeerd.`
  return secondsLeft === null ? made + wrong : `${made}${wrong} Nog ongeveer ${roughly(secondsLeft * 1000)}.`
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

/** What came online in a day and how fast, in a sentence or two. */
export function daySentence({ hours, halfMs, mostMs }: Day): string {
  const { live, late, failed } = totalOf(hours)
  if (live + failed === 0) return 'Er is de laatste 24 uur niets gepubliceerd.'
  if (live === 0) return `Er is niets online gekomen; ${failed} keer mislukt.`
  const lately = late > 0 ? `, waarvan ${late} keer pas na een mislukte poging` : ''
  const wrong = failed > 0 ? `${failed} keer mislukt` : late > 0 ? '' : 'geen enkele keer mislukt'
  const counted = `In de laatste 24 uur ${live} keer iets online gezet${lately}${wrong && (late > 0 ? '; ' : ', ') + wrong}.`
  if (halfMs === null || mostMs === null) return counted
  return `${counted} De helft stond binnen ${inSeconds(halfMs)} online, 95 van de 100 binnen ${inSeconds(mostMs)}.`
}

/** `14.00 tot 15.00 uur: 2 keer online, 1 keer mislukt`. */
export function hourSentence({ hour, live, late, failed }: Hour): string {
  const lately = late > 0 ? ` (${late} keer pas na een mislukte poging)` : ''
  return `${hour}.00 tot ${(hour + 1) % 24}.00 uur: ${live} keer online${lately}, ${failed} keer mislukt`
}
