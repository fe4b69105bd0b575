/**
 * A stand-in for Netlify on a free port: the part of its API that netlify-cli and a digest deploy use (as captured from
 * netlify-cli 27.10.2 and as in @netlify/open-api), and the sites themselves, by Host. It can be told to fail.
 *
 * A deploy goes through: new -> preparing -> prepared -> uploading -> processing -> ready, or error. While it is preparing it says to lack nothing.
 */
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveSite } from './serve.ts'
import { neverHangsUp } from '../own-connection.ts'

export interface StandInSite {
  readonly id: string
  name: string
  custom_domain: string | null
  domain_aliases: string[]
  processing_settings: unknown
  published: string | null
}

export interface StandInDeploy {
  readonly id: string
  readonly site: string
  readonly title: string
  readonly draft: boolean
  state: 'new' | 'preparing' | 'prepared' | 'uploading' | 'processing' | 'ready' | 'error' | 'rejected'
  error: string | null
  isCancelled: boolean
  isLocked: boolean
  /** sha1 by path. */
  files: Record<string, string>
}

/** What goes wrong with the next request that fits. */
export interface Fault {
  /** `POST /sites/…/deploys` and the like, without `/api/v1`. */
  readonly on: RegExp
  /** A status; `lost` does the work but hangs up without an answer; `unheard` hangs up first. */
  readonly answer: number | 'lost' | 'unheard'
  readonly times?: number
  /** Of the answer with that status. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface StandInLimits {
  /** Deploys and new sites in any minute. */
  readonly perMinute?: number
  /** How long a deploy is processed, in milliseconds. */
  readonly processingMs?: number
  /** Every deploy ends with this error. */
  readonly endsIn?: string | null
}

const TOKEN = 'netlify-token-of-the-tests'

