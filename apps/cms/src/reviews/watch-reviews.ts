import type { Core } from '@strapi/strapi'
import { onDocuments } from '../entries/document-call.ts'
import { entryTypeOf, type EntryType } from '../entries/entry-types.ts'
import { inTransaction } from '../database/transaction.ts'
import { personOf } from '../walls/editor.ts'
import { tellByLetter } from './letters.ts'
import { reviewRow } from './reviews.ts'
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
    if (isPublished) await published(type, documentId)
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

  // Its maker hears of it the first time; later publishes change what is his no longer.
  const published = ({ table, name }: EntryType, documentId: string) =>
    inTransaction(strapi, async ({ trx }) => {
      const row = await reviewRow(trx, documentId)
      if (!row) return
      const change = { state: 'published', ...reviewer(), reason: null } satisfies Partial<ReviewRow>
      await trx(REVIEWS).where({ document_id: documentId }).update(change)
      const isHisOwn = personOf(strapi.requestContext.get())?.id === row.writer
      if (row.state === 'published' || isHisOwn) return
      const entry = await trx(table)
        .where({ document_id: documentId })
        .first<{ title: string | null } | undefined>(`${name.field} as title`)
      await tellByLetter(
        strapi,
        { ...row, title: entry?.title ?? '' },
        { kind: 'published', by: change.reviewer_name },
      )
    })

  const reviewer = () => ({
    reviewer_name: personOf(strapi.requestContext.get())?.name ?? null,
    reviewed_at: new Date().toISOString(),
  })
}
