import { entryTypeOf, WIJK } from '../entries/entry-types.ts'
import { logoOf } from '../wijken/logo.ts'
import { WIJK_COLUMNS } from '../wijken/wijk-row.ts'
import { ENTRY_CHANGES } from './tables.ts'
import type { Queries } from '../database/transaction.ts'

/** What a document shows on a site at this moment: in which wijk, and a text that differs when the row does. */
export interface LiveRow {
  readonly wijk: string
  /** What its address there is made of: the slug of an entry; the slug and the domain of a wijk. */
  readonly names: readonly string[]
  readonly fingerprint: string
}

/**
 * The live rows of a document. Compared before and after a write they say whether a public page can have
 * changed; the name of the act does not: `update` with `status: 'published'` publishes without `publish`.
 */
export async function liveRows(
  trx: Queries,
  uid: string,
  documentId: string | undefined,
): Promise<readonly LiveRow[]> {
  if (documentId === undefined) return []
  const type = entryTypeOf(uid)
  if (type) {
    const rows = (await trx(type.table)
      .where({ document_id: documentId })
      .whereNotNull('published_at')
      .orderBy('id')) as { wijk_key: string | null; slug: string | null }[]
    return rows.flatMap((row) =>
      row.wijk_key === null
        ? []
        : [{ wijk: row.wijk_key, names: namesIn(row.slug), fingerprint: JSON.stringify(row) }],
    )
  }
  if (uid === WIJK) {
    const rows = await trx('wijken')
      .where({ document_id: documentId })
      .select<{ slug: string | null; domain: string | null; state: string | null }[]>(...WIJK_COLUMNS)
    const logo = await logoOf(trx, documentId)
    return rows.map((row) => ({
      wijk: documentId,
      // A draft has no site.
      names: row.state === 'draft' ? [] : namesIn(row.slug, row.domain),
      fingerprint: JSON.stringify([row, logo]),
    }))
  }
  return []
}

/** Whether a document is on a site now, or once was. */
export async function wasLive(queries: Queries, documentId: string): Promise<boolean> {
  const change = await queries(ENTRY_CHANGES).where({ document_id: documentId }).first<unknown>('document_id')
  return change !== undefined
}

const namesIn = (...names: readonly (string | null)[]) => names.filter((name): name is string => !!name)

/**
 * The wijken whose site can look different after a write than before, in the one order in which wijken are raised: two entries that move in
 * opposite directions at the same moment would wait for each other.
 */
export function touchedWijken(before: readonly LiveRow[], after: readonly LiveRow[]): readonly string[] {
  const same = JSON.stringify(before) === JSON.stringify(after)
  return same ? [] : [...new Set([...before, ...after].map(({ wijk }) => wijk))].toSorted()
}

/** Whether a document is on the site of `wijk` after a write and was not before, or the other way around. */
export function appearsOrGoes(wijk: string, before: readonly LiveRow[], after: readonly LiveRow[]): boolean {
  const isLive = (rows: readonly LiveRow[]) => rows.some((row) => row.wijk === wijk)
  return isLive(before) !== isLive(after)
}
