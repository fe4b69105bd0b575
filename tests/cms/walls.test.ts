import type { WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import {
  type AdminAnswer,
  aPhoto,
  ARTICLE,
  type Editor,
  EVENT,
  INFO_PAGE,
  ORGANISATION,
  paragraph,
  WIJK,
} from '../support/editor.ts'

/** Anna is editor of the molenwijk, Bram of the parkwijk. What is Bram's, Anna must not see, change or link to. */
let cms: Cms
let anna: Editor
let bram: Editor
let beheer: Editor
let molenwijk: WijkId
let parkwijk: WijkId
let ofAnna: string
let ofBram: string
let houseOfAnna: string
let houseOfBram: string
let eventOfBram: string
let fileOfAnna: number
let fileOfBram: number

const SECRET = 'Alleen voor het park'

beforeAll(async () => {
  cms = await startCms()
  ;[anna, bram, beheer] = await Promise.all([
    cms.editor('anna@wijkpers.test'),
    cms.editor('bram@wijkpers.test'),
    cms.editor('beheer@wijkpers.test'),
  ])
  molenwijk = await cms.client.importWijk(
    aWijk('molenwijk', articles(2), { editors: ['anna@wijkpers.test'] }),
  )
  parkwijk = await cms.client.importWijk(
    aWijk('parkwijk', [{ slug: 'geheim', title: SECRET }], { editors: ['bram@wijkpers.test'] }),
  )
  ofAnna = await anna.create(ARTICLE, { title: 'Van Anna', body: [paragraph('Molen.')] })
  ofBram = await bram.create(ARTICLE, { title: SECRET, body: [paragraph(SECRET)] })
  houseOfAnna = await anna.create(ORGANISATION, { name: 'Molenhuis' })
  houseOfBram = await bram.create(ORGANISATION, { name: SECRET })
  eventOfBram = await bram.create(EVENT, {
    title: SECRET,
    startsAt: '2026-12-01T19:00:00.000Z',
    organisation: { connect: [{ documentId: houseOfBram }] },
  })
  fileOfAnna = await upload(anna)
  fileOfBram = await upload(bram)
})
afterAll(() => cms[Symbol.asyncDispose]())

const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
const jpeg = async () =>
  new Uint8Array(
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2f6f4e' } })
      .jpeg()
      .toBuffer(),
  )
async function upload(who: Editor, fields: Record<string, string> = {}): Promise<number> {
  const { body } = await ask(who, fields)
  return (body as unknown as { id: number }[])[0]!.id
}
async function ask(who: Editor, fields: Record<string, string>): Promise<AdminAnswer> {
  const form = new FormData()
  form.set('files', new Blob([await jpeg()], { type: 'image/jpeg' }), 'park.jpg')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return who.ask('POST', '/upload', form)
}
const idsOf = ({ body }: AdminAnswer) =>
  (body as unknown as { results: { documentId: string }[] }).results.map(({ documentId }) => documentId)
const titleOf = async (id: string) => (await beheer.ask('GET', at(ARTICLE, `/${id}`))).body.data?.['title']

describe('what Anna sees', () => {
  test('her own articles and wijk, and nothing of the park', async () => {
    const seen = idsOf(await anna.ask('GET', at(ARTICLE, '?pageSize=100')))
    expect(seen).toContain(ofAnna)
    expect(seen).not.toContain(ofBram)
    expect(seen).toHaveLength(3)
    expect(idsOf(await anna.ask('GET', at(WIJK)))).toEqual([molenwijk])
    expect(idsOf(await beheer.ask('GET', at(ARTICLE, '?pageSize=100')))).toHaveLength(5)
  })

  test.each([
    ['by search', `?_q=${encodeURIComponent(SECRET)}`],
    ['by a filter on the title', `?filters[title][$contains]=park`],
    ['by a filter on the wijk', `?filters[wijk][slug][$eq]=parkwijk`],
    ['by a filter on the key of the wijk', `?filters[wijkKey][$notNull]=true&filters[title][$contains]=park`],
  ])('nothing of the park %s', async (_, query) => {
    const answer = await anna.ask('GET', at(ARTICLE, query))
    expect(JSON.stringify(answer.body)).not.toContain(SECRET)
  })

  test('no article or wijk of the park by its id, not even that it exists', async () => {
    for (const path of [
      at(ARTICLE, `/${ofBram}`),
      at(ARTICLE, `/${ofBram}/actions/countDraftRelations`),
      at(ARTICLE, `/actions/countManyEntriesDraftRelations?documentIds[]=${ofBram}`),
      at(WIJK, `/${parkwijk}`),
      at(EVENT, `/${eventOfBram}`),
      at(ORGANISATION, `/${houseOfBram}`),
      `/content-manager/relations/${EVENT}/${eventOfBram}/organisation`,
    ]) {
      const { status, body } = await anna.ask('GET', path)
      expect([403, 404]).toContain(status)
      expect(JSON.stringify(body)).not.toMatch(/arkwijk|het park/)
    }
    const checked = await anna.ask('POST', at(ARTICLE, '/actions/bulkFindForValidation'), {
      documentIds: [ofBram],
    })
    expect(checked.body).toEqual({ results: [] })
  })

  test('only her own wijk to choose from', async () => {
    const { body } = await anna.ask('GET', `/content-manager/relations/${ARTICLE}/wijk`)
    expect(JSON.stringify(body)).toContain('molenwijk')
    expect(JSON.stringify(body)).not.toContain('parkwijk')
  })

  test.each([
    ['populate[wijk][populate]=editors'],
    ['populate=*'],
    ['populate[createdBy]=*&fields=password'],
    ['sort=createdBy.password:ASC'],
    ['filters[createdBy][password][$startsWith]=a'],
    ['sort=nergens'],
  ])('beside a choice of links nothing of who works there: %s', async (query) => {
    const links = (more: string) =>
      anna.ask('GET', `/content-manager/relations/${ARTICLE}/organisation?id=${ofAnna}&${more}`)
    const { status, body } = await links(query)
    expect([status, body]).toEqual([200, (await links('')).body])
    expect(JSON.stringify(body)).not.toMatch(/password|@wijkpers/)
  })

  test('no people to choose from, as makers or as editors', async () => {
    for (const path of [`${ARTICLE}/createdBy`, `${WIJK}/editors`, `${WIJK}/${molenwijk}/editors`]) {
      const { status, body } = await anna.ask('GET', `/content-manager/relations/${path}`)
      expect([path, status]).toEqual([path, 404])
      expect(JSON.stringify(body)).not.toContain('@wijkpers')
    }
  })

  test.each([
    [at(ARTICLE), 'sort=wijk.editors.password:ASC', 'Sorteren op ‘wijk.editors.password’ kan niet.'],
    [at(ARTICLE), 'sort=photo.file.createdBy.password', 'Sorteren op ‘photo.file.createdBy.password’'],
    [at(ARTICLE), 'sort=wijkKey', 'Sorteren op ‘wijkKey’ kan niet.'],
    [at(ARTICLE), 'filters[wijk][editors][email][$contains]=a', 'Filteren op ‘wijk.editors.email’ kan niet.'],
    [at(WIJK), 'filters[editors][password][$startsWith]=a', 'Filteren op ‘editors.password’ kan niet.'],
    ['/upload/files', 'sort=related.id', 'Sorteren op ‘related.id’ kan niet.'],
    ['/upload/files', 'sort=nergens', 'Sorteren op ‘nergens’ kan niet.'],
    ['/upload/files', 'filters[folder][files][name]=a', 'Filteren op ‘folder.files.name’ kan niet.'],
  ])('nothing by asking %s?%s, which is refused in Dutch', async (path, query, said) => {
    for (const who of [anna, beheer]) {
      const { status, body } = await who.ask('GET', `${path}?${query}`)
      expect([status, body.error?.message]).toEqual([400, expect.stringContaining(said)])
    }
  })

  test.each([
    [at(ARTICLE), 'sort=wijk.name:ASC&filters[$and][0][organisation][documentId][$null]=true'],
    [at(ARTICLE), 'sort=status:DESC&filters[title][$contains]=Anna&populate=wijk.editors&fields=password'],
    ['/upload/files', 'sort=createdAt:DESC&filters[$and][0][folder][id][$null]=true&populate[createdBy]=*'],
  ])('what the panel asks: %s?%s', async (path, query) => {
    const { status, body } = await anna.ask('GET', `${path}?${query}`)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/password|"editors"/)
  })

  test.each(['draft', 'published', 'published-modified', 'published-unmodified'])(
    'what Strapi’s own filter on the status asks: %s',
    async (status) => {
      const query = `?pageSize=100&filters[$and][0][__status][$eq]=${status}`
      const answer = await anna.ask('GET', at(ARTICLE, query))
      expect(answer.status).toBe(200)
      expect(idsOf(answer)).toHaveLength({ draft: 1, published: 2, 'published-unmodified': 2 }[status] ?? 0)
    },
  )

  test('in the order of what she chose, nothing of colleagues', async () => {
    const asked = (more: object) =>
      anna.ask('POST', at(ARTICLE, '/actions/bulkFindForValidation'), { documentIds: seen, ...more })
    const seen = idsOf(await anna.ask('GET', at(ARTICLE, '?pageSize=100')))
    const plain = idsOf(await asked({}))
    expect(plain).toHaveLength(3)
    // Two ways round: one of them differs where the order is obeyed.
    for (const sort of ['createdBy.email:asc', 'createdBy.email:desc', 'title:asc', 'title:desc'])
      expect(idsOf(await asked({ sort, locale: 'nl' }))).toEqual(plain)
  })

  test.each([ARTICLE, EVENT])('only her own organisations to choose from, in %s', async (uid) => {
    const { body } = await anna.ask('GET', `/content-manager/relations/${uid}/organisation`)
    const { results } = body as unknown as { results: { documentId: string }[] }
    expect(results.map(({ documentId }) => documentId)).toEqual([houseOfAnna])
  })

  test('her own events and organisations, and none of the park', async () => {
    const seen = async (uid: string) => idsOf(await anna.ask('GET', at(uid, '?pageSize=100')))
    expect(await seen(EVENT)).toEqual([])
    expect(await seen(ORGANISATION)).toEqual([houseOfAnna])
  })

  test('only her own files, no folders', async () => {
    const { body } = await anna.ask('GET', '/upload/files')
    const files = (body as unknown as { results: { id: number }[] }).results
    expect(files.map(({ id }) => id)).toEqual([fileOfAnna])
    expect((await anna.ask('GET', `/upload/files/${fileOfBram}`)).status).toBe(403)
    await beheer.ask('POST', '/upload/folders', { name: 'Map van het park', parent: null })
    for (const path of ['/upload/folders', '/upload/folder-structure'])
      expect((await anna.ask('GET', path)).body).toEqual({ data: [] })
    expect((await anna.ask('GET', '/upload/folders/1')).status).toBe(403)
  })

  test('nothing that Strapi counts over all wijken', async () => {
    for (const path of ['/content-manager/homepage/count-documents', '/admin/homepage/key-statistics'])
      expect((await anna.ask('GET', path)).status).toBe(403)
  })

  test('receipts and overview of her own wijk only', async () => {
    const { body } = await anna.ask('GET', '/wijkpers/home')
    expect((body.data!['wijken'] as { slug: string }[]).map(({ slug }) => slug)).toEqual(['molenwijk'])
    expect(JSON.stringify(body)).not.toContain(SECRET)
    await bram.publish(ARTICLE, ofBram)
    const receipt = (who: Editor, uid: string, id: string) =>
      who.ask('GET', `/wijkpers/receipt?uid=${uid}&documentId=${id}`)
    expect((await receipt(bram, ARTICLE, ofBram)).body.data).toMatchObject({ state: 'received' })
    expect((await receipt(anna, ARTICLE, ofBram)).body.data).toBeNull()
    expect((await receipt(anna, WIJK, parkwijk)).body.data).toBeNull()
  })
})

