/** The publisher's own address, for the CMS and operators on this machine: hints, status, metrics. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { WijkId } from '@wijkpers/content'
import { CmsUnavailableError } from '@wijkpers/content/strapi'
import type { Dispatcher } from '@wijkpers/publishing'
import { CorruptIndexError } from '@wijkpers/releases'
import { type Acts, MAX_ACT_BYTES } from './acts.ts'
import type { Health } from '../watch/health.ts'
import { judgeHint, MAX_HINT_BYTES } from './hints.ts'
import { MAX_PREVIEW_BYTES, type PreviewAnswer } from '../previews.ts'
import type { Deliveries } from '../targets/deliveries.ts'
import { countedByHour, historyOf } from '../receipts/history.ts'
import type { Metrics } from '../watch/metrics.ts'
import type { ReceiptBook } from '../receipts/receipts.ts'
import { SIGNATURE_WINDOW_S, type SignedRequest, signatureFault } from './signature.ts'
import type { SiteFormats } from '../site-formats/site-formats.ts'
import type { VerifiedBook } from '../quiet-hours/verified.ts'
import type { Wijken } from '../wijken.ts'

export interface ServerOptions {
  readonly hintSecret: string
  /** A hint that was judged to be one. */
  readonly onHint: (wijk: WijkId) => void
  /** Somebody works in this wijk. */
  readonly onSoon: (wijk: WijkId) => void
  readonly dispatcher: Dispatcher
  readonly wijken: Wijken
  readonly receipts: ReceiptBook
  readonly verified: VerifiedBook
  readonly deliveries: Deliveries
  readonly acts: Acts
  readonly preview: (body: string) => Promise<PreviewAnswer>
  readonly formats: Pick<SiteFormats, 'progress'>
  readonly health: Pick<Health, 'problems' | 'isStuck' | 'met'>
  readonly metrics: Metrics
  /** The machine's clock: signatures are judged by it, also when pages are made for another moment. */
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

const WIJK_PARTS = new Set(['receipts', 'elsewhere'])

/** The newest of a busy day, one by one; `/history/hours` counts them all. */
const MOST_PUBLISHES = 1_000

