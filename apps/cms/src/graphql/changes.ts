import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES } from '../entries/entry-types.ts'
import { type FormerAddress, formerAddressesOf } from '../revisions/former-addresses.ts'
import { inSnapshot } from '../database/transaction.ts'
import { ENTRY_CHANGES } from '../revisions/tables.ts'
import { entriesById, type EntryAnswer } from './entries.ts'
import { wijkById, type WijkAnswer } from './manifest.ts'
import { type Wanted, wantedOf } from './wijken.ts'

/** What differs in a wijk between a revision that was read before and now: its cost follows the change. */
export interface Changes extends Wanted {
  /** Null when the wijk was deleted. */
  readonly wijk: WijkAnswer | null
  /** Entries as they are published now. */
  readonly entries: readonly EntryAnswer[]
  /** Entries that are published no longer, or elsewhere. */
  readonly gone: readonly string[]
  /** Those that came to be one, or are another entry's than before. */
  readonly formerAddresses: readonly FormerAddress[]
}

/**
 * The changes of a wijk after revision `since`, in one snapshot; null when there never was such a wijk. Right because
 * every write that raises the wanted revision notes, in the same transaction, the entries that look different.
 */
export async function changesOf(strapi: Core.Strapi, wijk: string, since: number): Promise<Changes | null> {
  return inSnapshot(strapi, async (queries) => {
    const wanted = await wantedOf(queries, wijk)
    if (!wanted) return null
    const rows = await queries(ENTRY_CHANGES)
      .where({ wijk })
      .andWhere('revision', '>', since)
      .select<{ uid: string; document_id: string }[]>('uid', 'document_id')
    const changed = rows.filter(({ document_id }) => document_id !== wijk)
    const ids = changed.map(({ document_id }) => document_id)
    const types = ENTRY_TYPES.filter(({ uid }) => changed.some((row) => row.uid === uid))
    const entries = await entriesById(strapi, queries, { wijk, ids, status: 'published' }, types)
    const found = new Set(entries.map(({ id }) => id))
    return {
      ...wanted,
      wijk: await wijkById(queries, wijk),
      entries,
      gone: ids.filter((id) => !found.has(id)),
      formerAddresses: await formerAddressesOf(queries, wijk, since),
    }
  })
}
