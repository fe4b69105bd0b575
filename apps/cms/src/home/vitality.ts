/**
 * **Vitality** (in Dutch: energie): whether a wijk shows signs of life, from what the CMS knows; nobody is followed on a site.
 * What number is good is for the admin panel to say.
 */
import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryKind, type EntryType } from '../entries/entry-types.ts'
import { daysOfRule, type Rule } from '../entries/fields/days-of-rule.ts'
import { dutchDay, dutchTime } from '../entries/fields/values.ts'
import { remembersFirst } from '../entries/rules.ts'
import { OPERATOR } from '../roles/roles.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Queries } from '../database/transaction.ts'
import { TRAIL, type TrailAct } from '../trail/tables.ts'
import { keepersOf } from '../wijken/keepers.ts'

/** Signs of life of one wijk. */
export interface Vitality {
  /** documentId. */
  readonly wijk: string
  /** When residents last got something new to read, ISO in UTC; null when they never did. */
  readonly lastItemAt: string | null
  /** How often an activity begins within 30 days, those that come back each time; what is cancelled does not count. */
  readonly comingEvents: number
  /** People who made, changed, published or handed in something in the last 90 days; who runs the installation is none of them. */
  readonly contributors: number
  /** People with an account who keep the site going: buurtverbinders and professionals. */
  readonly keepers: number
}

const DAY_MS = 86_400_000
const COMING_DAYS = 30
const CONTRIBUTOR_DAYS = 90

/** What is new to residents; who is in the wijk and what a site says of itself is not. */
const NEWS: ReadonlySet<EntryKind> = new Set([
  'article',
  'event',
  'notice',
  'edition',
  'deal',
  'liveabilityProject',
])

const WRITES: readonly TrailAct[] = ['create', 'edit', 'publish', 'handIn']

type Counts = ReadonlyMap<string, number>

/** The signs of life of the wijken that may be seen (null: all), by documentId. */
export async function vitalityOf(
  strapi: Core.Strapi,
  within: readonly string[] | null,
  now: Date,
): Promise<Vitality[]> {
  const queries: Queries = strapi.db.connection
  const [last, events, contributors, keepers] = [
    await lastItems({ strapi, queries, within, now }),
    await comingEvents(strapi, within, now),
    await contributorsOf(queries, within, now),
    await keepersOf(strapi, within ? { documentId: { $in: within } } : {}),
  ]
  return [...keepers].map(([wijk, people]) => {
    const lastItem = last.get(wijk)
    return {
      wijk,
      lastItemAt: lastItem === undefined ? null : new Date(lastItem).toISOString(),
      comingEvents: events.get(wijk) ?? 0,
      contributors: contributors.get(wijk) ?? 0,
      keepers: people,
    }
  })
}

interface Look {
  readonly strapi: Core.Strapi
  readonly queries: Queries
  readonly within: readonly string[] | null
  readonly now: Date
}

interface Last {
  readonly wijk: string
  readonly at: number | string | Date | null
}

async function lastItems(look: Look): Promise<Counts> {
  const last = new Map<string, number>()
  for (const type of ENTRY_TYPES.filter(({ kind }) => NEWS.has(kind)))
    for (const { wijk, at } of await lastOfType(look, type))
      if (at !== null) last.set(wijk, Math.max(last.get(wijk) ?? 0, new Date(at).getTime()))
  return last
}

/** The drafts (`d`) of what is live: a draft keeps the moment at which something was made, a live row is made anew with every publish. */
function liveDrafts({ queries, within }: Look, { table }: EntryType) {
  const rows = queries(`${table} as d`)
    .join(`${table} as l`, 'l.document_id', 'd.document_id')
    .whereNull('d.published_at')
    .whereNotNull('l.published_at')
    .whereNotNull('d.wijk_key')
  return within ? rows.whereIn('d.wijk_key', within) : rows
}

