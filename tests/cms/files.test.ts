import { readdir } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lossesIn } from '../../packages/releases/src/testing/losses.ts'
import { root } from '../../scripts/settings.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { newDataFolder } from '../support/fresh-data.ts'
import { aPhoto, ARTICLE, type Editor, paragraph, WIJK } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'

let cms: Cms
let anna: Editor
const data = newDataFolder('wijkpers-files-', {})
const temporary = mkdtempSync(join(tmpdir(), 'wijkpers-tmp-'))
const noted = mkdtempSync(join(tmpdir(), 'wijkpers-disk-'))
const record = join(noted, 'record')
const recorder = pathToFileURL(join(root, 'packages/releases/src/testing/record-disk.ts')).href

beforeAll(async () => {
  // The folder of what is uploaded is made by this start.
  rmSync(join(data, 'cms/public'), { recursive: true })
  cms = await startCms({
    data,
    env: { TMPDIR: temporary, NODE_OPTIONS: `--import=${recorder}`, DISK_RECORD: record },
  })
  await cms.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  anna = await cms.editor('anna@wijkpers.test')
})
afterAll(async () => {
  await cms[Symbol.asyncDispose]()
  for (const folder of [data, temporary, noted]) rmSync(folder, { recursive: true, force: true })
})

interface Uploaded {
  readonly id: number
  readonly url: string
  readonly formats: Record<string, { url: string }> | null
}
function form(bytes: Uint8Array, name: string, type: string, field = 'files'): FormData {
  const form = new FormData()
  form.set(field, new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}
async function upload(bytes: Uint8Array, name: string, type: string) {
  const { status, body } = await anna.ask('POST', '/upload', form(bytes, name, type))
  return { status, error: body.error?.message, file: (body as unknown as Uploaded[])[0] }
}
const bytesOf = async (url: string) => Buffer.from(await (await askOnce(cms.url + url)).arrayBuffer())

// Taken in the Molenwijk, on its side: what a telephone writes into a photo.
const fromTelephone = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#2f6f4e' } })
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'Telefoon', Artist: 'Anna de Vries', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 22/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '4/1 53/1 0/1',
      },
    })

describe('a photo', () => {
  test.each([
    ['jpeg', (photo: Sharp) => photo.jpeg(), 'jpeg'],
    // So small and poor already that writing it anew makes it larger.
    ['jpeg of the poorest quality', (photo: Sharp) => photo.jpeg({ quality: 1 }), 'jpeg'],
    ['png', (photo: Sharp) => photo.png(), 'png'],
    ['webp', (photo: Sharp) => photo.webp(), 'webp'],
    ['avif', (photo: Sharp) => photo.avif(), 'avif'],
  ] as const)('as %s loses where and by whom it was taken, and stands upright', async (_, as, type) => {
    const bytes = await as(fromTelephone()).toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const { status, file } = await upload(bytes, `foto.${type}`, `image/${type}`)
    expect(status).toBe(201)
    for (const url of [file!.url, file!.formats!['thumbnail']!.url]) {
      const kept = await bytesOf(url)
      const { exif, xmp, iptc, orientation, width, height } = await sharp(kept).metadata()
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(height).toBeGreaterThan(width)
      expect(kept.includes('Anna de Vries')).toBe(false)
    }
    expect(Object.keys(file!.formats!)).toEqual(['thumbnail'])
  })

  test('with something else hidden behind it loses that too', async () => {
    const bytes = Buffer.concat([
      await fromTelephone().jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ])
    const { file } = await upload(bytes, 'foto.jpg', 'image/jpeg')
    expect((await bytesOf(file!.url)).includes('<script>')).toBe(false)
  })

  test('is cleaned when it replaces another one', async () => {
    const first = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const { file } = await upload(first, 'foto.jpg', 'image/jpeg')
    await anna.ask(
      'POST',
      `/upload/files/${file!.id}/replace`,
      form(await fromTelephone().jpeg().toBuffer(), 'foto.jpg', 'image/jpeg'),
    )
    expect((await sharp(await bytesOf(file!.url)).metadata()).exif).toBeUndefined()
  })
})

