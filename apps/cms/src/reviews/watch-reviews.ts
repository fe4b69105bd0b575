import type { Core } from '@strapi/strapi'
import { onDocuments } from '../entries/document-call.ts'
import { entryTypeOf } from '../entries/entry-types.ts'
import { inTransaction } from '../revisions/transaction.ts'
import { personOf } from '../walls/editor.ts'
import { REVIEWS, type ReviewRow } from './tables.ts'

/**
 * Keeps reviews in step with what happens to their entries: published, moved to another wijk, deleted. Must run inside
 * the transaction of src/revisions.
 */
export function watchReviews(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const type = entryTypeOf(call.uid)
    const { documentId, status } = call.params
    const written = await next()
    if (!type || documentId === undefined) return written

    const isPublished = call.action === 'publish' || status === 'published'
    if (isPublished) await keep(documentId, { state: 'published', ...reviewer(), reason: null })
    if (call.action === 'update')
      await inTransaction(strapi, ({ trx }) =>
        trx(REVIEWS)
          .where({ document_id: documentId })
          .update({
            wijk: trx(type.table)
              .where({ document_id: documentId })
              .whereNull('published_at')
              .select('wijk_key')
              .limit(1),
          }),
      )
    if (call.action === 'delete')
      await inTransaction(strapi, ({ trx }) => trx(REVIEWS).where({ document_id: documentId }).delete())
    return written
  })

  const keep = (documentId: string, change: Partial<ReviewRow>) =>
    inTransaction(strapi, ({ trx }) => trx(REVIEWS).where({ document_id: documentId }).update(change))

  const reviewer = () => ({
    reviewer_name: personOf(strapi.requestContext.get())?.name ?? null,
    reviewed_at: new Date().toISOString(),
  })
}
