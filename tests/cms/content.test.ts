import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, EVENT, INFO_PAGE, ORGANISATION, paragraph, WIJK } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'

let cms: Cms
let anna: Editor
let beheer: Editor
let molenwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  anna = await cms.editor('anna@wijkpers.test')
  beheer = await cms.editor('beheer@wijkpers.test')
})
afterAll(() => cms[Symbol.asyncDispose]())

async function published(data: object) {
  const id = await anna.create(ARTICLE, data)
  await anna.publish(ARTICLE, id)
  const { entries } = await cms.client.entries(molenwijk, [id as never])
  return entries[0]!.entry
}

/** The live entries of a wijk as they come, by slug. */
async function bySlug(wijk: string): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const { data } = await cms.graphql('query ($wijk: ID!) { changes(wijk: $wijk, since: 0) { entries } }', {
    wijk,
  })
  const { entries } = data!['changes'] as { entries: Record<string, unknown>[] }
  return new Map(entries.map((entry) => [String(entry['slug']), entry]))
}

test('a text of 200 kB comes out as it went in', async () => {
  const body = Array.from({ length: 200 }, (_, index) => paragraph(`${index} ${'woord '.repeat(170)}`))
  expect(JSON.stringify(body).length).toBeGreaterThan(200_000)
  expect((await published({ title: 'Een heel lang verhaal', body })).body).toEqual(body)
})

test.each([
  ['emoji', '👩‍👩‍👧‍👦 feest 🎉 ❤️‍🔥'],
  ['right to left', 'مرحبا بكم في الحي'],
  ['combining marks', 'Ae\u0301roport'],
  ['markup', '<script>alert(1)</script> & "aanhalingstekens" \'hier\''],
  ['a template', '${process.env.CMS_TOKEN} {{ wijk }} <%= x %>'],
  ['a quote for the database', "Robert'); DROP TABLE articles;--"],
])('%s comes out as it went in', async (_, text) => {
  const entry = await published({ title: `Over ${text}`, body: [paragraph(text)] })
  expect(entry).toMatchObject({ title: `Over ${text}`, body: [paragraph(text)] })
  expect(entry.slug).toMatch(/^over(-[a-z0-9]+)*$/)
})

test('what only looks empty is empty, and what is around a text is not part of it', async () => {
  const entry = await published({
    title: ' Markt ',
    summary: ' \u00a0',
    author: 'Ria ',
    body: [paragraph('x')],
  })
  expect(entry).toMatchObject({ title: 'Markt', summary: '', author: 'Ria' })
})

describe('a publish that cannot be', () => {
  test.each([
    ['without a title', { title: '', body: [paragraph('x')], slug: 'zonder' }],
    ['with a title that is too long', { title: 'x'.repeat(121), body: [paragraph('x')] }],
    ['with a summary that is too long', { title: 'Titel', summary: 'x'.repeat(301), body: [paragraph('x')] }],
    ['without a text', { title: 'Titel', body: null }],
  ])('%s is refused and raises nothing', async (_, data) => {
    const before = (await cms.client.wijken())[0]!.wanted
    const { status } = await anna.ask(
      'POST',
      `/content-manager/collection-types/${ARTICLE}/actions/publish`,
      data,
    )
    expect(status).toBe(400)
    expect((await cms.client.wijken())[0]?.wanted).toBe(before)
  })
})

const EVENING = { kind: 'event', slug: 'bingo', title: 'Bingo', startsAt: '2026-12-01T19:00:00.000Z' }
const HOUSE = { kind: 'organisation', slug: 'buurthuis', name: 'Buurthuis' }
const anImport = (entries: object[]) => ({ wijk: { slug: 'x-wijk', state: 'active' }, entries })

