import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type Cdn, cdnHeaders, type Header, isCompressible } from '@wijkpers/releases'
import type { Answer } from './answer.ts'
import { type Bodies, DamagedObjectError, MAX_HELD_BYTES } from './bodies.ts'
import { type ByteRange, etagOf, isAsExpected, isKnown, requestedRange } from './conditions.ts'
import { type Encoding, preferredEncoding } from './negotiation.ts'

// Below this, the encoded form with its larger headers saves nothing.
const MIN_COMPRESSED_BYTES = 256

export interface SendOptions {
  readonly bodies: Bodies
  readonly objectPath: (hash: string) => string
  /** Those of a page, and of one that may stand in a page of another site. */
  readonly securityHeaders: { readonly page: readonly Header[]; readonly framed: readonly Header[] }
  /** What stands in front of us. */
  readonly cdn: Cdn
  /** Whether this must be the last answer on its connection. */
  readonly isLast: boolean
}

/** Sends an answer in the form that the reader can use best: encoded, in part, or only that nothing changed. */
export async function send(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  { bodies, objectPath, securityHeaders, cdn, isLast }: SendOptions,
): Promise<void> {
  const { content, status } = answer
  const isHeld = content.kind === 'made' || content.size <= MAX_HELD_BYTES
  const hasForms = isHeld && content.size >= MIN_COMPRESSED_BYTES && isCompressible(content.type)
  const encoding = hasForms ? preferredEncoding(request.headers['accept-encoding']) : 'identity'
  const etag = etagOf(content.hash, encoding)

  const known = linesOf.get(answer)?.get(encoding)
  const lines = known ?? headerLines(answer, { etag, hasForms, securityHeaders, cdn })
  if (!known) linesOf.set(answer, new Map(linesOf.get(answer)).set(encoding, lines))
  const begin = (code: number, ...more: string[]) =>
    response.writeHead(code, [...lines, ...(isLast ? LAST : []), ...more])

  if (status === 200 && !isAsExpected(request.headers['if-match'], etag)) {
    begin(412, 'content-length', '0').end()
    return
  }
  if (status === 200 && isKnown(request.headers['if-none-match'], etag)) {
    begin(304).end()
    return
  }

  const isHead = request.method === 'HEAD'
  const isStreamed = !isHeld || (isHead && encoding === 'identity')
  const body = isStreamed ? null : (bodies.held(content, encoding) ?? (await bodies.get(content, encoding)))
  const size = body?.byteLength ?? content.size
  if (!isHeld && (await stat(objectPath(content.hash))).size !== content.size)
    throw new DamagedObjectError(content.hash)

  const described = ['content-type', content.type]
  if (encoding !== 'identity') described.push('content-encoding', encoding)
  let part: ByteRange = { start: 0, end: size - 1 }
  if (status === 200) {
    described.unshift('accept-ranges', 'bytes')
    const range = isHead ? null : requestedRange(request.headers, etag, size)
    if (range === 'unsatisfiable') {
      begin(416, 'accept-ranges', 'bytes', 'content-range', `bytes */${size}`, 'content-length', '0').end()
      return
    }
    if (range) part = range
    if (range) described.push('content-range', `bytes ${part.start}-${part.end}/${size}`)
    begin(range ? 206 : 200, ...described, 'content-length', String(part.end - part.start + 1))
  } else {
    begin(status, ...described, 'content-length', String(size))
  }

  if (isHead) response.end()
  else if (body) response.end(body.subarray(part.start, part.end + 1))
  else await pipeline(createReadStream(objectPath(content.hash), part), response)
}

const LAST = ['connection', 'close']

// An answer that is kept for more readers (kept-answers.ts) says the same to all who get it in one form.
const linesOf = new WeakMap<Answer, ReadonlyMap<Encoding, readonly string[]>>()

interface HeaderOptions extends Pick<SendOptions, 'securityHeaders' | 'cdn'> {
  readonly etag: string
  readonly hasForms: boolean
}

/** What every answer says, but for what its body and its connection are: name, value, name, value. */
function headerLines(
  answer: Answer,
  { etag, hasForms, securityHeaders, cdn }: HeaderOptions,
): readonly string[] {
  const headers: Header[] = [
    ...(answer.security ?? (answer.isFramed ? securityHeaders.framed : securityHeaders.page)),
    ['cache-control', answer.cacheControl],
    ['etag', etag],
  ]
  if (answer.release !== null) headers.push(['wijkpers-release', String(answer.release)])
  if (hasForms) headers.push(['vary', 'accept-encoding'])
  if (answer.shows) headers.push(...cdnHeaders(cdn, answer.shows.site, answer.shows.paths))
  if (answer.headers) headers.push(...answer.headers)
  return headers.flat()
}
