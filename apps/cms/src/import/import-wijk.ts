import { isDeepStrictEqual } from 'node:util'
import type { Core, UID } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { documentsOf } from '../entries/document-call.ts'
import { ENTRY_TYPES, WIJK, type EntryType } from '../entries/entry-types.ts'
import { soundFields } from '../entries/fields/field-rules.ts'
import { momentOf } from '../entries/fields/values.ts'
import { componentsIn, wholeEntry } from '../entries/media-places.ts'
import type { Revisions } from '../revisions/revisions.ts'
import { inTransaction } from '../database/transaction.ts'
import { noteDeed } from '../trail/note.ts'
import { importedFields, type Attribute, type ImportedEntry, type ImportedFile } from './entry-schema.ts'
import { readImport, type ImportedWijk } from './import-data.ts'
import { noteFormerSlugs, noteLeft, type Placing } from './former.ts'
import { importFiles, type ImportedFiles } from './import-files.ts'
import type { EntryFields } from './made-row.ts'
import { writeNewEntries } from './new-entries.ts'

/**
 * Writes a wijk with entries and files in one go and publishes them; answers the documentId of the wijk.
 * What is the same already is not written again, so importing twice raises nothing the second time.
 */
export type ImportWijk = (data: unknown) => Promise<string>

export function createImportWijk(strapi: Core.Strapi, revisions: Revisions): ImportWijk {
  return async (data) => {
    const given = readImport(strapi, data)
    const { wijk, entries } = given
    const known = (await strapi.db
      .query(WIJK)
      .findOne({ where: { slug: wijk.slug }, populate: { logo: true } })) as KnownWijk | null
    const files = await importFiles(strapi, known?.documentId ?? null, given)
    try {
      // One transaction: the wanted revision is raised once, and a failure leaves nothing behind.
      return await inTransaction(strapi, async (transaction) => {
        const id = await writeWijk(strapi, wijk, known, files)
        await files.belongTo(id)
        for (const type of ENTRY_TYPES)
          await writeEntries({ strapi, revisions, transaction, wijk: id, files }, type, entries)
        await noteLeft({ strapi, revisions, transaction, wijk: id }, given)
        return id
      })
    } catch (error) {
      await files.remove()
      throw error
    }
  }
}

interface KnownWijk {
  readonly documentId: string
  readonly [field: string]: unknown
}

async function writeWijk(
  strapi: Core.Strapi,
  { editors, logo, ...plain }: ImportedWijk,
  known: KnownWijk | null,
  files: ImportedFiles,
): Promise<string> {
  const settings = { ...plain, ...(logo === undefined ? {} : { logo: logo && files.idOf(logo) }) }
  const data = {
    ...settings,
    ...(known === null ? { name: plain.name ?? plain.slug } : {}),
    ...(editors ? { editors: { connect: await accountsOf(strapi, editors) } } : {}),
  }
  const documents = documentsOf(strapi, WIJK)
  if (known === null) return (await documents.create({ data })).documentId
  if (editors || differs({ links: [] }, settings, known))
    await documents.update({ documentId: known.documentId, data })
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
  readonly [field: string]: unknown
}

interface Writing extends Placing {
  readonly files: ImportedFiles
}

async function writeEntries(
  { strapi, revisions, transaction, wijk, files }: Writing,
  type: EntryType,
  entries: readonly ImportedEntry[],
): Promise<void> {
  // What has expired is on no site.
  const given = entries.filter(
    ({ kind, expiresAt }) => kind === type.kind && (momentOf(expiresAt) ?? Infinity) > Date.now(),
  )
  if (given.length === 0) return
  const known = (await strapi.db.query(type.uid).findMany({
    where: { wijkKey: wijk },
    populate: wholeEntry(strapi, type.uid),
  })) as KnownEntry[]
  const bySlug = Map.groupBy(known, ({ slug }) => slug)
  const fresh = new Map<string, EntryFields>()
  const found: Found = { strapi, files, targets: await targetsOf(strapi, type, wijk) }

  for (const entry of given) {
    const fields = { slug: entry.slug, ...fieldsOf(found, type.uid, entry) }
    const data = { ...fields, ...soundFields(type, fields, null) }
    const rows = bySlug.get(entry.slug)
    if (!rows) fresh.set(entry.slug, data)
    else if (!rows.some((row) => row.publishedAt !== null && !differs(type, data, row)))
      await documentsOf(strapi, type.uid).update({
        documentId: rows[0]!.documentId,
        data,
        status: 'published',
      })
  }
  if (fresh.size > 0) await writeFresh({ strapi, revisions, transaction, wijk }, type, [...fresh.values()])
  await noteFormerSlugs({ strapi, revisions, transaction, wijk }, type, given)
}