describe('what Anna makes', () => {
  test('belongs to her one wijk without her choosing it', async () => {
    const { body } = await anna.ask('POST', at(INFO_PAGE), { title: 'Contact', body: [] })
    const shown = await beheer.ask('GET', at(INFO_PAGE, `/${String(body.data?.['documentId'])}?populate=*`))
    expect(JSON.stringify(shown.body)).not.toContain('wijkKey')
    await anna.publish(INFO_PAGE, String(body.data?.['documentId']), {
      title: 'Contact',
      body: [paragraph('Bel.')],
    })
    const manifest = await cms.client.manifest(molenwijk)
    expect(manifest?.entries.map(({ id }) => String(id))).toContain(body.data?.['documentId'])
  })

  test('can belong to an organisation that is hers, whatever key it carries', async () => {
    const id = await anna.create(EVENT, {
      title: 'Bij de molen',
      startsAt: '2026-12-01T19:00:00.000Z',
      organisation: { connect: [{ documentId: houseOfAnna }] },
      organisationKey: houseOfBram,
    })
    await anna.publish(ORGANISATION, houseOfAnna)
    await anna.publish(EVENT, id)
    const { data } = await cms.graphql(
      'query ($wijk: ID!, $ids: [ID!]!) { entries(wijk: $wijk, ids: $ids) { entries } }',
      { wijk: molenwijk, ids: [id] },
    )
    expect(data?.['entries']).toMatchObject({ entries: [{ organisation: houseOfAnna }] })
    const shown = await anna.ask('GET', at(EVENT, `/${id}?populate=*`))
    expect(JSON.stringify(shown.body)).not.toContain('organisationKey')
  })

  test('cannot carry the key of another wijk', async () => {
    await anna.ask('POST', at(ARTICLE), { title: 'Met sleutel', body: [], wijkKey: parkwijk })
    expect(JSON.stringify((await bram.ask('GET', at(ARTICLE, '?pageSize=100'))).body)).not.toContain(
      'Met sleutel',
    )
    await anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { wijkKey: parkwijk })
    expect(idsOf(await anna.ask('GET', at(ARTICLE, '?pageSize=100')))).toContain(ofAnna)
  })
})

