/**
 * A stand-in for the purge APIs of Cloudflare, Fastly and Bunny as documented, on a free port: says what it was told to
 * forget, and can refuse.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { neverHangsUp } from './own-connection.ts'

export const CDN_TOKEN = 'purge-token-of-the-tests'

export async function startCdn() {
  /** What each call was told to forget. */
  const purges: string[][] = []
  const refusals: ({ status: number; headers: Record<string, string> } | null)[] = []
  let held: Promise<void> | null = null
  let heard = 0

  const server = createServer(neverHangsUp, (request, response) => {
    void (async () => {
      const text = Buffer.concat(await request.toArray()).toString()
      const url = new URL(request.url ?? '/', 'http://cdn.test')
      const tell = (status: number, data: unknown, headers: Record<string, string> = {}) =>
        void response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(data))
      heard++
      await held
      const refusal = refusals.shift()
      if (refusal) return tell(refusal.status, { message: 'told to refuse' }, refusal.headers)
      if (request.method !== 'POST') return tell(405, { message: 'only POST' })
      const { authorization, accesskey, 'fastly-key': fastlyKey } = request.headers
      const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>

      // https://developers.cloudflare.com/api/resources/cache/methods/purge/
      if (/^\/client\/v4\/zones\/zone1\/purge_cache$/.test(url.pathname)) {
        if (authorization !== `Bearer ${CDN_TOKEN}`) return tell(403, { success: false })
        const items = (body['tags'] ?? body['files']) as string[]
        if (items.length > 100) return tell(400, { success: false, errors: ['too many'] })
        purges.push(items)
        return tell(200, { success: true, errors: [], result: { id: 'purge1' } })
      }
      // https://www.fastly.com/documentation/reference/api/purging/
      if (url.pathname === '/service/service1/purge') {
        if (fastlyKey !== CDN_TOKEN) return tell(401, { msg: 'Provided credentials are missing or invalid' })
        const keys = body['surrogate_keys'] as string[]
        if (keys.length > 256) return tell(400, { msg: 'too many' })
        purges.push(keys)
        return tell(200, Object.fromEntries(keys.map((key) => [key, 'purge1'])))
      }
      if (url.pathname.startsWith('/purge/')) {
        if (fastlyKey !== CDN_TOKEN) return tell(401, { msg: 'Provided credentials are missing or invalid' })
        purges.push([url.pathname.slice('/purge/'.length)])
        return tell(200, { status: 'ok', id: 'purge1' })
      }
      // https://docs.bunny.net/cdn/purge-cache
      if (url.pathname === '/pullzone/1234/purgeCache' || url.pathname === '/purge') {
        if (accesskey !== CDN_TOKEN) return tell(401, { Message: 'The request authorization failed' })
        purges.push([(body['CacheTag'] as string | undefined) ?? url.searchParams.get('url') ?? ''])
        return void response.writeHead(204).end()
      }
      tell(404, { message: 'unknown' })
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    purges,
    /** Calls so far, also those that are not answered yet. */
    heard: () => heard,
    /** Refuses one call, after so many that are taken. */
    refuse: (status: number, headers: Record<string, string> = {}, after = 0) =>
      void refusals.push(...Array.from({ length: after }, () => null), { status, headers }),
    /** Answers nothing until this resolves. */
    holdUntil: (released: Promise<void>) => void (held = released),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
