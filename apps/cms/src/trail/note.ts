import type { Core } from '@strapi/strapi'
import { entryTypeOf, WIJK } from '../entries/entry-types.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { settingsOf } from '../settings/settings.ts'
import { personOf } from '../walls/editor.ts'
import { TRAIL, type TrailAct, type TrailRow } from './tables.ts'

/** A line to write; who and when follow from the request. */
export type Deed = Pick<TrailRow, 'wijk' | 'uid' | 'document_id' | 'title' | 'act'> & {
  readonly detail?: string | null
  /** It changes nothing that somebody with an open form would write over. */
  readonly isBesideForms?: boolean
}

const DAY_MS = 86_400_000
/** Longest name that a line keeps, in characters. */
export const NAME_LENGTH = 255

/** What was written in a transaction, by document: one click on Publish saves first, and is one deed all the same. */
const writtenIn = new WeakMap<Queries, Map<string, { readonly id: number; readonly act: TrailAct }>>()

let sweptAt = 0

/** Writes a line in the transaction that is open. */
export async function noteDeed(strapi: Core.Strapi, { isBesideForms = false, ...deed }: Deed): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    let written = writtenIn.get(trx)
    if (!written) writtenIn.set(trx, (written = new Map()))
    const draft_at = isBesideForms ? null : await draftAt(trx, deed)
    const before = written.get(deed.document_id)
    if (deed.act === 'publish' && (before?.act === 'edit' || before?.act === 'create')) {
      await trx(TRAIL).where({ id: before.id }).update({ act: 'publish', title: deed.title, draft_at })
      return
    }
    const now = new Date()
    const person = personOf(strapi.requestContext.get())
    const [row] = await trx(TRAIL)
      .insert({
        ...deed,
        at: now.toISOString(),
        who: person?.name.slice(0, NAME_LENGTH) ?? null,
        who_id: person?.id ?? null,
        draft_at,
        detail: deed.detail ?? null,
      })
      .returning<{ id: number }[]>('id')
    written.set(deed.document_id, { id: row!.id, act: deed.act })
    await forget(trx, now, settingsOf(strapi).trailDays)
  })
}

async function draftAt(trx: Queries, { uid, document_id }: Deed): Promise<string | null> {
  const type = entryTypeOf(uid)
  if (!type && uid !== WIJK) return null
  const rows = trx(type?.table ?? 'wijken').where({ document_id })
  if (type) void rows.whereNull('published_at')
  const row = await rows.first<{ at: number | string | Date | null } | undefined>('updated_at as at')
  return row?.at ? new Date(row.at).toISOString() : null
}

// Along with a write, at most once a day: nothing of its own to keep running.
async function forget(trx: Queries, now: Date, days: number): Promise<void> {
  if (now.getTime() - sweptAt < DAY_MS) return
  sweptAt = now.getTime()
  await trx(TRAIL)
    .where('at', '<', new Date(now.getTime() - days * DAY_MS).toISOString())
    .delete()
}
