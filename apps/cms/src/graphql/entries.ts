import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import { inSnapshot, type Queries } from '../revisions/transaction.ts'
import { versionOf, type LiveEntry, type ShownFile } from './version.ts'
import { wantedOf } from './wijken.ts'

/** Entries with the revision they were read at. */
export interface Entries {
  readonly revision: number
  readonly entries: readonly EntryAnswer[]
}

export type EntryAnswer = OrganisationAnswer | ArticleAnswer | EventAnswer | InfoPageAnswer

export interface OrganisationAnswer {
  readonly kind: 'organisation'
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly name: string
  readonly summary: string
  readonly body: unknown
  readonly photo: PhotoAnswer | null
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly updatedAt: string
}

export interface ArticleAnswer {
  readonly kind: 'article'
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  /** Strapi Blocks. */
  readonly body: unknown
  readonly photo: PhotoAnswer | null
  /** Id of the organisation it belongs to, when that is published in the same wijk. */
  readonly organisation: string | null
  readonly firstPublishedAt: string
  readonly updatedAt: string
}

export interface EventAnswer {
  readonly kind: 'event'
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: unknown
  readonly photo: PhotoAnswer | null
  readonly startsAt: string
  /** Not before `startsAt`; null when nobody knows. */
  readonly endsAt: string | null
  /** Then the times of day mean nothing. */
  readonly isAllDay: boolean
  readonly place: string
  readonly price: string
  readonly isCancelled: boolean
  /** As of an article. */
  readonly organisation: string | null
  readonly updatedAt: string
}

export interface PhotoAnswer {
  /** Path on the CMS, `/uploads/…`. */
  readonly url: string
  readonly version: string
  readonly alt: string
  readonly credit: string
}

export interface InfoPageAnswer {
  readonly kind: 'infoPage'
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly title: string
  readonly body: unknown
  readonly position: number
  readonly updatedAt: string
}

export interface EntriesQuery {
  readonly wijk: string
  readonly ids: readonly string[]
  readonly status: 'draft' | 'published'
}

/** Ids of one statement: well below SQLite's limit of 32,766 variables. */
const IDS_AT_ONCE = 2000

/** Entries of a wijk by id; unknown ones, and ones without a row of that status, are left out. Null without such a wijk. */
export async function entriesOf(strapi: Core.Strapi, query: EntriesQuery): Promise<Entries | null> {
  return inSnapshot(strapi, async (queries) => {
    const wanted = await wantedOf(queries, query.wijk)
    return wanted && { revision: wanted.revision, entries: await entriesById(strapi, queries, query) }
  })
}

/** The entries themselves; to be called inside a snapshot. */
export async function entriesById(
  strapi: Core.Strapi,
  queries: Queries,
  query: EntriesQuery,
): Promise<EntryAnswer[]> {
  const entries: EntryAnswer[] = []
  for (let start = 0; start < query.ids.length; start += IDS_AT_ONCE) {
    const ids = query.ids.slice(start, start + IDS_AT_ONCE)
    for (const type of ENTRY_TYPES)
      entries.push(...(await entriesOfType(strapi, queries, type, { ...query, ids })))
  }
  return entries
}

interface EntryRow extends Omit<LiveEntry, 'organisation'> {
  readonly documentId: string
  readonly slug: string | null
  readonly title?: string | null
  readonly name?: string | null
  readonly body: unknown
  readonly summary?: string | null
  readonly position?: number | null
  readonly publishedFirstAt?: string | null
  readonly startsAt?: string | null
  readonly endsAt?: string | null
  readonly allDay?: boolean | null
  readonly place?: string | null
  readonly price?: string | null
  readonly cancelled?: boolean | null
  readonly website?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly organisationKey?: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string
}

async function entriesOfType(
  strapi: Core.Strapi,
  queries: Queries,
  type: EntryType,
  { wijk, ids, status }: EntriesQuery,
): Promise<EntryAnswer[]> {
  const rows = (await strapi.db.query(type.uid).findMany({
    where: {
      documentId: { $in: ids },
      wijkKey: wijk,
      publishedAt: status === 'published' ? { $notNull: true } : { $null: true },
    },
    populate: type.media
      ? { [type.media]: { select: ['id', 'url', 'bytesVersion', 'alternativeText', 'caption'] } }
      : {},
  })) as EntryRow[]
  const live = await liveOrganisations(queries, wijk, rows)
  return rows.map((row) => {
    const key = row.organisationKey ?? null
    return answerOf(type.kind, {
      ...row,
      photo: row.photo ?? null,
      organisation: key !== null && live.has(key) ? key : null,
    })
  })
}

/** Which of the organisations that `rows` belong to are published in the wijk; one statement. */
async function liveOrganisations(
  queries: Queries,
  wijk: string,
  rows: readonly EntryRow[],
): Promise<ReadonlySet<string>> {
  const keys = new Set(rows.flatMap(({ organisationKey }) => organisationKey ?? []))
  if (keys.size === 0) return keys
  const live = await queries('organisations')
    .where({ wijk_key: wijk })
    .whereIn('document_id', [...keys])
    .whereNotNull('published_at')
    .select<{ document_id: string }[]>('document_id')
  return new Set(live.map(({ document_id }) => document_id))
}

function answerOf(kind: EntryType['kind'], row: EntryRow & LiveEntry): EntryAnswer {
  const updatedAt = row.publishedAt ?? row.updatedAt
  const shared = {
    id: row.documentId,
    version: versionOf(row),
    // Only a draft can be without.
    slug: row.slug || row.documentId,
    body: row.body ?? [],
  }
  const title = row.title || 'Zonder titel'
  const summary = row.summary ?? ''
  const photo = row.photo && photoOf(row.photo)
  const { organisation } = row
  switch (kind) {
    case 'organisation':
      return {
        kind,
        ...shared,
        name: row.name || 'Zonder naam',
        summary,
        photo,
        website: row.website || null,
        email: row.email || null,
        phone: row.phone || null,
        updatedAt,
      }
    case 'article':
      return {
        kind,
        ...shared,
        title,
        summary,
        photo,
        organisation,
        firstPublishedAt: row.publishedFirstAt ?? updatedAt,
        updatedAt,
      }
    case 'event':
      return {
        kind,
        ...shared,
        title,
        summary,
        photo,
        // Only a draft can be without.
        startsAt: row.startsAt ?? updatedAt,
        endsAt: row.endsAt ?? null,
        isAllDay: row.allDay ?? false,
        place: row.place ?? '',
        price: row.price ?? '',
        isCancelled: row.cancelled ?? false,
        organisation,
        updatedAt,
      }
    case 'infoPage':
      return { kind, ...shared, title, position: row.position ?? 0, updatedAt }
  }
}

function photoOf({ url, bytesVersion, alternativeText, caption }: ShownFile): PhotoAnswer {
  return { url, version: bytesVersion ?? '', alt: alternativeText ?? '', credit: caption ?? '' }
}