describe('an import', () => {
  test.each([
    [{ wijk: { slug: 'x-wijk', naam: 'X' }, entries: [] }, /naam/],
    [{ wijk: { slug: 'x-wijk' }, entries: [{ kind: 'shop', slug: 'x', title: 'X' }] }, /entries\.0\.kind/],
    [
      { wijk: { slug: 'x-wijk' }, entries: [{ kind: 'event', slug: 'x', title: 'X' }] },
      /entries\.0\.startsAt/,
    ],
    [
      { wijk: { slug: 'x-wijk' }, entries: [{ kind: 'organisation', slug: 'x', title: 'X' }] },
      /entries\.0\.name/,
    ],
    [anImport([{ ...EVENING, endsAt: '2026-12-01T18:59:00.000Z' }]), /‘Duurt tot’ ligt voor ‘Begint op’/],
    [anImport([{ ...EVENING, organisation: 'nergens' }]), /event bingo: no organisation nergens/],
    [anImport([{ ...HOUSE, website: 'javascript:alert(1)' }]), /Het adres van de website klopt niet/],
    [anImport([{ ...HOUSE, email: 'geen adres' }]), /email must be a valid email/],
    [{ wijk: { slug: 'x-wijk' }, entries: [{ kind: 'article', slug: 'x' }] }, /entries\.0\.title/],
    [{ wijk: { slug: 'Fout!' }, entries: [] }, /Het webadres klopt niet/],
    [{ wijk: { slug: 'x-wijk', colour: 'rood' }, entries: [] }, /De kleur klopt niet/],
    [aWijk('x-wijk', [{ slug: 'twee-keer' }, { slug: 'twee-keer' }]), /article twee-keer is there twice/],
    [aWijk('x-wijk', [{ slug: 'lang', title: 'x'.repeat(121) }]), /title must be at most 120/],
  ])('of %o says where it is wrong, and writes nothing', async (data, message) => {
    await expect(cms.client.importWijk(data)).rejects.toThrow(message)
    expect((await cms.client.wijken()).map(({ slug }) => slug)).not.toContain('x-wijk')
  })

  test('leaves entries that editors can go on with, as if they had made them', async () => {
    const wijk = await cms.client.importWijk(
      aWijk('dorpswijk', articles(1), { editors: ['anna@wijkpers.test'] }),
    )
    const made = await beheer.create(ARTICLE, {
      title: 'Met de hand',
      summary: 'Kort',
      body: [paragraph('x')],
      wijk: { connect: [{ documentId: wijk }] },
    })
    await beheer.publish(ARTICLE, made)
    const manifest = await cms.client.manifest(wijk)
    const imported = manifest!.entries.map(({ id }) => String(id)).filter((id) => id !== made)
    const shapeOf = async (id: string) => {
      for (const uid of [ARTICLE, INFO_PAGE]) {
        const { status, body } = await beheer.ask('GET', `/content-manager/collection-types/${uid}/${id}`)
        if (status !== 200) continue
        const { data, meta } = body as unknown as {
          data: Record<string, unknown>
          meta: { availableStatus: object[] }
        }
        return {
          uid,
          keys: Object.keys(data).toSorted(),
          status: data['status'],
          wijk: data['wijk'],
          others: meta.availableStatus.length,
        }
      }
      throw new Error(`no entry ${id}`)
    }
    const shapes = await Promise.all(imported.map(shapeOf))
    expect(shapes).toContainEqual(await shapeOf(made))
    expect(shapes.map(({ status, wijk }) => [status, wijk])).toEqual([
      ['published', { count: 1 }],
      ['published', { count: 1 }],
    ])

    const article = imported.find((_, index) => shapes[index]!.uid === ARTICLE)!
    await anna.update(ARTICLE, article, { title: 'Door Anna' })
    await anna.publish(ARTICLE, article)
    await anna.unpublish(ARTICLE, article)
    await anna.remove(ARTICLE, article)
    expect((await cms.client.manifest(wijk))?.entries).toHaveLength(2)
  })

  test('brings events and organisations with what belongs to what, whatever the order', async () => {
    const belonging = {
      ...EVENING,
      endsAt: '2026-12-01T22:00:00+01:00',
      organisation: 'buurthuis',
    }
    const data = {
      wijk: { slug: 'gasthuiswijk', state: 'active' },
      entries: [
        { kind: 'article', slug: 'open', title: 'Open dag', organisation: 'buurthuis' },
        { kind: 'article', slug: 'los', title: 'Los bericht' },
        belonging,
        { ...HOUSE, website: 'www.buurthuis.nl', email: 'post@buurthuis.nl', phone: '010 123 45 67' },
      ],
    }
    const wijk = await cms.client.importWijk(data)
    const house = (await bySlug(wijk)).get('buurthuis')!
    expect(house).toMatchObject({ name: 'Buurthuis', website: 'https://www.buurthuis.nl' })
    expect((await bySlug(wijk)).get('open')).toMatchObject({ organisation: house['id'] })
    expect((await bySlug(wijk)).get('los')).toMatchObject({ organisation: null })
    expect((await bySlug(wijk)).get('bingo')).toMatchObject({
      organisation: house['id'],
      startsAt: '2026-12-01T19:00:00.000Z',
      endsAt: '2026-12-01T21:00:00.000Z',
    })

    // The admin panel shows the links that the queries tell.
    const bingo = String((await bySlug(wijk)).get('bingo')!['id'])
    const shown = await beheer.ask('GET', `/content-manager/relations/${EVENT}/${bingo}/organisation`)
    expect(JSON.stringify(shown.body)).toContain('Buurthuis')

    const revision = async () => (await cms.client.manifest(wijk))?.revision
    await cms.client.importWijk(data)
    expect(await revision()).toBe(1)

    const again = (entries: object[]) => cms.client.importWijk({ wijk: { slug: 'gasthuiswijk' }, entries })
    await again([{ kind: 'article', slug: 'los', title: 'Los bericht', organisation: 'buurthuis' }])
    expect((await bySlug(wijk)).get('los')).toMatchObject({ organisation: house['id'] })
    await again([{ ...EVENING, organisation: null }])
    expect((await bySlug(wijk)).get('bingo')).toMatchObject({ organisation: null })
    await again([EVENING])
    expect(await revision()).toBe(3)
  })

  test('leaves events and organisations that editors can go on with', async () => {
    const wijk = await cms.client.importWijk({
      wijk: { slug: 'buitenwijk', state: 'active', editors: ['beheer@wijkpers.test'] },
      entries: [HOUSE, { ...EVENING, organisation: 'buurthuis' }],
    })
    const imported = await bySlug(wijk)
    const linked = { wijk: { connect: [{ documentId: wijk }] } }
    const house = await beheer.create(ORGANISATION, { name: 'Speeltuin', ...linked })
    await beheer.publish(ORGANISATION, house)
    const event = await beheer.create(EVENT, {
      title: 'Knutselen',
      startsAt: '2026-12-02T13:00:00.000Z',
      organisation: { connect: [{ documentId: house }] },
      ...linked,
    })
    await beheer.publish(EVENT, event)
    const shapeOf = async (uid: string, id: unknown) => {
      const { body } = await beheer.ask('GET', `/content-manager/collection-types/${uid}/${String(id)}`)
      const { data, meta } = body as unknown as {
        data: Record<string, unknown>
        meta: { availableStatus: object[] }
      }
      const { status, organisation } = data
      return { keys: Object.keys(data).toSorted(), status, organisation, rows: meta.availableStatus.length }
    }
    expect(await shapeOf(EVENT, imported.get('bingo')!['id'])).toEqual(await shapeOf(EVENT, event))
    expect(await shapeOf(ORGANISATION, imported.get('buurthuis')!['id'])).toEqual(
      await shapeOf(ORGANISATION, house),
    )
  })

  test('changes what it names and leaves the rest', async () => {
    const data = aWijk('havenwijk', articles(3), { tagline: 'Aan het water' })
    const wijk = await cms.client.importWijk(data)
    const before = new Map((await cms.client.manifest(wijk))!.entries.map(({ id, version }) => [id, version]))
    await cms.client.importWijk({
      wijk: { slug: 'havenwijk', welcome: 'Kom langs' },
      entries: [{ kind: 'article', slug: 'bericht-2', title: 'Nieuwe titel' }],
    })
    const manifest = await cms.client.manifest(wijk)
    expect(manifest).toMatchObject({ revision: 2, wijk: { tagline: 'Aan het water', welcome: 'Kom langs' } })
    const changed = manifest!.entries.filter(({ id, version }) => before.get(id) !== version)
    expect(manifest!.entries).toHaveLength(4)
    expect(changed).toHaveLength(1)
    const { entries } = await cms.client.entries(wijk, [changed[0]!.id])
    expect(entries[0]?.entry).toMatchObject({
      title: 'Nieuwe titel',
      summary: 'Kort over bericht-2',
      firstPublishedAt: '2026-10-27T00:00:00.000Z',
    })
  })
})

