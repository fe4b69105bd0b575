/**
 * What any good server of files does, as a list of requests with the answer that is right. It is put to ours in
 * `npm test`, and to nginx beside it in `npm run audit`: a list that only one server passes is a list about that server.
 */
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

const page = (text: string) => `<!doctype html><title>${text}</title><p>${`${text} `.repeat(200)}</p>\n`

/** The site that the requests are about, by path. */
export const acceptanceSite: Readonly<Record<string, Buffer>> = {
  'index.html': Buffer.from(page('home')),
  'nieuws/index.html': Buffer.from(page('nieuws')),
  'nieuws/a b/index.html': Buffer.from(page('spatie')),
  'nieuws/één/index.html': Buffer.from(page('accent')),
  'foto/a.webp': Buffer.from(Array.from({ length: 40_000 }, (_, n) => n % 251)),
  'leeg.txt': Buffer.alloc(0),
  'robots.txt': Buffer.from('User-agent: *\n'),
  '404.html': Buffer.from(page('niet hier')),
}
const photo = 'foto/a.webp'

export interface AcceptanceCase {
  readonly name: string
  /** First line without its version, then headers; `Host` and `Connection: close` are added. `{tag}` is the tag of `of`. */
  readonly request: readonly string[]
  /** The file whose tag `{tag}` stands for, in the encoding that is asked for. */
  readonly of?: string
  readonly right: {
    /** Any of these. */
    readonly status: number | readonly number[]
    /** The file whose bytes the decoded body is, or a part of it; null for no body at all. */
    readonly body?: string | readonly [file: string, start: number, end: number] | null
    /** Null: must not be there. Case does not matter. */
    readonly headers?: Readonly<Record<string, string | RegExp | null>>
  }
  /** Why nginx may answer otherwise; it must then, or the sentence is out of date. */
  readonly nginx?: string
}

const get = (target: string, ...headers: string[]) => [`GET ${target}`, ...headers]

type Right = AcceptanceCase['right']
const home: Right = { status: 200, body: 'index.html' }
const news: Right = { status: 200, body: 'nieuws/index.html' }
const wholePhoto: Right = { status: 200, body: photo }
const notThere: Right = { status: 404, body: '404.html' }
const refused: Right = { status: [400, 404] }
const unchanged: Right = { status: 304, body: null }
const movedTo = (location: string): Right => ({ status: 301, headers: { location } })
/** Both ends included, as HTTP counts. */
const partOfPhoto = (start: number, end: number): Right => ({
  status: 206,
  body: [photo, start, end],
  headers: {
    'content-range': `bytes ${start}-${end}/${acceptanceSite[photo]!.length}`,
    'content-length': String(end - start + 1),
  },
})
const homeIn = (encoding: 'br' | 'gzip' | null): Right => ({
  ...home,
  headers: { 'content-encoding': encoding, vary: /accept-encoding/i },
})