describe('what is refused', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const other = /^Dit bestand kan niet/
  const broken = /^Deze foto is niet te lezen\. Het bestand is stuk/
  const half = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])
  test.each([
    ['an svg', svg, 'plaatje.svg', 'image/svg+xml', other],
    ['an svg that says it is a jpeg', svg, 'plaatje.jpg', 'image/jpeg', broken],
    ['a page that says it is a jpeg', html, 'pagina.jpg', 'image/jpeg', broken],
    ['a page', html, 'pagina.html', 'text/html', other],
    ['a program', Buffer.from('#!/bin/sh\necho hoi'), 'hoi.sh', 'application/x-sh', other],
    ['half a jpeg', half, 'half.jpg', 'image/jpeg', broken],
  ])('%s', async (_, bytes, name, type, why) => {
    const before = await readdir(join(cms.data, 'cms/public/uploads'))
    const { status, error } = await upload(bytes, name, type)
    expect(status).toBe(400)
    expect(error).toMatch(why)
    expect(await readdir(join(cms.data, 'cms/public/uploads'))).toEqual(before)
  })

  test.each([
    [
      'a pdf with the name of a photo',
      () => pdf,
      'wijkkrant.jpg',
      'image/jpeg',
      /is een pdf, maar .+ eindigt op \.pdf/,
    ],
    [
      'a photo with the name of a pdf',
      () => fromTelephone().jpeg().toBuffer(),
      'wijkkrant.pdf',
      'application/pdf',
      /is een foto, maar .+ eindigt op \.jpg/,
    ],
  ] as const)('%s: every publish would fail on it', async (_, bytes, name, type, why) => {
    const { status, error } = await upload(await bytes(), name, type)
    expect([status, error]).toEqual([400, expect.stringMatching(why)])
  })

  test('a file of more than 10 MB', async () => {
    const { status } = await upload(Buffer.alloc(10.5 * 1024 * 1024, 1), 'groot.pdf', 'application/pdf')
    expect([400, 413]).toContain(status)
  })
})

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')

test('a pdf is taken as it is', async () => {
  const { status, file } = await upload(pdf, 'brief.pdf', 'application/pdf')
  expect(status).toBe(201)
  expect((await bytesOf(file!.url)).equals(pdf)).toBe(true)
})

test('what was answered survives a power cut: a photo in all its sizes, a pdf, and what takes their place', async () => {
  const ofFile = (file: Uploaded) =>
    [file.url, ...Object.values(file.formats ?? {}).map(({ url }) => url)].map((url) =>
      join(cms.data, 'cms/public', url),
    )
  const losses = (file: Uploaded) => ofFile(file).map((path) => lossesIn(record).get(path))
  const jpeg = await fromTelephone().jpeg().toBuffer()
  for (const [bytes, name, type, files] of [
    [jpeg, 'veilig.jpg', 'image/jpeg', 2],
    [pdf, 'veilig.pdf', 'application/pdf', 1],
  ] as const) {
    const { file } = await upload(bytes, name, type)
    expect(losses(file!)).toEqual(Array(files).fill(null))
    const written = lossesIn(record).size
    const replaced = await anna.ask('POST', `/upload/files/${file!.id}/replace`, form(bytes, name, type))
    expect(replaced.status).toBe(200)
    expect(losses(replaced.body as unknown as Uploaded)).toEqual(Array(files).fill(null))
    // What was there stays whole until the new bytes are: nothing is written over in its place.
    expect(lossesIn(record).size).toBe(written)
  }
})

test('the database is not below the folder that is served', async () => {
  for (const path of [
    '/data.db',
    '/uploads/../data.db',
    '/uploads/%2e%2e/data.db',
    '/uploads/..%2f..%2fdata.db',
  ])
    expect((await askOnce(cms.url + path)).ok).toBe(false)
})

test('what strangers send leaves nothing behind', async () => {
  await expect.poll(() => readdir(temporary)).toEqual([])
  const bytes = Buffer.alloc(1024 * 1024, 1)
  for (const [path, field] of [
    ['/upload', 'files'],
    ['/upload', 'anders'],
    ['/bestaat/niet', 'anders'],
    ['/admin/login', 'anders'],
  ] as const)
    await fetch(cms.url + path, {
      method: 'POST',
      body: form(bytes, 'x.bin', 'application/octet-stream', field),
    })
  await expect.poll(() => readdir(temporary)).toEqual([])
})

