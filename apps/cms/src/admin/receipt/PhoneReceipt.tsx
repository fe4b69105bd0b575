import { Box } from '@strapi/design-system'
import { useIsDesktop } from '@strapi/strapi/admin'
import { useParams } from 'react-router-dom'
import { useMe } from '../me/use-me.ts'
import { entryOnScreen, isPublicType, versionOnScreen } from './entry-on-screen.ts'
import { Status } from './Status.tsx'
import { tell } from './sentences.ts'
import { useCatchUp } from './use-catch-up.ts'
import { useDocumentOnScreen } from './use-document-on-screen.ts'
import { useReceipt } from './use-receipt.ts'

/**
 * The state of things in one line under the buttons. On a phone or tablet Strapi keeps the panels in a
 * closed drawer, and whoever publishes there would not see that it worked.
 */
export function PhoneReceipt() {
  const { slug: uid = '', id = 'create' } = useParams()
  const isDesktop = useIsDesktop()
  if (isDesktop || id === 'create' || !isPublicType(uid)) return null
  return <Line uid={uid} documentId={id} />
}

function Line({ uid, documentId }: { readonly uid: string; readonly documentId: string }) {
  const { document, meta } = useDocumentOnScreen(uid, documentId)
  const observation = useReceipt(uid, documentId, versionOnScreen(document, meta))
  const me = useMe()
  const entry = entryOnScreen(uid, document)
  useCatchUp(uid, documentId, observation, entry)
  if (!entry.isPublished && !me?.may('publish')) return null
  const { status, mood } = tell(observation, entry)
  return (
    <Box role="status" width="100%">
      <Status text={status} mood={mood} />
    </Box>
  )
}
