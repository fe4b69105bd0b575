import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Cdn, CorruptIndexError, securityHeaders, type WatchingReader } from '@wijkpers/releases'
import { type Answer, answerTo, comeBack } from './answer.ts'
import { createBodies } from './bodies.ts'
import { connectionsOf } from './connections.ts'
import { keepAnswers } from './kept-answers.ts'
import { faultPage } from './pages.ts'
import type { PreviewOptions } from './preview.ts'
import { createSender } from './send.ts'
import type { SitesAddress } from './sites-address.ts'

/** How long and how much a client may ask of us. */
export interface Limits {
  /** To send all lines of a request. */
  readonly headersMs: number
  /** To send a whole request. */
  readonly requestMs: number
  /** Without a byte in either direction, while an answer is on its way. */
  readonly silenceMs: number
  /** Between two requests: longer than the minute that proxies in front of us keep a connection. */
  readonly idleMs: number
  /** To finish what is on its way when the server stops. */
  readonly stopMs: number
  /** How often the first two are looked at. */
  readonly lookMs: number
  /** First line and headers of a request. */
  readonly headerBytes: number
  /** Memory for files that are asked for often. */
  readonly heldBytes: number
}

export const LIMITS: Limits = {
  headersMs: 10_000,
  requestMs: 15_000,
  silenceMs: 30_000,
  idleMs: 65_000,
  stopMs: 5_000,
  lookMs: 2_000,
  headerBytes: 16 * 1024,
  heldBytes: 128 * 1024 * 1024,
}

export interface FileServerOptions {
  readonly reader: WatchingReader
  readonly sites: SitesAddress
  /** What stands in front of us; none when left out. */
  readonly cdn?: Cdn
  /** Drafts that can be seen by a signed link; none when left out. */
  readonly previews?: PreviewOptions | null
  /** Told of faults of ours, never of requests: who reads what is nobody's business. */
  readonly onFault: (error: unknown) => void
  readonly limits?: Limits
}

export interface FileServer {
  readonly server: Server
  /** Takes no more requests, finishes those that run, and resolves when all connections are closed. */
  readonly stop: () => Promise<void>
}

/** Answers every site of a store; `server` still has to listen. */
export function createFileServer({
  reader,
  sites,
  cdn = 'none',
  previews = null,
  onFault,
  limits = LIMITS,
}: FileServerOptions): FileServer {
  const bodies = createBodies(reader.objectPath, limits.heldBytes)
  const { isHttps } = sites
  const security = {
    page: securityHeaders({ isHttps, isFramed: false }),
    framed: securityHeaders({ isHttps, isFramed: true }),
  }
  const answers = keepAnswers(reader, (question) => answerTo(question, reader, sites, previews))
  const send = createSender({ bodies, objectPath: reader.objectPath, securityHeaders: security, cdn })

  // Answered together once all that had arrived are read: one look at the store, after each of them came in, serves them all.
  let arrived: [IncomingMessage, ServerResponse][] = []

  function take(request: IncomingMessage, response: ServerResponse): void {
    if (arrived.length === 0) setImmediate(handleArrived)
    arrived.push([request, response])
  }

  function handleArrived(): void {
    const all = arrived
    arrived = []
    answers.look()
    for (const [request, response] of all) handle(request, response)
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    // A body that nobody will read must not keep the connection in use.
    const isLast = connections.isStopping || hasBody(request)
    let answer: Answer | null = null
    const failed = (fault: unknown): void => {
      if (isClientGone(fault)) return
      onFault(fault)
      if (response.headersSent) response.destroy()
      else void send(faultAnswer(fault, answer), request, response, isLast)?.catch(onFault)
    }
    try {
      answer = answers.answerTo(questionOf(request))
      void send(answer, request, response, isLast)?.catch(failed)
    } catch (fault) {
      failed(fault)
    }
  }

  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.lookMs,
      maxHeaderSize: limits.headerBytes,
    },
    take,
  )
  server.setTimeout(limits.silenceMs)
  server.maxHeadersCount = 100
  server.on('clientError', refuse)

  const connections = connectionsOf(server)

  return { server, stop: () => connections.stop(limits.stopMs) }
}

function questionOf({ method = '', url = '', rawHeaders, headers }: IncomingMessage) {
  const hosts: string[] = []
  for (let n = 0; n < rawHeaders.length; n += 2) {
    if (rawHeaders[n]!.length === 4 && rawHeaders[n]!.toLowerCase() === 'host') hosts.push(rawHeaders[n + 1]!)
  }
  return { method, target: url, hosts, cookie: headers.cookie ?? '' }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function faultAnswer(error: unknown, failed: Answer | null): Answer {
  const release = failed?.release ?? null
  if (error instanceof CorruptIndexError) return comeBack(release)
  return { status: 500, release, content: faultPage, cacheControl: 'no-store' }
}

function isClientGone(error: unknown): boolean {
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(
    (error as { code?: string }).code ?? '',
  )
}

/** What is no HTTP, or takes too long or too much, gets one line and no second chance. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
