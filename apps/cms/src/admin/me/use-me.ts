import { getFetchClient, useAuth } from '@strapi/strapi/admin'
import { useEffect, useSyncExternalStore } from 'react'
import { keepAsking } from '../keep-asking.ts'
import { parseMe, type Me } from './me.ts'

/** One for the whole panel: many buttons ask who is signed in. */
let me: Me | null = null
let account: string | number | undefined
const listeners = new Set<() => void>()

/** Whoever is signed in; null as long as that is not known. */
export function useMe(): Me | null {
  const id = useAuth('useMe', ({ user }) => user?.id)
  // Before the question: it is asked as long as somebody listens.
  const current = useSyncExternalStore(listen, () => me)
  useEffect(() => {
    if (id !== undefined && id !== account) void look(id)
  }, [id])
  return current
}

async function look(id: string | number): Promise<void> {
  account = id
  me = null
  await keepAsking(refreshMe, () => account === id && me === null && listeners.size > 0)
  // Nobody waited for it, or the session ended: whoever comes next asks anew.
  if (account === id && me === null) account = undefined
}

/** Asks again who is signed in, and what has changed of him. */
export async function refreshMe(): Promise<void> {
  const { data } = await getFetchClient().get('/wijkpers/me')
  me = parseMe(data)
  for (const listener of listeners) listener()
}

/** Whoever is signed in, for code that is no component; null as long as that is not known. */
export function currentMe(): Me | null {
  return me
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
