import { isDeepStrictEqual } from 'node:util'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { documentsOf } from '../entries/document-call.ts'
import { ENTRY_TYPES, entryTypeOfKind, ORGANISATION, WIJK, type EntryType } from '../entries/entry-types.ts'
import { soundFields } from '../entries/sound-fields.ts'
import type { Revisions } from '../revisions/revisions.ts'
import { inTransaction, type Transaction } from '../revisions/transaction.ts'
import { readImport, type ImportedEntry, type ImportedPhoto, type ImportedWijk } from './import-data.ts'
import { importPhotos, type ImportedPhotos } from './import-photo.ts'
import { writeNewEntries, type EntryFields } from './new-entries.ts'

/**
 * Writes a wijk with entries and photos in one go and publishes them; answers the documentId of the wijk.
 * What is the same already is not written again, so importing twice raises nothing the second time.
 */
export type ImportWijk = (data: unknown) => Promise<string>

export function createImportWijk(strapi: Core.Strapi, revisions: Revisions): ImportWijk {
  return async (data) => {
    const { wijk, entries } = readImport(data)
    const known = (await strapi.db.query(WIJK).findOne({ where: { slug: wijk.slug } })) as KnownWijk | null
    const photos = await importPhotos(strapi, known?.documentId ?? null, entries)
    try {
      // One transaction: the wanted revision is raised once, and a failure leaves nothing behind.
      return await inTransaction(strapi, async (transaction) => {
        const id = await writeWijk(strapi, wijk, known)
        await photos.belongTo(id)
        for (const type of ENTRY_TYPES)
          await writeEntries({ strapi, revisions, transaction, wijk: id, photos }, type, entries)
        return id
      })
    } catch (error) {
      await photos.remove()
      throw error
    }
  }
}

interface KnownWijk {
  readonly documentId: string
  readonly [field: string]: unknown
}

async function writeWijk(strapi: Core.Strapi, wijk: ImportedWijk, known: KnownWijk | null): Promise<string> {
  const { editors, ...settings } = wijk
  const data = {
    ...settings,
    ...(known === null ? { name: settings.name ?? settings.slug } : {}),
    ...(editors ? { editors: { connect: await accountsOf(strapi, editors) } } : {}),
  }
  const documents = documentsOf(strapi, WIJK)
  if (known === null) return (await documents.create({ data })).documentId
  if (editors || differs(settings, known)) await documents.update({ documentId: known.documentId, data })
  return known.documentId
}

async function accountsOf(strapi: Core.Strapi, emails: readonly string[]): Promise<{ id: number }[]> {
  const accounts = (await strapi.db
    .query('admin::user')
    .findMany({ where: { email: { $in: emails } }, select: ['id'] })) as { id: number }[]
  return accounts.map(({ id }) => ({ id }))
}

interface KnownEntry {
  readonly documentId: string
  readonly slug: string
  readonly publishedAt: string | null
  readonly photo?: { readonly id: number } | null
  readonly organisationKey?: string | null
  readonly [field: string]: unknown
}

interface Writing {
  readonly strapi: Core.Strapi
  readonly revisions: Revisions
  readonly transaction: Transaction
  readonly wijk: string
  readonly photos: ImportedPhotos
}

async function writeEntries(
  { strapi, revisions, transaction, wijk, photos }: Writing,
  type: EntryType,
  entries: readonly ImportedEntry[],
): Promise<void> {
  const known = (await strapi.db.query(type.uid).findMany({
    where: { wijkKey: wijk },
    populate: type.media ? { [type.media]: { select: ['id'] } } : {},
  })) as KnownEntry[]
  const bySlug = Map.groupBy(known, ({ slug }) => slug)
  const fresh = new Map<string, EntryFields>()
  const found: Found = {
    photos,
    organisations: type.hasOrganisation ? await organisationsOf(strapi, wijk) : new Map(),
  }

  for (const entry of entries) {
    if (entryTypeOfKind(entry.kind) !== type) continue
    const given = dataOf(entry, found)
    const data = { ...given, ...soundFields(type.kind, given, null) }
    const rows = bySlug.get(entry.slug)
    if (!rows) fresh.set(entry.slug, data)
    else if (!rows.some((row) => row.publishedAt !== null && !differs(data, row)))
      await documentsOf(strapi, type.uid).update({
        documentId: rows[0]!.documentId,
        data,
        status: 'published',
      })
  }
  if (fresh.size === 0) return
  const made = await writeNewEntries(strapi, transaction.trx, { type, wijk, entries: [...fresh.values()] })
  await revisions.raise(
    transaction,
    wijk,
    made.map((documentId) => ({ uid: type.uid, documentId })),
  )
}

/** What the entries of an import point at. */
interface Found {
  readonly photos: ImportedPhotos
  /** documentIds of the organisations of the wijk, by slug. */
  readonly organisations: ReadonlyMap<string, string>
}

async function organisationsOf(strapi: Core.Strapi, wijk: string): Promise<ReadonlyMap<string, string>> {
  const rows = (await strapi.db
    .query(ORGANISATION)
    .findMany({ where: { wijkKey: wijk }, select: ['slug', 'documentId'] })) as KnownEntry[]
  return new Map(rows.map(({ slug, documentId }) => [slug, documentId]))
}

function dataOf(entry: ImportedEntry, { photos, organisations }: Found): EntryFields {
  const photoOf = ({ photo }: { photo?: ImportedPhoto | null | undefined }) =>
    photo === undefined ? {} : { photo: photo && photos.fileOf(photo) }
  const organisationOf = (slug: string | null | undefined) => {
    if (slug === undefined) return {}
    if (slug === null) return { organisation: null }
    const documentId = organisations.get(slug)
    if (documentId === undefined)
      throw new errors.ValidationError(`[import] ${entry.kind} ${entry.slug}: no organisation ${slug}`)
    return { organisation: { documentId } }
  }
  switch (entry.kind) {
    case 'article': {
      const { kind: _, firstPublishedAt, organisation, ...fields } = entry
      return {
        ...fields,
        ...photoOf(entry),
        ...organisationOf(organisation),
        ...(firstPublishedAt ? { publishedFirstAt: asKept(firstPublishedAt) } : {}),
      }
    }
    case 'event': {
      const { kind: _, startsAt, endsAt, organisation, ...fields } = entry
      return {
        ...fields,
        ...photoOf(entry),
        ...organisationOf(organisation),
        startsAt: asKept(startsAt),
        ...(endsAt === undefined ? {} : { endsAt: endsAt && asKept(endsAt) }),
      }
    }
    case 'organisation': {
      const { kind: _, ...fields } = entry
      return { ...fields, ...photoOf(entry) }
    }
    case 'infoPage': {
      const { kind: _, ...fields } = entry
      return fields
    }
  }
}

// The database gives moments in UTC, with milliseconds.
function asKept(moment: string): string {
  return new Date(moment).toISOString()
}

function differs(data: Readonly<Record<string, unknown>>, row: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(data).some(([field, value]) => {
    // Not by their JSON: PostgreSQL keeps the keys of a text in an order of its own.
    return !isDeepStrictEqual(value ?? null, keptIn(row, field))
  })
}

// The value of a field, in the form in which an import gives it.
function keptIn(row: Readonly<Record<string, unknown>>, field: string): unknown {
  const { photo, organisationKey } = row as Partial<KnownEntry>
  switch (field) {
    case 'photo':
      return photo?.id ?? null
    case 'organisation':
      return organisationKey ? { documentId: organisationKey } : null
    default:
      return row[field] ?? null
  }
}
