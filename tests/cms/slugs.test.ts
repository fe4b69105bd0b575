import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, INFO_PAGE, paragraph, WIJK } from '../support/editor.ts'

let cms: Cms
let beheer: Editor
let molenwijk: WijkId
let parkwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  beheer = await cms.editor('beheer@wijkpers.test')
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', articles(1)))
  parkwijk = await cms.client.importWijk(aWijk('parkwijk', articles(1)))
})
afterAll(() => cms[Symbol.asyncDispose]())

const at = (uid: string, id = '') => `/content-manager/collection-types/${uid}${id && `/${id}`}`
const make = (data: object, { uid = ARTICLE, wijk = molenwijk } = {}) =>
  beheer.ask('POST', at(uid), {
    body: [paragraph('Tekst.')],
    wijk: { connect: [{ documentId: wijk }] },
    ...data,
  })
async function slugOf(data: object, where = {}): Promise<unknown> {
  const { body } = await make(data, where)
  return body.data?.['slug'] ?? body.error?.message
}

describe('a slug made from the title', () => {
  test.each([
    ['Één café, twee cafés', 'een-cafe-twee-cafes'],
    ['Vrijmarkt in de IJstraat', 'vrijmarkt-in-de-ijstraat'],
    ["Oma's taart & koffie", 'omas-taart-en-koffie'],
    ['Ruilen voor €5', 'ruilen-voor-euro-5'],
    ['Straße, œuvre, Łódź', 'strasse-oeuvre-lodz'],
    ['  ...Hoera!!!  ', 'hoera'],
    ['مرحبا', 'bericht'],
    ['🎉', 'bericht-2'],
    [
      'Een hele lange titel die over de nieuwe inrichting van het plein bij de oude molen gaat en verder',
      'een-hele-lange-titel-die-over-de-nieuwe-inrichting-van-het-plein-bij-de-oude',
    ],
  ])('%s', async (title, slug) => {
    expect(await slugOf({ title })).toBe(slug)
  })

  test('gets a number when it is taken, in the same wijk only', async () => {
    expect(await slugOf({ title: 'Buurtfeest' })).toBe('buurtfeest')
    expect(await slugOf({ title: 'Buurtfeest' })).toBe('buurtfeest-2')
    expect(await slugOf({ title: 'Buurtfeest' })).toBe('buurtfeest-3')
    expect(await slugOf({ title: 'Buurtfeest' }, { wijk: parkwijk })).toBe('buurtfeest')
    expect(await slugOf({ title: 'Buurtfeest' }, { uid: INFO_PAGE })).toBe('buurtfeest')
  })

  test('keeps within its length when it gets a number', async () => {
    const title = `${'a'.repeat(60)} ${'b'.repeat(40)}`
    const slugs = [await slugOf({ title }), await slugOf({ title }), await slugOf({ title })].map(String)
    expect(new Set(slugs).size).toBe(3)
    expect(Math.max(...slugs.map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  test('is not an address of the site itself', async () => {
    expect(await slugOf({ title: 'Zoeken' }, { uid: INFO_PAGE })).toBe('zoeken-2')
    expect(await slugOf({ title: 'Zoeken' })).toBe('zoeken')
  })

  test('stays when the title changes, and is made anew when the field is emptied', async () => {
    const { body } = await make({ title: 'Eerste titel' })
    const id = String(body.data?.['documentId'])
    const save = async (data: object) => (await beheer.ask('PUT', at(ARTICLE, id), data)).body.data?.['slug']
    expect(await save({ title: 'Tweede titel' })).toBe('eerste-titel')
    expect(await save({ slug: '' })).toBe('tweede-titel')
  })

  test('waits until there is a title', async () => {
    const { body } = await make({ title: '' })
    expect(body.data?.['slug']).toBeNull()
  })
})

describe('a slug that somebody typed', () => {
  test.each([
    '../..',
    'Met Hoofdletters',
    'met spatie',
    '-begin',
    'dubbel--streepje',
    'a/b',
    'x'.repeat(81),
    '%2e',
  ])('%s is refused with what to do', async (slug) => {
    const { status, body } = await make({ title: 'Titel', slug })
    expect(status).toBe(400)
    expect(body.error?.message).toMatch(/^Het webadres klopt niet\. Gebruik alleen kleine letters/)
  })

  test('that is taken is refused with who has it', async () => {
    await make({ title: 'De markt', slug: 'markt' })
    const { status, body } = await make({ title: 'Andere markt', slug: 'markt' })
    expect(status).toBe(400)
    expect(body.error?.message).toBe(
      '"De markt" heeft het webadres "markt" al. Kies een ander webadres, of maak het veld leeg: dan maken we er een.',
    )
  })

  test('that the site uses is refused for an info page', async () => {
    const { status, body } = await make({ title: 'Nieuws', slug: 'nieuws' }, { uid: INFO_PAGE })
    expect(status).toBe(400)
    expect(body.error?.message).toBe(
      'Het webadres "nieuws" gebruikt de site zelf al. Kies een ander webadres.',
    )
  })

  test('that the new wijk has already, stops a move', async () => {
    const { body } = await make({ title: 'Verhuizer', slug: 'bericht-van-hier' })
    await make({ title: 'Blijver', slug: 'bericht-van-hier' }, { wijk: parkwijk })
    const moved = await beheer.ask('PUT', at(ARTICLE, String(body.data?.['documentId'])), {
      wijk: { connect: [{ documentId: parkwijk }] },
    })
    expect(moved.status).toBe(400)
    expect(moved.body.error?.message).toContain('"Blijver"')
  })
})

describe('an entry', () => {
  test('without a wijk is refused', async () => {
    const { status, body } = await beheer.ask('POST', at(ARTICLE), { title: 'Zonder wijk', body: [] })
    expect(status).toBe(400)
    expect(body.error?.message).toBe('Kies eerst de wijk waar dit bij hoort.')
  })

  test('cannot lose its wijk', async () => {
    const { body } = await make({ title: 'Met wijk' })
    const emptied = await beheer.ask('PUT', at(ARTICLE, String(body.data?.['documentId'])), { wijk: null })
    expect(emptied.status).toBe(400)
  })

  test('with a photo copied into its text is refused: the copy would outlive the photo', async () => {
    const { status, body } = await make({
      title: 'Met plaatje',
      body: [{ type: 'image', image: { url: '/uploads/x.jpg' }, children: [{ type: 'text', text: '' }] }],
    })
    expect(status).toBe(400)
    expect(body.error?.message).toContain('veld Foto')
  })

  test('remembers when it was first published, also after it was taken back', async () => {
    const { body } = await make({ title: 'Eerste keer' })
    const id = String(body.data?.['documentId'])
    const first = async () => {
      const { entries } = await cms.client.entries(molenwijk, [id as never])
      const entry = entries[0]?.entry
      return entry?.kind === 'article' ? entry.firstPublishedAt : undefined
    }
    await beheer.publish(ARTICLE, id)
    const at = await first()
    expect(Date.now() - Date.parse(at!)).toBeLessThan(60_000)
    await beheer.unpublish(ARTICLE, id)
    await beheer.publish(ARTICLE, id, { title: 'Tweede keer', body: [paragraph('Tekst.')] })
    expect(await first()).toBe(at)
    await beheer.publish(ARTICLE, id, { publishedFirstAt: '2020-01-01T00:00:00.000Z' })
    expect(await first()).toBe('2020-01-01T00:00:00.000Z')
  })
})

describe('a wijk', () => {
  const wijk = (data: object) => beheer.ask('POST', at(WIJK), { state: 'draft', ...data })

  test('gets a slug from its name, unlike any other', async () => {
    expect((await wijk({ name: "'s-Gravenpolder" })).body.data?.['slug']).toBe('s-gravenpolder')
    expect((await wijk({ name: 'Molenwijk' })).body.data?.['slug']).toBe('molenwijk-2')
    expect((await wijk({ name: 'Admin' })).body.data?.['slug']).toBe('admin-2')
  })

  test.each([
    [{ slug: 'molenwijk' }, 'Een andere wijk heeft het webadres "molenwijk" al.'],
    [{ slug: 'www' }, 'is van Wijkpers zelf'],
    [{ slug: 'met_streep' }, 'Het webadres klopt niet.'],
    [{ slug: 'x'.repeat(64) }, 'Het webadres klopt niet.'],
    [{ colour: 'rood' }, 'De kleur klopt niet.'],
    [{ colour: '#12345' }, 'De kleur klopt niet.'],
    [{ cbsCode: 'WK12345' }, 'De CBS-code klopt niet.'],
    [{ cbsCode: 'GM0363' }, 'De CBS-code klopt niet.'],
    [{ domain: 'https://molenwijk.nl' }, 'Dit is geen domein.'],
  ])('with %o is refused in Dutch', async (data, message) => {
    const { status, body } = await wijk({ name: 'Proefwijk', ...data })
    expect(status).toBe(400)
    expect(body.error?.message).toContain(message)
  })

  test.each([
    [{ colour: '#AABBCC' }, { colour: '#aabbcc' }],
    [{ cbsCode: 'wk036301' }, { cbsCode: 'WK036301' }],
    [{ cbsCode: 'BU03630100' }, { cbsCode: 'BU03630100' }],
    [{ domain: 'Proefwijk.NL ' }, { domain: 'proefwijk.nl' }],
    [{ domain: '' }, { domain: null }],
  ])('with %o is taken as %o', async (data, taken) => {
    const { body } = await wijk({ name: 'Proefwijk', ...data })
    expect(body.data).toMatchObject(taken)
    await beheer.remove(WIJK, String(body.data?.['documentId']))
  })
})
