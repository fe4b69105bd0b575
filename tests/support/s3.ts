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
import S3rver from 's3rver'
import { neverHangsUp } from './own-connection.ts'
import { signatureFault } from './s3-signature.ts'

/** What s3rver takes; it has no others. */
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const
const BUCKET = 'wijken'

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
  const passOn = ({ method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse) =>
    new Promise<void>((resolve) => {
      const passed = request(
        { host: '127.0.0.1', port: behind.port, method, path: url, headers, agent: false },
        (answer) => {
          answer.on('close', resolve)
          // Who asked may be gone by now.
          if (response.destroyed) return void answer.destroy()
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          pipeline(answer, response, () => undefined)
        },
      )
      passed.on('error', () => {
        response.destroy()
        resolve()
      })
      passed.end(body)
    })

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
    async close() {
      door.closeAllConnections()
      door.close()
      await once(door, 'close')
      await s3rver.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const textsOf = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]))