async function lastOfType(look: Look, type: EntryType): Promise<readonly Last[]> {
  const { strapi, queries, now } = look
  const newestBy = async (moment: string, rows: ReturnType<typeof liveDrafts>) =>
    (await rows
      .groupBy('d.wijk_key')
      .select('d.wijk_key as wijk')
      .max(`${moment} as at`)) as unknown as readonly Last[]
  if (remembersFirst(strapi, type)) return newestBy('d.published_first_at', liveDrafts(look, type))

  // Of the others the trail knows when they first came online, as far back as it goes.
  const since = new Date(now.getTime() - settingsOf(strapi).trailDays * DAY_MS)
  const firsts = liveDrafts(look, type)
    .join(`${TRAIL} as t`, 't.document_id', 'd.document_id')
    .where('t.act', 'publish' satisfies TrailAct)
    .where('d.created_at', '>=', since)
    .groupBy('d.wijk_key', 'd.document_id')
    .select('d.wijk_key as wijk')
    .min('t.at as at')
  const published = (await queries
    .from(firsts.as('f'))
    .groupBy('f.wijk')
    .select('f.wijk')
    .max('f.at as at')) as unknown as readonly Last[]
  // What nobody made was imported: that is no news.
  const older = liveDrafts(look, type).where('d.created_at', '<', since).whereNotNull('d.created_by_id')
  return [...published, ...(await newestBy('d.created_at', older))]
}

interface EventRow {
  readonly wijkKey: string
  readonly startsAt: string
  readonly recurrence: Omit<Rule, 'first'> | null
  readonly exceptions: readonly {
    readonly date: string
    readonly change: 'notOn' | 'moved'
    readonly startsAt: string | null
  }[]
}

async function comingEvents(
  strapi: Core.Strapi,
  within: readonly string[] | null,
  now: Date,
): Promise<Counts> {
  const until = new Date(now.getTime() + COMING_DAYS * DAY_MS)
  const events = (await strapi.db.query('api::event.event').findMany({
    where: {
      publishedAt: { $notNull: true },
      wijkKey: within ? { $in: within } : { $notNull: true },
      startsAt: { $lte: until.toISOString() },
      cancelled: { $not: true },
      // What begins from now on, or comes back.
      $or: [{ startsAt: { $gte: now.toISOString() } }, { recurrence: { id: { $notNull: true } } }],
    },
    select: ['wijkKey', 'startsAt'],
    populate: {
      recurrence: { select: ['pattern', 'lastDay', 'count'] },
      exceptions: { select: ['date', 'change', 'startsAt'] },
    },
  })) as EventRow[]
  const counts = new Map<string, number>()
  for (const event of events)
    counts.set(event.wijkKey, (counts.get(event.wijkKey) ?? 0) + timesOf(event, now, until))
  return counts
}

/** How often an event begins between two moments. */
function timesOf({ startsAt, recurrence, exceptions }: EventRow, now: Date, until: Date): number {
  if (!recurrence) return 1
  const first = new Date(startsAt)
  const [from, to, time] = [dutchDay(now), dutchDay(until), dutchTime(first)]
  const days = daysOfRule({ first: dutchDay(first), ...recurrence }, from, to).filter(
    (day) => (day > from || time >= dutchTime(now)) && (day < to || time <= dutchTime(until)),
  )
  const otherwise = new Set(exceptions.map(({ date }) => date))
  const moved = exceptions.filter(({ change, startsAt: at }) => {
    const moment = change === 'moved' && at !== null ? new Date(at) : null
    return moment !== null && moment >= now && moment <= until
  })
  return days.filter((day) => !otherwise.has(day)).length + moved.length
}

async function contributorsOf(
  queries: Queries,
  within: readonly string[] | null,
  now: Date,
): Promise<Counts> {
  const operators = queries('admin_users_roles_lnk as has')
    .join('admin_roles as r', 'r.id', 'has.role_id')
    .where('r.code', OPERATOR)
    .select('has.user_id')
  const rows = queries(TRAIL)
    .whereNotNull('wijk')
    .where((which) => void which.whereNull('who_id').orWhereNotIn('who_id', operators))
    .whereIn('act', [...WRITES])
    .where('at', '>=', new Date(now.getTime() - CONTRIBUTOR_DAYS * DAY_MS).toISOString())
    .groupBy('wijk')
    .select('wijk')
    // By account: a name can be changed. Lines from before accounts were kept have but a name.
    .select(queries.raw('count(distinct coalesce(cast(who_id as varchar(20)), who)) as number'))
  if (within) rows.whereIn('wijk', within)
  return counted(await rows)
}

function counted(rows: unknown): Counts {
  return new Map(
    (rows as { wijk: string; number: number | string }[]).map(({ wijk, number }) => [wijk, Number(number)]),
  )
}
