/** The publisher's own address, for the CMS and operators on this machine: hints, status, metrics. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Dispatcher } from '@wijkpers/publishing'
import { judgeHint, MAX_HINT_BYTES } from './hints.ts'
import type { Metrics } from './metrics.ts'
import type { ReceiptBook } from './receipts.ts'
import type { Wijken } from './wijken.ts'

export interface ServerOptions {
  readonly hintSecret: string
  readonly dispatcher: Dispatcher
  readonly wijken: Wijken
  readonly receipts: ReceiptBook
  readonly metrics: Metrics
  /** The machine's clock: signatures are judged by it, also when pages are made for another moment. */
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

export function createPublisherServer(options: ServerOptions): Server {
  const { dispatcher, wijken, receipts, metrics, hintSecret, now, onError } = options

  async function takeHint(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MAX_HINT_BYTES)
    if (body === null) {
      metrics.hintCame(413)
      response.setHeader('connection', 'close')
      return answer(response, 413, { error: `a hint has at most ${MAX_HINT_BYTES} bytes` })
    }
    const timestamp = headerOf(request, 'wijkpers-timestamp')
    const verdict = judgeHint(
      { timestamp, signature: headerOf(request, 'wijkpers-signature'), body },
      hintSecret,
      now(),
    )
    metrics.hintCame(verdict.status)
    if (verdict.status !== 202) return answer(response, verdict.status, { error: verdict.reason })
    receipts.received(verdict.wijk)
    dispatcher.hint(verdict.wijk, 'editor')
    return answer(response, 202, { taken: verdict.wijk })
  }

  async function show(path: string, response: ServerResponse): Promise<void> {
    const [, section, slug, part, ...rest] = path.replace(/\/$/, '').split('/')
    if (rest.length === 0 && section === 'health' && !slug) return answer(response, 200, { ok: true })
    if (rest.length === 0 && section === 'metrics' && !slug) {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text())
      return
    }
    if (section === 'wijken' && rest.length === 0 && (!part || part === 'receipts')) {
      const statuses = await wijken.statuses(dispatcher, receipts)
      if (!slug) return answer(response, 200, statuses)
      const status = statuses.find((wijk) => wijk.slug === slug)
      if (!status) return answer(response, 404, { error: `no wijk with slug ${slug}` })
      return answer(response, 200, part ? await receipts.of(status.id) : status)
    }
    return answer(response, 404, {
      error: 'known here: /hints, /health, /wijken, /wijken/<slug>, /wijken/<slug>/receipts, /metrics',
    })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0]!
    const isHint = path === '/hints'
    if (isHint && request.method === 'POST') return takeHint(request, response)
    if (!isHint && (request.method === 'GET' || request.method === 'HEAD')) return show(path, response)
    response.setHeader('allow', isHint ? 'POST' : 'GET, HEAD')
    return answer(response, 405, { error: `${request.method} is not known at ${path}` })
  }

  return createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      onError(error)
      if (response.headersSent) response.destroy()
      else answer(response, 500, { error: 'something went wrong here; the log says what' })
    })
  })
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
