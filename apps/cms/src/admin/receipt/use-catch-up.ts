import { useForm } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import { cameMeanwhile } from './sentences.ts'
import type { EntryOnScreen } from './story.ts'
import { useDocumentOnScreen } from './use-document-on-screen.ts'
import type { Observation } from './watch.ts'

/** Asks the document anew when the clock published it while its form was open; what somebody typed in it meanwhile stays. */
export function useCatchUp(
  uid: string,
  documentId: string,
  observation: Observation,
  entry: EntryOnScreen,
): void {
  const { refetch } = useDocumentOnScreen(uid, documentId)
  const isUntouched = useForm('CatchUp', ({ modified }) => !modified)
  const isBehind = observation.kind === 'seen' && cameMeanwhile(observation.receipt, entry)
  useEffect(() => {
    if (isBehind && isUntouched) refetch()
  }, [isBehind, isUntouched, refetch])
}