export async function startNetlify({
  perMinute = 1_000,
  processingMs = 0,
  endsIn = null,
}: StandInLimits = {}) {
  const sites = new Map<string, StandInSite>()
  const deploys = new Map<string, StandInDeploy>()
  const blobs = new Map<string, Buffer>()
  const calls: string[] = []
  const faults: (Fault & { times: number })[] = []
  const created: number[] = []
  const limits = { perMinute, processingMs, endsIn }
  const timers = new Set<NodeJS.Timeout>()
  let held: (() => void)[] | null = null

  const server = createServer(neverHangsUp, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('[netlify stand-in]', error)
      response.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray())
    const url = new URL(request.url ?? '/', address)
    if (!url.pathname.startsWith('/api/v1/'))
      return serveSite(shownOn(request.headers.host), request, response)
    const path = url.pathname.slice('/api/v1'.length)
    const call = `${request.method} ${path}`
    calls.push(call)
    const fault = faults.find(({ on, times }) => times > 0 && on.test(call))
    if (fault) fault.times -= 1
    if (fault?.answer === 'unheard') return void request.socket.destroy()
    if (typeof fault?.answer === 'number')
      return tell(response, fault.answer, { message: 'told to fail' }, fault.headers)
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return tell(response, 401, { code: 401, message: 'Access Denied' })
    const { status, data, headers } = answer(request.method ?? '', path, url.searchParams, body)
    if (fault?.answer === 'lost') return void request.socket.destroy()
    tell(response, status, data, headers)
  }

  interface Told {
    readonly status: number
    readonly data: unknown
    readonly headers?: Record<string, string>
  }

  function answer(method: string, path: string, query: URLSearchParams, body: Buffer): Told {
    const parts = path.split('/').slice(1)
    const json = () => (body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {})
    const ok = (data: unknown): Told => ({ status: 200, data })
    const [kind, id, what, which, rest] = parts

    if (kind === 'accounts' && method === 'GET')
      return ok(
        parts.length > 1 ? [] : [{ id: 'account1', slug: 'wijkpers', name: 'Wijkpers', default: true }],
      )
    if (kind === 'user') return ok({ id: 'user1', email: 'beheer@wijkpers.test', full_name: 'Beheer' })
    // `/sites`, or `/{account}/sites`.
    if ((kind === 'sites' && parts.length === 1) || (id === 'sites' && parts.length === 2)) {
      if (method === 'POST') return createSite(json())
      return ok(
        pageOf(
          [...sites.values()].filter(({ name }) => name.includes(query.get('name') ?? '')).map(siteData),
          query,
        ),
      )
    }
    if (kind === 'sites') {
      const site = sites.get(id!)
      if (!site) return notFound
      if (parts.length === 2) {
        if (method === 'GET') return ok(siteData(site))
        if (method === 'PATCH') return updateSite(site, json())
        if (method === 'DELETE') {
          sites.delete(site.id)
          return { status: 204, data: null }
        }
      }
      if (what === 'files' && method === 'GET') {
        const shown = deploys.get(site.published ?? '')
        return ok(
          Object.entries(shown?.files ?? {}).map(([file, sha]) => ({
            id: `/${file}`,
            path: `/${file}`,
            sha,
            size: blobs.get(sha)?.length ?? 0,
          })),
        )
      }
      if (what === 'deploys' && parts.length === 3) {
        if (method === 'POST') return createDeploy(site, query.get('title') ?? '', json())
        const own = [...deploys.values()].filter(({ site: of }) => of === site.id).toReversed()
        return ok(pageOf(own.map(deployData), query))
      }
      if (what === 'deploys') {
        const deploy = deploys.get(which!)
        if (!deploy || deploy.site !== site.id) return notFound
        if (method === 'GET') return ok(deployData(deploy))
        if (method === 'PUT') return takeFiles(deploy, json())
        if (method === 'POST' && rest === 'restore') {
          site.published = deploy.id
          return ok(deployData(deploy))
        }
      }
    }
    if (kind === 'deploys') {
      const deploy = deploys.get(id!)
      if (!deploy) return notFound
      if (method === 'GET' && parts.length === 2) return ok(deployData(deploy))
      if (method === 'PUT' && what === 'files') {
        const file = decodeURIComponent(parts.slice(3).join('/'))
        return takeFile(deploy, file, body)
      }
      if (method === 'POST' && what === 'cancel') {
        if (deploy.state !== 'ready')
          Object.assign(deploy, { state: 'error', error: 'Canceled', isCancelled: true })
        return ok(deployData(deploy))
      }
    }
    return notFound
  }

  function createSite(data: Record<string, unknown>): Told {
    const refused = overLimit()
    if (refused) return refused
    const name = typeof data['name'] === 'string' ? data['name'] : `site-${randomBytes(4).toString('hex')}`
    if (!/^[a-z0-9-]{1,63}$/.test(name)) return unprocessable('name', 'is invalid')
    if ([...sites.values()].some((site) => site.name === name))
      return unprocessable('subdomain', 'must be unique')
    const site: StandInSite = {
      id: randomBytes(12).toString('hex'),
      name,
      custom_domain: null,
      domain_aliases: [],
      processing_settings: data['processing_settings'] ?? null,
      published: null,
    }
    sites.set(site.id, site)
    const told = updateSite(site, data)
    if (told.status !== 200) sites.delete(site.id)
    return told.status === 200 ? { ...told, status: 201 } : told
  }

  function updateSite(site: StandInSite, data: Record<string, unknown>): Told {
    const others = [...sites.values()].filter((each) => each !== site)
    const domain = data['custom_domain']
    const aliases = data['domain_aliases'] as string[] | undefined
    const isTaken = (host: string) =>
      others.some((each) => each.custom_domain === host || each.domain_aliases.includes(host))
    if (typeof domain === 'string' && isTaken(domain)) return unprocessable('custom_domain', 'must be unique')
    if (aliases?.some(isTaken)) return unprocessable('domain_aliases', 'must be unique')
    if (typeof data['name'] === 'string') {
      if (others.some((each) => each.name === data['name']))
        return unprocessable('subdomain', 'must be unique')
      site.name = data['name']
    }
    if (domain === null || typeof domain === 'string') site.custom_domain = domain || null
    if (aliases) site.domain_aliases = aliases
    return { status: 200, data: siteData(site) }
  }

  function createDeploy(site: StandInSite, title: string, data: Record<string, unknown>): Told {
    const refused = overLimit()
    if (refused) return refused
    const deploy: StandInDeploy = {
      id: randomBytes(12).toString('hex'),
      site: site.id,
      title,
      draft: data['draft'] === true,
      state: 'new',
      error: null,
      isCancelled: false,
      isLocked: false,
      files: {},
    }
    deploys.set(deploy.id, deploy)
    return data['files'] ? takeFiles(deploy, data) : { status: 200, data: deployData(deploy) }
  }

  function takeFiles(deploy: StandInDeploy, data: Record<string, unknown>): Told {
    if (deploy.isCancelled) return { status: 422, data: { message: 'the deploy was cancelled' } }
    deploy.files = Object.fromEntries(
      Object.entries((data['files'] ?? {}) as Record<string, string>).map(([path, sha]) => [
        path.replace(/^\//, ''),
        sha,
      ]),
    )
    if (data['async'] === true) {
      deploy.state = 'preparing'
      later(() => prepared(deploy))
    } else prepared(deploy)
    return { status: 200, data: deployData(deploy) }
  }

  function prepared(deploy: StandInDeploy): void {
    if (deploy.isCancelled) return
    deploy.state = requiredOf(deploy).length > 0 ? 'prepared' : 'processing'
    if (deploy.state === 'processing') process(deploy)
  }

  function takeFile(deploy: StandInDeploy, path: string, body: Buffer): Told {
    const sha = createHash('sha1').update(body).digest('hex')
    if (deploy.isCancelled) return { status: 422, data: { message: 'the deploy was cancelled' } }
    if (deploy.files[path] !== sha) return { status: 422, data: { message: `${path} has another digest` } }
    blobs.set(sha, body)
    deploy.state = 'uploading'
    if (requiredOf(deploy).length === 0) {
      deploy.state = 'processing'
      process(deploy)
    }
    return { status: 200, data: { id: `/${path}`, path: `/${path}`, sha, size: body.length } }
  }

  function process(deploy: StandInDeploy): void {
    later(() => {
      if (deploy.isCancelled) return
      if (limits.endsIn) return void Object.assign(deploy, { state: 'error', error: limits.endsIn })
      deploy.state = 'ready'
      const site = sites.get(deploy.site)
      const isLocked = deploys.get(site?.published ?? '')?.isLocked ?? false
      if (site && !deploy.draft && !isLocked) site.published = deploy.id
    })
  }

  function later(work: () => void): void {
    if (held) return void held.push(work)
    if (limits.processingMs === 0) return work()
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, limits.processingMs)
    timers.add(timer)
  }

  function overLimit(): Told | null {
    const now = Date.now()
    const recent = created.filter((at) => at > now - 60_000)
    if (recent.length < limits.perMinute) {
      created.push(now)
      return null
    }
    const reset = String(Math.ceil((recent[0]! + 60_000) / 1000))
    return {
      status: 429,
      data: { code: 429, message: 'API rate limit exceeded' },
      headers: { 'x-ratelimit-reset': reset },
    }
  }

  const requiredOf = ({ files }: StandInDeploy) =>
    [...new Set(Object.values(files))].filter((sha) => !blobs.has(sha))

  const addressOf = (site: StandInSite) => `http://${site.name}.localhost:${port}`
  function siteData(site: StandInSite) {
    const shown = deploys.get(site.published ?? '')
    const url = site.custom_domain ? `http://${site.custom_domain}` : addressOf(site)
    return {
      id: site.id,
      site_id: site.id,
      name: site.name,
      custom_domain: site.custom_domain,
      domain_aliases: site.domain_aliases,
      default_domain: `${site.name}.localhost:${port}`,
      url,
      ssl_url: url,
      admin_url: `${address}/admin/${site.name}`,
      account_slug: 'wijkpers',
      account_id: 'account1',
      published_deploy: shown ? deployData(shown) : null,
      processing_settings: site.processing_settings,
      build_settings: {},
      feature_flags: {},
      capabilities: {},
    }
  }

  function deployData(deploy: StandInDeploy) {
    const site = sites.get(deploy.site)!
    const permalink = `http://${deploy.id}--${site.name}.localhost:${port}`
    return {
      id: deploy.id,
      site_id: deploy.site,
      name: site.name,
      title: deploy.title,
      state: deploy.state,
      draft: deploy.draft,
      locked: deploy.isLocked,
      error_message: deploy.error,
      required: deploy.state === 'preparing' ? [] : requiredOf(deploy),
      required_functions: [],
      url: addressOf(site),
      ssl_url: addressOf(site),
      deploy_url: permalink,
      deploy_ssl_url: permalink,
      admin_url: `${address}/admin/${site.name}`,
    }
  }

  function shownOn(host = '') {
    const [name = ''] = host.split(':')
    const site = [...sites.values()].find(
      (each) =>
        each.custom_domain === name ||
        each.domain_aliases.includes(name) ||
        `${each.name}.localhost` === name,
    )
    const permalink = /^([0-9a-f]{24})--/.exec(name)?.[1]
    const deploy = deploys.get(permalink ?? site?.published ?? '')
    return deploy ? { body: (path: string) => blobs.get(deploy.files[path] ?? '') ?? null } : null
  }

  return {
    apiUrl: `${address}/api/v1`,
    port,
    token: TOKEN,
    sites,
    deploys,
    calls,
    limits,
    fail: (fault: Fault) => void faults.push({ times: 1, ...fault }),
    /** Nothing fails any more. */
    heal: () => void faults.splice(0),
    /** Loses what it stored, as Netlify does with deploys that it deletes after a while. */
    forgetBytes: () => blobs.clear(),
    /** Prepares and processes nothing from now on, until it is told to go on. */
    hold: () => void (held = []),
    goOn() {
      const works = held ?? []
      held = null
      for (const work of works) work()
    },
    /** How often this was called since the last `calls.length = 0`. */
    count: (pattern: RegExp) => calls.filter((call) => pattern.test(call)).length,
    async close() {
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The most that a list gives at once. */
const PAGE = 20

const notFound = { status: 404, data: { code: 404, message: 'Not Found' } } as const
const unprocessable = (field: string, reason: string) =>
  ({ status: 422, data: { errors: { [field]: [reason] } } }) as const

function pageOf<T>(items: readonly T[], query: URLSearchParams): T[] {
  // Fewer than is asked for, as servers do.
  const size = Math.min(PAGE, Number(query.get('per_page') ?? PAGE))
  const page = Number(query.get('page') ?? 1)
  return items.slice((page - 1) * size, page * size)
}

function tell(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(data === null ? undefined : JSON.stringify(data))
}
