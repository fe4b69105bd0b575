import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { useIsDesktop } from '@strapi/strapi/admin'
import { useParams } from 'react-router-dom'
import { useMe } from '../me/use-me.ts'
import { entryOnScreen, isEntry, versionOnScreen } from '../receipt/entry-on-screen.ts'
import { useDocumentOnScreen } from '../receipt/use-document-on-screen.ts'
import { ReviewBox } from './ReviewBox.tsx'
import { tellReview } from './sentences.ts'
import { useReview } from './use-review.ts'

type Shown = Parameters<PanelComponent>[0]

/** Side panel of the edit view: whether the entry was handed in, and what a reviewer said. */
export const ReviewPanel: PanelComponent = (props) => {
  const isDesktop = useIsDesktop()
  const box = useBox(props)
  return isDesktop && box ? { title: 'Nakijken', content: <ReviewBox {...box} /> } : null
}

/** The same under the buttons on a phone, where Strapi keeps its panels in a closed drawer. */
export function PhoneReview() {
  const { slug: model = '', id = 'create' } = useParams()
  const isDesktop = useIsDesktop()
  if (isDesktop || !isEntry(model)) return null
  return id === 'create' ? <New model={model} /> : <Known model={model} documentId={id} />
}

function New({ model }: { readonly model: string }) {
  const box = useBox({ model, documentId: undefined, document: undefined, meta: undefined })
  return box && <ReviewBox {...box} />
}

function Known({ model, documentId }: { readonly model: string; readonly documentId: string }) {
  const { document, meta } = useDocumentOnScreen(model, documentId)
  const box = useBox({ model, documentId, document, meta })
  return box && <ReviewBox {...box} />
}

function useBox({
  model,
  documentId,
  document,
  meta,
}: Pick<Shown, 'model' | 'documentId' | 'document' | 'meta'>) {
  const me = useMe()
  const review = useReview(model, documentId, versionOnScreen(document, meta))
  if (!me || !isEntry(model) || review === 'loading') return null
  const onlooker = {
    canPublish: me.may('publish'),
    isLive: entryOnScreen(model, document).isPublished,
  }
  const telling = tellReview(review, onlooker, new Date())
  if (!telling) return null
  return {
    uid: model,
    documentId,
    telling,
    canGiveBack: review?.acts.includes('giveBack') ?? false,
    isPlanned: Boolean(review?.plannedAt),
  }
}
