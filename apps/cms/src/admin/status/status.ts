/**
 * How all sites stand, as the operator's page shows it: the answer of `GET /wijkpers/status` read once, problems first.
 *
 * standing  in one word: what a site needs somebody to know
 */
import { dataIn, moment, number, type Row, rowIn, rowsIn, text } from '../answer.ts'
import { type Held, heldIn } from '../receipt/held.ts'
import { type Alarm, alarmsIn } from './alarms.ts'

export interface SitesStatus {
  readonly sites: readonly SiteStatus[]
  /** Null when nobody knows. */
  readonly day: Day | null
  readonly isPublisherAway: boolean
  /** What is wrong with all of it, and not with one site. */
  readonly alarms: readonly Alarm[]
  readonly rollout: Rollout | null
}

export type Standing = 'unseen' | 'failed' | 'wrong' | 'held' | 'waiting' | 'live' | 'none'

export interface SiteStatus {
  readonly documentId: string
  readonly name: string
  readonly slug: string
  readonly siteUrl: string
  readonly standing: Standing
  /** The wijk is in the making: it has no site yet. */
  readonly isDraft: boolean
  /** Where in line, and since when; null when it does not wait. */
  readonly waitingSince: Date | null
  readonly place: number | null
  /** What it waits for, of another kind than a turn; null when it does not. */
  readonly waitsFor: WaitsFor | null
  readonly release: number
  readonly liveAt: Date | null
  readonly durationMs: number | null
  readonly error: string | null
  readonly nextTryAt: Date | null
  readonly held: Held | null
  /** The release whose content a held site shows; 0 when it is not held. */
  readonly heldRelease: number
  /** How many changes wait because it is held. */
  readonly waitingChanges: number
  /** When the site was last compared with its content, and how many files differed; null when it was not yet. */
  readonly verified: { readonly at: Date; readonly differences: number } | null
  /** Whether the new site format fails on it, so that it stays in the one it has. */
  readonly isFormatFailing: boolean
}

export type WaitsFor =
  | { readonly kind: 'publisher' }
  /** A place elsewhere, such as Netlify; until about a moment, where that is known. */
  | { readonly kind: 'target'; readonly name: string; readonly until: Date | null }

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
  /** Of those that came live, how many failed before. */
  readonly late: number
  readonly failed: number
}

/** A new site format that is going over all wijken. */
export interface Rollout {
  readonly total: number
  readonly done: number
  /** The names of the sites that it fails on. */
  readonly failed: readonly string[]
  /** Null while it goes on; `failures`: it stopped by itself, when so many of the first so many failed. */
  readonly pause:
    | { readonly by: 'operator' }
    | { readonly by: 'failures'; readonly failed: number; readonly tried: number }
    | null
  readonly secondsLeft: number | null
}

const ORDER: readonly Standing[] = ['unseen', 'failed', 'wrong', 'held', 'waiting', 'live', 'none']

const BY_NAME = new Intl.Collator('nl', { numeric: true })

/** Throws when the body is something else. */
export function parseStatus(body: unknown): SitesStatus {
  const data = rowIn(dataIn(body))
  if (!data || !Array.isArray(data.wijken)) throw new TypeError('[status] Expected the status of all sites')
  const publisher = rowIn(data.publisher)
  const told = new Map(rowsIn(publisher?.wijken).map((wijk) => [wijk.id, wijk]))
  const alarms = alarmsIn(rowsIn(publisher?.problems), publisher !== null && publisher.wijken === null)
  const facts = {
    isPublisherAway: publisher === null,
    areUnseen: alarms.some(({ problem }) => problem === 'files-unreachable'),
  }
  const sites = rowsIn(data.wijken)
    .map((row) => siteOf(row, told.get(row.documentId) ?? null, facts))
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || BY_NAME.compare(a.name, b.name))
  const nameOf = new Map(sites.map(({ slug, name }) => [slug, name]))
  return {
    sites,
    day: dayOf(rowIn(publisher?.hours)),
    isPublisherAway: publisher === null,
    alarms,
    rollout: rolloutOf(rowIn(publisher?.formats), (slug) => nameOf.get(slug) ?? slug),
  }
}

interface Facts {
  readonly isPublisherAway: boolean
  /** Whether nobody can reach our own file server. */
  readonly areUnseen: boolean
}

