import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'

const REFRESH_MS = 10_000

/** An answer with the moment it came, stale when it was asked again in vain; a failure only as long as there never was an answer. */
export type Fresh<Answer> =
  { readonly answer: Answer; readonly at: Date; readonly isStale: boolean } | 'loading' | 'failed'

/**
 * What `path` answers, read by `parse` (a function that stays the same): fetched on opening, whenever the tab comes into
 * view, every few seconds while it is, and at once for another `version`. What was answered stays until then.
 */
export function useFresh<Answer>(
  path: string,
  parse: (body: unknown) => Answer,
  version: string | number = '',
): Fresh<Answer> {
  const { get } = useFetchClient()
  const [fresh, setFresh] = useState<Fresh<Answer>>('loading')
  useEffect(() => {
    let isGone = false
    const refresh = async () => {
      if (document.hidden) return
      const next = await get(path).then(
        ({ data }): Fresh<Answer> => ({ answer: parse(data), at: new Date(), isStale: false }),
        (): Fresh<Answer> => 'failed',
      )
      if (isGone) return
      setFresh((previous) =>
        next === 'failed' && typeof previous !== 'string' ? { ...previous, isStale: true } : next,
      )
    }
    const turn = () => void refresh()
    turn()
    const timer = setInterval(turn, REFRESH_MS)
    document.addEventListener('visibilitychange', turn)
    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [get, path, parse, version])
  return fresh
}
