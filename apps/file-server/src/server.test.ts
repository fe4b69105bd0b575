import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedStore } from './testing/a-served-store.ts'

const long = (text: string) => `<!doctype html><p>${`${text} `.repeat(200)}</p>`
const photo = Buffer.alloc(40_000, 'foto')
const large = Buffer.from(Array.from({ length: 5_000_000 }, (_, n) => n % 251))
const almostLarge = large.subarray(0, 4_000_000)

let served: Awaited<ReturnType<typeof aServedStore>>
beforeAll(async () => {
  served = await aServedStore()
  await served.publish('molenwijk', {
    'index.html': long('home'),
    'nieuws/index.html': long('nieuws'),
    'nieuws/a b/index.html': 'spatie',
    'rss.xml': `<rss>${'<item/>'.repeat(100)}</rss>`,
    'sitemap.xml': '<urlset/>',
    'agenda.ics': 'BEGIN:VCALENDAR',
    'robots.txt': 'User-agent: *',
    'leeg.txt': '',
    'zoeken/0.json': '{}',
    '_astro/a.css': 'body{}',
    '_astro/a.js': '1',
    'foto/a.webp': photo,
    'groot.pdf': large,
    'stijl/letter.woff2': 'wOF2',
    '404.html': long('niet hier'),
  })
  await served.publish('oosterhaar', { 'index.html': 'oosterhaar' })
})
afterAll(() => served.close())

