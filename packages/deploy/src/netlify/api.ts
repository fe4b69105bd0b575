/** The few calls of Netlify's API that a deploy needs, as https://open-api.netlify.com has them. */
import { TargetRefusedError, TargetUnavailableError, TargetWaitsError } from '@wijkpers/publishing'
import { msToSend } from '../ms-to-send.ts'

/** Who speaks, in messages. */
export const NETLIFY = 'netlify'

export interface NetlifySite {
  readonly id: string
  readonly name: string
  readonly custom_domain?: string | null
  /** More names on which it answers. */
  readonly domain_aliases?: readonly string[] | null
  readonly default_domain?: string
  readonly url?: string
  readonly ssl_url?: string
  readonly published_deploy?: NetlifyDeploy | null
}

export interface NetlifyDeploy {
  readonly id: string
  readonly title?: string | null
  /** One of `LIVING`, or the word for how it ended: `error`, `rejected` and more. */
  readonly state: string
  readonly error_message?: string | null
  readonly locked?: boolean | null
  /** sha1 of files that Netlify does not have; absent until it has compared. */
  readonly required?: readonly string[] | null
  readonly deploy_ssl_url?: string
}

/** The states of a deploy that is there to be shown, or on its way to that. */
const LIVING = new Set([
  'new',
  'pending_review',
  'accepted',
  'enqueued',
  'retrying',
  'building',
  'preparing',
  'prepared',
  'uploading',
  'uploaded',
  'processing',
  'ready',
])
export const isLiving = (state: string): boolean => LIVING.has(state)
/** Whether it may still become what is shown. */
export const isUnfinished = ({ state }: NetlifyDeploy): boolean => state !== 'ready' && isLiving(state)

export interface NetlifyFile {
  readonly path: string
  /** sha1, hex. */
  readonly sha: string
  readonly size?: number
}

/** Netlify answered that something is not there. */
export class NotOnNetlifyError extends Error {
  override readonly name = 'NotOnNetlifyError'
}

export interface NetlifyApiOptions {
  /** Such as `https://api.netlify.com/api/v1`. */
  readonly url: string
  readonly token: string
  /** Slug of the team whose sites they are; the token's own when null. */
  readonly team: string | null
  /** Told when Netlify itself says that it takes nothing before this moment (epoch milliseconds). */
  readonly onClosed: (until: number) => void
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number
  readonly now: () => number
}

export type NetlifyApi = ReturnType<typeof createNetlifyApi>

const PER_PAGE = 100

