/**
 * A **failed plan**: what was to be published at a moment was refused then. Its editor reads why, until it is published or
 * planned anew, or what was planned is thrown away.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'
import { onDocuments } from '../entries/document-call.ts'
import { ENTRY_TYPES, entryTypeOf } from '../entries/entry-types.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'

export const FAILED_PLANS = 'failed_plans'

/** The last failed plan of a document. Moments are ISO in UTC. */
export interface FailedPlanRow {
  readonly document_id: string
  readonly planned_at: string
  readonly failed_at: string
  /** For the editor, in plain Dutch. */
  readonly reason: string
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerFailedPlans(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'failed-plan',
    table: FAILED_PLANS,
    columns: {
      document_id: 'string',
      planned_at: 'string',
      failed_at: 'string',
      reason: 'text',
    },
    indexes: [{ name: 'failed_plans_document', columns: ['document_id'], type: 'unique' }],
  })
}

export async function keepFailedPlan(queries: Queries, row: FailedPlanRow): Promise<void> {
  await queries(FAILED_PLANS).insert(row).onConflict('document_id').merge()
}

export async function failedPlanOf(queries: Queries, documentId: string): Promise<FailedPlanRow | null> {
  return (
    ((await queries(FAILED_PLANS).where({ document_id: documentId }).first()) as FailedPlanRow | undefined) ??
    null
  )
}

const ENDS = new Set(['publish', 'discardDraft', 'delete'])

/** Forgets a failed plan with what ends it. Must run inside the transaction of src/revisions, and around the rules, which set moments. */
export function forgetFailedPlans(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const written = await next()
    const { documentId, status, data } = call.params
    if (!entryTypeOf(call.uid) || documentId === undefined) return written
    const isPlanned = call.action === 'update' && Boolean(data?.['publishAt'])
    if (ENDS.has(call.action) || status === 'published' || isPlanned)
      await inTransaction(strapi, ({ trx }) => trx(FAILED_PLANS).where({ document_id: documentId }).delete())
    return written
  })
}

interface Written {
  readonly documentId: string
  readonly publishedAt: string | null
  readonly publishAt: string | null
}

/** Forgets what ended in a version of Wijkpers that kept it: planned anew, or published after it failed. To be called while bootstrapping. */
export async function forgetEndedPlans(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    const failed = new Map(
      (await trx(FAILED_PLANS).select<FailedPlanRow[]>()).map((row) => [row.document_id, row.failed_at]),
    )
    if (failed.size === 0) return
    for (const { uid } of ENTRY_TYPES) {
      const rows = (await strapi.db.query(uid).findMany({
        where: { documentId: { $in: [...failed.keys()] } },
        select: ['documentId', 'publishedAt', 'publishAt'],
      })) as Written[]
      const ended = rows.filter(({ documentId, publishedAt, publishAt }) =>
        publishedAt === null
          ? publishAt !== null
          : new Date(publishedAt).getTime() > Date.parse(failed.get(documentId)!),
      )
      const ids = ended.map(({ documentId }) => documentId)
      if (ids.length > 0) await trx(FAILED_PLANS).whereIn('document_id', ids).delete()
    }
  })
}
