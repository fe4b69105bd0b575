import type { Core } from '@strapi/strapi'
import { onDocuments, type DocumentData } from '../entries/document-call.ts'
import { entryTypeOf, type EntryType } from '../entries/entry-types.ts'
import { wholeEntry } from '../entries/media-places.ts'
import { inTransaction } from '../database/transaction.ts'
import { personOf } from '../walls/editor.ts'
import { VERSIONS, type VersionRow } from './tables.ts'
import { writtenForm } from './written-form.ts'

/** Versions of one entry. */
const MOST = 10

/** Keeps what an entry says with every publish, in the transaction of that. Must run inside the transaction of src/revisions. */
export function keepVersions(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const type = entryTypeOf(call.uid)
    const { documentId } = call.params
    const written = await next()
    if (!type || documentId === undefined) return written
    if (call.action === 'publish' || call.params.status === 'published') await keep(strapi, type, documentId)
    if (call.action === 'delete')
      await inTransaction(strapi, ({ trx }) => trx(VERSIONS).where({ document_id: documentId }).delete())
    return written
  })
}

async function keep(strapi: Core.Strapi, type: EntryType, documentId: string): Promise<void> {
  const row = (await strapi.db.query(type.uid).findOne({
    where: { documentId, publishedAt: { $notNull: true } },
    populate: wholeEntry(strapi, type.uid),
  })) as DocumentData | null
  if (!row) return
  const version: Omit<VersionRow, 'id'> = {
    uid: type.uid,
    document_id: documentId,
    wijk: (row['wijkKey'] as string | null | undefined) ?? null,
    at: new Date().toISOString(),
    who: personOf(strapi.requestContext.get())?.name.slice(0, 255) ?? null,
    data: JSON.stringify(writtenForm(strapi, type, row)),
  }
  await inTransaction(strapi, async ({ trx }) => {
    await trx(VERSIONS).insert(version)
    const those = trx(VERSIONS).where({ document_id: documentId })
    await those
      .clone()
      .where('id', '<=', those.clone().orderBy('id', 'desc').offset(MOST).limit(1).select('id'))
      .delete()
  })
}
