import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cdn, openReader, openStore, type ReleaseStore } from '@wijkpers/releases'
import { createFileServer, type Limits, LIMITS } from '../server.ts'
import { parseSitesUrl } from '../sites-address.ts'

/** What a reader gets. */
export interface Got {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export interface Asked {
  readonly host?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks a server on this machine, over a connection of its own, for a path with the host of a site. */
export async function ask(port: number, path: string, asked: Asked = {}): Promise<Got> {
  const { host = 'molenwijk.localhost', method = 'GET', headers = {} } = asked
  const outgoing = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { host, ...headers },
    agent: false,
  })
  outgoing.end()
  const [incoming] = await once(outgoing, 'response')
  const chunks = await incoming.toArray()
  return { status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) }
}

/** Sends bytes as they are, and answers all that comes back until the server hangs up. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes, 'latin1')
  const chunks = await socket.toArray()
  return Buffer.concat(chunks).toString('latin1')
}

/** The bytes of a file; null for one that goes; of an address that was left, where it leads. */
type GivenFile = string | Buffer | null | { readonly movedTo: string }

/** A release of a wijk with these files on top of what it had. */
export async function publish(
  store: ReleaseStore,
  site: string,
  files: Readonly<Record<string, GivenFile>>,
  facts: { readonly host?: string; readonly name?: string; readonly formerHosts?: readonly string[] } = {},
): Promise<number> {
  const put = Object.entries(files).flatMap(([path, given]) => {
    if (given === null) return []
    const left = typeof given === 'object' && 'movedTo' in given ? given : null
    const body = left ? Buffer.from(`verhuisd: ${left.movedTo}`) : Buffer.from(given as string | Buffer)
    const hash = createHash('sha256').update(body).digest('hex')
    return [{ path, body, hash, size: body.byteLength, ...left }]
  })
  await store.putObjects(put)
  return store.commit({
    site,
    slug: site,
    host: facts.host ?? `${site}.localhost`,
    name: facts.name ?? site,
    revision: 1,
    format: '1.0.0',
    validity: { from: '2026-03-01T12:00:00.000Z', until: null },
    base: store.current(site)?.release ?? 0,
    put,
    formerHosts: facts.formerHosts ?? [],
    remove: Object.keys(files).filter((path) => files[path] === null),
  }).release
}

/** A store in a folder of its own with a file server on a free port; `close` removes both. */
export async function aServedStore({
  sitesUrl = 'http://{slug}.localhost:8080',
  cdn = 'none',
  limits = {},
}: { readonly sitesUrl?: string; readonly cdn?: Cdn; readonly limits?: Partial<Limits> } = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), 'file-server-')), 'releases')
  const store = openStore(folder)
  const reader = openReader(folder)
  const faults: unknown[] = []
  const files = createFileServer({
    reader,
    sites: parseSitesUrl(sitesUrl)!,
    cdn,
    onFault: (fault) => faults.push(fault),
    limits: { ...LIMITS, ...limits },
  })
  files.server.listen(0, '127.0.0.1')
  await once(files.server, 'listening')
  const { port } = files.server.address() as AddressInfo
  return {
    folder,
    store,
    port,
    faults,
    files,
    ask: (path: string, asked?: Asked) => ask(port, path, asked),
    raw: (bytes: string) => sendRaw(port, bytes),
    publish: (site: string, texts: Readonly<Record<string, GivenFile>>, facts = {}) =>
      publish(store, site, texts, facts),
    async close() {
      await files.stop()
      reader.close()
      store.close()
      rmSync(join(folder, '..'), { recursive: true, force: true })
    },
  }
}
