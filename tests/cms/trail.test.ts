import type { EntryId, WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { inDatabase } from '../support/database.ts'
import { ARTICLE, type Editor, ORGANISATION, paragraph, signIn, WIJK } from '../support/editor.ts'

/** Who did what, when: of one entry for everybody in its wijk, of whole wijken for a coach and an operator. */
let cms: Cms
let anna: Editor
let sam: Editor
let bram: Editor
let coach: Editor
let beheer: Editor
let molenwijk: WijkId
let parkwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  const people = (...names: string[]) => ({ editors: names.map((name) => `${name}@wijkpers.test`) })
  molenwijk = await cms.client.importWijk(
    aWijk('molenwijk', [{ slug: 'een' }, { slug: 'twee' }], people('anna', 'sam', 'coach')),
  )
  parkwijk = await cms.client.importWijk(aWijk('parkwijk', [], people('bram')))
  ;[anna, sam, bram, coach, beheer] = (await Promise.all(
    ['anna', 'sam', 'bram', 'coach', 'beheer'].map((name) => cms.editor(`${name}@wijkpers.test`)),
  )) as [Editor, Editor, Editor, Editor, Editor]
})
afterAll(() => cms[Symbol.asyncDispose]())

interface Line {
  readonly id: number
  readonly act: string
  readonly who: string | null
  readonly title: string
  readonly detail: string | null
  readonly wijk: string | null
}

const body = [paragraph('Tekst.')]
const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
const linesOf = async (who: Editor, documentId: string, uid = ARTICLE) =>
  (await who.ask('GET', `/wijkpers/trail?uid=${uid}&documentId=${documentId}`)).body.data as unknown as Line[]
const deedsOf = async (who: Editor, documentId: string, uid = ARTICLE) =>
  (await linesOf(who, documentId, uid)).map(({ act, who: name }) => `${act} ${name}`).toReversed()
const linesOfWijken = async (who: Editor, query = '') =>
  (await who.ask('GET', `/wijkpers/trail/wijken${query}`)).body.data as unknown as Line[]

