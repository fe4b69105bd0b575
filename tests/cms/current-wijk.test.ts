import type { WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { accountOf, ARTICLE, type Editor, EVENT, ORGANISATION, paragraph } from '../support/editor.ts'

/** Petra works in the molenwijk and the parkwijk; the dorpswijk is not hers. An operator can choose between all. */
let cms: Cms
let petra: Editor
let anna: Editor
let beheer: Editor
let molenwijk: WijkId
let parkwijk: WijkId
let dorpswijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  const people = (...names: string[]) => ({ editors: names.map((name) => `${name}@wijkpers.test`) })
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [{ slug: 'molen' }], people('anna', 'petra')))
  parkwijk = await cms.client.importWijk(aWijk('parkwijk', [{ slug: 'park' }], people('bram', 'petra')))
  dorpswijk = await cms.client.importWijk(aWijk('dorpswijk', [{ slug: 'dorp' }]))
  for (const [slug, name] of [
    ['molenwijk', 'Molenhuis'],
    ['parkwijk', 'Parkhuis'],
  ])
    await cms.client.importWijk({ wijk: { slug }, entries: [{ kind: 'organisation', slug: 'huis', name }] })
  ;[petra, anna, beheer] = (await Promise.all(
    ['petra', 'anna', 'beheer'].map((name) => cms.editor(`${name}@wijkpers.test`)),
  )) as [Editor, Editor, Editor]
})
afterAll(() => cms[Symbol.asyncDispose]())
beforeEach(() => choose(petra, null))

const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
const choose = (who: Editor, wijk: string | null) => who.ask('PUT', '/wijkpers/me/wijk', { wijk })
const namesIn = (body: unknown) =>
  (body as { results: { title?: string; name?: string }[] }).results
    .map(({ title, name }) => title ?? name ?? '')
    .toSorted((one, other) => one.localeCompare(other))
const listOf = async (who: Editor, path: string) => namesIn((await who.ask('GET', path)).body)
const jpeg = async () =>
  new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2f6f4e' } })
      .jpeg()
      .toBuffer(),
  )
async function upload(who: Editor, name: string, headers = {}): Promise<number> {
  const form = new FormData()
  form.set('files', new Blob([await jpeg()], { type: 'image/jpeg' }), name)
  return ((await who.ask('POST', '/upload', form, headers)).body as unknown as { id: number }[])[0]!.id
}