test('photos that are imported twice are there once', async () => {
  const base64 = (await fromTelephone().jpeg().toBuffer()).toString('base64')
  const photo = aPhoto({ name: 'molen.jpg', base64 })
  const data = aWijk('met-foto', [{ slug: 'een' }, { slug: 'twee' }])
  const entries = data.entries.map((entry) => (entry.kind === 'article' ? { ...entry, photo } : entry))
  const before = (await readdir(join(cms.data, 'cms/public/uploads'))).length
  const wijk = await cms.client.importWijk({ ...data, entries })
  await cms.client.importWijk({ ...data, entries })
  // The photo and its thumbnail.
  expect(await readdir(join(cms.data, 'cms/public/uploads'))).toHaveLength(before + 2)

  const ids = (await cms.client.manifest(wijk))!.entries.map(({ id }) => id)
  const answers = (await cms.client.entries(wijk, ids)).entries.map(({ entry }) => entry)
  const photos = answers.flatMap((entry) => (entry.kind === 'article' ? [entry.photo] : []))
  expect(photos).toHaveLength(2)
  expect(photos[0]).toMatchObject({ alt: 'Het Molenplein met bomen', maker: 'Anna de Vries' })
  expect(photos[1]).toEqual(photos[0])
  expect((await sharp(await bytesOf(photos[0]!.url)).metadata()).exif).toBeUndefined()
})

test('an import with a photo that is none writes nothing', async () => {
  const data = aWijk('mislukt', [{ slug: 'een' }])
  const photo = aPhoto({ name: 'x.jpg', base64: Buffer.from('geen foto').toString('base64') })
  const entries = data.entries.map((entry) => (entry.kind === 'article' ? { ...entry, photo } : entry))
  await expect(cms.client.importWijk({ ...data, entries })).rejects.toThrow(/file x\.jpg: expected a JPEG/)
  expect((await cms.client.wijken()).map(({ slug }) => slug)).not.toContain('mislukt')
})

test('a photo in an article is the photo on the site, with its text', async () => {
  const { file } = await upload(await fromTelephone().jpeg().toBuffer(), 'plein.jpg', 'image/jpeg')
  const info = new FormData()
  info.set('fileInfo', JSON.stringify({ alternativeText: 'Het plein met bomen' }))
  await anna.ask('PUT', `/upload/files/${file!.id}`, info)
  // What was said of the file is where a photo of it begins.
  const photo = aPhoto(file!.id, { alt: '', source: 'Archief', licence: 'ccBy' })
  const id = await anna.create(ARTICLE, { title: 'Het plein', body: [], photo })
  await anna.publish(ARTICLE, id)
  const wijk = (await cms.client.wijken()).find(({ slug }) => slug === 'molenwijk')!
  const { entries } = await cms.client.entries(wijk.id, [id as never])
  expect(entries[0]?.entry).toMatchObject({
    photo: {
      url: file!.url,
      alt: 'Het plein met bomen',
      maker: 'Anna de Vries',
      source: 'Archief',
      licence: 'ccBy',
      focus: null,
    },
  })
})