describe('two people at the same form', () => {
  /** What somebody sees who opens it: the panel sends all of it back, with when it was written. */
  const opened = async (who: Editor, id: string, uid = ARTICLE) => {
    const { title, name, body, publishAt, updatedAt } = (await who.ask('GET', at(uid, `/${id}`))).body.data!
    return { title, name, body, publishAt, updatedAt }
  }
  const save = (who: Editor, id: string, form: object, uid = ARTICLE) =>
    who.ask('PUT', at(uid, `/${id}`), form)
  const publish = (who: Editor, id: string, form: object) =>
    who.ask('POST', at(ARTICLE, `/${id}/actions/publish`), form)
  const titleOf = async (id: string) => (await opened(anna, id)).title

  test('cannot save over each other without a word, nor publish what was there before', async () => {
    const id = await anna.create(ARTICLE, { title: 'Bankjes', body })
    const [ofAnna, ofCoach] = [await opened(anna, id), await opened(coach, id)]
    expect((await save(coach, id, { ...ofCoach, title: 'Nieuwe bankjes' })).status).toBe(200)
    for (const write of [save, publish]) {
      const { status, body: answer } = await write(anna, id, { ...ofAnna, title: 'Oude bankjes' })
      expect([status, answer.error?.message]).toEqual([
        400,
        expect.stringMatching(
          /^Joke Visser heeft dit gewijzigd op .+ om .+ uur, nadat jij het opende\. Wat jij typte .+ staat hier nog\. Kopieer/,
        ),
      ])
    }
    expect(await titleOf(id)).toBe('Nieuwe bankjes')
    expect((await save(anna, id, { ...(await opened(anna, id)), title: 'Samen' })).status).toBe(200)
    // Opened before that once more: also when the last who wrote is himself, in another tab.
    expect((await save(anna, id, { ...ofAnna, title: 'Toch oud' })).status).toBe(400)
    expect(await titleOf(id)).toBe('Samen')
    await anna.remove(ARTICLE, id)
  })

  test('go on over what they wrote themselves, also twice in a row, publish it, and go back', async () => {
    const id = await anna.create(ARTICLE, { title: 'Eerst', body })
    const first = await opened(anna, id)
    for (const write of [save, save, publish, publish, save])
      expect((await write(anna, id, { ...first, title: 'Daarna' })).status).toBe(200)
    const [newest] = (await anna.ask('GET', `/wijkpers/versions?uid=${ARTICLE}&documentId=${id}`)).body
      .data as unknown as { id: number }[]
    const restore = { uid: ARTICLE, documentId: id, version: newest!.id }
    const before = await opened(coach, id)
    expect((await anna.ask('POST', '/wijkpers/versions/restore', restore)).status).toBe(200)
    expect((await save(coach, id, { ...before, title: 'Van voor het terugzetten' })).status).toBe(400)
    const after = await opened(coach, id)
    expect((await save(coach, id, { ...after, title: 'Erna' })).status).toBe(200)
    const twice = [
      await save(coach, id, { ...after, title: 'Nog een keer' }),
      await save(anna, id, { ...(await opened(anna, id)), title: 'Anna weer' }),
    ]
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    await anna.remove(ARTICLE, id)
  })

  test('go on with what is there once changes were thrown away', async () => {
    const id = await anna.create(ARTICLE, { title: 'Bankjes', body })
    await anna.publish(ARTICLE, id)
    const ofCoach = await opened(coach, id)
    expect((await save(coach, id, { ...ofCoach, title: 'Banken' })).status).toBe(200)
    expect((await save(anna, id, { ...ofCoach, title: 'Van voor de banken' })).status).toBe(400)
    expect((await anna.ask('POST', at(ARTICLE, `/${id}/actions/discard`), {})).status).toBe(200)
    const form = await opened(anna, id)
    expect(form.title).toBe('Bankjes')
    expect((await save(anna, id, { ...form, title: 'Toch bankjes' })).status).toBe(200)
    expect((await save(coach, id, { ...form, title: 'Van voor de bankjes' })).status).toBe(400)
    await anna.remove(ARTICLE, id)
  })

  test('throw away, take off, put back and delete nothing that somebody else wrote since', async () => {
    const id = await anna.create(ARTICLE, { title: 'Bankjes', body })
    await anna.publish(ARTICLE, id)
    const { updatedAt } = await opened(anna, id)
    await save(coach, id, { ...(await opened(coach, id)), title: 'Van de coach' })
    const [version] = (await anna.ask('GET', `/wijkpers/versions?uid=${ARTICLE}&documentId=${id}`)).body
      .data as unknown as { id: number }[]
    const restored = { uid: ARTICLE, documentId: id, version: version!.id }
    const acts = (openedWith: unknown) =>
      [
        ['POST', at(ARTICLE, `/${id}/actions/discard?openedWith=${String(openedWith)}`), {}],
        [
          'POST',
          at(ARTICLE, `/${id}/actions/unpublish?openedWith=${String(openedWith)}`),
          { discardDraft: true },
        ],
        ['POST', '/wijkpers/versions/restore', { ...restored, openedWith }],
        ['DELETE', at(ARTICLE, `/${id}?locale=*&openedWith=${String(openedWith)}`), undefined],
      ] as const
    for (const [method, path, data] of acts(updatedAt)) {
      const { status, body: answer } = await anna.ask(method, path, data)
      expect([path, status, answer.error?.message]).toEqual([
        path,
        400,
        expect.stringMatching(
          /^Joke Visser heeft dit gewijzigd op .+\. Er is niets veranderd\. Laad de pagina/,
        ),
      ])
    }
    expect(await titleOf(id)).toBe('Van de coach')
    // Somebody of another wijk is refused before that.
    const [, , , [method, path]] = acts(updatedAt)
    expect(JSON.stringify(await bram.ask(method, path))).not.toContain('Joke')
    // To take it off the site keeps what was written; what says nothing, such as a script, goes on as ever.
    const off = at(ARTICLE, `/${id}/actions/unpublish?openedWith=${String(updatedAt)}`)
    expect((await anna.ask('POST', off, { discardDraft: false })).status).toBe(200)
    expect(await titleOf(id)).toBe('Van de coach')
    await anna.publish(ARTICLE, id)
    for (const openedWith of [undefined, (await opened(anna, id)).updatedAt]) {
      await save(anna, id, { title: 'Van Anna' })
      expect((await anna.ask('POST', '/wijkpers/versions/restore', { ...restored, openedWith })).status).toBe(
        200,
      )
    }
    const now = (await opened(anna, id)).updatedAt
    expect((await anna.ask('DELETE', at(ARTICLE, `/${id}?openedWith=${String(now)}`))).status).toBe(200)
  })

  test('hand in, give back and read without being in the way', async () => {
    const id = await sam.create(ARTICLE, { title: 'Lampen', body })
    const form = await opened(sam, id)
    const review = { uid: ARTICLE, documentId: id }
    await save(sam, id, { ...form, title: 'Lantaarns' })
    expect((await sam.ask('POST', '/wijkpers/review/hand-in', review)).status).toBe(200)
    await anna.ask('POST', '/wijkpers/review/give-back', { ...review, reason: 'Waar?' })
    expect((await save(sam, id, { ...form, title: 'Lantaarns op het plein' })).status).toBe(200)
    await anna.remove(ARTICLE, id)
  })

  test('of a wijk are told as well; nobody of another wijk reads who it was', async () => {
    const [ofAnna, ofBeheer] = [await opened(anna, molenwijk, WIJK), await opened(beheer, molenwijk, WIJK)]
    await save(beheer, molenwijk, { updatedAt: ofBeheer.updatedAt, tagline: 'Samen' }, WIJK)
    const asked = (who: Editor) =>
      save(who, molenwijk, { updatedAt: ofAnna.updatedAt, tagline: 'Alleen' }, WIJK)
    expect((await asked(anna)).body.error?.message).toMatch(/^Beheer Wijkpers heeft dit gewijzigd/)
    // Who is asked to join alters nothing of what a form holds.
    const { updatedAt } = await opened(anna, molenwijk, WIJK)
    const colleague = {
      email: 'joop@voorbeeld.nl',
      firstname: 'Joop',
      lastname: 'Bos',
      role: 'buurtsupporter',
    }
    const invited = await beheer.ask('POST', '/wijkpers/people/invite', { ...colleague, wijk: molenwijk })
    expect(invited.status).toBe(200)
    expect((await save(anna, molenwijk, { updatedAt, tagline: 'Samen' }, WIJK)).status).toBe(200)
    const { status, body: answer } = await asked(bram)
    expect([403, 404]).toContain(status)
    expect(JSON.stringify(answer)).not.toContain('Beheer')
  })
})

