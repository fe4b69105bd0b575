/**
 * Judges a request to S3 by its signature, version 4, as a server does: written from AWS's description of it
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), and not from the client that it judges.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export interface S3Request {
  readonly method: string
  /** As it stands in the request line: path, and query if any. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export interface S3Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** How far the clocks of both sides may differ, in milliseconds. */
const CLOCK_MS = 15 * 60_000
const UNSIGNED = 'UNSIGNED-PAYLOAD'
const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

/** The code of the fault that S3 would name; null when the signature is good. */
export function signatureFault(request: S3Request, keys: S3Keys, now: Date): string | null {
  const { headers, body } = request
  const [, keyId, day = '', region = '', names = '', given = ''] =
    authorization.exec(headers['authorization'] ?? '') ?? []
  if (keyId === undefined) return 'AccessDenied'
  if (keyId !== keys.accessKeyId) return 'InvalidAccessKeyId'
  const date = headers['x-amz-date'] ?? ''
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!date.startsWith(day) || !(Math.abs(now.getTime() - at) <= CLOCK_MS)) return 'RequestTimeTooSkewed'

  const signed = names.split(';')
  const must = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'))
  if (!must.every((name) => signed.includes(name))) return 'AccessDenied'
  const hash = headers['x-amz-content-sha256'] ?? ''
  if (hash !== UNSIGNED && hash !== sha256(body)) return 'XAmzContentSHA256Mismatch'

  const scope = `${day}/${region}/s3/aws4_request`
  const canonical = canonicalRequest(request, signed, hash)
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${keys.secretAccessKey}`,
  )
  const right = hmac(key, text)
  return timingSafeEqual(right, Buffer.from(given, 'hex')) ? null : 'SignatureDoesNotMatch'
}

function canonicalRequest(
  { method, target, headers }: S3Request,
  signed: readonly string[],
  hash: string,
): string {
  const [path = '', query = ''] = target.split('?', 2)
  const parameters = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.split('=', 2).map((text) => encoded(decodeURIComponent(text))))
    .map(([name, value = '']) => `${name}=${value}`)
  return [
    method,
    // S3, unlike other services, encodes a path once.
    path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    parameters.toSorted().join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    hash,
  ].join('\n')
}

/** All but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
