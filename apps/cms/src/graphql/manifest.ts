import type { Core } from '@strapi/strapi'
import { columnOf, targetOf } from '../entries/entry-links.ts'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import { filesOfEntries } from '../entries/media-tables.ts'
import { type FormerAddress, formerAddressesOf, formerNamesOf } from '../revisions/former-addresses.ts'
import { inSnapshot, type Queries } from '../database/transaction.ts'
import { logoOf, type Logo } from '../wijken/logo.ts'
import { NETWORKS, WIJK_COLUMNS, type WijkRow } from '../wijken/wijk-row.ts'
import { versionOf, type ShownFile } from './version.ts'
import { type Wanted, wantedOf } from './wijken.ts'

/** What is to be live in one wijk, at one revision. */
export interface Manifest extends Wanted {
  /** Null when the wijk was deleted. */
  readonly wijk: WijkAnswer | null
  readonly entries: readonly ManifestEntry[]
  readonly formerAddresses: readonly FormerAddress[]
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
  readonly logo: Logo | null
  readonly domain: string | null
  readonly formerNames: readonly string[]
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly cbsCode: string | null
  readonly cbsVintage: number | null
  readonly municipality: string
  readonly startedOn: string | null
  readonly publisher: {
    readonly name: string
    readonly address: string
    readonly kvkNumber: string
    readonly btwNumber: string
  }
  readonly privacyEmail: string | null
  readonly socialLinks: readonly { readonly network: string; readonly url: string }[]
  readonly wantsBuurtverbinder: boolean
  readonly rest: { readonly since: string | null; readonly why: string; readonly contact: string }
}

/** The manifest of a wijk; null when there never was such a wijk. One snapshot, and a few statements per content type. */
export async function manifestOf(strapi: Core.Strapi, wijk: string): Promise<Manifest | null> {
  return inSnapshot(strapi, async (queries) => {
    const wanted = await wantedOf(queries, wijk)
    if (!wanted) return null
    const settings = await wijkById(queries, wijk)
    if (!settings) return { ...wanted, wijk: null, entries: [], formerAddresses: [] }

    const entries: ManifestEntry[] = []
    for (const type of ENTRY_TYPES) entries.push(...(await manifestEntries(strapi, queries, type, wijk)))
    const formerAddresses = await formerAddressesOf(queries, wijk, 0)
    return { ...wanted, wijk: settings, entries, formerAddresses }
  })
}

/** The settings of a wijk; null when it was deleted. */
export async function wijkById(queries: Queries, wijk: string): Promise<WijkAnswer | null> {
  const row = await queries('wijken')
    .where({ document_id: wijk })
    .first<WijkRow | undefined>(...WIJK_COLUMNS)
  if (!row) return null
  const beside = { logo: await logoOf(queries, wijk), formerNames: await formerNamesOf(queries, wijk) }
  return wijkAnswer(wijk, row, beside)
}

interface ManifestRow {
  readonly id: number
  readonly document_id: string
  readonly published_at: number | Date
  readonly updated_at: number | Date
  /** `link_0`, `link_1`, …: what the entry links to, where that is live. */
  readonly [link: `link_${number}`]: string | null
}

interface FileRow {
  readonly id: number
  readonly url: string
  readonly bytes_version: string | null
  readonly focal_point: unknown
}

async function manifestEntries(
  strapi: Core.Strapi,
  queries: Queries,
  type: EntryType,
  wijk: string,
): Promise<ManifestEntry[]> {
  const live = queries(`${type.table} as e`)
    .where({ 'e.wijk_key': wijk })
    .whereNotNull('e.published_at')
    .orderBy('e.document_id')
    .select('e.id', 'e.document_id', 'e.published_at', 'e.updated_at')
  for (const [index, link] of type.links.entries()) {
    const target = `t${index}`
    live
      .leftJoin(`${targetOf(link).table} as ${target}`, (join) =>
        join
          .on(`${target}.document_id`, `e.${columnOf(link.key)}`)
          .on(`${target}.wijk_key`, 'e.wijk_key')
          .onNotNull(`${target}.published_at`),
      )
      .select(`${target}.document_id as link_${index}`)
  }
  const rows = (await live) as ManifestRow[]
  const files = await filesByEntry(strapi, queries, type, wijk)
  return rows.map((row) => ({
    id: row.document_id,
    kind: type.kind,
    version: versionOf({
      id: row.id,
      publishedAt: row.published_at,
      updatedAt: row.updated_at,
      files: files.get(row.id) ?? [],
      links: type.links.map((_, index) => row[`link_${index}`] ?? null),
    }),
  }))
}

/** The files of the live entries of a wijk, by row. */
async function filesByEntry(
  strapi: Core.Strapi,
  queries: Queries,
  type: EntryType,
  wijk: string,
): Promise<ReadonlyMap<number, readonly ShownFile[]>> {
  const files = new Map<number, ShownFile[]>()
  for (const entries of filesOfEntries(strapi, queries, type)) {
    const rows = await entries
      .join('files as f', 'f.id', 'link.file_id')
      .where({ 'e.wijk_key': wijk })
      .whereNotNull('e.published_at')
      .select<FileRow[]>('e.id', 'f.url', 'f.bytes_version', 'f.focal_point')
    for (const { id, url, bytes_version, focal_point } of rows) {
      const file = { url, bytesVersion: bytes_version, focalPoint: focal_point }
      const known = files.get(id)
      if (known) known.push(file)
      else files.set(id, [file])
    }
  }
  return files
}

function wijkAnswer(
  id: string,
  row: WijkRow,
  { logo, formerNames }: Pick<WijkAnswer, 'logo' | 'formerNames'>,
): WijkAnswer {
  return {
    id,
    slug: row.slug ?? '',
    name: row.name ?? '',
    state: row.state ?? 'draft',
    tagline: row.tagline ?? '',
    welcome: row.welcome ?? '',
    colour: row.colour ?? DEFAULT_COLOUR,
    logo,
    domain: row.domain || null,
    formerNames,
    contactEmail: row.contact_email || null,
    contactPhone: row.contact_phone || null,
    cbsCode: row.cbs_code || null,
    cbsVintage: row.cbs_vintage,
    municipality: row.municipality?.trim() ?? '',
    startedOn: dayOf(row.started_on),
    publisher: {
      name: row.publisher_name ?? '',
      address: row.publisher_address ?? '',
      kvkNumber: row.kvk_number ?? '',
      btwNumber: row.btw_number ?? '',
    },
    privacyEmail: row.privacy_email || null,
    socialLinks: NETWORKS.flatMap((network) => {
      const url = row[network]
      return url ? [{ network, url }] : []
    }),
    wantsBuurtverbinder: Boolean(row.wants_buurtverbinder),
    rest: {
      since: dayOf(row.resting_since),
      why: row.resting_why ?? '',
      contact: row.resting_contact ?? '',
    },
  }
}

/** A day as a database gives it: PostgreSQL as a date at midnight by the clock of this machine. */
function dayOf(value: string | Date | null): string | null {
  if (!(value instanceof Date)) return value || null
  const [year, month, day] = [value.getFullYear(), value.getMonth() + 1, value.getDate()]
  return [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
}

/** The colour of a wijk that has chosen none; also the default in its schema. */
const DEFAULT_COLOUR = '#1f5f4f'
