/**
 * How all sites stand, as the operator's page shows it: the answer of `GET /wijkpers/status` read once, problems first.
 *
 * standing  in one word: what a site needs somebody to know
 */
import { since, when } from '../time.ts'

export interface SitesStatus {
  readonly sites: readonly SiteStatus[]
  readonly publishes: readonly Publish[]
  readonly isPublisherAway: boolean
  readonly rollout: Rollout | null
}

export type Standing = 'failed' | 'held' | 'waiting' | 'live' | 'none'

export interface SiteStatus {
  readonly documentId: string
  readonly name: string
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
  readonly heldWhy: string | null
  /** When the site was last compared with its content, and how many files differed; null when it was not yet. */
  readonly verified: { readonly at: Date; readonly differences: number } | null
}

/** A publish that ended within the last day. */
export interface Publish {
  readonly at: Date
  readonly isLive: boolean
  readonly durationMs: number | null
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
    publishes: records(publisher?.history).flatMap((row) => {
      const at = date(row.at)
      return at ? [{ at, isLive: row.state === 'live', durationMs: number(row.durationMs) }] : []
    }),
    isPublisherAway: publisher === null,
    rollout: rolloutOf(record(publisher?.formats)),
  }
}

function siteOf(row: Row, told: Row | null): SiteStatus {
  const live = number(told?.live) ?? number(row.live) ?? 0
  const wanted = number(told?.wanted) ?? number(row.wanted) ?? 0
  const held = record(told?.held)
  const error = text(told?.lastError) ?? (told ? null : text(row.error))
  return {
    documentId: text(row.documentId) ?? '',
    name: text(row.name) ?? '',
    siteUrl: text(row.siteUrl) ?? '',
    standing: standingOf({ isDraft: row.lifeCycle === 'draft', isHeld: held !== null, error, live, wanted }),
    waitingSince: date(told?.waitingSince),
    place: number(told?.place),
    release: number(told?.release) ?? number(row.release) ?? 0,
    liveAt: date(told?.lastLiveAt) ?? date(row.liveAt),
    durationMs: number(row.durationMs),
    error,
    nextTryAt: date(told?.nextTryAt) ?? (told ? null : date(row.nextTryAt)),
    heldWhy: text(held?.why),
    verified: verifiedOf(told),
  }
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
  const { standing, error, nextTryAt, place, waitingSince, liveAt, heldWhy } = site
  switch (standing) {
    case 'failed':
      return nextTryAt && nextTryAt > now
        ? `${error} De volgende keer is ${when(nextTryAt, now)}.`
        : (error ?? '')
    case 'held':
      return heldWhy ?? 'Een eerdere versie blijft staan tot de platformbeheerder verder gaat.'
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

/** One hour of a day of publishes, the oldest first. */
export interface Hour {
  /** On the clock of the Netherlands, such as `14`. */
  readonly hour: number
  readonly live: number
  readonly failed: number
}

const clockHour = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
})
const HOUR_MS = 3_600_000

/** The last 24 hours, this one included. */
export function hoursOf(publishes: readonly Publish[], now: Date): Hour[] {
  const thisHour = Math.floor(now.getTime() / HOUR_MS)
  return Array.from({ length: 24 }, (_, index) => {
    const hour = thisHour - 23 + index
    const within = publishes.filter(({ at }) => Math.floor(at.getTime() / HOUR_MS) === hour)
    const live = within.filter(({ isLive }) => isLive).length
    return { hour: Number.parseInt(clockHour.format(hour * HOUR_MS)), live, failed: within.length - live }
  })
}

/** The middle one, and the one that 95 of 100 stay below, in milliseconds; null when nothing was published. */
export function durationsOf(
  publishes: readonly Publish[],
): { readonly half: number; readonly most: number } | null {
  const sorted = publishes.flatMap(({ durationMs }) => durationMs ?? []).sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]
  const half = at(0.5)
  const most = at(0.95)
  return half === undefined || most === undefined ? null : { half, most }
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
