/**
 * How all sites stand, as the operator's page shows it: the answer of `GET /wijkpers/status` read once, problems first.
 *
 * standing  in one word: what a site needs somebody to know
 */
import { type Held, heldSince } from '../receipt/held.ts'
import { since, when } from '../time.ts'

export interface SitesStatus {
  readonly sites: readonly SiteStatus[]
  /** Null when nobody knows. */
  readonly day: Day | null
  readonly isPublisherAway: boolean
  readonly rollout: Rollout | null
}

export type Standing = 'failed' | 'held' | 'waiting' | 'live' | 'none'

export interface SiteStatus {
  readonly documentId: string
  readonly name: string
  readonly slug: string
  readonly siteUrl: string
  readonly standing: Standing
  /** Where in line, and since when; null when it does not wait. */
  readonly waitingSince: Date | null
  readonly place: number | null
  readonly release: number
  readonly liveAt: Date | null
  readonly durationMs: number | null
  readonly error: string | null
  readonly nextTryAt: Date | null
  readonly held: Held | null
  /** When the site was last compared with its content, and how many files differed; null when it was not yet. */
  readonly verified: { readonly at: Date; readonly differences: number } | null
}

/** The publishes of the last 24 hours, counted. */
export interface Day {
  /** The oldest first. */
  readonly hours: readonly Hour[]
  /** How long the middle one took, in milliseconds; null when none came online. */
  readonly halfMs: number | null
  /** What 95 of 100 stayed below. */
  readonly mostMs: number | null
}

export interface Hour {
  /** On the clock of the Netherlands, such as `14`. */
  readonly hour: number
  readonly live: number
  readonly failed: number
}

/** A new site format that is going over all wijken. */
export interface Rollout {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly isPaused: boolean
  readonly secondsLeft: number | null
}

const ORDER: readonly Standing[] = ['failed', 'held', 'waiting', 'live', 'none']

