/** What lies at hand for somebody who opens the admin panel: lists of entries that he can do something with now. */
import type { Core } from '@strapi/strapi'
import type { DocumentData } from '../entries/document-call.ts'
import { ENTRY_TYPES, type EntryKind, type EntryType } from '../entries/entry-types.ts'
import { dutchDay } from '../entries/fields/values.ts'
import { photoFaultsOf } from '../entries/fields/field-rules.ts'
import { PHOTO } from '../entries/fields/photo.ts'
import { componentFields, wholeEntry } from '../entries/media-places.ts'
import { siteAddress } from '../receipts/address.ts'
import { FAILED_PLANS } from '../planning/failed-plans.ts'
import { REVIEWS, type ReviewState } from '../reviews/tables.ts'
import { ENTRY_CHANGES } from '../revisions/tables.ts'
import type { Queries } from '../database/transaction.ts'
import type { Asker } from '../routes/admin-routes.ts'

/** An entry in one of the lists. */
export interface AtHand {
  readonly uid: string
  readonly documentId: string
  readonly title: string
  /** What an editor calls its kind. */
  readonly kind: string
  /** documentId. */
  readonly wijk: string
  /** The moment that matters in its list, ISO in UTC. */
  readonly at: string
  /** For people: why it is there. */
  readonly note: string | null
}

