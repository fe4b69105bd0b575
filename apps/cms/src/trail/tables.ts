/**
 * **Trail**: who did what, when. A line is written in the transaction of the act itself, so an act without a line, or a
 * line without its act, cannot be. It keeps a name and the number of an account, no other personal data, and goes after some time (TRAIL_DAYS).
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'

export const TRAIL = 'trail'

/** What can have been done. */
export type TrailAct =
  | 'create'
  | 'edit'
  | 'publish'
  | 'unpublish'
  | 'discard'
  | 'move'
  | 'delete'
  | 'settings'
  | 'state'
  | 'import'
  | 'handIn'
  | 'takeBack'
  | 'giveBack'
  | 'people'
  | 'account'

/** One line. */
export interface TrailRow {
  readonly id: number
  /** ISO in UTC. */
  readonly at: string
  /** documentId of the wijk that it was done in; null for what is of no wijk. */
  readonly wijk: string | null
  readonly uid: string
  readonly document_id: string
  /** What it was called then. */
  readonly title: string
  readonly act: TrailAct
  /** Null when the system did it by itself. */
  readonly who: string | null
  /** Number of the account: anybody can change what he is called. Null when the system did it, and in lines from before it was kept. */
  readonly who_id: number | null
  /** When the draft was written that was there after it, ISO in UTC: what a form knows as its `updatedAt`. Null for what is no entry or wijk, and for who came to a wijk or left it: that writes over no form. */
  readonly draft_at: string | null
  /** More about it, for people: where something moved, which role. */
  readonly detail: string | null
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerTrailTable(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'trail-line',
    table: TRAIL,
    columns: {
      at: 'string',
      wijk: 'string',
      uid: 'string',
      document_id: 'string',
      title: 'text',
      act: 'string',
      who: 'string',
      who_id: 'integer',
      draft_at: 'string',
      detail: 'text',
    },
    indexes: [
      { name: 'trail_document', columns: ['document_id', 'id'] },
      { name: 'trail_wijk', columns: ['wijk', 'id'] },
      { name: 'trail_at', columns: ['at'] },
    ],
  })
}
