import type { WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { aPhoto, ARTICLE, type Editor, paragraph } from '../support/editor.ts'

let cms: Cms
let anna: Editor
let molenwijk: WijkId
let file: number

beforeAll(async () => {
  cms = await startCms()
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  anna = await cms.editor('anna@wijkpers.test')
  const form = new FormData()
  const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2f6f4e' } })
    .jpeg()
    .toBuffer()
  form.set('files', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'plein.jpg')
  const { body } = await anna.ask('POST', '/upload', form)
  file = (body as unknown as { id: number }[])[0]!.id
})
afterAll(() => cms[Symbol.asyncDispose]())

const TEXT = { title: 'Het plein', body: [paragraph('Nieuwe bomen.')] }

/** What an editor reads who publishes an article with this photo: by field. Empty when it came online. */
async function refused(photo: object): Promise<Record<string, string>> {
  const { status, body } = await anna.ask(
    'POST',
    `/content-manager/collection-types/${ARTICLE}/actions/publish`,
    { ...TEXT, photo },
  )
  if (status < 300) return {}
  const { details } = body.error as unknown as {
    details: { errors: { path: string[]; message: string }[] }
  }
  return Object.fromEntries(details.errors.map(({ path, message }) => [path.join('.'), message]))
}

describe('a photo cannot go online', () => {
  test('with nothing said of it: all that is missing is told at once, at its field', async () => {
    expect(await refused({ file })).toEqual({
      'photo.alt':
        'Schrijf bij de foto wat erop te zien is. Is het alleen versiering? Zet dan ‘Alleen versiering’ op Ja.',
      'photo.maker': 'Vul bij de foto in wie de maker is.',
      'photo.licence': 'Kies bij de foto de rechten. Een foto van internet halen mag niet.',
      'photo.people': 'Kies of er op de foto mensen herkenbaar zijn.',
    })
  })

  test.each([
    ['without its file', { file: null }, 'photo.file', 'Kies bij de foto een bestand, of haal de foto weg.'],
    ['with spaces for a maker', { maker: '  ' }, 'photo.maker', 'Vul bij de foto in wie de maker is.'],
    [
      'with people, and no reason that they may be on it',
      { people: 'adults' },
      'photo.consent',
      'Kies waarom de mensen op de foto op de site mogen.',
    ],
    [
      'with people at a public gathering, and no weighing',
      { people: 'adults', consent: 'publicGathering' },
      'photo.consentNote',
      'Schrijf bij de foto kort op waarom je vindt dat deze mensen ook zonder toestemming op de site mogen.',
    ],
    [
      'with children who said yes themselves',
      { people: 'children', consent: 'given' },
      'photo.consent',
      'Op de foto zijn kinderen herkenbaar. Dat mag alleen met toestemming van een ouder of verzorger. Heb je die niet? Kies dan een andere foto.',
    ],
    [
      'with children at a public gathering',
      { people: 'children', consent: 'publicGathering', consentNote: 'Optocht' },
      'photo.consent',
      'Op de foto zijn kinderen herkenbaar. Dat mag alleen met toestemming van een ouder of verzorger. Heb je die niet? Kies dan een andere foto.',
    ],
  ])('%s', async (_, change, field, message) => {
    expect(await refused(aPhoto(file, change))).toEqual({ [field]: message })
  })

  test('with rights that cannot be chosen, such as those of the internet', async () => {
    expect(Object.keys(await refused(aPhoto(file, { licence: 'internet' })))).not.toEqual([])
  })

  test('by an import either', async () => {
    const base64 = (
      await sharp({ create: { width: 30, height: 30, channels: 3, background: '#fff' } })
        .jpeg()
        .toBuffer()
    ).toString('base64')
    const photo = { file: { name: 'x.jpg', base64 }, alt: 'Wit vlak' }
    const entries = [{ kind: 'article', slug: 'een', ...TEXT, photo }]
    await expect(cms.client.importWijk({ wijk: { slug: 'nooit' }, entries })).rejects.toThrow(
      /Vul bij de foto in wie de maker is/,
    )
    expect((await cms.client.wijken()).map(({ slug }) => slug)).not.toContain('nooit')
  })

  test('but its entry can be saved, and nothing of it is public', async () => {
    const before = (await cms.client.manifest(molenwijk))?.revision
    const id = await anna.create(ARTICLE, { ...TEXT, photo: { file } })
    await anna.update(ARTICLE, id, { photo: { file, people: 'children' } })
    expect((await cms.client.manifest(molenwijk))?.revision).toBe(before)
    const bulk = await anna.ask('POST', `/content-manager/collection-types/${ARTICLE}/actions/bulkPublish`, {
      documentIds: [id],
    })
    expect([bulk.status, bulk.body.error?.message]).toEqual([
      400,
      expect.stringContaining('Vul bij de foto in wie de maker is.'),
    ])
  })
})

describe('a photo goes online', () => {
  test.each([
    ['as decoration, without words', { alt: '', decorative: true }],
    ['with grown people who agreed', { people: 'adults', consent: 'given' }],
    [
      'with people in a crowd, weighed',
      { people: 'adults', consent: 'publicGathering', consentNote: 'Markt' },
    ],
    ['with children, when a parent agreed', { people: 'children', consent: 'guardian' }],
  ])('%s', async (_, change) => {
    expect(await refused(aPhoto(file, change))).toEqual({})
  })

  test('and who agreed, and how, stays in the CMS', async () => {
    const id = await anna.create(ARTICLE, {
      ...TEXT,
      photo: aPhoto(file, { people: 'adults', consent: 'given', consentNote: 'Mail van Truus Bakker' }),
    })
    await anna.publish(ARTICLE, id)
    const { data } = await cms.graphql(
      'query ($wijk: ID!, $ids: [ID!]!) { entries(wijk: $wijk, ids: $ids) { entries } }',
      { wijk: molenwijk, ids: [id] },
    )
    expect(JSON.stringify(data)).not.toMatch(/Truus|consent|people/)
  })
})