test('a logo is on the site of its wijk and of no other, comes with an import, and leaves like a photo', async () => {
  const base64 = (await fromTelephone().png().toBuffer()).toString('base64')
  const data = aWijk('met-logo', [], { logo: { name: 'logo.png', base64 }, editors: ['bram@wijkpers.test'] })
  const wijk = await cms.client.importWijk(data)
  const wanted = async () => (await cms.client.wijken()).find(({ id }) => id === wijk)!.wanted
  const logo = async () => (await cms.client.manifest(wijk))!.wijk!.logo
  const first = await logo()
  expect(first).toMatchObject({ url: expect.stringMatching(/^\/uploads\/logo_/) })
  await cms.client.importWijk(data)
  expect([await wanted(), await logo()]).toEqual([1, first])

  const bram = await cms.editor('bram@wijkpers.test')
  const { body } = await bram.ask('GET', '/upload/files?filters[name][$eq]=logo.png')
  const id = (body as unknown as { results: { id: number }[] }).results[0]!.id
  const ofAnna = (await cms.client.wijken()).find(({ slug }) => slug === 'molenwijk')!
  const taken = await anna.ask('PUT', `/content-manager/collection-types/${WIJK}/${ofAnna.id}`, { logo: id })
  expect([taken.status, taken.body.error?.message]).toEqual([
    403,
    'Dit bestand is er niet meer, of het hoort bij een andere wijk. Kies een ander.',
  ])

  // Other bytes at the same address are another logo; without its file there is none.
  await bram.ask(
    'POST',
    `/upload/files/${id}/replace`,
    form(await fromTelephone().png().toBuffer(), 'logo.png', 'image/png'),
  )
  expect([await wanted(), (await logo())!.version === first!.version]).toEqual([2, false])
  // The bytes that it took the place of are withdrawn as those of a file that is thrown away.
  expect(await cms.client.withdrawn(null)).toContainEqual(
    expect.objectContaining({ wijk, url: first!.url, version: first!.version }),
  )
  await cms.editor('beheer@wijkpers.test').then((beheer) => beheer.ask('DELETE', `/upload/files/${id}`))
  expect([await wanted(), await logo()]).toEqual([3, null])
  const noted = (await cms.client.withdrawn(null)).findLast((file) => file.url === first!.url)!
  const since = async (instant: number) =>
    (await cms.client.withdrawn(new Date(instant).toISOString())).map((file) => file.url)
  expect(await since(Date.parse(noted.at))).toContain(first!.url)
  expect(await since(Date.parse(noted.at) + 1)).not.toContain(first!.url)

  // What an editor chooses belongs to his wijk, and is the logo from then on.
  const own = await upload(await fromTelephone().png().toBuffer(), 'molen.png', 'image/png')
  await anna.update(WIJK, ofAnna.id, { logo: own.file!.id })
  expect((await cms.client.manifest(ofAnna.id))!.wijk!.logo).toMatchObject({ url: own.file!.url })
})

test('what is not somebody’s to change keeps its bytes: a photo that is online, the logo of a wijk', async () => {
  const people = ['petra@wijkpers.test', 'sam@wijkpers.test', 'coach@wijkpers.test']
  const wijk = await cms.client.importWijk(aWijk('fotowijk', [], { editors: people }))
  const [petra, sam, coach] = (await Promise.all(people.map((email) => cms.editor(email)))) as [
    Editor,
    Editor,
    Editor,
  ]
  const photo = await fromTelephone().png().toBuffer()
  const { body } = await sam.ask('POST', '/upload', form(photo, 'sam.png', 'image/png'))
  const file = (body as unknown as Uploaded[])[0]!
  const kept = await bytesOf(file.url)
  const refused = async (who: Editor, why: string, whyKept = why) => {
    const other = await sharp(photo).negate().png().toBuffer()
    const tries = [
      await who.ask('POST', `/upload/files/${file.id}/replace`, form(other, 'sam.png', 'image/png')),
      await who.ask('POST', `/upload?id=${file.id}`, form(other, 'sam.png', 'image/png')),
      await who.ask('DELETE', `/upload/files/${file.id}`),
      await who.ask('POST', '/upload/actions/bulk-delete', { fileIds: [file.id], folderIds: [] }),
    ]
    expect(tries.map(({ status, body }) => [status, body.error?.message])).toEqual([
      [403, why],
      [403, why],
      [403, whyKept],
      [403, whyKept],
    ])
    expect((await bytesOf(file.url)).equals(kept)).toBe(true)
  }

  const article = await petra.create(ARTICLE, {
    title: 'De brug is open',
    body: [paragraph('Fietsen kan weer.')],
    photo: aPhoto(file.id),
    wijk: { connect: [{ documentId: wijk }] },
  })
  await petra.publish(ARTICLE, article)
  await refused(sam, 'Deze foto staat op de site. Vraag een buurtverbinder om die te wijzigen.')
  await petra.update(WIJK, wijk, { logo: file.id })
  await refused(
    coach,
    'Dit is het logo van de wijk. Vraag een buurtverbinder om het te wijzigen.',
    'Foto’s en bestanden weggooien doet een buurtverbinder. Je kunt een foto wel uit een bericht halen.',
  )
  // What people agreed to is the picture that is there; a pdf would be no photo.
  const whyPeople =
    'Op deze foto staan mensen. Zij vonden het goed dat déze foto op de site staat. Kies in het bericht zelf een nieuwe foto: dan zie je meteen wat erbij moet staan.'
  const beheer = await cms.editor('beheer@wijkpers.test')
  const other = form(await sharp(photo).negate().png().toBuffer(), 'sam.png', 'image/png')
  const pdf = form(Buffer.from('%PDF-1.4\n%%EOF'), 'sam.pdf', 'application/pdf')
  const replace = async (who: Editor, path: string, by: FormData) => {
    const { status, body: told } = await who.ask('POST', path, by)
    return [status, told.error?.message]
  }
  await petra.update(ARTICLE, article, {
    photo: aPhoto(file.id, { people: 'adults', consent: 'publicGathering' }),
  })
  for (const who of [petra, beheer])
    for (const path of [`/upload/files/${file.id}/replace`, `/upload?id=${file.id}`]) {
      expect(await replace(who, path, other)).toEqual([403, whyPeople])
      expect(await replace(who, path, pdf)).toEqual([400, 'Vervang een foto door een andere foto.'])
    }
  expect((await bytesOf(file.url)).equals(kept)).toBe(true)

  await petra.update(ARTICLE, article, { photo: aPhoto(file.id) })
  expect(await replace(petra, `/upload?id=${file.id}`, other)).toEqual([200, undefined])
  expect((await bytesOf(file.url)).equals(kept)).toBe(false)

  // Who throws it away stands in the trail, and it goes from earlier releases.
  await petra.ask('DELETE', `/upload/files/${file.id}`)
  expect((await cms.client.withdrawn(null)).map(({ url }) => url)).toContain(file.url)
  const { body: trail } = await coach.ask('GET', '/wijkpers/trail/wijken')
  expect(trail.data).toContainEqual(
    expect.objectContaining({
      act: 'delete',
      who: 'Petra Jansen',
      title: 'sam.png',
      kind: 'foto of bestand',
    }),
  )
})

