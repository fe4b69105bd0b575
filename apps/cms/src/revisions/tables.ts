/**
 * The two tables behind publishing.
 *
 * **Wanted revision**: raised with every write that can alter a public page of a wijk.
 * **Awaited revision**: the newest wanted revision that somebody waits for. What is above it came with an act elsewhere, such as an account of
 * many wijken that was stopped, and goes behind what editors do.
 * **Live revision**: the newest wanted revision that the publisher reported online.
 * **Receipt**: what the publisher last said about the newest revision it knows.
 * **Held**: an operator put the site back to an earlier release; it stays there until he lets it go on.
 * **Entry change**: at which wanted revision an entry last changed in a wijk, and when that was online.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'

export const REVISIONS = 'wijk_revisions'
export const ENTRY_CHANGES = 'entry_changes'

/** One row per wijk, also after the wijk was deleted: its site has yet to be taken down. */
export interface RevisionRow {
  readonly wijk: string
  readonly wanted: number
  /** Null in a row from before it was kept: then it is the wanted one. */
  readonly awaited: number | null
  readonly changed_at: string
  readonly live: number
  readonly release: number
  readonly receipt_revision: number | null
  readonly receipt_state: string | null
  readonly received_at: string | null
  readonly rendered_at: string | null
  readonly live_at: string | null
  readonly url: string | null
  readonly pages: number | null
  readonly duration_ms: number | null
  readonly error: string | null
  readonly next_try_at: string | null
  /** The target that it waits for. */
  readonly waits_for: string | null
  readonly attempts: number | null
  /** The release that the wijk is held at; null when it is not held, and so are the four below. */
  readonly held_release: number | null
  /** Revision of the content that this release shows. */
  readonly held_revision: number | null
  readonly held_by: string | null
  readonly held_since: string | null
  readonly held_why: string | null
}

/** One row per entry and wijk: an entry that moved has one in both. */
export interface EntryChangeRow {
  readonly uid: string
  readonly document_id: string
  readonly wijk: string
  readonly revision: number
  readonly changed_at: string
  readonly live_at: string | null
  readonly release: number | null
  readonly pages: number | null
  readonly duration_ms: number | null
}

/** Makes the tables part of Strapi's schema; to be called while registering. */
export function registerRevisionTables(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'wijk-revision',
    table: REVISIONS,
    columns: {
      wijk: 'string',
      wanted: 'integer',
      awaited: 'integer',
      changed_at: 'string',
      live: 'integer',
      release: 'integer',
      receipt_revision: 'integer',
      receipt_state: 'string',
      received_at: 'string',
      rendered_at: 'string',
      live_at: 'string',
      url: 'text',
      pages: 'integer',
      duration_ms: 'integer',
      error: 'text',
      next_try_at: 'string',
      waits_for: 'string',
      attempts: 'integer',
      held_release: 'integer',
      held_revision: 'integer',
      held_by: 'string',
      held_since: 'string',
      held_why: 'text',
    },
    indexes: [{ name: 'wijk_revisions_wijk', columns: ['wijk'], type: 'unique' }],
  })
  addTable(strapi, {
    name: 'entry-change',
    table: ENTRY_CHANGES,
    columns: {
      uid: 'string',
      document_id: 'string',
      wijk: 'string',
      revision: 'integer',
      changed_at: 'string',
      live_at: 'string',
      release: 'integer',
      pages: 'integer',
      duration_ms: 'integer',
    },
    indexes: [
      { name: 'entry_changes_document_wijk', columns: ['document_id', 'wijk'], type: 'unique' },
      { name: 'entry_changes_wijk', columns: ['wijk', 'live_at'] },
      { name: 'entry_changes_revision', columns: ['wijk', 'revision'] },
    ],
  })
}