export function createPublisherServer(options: ServerOptions): Server {
  const {
    dispatcher,
    wijken,
    receipts,
    verified,
    deliveries,
    acts,
    preview,
    formats,
    health,
    metrics,
    hintSecret,
    onHint,
    onSoon,
    now,
    onError,
  } = options
  const taken = new Map<string, number>()

  /** What names a wijk and says no more. Answers with which status. */
  async function takeWijk(
    request: IncomingMessage,
    response: ServerResponse,
    take: (wijk: WijkId) => void,
  ): Promise<number> {
    const body = await bodyOf(request, response, MAX_HINT_BYTES, 'a hint')
    if (body === null) return 413
    const verdict = judgeHint(signedBy(request, body), hintSecret, now())
    if (verdict.status === 202) take(verdict.wijk)
    const said = verdict.status === 202 ? { taken: verdict.wijk } : { error: verdict.reason }
    answer(response, verdict.status, said)
    return verdict.status
  }

  async function takeHint(request: IncomingMessage, response: ServerResponse): Promise<void> {
    metrics.hintCame(await takeWijk(request, response, onHint))
  }

  async function takeSoon(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await takeWijk(request, response, onSoon)
  }

  async function takeAct(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request, response, MAX_ACT_BYTES, 'an act')
    if (body === null) return
    const signed = signedBy(request, body)
    const fault = signatureFault(signed, hintSecret, now())
    if (fault) return answer(response, 401, { error: fault })
    // Unlike a hint, an act that comes again later would undo what was done since.
    if (taken.has(signed.signature!)) return answer(response, 409, { error: 'this act was taken before' })
    for (const [signature, at] of taken)
      if (at < now().getTime() - 2 * SIGNATURE_WINDOW_S * 1000) taken.delete(signature)
    taken.set(signed.signature!, now().getTime())
    const done = await acts(body)
    return answer(response, done.status, done.body)
  }

  async function takePreview(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request, response, MAX_PREVIEW_BYTES, 'the order of a preview')
    if (body === null) return
    const fault = signatureFault(signedBy(request, body), hintSecret, now())
    if (fault) return answer(response, 401, { error: fault })
    const made = await preview(body)
    return answer(response, made.status, made.body)
  }

  async function show(path: string, response: ServerResponse): Promise<void> {
    const [, section, slug, part, ...rest] = path.replace(/\/$/, '').split('/')
    if (path === '/health/live')
      return answer(response, health.isStuck() ? 503 : 200, { ok: !health.isStuck() })
    if (path === '/health') {
      const problems = health.problems()
      return answer(response, problems.length > 0 ? 503 : 200, { ok: problems.length === 0, problems })
    }
    if (rest.length === 0 && section === 'metrics' && !slug) {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text())
      return
    }
    if (path === '/history' || path === '/history/hours') {
      const ended = await historyOf(await wijken.newest(), receipts, now())
      const isCounted = path === '/history/hours'
      return answer(response, 200, isCounted ? countedByHour(ended, now()) : ended.slice(0, MOST_PUBLISHES))
    }
    if (rest.length === 0 && section === 'format' && !slug)
      return answer(response, 200, await formats.progress())
    if (path === '/targets') return answer(response, 200, deliveries.lanes())
    if (path === '/targets/reached') return answer(response, 200, await deliveries.reached())
    if (section === 'wijken' && rest.length === 0 && (!part || WIJK_PARTS.has(part))) {
      const sources = { dispatcher, receipts, verified, deliveries }
      const all = await wijken.newest()
      // What is known of a CMS that hangs is of before.
      response.setHeader('wijkpers-known-of', new Date(wijken.knownOf()!).toISOString())
      if (!slug) return answer(response, 200, await wijken.statusesOf(all, sources))
      const wijk = all.find((each) => each.slug === slug)
      if (!wijk) return answer(response, 404, { error: `no wijk with slug ${slug}` })
      if (part === 'receipts') return answer(response, 200, await receipts.of(wijk.id))
      if (part === 'elsewhere') return answer(response, 200, await deliveries.compare(wijk.id))
      const [status] = await wijken.statusesOf([wijk], sources)
      return answer(response, 200, status)
    }
    return answer(response, 404, {
      error:
        'known here: /hints, /soon, /acts, /previews, /health, /health/live, /format, /history, /history/hours, /wijken, /wijken/<slug>, /wijken/<slug>/receipts, /wijken/<slug>/elsewhere, /targets, /targets/reached, /metrics',
    })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0]!
    const take = { '/hints': takeHint, '/soon': takeSoon, '/acts': takeAct, '/previews': takePreview }[path]
    if (take && request.method === 'POST') return take(request, response)
    if (!take && (request.method === 'GET' || request.method === 'HEAD')) return show(path, response)
    response.setHeader('allow', take ? 'POST' : 'GET, HEAD')
    return answer(response, 405, { error: `${request.method} is not known at ${path}` })
  }

  return createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      health.met(error)
      // That the CMS is away is logged by the look that it did not answer.
      if (!(error instanceof CmsUnavailableError)) onError(error)
      if (response.headersSent) response.destroy()
      else answer(response, ...toldOf(error))
    })
  })
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

/** What is not our fault is told, with what to do; what is stands in the log. */
function toldOf(error: unknown): [status: number, body: { error: string; problem?: string }] {
  if (error instanceof CmsUnavailableError) return [503, { problem: 'cms-unreachable', error: error.message }]
  if (error instanceof CorruptIndexError) return [503, { problem: 'store-damaged', error: error.message }]
  return [500, { error: 'something went wrong here; the log says what' }]
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function signedBy(request: IncomingMessage, body: string): SignedRequest {
  return {
    timestamp: headerOf(request, 'wijkpers-timestamp'),
    signature: headerOf(request, 'wijkpers-signature'),
    body,
  }
}

/** What came; null when it was longer than `most` bytes, which has been answered then. */
async function bodyOf(
  request: IncomingMessage,
  response: ServerResponse,
  most: number,
  what: string,
): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) {
      response.setHeader('connection', 'close')
      answer(response, 413, { error: `${what} has at most ${most} bytes` })
      return null
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
