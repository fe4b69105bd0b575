import type { EntryId, WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, paragraph } from '../support/editor.ts'

let cms: Cms
let molenwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  molenwijk = await cms.client.importWijk(
    aWijk('molenwijk', articles(3), {
      tagline: 'Tussen molen en markt',
      contactEmail: 'post@molenwijk.test',
      cbsCode: 'WK036301',
      cbsVintage: 2025,
    }),
  )
})
afterAll(() => cms[Symbol.asyncDispose]())

const MANIFEST = 'query ($wijk: ID!) { manifest(wijk: $wijk) { revision wijk entries { id kind version } } }'
const ENTRIES = 'query ($wijk: ID!, $ids: [ID!]!) { entries(wijk: $wijk, ids: $ids) { revision entries } }'
const DRAFTS =
  'query ($wijk: ID!, $ids: [ID!]!, $previewSecret: String!) { drafts(wijk: $wijk, ids: $ids, previewSecret: $previewSecret) { revision entries } }'

interface RawEntries {
  readonly revision: number
  readonly entries: readonly Record<string, unknown>[]
}
const idsOf = async (wijk: WijkId) =>
  ((await cms.client.manifest(wijk))?.entries ?? []).map((entry): EntryId => entry.id)
async function entriesOf(wijk: string, ids: readonly string[]): Promise<RawEntries> {
  const { data } = await cms.graphql(ENTRIES, { wijk, ids })
  return data?.['entries'] as RawEntries
}

describe('what the publisher asks', () => {
  test('wijken: every wijk with its two numbers', async () => {
    expect(await cms.client.wijken()).toEqual([
      {
        id: molenwijk,
        slug: 'molenwijk',
        wanted: 1,
        changedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        live: 0,
        release: 0,
      },
    ])
  })

  test('manifest: the wijk with exactly these keys, and every entry with a version', async () => {
    const { data } = await cms.graphql(MANIFEST, { wijk: molenwijk })
    const manifest = data?.['manifest'] as { revision: number; wijk: object; entries: { kind: string }[] }
    expect(manifest.revision).toBe(1)
    expect(manifest.wijk).toEqual({
      id: molenwijk,
      slug: 'molenwijk',
      name: 'Wijk molenwijk',
      state: 'active',
      tagline: 'Tussen molen en markt',
      welcome: '',
      colour: '#2f6f4e',
      domain: null,
      contactEmail: 'post@molenwijk.test',
      contactPhone: null,
      cbsCode: 'WK036301',
      cbsVintage: 2025,
    })
    expect(manifest.entries.map(({ kind }) => kind).toSorted()).toEqual([
      'article',
      'article',
      'article',
      'infoPage',
    ])
  })

  test('manifest and entries agree on versions', async () => {
    const manifest = await cms.client.manifest(molenwijk)
    const { revision, entries } = await cms.client.entries(molenwijk, await idsOf(molenwijk))
    expect(revision).toBe(manifest?.revision)
    expect(new Map(entries.map(({ entry, version }) => [entry.id, version]))).toEqual(
      new Map(manifest?.entries.map(({ id, version }) => [id, version])),
    )
  })

  test('entries: an article and an info page with exactly these keys', async () => {
    const { entries } = await entriesOf(molenwijk, await idsOf(molenwijk))
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string
    expect(entries.find(({ slug }) => slug === 'bericht-1')).toEqual({
      kind: 'article',
      id: expect.any(String) as string,
      version: expect.any(String) as string,
      slug: 'bericht-1',
      title: 'Bericht 1',
      summary: 'Kort over bericht-1',
      body: [paragraph('De tekst van bericht-1 in molenwijk.')],
      photo: null,
      firstPublishedAt: '2026-10-28T00:00:00.000Z',
      updatedAt: moment,
    })
    expect(entries.find(({ kind }) => kind === 'infoPage')).toEqual({
      kind: 'infoPage',
      id: expect.any(String) as string,
      version: expect.any(String) as string,
      slug: 'over-ons',
      title: 'Over ons',
      body: [paragraph('Dit is molenwijk.')],
      position: 1,
      updatedAt: moment,
    })
  })

  test('entries: unknown ids, drafts and entries of another wijk are left out', async () => {
    const parkwijk = await cms.client.importWijk(aWijk('parkwijk', articles(1)))
    const beheer = await cms.editor('beheer@wijkpers.test')
    const draft = await beheer.create(ARTICLE, {
      title: 'Nog niet',
      body: [paragraph('x')],
      wijk: { connect: [{ documentId: molenwijk }] },
    })
    const [own] = await idsOf(molenwijk)
    const { entries } = await entriesOf(molenwijk, [own!, draft, 'nooitgeweest', ...(await idsOf(parkwijk))])
    expect(entries.map(({ id }) => id)).toEqual([own])
  })

  test('more entries than one statement takes come all, in one call', async () => {
    const groot = await cms.client.importWijk(aWijk('groot', articles(620)))
    const ids = await idsOf(groot)
    expect(ids).toHaveLength(621)
    const padded = [...ids, ...Array.from({ length: 3000 }, (_, index) => `onbekend${index}`)]
    expect((await entriesOf(groot, padded)).entries).toHaveLength(621)
  })

  test('a wijk that never was has no manifest; one that was deleted has one without a wijk', async () => {
    expect(await cms.client.manifest('nooitgeweest' as WijkId)).toBeNull()
    expect(await entriesOf('nooitgeweest', [])).toBeNull()

    const weg = await cms.client.importWijk(aWijk('wordt-verwijderd', articles(1)))
    const beheer = await cms.editor('beheer@wijkpers.test')
    await beheer.remove('api::wijk.wijk', weg)
    expect(await cms.client.manifest(weg)).toEqual({ revision: 2, wijk: null, entries: [] })
    expect(await cms.client.wijken()).toContainEqual(
      expect.objectContaining({ id: weg, slug: null, wanted: 2 }),
    )
  })
})

