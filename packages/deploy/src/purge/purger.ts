/**
 * Telling a CDN to forget what it keeps of pages that changed.
 *
 * item    one thing to forget: a tag that answers carry, or the address of a page
 * batch   items of several publishes that go in one call: while one is on its way, those that come are gathered
 */
import { TargetRefusedError, TargetUnavailableError, TargetWaitsError } from '@wijkpers/publishing'

/** Pages are told by the tags of our own file server, or by their addresses where a plain bucket answers. */
export type PurgeBy = 'tags' | 'urls'

export interface Purger {
  readonly name: string
  readonly by: PurgeBy
  /** Resolves when the CDN has forgotten; tells meanwhile what it has, call by call. Throws TargetWaitsError, TargetRefusedError and TargetUnavailableError. */
  purge(items: readonly string[], onForgotten?: OnForgotten): Promise<void>
}

type OnForgotten = (items: readonly string[]) => Promise<void>

/** How one CDN is told. */
export interface PurgeCalls {
  readonly name: string
  readonly by: PurgeBy
  /** Most items in one call: a limit of the CDN. */
  readonly most: number
  readonly send: (items: readonly string[]) => Promise<void>
}

export function createPurger({ name, by, most, send }: PurgeCalls): Purger {
  let gathered: { items: Set<string>; told: OnForgotten[]; sent: Promise<void> } | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function sendAll(items: readonly string[], told: readonly OnForgotten[]): Promise<void> {
    for (let from = 0; from < items.length; from += most) {
      const some = items.slice(from, from + most)
      await send(some)
      for (const onForgotten of told) await onForgotten(some)
    }
  }

  return {
    name,
    by,
    purge(items, onForgotten) {
      if (items.length === 0) return Promise.resolve()
      if (!gathered) {
        const batch = new Set<string>()
        const told: OnForgotten[] = []
        const sent = last
          .catch(() => undefined)
          .then(() => {
            gathered = null
            return sendAll([...batch], told)
          })
        gathered = { items: batch, told, sent }
        last = sent
      }
      for (const item of items) gathered.items.add(item)
      if (onForgotten) gathered.told.push(onForgotten)
      return gathered.sent
    },
  }
}

/** Calls at the same time, where a CDN takes one item in each: then these are what is sent at once. */
export const LANES = 8

export interface PurgeRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Longest wait for one answer of a CDN, in milliseconds. */
const TIMEOUT_MS = 15_000

/** One call to the API of a CDN; its answer as JSON, if it is that. */
export async function callCdn(name: string, { method, url, headers, body }: PurgeRequest): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: Error) => {
    throw new TargetUnavailableError(name, `${method} ${url}: ${cause.message}`, { cause })
  })
  const text = await response.text()
  if (response.ok) return text === '' ? null : parsed(text)
  const said = `${method} ${url} answered ${response.status} ${text.slice(0, 300)}`
  if (response.status === 429)
    throw new TargetWaitsError(name, new Date(Date.now() + waitOf(response.headers)))
  if (response.status === 401 || response.status === 403)
    throw new TargetRefusedError(name, 'credentials', said)
  throw new TargetUnavailableError(name, said)
}

/** Without an answer to when, a few seconds: every one of these CDNs fills its bucket steadily. */
function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after'))
  return seconds > 0 ? seconds * 1000 : 12_000
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
