const AGAIN_MS = 4_000

/**
 * Asks until there is an answer, and no longer than that is wanted: again after a few seconds, and at once when the tab
 * comes into view or the connection is back. One lost request is no answer; that the session ended, or that it is not his to know, is one.
 */
export async function keepAsking(
  ask: () => Promise<void>,
  isWanted: () => boolean,
  wait: () => Promise<void> = aMoment,
): Promise<void> {
  while (isWanted()) {
    try {
      await ask()
      return
    } catch (error) {
      if (isRefused(error)) return
      await wait()
    }
  }
}

function isRefused(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return status === 401 || status === 403
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      if (document.hidden) return
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', goOn)
      removeEventListener('online', goOn)
      resolve()
    }
    const timer = setTimeout(goOn, AGAIN_MS)
    document.addEventListener('visibilitychange', goOn)
    addEventListener('online', goOn)
  })
}