function siteOf(row: Row, told: Row | null, { isPublisherAway, areUnseen }: Facts): SiteStatus {
  const live = number(told?.live) ?? number(row.live) ?? 0
  const wanted = number(told?.wanted) ?? number(row.wanted) ?? 0
  const held = heldIn((told ?? row).held)
  const hold = rowIn((told ?? row).held)
  const heldRevision = number(hold?.revision)
  const error = text(told?.lastError) ?? (told ? null : text(row.error))
  const elsewhere = rowsIn(told?.targets).filter(({ isWanted }) => isWanted === true)
  return {
    documentId: text(row.documentId) ?? '',
    name: text(row.name) ?? '',
    slug: text(row.slug) ?? '',
    siteUrl: text(row.siteUrl) ?? '',
    isDraft: row.lifeCycle === 'draft',
    standing: standingOf({
      isDraft: row.lifeCycle === 'draft',
      // One that is elsewhere as well may be seen there.
      isUnseen: areUnseen && elsewhere.length === 0,
      isWrong: told?.isWrong === true,
      isHeld: held !== null,
      error,
      live,
      wanted,
    }),
    waitingSince: moment(told?.waitingSince),
    place: number(told?.place),
    waitsFor: isPublisherAway || !told ? { kind: 'publisher' } : targetIn(elsewhere),
    release: number(told?.release) ?? number(row.release) ?? 0,
    liveAt: moment(told?.lastLiveAt) ?? moment(row.liveAt),
    durationMs: number(row.durationMs),
    error,
    nextTryAt: moment(told?.nextTryAt) ?? (told ? null : moment(row.nextTryAt)),
    held,
    heldRelease: number(hold?.release) ?? 0,
    waitingChanges: heldRevision === null ? 0 : Math.max(0, wanted - heldRevision),
    verified: verifiedOf(told),
    isFormatFailing: text(told?.formatError) !== null,
  }
}

/** The place elsewhere that it waits for longest, among these. */
function targetIn(elsewhere: readonly Row[]): WaitsFor | null {
  const [last] = elsewhere
    .filter(({ state }) => state === 'waiting')
    .map(({ name, waitsUntil }) => ({ name: targetNamed(text(name) ?? ''), until: moment(waitsUntil) }))
    .sort((a, b) => (b.until?.getTime() ?? 0) - (a.until?.getTime() ?? 0))
  return last ? { kind: 'target', ...last } : null
}

const targetNamed = (name: string) => ({ netlify: 'Netlify', s3: 'de opslag' })[name] ?? name

function dayOf(told: Row | null): Day | null {
  const hours = rowsIn(told?.hours).flatMap((row) => {
    const from = moment(row.from)
    if (!from) return []
    const hour = Number.parseInt(clockHour.format(from))
    const of = (part: string) => number(row[part]) ?? 0
    return [{ hour, live: of('live'), late: of('late'), failed: of('failed') }]
  })
  return hours.length === 0 ? null : { hours, halfMs: number(told?.halfMs), mostMs: number(told?.mostMs) }
}

function verifiedOf(told: Row | null): SiteStatus['verified'] {
  const at = moment(told?.lastVerifiedAt)
  return at && { at, differences: number(told?.differences) ?? 0 }
}

interface Standings {
  readonly isDraft: boolean
  readonly isUnseen: boolean
  readonly isWrong: boolean
  readonly isHeld: boolean
  readonly error: string | null
  readonly live: number
  readonly wanted: number
}

function standingOf({ isDraft, isUnseen, isWrong, isHeld, error, live, wanted }: Standings): Standing {
  if (isUnseen && !isDraft) return 'unseen'
  if (error !== null) return 'failed'
  if (isWrong) return 'wrong'
  if (isHeld) return 'held'
  if (live < wanted) return 'waiting'
  return isDraft ? 'none' : 'live'
}

function rolloutOf(format: Row | null, nameOf: (slug: string) => string): Rollout | null {
  const total = number(format?.total)
  const done = number(format?.done)
  if (!format || total === null || done === null || done >= total) return null
  const pause = rowIn(format.pause)
  // What fails now, and what stopped it, which is known after a restart too.
  const slugs = [...rowsIn(format.failed), ...rowsIn(pause?.wijken)].map(({ slug }) => text(slug) ?? '')
  const failed = [...new Set(slugs)].map(nameOf)
  return { total, done, failed, pause: pauseOf(pause), secondsLeft: number(format.secondsLeft) }
}

function pauseOf(pause: Row | null): Rollout['pause'] {
  if (!pause) return null
  if (pause.by !== 'failures') return { by: 'operator' }
  return { by: 'failures', failed: number(pause.failed) ?? 0, tried: number(pause.tried) ?? 0 }
}

const clockHour = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
})

/** How many publishes there were in these hours. */
export function totalOf(hours: readonly Hour[]): Omit<Hour, 'hour'> {
  const sum = (of: 'live' | 'late' | 'failed') => hours.reduce((total, hour) => total + hour[of], 0)
  return { live: sum('live'), late: sum('late'), failed: sum('failed') }
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
