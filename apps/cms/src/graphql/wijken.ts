import { type Held, heldIn } from '../revisions/held.ts'
import { REVISIONS, type RevisionRow } from '../revisions/tables.ts'
import type { Queries } from '../database/transaction.ts'

/** A wijk with its two numbers. */
export interface WijkRevision {
  readonly id: string
  /** Null when the wijk was deleted. */
  readonly slug: string | null
  readonly wanted: number
  /** The newest wanted revision that somebody waits for. */
  readonly awaited: number
  readonly changedAt: string
  /** Live revision and release, as the publisher last reported. */
  readonly live: number
  readonly release: number
  readonly held: Held | null
  /** Where its site is to be; null for what holds for all wijken. */
  readonly targets: string | null
}

/** All wijken that ever were, in one statement. */
export async function allWijken(queries: Queries): Promise<WijkRevision[]> {
  const rows = await queries(`${REVISIONS} as r`)
    .leftJoin('wijken as w', 'w.document_id', 'r.wijk')
    .orderBy('r.id')
    .select<(RevisionRow & { slug: string | null; targets: string | null })[]>(
      'r.wijk',
      'r.wanted',
      'r.awaited',
      'r.changed_at',
      'r.live',
      'r.release',
      'r.held_release',
      'r.held_revision',
      'r.held_by',
      'r.held_since',
      'r.held_why',
      'w.slug',
      'w.targets',
    )
  return rows.map((row) => ({
    id: row.wijk,
    slug: row.slug,
    wanted: row.wanted,
    awaited: row.awaited ?? row.wanted,
    changedAt: row.changed_at,
    live: row.live,
    release: row.release,
    held: heldIn(row),
    targets: row.targets,
  }))
}

/** What a wijk wants to be live. After the CMS was put back from a backup a number comes again, at another moment. */
export interface Wanted {
  readonly revision: number
  /** When it became this one: ISO in UTC. */
  readonly changedAt: string
  /**
   * When this CMS was started: ISO in UTC. A database is put back while it stands still, and may be past a number again before anybody
   * asks, by plans that waited: who read from another start does not go on from its number.
   */
  readonly cmsStartedAt: string
  readonly held: Held | null
}

const STARTED_AT = new Date().toISOString()

/** The wanted revision of a wijk, when it was raised, and whether it is held; null when there never was such a wijk. */
export async function wantedOf(queries: Queries, wijk: string): Promise<Wanted | null> {
  const row = (await queries(REVISIONS).where({ wijk }).first()) as RevisionRow | undefined
  if (!row) return null
  return { revision: row.wanted, changedAt: row.changed_at, cmsStartedAt: STARTED_AT, held: heldIn(row) }
}
