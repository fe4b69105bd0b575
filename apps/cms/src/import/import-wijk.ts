import { isDeepStrictEqual } from 'node:util'
import type { Core } from '@strapi/strapi'
import { documentsOf } from '../entries/document-call.ts'
import { ENTRY_TYPES, entryTypeOfKind, WIJK, type EntryType } from '../entries/entry-types.ts'
import type { Revisions } from '../revisions/revisions.ts'
import { inTransaction, type Transaction } from '../revisions/transaction.ts'
import { readImport, type ImportedEntry, type ImportedWijk } from './import-data.ts'
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

  for (const entry of entries) {
    if (entryTypeOfKind(entry.kind) !== type) continue
    const data = dataOf(entry, photos)
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

function dataOf(entry: ImportedEntry, photos: ImportedPhotos): EntryFields {
  switch (entry.kind) {
    case 'article': {
      const { kind: _, photo, firstPublishedAt, ...fields } = entry
      return {
        ...fields,
        ...(photo === undefined ? {} : { photo: photo && photos.fileOf(photo) }),
        ...(firstPublishedAt ? { publishedFirstAt: new Date(firstPublishedAt).toISOString() } : {}),
      }
    }
    case 'infoPage': {
      const { kind: _, ...fields } = entry
      return fields
    }
  }
}

function differs(data: Readonly<Record<string, unknown>>, row: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(data).some(([field, value]) => {
    const has = field === 'photo' ? ((row[field] as KnownEntry['photo'])?.id ?? null) : (row[field] ?? null)
    // Not by their JSON: PostgreSQL keeps the keys of a text in an order of its own.
    return !isDeepStrictEqual(value ?? null, has)
  })
}