describe('what Anna cannot do to the park', () => {
  const inPark = { connect: [{ documentId: '' }] }
  const belongs = (organisation: string) => ({
    title: 'Gluurder',
    startsAt: '2026-12-01T19:00:00.000Z',
    organisation: { connect: [{ documentId: organisation }] },
  })
  const rowOf = async (id: string) => (await beheer.ask('GET', at(ORGANISATION, `/${id}`))).body.data?.['id']
  const refusals: [string, () => Promise<AdminAnswer>][] = [
    [
      'make an article there',
      () => anna.ask('POST', at(ARTICLE), { title: 'Gluurder', body: [], wijk: inPark }),
    ],
    [
      'make an article there, by the number of its row',
      () => anna.ask('POST', at(ARTICLE), { title: 'Gluurder', body: [], wijk: 2 }),
    ],
    ['move her own article there', () => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { wijk: inPark })],
    ['change an article', () => anna.ask('PUT', at(ARTICLE, `/${ofBram}`), { title: 'Gekaapt' })],
    [
      'take an article to her own wijk',
      () => anna.ask('PUT', at(ARTICLE, `/${ofBram}`), { wijk: { connect: [{ documentId: molenwijk }] } }),
    ],
    ['publish an article', () => anna.ask('POST', at(ARTICLE, `/${ofBram}/actions/publish`), {})],
    ['take an article back', () => anna.ask('POST', at(ARTICLE, `/${ofBram}/actions/unpublish`), {})],
    ['throw a saved change away', () => anna.ask('POST', at(ARTICLE, `/${ofBram}/actions/discard`), {})],
    ['delete an article', () => anna.ask('DELETE', at(ARTICLE, `/${ofBram}`))],
    [
      'copy an article',
      () => anna.ask('POST', at(ARTICLE, `/clone/${ofBram}`), { title: 'Kopie', body: [] }),
    ],
    ['copy an article without a form', () => anna.ask('POST', at(ARTICLE, `/auto-clone/${ofBram}`), {})],
    [
      'publish in bulk',
      () => anna.ask('POST', at(ARTICLE, '/actions/bulkPublish'), { documentIds: [ofBram] }),
    ],
    [
      'take back in bulk',
      () => anna.ask('POST', at(ARTICLE, '/actions/bulkUnpublish'), { documentIds: [ofBram] }),
    ],
    ['delete in bulk', () => anna.ask('POST', at(ARTICLE, '/actions/bulkDelete'), { documentIds: [ofBram] })],
    ...[ARTICLE, EVENT].flatMap((uid): [string, () => Promise<AdminAnswer>][] => [
      [`make an entry of ${uid} for an organisation`, () => anna.ask('POST', at(uid), belongs(houseOfBram))],
      [
        `make an entry of ${uid} for an organisation, by the number of its row`,
        async () => anna.ask('POST', at(uid), { ...belongs(''), organisation: await rowOf(houseOfBram) }),
      ],
      [
        `make an entry of ${uid} for an organisation, set in the place of others`,
        () =>
          anna.ask('POST', at(uid), {
            ...belongs(''),
            organisation: { set: [{ documentId: houseOfBram }] },
          }),
      ],
    ]),
    [
      'let her own article belong to an organisation',
      () => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), belongs(houseOfBram)),
    ],
    ['change an event', () => anna.ask('PUT', at(EVENT, `/${eventOfBram}`), { cancelled: true })],
    ['publish an event', () => anna.ask('POST', at(EVENT, `/${eventOfBram}/actions/publish`), {})],
    ['delete an event', () => anna.ask('DELETE', at(EVENT, `/${eventOfBram}`))],
    [
      'change an organisation',
      () => anna.ask('PUT', at(ORGANISATION, `/${houseOfBram}`), { website: 'https://anna.nl' }),
    ],
    ['delete an organisation', () => anna.ask('DELETE', at(ORGANISATION, `/${houseOfBram}`))],
    ['change the settings', () => anna.ask('PUT', at(WIJK, `/${parkwijk}`), { tagline: 'Van Anna' })],
    ['delete the wijk', () => anna.ask('DELETE', at(WIJK, `/${parkwijk}`))],
    ['make a wijk', () => anna.ask('POST', at(WIJK), { name: 'Annawijk', state: 'active' })],
    ['use a photo', () => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { photo: { file: fileOfBram } })],
    [
      'use a photo, connected',
      () =>
        anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { photo: { file: { connect: [{ id: fileOfBram }] } } }),
    ],
    // Shapes that one layer of Strapi reads as nothing, and another as a link.
    ...[
      () => ({ id: fileOfBram, connect: [] }),
      () => ({ set: null, connect: [{ id: fileOfBram }] }),
      () => ({ set: [], connect: [{ id: fileOfBram }] }),
      () => ({ disconnect: [], connect: { documentId: '', id: fileOfBram } }),
      () => ({ connect: [{ id: fileOfBram, __pivot: {} }] }),
      () => [[fileOfBram]],
      () => ` ${fileOfBram}`,
    ].flatMap((shape, index): [string, () => Promise<AdminAnswer>][] => [
      [
        `use a photo, in odd shape ${index}`,
        () => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { photo: { file: shape() } }),
      ],
      [
        `use a photo, in a list that is none, in odd shape ${index}`,
        () => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { photo: [[{ file: shape() }]] }),
      ],
      [
        `use a logo, in odd shape ${index}`,
        () => anna.ask('PUT', at(WIJK, `/${molenwijk}`), { logo: shape() }),
      ],
    ]),
    [
      'move her own article there, and take nothing away',
      () => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), { wijk: { documentId: parkwijk, disconnect: [] } }),
    ],
    [
      'make an event for an organisation, and set nothing',
      () =>
        anna.ask('POST', at(EVENT), {
          ...belongs(''),
          organisation: { set: null, connect: [{ documentId: houseOfBram }] },
        }),
    ],
    [
      'describe a photo',
      async () => {
        const form = new FormData()
        form.set('fileInfo', JSON.stringify({ alternativeText: 'Gekaapt' }))
        return anna.ask('PUT', `/upload/files/${fileOfBram}`, form)
      },
    ],
    [
      'describe photos in bulk',
      () =>
        anna.ask('POST', '/upload/actions/bulk-update', {
          updates: [
            { id: fileOfAnna, fileInfo: { caption: 'Gekaapt' } },
            { id: fileOfBram, fileInfo: { caption: 'Gekaapt' } },
          ],
        }),
    ],
    ['delete a photo', () => anna.ask('DELETE', `/upload/files/${fileOfBram}`)],
    [
      'delete photos in bulk',
      () => anna.ask('POST', '/upload/actions/bulk-delete', { fileIds: [fileOfBram], folderIds: [] }),
    ],
    [
      'delete folders',
      () => anna.ask('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [1] }),
    ],
    [
      'move photos in bulk',
      () =>
        anna.ask('POST', '/upload/actions/bulk-move', { fileIds: [fileOfBram], destinationFolderId: null }),
    ],
    ['make a folder', () => anna.ask('POST', '/upload/folders', { name: 'Van Anna', parent: null })],
    [
      'hang a photo on an article while uploading',
      () => ask(anna, { ref: ARTICLE, refId: '2', field: 'photo' }),
    ],
    [
      'let the CMS fetch an address',
      () => anna.ask('POST', '/upload/actions/upload-from-urls', { urls: ['http://127.0.0.1/'] }),
    ],
  ]

  beforeAll(() => {
    inPark.connect[0]!.documentId = parkwijk
  })

  test.each(refusals)('%s', async (_, act) => {
    const before = await cms.client.wijken()
    const { status, body } = await act()
    expect([400, 403, 404, 405]).toContain(status)
    expect(JSON.stringify(body)).not.toContain(SECRET)
    expect(await cms.client.wijken()).toEqual(before)
  })

  test('a link that is refused tells nothing about an organisation, not even that it exists', async () => {
    const answers = await Promise.all(
      [houseOfBram, 'nooitgeweest'].map((id) => anna.ask('PUT', at(ARTICLE, `/${ofAnna}`), belongs(id))),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(403)
  })

  test('what is asked of an article of the park is answered as of one that is not there', async () => {
    const acts: [string, (id: string) => string, object?][] = [
      ['GET', (id) => at(ARTICLE, `/${id}`)],
      ['PUT', (id) => at(ARTICLE, `/${id}`), { title: 'Gekaapt' }],
      ['DELETE', (id) => at(ARTICLE, `/${id}`)],
      ['POST', (id) => at(ARTICLE, `/clone/${id}`), { title: 'Gekaapt' }],
      ...['publish', 'unpublish', 'discard'].map((act): [string, (id: string) => string, object] => [
        'POST',
        (id) => at(ARTICLE, `/${id}/actions/${act}`),
        {},
      ]),
      ['GET', (id) => `/content-manager/relations/${ARTICLE}/${id}/organisation`],
    ]
    for (const [method, path, data] of acts) {
      const [there, nowhere] = [
        await anna.ask(method, path(ofBram), data),
        await anna.ask(method, path('nooitgeweest'), data),
      ]
      expect([method, path(''), there]).toEqual([method, path(''), nowhere])
    }
  })

  test('no folder is told from one that is not there', async () => {
    const made = await beheer.ask('POST', '/upload/folders', { name: SECRET, parent: null })
    for (const folder of [Number(made.body.data?.['id']), 999_999])
      for (const asked of [
        await ask(anna, { fileInfo: JSON.stringify({ folder }) }),
        await anna.ask('PUT', `/upload/files/${fileOfAnna}`, { fileInfo: { folder } }),
        await anna.ask('POST', '/upload/actions/bulk-update', {
          updates: [{ id: fileOfAnna, fileInfo: { folder } }],
        }),
      ])
        expect([asked.status, asked.body.error?.message]).toEqual([
          403,
          'Mappen zijn alleen voor platformbeheerders.',
        ])
  })

  test('files are searched by what is said of them, and not by the wijken that they were of', async () => {
    const found = async (words: string) =>
      ((await anna.ask('GET', `/upload/files?_q=${words}`)).body as unknown as { results: { id: number }[] })
        .results
    expect((await found('PARK')).map(({ id }) => id)).toContain(fileOfAnna)
    expect(await found(molenwijk)).toEqual([])
  })

  test('and all of it is still there, as it was', async () => {
    expect(await titleOf(ofBram)).toBe(SECRET)
    expect(await titleOf(ofAnna)).toBe('Van Anna')
    const { body } = await bram.ask('GET', `/upload/files/${fileOfBram}`)
    expect(body).toMatchObject({ id: fileOfBram, caption: null, alternativeText: null })
    const own = await anna.ask('GET', at(ARTICLE, `/${ofAnna}`))
    expect(own.body.data?.['photo']).toBeNull()
    const { body: event } = await bram.ask('GET', at(EVENT, `/${eventOfBram}`))
    expect(event.data).toMatchObject({ cancelled: false, organisation: { count: 1 } })
    expect(JSON.stringify((await beheer.ask('GET', at(EVENT))).body)).not.toContain('Gluurder')
    const { body: park } = await beheer.ask('GET', at(WIJK, `/${parkwijk}`))
    expect(park.data).toMatchObject({ tagline: '' })
    expect((await cms.client.manifest(molenwijk))?.wijk?.logo).toBeNull()
  })
})

