import { getFetchClient } from '@strapi/strapi/admin'
import { useEffect, useSyncExternalStore } from 'react'
import { parsePlan } from './plan.ts'
import { parseReceipt } from './receipt.ts'
import { createReceiptWatch, type Observation, type ReceiptWatch } from './watch.ts'

/**
 * The newest observation of an entry's receipt.
 * A new `version` (after saving or publishing) makes it look at once.
 */
export function useReceipt(uid: string, documentId: string, version: string): Observation {
  const watch = watchOf(uid, documentId)
  useEffect(() => watch.look(), [watch, version])
  return useSyncExternalStore(watch.listen, watch.current)
}

/** One watch for the entry on screen: the panel and the line on a phone share its looks. */
let onScreen: { readonly key: string; readonly watch: ReceiptWatch } | null = null

function watchOf(uid: string, documentId: string): ReceiptWatch {
  const key = `${uid} ${documentId}`
  if (onScreen?.key === key) return onScreen.watch
  const { get } = getFetchClient()
  const load = async () => {
    const params = { uid, documentId }
    const [receipt, plan] = await Promise.all([
      get('/wijkpers/receipt', { params }),
      get('/wijkpers/plan', { params }),
    ])
    return { receipt: parseReceipt(receipt.data), plan: parsePlan(plan.data) }
  }
  const watch = createReceiptWatch({ load, tab: document })
  onScreen = { key, watch }
  return watch
}