describe('of an entry', () => {
  test('stands who made, changed, handed in, gave back, published, took off and deleted it', async () => {
    const id = await sam.create(ARTICLE, { title: 'Bankjes', body })
    await sam.update(ARTICLE, id, { title: 'Nieuwe bankjes' })
    const review = { uid: ARTICLE, documentId: id }
    await sam.ask('POST', '/wijkpers/review/hand-in', review)
    await anna.ask('POST', '/wijkpers/review/give-back', { ...review, reason: 'Waar?' })
    await sam.ask('POST', '/wijkpers/review/hand-in', review)
    await coach.publish(ARTICLE, id, { title: 'Bankjes in het park' })
    await anna.unpublish(ARTICLE, id)
    await anna.remove(ARTICLE, id)
    expect(await deedsOf(anna, id)).toEqual([
      'create Sam Mulder',
      'edit Sam Mulder',
      'handIn Sam Mulder',
      'giveBack Anna de Vries',
      'handIn Sam Mulder',
      'publish Joke Visser',
      'unpublish Anna de Vries',
      'delete Anna de Vries',
    ])
    expect((await linesOf(anna, id))[0]).toMatchObject({ title: 'Bankjes in het park' })
  })

  test('stands a move for both wijken', async () => {
    const id = await beheer.create(ARTICLE, {
      title: 'Verhuist',
      body,
      wijk: { connect: [{ documentId: molenwijk }] },
    })
    await beheer.update(ARTICLE, id, { wijk: { connect: [{ documentId: parkwijk }] } })
    expect(await deedsOf(anna, id)).toEqual(['create Beheer Wijkpers', 'move Beheer Wijkpers'])
    expect(await deedsOf(bram, id)).toEqual(['move Beheer Wijkpers'])
  })

  test('stands nothing for who is of another wijk', async () => {
    const id = await anna.create(ARTICLE, { title: 'Van Anna', body })
    expect(await linesOf(bram, id)).toEqual([])
    expect(await linesOf(bram, molenwijk, WIJK)).toEqual([])
    expect(await deedsOf(sam, id)).toEqual(['create Anna de Vries'])
  })

  test('stands nothing of what was refused', async () => {
    const id = await anna.create(ARTICLE, { title: 'Blijft', body })
    for (const [who, method, path, data] of [
      [sam, 'PUT', at(ARTICLE, `/${id}`), { title: 'Anders' }],
      [anna, 'PUT', at(ARTICLE, `/${id}`), { slug: 'Kan Niet' }],
      [bram, 'DELETE', at(ARTICLE, `/${id}`), undefined],
    ] as const)
      expect((await who.ask(method, path, data)).status).toBeGreaterThanOrEqual(400)
    expect(await deedsOf(anna, id)).toEqual(['create Anna de Vries'])
  })
})

