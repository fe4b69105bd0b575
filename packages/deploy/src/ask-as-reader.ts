/** Fetching a page as a reader would, from where it is served. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** What a reader got; names of headers are in lower case. */
export interface ReadAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export interface ReadQuestion {
  /** Address of what serves the site; its path is put before `path`. */
  readonly server: string
  /** Path of a file of the site, such as `nieuws/index.html`. */
  readonly path: string
  /** The host that is asked for, when it is another than that of the server. */
  readonly host?: string
  readonly method?: 'GET' | 'HEAD'
  /** Longest wait, in milliseconds. */
  readonly timeoutMs: number
}

/** The address of a file of a site, with a slash in front: a folder's page is asked for by its folder. */
export function addressOf(path: string): string {
  return encodeURI(`/${path.replace(/(^|\/)index\.html$/, '$1')}`).replaceAll(/[#?]/g, encodeURIComponent)
}

/** node:http and not fetch, which does not let us choose the Host header. Follows nothing; rejects when nobody answers. */
export function askAsReader({
  server,
  path,
  host,
  method = 'GET',
  timeoutMs,
}: ReadQuestion): Promise<ReadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>()
  const url = new URL(`${server.replace(/\/$/, '')}${addressOf(path)}`)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  // Names below localhost are this machine, also where nobody resolves them (RFC 6761).
  const isLocal = url.hostname.endsWith('.localhost')
  const outgoing = request(url, {
    ...(isLocal && { hostname: '127.0.0.1' }),
    method,
    headers: { host: host ?? url.host },
    timeout: timeoutMs,
  })
  outgoing.on('response', (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('error', reject)
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
    )
  })
  outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)))
  outgoing.on('error', reject)
  outgoing.end()
  return promise
}
