import type { Core } from '@strapi/strapi'
import { refuseUnsoundSlug } from '../entries/entry-slug.ts'
import type { EntryType } from '../entries/entry-types.ts'
import { linkByKey } from '../entries/organisation-link.ts'
import type { Queries } from '../revisions/transaction.ts'

/** The fields of an entry, by the names of its content type and sound (src/entries); a photo is the id of a file. */
export type EntryFields = Readonly<
  Record<string, unknown> & { slug: string; organisation?: { readonly documentId: string } | null }
>

export interface NewEntries {
  readonly type: EntryType
  /** documentId of the wijk. */
  readonly wijk: string
  /** Each with a slug that nobody in the wijk has. */
  readonly entries: readonly EntryFields[]
}

/** Rows of one insert; SQLite takes at most 500 at once (SQLITE_MAX_COMPOUND_SELECT). */
const ROWS_AT_ONCE = 400

/**
 * Writes new entries and publishes them, as the document service would: a draft row and a live row each, with
 * their links. It does not go through that service, which takes some sixty statements for each: 5,000 took 39 s and
 * 2.7 GB, this way 6.5 s and 0.9 GB. Rules and validation are the same. Answers the documentIds.
 */
export async function writeNewEntries(
  strapi: Core.Strapi,
  queries: Queries,
  { type, wijk, entries }: NewEntries,
): Promise<string[]> {
  const model = strapi.db.metadata.get(type.uid)
  const newDocumentId = (model.attributes['documentId'] as unknown as { default: () => string }).default
  const now = new Date()
  const photos = new Map<string, number>()
  const rows: object[] = []

  for (const fields of entries) {
    refuseUnsoundSlug(type, fields.slug)
    const { photo, organisation, ...rest } = fields
    const valid = (await strapi.entityValidator.validateEntityCreation(
      strapi.contentType(type.uid),
      { body: [], ...rest } as object,
      { isDraft: false },
    )) as { publishedFirstAt?: string | Date | null }
    // What was first published long ago has not been changed since, as far as readers go.
    const publishedAt = valid.publishedFirstAt ? new Date(valid.publishedFirstAt) : now
    const documentId = newDocumentId()
    if (typeof photo === 'number') photos.set(documentId, photo)
    const row = {
      ...(type.kind === 'article' ? { publishedFirstAt: now } : {}),
      ...valid,
      documentId,
      wijkKey: wijk,
      ...(type.hasOrganisation ? { organisationKey: organisation?.documentId ?? null } : {}),
      createdAt: now,
      updatedAt: now,
      locale: null,
    }
    rows.push({ ...row, publishedAt: null }, { ...row, publishedAt })
  }
  await strapi.db.query(type.uid).createMany({ data: rows })
  const ofWijk = { 'e.wijk_key': wijk }
  await linkByKey(strapi, queries, type, { field: 'wijk', where: ofWijk })
  if (type.hasOrganisation) await linkByKey(strapi, queries, type, { field: 'organisation', where: ofWijk })
  return linkPhotos(queries, type, wijk, entries, photos)
}

async function linkPhotos(
  queries: Queries,
  type: EntryType,
  wijk: string,
  entries: readonly EntryFields[],
  photos: ReadonlyMap<string, number>,
): Promise<string[]> {
  const slugs = new Set(entries.map(({ slug }) => slug))
  const rows = await queries(type.table)
    .where({ wijk_key: wijk })
    .select<{ id: number; document_id: string; slug: string }[]>('id', 'document_id', 'slug')
  const made = rows.filter(({ slug }) => slugs.has(slug))
  const links = made.flatMap(({ id, document_id }) => {
    const file = photos.get(document_id)
    return file === undefined
      ? []
      : [{ file_id: file, related_id: id, related_type: type.uid, field: type.media, order: 1 }]
  })
  for (let start = 0; start < links.length; start += ROWS_AT_ONCE)
    await queries('files_related_mph').insert(links.slice(start, start + ROWS_AT_ONCE))
  return [...new Set(made.map(({ document_id }) => document_id))]
}
