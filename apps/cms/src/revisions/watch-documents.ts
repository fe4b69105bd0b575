import type { Core } from '@strapi/strapi'
import { type DocumentCall, isWrite, onDocuments, type WrittenDocument } from '../entries/document-call.ts'
import { isOnSite, WIJK } from '../entries/entry-types.ts'
import { lockPeople } from '../people/lock-people.ts'
import { noteFormerAddresses, slugsLeft } from './former-addresses.ts'
import { isLinkedTo, linkingEntries } from './linking-entries.ts'
import { appearsOrGoes, liveRows, touchedWijken } from './live-rows.ts'
import type { Revisions } from './revisions.ts'
import { inTransaction, lockDocument } from '../database/transaction.ts'

/**
 * Raises the wanted revision with every document write that can alter a public page.
 * Must be the outermost middleware: Strapi opens its transaction inside all of them, and joins ours. Which document is written is what the
 * call says, never what stands in the data.
 */
export function watchDocuments(strapi: Core.Strapi, revisions: Revisions): void {
  onDocuments(strapi, (call, next) => {
    if (!isOnSite(call.uid) || !isWrite(call)) return next()
    withoutIdentity(call)

    return inTransaction(strapi, async (transaction) => {
      const { trx } = transaction
      const { documentId } = call.params
      if (touchesPeople(call)) await lockPeople(strapi, trx)
      if (documentId !== undefined) await lockDocument(strapi, trx, call.uid, documentId)

      const before = await liveRows(trx, call.uid, documentId)
      const written = await next()
      const id = documentId ?? (written as WrittenDocument | null)?.documentId
      const after = await liveRows(trx, call.uid, id)

      for (const wijk of touchedWijken(before, after)) {
        const changed = { uid: call.uid, documentId: id! }
        const revision = await revisions.raise(transaction, wijk, [changed])
        const left = slugsLeft(call.uid, wijk, before, after)
        await noteFormerAddresses(
          trx,
          left.map((slug) => ({ wijk, uid: call.uid, slug, document_id: id!, revision })),
        )
        // Looked up behind the lock that raising takes: whoever published a link before us has committed by now.
        if (isLinkedTo(call.uid) && appearsOrGoes(wijk, before, after))
          await revisions.raise(transaction, wijk, await linkingEntries(trx, changed, wijk))
      }
      return written
    })
  })
}

/** Whether a write can alter who keeps a wijk going: that is locked before the wijk itself, everywhere. */
function touchesPeople({ uid, action, params: { data } }: DocumentCall): boolean {
  if (uid !== WIJK) return false
  if (action === 'update') return data?.['editors'] !== undefined || data?.['state'] !== undefined
  return action === 'create' || action === 'clone'
}

// Strapi writes them down as they are asked for: a draft would become part of an entry of another wijk, a wijk another one.
function withoutIdentity(call: DocumentCall): void {
  if (!call.params.data) return
  const { id: _, documentId: __, ...data } = call.params.data
  call.params = { ...call.params, data }
}
