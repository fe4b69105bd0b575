import { REVISIONS, type RevisionRow } from '../revisions/tables.ts'
import type { Queries } from '../revisions/transaction.ts'

/** A wijk with its two numbers. */
export interface WijkRevision {
  readonly id: string
  /** Null when the wijk was deleted. */
  readonly slug: string | null
  readonly wanted: number
  readonly changedAt: string
  /** Live revision and release, as the publisher last reported. */
  readonly live: number
  readonly release: number
}

/** All wijken that ever were, in one statement. */
export async function allWijken(queries: Queries): Promise<WijkRevision[]> {
  const rows = await queries(`${REVISIONS} as r`)
    .leftJoin('wijken as w', 'w.document_id', 'r.wijk')
    .orderBy('r.id')
    .select<(RevisionRow & { slug: string | null })[]>(
      'r.wijk',
      'r.wanted',
      'r.changed_at',
      'r.live',
      'r.release',
      'w.slug',
    )
  return rows.map(({ wijk, slug, wanted, changed_at, live, release }) => ({
    id: wijk,
    slug,
    wanted,
    changedAt: changed_at,
    live,
    release,
  }))
}

/** The wanted revision of a wijk; null when there never was such a wijk. */
export async function wantedRevision(queries: Queries, wijk: string): Promise<number | null> {
  const row = await queries(REVISIONS)
    .where({ wijk })
    .first<Pick<RevisionRow, 'wanted'> | undefined>('wanted')
  return row?.wanted ?? null
}