async function writeFresh(
  { strapi, revisions, transaction, wijk }: Placing,
  type: EntryType,
  entries: readonly EntryFields[],
): Promise<void> {
  const made = await writeNewEntries(strapi, transaction.trx, { type, wijk, entries })
  await revisions.raise(
    transaction,
    wijk,
    made.map((documentId) => ({ uid: type.uid, documentId })),
  )
  const detail = `${made.length} ${made.length === 1 ? type.one : type.many}`
  await noteDeed(strapi, { uid: WIJK, document_id: wijk, wijk, title: '', act: 'import', detail })
}

/** What the entries of an import point at. */
interface Found {
  readonly strapi: Core.Strapi
  readonly files: ImportedFiles
  /** documentIds of what can be linked to in the wijk, by field and slug. */
  readonly targets: ReadonlyMap<string, ReadonlyMap<string, string>>
}

async function targetsOf(strapi: Core.Strapi, { links }: EntryType, wijk: string): Promise<Found['targets']> {
  const targets = new Map<string, ReadonlyMap<string, string>>()
  for (const { field, to } of links) {
    const rows = (await strapi.db
      .query(to)
      .findMany({ where: { wijkKey: wijk }, select: ['slug', 'documentId'] })) as KnownEntry[]
    targets.set(field, new Map(rows.map(({ slug, documentId }) => [slug, documentId])))
  }
  return targets
}

/** The fields that an import gives, as the document service takes them. */
function fieldsOf(
  found: Found,
  uid: UID.ContentType | UID.Component,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const { name, attribute, is } of importedFields(found.strapi, uid)) {
    const value = given[name]
    if (value === undefined) continue
    fields[attribute] = value === null ? emptyOf(is) : valueOf(found, name, is, value)
  }
  return fields

  function valueOf(from: Found, name: string, is: Attribute, value: unknown): unknown {
    switch (is.type) {
      case 'media':
        return from.files.idOf(value as ImportedFile)
      case 'relation': {
        const documentId = from.targets.get(name)?.get(value as string)
        if (documentId === undefined)
          throw new errors.ValidationError(
            `[import] ${String(given['kind'])} ${String(given['slug'])}: no ${name} ${String(value)}`,
          )
        return { documentId }
      }
      case 'component': {
        const parts = componentsIn(value).map((one) => fieldsOf(from, is.component!, one))
        return is.repeatable ? parts : parts[0]
      }
      // The database gives moments in UTC, with milliseconds.
      case 'datetime':
        return new Date(value as string).toISOString()
      case 'time':
        return kept(value as string)
      default:
        return value
    }
  }
}

const emptyOf = ({ type, repeatable }: Attribute) => (type === 'component' && repeatable ? [] : null)

// The database gives times with milliseconds.
function kept(time: string): string {
  return `${time.slice(0, 8).padEnd(8, ':00')}.000`
}

// Only what is given counts. Not by its JSON: PostgreSQL keeps the keys of a text in an order of its own.
function differs(
  { links }: Pick<EntryType, 'links'>,
  data: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(data).some(([field, value]) => {
    const link = links.find((one) => one.field === field)
    if (link) {
      const { documentId } = (value ?? { documentId: null }) as { documentId: string | null }
      return documentId !== (row[link.key] ?? null)
    }
    return !isKept(value, row[field])
  })
}

function isKept(given: unknown, is: unknown): boolean {
  if (isDeepStrictEqual(given ?? null, is ?? null)) return true
  // A file is given by its number.
  if (typeof given === 'number' && isFields(is)) return is['id'] === given
  if (isList(given) && isList(is))
    return given.length === is.length && given.every((one, index) => isKept(one, is[index]))
  if (isFields(given) && isFields(is))
    return Object.entries(given).every(([field, value]) => isKept(value, is[field]))
  return false
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