export interface AtHandLists {
  /** To have been published by itself, and refused then; the newest first. */
  readonly failed: readonly AtHand[]
  /** Leaves the site within a week; the first to go first. */
  readonly expiring: readonly AtHand[]
  /** Comes online by itself; the first to come first. */
  readonly planned: readonly AtHand[]
  /** Not on the site, or not as it is now, with a photo that lacks something; the last changed first. */
  readonly photos: readonly AtHand[]
  /** What he began and did not finish; the last changed first. */
  readonly unfinished: readonly AtHand[]
  /** What came online last, with its address, where there is a site. */
  readonly online: readonly (AtHand & { readonly url: string })[]
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SOON_DAYS = 7
/** A home screen has room for so many of each. */
const MOST = 20

interface Row {
  readonly document_id: string
  readonly title: string | null
  readonly wijk: string
  readonly at: number | string | Date
  readonly note?: string | null
}

interface LiveRow {
  readonly document_id: string
  readonly title: string | null
  readonly slug: string | null
}

/** The lists of somebody, in the wijk that he works in now. */
export async function atHandOf(strapi: Core.Strapi, asker: Asker, now: Date): Promise<AtHandLists> {
  const { person, editor } = asker
  const look: Look = {
    strapi,
    queries: strapi.db.connection,
    within: await asker.listed(),
    person: person.id,
    canPublish: !editor || editor.abilities.has('publish'),
    now,
  }
  const ofAllTypes = async (list: (type: EntryType) => Promise<readonly AtHand[]>) => {
    const found: AtHand[] = []
    for (const type of ENTRY_TYPES) found.push(...(await list(type)))
    return found
  }
  const forPublishers = (rows: (look: Look, type: EntryType) => Promise<Row[]>) =>
    look.canPublish ? ofAllTypes(async (type) => shown(type, await rows(look, type))) : []
  return {
    failed: newestFirst(await forPublishers(failedPlans)),
    expiring: oldestFirst(await forPublishers(expiring)),
    planned: oldestFirst(await forPublishers(planned)),
    photos: newestFirst(await ofAllTypes((type) => lackingPhotos(look, type))),
    unfinished: newestFirst(await ofAllTypes(async (type) => shown(type, await unfinishedOf(look, type)))),
    online: await onlineLast(look),
  }
}

interface Look {
  readonly strapi: Core.Strapi
  readonly queries: Queries
  /** Null for all. */
  readonly within: readonly string[] | null
  readonly person: number
  readonly canPublish: boolean
  readonly now: Date
}

/**
 * Drafts (`d`) that have yet to come online as they are now; `l` is what is live. What was taken off the site is finished,
 * and so is what will come online by itself.
 */
function toFinish({ queries, within }: Look, { table, name }: EntryType) {
  const drafts = queries(`${table} as d`)
    .leftJoin(`${table} as l`, (join) =>
      join.on('l.document_id', 'd.document_id').onNotNull('l.published_at'),
    )
    .whereNull('d.published_at')
    .whereNull('d.publish_at')
    .whereNotNull('d.wijk_key')
    .where((which) => {
      void which.where('d.updated_at', '>', queries.ref('l.updated_at')).orWhere((never) => {
        void never
          .whereNull('l.id')
          .whereNotExists(queries(ENTRY_CHANGES).where('document_id', queries.ref('d.document_id')))
      })
    })
    .orderBy('d.updated_at', 'desc')
    .limit(MOST)
    .select('d.document_id', `d.${name.field} as title`, 'd.wijk_key as wijk', 'd.updated_at as at')
  return within ? drafts.whereIn('d.wijk_key', within) : drafts
}

async function unfinishedOf(look: Look, type: EntryType): Promise<Row[]> {
  const { queries, person } = look
  return (
    (await toFinish(look, type)
      .where((which) => {
        void which.where('d.created_by_id', person).orWhere('d.updated_by_id', person)
      })
      // Those stand among what he handed in.
      .whereNotExists(reviewIn(queries, ['handedIn', 'returned']))) as Row[]
  )
}

/** A review of the draft `d` that is in one of these states. */
function reviewIn(queries: Queries, states: readonly ReviewState[]) {
  return queries(REVIEWS)
    .where('document_id', queries.ref('d.document_id'))
    .whereIn('state', [...states])
}

async function lackingPhotos(look: Look, type: EntryType): Promise<AtHand[]> {
  const { strapi, queries, person, canPublish } = look
  const fields = componentFields(strapi, type.uid).filter(([, component]) => component === PHOTO)
  if (fields.length === 0) return []
  const candidates = toFinish(look, type)
  // What he handed in is out of his hands.
  if (!canPublish) candidates.where('d.created_by_id', person).whereNotExists(reviewIn(queries, ['handedIn']))
  const rows = (await candidates) as Row[]
  const drafts = (await strapi.db.query(type.uid).findMany({
    where: { documentId: { $in: rows.map((row) => row.document_id) }, publishedAt: { $null: true } },
    populate: wholeEntry(strapi, type.uid),
  })) as (DocumentData & { documentId: string })[]
  const lacking = new Map(
    drafts.map((draft) => [
      draft.documentId,
      photoFaultsOf(strapi, type, draft).map(({ message }) => message),
    ]),
  )
  return shown(
    type,
    rows.flatMap((row) => {
      const faults = lacking.get(row.document_id) ?? []
      return faults.length > 0 ? [{ ...row, note: faults.join(' ') }] : []
    }),
  )
}

async function planned({ queries, within }: Look, { table, name }: EntryType): Promise<Row[]> {
  const rows = queries(table)
    .whereNull('published_at')
    .whereNotNull('publish_at')
    .whereNotNull('wijk_key')
    .orderBy('publish_at')
    .limit(MOST)
    .select('document_id', `${name.field} as title`, 'wijk_key as wijk', 'publish_at as at')
  return (await (within ? rows.whereIn('wijk_key', within) : rows)) as Row[]
}

/** What leaves the site by a field of its own: a deal at its end, an advertisement after its last day. */
const OWN_ENDS: Readonly<Partial<Record<EntryKind, string>>> = { deal: 'ends_at', advertisement: 'ends_on' }

// What has an end of its own can have a moment of its editor's as well.
async function expiring(look: Look, type: EntryType): Promise<Row[]> {
  const own = OWN_ENDS[type.kind]
  const rows = [
    ...(await leavingBy('expires_at', look, type)),
    ...(own === undefined ? [] : await leavingBy(own, look, type)),
  ]
  const first = new Map<string, Row>()
  for (const row of rows) {
    const other = first.get(row.document_id)
    if (!other || new Date(row.at) < new Date(other.at)) first.set(row.document_id, row)
  }
  return [...first.values()]
}

async function leavingBy(
  column: string,
  { queries, within, now }: Look,
  { table, name }: EntryType,
): Promise<Row[]> {
  const soon = new Date(now.getTime() + SOON_DAYS * DAY_MS)
  const isDay = column === 'ends_on'
  const rows = queries(table)
    .whereNotNull('published_at')
    .whereNotNull('wijk_key')
    .whereBetween(column, isDay ? [dutchDay(now), dutchDay(soon)] : [now, soon])
    .orderBy(column)
    .limit(MOST)
    .select('document_id', `${name.field} as title`, 'wijk_key as wijk', `${column} as at`)
  const found = (await (within ? rows.whereIn('wijk_key', within) : rows)) as Row[]
  return isDay ? found.map((row) => ({ ...row, at: endOfDay(row.at) })) : found
}

/** The last moment of a day in the Netherlands, as a database gives the day: PostgreSQL at midnight by the clock of this machine. */
function endOfDay(day: Row['at']): Date {
  const start =
    day instanceof Date
      ? Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())
      : Date.parse(String(day).slice(0, 10))
  const lastHours = [21, 22].map((hour) => new Date(start + hour * HOUR_MS + 59 * 60_000))
  return lastHours.findLast((moment) => dutchDay(moment) === dutchDay(lastHours[0]!))!
}