describe('every answer of a site', () => {
  test.each([
    ['/', 200],
    ['/rss.xml', 200],
    ['/foto/a.webp', 200],
    ['/nieuws', 301],
    ['/er-is-niets/', 404],
    ['/%zz', 400],
  ])('%s carries release, tag and security headers, and no cookie', async (path, status) => {
    const got = await served.ask(path)
    expect(got.status).toBe(status)
    expect(got.headers).toMatchObject({
      'wijkpers-release': '1',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(got.headers.etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect(got.headers).not.toHaveProperty('set-cookie')
    expect(got.headers).not.toHaveProperty('strict-transport-security')
    expect(got.headers).not.toHaveProperty('last-modified')
  })

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/agenda.ics', 'text/calendar; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/zoeken/0.json', 'application/json'],
    ['/_astro/a.css', 'text/css; charset=utf-8'],
    ['/_astro/a.js', 'text/javascript; charset=utf-8'],
    ['/foto/a.webp', 'image/webp'],
    ['/stijl/letter.woff2', 'font/woff2'],
  ])('%s is %s', async (path, type) => {
    expect((await served.ask(path)).headers['content-type']).toBe(type)
  })

  test('only hashed assets may be kept; all else is asked for again', async () => {
    expect((await served.ask('/_astro/a.css')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    for (const path of ['/', '/rss.xml', '/nieuws', '/_astro/er-is-niets.css']) {
      expect((await served.ask(path)).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    }
  })
})

describe('an address that was left', () => {
  const host = 'lindekwartier.localhost'
  let own: Awaited<ReturnType<typeof aServedStore>>
  const get = (path: string) => own.ask(path, { host })
  beforeAll(async () => {
    own = await aServedStore()
    await own.publish('lindekwartier', {
      'index.html': 'home',
      'nieuws/nieuw/index.html': 'nieuw',
      'nieuws/oud/index.html': { movedTo: '/nieuws/nieuw/' },
      'agenda/oud/index.html': { movedTo: '/agenda/nieuw/' },
      'organisaties/oud/index.html': { movedTo: '/organisaties/nieuw/' },
      'prikbord/weg/index.html': { movedTo: '' },
      'agenda/weg/index.html': { movedTo: '' },
      'agenda/week/index.html': { movedTo: '' },
      'agenda/week/2026-w48/index.html': 'deze week',
    })
  })
  afterAll(() => own.close())

  test.each([
    ['/nieuws/oud/', '/nieuws/nieuw/'],
    ['/nieuws/oud', '/nieuws/nieuw/'],
    ['/nieuws/oud/index.html', '/nieuws/nieuw/'],
    ['/nieuws/oud/?utm=x&a=%20', '/nieuws/nieuw/?utm=x&a=%20'],
    ['/agenda/oud.ics', '/agenda/nieuw.ics'],
    ['/organisaties/oud/rss.xml', '/organisaties/nieuw/rss.xml'],
    ['/organisaties/oud/agenda.ics?a', '/organisaties/nieuw/agenda.ics?a'],
  ])('%s leads in one step to %s', async (path, location) => {
    const got = await get(path)
    expect(got).toMatchObject({ status: 301, headers: { location, 'wijkpers-release': '1' } })
    expect(got.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(got.body.toString()).toContain(`href="${location.replace('&', '&amp;')}"`)
  })

  test('takes along what goes with it, and nothing else', async () => {
    expect(await get('/agenda/week/2026-w48/')).toMatchObject({ status: 200 })
    expect(await get('/agenda/week/2026-w47/')).toMatchObject({ status: 404 })
    expect(await get('/prikbord/weg.ics')).toMatchObject({ status: 404 })
  })

  test.each(['/prikbord/weg/', '/prikbord/weg', '/prikbord/weg/index.html', '/agenda/weg.ics'])(
    '%s says that what was there is gone',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 410, headers: { 'wijkpers-release': '1' } })
    },
  )

  test('says so with the page that the site has for it', async () => {
    expect((await get('/prikbord/weg/')).body.toString()).toBe('verhuisd: ')
    await own.publish('lindekwartier', { '410/index.html': long('weg') })
    const got = await get('/prikbord/weg/')
    expect(got).toMatchObject({ status: 410, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(got.body.toString()).toBe(long('weg'))
  })

  test.each(['/nieuws/oud/nog-iets/', '/nieuws/nooit/', '/nieuws/nooit.ics', '/prikbord/nooit/rss.xml'])(
    '%s never was one',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test('is a page again when something is published there, and led there before', async () => {
    await own.publish('lindekwartier', { 'nieuws/oud/index.html': 'terug' })
    expect(await get('/nieuws/oud/')).toMatchObject({ status: 200, body: Buffer.from('terug') })
    own.store.rollback({
      site: 'lindekwartier',
      host,
      slug: 'lindekwartier',
      name: 'lindekwartier',
      to: 1,
    })
    expect(await get('/nieuws/oud/')).toMatchObject({
      status: 301,
      headers: { location: '/nieuws/nieuw/' },
    })
  })
})

describe('a host where a site was', () => {
  test('leads to the same address where it is now, on its own domain as on a name of ours', async () => {
    const own = await aServedStore({ sitesUrl: 'https://{slug}.wijk.test' })
    const leads = async (host: string, path: string) => {
      const { status, headers } = await own.ask(path, { host })
      return `${status} ${headers['location'] ?? ''}`
    }
    const formerHosts = ['molen.wijk.test', 'demolen.example']
    await own.publish('molenwijk', { 'index.html': 'home' }, { host: 'molenwijk.wijk.test', formerHosts })
    expect(await leads('molen.wijk.test', '/nieuws/a%20b/?x=%20')).toBe(
      '301 https://molenwijk.wijk.test/nieuws/a%20b/?x=%20',
    )
    expect(await leads('demolen.example', '/rss.xml')).toBe('301 https://molenwijk.wijk.test/rss.xml')
    expect(await leads('nooit.wijk.test', '/')).toBe('404 ')

    await own.publish(
      'molenwijk',
      { 'index.html': 'thuis' },
      { host: 'molenwijk.example', formerHosts: ['molenwijk.wijk.test', 'molen.wijk.test'] },
    )
    expect(await leads('molen.wijk.test', '/')).toBe('301 https://molenwijk.example/')
    expect(await leads('demolen.example', '/')).toBe('404 ')
    // A wijk that is there now goes first.
    await own.publish('anders', { 'index.html': 'anders' }, { host: 'molen.wijk.test' })
    expect(await leads('molen.wijk.test', '/')).toBe('200 ')
    await own.close()
  })

  test('leads in one step to a page that got another address there, or a word that it is gone', async () => {
    const own = await aServedStore({ sitesUrl: 'https://{slug}.wijk.test' })
    const files = {
      'index.html': 'home',
      'nieuws/nieuw/index.html': 'nieuw',
      'nieuws/oud/index.html': { movedTo: '/nieuws/nieuw/' },
      'agenda/weg/index.html': { movedTo: '' },
    }
    await own.publish('molenwijk', files, { host: 'molenwijk.wijk.test', formerHosts: ['molen.wijk.test'] })
    const leads = async (path: string) =>
      (await own.ask(path, { host: 'molen.wijk.test' })).headers['location'] ?? ''
    expect(await leads('/nieuws/oud/?x=1')).toBe('https://molenwijk.wijk.test/nieuws/nieuw/?x=1')
    expect(await leads('/nieuws/oud')).toBe('https://molenwijk.wijk.test/nieuws/nieuw/')
    expect(await leads('/nieuws/nieuw')).toBe('https://molenwijk.wijk.test/nieuws/nieuw/')
    expect(await leads('/agenda/weg/')).toBe('https://molenwijk.wijk.test/agenda/weg/')
    await own.close()
  })
})

describe('addresses', () => {
  test('of a folder without its slash, or with its file, lead to the folder', async () => {
    for (const [path, location] of [
      ['/nieuws', '/nieuws/'],
      ['/nieuws?pagina=2', '/nieuws/?pagina=2'],
      ['/nieuws/index.html', '/nieuws/'],
      ['/index.html?a', '/?a'],
      ['/nieuws/a%20b', '/nieuws/a%20b/'],
    ] as const) {
      expect(await served.ask(path)).toMatchObject({ status: 301, headers: { location } })
    }
  })

  test.each([
    '/weg',
    '/weg/',
    '/weg/index.html',
    '/rss.xml/',
    '//',
    '//nieuws',
    '/nieuws//',
    '//elders.example/..',
    '/nieuws/..',
  ])('%s is not there, and says so with the page of the site', async (path) => {
    const got = await served.ask(path)
    expect(got.status).toBe(404)
    expect(got.headers).not.toHaveProperty('location')
    expect(got.body.toString()).toBe(long('niet hier'))
  })

  test('of a site without a 404 page of its own get ours', async () => {
    const got = await served.ask('/weg/', { host: 'oosterhaar.localhost' })
    expect(got).toMatchObject({ status: 404, headers: { 'wijkpers-release': '1' } })
    expect(got.body.toString()).toContain('<h1>Deze pagina is er niet</h1>')
  })

  test.each([
    'GET /../../etc/passwd',
    'GET /nieuws/../../../etc/passwd',
    'GET /%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    'GET /..%5c..%5cetc%5cpasswd',
    'GET //etc/passwd',
    'GET /nieuws%2findex.html',
    'GET http://molenwijk.localhost/../../etc/passwd',
  ])('%s finds nothing', async (line) => {
    const got = await served.raw(`${line} HTTP/1.1\r\nHost: molenwijk.localhost\r\nConnection: close\r\n\r\n`)
    expect(got).toMatch(/^HTTP\/1\.1 404 /)
    expect(got).not.toContain('root:')
  })

  test.each([
    'GET /%',
    'GET /%zz',
    'GET /%00',
    'GET /a%0d%0ab: c',
    'GET /\u00e9',
    'GET /a#b',
    'GET nieuws',
    'GET /a b',
  ])('%j is malformed', async (line) => {
    const got = await served.raw(`${line} HTTP/1.1\r\nHost: molenwijk.localhost\r\nConnection: close\r\n\r\n`)
    expect(got).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('in full, as a proxy sends them, go before the Host header', async () => {
    const got = await served.raw(
      'GET http://oosterhaar.localhost:8080/ HTTP/1.1\r\nHost: molenwijk.localhost\r\nConnection: close\r\n\r\n',
    )
    expect(got).toMatch(/^HTTP\/1\.1 200 /)
    expect(got).toMatch(/oosterhaar$/)
  })
})

describe('hosts', () => {
  test.each(['molenwijk.localhost', 'Molenwijk.LOCALHOST:8080', 'molenwijk.localhost.'])(
    '%s is molenwijk',
    async (host) => {
      expect(await served.ask('/', { host })).toMatchObject({ status: 200, body: Buffer.from(long('home')) })
    },
  )

  test.each(['onbekend.localhost', '127.0.0.1', '[::1]:8080', 'molenwijk', 'molenwijk.localhost/x', ''])(
    '%j is no wijk',
    async (host) => {
      const got = await served.ask('/', { host })
      expect(got.status).toBe(404)
      expect(got.headers).not.toHaveProperty('wijkpers-release')
      expect(got.headers['content-security-policy']).toContain("default-src 'none'")
      expect(got.body.toString()).toContain('<h1>Deze wijk kennen we hier niet</h1>')
      expect(got.body.toString()).toContain('href="http://localhost:8080/"')
    },
  )

  test('two of them in one request are refused', async () => {
    const got = await served.raw(
      'GET / HTTP/1.1\r\nHost: molenwijk.localhost\r\nHost: oosterhaar.localhost\r\nConnection: close\r\n\r\n',
    )
    expect(got).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('must be there, except in HTTP/1.0', async () => {
    expect(await served.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await served.raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 404 /)
  })

  test('the one of all wijken lists them, as a page and as data', async () => {
    const page = await served.ask('/', { host: 'localhost:8080' })
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(page.body.toString()).toContain('href="http://molenwijk.localhost:8080/"')
    const data = await served.ask('/wijken.json', { host: 'localhost' })
    expect(data.headers['content-type']).toBe('application/json')
    expect(JSON.parse(data.body.toString())).toEqual([
      { slug: 'molenwijk', name: 'molenwijk', url: 'http://molenwijk.localhost:8080', release: 1 },
      { slug: 'oosterhaar', name: 'oosterhaar', url: 'http://oosterhaar.localhost:8080', release: 1 },
    ])
    expect(await served.ask('/nieuws/', { host: 'localhost' })).toMatchObject({ status: 404 })
  })

  test('without a site tells who watches over us that all is well, and leaves that address to the sites', async () => {
    for (const host of ['localhost', '127.0.0.1:8080']) {
      const { status, headers, body } = await served.ask('/health', { host })
      expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' })
      expect(JSON.parse(body.toString())).toEqual({ ok: true, sites: 2 })
    }
    expect(await served.ask('/health', { host: 'molenwijk.localhost' })).toMatchObject({ status: 404 })
  })

  test('our own pages bring their stylesheet along', async () => {
    for (const host of ['localhost', 'onbekend.localhost', 'oosterhaar.localhost']) {
      const { body } = await served.ask(host === 'localhost' ? '/' : '/weg/', { host })
      const [, path = ''] = /rel="stylesheet" href="([^"]+)"/.exec(body.toString()) ?? []
      expect(await served.ask(path, { host })).toMatchObject({
        status: 200,
        headers: {
          'content-type': 'text/css; charset=utf-8',
          'cache-control': expect.stringContaining('immutable'),
        },
      })
    }
  })
})

describe('methods', () => {
  test('HEAD says the same as GET, without the body', async () => {
    for (const path of ['/', '/groot.pdf', '/weg/', '/leeg.txt']) {
      for (const headers of [{}, { 'accept-encoding': 'br' }]) {
        const [get, head] = [
          await served.ask(path, { headers }),
          await served.ask(path, { method: 'HEAD', headers }),
        ]
        expect(head.body).toHaveLength(0)
        expect({ ...head.headers, date: null }).toEqual({ ...get.headers, date: null })
        expect(head.headers['content-length']).toBe(String(get.body.byteLength))
      }
    }
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s is not allowed',
    async (method) => {
      for (const host of ['molenwijk.localhost', 'localhost', 'onbekend.localhost']) {
        expect(await served.ask('/', { method, host })).toMatchObject({
          status: 405,
          headers: { allow: 'GET, HEAD' },
        })
      }
    },
  )

  test('a body that nobody reads closes the connection', async () => {
    const got = await served.raw(
      'POST / HTTP/1.1\r\nHost: molenwijk.localhost\r\nContent-Length: 5\r\n\r\nhallo',
    )
    expect(got).toMatch(/^HTTP\/1\.1 405 /)
    expect(got.toLowerCase()).toContain('connection: close')
  })
})

describe('asking again', () => {
  test.each([
    ['with the tag', (tag: string) => tag],
    ['with the tag made weak', (tag: string) => `W/${tag}`],
    ['with a list', (tag: string) => `"oud", W/${tag}`],
    ['with a star', () => '*'],
  ])('%s gets no body', async (_, headerOf) => {
    const { headers } = await served.ask('/')
    const again = await served.ask('/', { headers: { 'if-none-match': headerOf(headers.etag!) } })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    expect(again.headers).toMatchObject({
      etag: headers.etag,
      'wijkpers-release': '1',
      vary: 'accept-encoding',
    })
    expect(again.headers).not.toHaveProperty('content-type')
  })

  test('with the tag of another form gets the body', async () => {
    const { headers } = await served.ask('/', { headers: { 'accept-encoding': 'br' } })
    expect(await served.ask('/', { headers: { 'if-none-match': headers.etag! } })).toMatchObject({
      status: 200,
    })
  })

  test('for what is not there is never unchanged', async () => {
    expect(await served.ask('/weg/', { headers: { 'if-none-match': '*' } })).toMatchObject({ status: 404 })
  })

  test('right after a change of the same length gets the new text', async () => {
    await served.publish('tweemaal', { 'index.html': 'versie 1' })
    const host = 'tweemaal.localhost'
    for (const version of [2, 3, 4]) {
      const { headers } = await served.ask('/', { host })
      await served.publish('tweemaal', { 'index.html': `versie ${version}` })
      const again = await served.ask('/', { host, headers: { 'if-none-match': headers.etag! } })
      expect(again).toMatchObject({ status: 200, body: Buffer.from(`versie ${version}`) })
    }
  })
})

describe('compression', () => {
  test('gives each form its own tag, and says that it depends on the reader', async () => {
    const [plain, br, gzip] = await Promise.all(
      ['identity', 'br', 'gzip'].map((encoding) =>
        served.ask('/', { headers: { 'accept-encoding': encoding } }),
      ),
    )
    expect(new Set([plain!.headers.etag, br!.headers.etag, gzip!.headers.etag]).size).toBe(3)
    expect(plain!.headers).not.toHaveProperty('content-encoding')
    expect(br!.headers['content-encoding']).toBe('br')
    expect(gzip!.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(br!.body)).toEqual(plain!.body)
    expect(gunzipSync(gzip!.body)).toEqual(plain!.body)
    for (const { headers } of [plain!, br!, gzip!]) expect(headers.vary).toBe('accept-encoding')
  })

  test('is not for photos, nor for a few bytes', async () => {
    for (const path of ['/foto/a.webp', '/robots.txt']) {
      const { headers } = await served.ask(path, { headers: { 'accept-encoding': 'br, gzip' } })
      expect(headers).not.toHaveProperty('content-encoding')
      expect(headers).not.toHaveProperty('vary')
    }
  })

  test('is for the page that says that nothing is there', async () => {
    const got = await served.ask('/weg/', { headers: { 'accept-encoding': 'br' } })
    expect(got.status).toBe(404)
    expect(brotliDecompressSync(got.body).toString()).toBe(long('niet hier'))
  })
})

describe('parts of a file', () => {
  test.each([
    ['/foto/a.webp', photo],
    ['/groot.pdf', large],
  ])('of %s are exactly the bytes asked for', async (path, body) => {
    for (const [range, start, end] of [
      ['bytes=0-0', 0, 0],
      ['bytes=100-299', 100, 299],
      [`bytes=${body.length - 5}-`, body.length - 5, body.length - 1],
      ['bytes=-3', body.length - 3, body.length - 1],
    ] as const) {
      const got = await served.ask(path, { headers: { range } })
      expect(got).toMatchObject({
        status: 206,
        headers: {
          'content-range': `bytes ${start}-${end}/${body.length}`,
          'content-length': String(end - start + 1),
        },
      })
      expect(got.body.equals(body.subarray(start, end + 1))).toBe(true)
    }
  })

  test('beyond the end cannot be given', async () => {
    expect(await served.ask('/foto/a.webp', { headers: { range: 'bytes=40000-' } })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */40000', 'wijkpers-release': '1' },
    })
  })

  test('continue only the file that the reader began with', async () => {
    const { headers } = await served.ask('/foto/a.webp')
    const range = 'bytes=10-19'
    expect(await served.ask('/foto/a.webp', { headers: { range, 'if-range': headers.etag! } })).toMatchObject(
      {
        status: 206,
      },
    )
    const other = await served.ask('/foto/a.webp', { headers: { range, 'if-range': '"iets anders"' } })
    expect(other.status).toBe(200)
    expect(other.body.equals(photo)).toBe(true)
  })

  test('of a compressed text are parts of the compressed text', async () => {
    const headers = { 'accept-encoding': 'br' }
    const { body } = await served.ask('/', { headers })
    const got = await served.ask('/', { headers: { ...headers, range: 'bytes=5-14' } })
    expect(got.headers['content-encoding']).toBe('br')
    expect(got.body).toEqual(body.subarray(5, 15))
  })

  test('are no matter for HEAD, nor for a page that is not there', async () => {
    const headers = { range: 'bytes=0-1' }
    expect(await served.ask('/foto/a.webp', { method: 'HEAD', headers })).toMatchObject({ status: 200 })
    expect(await served.ask('/weg/', { headers })).toMatchObject({ status: 404 })
  })

  test('a file that is large comes whole, and one that is empty comes too', async () => {
    const whole = await served.ask('/groot.pdf')
    expect(whole).toMatchObject({ status: 200, headers: { 'content-length': '5000000' } })
    expect(whole.body.equals(large)).toBe(true)
    expect(await served.ask('/leeg.txt')).toMatchObject({ status: 200, headers: { 'content-length': '0' } })
  })
})

describe('releases', () => {
  const host = 'schuif.localhost'

  test('assets of an earlier one stay, pages of it do not', async () => {
    await served.publish('schuif', { 'index.html': 'een', 'oud/index.html': 'oud', '_astro/een.css': 'een' })
    await served.publish('schuif', { 'index.html': 'twee', 'oud/index.html': null, '_astro/een.css': null })
    expect(await served.ask('/_astro/een.css', { host })).toMatchObject({
      status: 200,
      headers: { 'wijkpers-release': '2', 'cache-control': 'public, max-age=31536000, immutable' },
    })
    expect(await served.ask('/oud/', { host })).toMatchObject({ status: 404 })
  })

  test('a wijk that moved or went answers no longer on the host it had', async () => {
    await served.publish('verhuist', { 'index.html': 'hier' }, { host: 'eerst.localhost' })
    expect(await served.ask('/', { host: 'eerst.localhost' })).toMatchObject({ status: 200 })
    await served.publish('verhuist', {}, { host: 'later.localhost' })
    expect(await served.ask('/', { host: 'eerst.localhost' })).toMatchObject({ status: 404 })
    expect(await served.ask('/', { host: 'later.localhost' })).toMatchObject({ status: 200 })
    await served.publish('verhuist', { 'index.html': null }, { host: 'later.localhost' })
    expect(await served.ask('/', { host: 'later.localhost' })).toMatchObject({ status: 404 })
  })
})

describe('clients that take their time', () => {
  test('to ask are shown out', async () => {
    const strict = await aServedStore({ limits: { headersMs: 150, requestMs: 150, lookMs: 20 } })
    expect(await strict.raw('GET / HTTP/1.1\r\nHost: mol')).toMatch(/^HTTP\/1\.1 408 /)
    expect(await strict.raw('')).toMatch(/^(HTTP\/1\.1 408 |$)/)
    await strict.close()
    expect(strict.faults).toEqual([])
  })

  // With all the time there is: where each line has to be in time, a busy machine is told that it was not.
  test('or none, and send too much or no HTTP, are shown out as well', async () => {
    const strict = await aServedStore({ limits: { headerBytes: 2048 } })
    expect(await strict.raw(`GET / HTTP/1.1\r\nHost: a\r\nx: ${'x'.repeat(4000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
    expect(await strict.raw('dit is geen http\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    await strict.close()
    expect(strict.faults).toEqual([])
  })

  test('and never read are let go', async () => {
    const strict = await aServedStore({ limits: { silenceMs: 200 } })
    await strict.publish('molenwijk', { 'groot.pdf': Buffer.alloc(30_000_000) })
    const socket = connect(strict.port, '127.0.0.1')
    socket.write('GET /groot.pdf HTTP/1.1\r\nHost: molenwijk.localhost\r\n\r\n')
    socket.pause()
    const [accepted] = await once(strict.files.server, 'connection')
    await once(accepted, 'close')
    socket.on('error', () => undefined).destroy()
    await strict.close()
    expect(strict.faults).toEqual([])
  })
})

describe('stopping', () => {
  test('finishes what is on its way, and ends connections that wait for more', async () => {
    // However long a busy machine reads: when it is cut short is the next test's.
    const served = await aServedStore({ limits: { stopMs: 600_000 } })
    await served.publish('molenwijk', {
      'index.html': 'hallo',
      'groot.pdf': large,
      'bijna-groot.pdf': almostLarge,
    })
    const idle = connect(served.port, '127.0.0.1')
    idle.write('GET / HTTP/1.1\r\nHost: molenwijk.localhost\r\n\r\n')
    await once(idle, 'data')
    // More than fits in the buffers between us: five times from memory, and from disk.
    const busy = connect(served.port, '127.0.0.1')
    const paths = [...Array.from({ length: 5 }, () => 'bijna-groot.pdf'), 'groot.pdf']
    busy.write(paths.map((path) => `GET /${path} HTTP/1.1\r\nHost: molenwijk.localhost\r\n\r\n`).join(''))
    const [first] = await once(busy, 'data')
    busy.pause()

    const idleEnded = once(idle, 'end')
    const stopped = served.close()
    await idleEnded
    const rest = await busy.toArray()
    let got = Buffer.concat([first, ...rest])
    for (const path of paths) {
      const body = path === 'groot.pdf' ? large : almostLarge
      const start = got.indexOf('\r\n\r\n') + 4
      expect(got.subarray(start, start + body.length).equals(body)).toBe(true)
      got = got.subarray(start + body.length)
    }
    expect(got).toHaveLength(0)
    await stopped
  })

  test('does not wait for ever', async () => {
    const served = await aServedStore({ limits: { stopMs: 100 } })
    await served.publish('molenwijk', { 'groot.pdf': Buffer.alloc(30_000_000) })
    const stuck = connect(served.port, '127.0.0.1')
    stuck.on('error', () => undefined)
    stuck.write('GET /groot.pdf HTTP/1.1\r\nHost: molenwijk.localhost\r\n\r\n')
    await once(stuck, 'readable')
    await served.close()
    stuck.destroy()
    expect(served.faults).toEqual([])
  })
})

describe('when something is wrong', () => {
  test('with the index, readers are told to come back; they are helped once it is mended', async () => {
    const served = await aServedStore()
    await served.publish('molenwijk', { 'index.html': 'hallo' })
    served.store.close()
    const index = join(served.folder, 'index.sqlite')
    const whole = readFileSync(index)
    rmSync(index)
    writeFileSync(index, 'geen index '.repeat(1000))
    const got = await served.ask('/')
    expect(got).toMatchObject({ status: 503, headers: { 'retry-after': '10', 'cache-control': 'no-store' } })
    expect(got.body.toString()).toContain('<h1>Er gaat iets mis bij ons</h1>')
    expect(String(served.faults[0])).toContain('remove the folder')
    expect(await served.ask('/health', { host: '127.0.0.1' })).toMatchObject({ status: 503 })

    rmSync(index)
    writeFileSync(index, whole)
    expect(await served.ask('/')).toMatchObject({ status: 200 })
    await served.close()
  })

  test('with one object, only that file fails', async () => {
    const served = await aServedStore()
    await served.publish('molenwijk', { 'index.html': 'hallo', 'a.txt': 'weg' })
    rmSync(served.store.objectPath(served.store.find('molenwijk', 'a.txt')!.hash))
    expect(await served.ask('/a.txt')).toMatchObject({ status: 500, headers: { 'wijkpers-release': '1' } })
    expect(await served.ask('/')).toMatchObject({ status: 200 })
    expect(served.faults).toHaveLength(1)
    await served.close()
  })
})

test('on https, browsers are told to stay there', async () => {
  const served = await aServedStore({ sitesUrl: 'https://{slug}.wijkpers.example' })
  const got = await served.ask('/', { host: 'wijkpers.example' })
  expect(got.headers['strict-transport-security']).toBe('max-age=63072000')
  expect(got.headers['content-security-policy']).toContain('upgrade-insecure-requests')
  await served.close()
})
