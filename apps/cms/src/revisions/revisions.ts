import type { Queries, Transaction } from '../database/transaction.ts'
import { ENTRY_CHANGES, REVISIONS, type EntryChangeRow } from './tables.ts'

/** What changed on a site: an entry, or the wijk itself. */
export interface Changed {
  readonly uid: string
  readonly documentId: string
}

export interface Revisions {
  /**
   * Raises the wanted revision of `wijk` in the transaction of the write that made it necessary, and notes
   * for each of `changed` at which revision that was. A transaction raises a wijk once, however often it asks:
   * nobody can see what lies between.
   */
  raise(
    transaction: Transaction,
    wijk: string,
    changed: readonly Changed[],
    options?: RaiseOptions,
  ): Promise<number>
}

export interface RaiseOptions {
  /**
   * False for one of many wijken that an act elsewhere changes: nobody waits for it, no hint is sent, and the publisher makes it after what
   * editors wait for.
   */
  readonly isAwaited?: boolean
}

export interface RevisionsOptions {
  /** Called in the transaction that raises `wijk`, once; only when somebody waits for it. */
  readonly onRaising: (trx: Queries, wijk: string) => Promise<void>
  /** Called after the transaction that raised `wijk` was committed; only when somebody waits for it. */
  readonly onRaised: (wijk: string) => void
}

/** Rows of one insert; SQLite takes at most 500 at once (SQLITE_MAX_COMPOUND_SELECT). */
const ROWS_AT_ONCE = 400

export function createRevisions({ onRaising, onRaised }: RevisionsOptions): Revisions {
  // Promises, because Strapi's bulk acts write their documents side by side in one transaction.
  const raisedIn = new WeakMap<Queries, Map<string, Promise<Raised>>>()
  const awaitedIn = new WeakMap<Queries, Map<string, Promise<void>>>()

  return {
    async raise({ trx, onCommit }, wijk, changed, { isAwaited = true } = {}) {
      const raised = await once(raisedIn, trx, wijk, () => raiseWanted(trx, wijk, isAwaited))
      const { revision } = raised
      if (isAwaited)
        await once(awaitedIn, trx, wijk, async () => {
          if (!raised.isAwaited) await trx(REVISIONS).where({ wijk }).update({ awaited: revision })
          await onRaising(trx, wijk)
          onCommit(() => onRaised(wijk))
        })
      await noteChanges(trx, wijk, revision, changed)
      return revision
    },
  }
}

/** Does something once for a wijk in a transaction, whoever asks for it first. */
function once<T>(
  done: WeakMap<Queries, Map<string, Promise<T>>>,
  trx: Queries,
  wijk: string,
  act: () => Promise<T>,
): Promise<T> {
  let inTrx = done.get(trx)
  if (!inTrx) done.set(trx, (inTrx = new Map()))
  let doing = inTrx.get(wijk)
  if (!doing) inTrx.set(wijk, (doing = act()))
  return doing
}

interface Raised {
  readonly revision: number
  /** It was noted at once that somebody waits for it. */
  readonly isAwaited: boolean
}

// The row lock that this takes also puts the publishes of one wijk in line.
async function raiseWanted(trx: Queries, wijk: string, isAwaited: boolean): Promise<Raised> {
  const next = trx.raw('?? + 1', [`${REVISIONS}.wanted`])
  const [row] = await trx(REVISIONS)
    .insert({
      wijk,
      wanted: 1,
      awaited: isAwaited ? 1 : 0,
      changed_at: new Date().toISOString(),
      live: 0,
      release: 0,
    })
    .onConflict('wijk')
    .merge({
      wanted: next,
      awaited: isAwaited
        ? next
        : trx.raw('coalesce(??, ??)', [`${REVISIONS}.awaited`, `${REVISIONS}.wanted`]),
      changed_at: trx.raw('excluded.changed_at'),
    })
    .returning<{ wanted: number }[]>('wanted')
  return { revision: row!.wanted, isAwaited }
}

async function noteChanges(
  trx: Queries,
  wijk: string,
  revision: number,
  changed: readonly Changed[],
): Promise<void> {
  const changed_at = new Date().toISOString()
  const rows = changed.map(({ uid, documentId }): EntryChangeRow => ({
    uid,
    document_id: documentId,
    wijk,
    revision,
    changed_at,
    live_at: null,
    release: null,
    pages: null,
    duration_ms: null,
  }))
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await trx(ENTRY_CHANGES)
      .insert(rows.slice(start, start + ROWS_AT_ONCE))
      .onConflict(['document_id', 'wijk'])
      .merge()
}
