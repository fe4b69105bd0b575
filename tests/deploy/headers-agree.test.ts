/** One table makes the headers for our own server, for `_headers` and for nginx: what a reader gets is the same. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createEmbeddedTarget, nginxConf } from '@wijkpers/deploy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, aServedStore, type Got } from '../../apps/file-server/src/testing/a-served-store.ts'
import { until } from '../../scripts/wait.ts'
import { freePorts } from '../support/ports.ts'
import { aNetlifyTarget } from './a-netlify-target.ts'
import { aDelta, firstFiles, pageLeft } from './a-delta.ts'

const HOST = 'molenwijk.wijk.test'
const files = {
  ...firstFiles,
  'over-ons/index.html': 'Over ons',
  'agenda/feest/index.html': 'Feest',
  'agenda/feest.ics': 'BEGIN:VCALENDAR',
  'sitemap.xml': '<urlset/>',
  'robots.txt': 'User-agent: *',
  'favicon.svg': '<svg/>',
  '_astro/hoist.js': 'export {}',
  'stijl/molen.css': 'body{}',
  '410/index.html': 'Weggehaald',
  'leeg/index.html': 'Hier staat nu niets',
  'insluiten/leeg/index.html': 'Nu niets',
  'insluiten/agenda/index.html': 'Agenda in een andere site',
  // Pages of the site itself, below what an entry can have left.
  'agenda/week/2026-w48/index.html': 'Deze week',
  'prikbord/soort/gratis/index.html': 'Gratis',
}
const left = {
  'nieuws/oud/index.html': '/nieuws/markt/',
  'oude-pagina/index.html': '/over-ons/',
  'agenda/feestje/index.html': '/agenda/feest/',
  'organisaties/de-brug/index.html': '/organisaties/brug/',
  'prikbord/weg/index.html': '',
  'agenda/weg/index.html': '',
  'agenda/week/index.html': '',
  'prikbord/soort/index.html': '/nieuws/markt/',
}
const addresses = [
  ...Object.keys(files).map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`),
  '/nieuws/bestaat-niet/',
  '/insluiten/bestaat-niet/',
  '/agenda/plek/het-molenplein/',
  '/agenda/plek/het-molenplein/rss.xml',
  '/agenda/maand/2026-11/',
  '/insluiten/agenda',
  '/bestaat-niet',
  '/nieuws',
  '/over-ons',
  '/agenda/feest',
  '/nieuws/oud/',
  '/nieuws/oud',
  '/oude-pagina/',
  '/agenda/feestje.ics',
  '/organisaties/de-brug/rss.xml',
  '/prikbord/weg/',
  '/prikbord/weg',
  '/agenda/weg.ics',
  '/agenda/week/',
  '/agenda/week/2026-w47/',
  '/agenda/week/2026-w48.ics',
  '/prikbord/soort/',
  '/prikbord/weg.ics',
  '/organisaties/de-brug/iets.xml',
  '/_headers',
  '/_redirects',
]
const compared = [
  'content-type',
  'cache-control',
  'location',
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'strict-transport-security',
]

/** At an address of which nothing is known `_headers` cannot tell who may show it in a frame, so there is no policy at all. */
const unknown = new Set(['/bestaat-niet', '/_headers', '/_redirects'])

/** What must be the same; the text of a redirect, spaces and the case of a charset are each server's own. */
const shownBy = ({ status, headers, body }: Got) => ({
  status,
  body: status === 301 ? '' : body.toString(),
  headers: Object.fromEntries(
    compared
      .filter((name) => !(status === 301 && /content-type|cache-control|content-security-policy/.test(name)))
      .map((name) => [name, headers[name]?.toLowerCase().replaceAll(', ', ',')]),
  ) as Record<string, string | undefined>,
})