async function failedPlans({ queries, within }: Look, { table, name }: EntryType): Promise<Row[]> {
  const rows = queries(`${FAILED_PLANS} as f`)
    .join(`${table} as d`, 'd.document_id', 'f.document_id')
    .whereNull('d.published_at')
    .whereNotNull('d.wijk_key')
    .orderBy('f.failed_at', 'desc')
    .limit(MOST)
    .select(
      'd.document_id',
      `d.${name.field} as title`,
      'd.wijk_key as wijk',
      'f.planned_at as at',
      'f.reason as note',
    )
  return (await (within ? rows.whereIn('d.wijk_key', within) : rows)) as Row[]
}

async function onlineLast({ strapi, queries, within }: Look): Promise<AtHandLists['online']> {
  const changes = queries(`${ENTRY_CHANGES} as c`)
    .join('wijken as w', 'w.document_id', 'c.wijk')
    .whereNotNull('c.live_at')
    .whereNot('w.state', 'draft')
    .whereIn(
      'c.uid',
      ENTRY_TYPES.map(({ uid }) => uid),
    )
    .orderBy('c.live_at', 'desc')
    .orderBy('c.changed_at', 'desc')
    .limit(MOST)
    .select('c.uid', 'c.document_id', 'c.wijk', 'c.live_at as at', 'w.slug as wijk_slug', 'w.domain')
  const found = (await (within ? changes.whereIn('c.wijk', within) : changes)) as (Row & {
    uid: string
    wijk_slug: string
    domain: string | null
  })[]
  const live = new Map<string, LiveRow>()
  for (const { uid, table, name } of ENTRY_TYPES) {
    const ids = found.filter((row) => row.uid === uid).map((row) => row.document_id)
    if (ids.length === 0) continue
    const rows = await queries(table)
      .whereIn('document_id', ids)
      .whereNotNull('published_at')
      .select<LiveRow[]>('document_id', `${name.field} as title`, 'slug')
    for (const row of rows) live.set(row.document_id, row)
  }
  return found.flatMap((row) => {
    const entry = live.get(row.document_id)
    const type = ENTRY_TYPES.find(({ uid }) => uid === row.uid)!
    if (!entry) return []
    const site = siteAddress(strapi, { slug: row.wijk_slug, domain: row.domain })
    const [shownEntry] = shown(type, [{ ...row, title: entry.title }])
    return [{ ...shownEntry!, url: `${site}${type.address(entry.slug ?? '')}` }]
  })
}

function shown({ uid, one }: EntryType, rows: readonly Row[]): AtHand[] {
  return rows.map(({ document_id, title, wijk, at, note }) => ({
    uid,
    documentId: document_id,
    title: title || 'Zonder titel',
    kind: one,
    wijk,
    at: new Date(at).toISOString(),
    note: note ?? null,
  }))
}

const oldestFirst = (entries: readonly AtHand[]) =>
  entries.toSorted((one, other) => one.at.localeCompare(other.at)).slice(0, MOST)
const newestFirst = (entries: readonly AtHand[]) =>
  entries.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, MOST)