describe('of a wijk', () => {
  test('a coach reads all, an operator of every wijk, anybody else nothing', async () => {
    await anna.ask('PUT', at(WIJK, `/${molenwijk}`), { tagline: 'Samen' })
    const seen = await linesOfWijken(coach)
    expect(seen[0]).toMatchObject({ act: 'settings', who: 'Anna de Vries', wijk: 'Wijk molenwijk' })
    expect(new Set(seen.map(({ wijk }) => wijk))).toEqual(new Set(['Wijk molenwijk']))
    const older = await linesOfWijken(coach, `?before=${seen.at(-1)!.id}`)
    expect([...seen, ...older]).toContainEqual(
      expect.objectContaining({ act: 'import', who: null, detail: '2 nieuwsberichten' }),
    )
    await bram.ask('PUT', at(WIJK, `/${parkwijk}`), { tagline: 'Groen' })
    expect((await linesOfWijken(beheer))[0]).toMatchObject({ wijk: 'Wijk parkwijk' })
    for (const who of [anna, sam, bram])
      expect((await who.ask('GET', '/wijkpers/trail/wijken')).status).toBe(403)
  })

  test('stands that a photo is shown in another way, once', async () => {
    const form = new FormData()
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2f6f4e' } })
      .jpeg()
      .toBuffer()
    form.set('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'molen.jpg')
    const [photo] = (await anna.ask('POST', '/upload', form)).body as unknown as [{ id: number }]
    for (const fileInfo of [
      { focalPoint: { x: 20, y: 80 } },
      { focalPoint: { x: 20, y: 80 } },
      { caption: 'De molen' },
    ])
      expect((await anna.ask('PUT', `/upload/files/${photo.id}`, { fileInfo })).status).toBe(200)
    const lines = (await linesOfWijken(coach)).filter(({ title }) => title === 'molen.jpg')
    expect(lines).toMatchObject([
      { act: 'edit', who: 'Anna de Vries', detail: 'een ander belangrijkste punt' },
    ])
  })

  test('fifty at once, and the older ones after them', async () => {
    for (let round = 0; round < 60; round++)
      await anna.ask('PUT', at(WIJK, `/${molenwijk}`), { tagline: `Samen ${round}` })
    const newest = await linesOfWijken(coach)
    const older = await linesOfWijken(coach, `?before=${newest.at(-1)!.id}`)
    for (const before of ['1e400', 'x', '-1'])
      expect((await coach.ask('GET', `/wijkpers/trail/wijken?before=${before}`)).status).toBe(400)
    expect([newest.length, older[0]!.id < newest.at(-1)!.id]).toEqual([50, true])
  })
})

test('an operator reads who made an account, changed its role and its password; nobody reads what was chosen, and whoever was in is out', async () => {
  const { body: roles } = await beheer.ask('GET', '/admin/roles')
  const idOf = (code: string) =>
    (roles.data as unknown as { id: number; code: string }[]).find((role) => role.code === code)!.id
  const made = await beheer.ask('POST', '/admin/users', {
    email: 'nieuw@wijkpers.test',
    firstname: 'Nina',
    lastname: 'Bos',
    roles: [idOf('buurtsupporter')],
  })
  const id = Number(made.body.data?.['id'])
  await beheer.ask('PUT', `/admin/users/${id}`, { roles: [idOf('buurtverbinder')] })
  await beheer.ask('PUT', `/admin/users/${id}`, { isActive: true, password: 'Wijkpers-demo-1' })
  const change = async (account: object) =>
    expect((await beheer.ask('PUT', `/admin/users/${id}`, account)).status).toBe(200)
  const isIn = async (who: Editor) => (await who.ask('GET', '/admin/users/me')).status === 200
  // A name is no other door.
  const nina = await signIn(cms.url, 'nieuw@wijkpers.test')
  await change({ firstname: 'Nina' })
  expect(await isIn(nina)).toBe(true)
  await change({ password: 'Wijkpers-demo-2' })
  expect(await isIn(nina)).toBe(false)
  const again = await signIn(cms.url, 'nieuw@wijkpers.test', 'Wijkpers-demo-2')
  await change({ email: 'nina@wijkpers.test' })
  expect(await isIn(again)).toBe(false)
  const last = await signIn(cms.url, 'nina@wijkpers.test', 'Wijkpers-demo-2')
  for (const isActive of [false, true]) await change({ isActive })
  expect(await isIn(last)).toBe(false)
  await anna.ask('PUT', '/admin/users/me', { firstname: 'Anna' })
  await beheer.ask('DELETE', `/admin/users/${id}`)
  const lines = (await linesOfWijken(beheer)).filter(({ title }) => title === 'Nina Bos')
  expect(lines.map(({ detail }) => detail).toReversed()).toEqual([
    'account gemaakt (Buurtsupporter)',
    'rol gewijzigd van Buurtsupporter in Buurtverbinder',
    'account in gebruik genomen, ander wachtwoord',
    'ander wachtwoord',
    'ander e-mailadres',
    'account stilgezet',
    'account in gebruik genomen',
    'account verwijderd',
  ])
  const text = JSON.stringify(await linesOfWijken(beheer))
  expect(text).not.toMatch(/@|password|demo-\d/i)
  expect((await linesOfWijken(coach)).some(({ title }) => title === 'Nina Bos')).toBe(false)
})

test('what is older than the setting says is forgotten', async () => {
  await using other = await startCms({ env: { TRAIL_DAYS: '30' } })
  const wijk = await other.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  const editor = await other.editor('anna@wijkpers.test')
  const id = await editor.create(ARTICLE, { title: 'Oud', body })
  await other.stop()
  const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString()
  const age = 'update trail set at = ? where document_id = ? returning id'
  expect(await inDatabase(other.env, age, [days(31), id])).not.toEqual([])
  expect(await inDatabase(other.env, age, [days(29), wijk])).not.toEqual([])
  await other.restart()
  const again = await other.editor('anna@wijkpers.test')
  await again.update(ARTICLE, id, { title: 'Nieuw' })
  expect(await deedsOf(again, id)).toEqual(['edit Anna de Vries'])
  expect(await linesOf(again, wijk, WIJK)).not.toEqual([])
})

test('who takes the name of another is known all the same, and counts as one', async () => {
  const id = await sam.create(ARTICLE, { title: 'Van wie is dit?', body })
  await sam.ask('PUT', '/admin/users/me', { firstname: 'Anna', lastname: 'de Vries' })
  await sam.update(ARTICLE, id, { title: 'Van Anna, zogenaamd' })
  const rename = { firstname: 'Sam', lastname: 'Mulder' }
  await sam.ask('PUT', '/admin/users/me', rename)
  expect(await deedsOf(anna, id)).toEqual(['create Sam Mulder', 'edit Anna de Vries (nu Sam Mulder)'])
  const lines = await linesOfWijken(coach)
  expect(lines.filter(({ act }) => act === 'account').map(({ detail }) => detail)).toEqual([
    'heette Anna de Vries',
    'heette Sam Mulder',
  ])
})

describe('earlier versions', () => {
  const versionsOf = async (who: Editor, documentId: string) =>
    (await who.ask('GET', `/wijkpers/versions?uid=${ARTICLE}&documentId=${documentId}`)).body
      .data as unknown as {
      id: number
      who: string | null
    }[]
  const restore = (who: Editor, documentId: string, version: unknown) =>
    who.ask('POST', '/wijkpers/versions/restore', { uid: ARTICLE, documentId, version })

  test('come back in the draft; the site stays as it is until it is published', async () => {
    const organisation = await anna.create(ORGANISATION, { name: 'De Ark' })
    await anna.publish(ORGANISATION, organisation)
    const id = await anna.create(ARTICLE, {
      title: 'Zo was het',
      body: [paragraph('Eerst.')],
      organisation: { connect: [{ documentId: organisation }] },
    })
    await anna.publish(ARTICLE, id)
    await anna.publish(ARTICLE, id, {
      title: 'Zo werd het',
      body,
      organisation: { disconnect: [{ documentId: organisation }] },
    })
    const versions = await versionsOf(anna, id)
    expect(versions.map(({ who }) => who)).toEqual(['Anna de Vries', 'Anna de Vries'])

    for (const who of [sam, bram]) expect((await restore(who, id, versions[1]!.id)).status).toBe(403)
    expect((await restore(anna, id, 'x')).status).toBe(400)
    expect((await restore(anna, id, versions[1]!.id)).status).toBe(200)
    const draft = (await anna.ask('GET', `/content-manager/collection-types/${ARTICLE}/${id}`)).body.data
    expect(draft).toMatchObject({ title: 'Zo was het', body: [paragraph('Eerst.')] })
    const live = async () => {
      const { entries } = await cms.client.entries(molenwijk, [id as EntryId])
      return entries[0]!.entry as { title: string; organisation: string | null }
    }
    expect(await live()).toMatchObject({ title: 'Zo werd het', organisation: null })
    await anna.publish(ARTICLE, id)
    expect(await live()).toMatchObject({ title: 'Zo was het', organisation })
  })

  test('come back without what is gone since: a link to what was deleted, an address that another has now', async () => {
    const organisation = await anna.create(ORGANISATION, { name: 'De Boei' })
    const id = await anna.create(ARTICLE, {
      title: 'Met de Boei',
      body,
      slug: 'met-de-boei',
      organisation: { connect: [{ documentId: organisation }] },
    })
    await anna.publish(ARTICLE, id)
    await anna.publish(ARTICLE, id, {
      title: 'Zonder',
      body,
      slug: 'zonder-de-boei',
      organisation: { disconnect: [{ documentId: organisation }] },
    })
    await anna.remove(ORGANISATION, organisation)
    await anna.create(ARTICLE, { title: 'Een ander', body, slug: 'met-de-boei' })
    const [, first] = await versionsOf(anna, id)
    expect((await restore(anna, id, first!.id)).status).toBe(200)
    const { body: draft } = await anna.ask('GET', `/content-manager/collection-types/${ARTICLE}/${id}`)
    expect(draft.data).toMatchObject({ title: 'Met de Boei', slug: 'zonder-de-boei' })
  })

  test('stay with the wijk that published them: who gets the entry reads none of another', async () => {
    const inWijk = (wijk: WijkId) => ({ wijk: { connect: [{ documentId: wijk }] } })
    const id = await bram.create(ARTICLE, { title: 'Van het park', body })
    await bram.publish(ARTICLE, id)
    await beheer.update(ARTICLE, id, inWijk(molenwijk))
    await beheer.publish(ARTICLE, id, { title: 'Van de molen', body })
    const [ofMolen, ofPark] = await versionsOf(beheer, id)
    expect(await versionsOf(anna, id)).toEqual([ofMolen])
    expect((await restore(anna, id, ofPark!.id)).status).toBe(400)
    expect((await restore(beheer, id, ofPark!.id)).status).toBe(200)
    await anna.remove(ARTICLE, id)
  })

  test('are ten at most, and gone with what was deleted', async () => {
    const id = await anna.create(ARTICLE, { title: 'Vaak', body })
    for (let round = 0; round < 12; round++) await anna.publish(ARTICLE, id, { title: `Vaak ${round}`, body })
    expect(await versionsOf(coach, id)).toHaveLength(10)
    await anna.remove(ARTICLE, id)
    expect(await inDatabase(cms.env, 'select id from entry_versions where document_id = ?', [id])).toEqual([])
  })
})