/** Throws when the body is something else. */
export function parseStatus(body: unknown): SitesStatus {
  const data = record(record(body)?.data)
  if (!data || !Array.isArray(data.wijken)) throw new TypeError('[status] Expected the status of all sites')
  const publisher = record(data.publisher)
  const told = new Map(records(publisher?.wijken).map((wijk) => [wijk.id, wijk]))
  return {
    sites: records(data.wijken)
      .map((row) => siteOf(row, told.get(row.documentId) ?? null))
      .sort(
        (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.name.localeCompare(b.name, 'nl'),
      ),
    day: dayOf(record(publisher?.hours)),
    isPublisherAway: publisher === null,
    rollout: rolloutOf(record(publisher?.formats)),
  }
}

function siteOf(row: Row, told: Row | null): SiteStatus {
  const live = number(told?.live) ?? number(row.live) ?? 0
  const wanted = number(told?.wanted) ?? number(row.wanted) ?? 0
  const held = heldOf(record((told ?? row).held))
  const error = text(told?.lastError) ?? (told ? null : text(row.error))
  return {
    documentId: text(row.documentId) ?? '',
    name: text(row.name) ?? '',
    slug: text(row.slug) ?? '',
    siteUrl: text(row.siteUrl) ?? '',
    standing: standingOf({ isDraft: row.lifeCycle === 'draft', isHeld: held !== null, error, live, wanted }),
    waitingSince: date(told?.waitingSince),
    place: number(told?.place),
    release: number(told?.release) ?? number(row.release) ?? 0,
    liveAt: date(told?.lastLiveAt) ?? date(row.liveAt),
    durationMs: number(row.durationMs),
    error,
    nextTryAt: date(told?.nextTryAt) ?? (told ? null : date(row.nextTryAt)),
    held,
    verified: verifiedOf(told),
  }
}

function heldOf(held: Row | null): Held | null {
  return held && { by: text(held.by) ?? '', since: date(held.since), why: text(held.why) ?? '' }
}

function dayOf(told: Row | null): Day | null {
  const hours = records(told?.hours).flatMap((row) => {
    const from = date(row.from)
    if (!from) return []
    const hour = Number.parseInt(clockHour.format(from))
    return [{ hour, live: number(row.live) ?? 0, failed: number(row.failed) ?? 0 }]
  })
  return hours.length === 0 ? null : { hours, halfMs: number(told?.halfMs), mostMs: number(told?.mostMs) }
}

function verifiedOf(told: Row | null): SiteStatus['verified'] {
  const at = date(told?.lastVerifiedAt)
  return at && { at, differences: number(told?.differences) ?? 0 }
}

interface Standings {
  readonly isDraft: boolean
  readonly isHeld: boolean
  readonly error: string | null
  readonly live: number
  readonly wanted: number
}

function standingOf({ isDraft, isHeld, error, live, wanted }: Standings): Standing {
  if (error !== null) return 'failed'
  if (isHeld) return 'held'
  if (live < wanted) return 'waiting'
  return isDraft ? 'none' : 'live'
}

function rolloutOf(format: Row | null): Rollout | null {
  const total = number(format?.total)
  const done = number(format?.done)
  if (!format || total === null || done === null || done >= total) return null
  const failed = Array.isArray(format.failed) ? format.failed.length : 0
  return { total, done, failed, isPaused: format.pause !== null, secondsLeft: number(format.secondsLeft) }
}

/** One word for a badge. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  failed: 'Niet gelukt',
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
    ...(['waiting', 'held', 'failed'] as const).flatMap((standing) =>
      count(standing) > 0 ? [`${count(standing)} ${STANDINGS[standing].toLowerCase()}`] : [],
    ),
  ]
  return `${new Intl.ListFormat('nl').format(parts)}.`
}

/** What happens with one site now, in a sentence or two. */
export function storyOf(site: SiteStatus, now: Date): string {
  const { standing, error, nextTryAt, place, waitingSince, liveAt, held } = site
  switch (standing) {
    case 'failed':
      return nextTryAt && nextTryAt > now
        ? `${error} De volgende keer is ${when(nextTryAt, now)}.`
        : (error ?? '')
    case 'held':
      return heldSince(held, now)
    case 'waiting':
      if (!waitingSince) return 'Een wijziging wordt nu geplaatst.'
      return place === null
        ? `Wacht sinds ${since(waitingSince, now)}.`
        : `Wacht op plaats ${place}, sinds ${since(waitingSince, now)}.`
    case 'live':
      return liveAt ? `Online sinds ${since(liveAt, now)}.` : 'Online.'
    case 'none':
      return 'Deze wijk is nog in de maak.'
  }
}

/** When a site was last compared with its content, and what was found, in a sentence; null when it was not yet. */
export function verifiedSentence({ verified }: SiteStatus, now: Date): string | null {
  if (!verified) return null
  const { at, differences } = verified
  const wrong = differences === 1 ? '1 bestand klopte niet' : `${differences} bestanden klopten niet`
  return `Nagekeken ${when(at, now)}: ${differences === 0 ? 'klopte helemaal' : wrong}.`
}

/** How far a new site format is, in a sentence. */
export function rolloutSentence({ total, done, failed, isPaused, secondsLeft }: Rollout): string {
  const made = `De nieuwe sitevorm staat op ${done} van de ${total} sites.`
  const wrong = failed > 0 ? ` Op ${failed} ${failed === 1 ? 'site' : 'sites'} lukte het niet.` : ''
  if (isPaused) return `${made}${wrong} Het uitrollen is gepauzeerd.`
  return secondsLeft === null ? made + wrong : `${made}${wrong} Nog ongeveer ${lengthOf(secondsLeft)}.`
}

function lengthOf(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} seconden`
  return `${Math.round(seconds / 60)} minuten`
}

const clockHour = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
})

/** How many publishes there were in these hours. */
export function totalOf(hours: readonly Hour[]): { readonly live: number; readonly failed: number } {
  const sum = (of: 'live' | 'failed') => hours.reduce((total, hour) => total + hour[of], 0)
  return { live: sum('live'), failed: sum('failed') }
}

/** What came online in a day and how fast, in a sentence or two. */
export function daySentence({ hours, halfMs, mostMs }: Day): string {
  const { live, failed } = totalOf(hours)
  if (live + failed === 0) return 'Er is de laatste 24 uur niets gepubliceerd.'
  if (live === 0) return `Er is niets online gekomen; ${failed} keer mislukt.`
  const wrong = failed === 0 ? 'geen enkele keer mislukt' : `${failed} keer mislukt`
  const counted = `In de laatste 24 uur ${live} keer iets online gezet, ${wrong}.`
  if (halfMs === null || mostMs === null) return counted
  return `${counted} De helft stond binnen ${duration(halfMs)} online, 95 van de 100 binnen ${duration(mostMs)}.`
}

/** `14.00 tot 15.00 uur: 2 keer online, 1 keer mislukt`. */
export function hourSentence({ hour, live, failed }: Hour): string {
  return `${hour}.00 tot ${(hour + 1) % 24}.00 uur: ${live} keer online, ${failed} keer mislukt`
}

/** The hour in which most happened. */
export function busiestOf(hours: readonly Hour[]): Hour | undefined {
  return hours.toSorted((a, b) => b.live + b.failed - a.live - a.failed)[0]
}

/** The sites that somebody means who types this: a part of the name, with or without its accents. */
export function sitesNamed(sites: readonly SiteStatus[], typed: string): SiteStatus[] {
  const plain = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return sites.filter(({ name, slug }) => plain(`${name} ${slug}`).includes(plain(typed.trim())))
}

/** `0,1 seconde`, `12 seconden`. */
export function duration(ms: number): string {
  const seconds = ms / 1000
  const shown = seconds.toLocaleString('nl-NL', { maximumFractionDigits: seconds < 10 ? 1 : 0 })
  return `${shown} ${shown === '1' ? 'seconde' : 'seconden'}`
}

type Row = Readonly<Record<string, unknown>>

const record = (value: unknown): Row | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
function records(value: unknown): Row[] {
  if (!Array.isArray(value)) return []
  return value.map(record).filter((row) => row !== null)
}
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const date = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)