export function createNetlifyApi({ url, token, team, onClosed, timeoutMs, now }: NetlifyApiOptions) {
  /** Throws NotOnNetlifyError, TargetRefusedError, TargetUnavailableError and TargetWaitsError. */
  async function ask(method: string, path: string, body?: object | Uint8Array): Promise<unknown> {
    const isBytes = body instanceof Uint8Array
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': 'wijkpers',
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      // A copy, because fetch takes no bytes that somebody else could change.
      ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs + (isBytes ? msToSend(body) : 0)),
    }).catch((cause: unknown) => {
      throw new TargetUnavailableError(NETLIFY, `${method} ${path}: ${reasonOf(cause)}`, { cause })
    })
    const text = await response.text().catch((cause: unknown) => {
      throw new TargetUnavailableError(NETLIFY, `${method} ${path}: ${reasonOf(cause)}`, { cause })
    })
    if (response.ok) return read(text, `${method} ${path}`)
    const said = `${method} ${path} answered ${response.status} ${text.slice(0, 300)}`
    if (response.status === 429) throw closed(response.headers)
    if (response.status === 404) throw new NotOnNetlifyError(said)
    if (response.status === 401 || response.status === 403)
      throw new TargetRefusedError(NETLIFY, 'credentials', said)
    // Of a site only its name and its domain can be wrong.
    if (response.status === 422 && !path.includes('/deploys'))
      throw new TargetRefusedError(NETLIFY, 'address', said)
    if (response.status < 500 && response.status !== 408)
      throw new TargetRefusedError(NETLIFY, 'release', said)
    throw new TargetUnavailableError(NETLIFY, said)
  }

  /** Netlify takes nothing more for a while, said the headers of an answer. */
  function closed(headers: Headers): TargetWaitsError {
    const until = resetOf(headers, now())
    onClosed(until)
    return new TargetWaitsError(NETLIFY, new Date(until))
  }

  const sitesPath = team ? `/${encodeURIComponent(team)}/sites` : '/sites'
  return {
    closed,
    async sites(): Promise<NetlifySite[]> {
      const all = new Map<string, NetlifySite>()
      for (let page = 1; ; page++) {
        const some = (await ask('GET', `${sitesPath}?page=${page}&per_page=${PER_PAGE}`)) as NetlifySite[]
        const known = all.size
        for (const site of some) all.set(site.id, site)
        // How many come on a page is Netlify's to say; this also ends where pages are not known and the same ones come each time.
        if (all.size === known) return [...all.values()]
      }
    },
    /** Resolves when it answers us, with this token. */
    reach: async () => void (await ask('GET', `${sitesPath}?page=1&per_page=1`)),
    site: async (id: string) => (await ask('GET', `/sites/${id}`)) as NetlifySite,
    createSite: async (site: object) => (await ask('POST', sitesPath, site)) as NetlifySite,
    updateSite: async (id: string, site: object) => (await ask('PATCH', `/sites/${id}`, site)) as NetlifySite,
    files: async (id: string) => (await ask('GET', `/sites/${id}/files`)) as NetlifyFile[],
    /** The newest deploys of a site. */
    deploys: async (id: string) =>
      (await ask('GET', `/sites/${id}/deploys?page=1&per_page=${PER_PAGE}`)) as NetlifyDeploy[],
    deploy: async (site: string, id: string) =>
      (await ask('GET', `/sites/${site}/deploys/${id}`)) as NetlifyDeploy,
    createDeploy: async (site: string, title: string, deploy: object) =>
      (await ask(
        'POST',
        `/sites/${site}/deploys?title=${encodeURIComponent(title)}`,
        deploy,
      )) as NetlifyDeploy,
    giveFiles: async (site: string, id: string, deploy: object) =>
      (await ask('PUT', `/sites/${site}/deploys/${id}`, deploy)) as NetlifyDeploy,
    upload: (deploy: string, path: string, body: Uint8Array) =>
      ask('PUT', `/deploys/${deploy}/files/${path.split('/').map(encodeURIComponent).join('/')}`, body),
    /** Shows a deploy that is ready in the place of the one that is shown. */
    restore: (site: string, deploy: string) => ask('POST', `/sites/${site}/deploys/${deploy}/restore`),
    cancel: (deploy: string) => ask('POST', `/deploys/${deploy}/cancel`),
  }
}

/** Longest time that an answer can close the account, in milliseconds: what it says beyond that is a mistake. */
const LONGEST_CLOSED_MS = 24 * 60 * 60 * 1000

/** What a refusal for want of quota says of its end, in epoch milliseconds: Netlify's own word in seconds since 1970, or what HTTP has. */
function resetOf(headers: Headers, now: number): number {
  const after = headers.get('retry-after') ?? ''
  const candidates = [
    now + Number(after) * 1000,
    Date.parse(after),
    Number(headers.get('x-ratelimit-reset')) * 1000,
    // Its usual window.
    now + 60_000,
  ]
  return Math.min(
    candidates.find((at) => at > now)!,
    now + LONGEST_CLOSED_MS,
  )
}

function read(text: string, call: string): unknown {
  try {
    return text ? JSON.parse(text) : null
  } catch (cause) {
    throw new TargetUnavailableError(NETLIFY, `${call} answered no JSON: ${text.slice(0, 100)}`, { cause })
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause instanceof Error ? `${cause.message} (${cause.cause.message})` : cause.message
}
