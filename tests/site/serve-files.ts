/** Serves the files of one site from memory, with the headers of the real server and packed as it does, on a free port. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'
import {
  cacheControlOf,
  contentTypeOf,
  isCompressible,
  mayBeFramed,
  securityHeaders,
} from '@wijkpers/releases'

export interface FileServer extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly origin: string
}

/** It packs while the reader waits. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** `files` by their path without a slash in front. `await using` ends the server. */
export async function serveFiles(files: ReadonlyMap<string, Uint8Array>): Promise<FileServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname.slice(1)
    const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const file = files.has(wanted) ? wanted : '404.html'
    const type = contentTypeOf(file)
    const body = files.get(file) ?? Buffer.from('')
    const isPacked = isCompressible(type) && /\bbr\b/.test(String(request.headers['accept-encoding']))
    response.writeHead(file === wanted ? 200 : 404, {
      ...Object.fromEntries(securityHeaders({ isHttps: false, isFramed: mayBeFramed(path) })),
      'content-type': type,
      'cache-control': cacheControlOf(file),
      ...(isPacked && { 'content-encoding': 'br' }),
    })
    response.end(isPacked ? brotliCompressSync(body, QUICKLY) : body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
