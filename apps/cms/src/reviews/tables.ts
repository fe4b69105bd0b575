/**
 * **Review**: what became of an entry that somebody handed in who may not publish himself. None until then; `handedIn`,
 * it waits and its writer leaves it alone; `returned`, with a reason, and its writer goes on; `published`.
 *
 * A table of its own, not fields of the entry: no page shows it, so it may raise no wanted revision, and no form may set it.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'

export const REVIEWS = 'entry_reviews'

export type ReviewState = 'handedIn' | 'returned' | 'published'

/** One row per entry that ever was handed in. Moments are ISO in UTC. */
export interface ReviewRow {
  readonly uid: string
  readonly document_id: string
  readonly wijk: string
  readonly state: ReviewState
  /** Number of the account that handed it in. */
  readonly writer: number
  readonly writer_name: string
  readonly handed_in_at: string
  readonly reviewer_name: string | null
  readonly reviewed_at: string | null
  /** Why it was given back. */
  readonly reason: string | null
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerReviewTable(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'entry-review',
    table: REVIEWS,
    columns: {
      uid: 'string',
      document_id: 'string',
      wijk: 'string',
      state: 'string',
      writer: 'integer',
      writer_name: 'string',
      handed_in_at: 'string',
      reviewer_name: 'string',
      reviewed_at: 'string',
      reason: 'text',
    },
    indexes: [
      { name: 'entry_reviews_document', columns: ['document_id'], type: 'unique' },
      { name: 'entry_reviews_wijk', columns: ['wijk', 'state'] },
      { name: 'entry_reviews_writer', columns: ['writer'] },
    ],
  })
}
