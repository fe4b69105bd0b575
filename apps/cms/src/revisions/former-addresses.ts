/**
 * **Former address**: where an entry was online in a wijk, and is not any more: it got another webadres, or was taken off, thrown away
 * or moved to another wijk. Noted in the transaction of that act, and kept for ever, so that an old link always leads somewhere. What it
 * leads to follows from the entry: to where that is online now, or to the word that it is gone.
 *
 * Of a wijk itself the same is kept, under its own type: the slugs and domains under which its site was.
 *
 * A row stays when something is online there again: for that long it says nothing, and when that leaves it is of that entry.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'
import { entryTypeOf, hasOwnPage, WIJK, type EntryType } from '../entries/entry-types.ts'
import type { LiveRow } from './live-rows.ts'
import type { Queries } from '../database/transaction.ts'

const FORMER_ADDRESSES = 'former_addresses'

/** One row per address: a wijk, a type and a slug in it. */
interface FormerAddressRow {
  readonly wijk: string
  readonly uid: string
  readonly slug: string
  /** The entry that was online there last. */
  readonly document_id: string
  /** The wanted revision of the wijk with which it left. */
  readonly revision: number
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerFormerAddresses(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'former-address',
    table: FORMER_ADDRESSES,
    columns: {
      wijk: 'string',
      uid: 'string',
      slug: 'string',
      document_id: 'string',
      revision: 'integer',
    },
    indexes: [
      { name: 'former_addresses_address', columns: ['wijk', 'uid', 'slug'], type: 'unique' },
      { name: 'former_addresses_revision', columns: ['wijk', 'revision'] },
    ],
  })
}

/** The slugs at which a document was online in `wijk` before a write, and is not after it; of a wijk, its domains as well. */
export function slugsLeft(
  uid: string,
  wijk: string,
  before: readonly LiveRow[],
  after: readonly LiveRow[],
): readonly string[] {
  const type = entryTypeOf(uid)
  if (type ? !hasOwnPage(type) : uid !== WIJK) return []
  const slugsIn = (rows: readonly LiveRow[]) => rows.flatMap((row) => (row.wijk === wijk ? row.names : []))
  const stays = new Set(slugsIn(after))
  return slugsIn(before).filter((slug) => !stays.has(slug))
}

/** Notes addresses as those of an entry, with the revision that this goes with. */
export async function noteFormerAddresses(trx: Queries, rows: readonly FormerAddressRow[]): Promise<void> {
  for (const row of rows) {
    // Two wijken cannot both have had a name last.
    if (row.uid === WIJK)
      await trx(FORMER_ADDRESSES).where({ uid: WIJK, slug: row.slug }).whereNot({ wijk: row.wijk }).delete()
    await trx(FORMER_ADDRESSES).insert(row).onConflict(['wijk', 'uid', 'slug']).merge()
  }
}

/** A former address as the publisher is told it. */
export interface FormerAddress {
  readonly kind: EntryType['kind']
  readonly slug: string
  readonly entry: string
}

/** Those of a wijk that were noted after revision `since`: 0 for all. */
export async function formerAddressesOf(
  queries: Queries,
  wijk: string,
  since: number,
): Promise<FormerAddress[]> {
  const rows = await queries(FORMER_ADDRESSES)
    .where({ wijk })
    .andWhere('revision', '>', since)
    .orderBy(['uid', 'slug'])
    .select<Pick<FormerAddressRow, 'uid' | 'slug' | 'document_id'>[]>('uid', 'slug', 'document_id')
  return rows.flatMap(({ uid, slug, document_id }) => {
    const type = entryTypeOf(uid)
    return type ? [{ kind: type.kind, slug, entry: document_id }] : []
  })
}

/**
 * The slugs that begin so and lead to another entry that is online: a title that comes back must not take the old links of the one
 * before.
 */
export async function slugsThatLead(
  trx: Queries,
  type: EntryType,
  { wijk, start, documentId }: { wijk: string; start: string; documentId: string | undefined },
): Promise<string[]> {
  const rows = await trx(`${FORMER_ADDRESSES} as f`)
    .join(`${type.table} as e`, 'e.document_id', 'f.document_id')
    .where({ 'f.wijk': wijk, 'f.uid': type.uid, 'e.wijk_key': wijk })
    .andWhere('f.slug', 'like', `${start}%`)
    .whereNotNull('e.published_at')
    .select<{ slug: string; document_id: string }[]>('f.slug', 'f.document_id')
  return rows.filter(({ document_id }) => document_id !== documentId).map(({ slug }) => slug)
}

/** The slugs and domains under which the site of a wijk was, and no other has been since. */
export async function formerNamesOf(queries: Queries, wijk: string): Promise<string[]> {
  const rows = await queries(FORMER_ADDRESSES)
    .where({ wijk, uid: WIJK })
    .orderBy('slug')
    .select<{ slug: string }[]>('slug')
  return rows.map(({ slug }) => slug)
}

/**
 * Those that begin so and lead to the site of another wijk that is there: a wijk that is new must not take the old links of one that
 * moved.
 */
export async function namesThatLead(
  trx: Queries,
  { start, documentId }: { readonly start: string; readonly documentId: string | undefined },
): Promise<string[]> {
  const rows = await trx(`${FORMER_ADDRESSES} as f`)
    .join('wijken as w', 'w.document_id', 'f.wijk')
    .where({ 'f.uid': WIJK })
    .andWhere('f.slug', 'like', `${start}%`)
    .select<{ slug: string; wijk: string }[]>('f.slug', 'f.wijk')
  return rows.filter(({ wijk }) => wijk !== documentId).map(({ slug }) => slug)
}
