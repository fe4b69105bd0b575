import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type Cdn, cdnHeaders, type Header, isCompressible } from '@wijkpers/releases'
import type { Answer } from './answer.ts'
import { type Bodies, bodyKey, DamagedObjectError, MAX_HELD_BYTES } from './bodies.ts'
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
}

/**
 * Sends an answer in the form that the reader can use best: encoded, in part, or only that nothing changed. `isLast`: nothing more
 * comes on its connection. Null when it was sent at once.
 */
export type Send = (
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  isLast: boolean,
) => Promise<void> | null

/** An answer in one form: what is said the same to all who get it so. */
interface Form {
  readonly encoding: Encoding
  readonly etag: string
  readonly bodyKey: string
  /** Headers whatever becomes of it: name, value, name, value. */
  readonly lines: readonly string[]
  /** All headers of the whole content, once its size in this form is known. */
  whole: string[] | null
}

export function createSender({ bodies, objectPath, securityHeaders, cdn }: SendOptions): Send {
  // An answer that is kept for more readers (kept-answers.ts) has its forms for as long as it is kept.
  const formsOf = new WeakMap<Answer, Partial<Record<Encoding, Form>>>()

  function formFor(answer: Answer, acceptEncoding: string | undefined): Form {
    const { content } = answer
    const isEncodable = isHeld(answer) && content.size >= MIN_COMPRESSED_BYTES && isCompressible(content.type)
    const encoding = isEncodable ? preferredEncoding(acceptEncoding) : 'identity'
    const forms = formsOf.get(answer) ?? {}
    const known = forms[encoding]
    if (known) return known
    const etag = etagOf(content.hash, encoding)
    const lines = headerLines(answer, { etag, hasForms: isEncodable, securityHeaders, cdn })
    const form = { encoding, etag, bodyKey: bodyKey(content, encoding), lines, whole: null }
    formsOf.set(answer, { ...forms, [encoding]: form })
    return form
  }

  async function sendAsAsked(
    answer: Answer,
    request: IncomingMessage,
    response: ServerResponse,
    form: Form,
    isLast: boolean,
  ): Promise<void> {
    const { content, status } = answer
    const { etag, encoding } = form
    const begin = (code: number, ...more: readonly string[]) =>
      response.writeHead(code, [...form.lines, ...(isLast ? LAST : []), ...more])

    if (status === 200 && !isAsExpected(request.headers['if-match'], etag)) {
      begin(412, 'content-length', '0').end()
      return
    }
    if (status === 200 && isKnown(request.headers['if-none-match'], etag)) {
      begin(304).end()
      return
    }

    const isHead = request.method === 'HEAD'
    const isStreamed = !isHeld(answer) || (isHead && encoding === 'identity')
    const body = isStreamed ? null : (bodies.held(form.bodyKey) ?? (await bodies.get(content, encoding)))
    const size = body?.byteLength ?? content.size
    if (!isHeld(answer) && (await stat(objectPath(content.hash))).size !== content.size)
      throw new DamagedObjectError(content.hash)

    let part: ByteRange = { start: 0, end: size - 1 }
    if (status === 200) {
      const range = isHead ? null : requestedRange(request.headers, etag, size)
      if (range === 'unsatisfiable') {
        begin(416, 'accept-ranges', 'bytes', 'content-range', `bytes */${size}`, 'content-length', '0').end()
        return
      }
      if (range) {
        part = range
        const ofWhole = ['content-range', `bytes ${part.start}-${part.end}/${size}`]
        begin(206, ...contentLines(answer, encoding, part.end - part.start + 1), ...ofWhole)
      } else {
        begin(200, ...contentLines(answer, encoding, size))
      }
    } else {
      begin(status, ...contentLines(answer, encoding, size))
    }

    if (isHead) response.end()
    else if (body) response.end(body.subarray(part.start, part.end + 1))
    else await pipeline(createReadStream(objectPath(content.hash), part), response)
  }

  return (answer, request, response, isLast) => {
    const form = formFor(answer, request.headers['accept-encoding'])
    const body = isLast || !isWhole(answer, request) ? null : bodies.held(form.bodyKey)
    if (!body) return sendAsAsked(answer, request, response, form, isLast)
    // What nearly everybody asks: nothing is made for it that was not made for the one before.
    form.whole ??= [...form.lines, ...contentLines(answer, form.encoding, body.byteLength)]
    response.writeHead(200, form.whole).end(body)
    return null
  }
}

const LAST = ['connection', 'close']

/** Whether the bytes of its content are held in memory when they are asked for. */
function isHeld({ content }: Answer): boolean {
  return content.kind === 'made' || content.size <= MAX_HELD_BYTES
}

/** Whether all of a page or file is asked for, whatever the reader has already. */
function isWhole({ status }: Answer, { method, headers }: IncomingMessage): boolean {
  return (
    status === 200 &&
    method === 'GET' &&
    headers['if-none-match'] === undefined &&
    headers['if-match'] === undefined &&
    headers.range === undefined
  )
}

/** What the body of an answer is; `size` in bytes. */
function contentLines({ content, status }: Answer, encoding: Encoding, size: number): readonly string[] {
  const lines = ['content-type', content.type, 'content-length', String(size)]
  if (encoding !== 'identity') lines.push('content-encoding', encoding)
  return status === 200 ? ['accept-ranges', 'bytes', ...lines] : lines
}

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