describe('what the door keeps out', () => {
  const introspection = '{ __schema { queryType { name } } }'

  test.each(['/graphql', '/graphql/', '/GraphQL', '/graphql?x=1'])(
    'without a token nothing at %s answers, not even what there is',
    async (path) => {
      for (const query of [introspection, '{ wijken { id } }']) {
        const response = await fetch(cms.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
        expect(response.status).toBe(401)
        expect(await response.text()).not.toContain('queryType')
      }
    },
  )

  test.each(['Bearer wrong', 'Bearer '])('a wrong token (%s) is refused', async (authorization) => {
    const { status, data } = await cms.graphql(introspection, {}, { authorization })
    expect(status).toBe(authorization.trim() === 'Bearer' ? 401 : 403)
    expect(data).toBeNull()
  })

  test("Strapi's own API tokens do not open it", async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    const { body } = await beheer.ask('POST', '/admin/api-tokens', {
      name: 'Alles',
      description: '',
      type: 'full-access',
      lifespan: null,
    })
    const { status } = await cms.graphql(
      introspection,
      {},
      { authorization: `Bearer ${String(body.data?.['accessKey'])}` },
    )
    expect(status).toBe(403)
  })

  test.each([
    '{ articles { title } }',
    '{ article(documentId: "x") { title } }',
    '{ usersPermissionsUsers { email } }',
    '{ uploadFiles { url } }',
    'mutation { deleteArticle(documentId: "x") { documentId } }',
    'mutation { createWijk(data: { name: "x" }) { documentId } }',
  ])('generic queries do not exist: %s', async (query) => {
    const { status, errors } = await cms.graphql(query)
    expect(status).toBe(400)
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('content has no other address', async () => {
    for (const path of ['/api/articles', '/api/wijken', '/api/info-pages', '/api/upload/files'])
      expect((await fetch(cms.url + path)).ok).toBe(false)
  })

  test('drafts need the preview secret', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    const id = await beheer.create(ARTICLE, {
      title: 'In de maak',
      body: [paragraph('Alleen voor de redactie.')],
      wijk: { connect: [{ documentId: molenwijk }] },
    })
    const refused = await cms.graphql(DRAFTS, { wijk: molenwijk, ids: [id], previewSecret: 'mis' })
    expect(refused.data?.['drafts']).toBeNull()
    expect(refused.errors[0]?.extensions?.code).toBe('FORBIDDEN')

    const shown = await cms.graphql(DRAFTS, {
      wijk: molenwijk,
      ids: [id],
      previewSecret: cms.previewSecret,
    })
    expect(shown.data?.['drafts']).toMatchObject({
      entries: [{ id, slug: 'in-de-maak', title: 'In de maak' }],
    })
  })
})
