import { plain } from '@wijkpers/content/plain'
import type { EntryId, WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, EVENT, ORGANISATION, paragraph } from '../support/editor.ts'
import { removeWijk } from '../support/entry-types.ts'
import { askOnce } from '../support/own-connection.ts'

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
        awaited: 1,
        changedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        live: 0,
        release: 0,
        held: null,
        targets: null,
      },
    ])
  })

  test('manifest: the wijk with exactly these keys, and every entry with a version', async () => {
    const { data } = await cms.graphql(MANIFEST, { wijk: molenwijk })
    const manifest = data!['manifest'] as { revision: number; wijk: object; entries: { kind: string }[] }
    expect(manifest.revision).toBe(1)
    expect(manifest.wijk).toEqual({
      ...plain.wijk,
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
      // Nobody edits it yet.
      wantsBuurtverbinder: true,
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
      ...plain.article,
      kind: 'article',
      id: expect.any(String) as string,
      version: expect.any(String) as string,
      slug: 'bericht-1',
      title: 'Bericht 1',
      summary: 'Kort over bericht-1',
      body: [paragraph('De tekst van bericht-1 in molenwijk.')],
      photo: null,
      organisation: null,
      edition: null,
      firstPublishedAt: '2026-10-28T00:00:00.000Z',
      expiresAt: null,
      updatedAt: moment,
    })
    expect(entries.find(({ kind }) => kind === 'infoPage')).toEqual({
      kind: 'infoPage',
      id: expect.any(String) as string,
      version: expect.any(String) as string,
      slug: 'over-ons',
      title: 'Over ons',
      body: [paragraph('Dit is molenwijk.')],
      language: 'dutch',
      position: 1,
      expiresAt: null,
      updatedAt: moment,
    })
  })

  describe('in a wijk with events and organisations', () => {
    let zeewijk: WijkId
    beforeAll(async () => {
      zeewijk = await cms.client.importWijk({
        wijk: { slug: 'zeewijk', state: 'active' },
        entries: [
          { kind: 'organisation', slug: 'kaal', name: 'Kaal' },
          {
            kind: 'organisation',
            slug: 'haven',
            name: 'De Haven',
            summary: 'Voor iedereen',
            body: [paragraph('Kom langs.')],
            website: 'https://dehaven.nl/open',
            email: 'post@dehaven.nl',
            phone: '010 123 45 67',
          },
          { kind: 'event', slug: 'kaal', title: 'Kaal', startsAt: '2026-12-05T10:00:00.000Z' },
          {
            kind: 'event',
            slug: 'feest',
            title: 'Feest',
            summary: 'Met muziek',
            body: [paragraph('Dans mee.')],
            startsAt: '2026-12-05T00:00:00+01:00',
            endsAt: '2026-12-06T00:00:00+01:00',
            allDay: true,
            place: 'Havenplein',
            price: 'gratis',
            cancelled: true,
            organisation: 'haven',
          },
          { kind: 'article', slug: 'nieuws', title: 'Nieuws', organisation: 'haven' },
        ],
      })
    })
    const text = expect.any(String) as string

    test('entries: each of them has exactly these keys', async () => {
      const { entries } = await entriesOf(zeewijk, await idsOf(zeewijk))
      const the = (kind: string, slug: string) =>
        entries.find((entry) => entry['kind'] === kind && entry['slug'] === slug)
      const haven = the('organisation', 'haven')?.['id']
      const shared = { id: text, version: text, updatedAt: text, expiresAt: null, photo: null }
      expect(the('organisation', 'haven')).toEqual({
        ...plain.organisation,
        ...shared,
        kind: 'organisation',
        slug: 'haven',
        name: 'De Haven',
        summary: 'Voor iedereen',
        body: [paragraph('Kom langs.')],
        website: 'https://dehaven.nl/open',
        email: 'post@dehaven.nl',
        phone: '010 123 45 67',
      })
      expect(the('organisation', 'kaal')).toEqual({
        ...plain.organisation,
        ...shared,
        kind: 'organisation',
        slug: 'kaal',
        name: 'Kaal',
        summary: '',
        body: [],
        website: null,
        email: null,
        phone: null,
      })
      expect(the('event', 'feest')).toEqual({
        ...plain.event,
        ...shared,
        kind: 'event',
        slug: 'feest',
        title: 'Feest',
        summary: 'Met muziek',
        body: [paragraph('Dans mee.')],
        startsAt: '2026-12-04T23:00:00.000Z',
        endsAt: '2026-12-05T23:00:00.000Z',
        isAllDay: true,
        place: 'Havenplein',
        price: 'gratis',
        isCancelled: true,
        organisation: haven,
      })
      expect(the('event', 'kaal')).toEqual({
        ...plain.event,
        ...shared,
        kind: 'event',
        slug: 'kaal',
        title: 'Kaal',
        summary: '',
        body: [],
        startsAt: '2026-12-05T10:00:00.000Z',
        endsAt: null,
        isAllDay: false,
        place: '',
        price: '',
        isCancelled: false,
        organisation: null,
      })
      expect(the('article', 'nieuws')).toMatchObject({ organisation: haven })
    })

    test('manifest, entries and changes agree on versions', async () => {
      const { data } = await cms.graphql(
        'query ($wijk: ID!) { manifest(wijk: $wijk) { entries { id version } } changes(wijk: $wijk, since: 0) { entries } }',
        { wijk: zeewijk },
      )
      const versionsOf = (entries: readonly Record<string, unknown>[]) =>
        new Map(entries.map(({ id, version }) => [id, version]))
      const manifest = versionsOf((data!['manifest'] as RawEntries).entries)
      expect(manifest.size).toBe(5)
      expect(versionsOf((data!['changes'] as RawEntries).entries)).toEqual(manifest)
      const { entries } = await entriesOf(zeewijk, await idsOf(zeewijk))
      expect(versionsOf(entries)).toEqual(manifest)
    })

    test('drafts: an event shows the organisation that it would have on the site', async () => {
      const beheer = await cms.editor('beheer@wijkpers.test')
      const wijk = { connect: [{ documentId: zeewijk }] }
      const hidden = await beheer.create(ORGANISATION, { name: 'Nog niet', wijk })
      const manifest = await cms.graphql(MANIFEST, { wijk: zeewijk })
      const { entries } = manifest.data!['manifest'] as { entries: { id: string; kind: string }[] }
      const shown = entries.find(({ kind }) => kind === 'organisation')!.id
      const draft = (organisation: string) =>
        beheer.create(EVENT, {
          title: 'Nog zonder tijd',
          organisation: { connect: [{ documentId: organisation }] },
          wijk,
        })
      const ids = [await draft(shown), await draft(hidden)]
      const { data } = await cms.graphql(DRAFTS, { wijk: zeewijk, ids, previewSecret: cms.previewSecret })
      const drafts = (data!['drafts'] as RawEntries).entries
      expect(ids.map((id) => drafts.find((draft) => draft['id'] === id)?.['organisation'])).toEqual([
        shown,
        null,
      ])
      expect(drafts[0]).toMatchObject({ startsAt: drafts[0]!['updatedAt'] })
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
    await removeWijk(beheer, weg)
    expect(await cms.client.manifest(weg)).toEqual({
      revision: 4,
      changedAt: (await cms.client.wijken()).find(({ id }) => id === weg)!.changedAt,
      cmsStartedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      wijk: null,
      held: null,
      entries: [],
      formerAddresses: [],
    })
    expect(await cms.client.wijken()).toContainEqual(
      expect.objectContaining({ id: weg, slug: null, wanted: 4 }),
    )
  })
})

describe('what the door keeps out', () => {
  const introspection = '{ __schema { queryType { name } } }'

  test.each(['/graphql', '/graphql/', '/GraphQL', '/graphql?x=1'])(
    'without a token nothing at %s answers, not even what there is',
    async (path) => {
      for (const query of [introspection, '{ wijken { id } }']) {
        const response = await askOnce(cms.url + path, {
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
    for (const path of [
      '/api/articles',
      '/api/wijken',
      '/api/info-pages',
      '/api/events',
      '/api/organisations',
      '/api/upload/files',
    ])
      expect((await askOnce(cms.url + path)).ok).toBe(false)
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
