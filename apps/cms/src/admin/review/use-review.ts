import { getFetchClient } from '@strapi/strapi/admin'
import { useEffect, useSyncExternalStore } from 'react'
import { keepAsking } from '../keep-asking.ts'
import { parseReview, type Review, type ReviewAct } from './review.ts'

const PATHS: Readonly<Record<ReviewAct, string>> = {
  handIn: '/wijkpers/review/hand-in',
  takeBack: '/wijkpers/review/take-back',
  giveBack: '/wijkpers/review/give-back',
}

interface Watched {
  readonly uid: string
  readonly documentId: string
}

/** The review of the entry on screen: buttons and texts on it share one. */
let onScreen: (Watched & { review: Review | null | 'loading' }) | null = null
/** The newest question about it: an older one is asked no more. */
let asking = {}
const listeners = new Set<() => void>()

/** The review of an entry; `loading` until it is known. A new `version` (after saving or publishing) looks again. */
export function useReview(
  uid: string,
  documentId: string | undefined,
  version: string,
): Review | null | 'loading' {
  const current = () => (onScreen?.documentId === documentId && onScreen ? onScreen.review : 'loading')
  // Before the question: it is asked as long as somebody listens.
  const review = useSyncExternalStore(listen, current)
  useEffect(() => {
    if (documentId) void look({ uid, documentId })
  }, [uid, documentId, version])
  return documentId ? review : null
}

/** Hands in, takes back or gives back. Rejects with Strapi's error. */
export async function act(act: ReviewAct, entry: Watched, reason?: string): Promise<void> {
  const { data } = await getFetchClient().post(PATHS[act], { ...entry, reason })
  asking = {}
  show(entry, parseReview(data))
}

async function look(entry: Watched): Promise<void> {
  if (onScreen?.documentId !== entry.documentId) show(entry, 'loading')
  const { uid, documentId } = entry
  const question = (asking = {})
  // What is on screen stays until there is an answer.
  await keepAsking(
    async () => {
      const { data } = await getFetchClient().get('/wijkpers/review', { params: { uid, documentId } })
      if (asking === question) show(entry, parseReview(data))
    },
    () => asking === question && listeners.size > 0,
  )
}

function show({ uid, documentId }: Watched, review: Review | null | 'loading'): void {
  onScreen = { uid, documentId, review }
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