describe.each([
  ['http', false],
  ['https', true],
])('for public addresses on %s', (scheme, isHttps) => {
  let served: Awaited<ReturnType<typeof aServedStore>>
  let netlify: Awaited<ReturnType<typeof aNetlifyTarget>>
  const site = { slug: 'molenwijk', name: 'Molenwijk', url: `${scheme}://${HOST}` }

  beforeAll(async () => {
    served = await aServedStore({ sitesUrl: `${scheme}://{slug}.wijk.test` })
    netlify = await aNetlifyTarget({ via: 'digest', isHttps })
    const filesUrl = `http://127.0.0.1:${served.port}`
    for (const target of [createEmbeddedTarget({ store: served.store, filesUrl }), netlify.target])
      await target.publish(aDelta({ site, put: files, left }))
  })
  afterAll(async () => {
    await served.close()
    await netlify.close()
  })

  test.each(addresses)('%s is the same on Netlify', async (path) => {
    const shown = shownBy(await served.ask(path, { host: HOST }))
    if (unknown.has(path)) shown.headers['content-security-policy'] = undefined
    expect(shownBy(await netlify.read(HOST, path))).toEqual(shown)
    expect((await netlify.read(HOST, path)).headers['wijkpers-release']).toBe('1')
  })

  test('a list that is empty now says so, and leads on', async () => {
    for (const path of [
      '/agenda/plek/het-molenplein/',
      '/agenda/week/2026-w47/',
      '/prikbord/soort/gevraagd/',
    ])
      expect(await served.ask(path, { host: HOST })).toMatchObject({
        status: 404,
        body: Buffer.from('Hier staat nu niets'),
      })
    expect((await served.ask('/agenda/week/2026-w48/', { host: HOST })).status).toBe(200)
  })

  test('only what is made to stand in a page of another site may do so', async () => {
    const ancestors = async (path: string) => {
      const { headers } = await served.ask(path, { host: HOST })
      return /frame-ancestors [^;]*/.exec(headers['content-security-policy'] ?? '')?.[0]
    }
    expect(await ancestors('/insluiten/agenda/')).toBe('frame-ancestors *')
    for (const path of ['/', '/agenda/feest/', '/bestaat-niet', '/foto/markt.webp'])
      expect(await ancestors(path)).toBe("frame-ancestors 'none'")
  })

  // Where there is no nginx, there is nothing to compare with: `_headers` stands for the table.
  test.runIf(existsSync('/usr/sbin/nginx'))('every address is the same behind nginx', async () => {
    await using nginx = await startNginx(isHttps)
    for (const path of [...addresses, '/nieuws/index.html', '/nieuws/oud/index.html', '/nieuws/oud/?a=1'])
      expect([path, shownBy(await nginx.ask(path))]).toEqual([
        path,
        shownBy(await served.ask(path, { host: HOST })),
      ])
  })
})

async function startNginx(isHttps: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const moved = Object.entries(left).map(([path, movedTo]) => [path, pageLeft(movedTo)] as const)
  // As in an archive, where these lie beside the files for who takes them to Netlify.
  const rules = ['_headers', '_redirects'].map((path) => [path, 'voor een ander'] as const)
  for (const [path, text] of [...Object.entries(files), ...moved, ...rules]) {
    mkdirSync(dirname(join(folder, 'site', path)), { recursive: true })
    writeFileSync(join(folder, 'site', path), text)
  }
  const [port = 0] = await freePorts(1)
  const conf = nginxConf({
    root: join(folder, 'site'),
    listen: `127.0.0.1:${port}`,
    serverName: '_',
    isHttps,
    files: [
      ...Object.keys(files).map((path) => [path, {}] as const),
      ...Object.entries(left).map(([path, movedTo]) => [path, { movedTo }] as const),
    ],
  })
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events {} http { access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b;
fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;\n${conf}}`,
  )
  // As root its workers would be somebody else, who may not read a temporary folder.
  const child = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'user root;'], {
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  await until('nginx', async () => (await ask(port, '/')).status > 0)
  return {
    ask: (path: string) => ask(port, path, { host: HOST }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
