import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, EVENT, INFO_PAGE, ORGANISATION, paragraph, WIJK } from '../support/editor.ts'
import { removeWijk } from '../support/entry-types.ts'

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
    ['مرحبا', 'nieuwsbericht'],
    ['🎉', 'nieuwsbericht-2'],
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

  test.each([
    [EVENT, { title: 'Bingo in de zaal' }, 'bingo-in-de-zaal'],
    [EVENT, { title: '🎉' }, 'activiteit'],
    [EVENT, { title: 'Archief' }, 'archief-2'],
    [ORGANISATION, { name: 'Buurthuis De Ark' }, 'buurthuis-de-ark'],
    [ORGANISATION, { name: 'Buurthuis De Ark' }, 'buurthuis-de-ark-2'],
    [ORGANISATION, { name: '🎉' }, 'organisatie'],
    [INFO_PAGE, { title: '🎉' }, 'pagina'],
  ])('of %s with %o is %s', async (uid, data, slug) => {
    expect(await slugOf(data, { uid })).toBe(slug)
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

  test('of an organisation is refused in words that fit one', async () => {
    await make({ name: 'De Ark', slug: 'ark' }, { uid: ORGANISATION })
    const taken = await make({ name: 'Een andere ark', slug: 'ark' }, { uid: ORGANISATION })
    expect(taken.body.error?.message).toMatch(/^"De Ark" heeft het webadres "ark" al\./)
    const unsound = await make({ name: 'Ark', slug: 'De Ark' }, { uid: ORGANISATION })
    expect(unsound.body.error?.message).toMatch(/dan maken we het webadres uit de naam\.$/)
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

  test.each([20, 1_200])('with lists in lists, %i deep, is refused', async (deep) => {
    const text = { type: 'list-item', children: [{ type: 'text', text: 'Diep' }] }
    const list = (level: number): object => ({
      type: 'list',
      format: 'unordered',
      children: [level === 1 ? text : list(level - 1)],
    })
    const { status, body } = await make({ title: 'Diep', body: [list(deep)] })
    expect([status, body.error?.message]).toEqual([
      400,
      'De tekst heeft te veel lagen, zoals lijsten in lijsten. Zet minder lijsten in elkaar.',
    ])
    // Eighteen lists, an item and its text: twenty layers.
    expect((await make({ title: 'Minder diep', body: [list(18)] })).status).toBe(201)
  })

  test('of what nobody sees has no name', async () => {
    const { status, body } = await make({ title: '\u0007\ufdd0' })
    expect([status, body.data?.['title']]).toEqual([201, ''])
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

describe('an event', () => {
  const event = (data: object) => make({ title: 'Bingo', ...data }, { uid: EVENT })
  const evening = { startsAt: '2026-12-01T19:00:00.000Z' }

  test('that ends before it begins is refused in Dutch, when made and when changed', async () => {
    const message = '‘Duurt tot’ ligt voor ‘Begint op’. Kijk de dagen en tijden na.'
    const made = await event({ ...evening, endsAt: '2026-12-01T18:59:59.000Z' })
    expect([made.status, made.body.error?.message]).toEqual([400, message])

    const { body } = await event({ ...evening, endsAt: '2026-12-01T21:00:00.000Z' })
    const id = String(body.data?.['documentId'])
    for (const change of [{ endsAt: '2026-12-01T18:00:00.000Z' }, { startsAt: '2026-12-02T19:00:00.000Z' }]) {
      const changed = await beheer.ask('PUT', at(EVENT, id), change)
      expect([changed.status, changed.body.error?.message]).toEqual([400, message])
    }
    const moved = { startsAt: '2026-12-02T19:00:00.000Z', endsAt: '2026-12-02T19:00:00.000Z' }
    expect((await beheer.ask('PUT', at(EVENT, id), moved)).body.data).toMatchObject(moved)
    const openEnded = { startsAt: '2026-12-03T19:00:00.000Z', endsAt: null }
    expect((await beheer.ask('PUT', at(EVENT, id), openEnded)).body.data).toMatchObject(openEnded)
  })

  test('can be saved before its time is known, not published', async () => {
    const { status, body } = await event({})
    expect(status).toBe(201)
    const id = String(body.data?.['documentId'])
    for (const path of [`/${id}/actions/publish`, '/actions/bulkPublish']) {
      const refused = await beheer.ask('POST', at(EVENT) + path, { documentIds: [id] })
      expect(refused.status).toBe(400)
      expect(refused.body.error?.message).toBe('Vul eerst in wanneer de activiteit begint.')
    }
    await beheer.publish(EVENT, id, { title: 'Bingo', ...evening })
  })
})

describe('the website of an organisation', () => {
  const website = (typed: string | null) => make({ name: 'De Ark', website: typed }, { uid: ORGANISATION })

  test.each([
    ['https://www.deark.nl/open', 'https://www.deark.nl/open'],
    ['www.deark.nl', 'https://www.deark.nl'],
    [' http://deark.nl ', 'http://deark.nl'],
    ['https://café.nl/über', 'https://café.nl/über'],
    ['https://deark.nl/over ons', 'https://deark.nl/over%20ons'],
    ['', null],
    [null, null],
  ])('%j is kept as %j', async (typed, kept) => {
    expect((await website(typed)).body.data?.['website']).toBe(kept)
  })

  test.each([
    'javascript:alert(1)',
    'javascript://deark.nl/%0aalert(1)',
    'ftp://deark.nl',
    'mailto:post@deark.nl',
    'https://naam:geheim@deark.nl',
    'http://localhost:1337',
    'http://127.0.0.1/',
    'de ark',
  ])('%s is refused in Dutch', async (typed) => {
    const { status, body } = await website(typed)
    expect(status).toBe(400)
    expect(body.error?.message).toMatch(/^Het adres van de website klopt niet\./)
  })
})

describe('a link to an organisation', () => {
  const linkTo = (organisation: string, wijk: string = molenwijk) => ({
    organisation: { connect: [{ documentId: organisation }] },
    wijk: { connect: [{ documentId: wijk }] },
  })
  const idOf = async (data: object, where: object) =>
    String((await make(data, where)).body.data?.['documentId'])
  const house = (name: string, wijk = molenwijk) => idOf({ name }, { uid: ORGANISATION, wijk })
  const otherWijk = /^Deze organisatie hoort bij een andere wijk\./

  test.each([ARTICLE, EVENT])('of another wijk is refused for an entry of %s', async (uid) => {
    const there = await house('Parkhuis', parkwijk)
    const { status, body } = await make({ title: 'Over de grens', ...linkTo(there) }, { uid })
    expect(status).toBe(400)
    expect(body.error?.message).toMatch(otherWijk)
    const gone = await make({ title: 'Naar niets', ...linkTo('nooitgeweest') }, { uid })
    expect(gone.status).toBe(400)
  })

  test('stops a move of the entry to another wijk, until it is let go', async () => {
    const id = await idOf({ title: 'Blijft hier', ...linkTo(await house('Molenhuis')) }, {})
    const toPark = { wijk: { connect: [{ documentId: parkwijk }] } }
    const moved = await beheer.ask('PUT', at(ARTICLE, id), toPark)
    expect([moved.status, otherWijk.test(moved.body.error?.message ?? '')]).toEqual([400, true])
    await beheer.update(ARTICLE, id, { ...toPark, organisation: null })
  })

  test('stops a move of the organisation to another wijk, also while only what is live has it', async () => {
    const organisation = await house('Verhuishuis')
    const id = await idOf({ title: 'Hoort erbij', ...linkTo(organisation) }, {})
    await beheer.publish(ARTICLE, id)
    const toPark = { wijk: { connect: [{ documentId: parkwijk }] } }
    const move = () => beheer.ask('PUT', at(ORGANISATION, organisation), toPark)
    expect((await move()).body.error?.message).toMatch(/^Er horen nog nieuwsberichten bij/)
    await beheer.update(ARTICLE, id, { organisation: null })
    expect((await move()).status).toBe(400)
    await beheer.publish(ARTICLE, id)
    expect((await move()).status).toBe(200)
  })

  test('stops a saved move of the organisation from being thrown away', async () => {
    const organisation = await house('Heen en weer')
    await beheer.publish(ORGANISATION, organisation)
    await beheer.update(ORGANISATION, organisation, { wijk: { connect: [{ documentId: parkwijk }] } })
    const id = await idOf({ title: 'In het park', ...linkTo(organisation, parkwijk) }, { wijk: parkwijk })
    const discard = () => beheer.ask('POST', at(ORGANISATION, `${organisation}/actions/discard`), {})
    expect((await discard()).status).toBe(400)
    await beheer.remove(ARTICLE, id)
    expect((await discard()).status).toBe(200)
  })

  test('is forgotten once the organisation was deleted', async () => {
    const organisation = await house('Gesloopt huis')
    const id = await idOf({ title: 'Over de sloop', ...linkTo(organisation) }, {})
    await beheer.remove(ORGANISATION, organisation)
    const moved = await beheer.ask('PUT', at(ARTICLE, id), {
      wijk: { connect: [{ documentId: parkwijk }] },
    })
    expect(moved.status).toBe(200)
  })
})

describe('a wijk', () => {
  const wijk = (data: object) => beheer.ask('POST', at(WIJK), data)

  test('gets a slug from its name, unlike any other', async () => {
    expect((await wijk({ name: "'s-Gravenpolder" })).body.data?.['slug']).toBe('s-gravenpolder')
    expect((await wijk({ name: 'Molenwijk' })).body.data?.['slug']).toBe('molenwijk-2')
    expect((await wijk({ name: 'Admin' })).body.data?.['slug']).toBe('admin-2')
  })

  test('does not take by its name the old links of a wijk that moved', async () => {
    const moved = await cms.client.importWijk(aWijk('sluiswijk'))
    await beheer.update(WIJK, moved, { slug: 'sluiswijk-oost' })
    expect((await wijk({ name: 'Sluiswijk' })).body.data?.['slug']).toBe('sluiswijk-2')
    // The wijk itself may go back there.
    await beheer.update(WIJK, moved, { name: 'Sluiswijk', slug: '' })
    expect((await beheer.ask('GET', at(WIJK, moved))).body.data?.['slug']).toBe('sluiswijk')
    expect((await cms.client.manifest(moved))!.wijk!.formerNames).toContain('sluiswijk-oost')
    await removeWijk(beheer, moved)
    expect((await wijk({ name: 'Sluiswijk oost' })).body.data?.['slug']).toBe('sluiswijk-oost')
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
    [{ domain: '-molenwijk.nl' }, 'Dit is geen domein.'],
    [{ domain: 'molenwijk-.nl' }, 'Dit is geen domein.'],
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

  test('that still has something is not deleted, by nobody; with nothing left it is', async () => {
    const filled = await cms.client.importWijk(aWijk('volle-wijk', articles(2)))
    const refusal = async () => {
      const { status, body } = await beheer.ask('DELETE', at(WIJK, filled))
      return [status, body.error?.message]
    }
    expect(await refusal()).toEqual([
      400,
      "Wijk volle-wijk heeft nog 3 nieuwsberichten en pagina's. Archiveer de wijk, of verwijder die eerst.",
    ])
    await make({ title: 'Concept' }, { uid: EVENT, wijk: filled })
    await make({ name: 'Huis' }, { uid: ORGANISATION, wijk: filled })
    expect((await refusal())[1]).toContain(
      "heeft nog 5 organisaties, nieuwsberichten, activiteiten en pagina's.",
    )
    const inBulk = await beheer.ask('POST', `${at(WIJK)}/actions/bulkDelete`, { documentIds: [filled] })
    expect(inBulk.status).toBe(400)
    expect((await cms.client.manifest(filled))?.entries).toHaveLength(3)
    await removeWijk(beheer, filled)
    expect((await cms.client.manifest(filled))?.wijk).toBeNull()
  })

  test('with one draft left says so', async () => {
    const { body } = await wijk({ name: 'Bijna leeg' })
    const id = String(body.data?.['documentId'])
    await make({ title: 'Het laatste' }, { wijk: id as WijkId })
    expect((await beheer.ask('DELETE', at(WIJK, id))).body.error?.message).toBe(
      'Bijna leeg heeft nog 1 nieuwsbericht. Archiveer de wijk, of verwijder die eerst.',
    )
  })
})

describe('an address that was left', () => {
  test('comes along with a wijk from elsewhere: of its site, of what moved and of what is gone', async () => {
    await cms.client.importWijk(aWijk('oostwijk', [], { domain: 'oostwijk.nl' }))
    const { wijk: own, entries } = aWijk('westwijk', articles(2))
    const [first, ...others] = entries
    const data = {
      wijk: own,
      entries: [{ ...first, formerSlugs: ['eerder'] }, ...others],
      formerNames: ['noordwijk', 'noordwijk.nl', 'oostwijk', 'oostwijk.nl', 'westwijk'],
      goneAddresses: [
        { kind: 'article', slug: 'weg' },
        { kind: 'article', slug: 'bericht-2' },
        { kind: 'article', slug: 'eerder' },
      ],
    }
    const id = await cms.client.importWijk(data)
    const told = (await cms.client.manifest(id))!
    // What another wijk or entry has now stays its own.
    expect(told.wijk?.formerNames).toEqual(['noordwijk', 'noordwijk.nl'])
    const isGone = (entry: string) => !told.entries.some((each) => each.id === entry)
    expect(told.formerAddresses.map(({ kind, slug, entry }) => [kind, slug, isGone(entry)])).toEqual([
      ['article', 'eerder', false],
      ['article', 'weg', true],
    ])
    await cms.client.importWijk(data)
    expect((await cms.client.manifest(id))?.revision).toBe(told.revision)
    await expect(cms.client.importWijk({ ...data, formerNames: ['https://x.nl/'] })).rejects.toThrow(
      /formerNames: https/,
    )
  })

  let wijk: WijkId
  beforeAll(async () => {
    wijk = await cms.client.importWijk(aWijk('verhuiswijk', []))
  })
  const article = (slug: string) => ({ slug, title: `Titel van ${slug}`, body: [paragraph('Tekst.')] })
  async function published(slug: string): Promise<string> {
    const { body } = await make(article(slug), { wijk })
    const id = String(body.data?.['documentId'])
    await beheer.publish(ARTICLE, id)
    return id
  }
  async function renamed(id: string, slug: string): Promise<void> {
    await beheer.update(ARTICLE, id, { slug })
    await beheer.publish(ARTICLE, id)
  }
  /** What the publisher is told: all of it, and since a revision. */
  async function told(since = 0) {
    const { revision, formerAddresses } = (await cms.client.manifest(wijk))!
    const all = formerAddresses.map(({ kind, slug, entry }) => `${kind} ${slug} ${entry}`)
    const news = (await cms.client.changes(wijk, since))!.formerAddresses.map(({ slug }) => slug)
    return { revision, all, news }
  }

  test('is kept with each publish at another one, and told with the change', async () => {
    const id = await published('eerste')
    const { revision, all } = await told()
    expect(all).toEqual([])
    await beheer.update(ARTICLE, id, { slug: 'nooit-online' })
    await renamed(id, 'tweede')
    expect(await told(revision)).toMatchObject({ all: [`article eerste ${id}`], news: ['eerste'] })
    const next = (await told()).revision
    await renamed(id, 'derde')
    const after = await told(next)
    expect(after).toMatchObject({ news: ['tweede'] })
    expect(after.all).toEqual([`article eerste ${id}`, `article tweede ${id}`])
    await beheer.update(ARTICLE, id, { title: 'Alleen een titel' })
    await beheer.publish(ARTICLE, id)
    expect((await told(after.revision)).news).toEqual([])
  })

  test('is kept of what is taken off the site, thrown away, or moved to another wijk', async () => {
    const [off, away, moved] = [
      await published('eraf'),
      await published('weggegooid'),
      await published('mee'),
    ]
    const { revision } = await told()
    await beheer.unpublish(ARTICLE, off)
    await beheer.remove(ARTICLE, away)
    await beheer.update(ARTICLE, moved, { wijk: { connect: [{ documentId: parkwijk }] } })
    await beheer.publish(ARTICLE, moved)
    expect((await told(revision)).news).toEqual(['eraf', 'mee', 'weggegooid'])
    expect((await cms.client.manifest(parkwijk))!.formerAddresses).toEqual([])
  })

  test('is of who was there last', async () => {
    const first = await published('gedeeld')
    await renamed(first, 'weg-van-gedeeld')
    const second = await published('gedeeld')
    expect((await told()).all).toContain(`article gedeeld ${first}`)
    await beheer.unpublish(ARTICLE, second)
    expect((await told()).all).toContain(`article gedeeld ${second}`)
    expect((await told()).all).not.toContain(`article gedeeld ${first}`)
  })

  test('is not taken by a title that comes back, for as long as it leads somewhere', async () => {
    const id = await published('straatfeest')
    await renamed(id, 'straatfeest-2026')
    expect(await slugOf({ title: 'Straatfeest' }, { wijk })).toBe('straatfeest-2')
    // The entry itself may go back there, and an editor who says so may take it.
    await beheer.update(ARTICLE, id, { title: 'Straatfeest', slug: '' })
    expect((await beheer.ask('GET', at(ARTICLE, id))).body.data?.['slug']).toBe('straatfeest')
    await beheer.update(ARTICLE, id, { slug: 'straatfeest-2026' })
    expect(await slugOf(article('straatfeest'), { wijk })).toBe('straatfeest')
    await beheer.unpublish(ARTICLE, id)
    await beheer.remove(ARTICLE, id)
    expect(await slugOf({ title: 'Straatfeest 2026' }, { wijk })).toBe('straatfeest-2026')
  })

  test('can come with an import, once', async () => {
    const data = aWijk('verhuiswijk', [{ slug: 'van-de-oude-site' }])
    const entries = data.entries.map((entry) =>
      entry.slug === 'van-de-oude-site' ? { ...entry, formerSlugs: ['2019-oud-bericht'] } : entry,
    )
    await cms.client.importWijk({ ...data, entries })
    const { revision, all } = await told()
    expect(all.some((line) => line.startsWith('article 2019-oud-bericht '))).toBe(true)
    await cms.client.importWijk({ ...data, entries })
    expect((await told()).revision).toBe(revision)
  })

  test('is not what an import says was left, where something is online or left later', async () => {
    const data = aWijk('verhuiswijk', [{ slug: 'nieuw-adres' }, { slug: 'thuis' }])
    const moved = new Map([
      ['nieuw-adres', ['oud-adres', 'thuis', 'nieuw-adres']],
      ['thuis', ['oud-adres']],
    ])
    const said = () => ({
      ...data,
      entries: data.entries.map((entry) =>
        Object.assign(entry, { formerSlugs: moved.get(entry.slug) ?? [] }),
      ),
    })
    await cms.client.importWijk(said())
    const { all, revision } = await told()
    expect(all.filter((line) => /oud-adres|thuis|nieuw-adres/.test(line))).toHaveLength(1)
    await cms.client.importWijk(said())
    expect((await told()).revision).toBe(revision)
    // Who was there later keeps the links, also when the import comes again.
    const later = await published('later')
    moved.set('thuis', ['later'])
    await renamed(later, 'later-verhuisd')
    await cms.client.importWijk(said())
    expect((await told()).all).toContain(`article later ${later}`)
  })

  test('is none where there never was a page', async () => {
    const { body } = await make(
      { name: 'Truus', role: 'Buurvrouw', consentOn: '2026-01-01', oldEnough: true },
      { uid: 'api::person.person', wijk },
    )
    const id = String(body.data?.['documentId'])
    await beheer.publish('api::person.person', id)
    const { revision } = await told()
    await beheer.unpublish('api::person.person', id)
    const after = await told(revision)
    expect(after.revision).toBeGreaterThan(revision)
    expect(after.news).toEqual([])
  })
})