describe('the number of a file', () => {
  // PostgreSQL reads the first ones as numbers too.
  test.each(['1_2', '0x1', '%2B1', '1.0', '1e0', '%201', 'undefined'])(
    'written as %s is no number, whoever asks',
    async (id) => {
      for (const who of [anna, beheer]) {
        const form = new FormData()
        form.set('files', new Blob([await jpeg()], { type: 'image/jpeg' }), 'park.jpg')
        const answers = [
          await who.ask('POST', `/upload/files/${id}/replace`, form),
          await who.ask('POST', `/upload?id=${id}`, form),
          await who.ask('PUT', `/upload/files/${id}`, { fileInfo: { name: 'x' } }),
          await who.ask('GET', `/upload/files/${id}`),
          await who.ask('DELETE', `/upload/files/${id}`),
          await who.ask('POST', '/upload/actions/bulk-move', {
            fileIds: [decodeURIComponent(id)],
            destinationFolderId: null,
          }),
        ]
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
      }
    },
  )

  test('is said once, and tells nothing of a file that is not hers', async () => {
    const twice = `/upload?id=${fileOfAnna}&id=${fileOfBram}`
    expect((await anna.ask('POST', twice, { fileInfo: { name: 'x' } })).status).toBe(404)
    for (const method of ['GET', 'DELETE'])
      for (const id of [fileOfBram, 999_999])
        expect((await anna.ask(method, `/upload/files/${id}`)).status).toBe(403)
  })
})