describe('the screens of the editors', () => {
  test.each([ARTICLE, EVENT, ORGANISATION, INFO_PAGE, WIJK])(
    '%s has a Dutch name and hint for every field',
    async (uid) => {
      const { body } = await beheer.ask('GET', `/content-manager/content-types/${uid}/configuration`)
      const { contentType } = body.data as unknown as {
        contentType: {
          settings: { pageSize: number }
          layouts: { edit: { name: string }[][] }
          metadatas: Record<string, { edit: { label?: string; description?: string } }>
        }
      }
      expect(contentType.settings.pageSize).toBe(20)
      const fields = contentType.layouts.edit.flat().map(({ name }) => name)
      expect(fields).not.toContain('wijkKey')
      for (const field of fields) {
        const { label, description } = contentType.metadatas[field]!.edit
        expect(label).not.toBe(field)
        expect(`${field}: ${description}`).toMatch(/\.$/)
        // What programs call the states of a wijk.
        expect(description).not.toMatch(/\b(draft|active|resting|archived)\b/)
      }
      expect(fields).not.toContain('organisationKey')
    },
  )
})

test('the answers to a browser say that nothing foreign may be loaded', async () => {
  const { headers } = await askOnce(`${cms.url}/_health`)
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("connect-src 'self';")
  expect(policy).not.toMatch(/https?:|\*/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-powered-by')).toBeNull()
})
