/** A wijk that an operator holds at an earlier release: its site does not follow the content until he lets it go on. */
import type { Core } from '@strapi/strapi'
import { ENTRY_CHANGES, REVISIONS, type RevisionRow } from './tables.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'

export interface Held {
  /** Number of the release whose files are shown. */
  readonly release: number
  /** Revision of the content in it: what changed later is not online. */
  readonly revision: number
  /** Who did it, as editors may read it. */
  readonly by: string
  /** ISO in UTC. */
  readonly since: string
  /** A sentence for editors. */
  readonly why: string
}

/** The hold in a row; null when the wijk is not held. */
export function heldIn(row: RevisionRow): Held | null {
  if (row.held_release === null) return null
  return {
    release: row.held_release,
    revision: row.held_revision ?? 0,
    by: row.held_by ?? '',
    since: row.held_since ?? '',
    why: row.held_why ?? '',
  }
}

/**
 * Holds a wijk, or holds it elsewhere: what is newer than what is held is not online any more. With `instead` only while that is how it is held:
 * what an operator did in the meantime stays as he did it. False for a wijk that never was, or is held in another way.
 */
export async function holdWijk(
  strapi: Core.Strapi,
  wijk: string,
  held: Held,
  instead: Held | null,
): Promise<boolean> {
  return inTransaction(strapi, async ({ trx }) => {
    const row = (await trx(REVISIONS).where({ wijk }).forUpdate().first()) as RevisionRow | undefined
    if (!row) return false
    const now = heldIn(row)
    if (instead && (now?.release !== instead.release || now.since !== instead.since)) return false
    const { release, revision, by, since, why } = held
    await trx(REVISIONS).where({ wijk }).update({
      held_release: release,
      held_revision: revision,
      held_by: by,
      held_since: since,
      held_why: why,
    })
    await takeBack(trx, wijk, revision)
    return true
  })
}

/** Notes that nothing newer than `revision` is online, whatever was said before. */
export async function takeBack(trx: Queries, wijk: string, revision: number): Promise<void> {
  await trx(REVISIONS).where({ wijk }).where('live', '>', revision).update({ live: revision })
  await trx(ENTRY_CHANGES)
    .where({ wijk })
    .where('revision', '>', revision)
    .update({ live_at: null, release: null, pages: null, duration_ms: null })
}

/** Lets a wijk go on to its newest content. False for a wijk that never was. */
export async function resumeWijk(strapi: Core.Strapi, wijk: string): Promise<boolean> {
  const released = {
    held_release: null,
    held_revision: null,
    held_by: null,
    held_since: null,
    held_why: null,
  }
  return (await strapi.db.connection(REVISIONS).where({ wijk }).update(released)) > 0
}