describe('which document something is', () => {
  test('is never said by its text: it becomes no part of an entry of the park, and her wijk not the park', async () => {
    const before = await cms.client.manifest(parkwijk)
    for (const identity of [{ documentId: ofBram }, { id: 1 }, { id: 1, documentId: ofBram }]) {
      const text = { title: 'Ondergeschoven', body: [paragraph('x')], ...identity }
      const made = (await anna.ask('POST', at(ARTICLE), text)).body.data!
      expect(made['documentId']).not.toBe(ofBram)
      const id = String(made['documentId'])
      const saved = (await anna.ask('PUT', at(ARTICLE, `/${id}`), text)).body.data
      expect(saved).toMatchObject({ id: made['id'], documentId: id })
      const online = await anna.ask('POST', at(ARTICLE, `/${id}/actions/publish`), text)
      expect([online.status, online.body.data?.['documentId']]).toEqual([200, id])
      const copy = await anna.ask('POST', at(ARTICLE, `/clone/${id}`), text)
      expect(copy.body.data?.['documentId']).not.toBe(ofBram)
      const there = await anna.ask('POST', at(ARTICLE, '/actions/publish'), text)
      expect(there.body.data?.['documentId']).not.toBe(ofBram)
    }
    const settings = { tagline: 'Van ons', documentId: parkwijk }
    expect((await anna.ask('PUT', at(WIJK, `/${molenwijk}`), settings)).body.data).toMatchObject({
      documentId: molenwijk,
    })
    expect(idsOf(await anna.ask('GET', at(WIJK)))).toEqual([molenwijk])
    expect(await titleOf(ofBram)).toBe(SECRET)
    expect(await cms.client.manifest(parkwijk)).toEqual(before)
  })
})

