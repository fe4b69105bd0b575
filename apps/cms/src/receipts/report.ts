import type { Core } from '@strapi/strapi'
import { heldIn, takeBack } from '../revisions/held.ts'
import { ENTRY_CHANGES, REVISIONS, type RevisionRow } from '../revisions/tables.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'

/** What the publisher says about one revision of a wijk. */
export interface Receipt {
  readonly wijk: string
  readonly revision: number
  readonly state: string
  readonly receivedAt: string
  readonly renderedAt?: string | null
  readonly liveAt?: string | null
  readonly release?: number | null
  readonly url?: string | null
  readonly pages?: number | null
  readonly durationMs?: number | null
  readonly error?: string | null
  readonly nextTryAt?: string | null
  readonly waitsFor?: string | null
  readonly attempts?: number | null
}

/**
 * Keeps a receipt, and notes which entries are online since. A receipt of an older revision than the one that
 * was kept is ignored, so that nothing ever goes back; so is one of a later revision than is wanted, which was before a backup
 * was put back. Of a wijk without a site an empty release is live, and none of its entries. False for a wijk that never was.
 */
export async function reportReceipt(strapi: Core.Strapi, receipt: Receipt): Promise<boolean> {
  return inTransaction(strapi, async ({ trx }) => {
    const { wijk, revision } = receipt
    const kept = (await trx(REVISIONS).where({ wijk }).forUpdate().first()) as RevisionRow | undefined
    if (!kept) return false
    if (revision < (kept.receipt_revision ?? 0) || revision > kept.wanted) return true

    const isLive = receipt.state === 'live'
    await trx(REVISIONS)
      .where({ wijk })
      .update({
        receipt_revision: revision,
        receipt_state: receipt.state,
        received_at: receipt.receivedAt,
        rendered_at: receipt.renderedAt ?? null,
        // The site is still online since then, whatever happens to the newest change.
        live_at: receipt.liveAt ?? kept.live_at,
        url: receipt.url ?? null,
        pages: receipt.pages ?? null,
        duration_ms: receipt.durationMs ?? null,
        error: receipt.error ?? null,
        next_try_at: receipt.nextTryAt ?? null,
        waits_for: receipt.waitsFor ?? null,
        attempts: receipt.attempts ?? null,
        // Numbers only grow, also those of releases that put an earlier one back.
        release: Math.max(kept.release, receipt.release ?? 0),
        ...(isLive ? { live: Math.max(kept.live, revision) } : {}),
      })
    // A publish that was under way when the wijk was held may have been told as live since.
    const held = heldIn(kept)
    if (receipt.state === 'held' && held) await takeBack(trx, wijk, held.revision)
    if (isLive && !(await hasSite(trx, wijk)))
      await trx(ENTRY_CHANGES)
        .where({ wijk })
        .whereNotNull('live_at')
        .update({ live_at: null, release: null, pages: null, duration_ms: null })
    else if (isLive)
      await trx(ENTRY_CHANGES)
        .where({ wijk })
        // Not by the index on revisions: all that was ever published there is below this one, and next to nothing waits.
        .whereRaw('revision + 0 <= ?', [revision])
        .whereNull('live_at')
        .update({
          live_at: receipt.liveAt ?? new Date().toISOString(),
          release: receipt.release ?? null,
          pages: receipt.pages ?? null,
          duration_ms: receipt.durationMs ?? null,
        })
    return true
  })
}

/**
 * A site opens: whatever was published in it waits for that, also where an empty release of before is told of later. To be called in
 * the transaction that opens it, when it was raised.
 */
export async function awaitOpening(trx: Queries, wijk: string): Promise<void> {
  const row = await trx(REVISIONS).where({ wijk }).first<Pick<RevisionRow, 'wanted'> | undefined>('wanted')
  if (row)
    await trx(ENTRY_CHANGES)
      .where({ wijk })
      .update({ revision: row.wanted, live_at: null, release: null, pages: null, duration_ms: null })
}

async function hasSite(trx: Queries, wijk: string): Promise<boolean> {
  const row = await trx('wijken').where({ document_id: wijk }).whereNot({ state: 'draft' }).first('id')
  return row !== undefined
}