describe('the wijk that Petra chose', () => {
  test('is remembered by the server, and is one of her own', async () => {
    expect((await petra.ask('GET', '/wijkpers/me')).body.data).toMatchObject({
      currentWijk: null,
      wijken: [{ name: 'Wijk molenwijk' }, { name: 'Wijk parkwijk' }],
    })
    await choose(petra, parkwijk)
    expect((await petra.ask('GET', '/wijkpers/me')).body.data).toMatchObject({ currentWijk: parkwijk })
    expect((await choose(petra, dorpswijk)).status).toBe(403)
    expect((await choose(petra, 'nooitgeweest')).status).toBe(403)
    expect((await petra.ask('PUT', '/wijkpers/me/wijk', {})).status).toBe(400)
    expect((await petra.ask('GET', '/wijkpers/me')).body.data).toMatchObject({ currentWijk: parkwijk })
  })

  test('is what lists show; without a choice they show both', async () => {
    const both = ['Titel van molen', 'Titel van park']
    expect(await listOf(petra, at(ARTICLE))).toEqual(both)
    await choose(petra, parkwijk)
    expect(await listOf(petra, at(ARTICLE))).toEqual(['Titel van park'])
    expect((await petra.ask('GET', at(ARTICLE))).body).toMatchObject({ pagination: { total: 1 } })
    expect(await listOf(petra, at(ARTICLE, '?_q=molen'))).toEqual([])
    const { body } = await petra.ask('GET', '/wijkpers/home')
    expect((body.data!['wijken'] as { slug: string }[]).map(({ slug }) => slug)).toEqual(['parkwijk'])
    expect(JSON.stringify(body)).not.toContain('molen')
    await choose(petra, null)
    expect(await listOf(petra, at(ARTICLE))).toEqual(both)
  })

  test('is where new entries and uploads go', async () => {
    await choose(petra, parkwijk)
    const id = await petra.create(ARTICLE, { title: 'Nieuw', body: [paragraph('x')] })
    const photo = await upload(petra, 'nieuw.jpg')
    const bram = await cms.editor('bram@wijkpers.test')
    expect((await bram.ask('GET', at(ARTICLE, `/${id}`))).status).toBe(200)
    expect((await bram.ask('GET', `/upload/files/${photo}`)).status).toBe(200)
    expect((await anna.ask('GET', `/upload/files/${photo}`)).status).toBe(403)
    await petra.remove(ARTICLE, id)
  })

  test('is what the photos follow', async () => {
    await choose(petra, parkwijk)
    await upload(petra, 'park.jpg')
    await choose(petra, molenwijk)
    await upload(petra, 'molen.jpg')
    expect(await listOf(petra, '/upload/files')).toEqual(['molen.jpg'])
    await choose(petra, null)
    expect(await listOf(petra, '/upload/files')).toEqual(expect.arrayContaining(['molen.jpg', 'park.jpg']))
  })

  test('is not what photos follow while an entry of another wijk is open; one that is not hers opens nothing', async () => {
    const opened = (documentId: string) => ({ 'x-wijkpers-entry': `${ARTICLE}/${documentId}` })
    const ofMolen = await anna.create(ARTICLE, { title: 'Open', body: [paragraph('x')] })
    const bram = await cms.editor('bram@wijkpers.test')
    const ofPark = await bram.create(ARTICLE, { title: 'Van het park', body: [paragraph('x')] })
    await choose(petra, parkwijk)
    const files = async (who: Editor, documentId: string) =>
      namesIn((await who.ask('GET', '/upload/files', undefined, opened(documentId))).body)
    expect(await files(petra, ofMolen)).toEqual(['molen.jpg'])
    const photo = await upload(petra, 'bij-open.jpg', opened(ofMolen))
    expect((await anna.ask('GET', `/upload/files/${photo}`)).status).toBe(200)
    const name = async (who: Editor, documentId: string) =>
      (await who.ask('GET', `/wijkpers/wijk-of?uid=${ARTICLE}&documentId=${documentId}`)).body.data
    expect(await name(petra, ofMolen)).toMatchObject({ documentId: molenwijk, name: 'Wijk molenwijk' })

    // Of the park, which is not Anna's: as if nothing was open.
    expect(await files(anna, ofPark)).not.toContain('park.jpg')
    const annas = await upload(anna, 'van-anna.jpg', opened(ofPark))
    expect((await bram.ask('GET', `/upload/files/${annas}`)).status).toBe(403)
    expect(await name(anna, ofPark)).toBeNull()
    expect(await files(petra, 'nooitgeweest')).not.toContain('molen.jpg')
    await anna.remove(ARTICLE, ofMolen)
    await bram.remove(ARTICLE, ofPark)
  })

  test('is what links can be chosen from, except for an entry that has a wijk already', async () => {
    await choose(petra, parkwijk)
    const path = `/content-manager/relations/${EVENT}/organisation`
    expect(await listOf(petra, path)).toEqual(['Parkhuis'])
    const ofMolenwijk = await anna.create(EVENT, { title: 'Bingo', startsAt: '2027-01-01T10:00:00.000Z' })
    expect(await listOf(petra, `${path}?id=${ofMolenwijk}`)).toEqual(['Molenhuis'])
  })

  test('hides nothing of hers that she opens by its address, and moves nothing', async () => {
    const [molenhuis] = (await petra.ask('GET', at(ORGANISATION, '?filters[name][$eq]=Molenhuis'))).body[
      'results' as never
    ] as unknown as { documentId: string }[]
    await choose(petra, parkwijk)
    expect((await petra.ask('GET', at(ORGANISATION, `/${molenhuis!.documentId}`))).status).toBe(200)
    await petra.update(ORGANISATION, molenhuis!.documentId, { summary: 'Aan de molen' })
    expect(await listOf(anna, at(ORGANISATION))).toEqual(['Molenhuis'])
  })

  test('counts no longer when it is hers no longer', async () => {
    await choose(petra, parkwijk)
    const id = await accountOf(beheer, 'petra@wijkpers.test')
    await beheer.update('api::wijk.wijk', parkwijk, { editors: { disconnect: [{ id }] } })
    expect((await petra.ask('GET', '/wijkpers/me')).body.data).toMatchObject({ currentWijk: molenwijk })
    expect(await listOf(petra, at(ARTICLE))).toEqual(['Titel van molen'])
    await beheer.update('api::wijk.wijk', parkwijk, { editors: { connect: [{ id }] } })
  })
})

test('an operator chooses between all wijken, in the same way', async () => {
  expect(await listOf(beheer, at(ARTICLE))).toHaveLength(3)
  await choose(beheer, dorpswijk)
  expect(await listOf(beheer, at(ARTICLE))).toEqual(['Titel van dorp'])
  const id = await beheer.create(ARTICLE, { title: 'Van de platformbeheerder', body: [] })
  expect(await listOf(beheer, at(ARTICLE))).toEqual(['Titel van dorp', 'Van de platformbeheerder'])
  await choose(beheer, null)
  await beheer.remove(ARTICLE, id)
})