test('a pdf is no photo and no logo, a photo is no wijkkrant: every publish would fail on it', async () => {
  const pdfBytes = Buffer.from('%PDF-1.4\n%%EOF')
  const [pdf, photo] = [
    (await upload(pdfBytes, 'a.pdf', 'application/pdf')).file!.id,
    (await upload(await fromTelephone().jpeg().toBuffer(), 'a.jpg', 'image/jpeg')).file!.id,
  ]
  const noPhoto = 'Dit bestand is geen foto of plaatje. Kies een jpg, png, webp of avif.'
  const at = (uid: string) => `/content-manager/collection-types/${uid}`
  const refused = async (method: string, path: string, data: object) => {
    const { status, body } = await anna.ask(method, path, data)
    const { details } = body.error as unknown as { details: { errors: { path: string[] }[] } }
    return [status, body.error?.message, details.errors.map((fault) => fault.path.join('.'))]
  }
  const withPhoto = { title: 'Fietsles', photo: aPhoto(pdf) }
  expect(await refused('POST', at(ARTICLE), withPhoto)).toEqual([400, noPhoto, ['photo.file']])
  const shop = { name: 'Bakkerij', photos: [aPhoto(photo), aPhoto({ id: pdf })] }
  expect(await refused('POST', at('api::business.business'), shop)).toEqual([400, noPhoto, ['photos.1.file']])
  const edition = { title: 'Nummer 1', pdf: photo }
  expect(await refused('POST', at('api::edition.edition'), edition)).toEqual([
    400,
    'Dit bestand is geen pdf. Kies een pdf.',
    ['pdf'],
  ])
  const { results } = (await anna.ask('GET', at(WIJK))).body as unknown as {
    results: { documentId: string }[]
  }
  expect(await refused('PUT', `${at(WIJK)}/${results[0]!.documentId}`, { logo: pdf })).toEqual([
    400,
    noPhoto,
    ['logo'],
  ])
  const base64 = pdfBytes.toString('base64')
  const data = aWijk('met-pdf', [{ slug: 'een' }])
  const entries = data.entries.map((entry) => ({ ...entry, photo: aPhoto({ name: 'a.pdf', base64 }) }))
  await expect(cms.client.importWijk({ ...data, entries: entries.slice(0, 1) })).rejects.toThrow(
    'file a.pdf: a PDF is no photo',
  )
})
