/** One bucket of whatever speaks S3: put, get, list and remove, and nothing that only some of them know. */
import { AwsClient } from 'aws4fetch'
import { TargetRefusedError, TargetUnavailableError } from '@wijkpers/publishing'
import { msToSend } from '../ms-to-send.ts'

/** Who speaks, in messages. */
export const S3 = 's3'

export interface BucketOptions {
  /** Address of the bucket, such as `https://s3.eu-central-1.amazonaws.com/wijken` or `https://wijken.voorbeeld.nl`. */
  readonly url: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number
}

export interface PutOptions {
  readonly contentType: string
  readonly cacheControl: string
  /** Path on the same site, with a slash in front, to which a bucket that is set up as a website leads from this object. */
  readonly leadsTo?: string | undefined
}

export type Bucket = ReturnType<typeof createBucket>

const LEADS_TO = 'x-amz-website-redirect-location'

export function createBucket({ url, region, accessKeyId, secretAccessKey, timeoutMs }: BucketOptions) {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const root = url.replace(/\/$/, '')
  // Until it says that it does not.
  let knowsRedirects = true

  async function ask(
    method: string,
    path: string,
    init: { body?: Uint8Array; headers?: Record<string, string> } = {},
  ) {
    const { body, headers = {} } = init
    const response = await client
      .fetch(`${root}${path}`, {
        method,
        headers,
        ...(body && { body: new Uint8Array(body) }),
        signal: AbortSignal.timeout(timeoutMs + (body ? msToSend(body) : 0)),
      })
      .catch((cause: Error) => {
        throw new TargetUnavailableError(S3, `${method} ${path}: ${cause.message}`, { cause })
      })
    const isAnswer =
      response.ok || response.status === 404 || (LEADS_TO in headers && response.status === 501)
    if (isAnswer) return response
    const said = `${method} ${path} answered ${response.status} ${(await response.text()).slice(0, 300)}`
    if (response.status === 401 || response.status === 403)
      throw new TargetRefusedError(S3, 'credentials', said)
    throw new TargetUnavailableError(S3, said)
  }

  async function put(
    key: string,
    body: Uint8Array,
    { contentType, cacheControl, leadsTo }: PutOptions,
  ): Promise<void> {
    const headers = { 'content-type': contentType, 'cache-control': cacheControl }
    const send = async (also: Record<string, string>) => {
      const answer = await ask('PUT', pathOf(key), { body, headers: { ...headers, ...also } })
      await answer.arrayBuffer()
      return answer
    }
    let response = await send(leadsTo && knowsRedirects ? { [LEADS_TO]: leadsTo } : {})
    if (response.status === 501) {
      knowsRedirects = false
      response = await send({})
    }
    // A bucket that is not there answers 404 to a put as well.
    if (!response.ok) throw new TargetRefusedError(S3, 'address', `there is no bucket at ${root}`)
  }

  /** Null when there is no such object. */
  async function get(key: string): Promise<Buffer | null> {
    const response = await ask('GET', pathOf(key))
    const body = Buffer.from(await response.arrayBuffer())
    return response.ok ? body : null
  }

  return {
    put,
    get,
    /** What is kept for ourselves, as JSON; null when there is no such object. */
    async getJson<T>(key: string): Promise<T | null> {
      const kept = await get(key)
      return kept && (JSON.parse(kept.toString()) as T)
    },
    putJson: (key: string, value: unknown): Promise<void> =>
      put(key, Buffer.from(JSON.stringify(value)), {
        contentType: 'application/json',
        cacheControl: 'no-store',
      }),
    /** Removing what is not there is fine. */
    async remove(key: string): Promise<void> {
      await (await ask('DELETE', pathOf(key))).arrayBuffer()
    },
  }
}

/** Every character that S3 signs differently from how a browser writes it is encoded here, so that both agree. */
function pathOf(key: string): string {
  return `/${key
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replaceAll(
        /[!'()*]/g,
        (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/')}`
}