export const acceptanceCases: readonly AcceptanceCase[] = [
  // Addresses
  { name: 'a page', request: get('/'), right: home },
  { name: 'a page in a folder', request: get('/nieuws/'), right: news },
  {
    name: 'a folder without its slash',
    request: get('/nieuws'),
    right: movedTo('/nieuws/'),
  },
  {
    name: 'a folder without its slash, with a query',
    request: get('/nieuws?a=1&b=%20'),
    right: movedTo('/nieuws/?a=1&b=%20'),
  },
  {
    name: 'the file of a folder',
    request: get('/nieuws/index.html'),
    right: movedTo('/nieuws/'),
    nginx: 'it serves the file as well: one page with two addresses',
  },
  { name: 'a query', request: get('/?utm=x'), right: home },
  { name: 'an empty file', request: get('/leeg.txt'), right: { status: 200, body: 'leeg.txt' } },
  {
    name: 'letters that were encoded without need',
    request: get('/%6Eieuws/'),
    right: news,
  },
  {
    name: 'a space, encoded',
    request: get('/nieuws/a%20b/'),
    right: { status: 200, body: 'nieuws/a b/index.html' },
  },
  {
    name: 'accents, encoded',
    request: get('/nieuws/%C3%A9%C3%A9n/'),
    right: { status: 200, body: 'nieuws/één/index.html' },
  },
  {
    name: 'a redirect stays encoded',
    request: get('/nieuws/a%20b'),
    right: movedTo('/nieuws/a%20b/'),
  },
  { name: 'what is not there', request: get('/weg/'), right: notThere },
  { name: 'a file as if it were a folder', request: get('/robots.txt/'), right: { status: 404 } },
  { name: 'capitals', request: get('/NIEUWS/'), right: { status: 404 } },
  { name: 'half an escape', request: get('/%'), right: { status: 400 } },
  { name: 'no escape at all', request: get('/%zz'), right: { status: 400 } },
  { name: 'a zero byte', request: get('/%00'), right: refused },
  { name: 'a line break', request: get('/a%0d%0aset-cookie:%20a=b'), right: refused },
  { name: 'out of the folder', request: get('/../../etc/passwd'), right: refused },
  { name: 'out of it, encoded', request: get('/%2e%2e/%2e%2e/etc/passwd'), right: refused },
  {
    name: 'out of it, with an encoded slash',
    request: get('/..%2f..%2fetc%2fpasswd'),
    right: refused,
  },
  {
    name: 'out of it, with a backslash',
    request: get('/..%5c..%5cetc%5cpasswd'),
    right: refused,
  },
  {
    name: 'a dot segment within the site',
    request: get('/nieuws/../nieuws/'),
    right: { status: 404 },
    nginx:
      'it resolves dots; browsers did so before they asked, and where nothing is resolved nothing climbs',
  },
  {
    name: 'a slash too many',
    request: get('//nieuws/'),
    right: { status: 404 },
    nginx: 'it merges slashes: one page with many addresses',
  },
  {
    name: 'a very long address',
    request: get(`/${'a'.repeat(4_000)}/`),
    right: { status: 404 },
  },
  {
    name: 'an address that is far too long',
    request: get(`/${'a'.repeat(40_000)}/`),
    right: { status: [414, 431] },
  },
  {
    name: 'a header that is far too long',
    request: get('/', `x: ${'a'.repeat(40_000)}`),
    right: { status: [400, 431] },
  },
  {
    name: 'an address in full, as a proxy sends it',
    request: get('http://molenwijk.localhost/nieuws/'),
    right: news,
  },

  // Methods
  {
    name: 'HEAD',
    request: ['HEAD /'],
    right: {
      status: 200,
      body: null,
      headers: { 'content-length': String(acceptanceSite['index.html']!.length) },
    },
  },
  { name: 'HEAD of what is not there', request: ['HEAD /weg/'], right: { status: 404, body: null } },
  {
    name: 'HEAD with a range',
    request: ['HEAD /foto/a.webp', 'Range: bytes=0-9'],
    right: { status: 200, body: null, headers: { 'content-length': '40000', 'content-range': null } },
    nginx: 'a range is defined for GET only (RFC 9110 §14.2)',
  },
  ...['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'].map((method): AcceptanceCase => ({
    name: method,
    request: [`${method} /`, 'Content-Length: 0'],
    right: { status: 405, headers: { allow: 'GET, HEAD' } },
    nginx: 'the methods that are allowed must be said (RFC 9110 §15.5.6)',
  })),

  // Asking again
  {
    name: 'the tag',
    request: get('/', 'If-None-Match: {tag}'),
    of: '/',
    right: { status: 304, body: null, headers: { etag: /./, 'content-length': null } },
  },
  {
    name: 'the tag made weak',
    request: get('/', 'If-None-Match: W/{tag}'),
    of: '/',
    right: unchanged,
  },
  {
    name: 'a list of tags',
    request: get('/', 'If-None-Match: "a,b", W/"c" , {tag}'),
    of: '/',
    right: unchanged,
  },
  { name: 'any tag', request: get('/', 'If-None-Match: *'), right: unchanged },
  {
    name: 'another tag',
    request: get('/', 'If-None-Match: "x"'),
    right: home,
  },
  {
    name: 'the tag, with HEAD',
    request: ['HEAD /', 'If-None-Match: {tag}'],
    of: '/',
    right: unchanged,
  },
  {
    name: 'the tag, with a range',
    request: get('/foto/a.webp', 'If-None-Match: {tag}', 'Range: bytes=0-9'),
    of: '/foto/a.webp',
    right: unchanged,
  },
  {
    name: 'any tag, of what is not there',
    request: get('/weg/', 'If-None-Match: *'),
    right: notThere,
  },
  {
    name: 'only if it still is what I have, and it is',
    request: get('/', 'If-Match: "x", {tag}'),
    of: '/',
    right: home,
  },
  {
    name: 'only if it still is what I have, and it is not',
    request: get('/', 'If-Match: "x"'),
    right: { status: 412 },
  },
  {
    name: 'only if it still is what I have, weakly',
    request: get('/', 'If-Match: W/{tag}'),
    of: '/',
    right: { status: 412 },
  },
  {
    name: 'only if there is something',
    request: get('/', 'If-Match: *'),
    right: home,
  },

  // Parts
  {
    name: 'the first bytes',
    request: get('/foto/a.webp', 'Range: bytes=0-9'),
    right: partOfPhoto(0, 9),
  },
  {
    name: 'from a byte on',
    request: get('/foto/a.webp', 'Range: bytes=39990-'),
    right: partOfPhoto(39_990, 39_999),
  },
  {
    name: 'the last bytes',
    request: get('/foto/a.webp', 'Range: bytes=-5'),
    right: partOfPhoto(39_995, 39_999),
  },
  {
    name: 'more last bytes than there are',
    request: get('/foto/a.webp', 'Range: bytes=-99999'),
    right: partOfPhoto(0, 39_999),
  },
  {
    name: 'an end beyond the end',
    request: get('/foto/a.webp', 'Range: bytes=39999-99999'),
    right: partOfPhoto(39_999, 39_999),
  },
  {
    name: 'a beginning beyond the end',
    request: get('/foto/a.webp', 'Range: bytes=40000-'),
    right: { status: 416, headers: { 'content-range': 'bytes */40000', 'content-encoding': null } },
  },
  {
    name: 'the last no bytes',
    request: get('/foto/a.webp', 'Range: bytes=-0'),
    right: { status: 416, headers: { 'content-range': 'bytes */40000' } },
  },
  {
    name: 'a part of nothing',
    request: get('/leeg.txt', 'Range: bytes=-5'),
    right: { status: 200, body: 'leeg.txt' },
  },
  {
    name: 'backwards',
    request: get('/foto/a.webp', 'Range: bytes=9-0'),
    right: wholePhoto,
    nginx: 'a range that is no range is to be ignored (RFC 9110 §14.1.1)',
  },
  {
    name: 'in another unit',
    request: get('/foto/a.webp', 'Range: pages=1-2'),
    right: wholePhoto,
  },
  {
    name: 'several parts at once',
    request: get('/foto/a.webp', 'Range: bytes=0-1,10-11'),
    right: wholePhoto,
    nginx:
      'it packs them; nobody who reads a site asks, and all of the file is a right answer too (RFC 9110 §14.2)',
  },
  {
    name: 'a part of the file that I began with',
    request: get('/foto/a.webp', 'Range: bytes=0-9', 'If-Range: {tag}'),
    of: '/foto/a.webp',
    right: partOfPhoto(0, 9),
  },
  {
    name: 'a part of another file than I began with',
    request: get('/foto/a.webp', 'Range: bytes=0-9', 'If-Range: "x"'),
    right: { status: 200, body: photo, headers: { 'content-range': null } },
  },
  {
    name: 'a part, weakly',
    request: get('/foto/a.webp', 'Range: bytes=0-9', 'If-Range: W/{tag}'),
    of: '/foto/a.webp',
    right: wholePhoto,
  },
  {
    name: 'a part of what is not there',
    request: get('/weg/', 'Range: bytes=0-9'),
    right: notThere,
  },

  // Compression
  {
    name: 'compression that nobody asked for',
    request: get('/'),
    right: homeIn(null),
  },
  {
    name: 'gzip',
    request: get('/', 'Accept-Encoding: gzip'),
    right: homeIn('gzip'),
  },
  {
    name: 'gzip among others',
    request: get('/', 'Accept-Encoding: deflate, GZIP;q=0.5, compress'),
    right: homeIn('gzip'),
  },
  {
    name: 'no gzip',
    request: get('/', 'Accept-Encoding: gzip;q=0'),
    right: homeIn(null),
  },
  {
    name: 'nothing but gzip refused',
    request: get('/', 'Accept-Encoding: gzip;q=0, *'),
    right: homeIn('br'),
    nginx: 'it knows no brotli without a module',
  },
  {
    name: 'brotli',
    request: get('/', 'Accept-Encoding: gzip, br'),
    right: homeIn('br'),
    nginx: 'it knows no brotli without a module',
  },
  {
    name: 'no brotli, but gzip',
    request: get('/', 'Accept-Encoding: br;q=0, gzip'),
    right: homeIn('gzip'),
  },
  {
    name: 'nothing at all',
    request: get('/', 'Accept-Encoding: *;q=0'),
    right: homeIn(null),
  },
  {
    name: 'a photo is compressed already',
    request: get('/foto/a.webp', 'Accept-Encoding: gzip, br'),
    right: { status: 200, body: photo, headers: { 'content-encoding': null } },
  },
  {
    name: 'the tag of the plain page, for the compressed one',
    request: get('/', 'Accept-Encoding: br', 'If-None-Match: {tag}'),
    of: '/',
    right: home,
    nginx: 'its tag is of the file, and says nothing of the form',
  },
  {
    name: 'compressed text with a range beyond its end',
    request: get('/', 'Accept-Encoding: br', 'Range: bytes=99999-'),
    right: { status: 416, headers: { 'content-encoding': null } },
  },

  // Requests that no browser sends
  { name: 'no host', request: ['GET /', 'Host:-'], right: { status: 400 } },
  { name: 'two hosts', request: get('/', 'Host: oosterhaar.localhost'), right: { status: 400 } },
  {
    name: 'two lengths',
    request: ['POST /', 'Content-Length: 1', 'Content-Length: 2'],
    right: { status: 400 },
  },
  {
    name: 'a length and chunks',
    request: ['POST /', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
    right: { status: 400 },
  },
]

/** One answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** What is wrong with the answer of the server on this port; empty when nothing is. */
export async function faultsOf({ request, of, right }: AcceptanceCase, port: number): Promise<string[]> {
  const tag = of === undefined ? '' : ((await ask(port, get(of))).headers.get('etag') ?? '')
  const answer = await ask(
    port,
    request.map((line) => line.replace('{tag}', tag)),
  )
  const faults: string[] = []
  if (![right.status].flat().includes(answer.status)) faults.push(`status ${answer.status}`)
  for (const [name, value] of Object.entries(right.headers ?? {})) {
    const given = answer.headers.get(name)
    const isRight =
      value === null
        ? given === undefined
        : value instanceof RegExp
          ? value.test(given ?? '')
          : given === value
    if (!isRight) faults.push(`${name}: ${given ?? 'is not there'}`)
  }
  const { body } = right
  if (body === null && answer.body.length > 0) faults.push(`a body of ${answer.body.length} bytes`)
  if (typeof body === 'string' || Array.isArray(body)) {
    const [file, start, end] = (typeof body === 'string' ? [body] : body) as [string, number?, number?]
    const wanted = acceptanceSite[file]!.subarray(start ?? 0, end === undefined ? undefined : end + 1)
    if (!decoded(answer).equals(wanted)) faults.push(`other bytes than those of ${file}`)
  }
  return faults
}

function decoded({ headers, body }: RawAnswer): Buffer {
  const encoding = headers.get('content-encoding')
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
}

/** What is wrong when requests come all at once on one connection: each is to be answered, whole and in order. */
export async function pipeliningFaults(port: number): Promise<string[]> {
  const asked = [
    { line: 'GET /', status: 200, file: 'index.html' },
    { line: 'HEAD /nieuws/', status: 200, file: null },
    { line: 'GET /weg/', status: 404, file: '404.html' },
    { line: 'GET /foto/a.webp', status: 200, file: photo },
  ]
  const requests = asked.map(({ line }, index) => {
    const last = index === asked.length - 1 ? 'Connection: close\r\n' : ''
    return `${line} HTTP/1.1\r\nHost: molenwijk.localhost\r\n${last}\r\n`
  })
  let rest = await exchange(port, requests.join(''))
  const faults: string[] = []
  for (const { line, status, file } of asked) {
    const answer = parse(rest)
    const body = file === null ? Buffer.alloc(0) : acceptanceSite[file]!
    if (answer.status !== status) faults.push(`${line}: status ${answer.status}`)
    if (!answer.body.subarray(0, body.length).equals(body))
      faults.push(`${line}: other bytes than those of ${file}`)
    rest = answer.body.subarray(body.length)
  }
  if (rest.length > 0) faults.push(`${rest.length} bytes that nobody asked for`)
  return faults
}

/** Sends a request as it stands, and reads the one answer. */
async function ask(port: number, [line = '', ...headers]: readonly string[]): Promise<RawAnswer> {
  const own = headers.includes('Host:-') ? [] : ['Host: molenwijk.localhost']
  const sent = [
    `${line} HTTP/1.1`,
    ...own,
    ...headers.filter((header) => header !== 'Host:-'),
    'Connection: close',
  ]
  return parse(await exchange(port, `${sent.join('\r\n')}\r\n\r\n`))
}

/** All that comes back until the server hangs up. */
async function exchange(port: number, bytes: string): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes, 'latin1')
  const chunks: Buffer[] = []
  // Who refuses a request halfway hangs up on the rest of it; what was said before that counts.
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })
  return Buffer.concat(chunks)
}

function parse(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes
    .subarray(0, end < 0 ? 0 : end)
    .toString('latin1')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const
    }),
  )
  const rest = bytes.subarray(end < 0 ? 0 : end + 4)
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunked(rest) : rest
  return { status: Number(first.split(' ')[1] ?? 0), headers, body }
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16)
    if (!size) return Buffer.concat(parts)
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 4 + size
  }
}
