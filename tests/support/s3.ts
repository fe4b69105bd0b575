/**
 * A real server that speaks S3 (s3rver, which knows its keys but checks no V4 signatures) with a bucket, behind a door on a free port that
 * judges the signature of every call, sees it, and can be shut.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import S3rver from 's3rver'
import { neverHangsUp } from './own-connection.ts'
import { signatureFault } from './s3-signature.ts'

/** What s3rver takes; it has no others. */
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const
const BUCKET = 'wijken'

/** How it answers otherwise than s3rver does, as other servers do. */
export interface S3Manners {
  /** Most objects on one page of a list. */
  readonly mostListed?: number
  /** What a list says, of what s3rver says. */
  readonly list?: (xml: string) => string
  /** The ETag of an object, of its MD5. */
  readonly etag?: (md5: string) => string
  /** Sends the head of each answer to such a call (`GET key`), and nothing more. */
  readonly stalls?: RegExp
}

export async function startS3() {
  const folder = mkdtempSync(join(tmpdir(), 's3-'))
  const s3rver = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  const behind = await s3rver.run()
  const calls: string[] = []
  // How many calls still come through; then the door is shut.
  let open = Infinity
  let unknownHeader: string | null = null
  let manners: S3Manners = {}
  /** What is listed page by page, as it was when that began. */
  let inOrder: readonly ListedObject[] = []
  // One call after the other: S3 shows an object before or after a put, s3rver also what it has half written.
  let answerable = Promise.resolve()

  const door = createServer(neverHangsUp, (incoming, response) => {
    const { method = '', url = '', headers } = incoming
    calls.push(`${method} ${url.replace(`/${BUCKET}/`, '')}`)
    open -= 1
    if (open < 0) return void incoming.socket.destroy()
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const body = Buffer.concat(parts)
      if (incoming.headers[unknownHeader ?? ''] !== undefined)
        return response.writeHead(501).end('<Error><Code>NotImplemented</Code></Error>')
      const fault = signatureFault({ method, target: url, headers: textsOf(headers), body }, KEYS, new Date())
      if (fault) return response.writeHead(403).end(`<Error><Code>${fault}</Code></Error>`)
      answerable = answerable.then(() => passOn(incoming, body, response))
      return undefined
    })
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const { port } = door.address() as AddressInfo

  /** With the Host that was signed, on a connection of its own: s3rver may close one that is kept just when it is used again. */
  const passOn = async (incoming: IncomingMessage, body: Buffer, response: ServerResponse) => {
    const { method, url = '', headers } = incoming
    const page = url.includes('list-type=') ? await pageOf(new URL(url, 'http://s3.test').searchParams) : null
    if (page) return void response.writeHead(200, { 'content-type': 'application/xml' }).end(asTold(page))
    const { promise, resolve } = Promise.withResolvers<void>()
    const passed = request(
      { host: '127.0.0.1', port: behind.port, method, path: url, headers, agent: false },
      (answer) => {
        answer.on('close', resolve)
        // Who asked may be gone by now.
        if (response.destroyed) return void answer.destroy()
        const { 'content-length': length, etag, ...told } = answer.headers
        const isList = url.includes('list-type=')
        response.writeHead(answer.statusCode ?? 502, {
          ...told,
          ...(etag !== undefined && { etag: withEtags(etag) }),
          ...(length !== undefined && !isList && { 'content-length': length }),
        })
        if (manners.stalls?.test(`${method} ${url}`)) {
          response.flushHeaders()
          return void answer.destroy()
        }
        if (!isList) return void pipeline(answer, response, () => undefined)
        void text(answer).then((xml) => response.end(asTold(xml)))
      },
    )
    passed.on('error', () => {
      response.destroy()
      resolve()
    })
    passed.end(body)
    return promise
  }

  const withEtags = (told: string) => told.replaceAll(/[0-9a-f]{32}/g, manners.etag ?? ((md5) => md5))
  const asTold = (xml: string) => (manners.list ?? ((same) => same))(withEtags(xml))

  /**
   * A page of a list that does not fit on one, as AWS describes it; null for one that does. s3rver cannot: its word for how it goes on
   * needs a cipher that OpenSSL no longer has, and it does not have keys in their order.
   */
  async function pageOf(query: URLSearchParams): Promise<string | null> {
    const { mostListed = Number(query.get('max-keys')) } = manners
    const prefix = query.get('prefix') ?? ''
    const from = Number(query.get('continuation-token') ?? 0)
    if (from === 0) {
      const { objects } = await s3rver.store.listObjects(BUCKET, { prefix, maxKeys: Infinity })
      if (objects.length <= mostListed) return null
      inOrder = objects.toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
    }
    const rows = inOrder
      .slice(from, from + mostListed)
      .map(
        ({ key, size, metadata }) =>
          `<Contents><Key>${escaped(key)}</Key><ETag>${escaped(metadata.etag)}</ETag><Size>${size}</Size></Contents>`,
      )
    const next = from + mostListed
    const isCut = next < inOrder.length
    const on = isCut ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
    return `<?xml version="1.0"?><ListBucketResult>${on}<IsTruncated>${isCut}</IsTruncated>${rows.join('')}</ListBucketResult>`
  }

  return {
    bucketUrl: `http://127.0.0.1:${port}/${BUCKET}`,
    ...KEYS,
    /** Method and key of every call, in the order in which they came. */
    calls,
    /** Nothing comes through any more after this many calls. */
    shutAfter: (count: number) => void (open = count),
    reopen: () => void (open = Infinity),
    /** From now on it says of a put with this header that it does not know that, as some do. */
    knowNot: (header: string) => void (unknownHeader = header),
    /** From now on it answers so. */
    behave: (as: S3Manners) => void (manners = as),
    async close() {
      door.closeAllConnections()
      door.close()
      await once(door, 'close')
      await s3rver.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const escaped = (text: string) => text.replaceAll(/[&<>"'\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)

type ListedObject = Awaited<ReturnType<S3rver['store']['listObjects']>>['objects'][number]

const textsOf = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]))
