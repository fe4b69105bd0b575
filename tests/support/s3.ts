/**
 * A real server that speaks S3 (s3rver, which knows its keys but checks no V4 signatures) with a bucket, behind a door on a free port that
 * judges the signature of every call, sees it, and can be shut.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
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

  const door = createServer((incoming, response) => {
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
      // With the Host that was signed.
      const passed = request(
        { host: '127.0.0.1', port: behind.port, method, path: url, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        },
      )
      passed.on('error', () => response.destroy())
      return passed.end(body)
    })
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const { port } = door.address() as AddressInfo

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