describe('what Anna can do in her own wijk', () => {
  test('publish, take back and delete, one by one and in bulk', async () => {
    const ids = [
      await anna.create(ARTICLE, { title: 'Een', body: [paragraph('x')] }),
      await anna.create(ARTICLE, { title: 'Twee', body: [paragraph('x')] }),
    ]
    for (const act of ['bulkPublish', 'bulkUnpublish', 'bulkDelete']) {
      const { status } = await anna.ask('POST', at(ARTICLE, `/actions/${act}`), { documentIds: ids })
      expect([act, status]).toEqual([act, 200])
    }
  })

  test('change the texts of the wijk, not its name, address, state or editors', async () => {
    const { status, body } = await anna.ask('PUT', at(WIJK, `/${molenwijk}`), { tagline: 'Van ons allemaal' })
    expect([status, body.data?.['tagline']]).toEqual([200, 'Van ons allemaal'])
    for (const data of [{ name: 'Annawijk' }, { slug: 'annawijk' }, { state: 'archived' }, { editors: [] }]) {
      await anna.ask('PUT', at(WIJK, `/${molenwijk}`), data)
      expect((await cms.client.manifest(molenwijk))?.wijk).toMatchObject({
        name: 'Wijk molenwijk',
        slug: 'molenwijk',
        state: 'active',
      })
    }
    expect(idsOf(await anna.ask('GET', at(WIJK)))).toEqual([molenwijk])
  })

  test('use and delete her own photo', async () => {
    const photo = await upload(anna)
    await anna.update(ARTICLE, ofAnna, { photo: { file: photo } })
    expect((await anna.ask('GET', at(ARTICLE, `/${ofAnna}`))).body.data?.['photo']).toMatchObject({
      file: { id: photo },
    })
    expect(
      (await anna.ask('POST', '/upload/actions/bulk-delete', { fileIds: [photo], folderIds: [] })).status,
    ).toBe(200)
  })
})