test('who has one wijk has nothing to choose', async () => {
  expect((await anna.ask('GET', '/wijkpers/me')).body.data).toMatchObject({ currentWijk: molenwijk })
  expect((await choose(anna, parkwijk)).status).toBe(403)
})

describe('the organisation that Petra writes for', () => {
  const senders = async () =>
    (await petra.ask('GET', '/wijkpers/me/senders')).body.data as unknown as {
      wijk: string
      organisation: string | null
      organisations: { documentId: string; name: string }[]
    }[]
  const organisationOf = async (uid: string, id: string) =>
    (await petra.ask('GET', `/content-manager/relations/${uid}/${id}/organisation`)).body

  test('is the sender of what she makes, unless she chooses another', async () => {
    const [molen, park] = await senders()
    const parkhuis = park!.organisations[0]!
    expect([molen!.organisation, parkhuis.name]).toEqual([null, 'Parkhuis'])
    await petra.ask('PUT', '/wijkpers/me/sender', { wijk: parkwijk, organisation: parkhuis.documentId })
    expect((await senders())[1]!.organisation).toBe(parkhuis.documentId)

    await choose(petra, parkwijk)
    const id = await petra.create(ARTICLE, {
      title: 'Van het Parkhuis',
      organisation: { connect: [], disconnect: [] },
    })
    expect(JSON.stringify(await organisationOf(ARTICLE, id))).toContain('Parkhuis')
    const elsewhere = await petra.create(EVENT, {
      title: 'In de molenwijk',
      startsAt: '2027-01-01T10:00:00.000Z',
      wijk: { connect: [{ documentId: molenwijk }] },
    })
    expect(JSON.stringify(await organisationOf(EVENT, elsewhere))).not.toContain('huis')
    await petra.ask('PUT', '/wijkpers/me/sender', { wijk: parkwijk, organisation: null })
    expect((await senders())[0]!.organisation).toBeNull()
  })

  test('is one of her own wijken, and hers to choose', async () => {
    const [molen] = await senders()
    const molenhuis = molen!.organisations[0]!.documentId
    for (const [who, wijk, organisation] of [
      [petra, parkwijk, molenhuis],
      [petra, dorpswijk, molenhuis],
      [anna, molenwijk, molenhuis],
      [beheer, molenwijk, molenhuis],
    ] as const)
      expect((await who.ask('PUT', '/wijkpers/me/sender', { wijk, organisation })).status).toBe(403)
    expect((await anna.ask('GET', '/wijkpers/me/senders')).body.data).toEqual([])
  })
})

describe('what no database can hold', () => {
  const unsound = 'Zon\0 en \ud800'
  const sound = 'Zon en \ufffd'

  test('is taken out of every text at the door', async () => {
    const id = await beheer.create(ARTICLE, { title: unsound, wijk: molenwijk })
    const texts = { title: unsound, summary: unsound, author: unsound, body: [paragraph(unsound)] }
    await beheer.update(ARTICLE, id, texts)
    expect((await beheer.ask('GET', at(ARTICLE, `/${id}`))).body.data).toMatchObject({
      title: sound,
      summary: sound,
      author: sound,
      body: [paragraph(sound)],
    })
    await beheer.update('api::wijk.wijk', molenwijk, { tagline: unsound })
    expect((await beheer.ask('GET', at('api::wijk.wijk', `/${molenwijk}`))).body.data).toMatchObject({
      tagline: sound,
    })
    const form = new FormData()
    form.set('files', new Blob([await jpeg()], { type: 'image/jpeg' }), 'zon.jpg')
    form.set('fileInfo', JSON.stringify({ name: 'zon.jpg', alternativeText: unsound }))
    expect((await beheer.ask('POST', '/upload', form)).body).toMatchObject([{ alternativeText: sound }])
    await beheer.remove(ARTICLE, id)
  })

  test('and nobody asks for it: the answer is a sentence, and no fault of ours', async () => {
    const id = await beheer.create(ARTICLE, { title: 'Gevraagd', wijk: molenwijk })
    const high = 99_999_999_999_999
    const put = (data: object) => ['PUT', at(ARTICLE, `/${id}`), data] as const
    const about = (path: string) =>
      ['GET', `/wijkpers/${path}?uid=${ARTICLE}&documentId=${id}%00`, undefined] as const
    const asked = [
      put({ organisation: 'a\0' }),
      put({ organisation: high }),
      put({ organisation: { connect: [{ id: high }] } }),
      put({ photo: { file: high } }),
      ['GET', at(ARTICLE, `/${id}%00`), undefined],
      ['GET', at(ARTICLE, '?_q=%00'), undefined],
      ['GET', at(ARTICLE, '?filters[title][$eq]=a%00'), undefined],
      ['GET', at(ARTICLE, `?filters[id][$eq]=${high}`), undefined],
      ['GET', `/upload/files/${high}`, undefined],
      ['POST', at(ARTICLE, '/actions/bulkPublish'), { documentIds: ['a\0'] }],
      ...['versions', 'receipt', 'trail', 'plan', 'review', 'life'].map(about),
    ] as const
    for (const [method, path, body] of asked) {
      const { status, body: said } = await beheer.ask(method, path, body)
      expect([method, path, body, said, status < 500]).toEqual([method, path, body, said, true])
    }
    const { status, body } = await beheer.ask('GET', at(ARTICLE, '?_q=%00'))
    expect([status, body.error?.message]).toEqual([
      400,
      expect.stringMatching(/^In dit adres staat een teken/),
    ])
    await beheer.remove(ARTICLE, id)
  })
})

