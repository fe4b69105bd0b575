import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import { inSnapshot } from '../revisions/transaction.ts'
import { versionOf, type LiveEntry, type ShownFile } from './version.ts'
import { wantedRevision } from './wijken.ts'

/** Entries with the revision they were read at. */
export interface Entries {
  readonly revision: number
  readonly entries: readonly EntryAnswer[]
}

export type EntryAnswer = ArticleAnswer | InfoPageAnswer

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
  readonly firstPublishedAt: string
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
    const revision = await wantedRevision(queries, query.wijk)
    return revision === null ? null : { revision, entries: await entriesById(strapi, query) }
  })
}

/** The entries themselves; to be called inside a snapshot. */
export async function entriesById(strapi: Core.Strapi, query: EntriesQuery): Promise<EntryAnswer[]> {
  const entries: EntryAnswer[] = []
  for (let start = 0; start < query.ids.length; start += IDS_AT_ONCE) {
    const ids = query.ids.slice(start, start + IDS_AT_ONCE)
    for (const type of ENTRY_TYPES) entries.push(...(await entriesOfType(strapi, type, { ...query, ids })))
  }
  return entries
}

interface EntryRow extends LiveEntry {
  readonly documentId: string
  readonly slug: string | null
  readonly title: string | null
  readonly body: unknown
  readonly summary?: string | null
  readonly position?: number | null
  readonly publishedFirstAt?: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string
}

async function entriesOfType(
  strapi: Core.Strapi,
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
  return rows.map((row) => answerOf(type.kind, { ...row, photo: row.photo ?? null }))
}

function answerOf(kind: EntryType['kind'], row: EntryRow): EntryAnswer {
  const updatedAt = row.publishedAt ?? row.updatedAt
  const shared = {
    id: row.documentId,
    version: versionOf(row),
    // Only a draft can be without.
    slug: row.slug || row.documentId,
    title: row.title || 'Zonder titel',
    body: row.body ?? [],
  }
  switch (kind) {
    case 'article':
      return {
        kind,
        ...shared,
        summary: row.summary ?? '',
        photo: row.photo && photoOf(row.photo),
        firstPublishedAt: row.publishedFirstAt ?? updatedAt,
        updatedAt,
      }
    case 'infoPage':
      return { kind, ...shared, position: row.position ?? 0, updatedAt }
  }
}

function photoOf({ url, bytesVersion, alternativeText, caption }: ShownFile): PhotoAnswer {
  return { url, version: bytesVersion ?? '', alt: alternativeText ?? '', credit: caption ?? '' }
}
