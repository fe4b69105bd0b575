import type { Core } from '@strapi/strapi'
import { targetOf } from '../entries/entry-links.ts'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import { componentsIn, mediaPlaces, wholeEntry } from '../entries/media-places.ts'
import { inSnapshot, type Queries } from '../database/transaction.ts'
import { keysIn } from '../entries/files.ts'
import { ANSWERS, type Answer } from './answers.ts'
import { versionOf, type LiveEntry, type ShownFile } from './version.ts'
import { wantedOf } from './wijken.ts'

/** Entries with the revision they were read at. */
export interface Entries {
  readonly revision: number
  readonly entries: readonly EntryAnswer[]
}

/** An entry as a program may use it; what else is in it depends on its kind (answers.ts). */
export interface EntryAnswer extends Answer {
  readonly kind: EntryType['kind']
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly updatedAt: string
  /** From then on it is not on the site any more; null for never. */
  readonly expiresAt: string | null
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

/** The entries themselves, of all types or of those that are known to be theirs; to be called inside a snapshot. */
export async function entriesById(
  strapi: Core.Strapi,
  queries: Queries,
  query: EntriesQuery,
  types: readonly EntryType[] = ENTRY_TYPES,
): Promise<EntryAnswer[]> {
  const entries: EntryAnswer[] = []
  for (let start = 0; start < query.ids.length; start += IDS_AT_ONCE) {
    const ids = query.ids.slice(start, start + IDS_AT_ONCE)
    for (const type of types) entries.push(...(await entriesOfType(strapi, queries, type, { ...query, ids })))
  }
  return entries
}

interface EntryRow extends Omit<LiveEntry, 'files' | 'links'> {
  readonly documentId: string
  readonly slug: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string
  readonly [attribute: string]: unknown
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
    // PostgreSQL has no order of its own.
    orderBy: { documentId: 'asc' },
    populate: wholeEntry(strapi, type.uid),
  })) as EntryRow[]
  if (rows.length === 0) return []
  const linksOf = await liveLinks(queries, type, wijk, rows)
  return rows.map((row) => {
    const shown = withoutForeignFiles(strapi, type, row, wijk)
    // Its version is over all its files, as the manifest has it.
    return answerOf(type, shown, { files: filesOf(strapi, type, row), links: linksOf(row) })
  })
}

function answerOf(
  type: EntryType,
  row: EntryRow,
  { files, links }: { files: readonly ShownFile[]; links: Record<string, string | null> },
): EntryAnswer {
  const updatedAt = row.publishedAt ?? row.updatedAt
  return {
    kind: type.kind,
    id: row.documentId,
    version: versionOf({ ...row, files, links: Object.values(links) }),
    // Only a draft can be without.
    slug: row.slug || row.documentId,
    body: row['body'] ?? [],
    updatedAt,
    expiresAt: (row['expiresAt'] as string | null | undefined) ?? null,
    ...ANSWERS[type.kind]({ ...row, links, updatedAt }),
  }
}

/** What entries link to, where that is published in the wijk; one statement per link of the type. */
async function liveLinks(
  queries: Queries,
  { links }: EntryType,
  wijk: string,
  rows: readonly EntryRow[],
): Promise<(row: EntryRow) => Record<string, string | null>> {
  const live = new Set<string>()
  for (const link of links) {
    const keys = new Set(rows.flatMap((row) => (row[link.key] as string | null) ?? []))
    if (keys.size === 0) continue
    const found = await queries(targetOf(link).table)
      .where({ wijk_key: wijk })
      .whereIn('document_id', [...keys])
      .whereNotNull('published_at')
      .select<{ document_id: string }[]>('document_id')
    for (const { document_id } of found) live.add(document_id)
  }
  return (row) =>
    Object.fromEntries(
      links.map(({ field, key }) => {
        const target = (row[key] as string | null) ?? null
        return [field, target !== null && live.has(target) ? target : null]
      }),
    )
}

interface KeyedFile extends ShownFile {
  readonly wijkKey: string | null
  readonly formerWijkKeys: string | null
}

/**
 * The walls keep a file of one wijk out of the entries of another; what slips through all the same is not shown. What was of this wijk
 * before is: a draft that moves takes its photo along, and what is live here stays as it is until that is published there.
 */
function withoutForeignFiles(strapi: Core.Strapi, type: EntryType, row: EntryRow, wijk: string): EntryRow {
  const isOwn = (file: unknown) => {
    const { wijkKey = null, formerWijkKeys = null } = (file ?? {}) as Partial<KeyedFile>
    return wijkKey === null || wijkKey === wijk || keysIn(formerWijkKeys).includes(wijk)
  }
  const shown: Record<string, unknown> = {}
  for (const { field, component } of mediaPlaces(strapi, type.uid)) {
    const value = row[field]
    const cleaned = (part: Readonly<Record<string, unknown>>) =>
      !component || isOwn(part[component.field]) ? part : { ...part, [component.field]: null }
    if (!component) shown[field] = isOwn(value) ? value : null
    else if (value) shown[field] = Array.isArray(value) ? value.map(cleaned) : cleaned(value as EntryRow)
  }
  return { ...row, ...shown }
}

function filesOf(strapi: Core.Strapi, type: EntryType, row: EntryRow): ShownFile[] {
  return mediaPlaces(strapi, type.uid).flatMap(({ field, component }) => {
    const holders = component ? componentsIn(row[field]).map((one) => one[component.field]) : [row[field]]
    return holders.flatMap((files) => componentsIn(files) as unknown as ShownFile[])
  })
}
