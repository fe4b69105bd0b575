import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import type { Held } from '../revisions/held.ts'
import { inSnapshot, type Queries } from '../revisions/transaction.ts'
import { WIJK_COLUMNS, type WijkRow } from '../wijken/wijk-row.ts'
import { versionOf } from './version.ts'
import { wantedOf } from './wijken.ts'

/** What is to be live in one wijk, at one revision. */
export interface Manifest {
  readonly revision: number
  /** Null when the wijk was deleted. */
  readonly wijk: WijkAnswer | null
  readonly held: Held | null
  readonly entries: readonly ManifestEntry[]
}

export interface ManifestEntry {
  readonly id: string
  readonly kind: string
  readonly version: string
}

export interface WijkAnswer {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly state: string
  readonly tagline: string
  readonly welcome: string
  readonly colour: string
  readonly domain: string | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly cbsCode: string | null
  readonly cbsVintage: number | null
}

/** The manifest of a wijk; null when there never was such a wijk. One snapshot, one statement per content type. */
export async function manifestOf(strapi: Core.Strapi, wijk: string): Promise<Manifest | null> {
  return inSnapshot(strapi, async (queries) => {
    const wanted = await wantedOf(queries, wijk)
    if (!wanted) return null
    const settings = await wijkById(queries, wijk)
    if (!settings) return { ...wanted, wijk: null, entries: [] }

    const entries: ManifestEntry[] = []
    for (const type of ENTRY_TYPES) entries.push(...(await manifestEntries(queries, type, wijk)))
    return { ...wanted, wijk: settings, entries }
  })
}

/** The settings of a wijk; null when it was deleted. */
export async function wijkById(queries: Queries, wijk: string): Promise<WijkAnswer | null> {
  const row = await queries('wijken')
    .where({ document_id: wijk })
    .first<WijkRow | undefined>(...WIJK_COLUMNS)
  return row ? wijkAnswer(wijk, row) : null
}

interface ManifestRow {
  readonly id: number
  readonly document_id: string
  readonly published_at: number | Date
  readonly updated_at: number | Date
  readonly url?: string | null
  readonly bytes_version?: string | null
  readonly alternative_text?: string | null
  readonly caption?: string | null
  readonly organisation?: string | null
}

async function manifestEntries(queries: Queries, type: EntryType, wijk: string): Promise<ManifestEntry[]> {
  const live = queries(`${type.table} as e`)
    .where({ 'e.wijk_key': wijk })
    .whereNotNull('e.published_at')
    .orderBy('e.document_id')
    .select('e.id', 'e.document_id', 'e.published_at', 'e.updated_at')
  const { media, hasOrganisation } = type
  if (media)
    live
      .leftJoin('files_related_mph as link', (join) =>
        join.on('link.related_id', 'e.id').onVal('link.related_type', type.uid).onVal('link.field', media),
      )
      .leftJoin('files as f', 'f.id', 'link.file_id')
      .select('f.url', 'f.bytes_version', 'f.alternative_text', 'f.caption')
  if (hasOrganisation)
    live
      .leftJoin('organisations as o', (join) =>
        join
          .on('o.document_id', 'e.organisation_key')
          .on('o.wijk_key', 'e.wijk_key')
          .onNotNull('o.published_at'),
      )
      .select('o.document_id as organisation')

  const rows = (await live) as ManifestRow[]
  return rows.map((row) => ({ id: row.document_id, kind: type.kind, version: versionOfRow(row) }))
}

function versionOfRow(row: ManifestRow): string {
  return versionOf({
    id: row.id,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    photo:
      typeof row.url === 'string'
        ? {
            url: row.url,
            bytesVersion: row.bytes_version ?? null,
            alternativeText: row.alternative_text ?? null,
            caption: row.caption ?? null,
          }
        : null,
    organisation: row.organisation ?? null,
  })
}

function wijkAnswer(id: string, row: WijkRow): WijkAnswer {
  return {
    id,
    slug: row.slug ?? '',
    name: row.name ?? '',
    state: row.state ?? 'draft',
    tagline: row.tagline ?? '',
    welcome: row.welcome ?? '',
    colour: row.colour ?? DEFAULT_COLOUR,
    domain: row.domain || null,
    contactEmail: row.contact_email || null,
    contactPhone: row.contact_phone || null,
    cbsCode: row.cbs_code || null,
    cbsVintage: row.cbs_vintage,
  }
}

/** The colour of a wijk that has chosen none; also the default in its schema. */
const DEFAULT_COLOUR = '#1f5f4f'
