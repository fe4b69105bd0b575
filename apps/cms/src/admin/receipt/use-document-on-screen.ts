import { unstable_useDocument as useDocument, useQueryParams } from '@strapi/strapi/admin'
import { useMemo } from 'react'
import { useParams } from 'react-router-dom'

/** The document of the form that is open, for what Strapi gives no props: with the arguments of the edit view, so that its answer is reused. */
export function useDocumentOnScreen(model: string, documentId: string): ReturnType<typeof useDocument> {
  const { collectionType = '' } = useParams()
  const [{ query }] = useQueryParams()
  const params = useMemo(() => withoutPlugins(query), [query])
  return useDocument({ documentId, model, collectionType, params })
}

function withoutPlugins({ plugins: _plugins, ...params }: Record<string, unknown>): Record<string, unknown> {
  return params
}
