import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { aPhoto, ARTICLE, paragraph, signIn } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

let wijkpers: Wijkpers
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#c0392b' } })
  const logo = { name: 'logo.png', base64: (await picture.png().toBuffer()).toString('base64') }
  const { wijk, entries } = aWijk('molenwijk', articles(4), { logo, editors: ['anna@wijkpers.test'] })
  const pdf = { name: 'krant.pdf', base64: PDF.toString('base64') }
  const edition = {
    kind: 'edition',
    slug: 'nummer-1',
    title: 'Nummer 1',
    body: [],
    publicationDate: '2026-11-01',
  }
  const id = await wijkpers.cms.importWijk({ wijk, entries: [...entries, { ...edition, pdf }] })
  await wijkpers.cms.importWijk(aWijk('eskerveen', articles(2)))
  const anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const file = join(folder, 'plein.jpg')
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f6f4e' } })
    .jpeg()
    .toFile(file)
  const article = await anna.create(ARTICLE, {
    title: 'Met een foto',
    summary: 'Van het plein.',
    body: [paragraph('Kijk eens.')],
    photo: aPhoto(await anna.upload(file, 'Een groen vlak')),
    wijk: { connect: [{ documentId: id }] },
  })
  await anna.publish(ARTICLE, article)
  await wijkpers.untilLive('molenwijk')
  await wijkpers.untilLive('eskerveen')
})
afterAll(async () => {
  await wijkpers[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

const command = (...words: string[]) => wijkpersCommand(wijkpers.settings, 'export', ...words)
const filesBelow = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(place, join(item.parentPath, item.name)))
    .toSorted()
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>[]

test('a wijk can be taken along whole, and works on any server that shows files', async () => {
  const out = join(folder, 'molenwijk')
  const said = await command('molenwijk', '--out', out)
  expect([said.exit, said.err]).toEqual([0, ''])
  await using plain = await serveFolder(join(out, 'site'))

  // Every link on every page leads to something, and it is what is live.
  const asked = new Set(['/', '/rss.xml', '/sitemap.xml', '/robots.txt', '/agenda.ics'])
  for (const path of asked) {
    const there = await askOnce(`${plain.url}${path}`)
    const here = await wijkpers.get('molenwijk', path)
    const body = Buffer.from(await there.arrayBuffer())
    expect([path, there.status, body.toString()]).toEqual([path, here.status, here.text])
    for (const [, link] of body.toString().matchAll(/(?:href|src)="(\/[^"#?]*)/g)) asked.add(link!)
  }
  expect(asked.size).toBeGreaterThan(15)
  expect([...asked].filter((path) => path.startsWith('/foto/')).length).toBeGreaterThan(0)

  // Nothing of another wijk came along, and nothing is missing.
  const text = filesBelow(out)
    .map((path) => readFileSync(join(out, path), 'latin1'))
    .join('')
  expect(text).not.toContain('eskerveen')
  const prints = readFileSync(join(out, 'controle.sha256'), 'utf8').trimEnd().split('\n')
  const printed = Object.fromEntries(prints.map((line) => [line.slice(66), line.slice(0, 64)]))
  const found = filesBelow(out).filter((path) => path !== 'controle.sha256')
  expect(Object.keys(printed).toSorted()).toEqual(found)
  for (const path of found)
    expect([
      path,
      createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex'),
    ]).toEqual([path, printed[path]])
})

test('with its content as data, and its photos and pdfs as they were uploaded', async () => {
  const out = join(folder, 'inhoud')
  await command('molenwijk', '--out', out)
  const all = json(join(out, 'inhoud/article.json'))
  expect(all.map(({ title }) => title)).toContain('Met een foto')
  expect(all).toHaveLength(5)
  expect(json(join(out, 'inhoud/infoPage.json'))).toMatchObject([{ slug: 'over-ons' }])
  expect(json(join(out, 'inhoud/wijk.json'))).toMatchObject({ slug: 'molenwijk', name: 'Wijk molenwijk' })
  const media = json(join(out, 'media/media.json'))
  const [photo, pdf, logo, ...more] = ['jpg', 'pdf', 'png', ''].flatMap((end) =>
    media.filter(({ file }) => /\.(jpg|pdf|png)$/.exec(String(file))?.[1] === (end || undefined)),
  )
  const [edition] = json(join(out, 'inhoud/edition.json'))
  expect(readFileSync(join(out, String(pdf?.['file'])))).toEqual(PDF)
  expect(pdf).toMatchObject({ url: (edition!['pdf'] as { url: string }).url })
  expect(photo).toMatchObject({ alt: 'Het Molenplein met bomen', maker: 'Anna de Vries', licence: 'ownWork' })
  const { width, height } = await sharp(join(out, String(photo?.['file']))).metadata()
  expect([width, height]).toEqual([900, 600])
  const wijk = (await wijkpers.cms.wijken()).find(({ slug }) => slug === 'molenwijk')!
  expect(logo).toMatchObject({ url: expect.stringMatching(/^\/uploads\/logo_/), entries: [wijk.id] })
  const ofLogo = await sharp(join(out, String(logo?.['file']))).metadata()
  expect([ofLogo.format, ofLogo.width, ofLogo.height, more]).toEqual(['png', 300, 200, []])
  const readme = readFileSync(join(out, 'LEESMIJ.md'), 'utf8')
  expect(readme).toContain('# Wijk molenwijk: alles om mee te nemen')
  expect(readme).toContain(wijkpers.settings.sitesUrl.replace('{slug}', 'molenwijk'))
})

test('all wijken at once, each in a folder of its own; a folder that has something in it is left alone', async () => {
  const out = join(folder, 'alles')
  expect((await command('--all', '--out', out)).exit).toBe(0)
  expect(readdirSync(out).toSorted()).toEqual(['eskerveen', 'molenwijk'])
  expect(existsSync(join(out, 'eskerveen/site/nieuws/bericht-1/index.html'))).toBe(true)
  const again = await command('--all', '--out', out)
  expect([again.exit, again.err]).toEqual([2, expect.stringContaining('is niet leeg')])
})

test.each([
  [['molenwijk']],
  [['--out', 'x']],
  [['molenwijk', '--all', '--out', 'x']],
  [['bestaatniet', '--out', 'x']],
])('wrong use is told: %j', async (words) => {
  const { exit, err } = await command(...words)
  expect(exit).toBe(2)
  expect(err).toMatch(/map|wijk/)
})

/** As plain as a server of files can be: a folder shows its index, and that is all it knows. */
async function serveFolder(place: string) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const file = join(place, path.endsWith('/') ? `${path}index.html` : path)
    if (existsSync(file)) response.end(readFileSync(file))
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
