/** A question on a connection of its own: one that is kept may be closed by the server just when it is used again. */
export function askOnce(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('connection', 'close')
  return fetch(url, { ...init, headers })
}

/** For a server that stands in for another: it closes no connection that is kept, and so never just when it is used again. */
export const neverHangsUp = { keepAliveTimeout: 0 } as const