describe('an editor of several wijken', () => {
  beforeAll(async () => {
    for (const slug of ['molenwijk', 'parkwijk'])
      await cms.client.importWijk({ wijk: { slug, editors: ['petra@wijkpers.test'] }, entries: [] })
  })

  test('is asked to choose, works in both, and may move from one to the other', async () => {
    const petra = await cms.editor('petra@wijkpers.test')
    const unchosen = await petra.ask('POST', at(ARTICLE), { title: 'Waar?', body: [] })
    expect(unchosen.body.error?.message).toBe(
      'Kies eerst de wijk waar dit bij hoort. Dat kan ook boven in beeld.',
    )
    const id = await petra.create(ARTICLE, {
      title: 'Hier',
      body: [paragraph('x')],
      wijk: { connect: [{ documentId: molenwijk }] },
    })
    await petra.update(ARTICLE, id, { wijk: { connect: [{ documentId: parkwijk }] } })
    expect(idsOf(await bram.ask('GET', at(ARTICLE, '?pageSize=100')))).toContain(id)
    expect(idsOf(await anna.ask('GET', at(ARTICLE, '?pageSize=100')))).not.toContain(id)
  })

  test('moves an entry: who reads it there is told the name of its maker and no more, and nothing of what is live elsewhere', async () => {
    const petra = await cms.editor('petra@wijkpers.test')
    const id = await bram.create(ARTICLE, { title: 'Van de overkant', body: [paragraph('x')] })
    await bram.publish(ARTICLE, id)
    await petra.update(ARTICLE, id, { wijk: { connect: [{ documentId: molenwijk }] } })
    const { body } = await anna.ask('GET', at(ARTICLE, `/${id}`))
    expect(body.data?.['createdBy']).toEqual({
      id: expect.any(Number),
      firstname: 'Bram',
      lastname: 'Yilmaz',
    })
    expect((body as unknown as { meta: object }).meta).toMatchObject({ availableStatus: [] })
    const list = await anna.ask('GET', at(ARTICLE, '?pageSize=100'))
    const files = await anna.ask('GET', `/upload/files/${fileOfAnna}`)
    for (const told of [body, list.body, files.body]) {
      expect(JSON.stringify(told)).toMatch(/Bram|Anna/)
      expect(JSON.stringify(told)).not.toMatch(/@wijkpers\.test|isActive/)
    }
    // Of her own she reads when it came online, as before.
    const here = await anna.create(ARTICLE, { title: 'Van hier', body: [paragraph('x')] })
    await anna.publish(ARTICLE, here)
    const own = (await anna.ask('GET', at(ARTICLE, `/${here}`))).body as unknown as { meta: object }
    expect(own.meta).toMatchObject({ availableStatus: [{ updatedBy: { firstname: 'Anna' } }] })
  })

  test('gives a photo to the wijk where it is used first', async () => {
    const petra = await cms.editor('petra@wijkpers.test')
    const photo = await upload(petra)
    const seenBy = async (who: Editor) => (await who.ask('GET', `/upload/files/${photo}`)).status
    expect([await seenBy(petra), await seenBy(anna), await seenBy(bram)]).toEqual([200, 403, 403])
    await petra.create(ARTICLE, {
      title: 'Met foto',
      body: [],
      photo: { file: photo },
      wijk: { connect: [{ documentId: parkwijk }] },
    })
    expect([await seenBy(petra), await seenBy(anna), await seenBy(bram)]).toEqual([200, 403, 200])
  })

  test('moves an entry with its photo, but not with one that is used there as well; nobody puts a photo of one wijk in another', async () => {
    const petra = await cms.editor('petra@wijkpers.test')
    const inWijk = (wijk: string) => ({ connect: [{ documentId: wijk }] })
    const seenBy = async (who: Editor, file: number) =>
      (await who.ask('GET', `/upload/files/${file}`)).status === 200
    const make = (title: string, file: number) =>
      petra.create(ARTICLE, {
        title,
        body: [paragraph('x')],
        photo: aPhoto(file),
        wijk: inWijk(molenwijk),
      })
    const photo = await upload(petra)
    const moving = await make('Verhuist', photo)
    await petra.publish(ARTICLE, moving)
    await petra.update(ARTICLE, moving, { wijk: inWijk(parkwijk) })
    expect([await seenBy(anna, photo), await seenBy(bram, photo)]).toEqual([false, true])
    const photoOn = async (wijk: WijkId) => {
      const { entries } = await cms.client.entries(wijk, [moving as never])
      const entry = entries[0]?.entry
      return entry?.kind === 'article' ? entry.photo !== null : undefined
    }
    // Until it is published there it is on the site that it leaves, as it was.
    expect(await photoOn(molenwijk)).toBe(true)
    // It is the site of the molenwijk that shows it, so it is not yet Bram's to throw away.
    expect((await bram.ask('DELETE', `/upload/files/${photo}`)).status).toBe(403)
    // Neither when the draft goes on without it, nor when it comes back without it.
    await petra.update(ARTICLE, moving, { photo: aPhoto(await upload(petra)) })
    await petra.update(ARTICLE, moving, { photo: null, wijk: inWijk(molenwijk) })
    expect(await photoOn(molenwijk)).toBe(true)
    expect([await seenBy(anna, photo), await seenBy(bram, photo)]).toEqual([true, false])
    await petra.update(ARTICLE, moving, { photo: aPhoto(photo), wijk: inWijk(parkwijk) })
    await petra.publish(ARTICLE, moving)
    expect([await photoOn(molenwijk), await photoOn(parkwijk)]).toEqual([undefined, true])
    await bram.ask('DELETE', `/upload/files/${photo}`)
    const withdrawn = (await cms.client.withdrawn(null)).map((file) => file.wijk)
    expect(withdrawn).toEqual(expect.arrayContaining([molenwijk, parkwijk]))

    const shared = await upload(petra)
    const [first] = [await make('Blijft', shared), await make('Blijft ook', shared)]
    const why =
      'Het bestand ‘park.jpg’ is van Wijk molenwijk, en wordt daar gebruikt. Upload het opnieuw en kies dat, of haal het weg.'
    const tries = [
      await petra.ask('PUT', at(ARTICLE, `/${first}`), { wijk: inWijk(parkwijk) }),
      await petra.ask('POST', at(ARTICLE, `/clone/${first}`), {
        title: 'Kopie',
        body: [],
        wijk: inWijk(parkwijk),
        photo: { file: shared },
      }),
      await beheer.ask('PUT', at(ARTICLE, `/${ofBram}`), { photo: { file: shared } }),
      await beheer.ask('PUT', at(WIJK, `/${parkwijk}`), { logo: shared }),
    ]
    expect(tries.map(({ status, body }) => [status, body.error?.message])).toEqual(
      tries.map(() => [400, why]),
    )
    expect(await seenBy(bram, shared)).toBe(false)
  })
})