test('what Strapi refuses is said in Dutch', async () => {
  const id = await anna.create(ARTICLE, { title: 'Eraf', body: [paragraph('x')] })
  const said = async (method: string, rest: string, body: object) => {
    const answer = await anna.ask(method, at(ARTICLE, `/${id}${rest}`), body)
    return [answer.status, answer.body.error?.message]
  }
  expect(await said('POST', '/actions/unpublish', {})).toEqual([
    404,
    expect.stringMatching(/^Dit staat niet meer op de site\./),
  ])
  const photo = { file: await upload(anna, 'weg.jpg'), alt: 'Weg' }
  await anna.ask('DELETE', `/upload/files/${photo.file}`)
  expect(await said('PUT', '', { photo })).toEqual([
    403,
    expect.stringMatching(/^Dit bestand is er niet meer/),
  ])
  const ofBeheer = await beheer.ask('PUT', at(ARTICLE, `/${id}`), { photo })
  expect([ofBeheer.status, ofBeheer.body.error?.message]).toEqual([
    400,
    expect.stringMatching(/^Een foto .* is er niet meer\./),
  ])
  expect(await said('PUT', '', { title: 'x'.repeat(121) })).toEqual([
    400,
    '‘Titel’ mag hoogstens 120 tekens lang zijn.',
  ])
  expect(await said('POST', '/actions/publish', { title: 'x' })).toEqual([
    400,
    '‘Titel’ heeft ten minste 2 tekens nodig.',
  ])
  const link = { type: 'link', url: 'geen link', children: [{ type: 'text', text: 'x' }] }
  expect(await said('PUT', '', { body: [{ type: 'paragraph', children: [link] }] })).toEqual([
    400,
    expect.stringMatching(/^Een link in de tekst/),
  ])
  expect(await said('PUT', '', { body: [{ type: 'vreemd' }] })).toEqual([
    400,
    expect.stringMatching(/^‘Tekst’/),
  ])
  await anna.remove(ARTICLE, id)
})

describe('at the same moment', () => {
  test('two of three keepers are stopped: the wijk asks for another', async () => {
    await cms.client.importWijk({ wijk: { slug: 'molenwijk', editors: ['bram@wijkpers.test'] }, entries: [] })
    const keepers = [
      await accountOf(beheer, 'bram@wijkpers.test'),
      await accountOf(beheer, 'petra@wijkpers.test'),
    ]
    const set = (isActive: boolean) =>
      Promise.all(keepers.map((id) => beheer.ask('PUT', `/admin/users/${id}`, { isActive })))
    const asks = async () => (await cms.client.manifest(molenwijk))?.wijk?.wantsBuurtverbinder
    for (let round = 0; round < 5; round += 1) {
      expect((await set(false)).map(({ status }) => status)).toEqual([200, 200])
      expect(await asks()).toBe(true)
      expect((await set(true)).map(({ status }) => status)).toEqual([200, 200])
      expect(await asks()).toBe(false)
    }
  })

  test('two entries move in opposite directions: neither waits for the other', async () => {
    const wijken = [molenwijk, parkwijk] as const
    const inWijk = (wijk: string) => ({ wijk: { connect: [{ documentId: wijk }] } })
    const ids = await Promise.all(
      wijken.map((wijk, n) =>
        beheer.create(ARTICLE, { title: `Verhuist ${n}`, body: [paragraph('x')], ...inWijk(wijk) }),
      ),
    )
    for (const id of ids) await beheer.publish(ARTICLE, id)
    for (let round = 1; round <= 5; round += 1) {
      for (const [n, id] of ids.entries()) await beheer.update(ARTICLE, id, inWijk(wijken[(n + round) % 2]!))
      await Promise.all(ids.map((id) => beheer.publish(ARTICLE, id)))
    }
    expect(cms.log()).not.toMatch(/deadlock/)
  })
})
