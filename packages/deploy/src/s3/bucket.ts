/** One bucket of whatever speaks S3: put, get, head, list and remove, and nothing that only some of them know. */
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

/** One object, as a list or its own head tells of it. */
export interface Listed {
  readonly key: string
  /** Of most servers the MD5 of the bytes, in lower case; of some (KMS, put in parts) another text, which changes when they do. */
  readonly etag: string
}

/** What an answer came with; the bytes of one without a body are none. */
interface Answer {
  readonly isOk: boolean
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
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
    const asked = async (): Promise<Answer> => {
      const response = await client.fetch(`${root}${path}`, {
        method,
        headers,
        ...(body && { body: new Uint8Array(body) }),
        signal: AbortSignal.timeout(timeoutMs + (body ? msToSend(body) : 0)),
      })
      const { ok: isOk, status } = response
      return { isOk, status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
    }
    const answer = await asked().catch((cause: Error) => {
      throw new TargetUnavailableError(S3, `${method} ${path}: ${cause.message}`, { cause })
    })
    const { isOk, status } = answer
    if (isOk || status === 404 || (LEADS_TO in headers && status === 501)) return answer
    const said = `${method} ${path} answered ${status} ${answer.body.toString().slice(0, 300)}`
    if (status === 401 || status === 403) throw new TargetRefusedError(S3, 'credentials', said)
    throw new TargetUnavailableError(S3, said)
  }

  async function put(
    key: string,
    body: Uint8Array,
    { contentType, cacheControl, leadsTo }: PutOptions,
  ): Promise<void> {
    const headers = { 'content-type': contentType, 'cache-control': cacheControl }
    const send = (also: Record<string, string>) =>
      ask('PUT', pathOf(key), { body, headers: { ...headers, ...also } })
    let answer = await send(leadsTo && knowsRedirects ? { [LEADS_TO]: leadsTo } : {})
    if (answer.status === 501) {
      knowsRedirects = false
      answer = await send({})
    }
    // A bucket that is not there answers 404 to a put as well.
    if (!answer.isOk) throw noBucket()
  }

  const noBucket = () => new TargetRefusedError(S3, 'address', `there is no bucket at ${root}`)

  /** Null when there is no such object. */
  async function get(key: string): Promise<Buffer | null> {
    const { isOk, body } = await ask('GET', pathOf(key))
    return isOk ? body : null
  }

  /** One page of what there is below a prefix, at most `most` objects, and how the next one is asked for; null when this is the last. */
  async function page(prefix: string, from: string | null, most = MOST_LISTED) {
    const query = {
      'list-type': '2',
      'max-keys': String(most),
      prefix,
      ...(from && { 'continuation-token': from }),
    }
    const { isOk, body } = await ask('GET', `/?${queryOf(query)}`)
    if (!isOk) throw noBucket()
    return listedIn(body.toString())
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
    remove: async (key: string): Promise<void> => void (await ask('DELETE', pathOf(key))),
    /** What an object says of itself, with its size in bytes; null when there is no such object. */
    /** Its size is null where the server does not say it. */
    async head(key: string): Promise<(Listed & { readonly size: number | null }) | null> {
      const { isOk, headers } = await ask('HEAD', pathOf(key))
      if (!isOk) return null
      const length = headers.get('content-length')
      return { key, etag: etagOf(headers.get('etag') ?? ''), size: length === null ? null : Number(length) }
    },
    /** Everything below a prefix. A list that is cut off is never taken for all there is. */
    async list(prefix: string): Promise<Listed[]> {
      const all: Listed[] = []
      for (let from: string | null = null; ;) {
        const { listed, next } = await page(prefix, from)
        all.push(...listed)
        if (next === null) return all
        if (next === from) throw new TargetUnavailableError(S3, `the list of ${prefix} does not go on`)
        from = next
      }
    },
    /** Resolves when it lets us in, and lets us list what is in it. */
    reach: async (prefix: string): Promise<void> => void (await page(prefix, null, 1)),
  }
}

/** The most that S3 tells at once. */
const MOST_LISTED = 1_000

/** The page of a list as XML says it: so little of it is asked that no parser is needed. */
function listedIn(xml: string): { readonly listed: Listed[]; readonly next: string | null } {
  if (!xml.includes('<ListBucketResult'))
    throw new TargetUnavailableError(S3, `answered no list: ${xml.slice(0, 100)}`)
  const listed = Array.from(xml.matchAll(/<Contents>(.*?)<\/Contents>/gs), ([, object = '']) => ({
    key: textIn(object, 'Key'),
    etag: etagOf(textIn(object, 'ETag')),
  }))
  if (textIn(xml, 'IsTruncated') !== 'true') return { listed, next: null }
  const next = textIn(xml, 'NextContinuationToken')
  if (!next) throw new TargetUnavailableError(S3, 'cuts its list off, and does not say how it goes on')
  return { listed, next }
}

function textIn(xml: string, tag: string): string {
  const text = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(xml)?.[1] ?? ''
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    return hex ? String.fromCodePoint(parseInt(hex as string, 16)) : (ENTITIES[name] ?? whole)
  })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const etagOf = (text: string) => text.replaceAll(/^W\/|"/g, '').toLowerCase()

function queryOf(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&')
}

/** Every character that S3 signs differently from how a browser writes it is encoded here, so that both agree. */
function pathOf(key: string): string {
  return `/${key.split('/').map(encoded).join('/')}`
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
