import { adminApi } from '@strapi/strapi/admin'

interface Asked {
  readonly uid: string
  readonly documentId: string
}

const { useAskAnewMutation } = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations'] })
  .injectEndpoints({
    endpoints: (build) => ({
      askAnew: build.mutation<null, Asked>({
        queryFn: () => ({ data: null }),
        invalidatesTags: (_result, _error, { uid, documentId }) => [
          { type: 'Document', id: `${uid}_${documentId}` },
          { type: 'Document', id: `${uid}_LIST` },
          'Relations',
        ],
      }),
    }),
  })

/**
 * Answers what to call after an act of ours that changed an entry or wijk: its form, its lists and its links come from the CMS
 * anew, as after an act of Strapi's. Loading the whole page would take away the sentence that says what was done.
 * What was typed in the form and not saved is gone after it.
 */
export function useAskAnew(): (asked: Asked) => void {
  const [askAnew] = useAskAnewMutation()
  return (asked) => void askAnew(asked)
}
