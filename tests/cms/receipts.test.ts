import type { WijkId } from '@wijkpers/content'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, EVENT, INFO_PAGE, ORGANISATION, paragraph, WIJK } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'

let cms: Cms
let anna: Editor
let molenwijk: WijkId

beforeAll(async () => {
  cms = await startCms({ env: { SITES_URL: 'http://{slug}.wijken.test' } })
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  anna = await cms.editor('anna@wijkpers.test')
})
afterAll(() => cms[Symbol.asyncDispose]())

const wanted = async () => (await cms.client.wijken())[0]!
const receiptOf = async (documentId: string, uid = ARTICLE) =>
  (await anna.ask('GET', `/wijkpers/receipt?uid=${uid}&documentId=${documentId}`)).body.data
const report = (receipt: object) =>
  cms.client.reportReceipt({
    wijk: molenwijk,
    revision: 1,
    state: 'received',
    receivedAt: '2026-11-22T13:03:00.000Z',
    renderedAt: null,
    liveAt: null,
    release: null,
    url: null,
    pages: null,
    durationMs: null,
    error: null,
    nextTryAt: null,
    waitsFor: null,
    attempts: 1,
    ...receipt,
  })
let number = 0
async function article(): Promise<string> {
  return anna.create(ARTICLE, { title: `Bericht ${++number}`, body: [paragraph('x')] })
}

describe('the receipt of an article', () => {
  let id: string
  let revision: number
  beforeEach(async () => {
    id = await article()
    await anna.publish(ARTICLE, id)
    revision = (await wanted()).wanted
  })

  test('is not there before the first publish', async () => {
    expect(await receiptOf(await article())).toBeNull()
    expect(await receiptOf('nooitgeweest')).toBeNull()
  })

  test('says received as soon as it is published, with its address', async () => {
    expect(await receiptOf(id)).toEqual({
      state: 'received',
      wanted: revision,
      revision,
      changedAt: expect.stringMatching(/Z$/) as string,
      renderedAt: null,
      liveAt: null,
      release: null,
      pages: null,
      durationMs: null,
      url: `http://molenwijk.wijken.test/nieuws/bericht-${number}/`,
      error: null,
      nextTryAt: null,
      nextTryInMs: null,
      waitsFor: null,
      siteUrl: 'http://molenwijk.wijken.test',
      hasSite: true,
      held: null,
    })
  })

  test('follows the publisher to live', async () => {
    for (const state of ['rendering', 'deploying']) {
      await report({ revision, state })
      expect(await receiptOf(id)).toMatchObject({ state, liveAt: null })
    }
    const liveAt = '2026-11-22T13:03:12.000Z'
    await report({ revision, state: 'live', liveAt, release: 7, pages: 3, durationMs: 112 })
    expect(await receiptOf(id)).toMatchObject({
      state: 'live',
      liveAt,
      release: 7,
      pages: 3,
      durationMs: 112,
    })
    expect(await wanted()).toMatchObject({ live: revision, release: 7 })
  })

  test('is not live because an older revision is', async () => {
    await report({ revision: revision - 1, state: 'live', liveAt: '2026-11-22T13:00:00.000Z', release: 8 })
    expect(await receiptOf(id)).toMatchObject({ state: 'received', liveAt: null, release: null })
  })

  test('stays live, of its own release, when another article is published later', async () => {
    await report({ revision, state: 'live', liveAt: '2026-11-22T13:03:12.000Z', release: 9 })
    await anna.publish(ARTICLE, await article())
    await report({ revision: revision + 1, state: 'rendering' })
    expect(await receiptOf(id)).toMatchObject({ state: 'live', release: 9, revision, wanted: revision + 1 })
  })

  test('waits again when the article changes', async () => {
    await report({ revision, state: 'live', liveAt: '2026-11-22T13:03:12.000Z', release: 10 })
    await anna.publish(ARTICLE, id, { title: `Bericht ${number}`, body: [paragraph('Anders.')] })
    expect(await receiptOf(id)).toMatchObject({ state: 'received', liveAt: null, revision: revision + 1 })
  })

  test('says what went wrong and when it is tried again', async () => {
    const nextTryAt = new Date(Date.now() + 60_000).toISOString()
    await report({ revision, state: 'failed', error: 'De schijf is vol.', nextTryAt })
    const receipt = await receiptOf(id)
    expect(receipt).toMatchObject({ state: 'failed', error: 'De schijf is vol.', nextTryAt })
    expect(Number(receipt?.nextTryInMs)).toBeGreaterThan(0)
    expect(Number(receipt?.nextTryInMs)).toBeLessThanOrEqual(60_000)
  })

  test('has no address any more once it is taken back', async () => {
    await anna.unpublish(ARTICLE, id)
    expect(await receiptOf(id)).toMatchObject({ state: 'received', url: null, revision: revision + 1 })
  })
})

describe('while a wijk is held', () => {
  const held = { by: 'de platformbeheerder', since: '2026-11-22T13:04:00.000Z', why: 'Even nakijken.' }
  const liveAt = '2026-11-22T13:03:12.000Z'
  let older: string
  let newer: string
  let revision: number
  beforeEach(async () => {
    ;[older, newer] = [await article(), await article()]
    await anna.publish(ARTICLE, older)
    await anna.publish(ARTICLE, newer)
    revision = (await wanted()).wanted
    await report({ revision, state: 'live', liveAt, release: 11 })
    await cms.client.hold(molenwijk, { ...held, release: 10, revision: revision - 1 })
  })
  afterEach(() => cms.client.resume(molenwijk))

  test('what is newer than the held release waits, with the reason; what is in it stays online', async () => {
    expect(await receiptOf(newer)).toMatchObject({ state: 'held', liveAt: null, release: null, held })
    expect(await receiptOf(older)).toMatchObject({ state: 'live', liveAt, held })
    expect(await wanted()).toMatchObject({
      live: revision - 1,
      held: { ...held, release: 10, revision: revision - 1 },
    })
    const { body } = await anna.ask('GET', '/wijkpers/home')
    expect(body.data!['wijken']).toMatchObject([{ receiptState: 'held', liveAt }])
  })

  test('what the publisher puts in its place does not undo what an operator did in the meantime', async () => {
    const before = { ...held, release: 10, revision: revision - 1 }
    const instead = { ...before, release: 12, revision, why: 'Die versie is er niet meer.' }
    await cms.client.hold(molenwijk, instead, { ...before, release: 9 })
    await cms.client.hold(molenwijk, instead, { ...before, since: '2026-11-22T13:03:59.000Z' })
    expect((await wanted()).held).toEqual(before)
    await cms.client.hold(molenwijk, instead, before)
    expect((await wanted()).held).toEqual(instead)
    await cms.client.resume(molenwijk)
    await cms.client.hold(molenwijk, before, instead)
    expect((await wanted()).held).toBeNull()
  })

  test('a publish that was under way is not online after all', async () => {
    await report({ revision, state: 'live', liveAt, release: 12 })
    await report({ revision, state: 'held', release: 13 })
    expect(await receiptOf(newer)).toMatchObject({ state: 'held', liveAt: null })
    expect(await wanted()).toMatchObject({ live: revision - 1, release: 13 })
  })

  test('what is published meanwhile waits, and all of it goes on together', async () => {
    const latest = await article()
    await anna.publish(ARTICLE, latest)
    expect(await receiptOf(latest)).toMatchObject({ state: 'held', held })
    await cms.client.resume(molenwijk)
    expect(await receiptOf(latest)).toMatchObject({ state: 'received', held: null })
    await report({ revision: revision + 1, state: 'live', liveAt, release: 14 })
    for (const id of [older, newer, latest]) expect(await receiptOf(id)).toMatchObject({ state: 'live' })
  })

  test('the manifest and the changes say so in the same snapshot', async () => {
    const expected = { ...held, release: 10, revision: revision - 1 }
    expect((await cms.client.manifest(molenwijk))?.held).toEqual(expected)
    expect((await cms.client.changes(molenwijk, revision))?.held).toEqual(expected)
  })
})

describe('a report', () => {
  test('that is older than what is known changes nothing', async () => {
    await anna.publish(ARTICLE, await article())
    const { wanted: revision } = await wanted()
    await report({ revision, state: 'live', liveAt: '2026-11-22T14:00:00.000Z', release: 20 })
    await report({ revision: revision - 1, state: 'failed', error: 'Van vroeger' })
    await report({ revision: revision - 1, state: 'live', liveAt: '2026-11-22T13:00:00.000Z', release: 19 })
    expect(await wanted()).toMatchObject({ live: revision, release: 20 })
    const { body } = await anna.ask('GET', '/wijkpers/home')
    expect(body.data!['wijken']).toMatchObject([{ receiptState: 'live', liveAt: '2026-11-22T14:00:00.000Z' }])
  })

  test('that is of a later revision than is wanted, from before a backup was put back, changes nothing', async () => {
    const { wanted: revision, live } = await wanted()
    await report({ revision: revision + 9, state: 'live', liveAt: '2026-11-22T14:00:00.000Z', release: 20 })
    expect(await wanted()).toMatchObject({ live })
    await anna.publish(ARTICLE, await article())
    await report({ revision: revision + 1, state: 'live', liveAt: '2026-11-22T14:00:00.000Z', release: 20 })
    expect(await wanted()).toMatchObject({ live: revision + 1 })
  })

  test('of a later state of the same revision never takes live back', async () => {
    const { wanted: revision } = await wanted()
    await report({ revision, state: 'live', liveAt: '2026-11-22T14:00:00.000Z', release: 21 })
    await report({ revision, state: 'rendering' })
    expect(await wanted()).toMatchObject({ live: revision, release: 21 })
  })

  test('about an unknown wijk is answered with false', async () => {
    const { data } = await cms.graphql(
      'mutation ($receipt: ReceiptInput!) { reportReceipt(receipt: $receipt) }',
      {
        receipt: { wijk: 'nooitgeweest', revision: 1, state: 'live', receivedAt: '2026-11-22T13:03:00.000Z' },
      },
    )
    expect(data).toEqual({ reportReceipt: false })
  })
})

describe('in a wijk without a site', () => {
  test('nothing is online, whatever release is live; once it opens, from the moment that this is', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    const act = (name: string) => beheer.ask('POST', '/wijkpers/life', { wijk: molenwijk, act: name })
    const online = async () => (await anna.ask('GET', '/wijkpers/home')).body.data!['online']
    const id = await article()
    await anna.publish(ARTICLE, id)
    await report({ revision: (await wanted()).wanted, state: 'live', liveAt: '2026-11-22T14:00:00.000Z' })
    expect(await receiptOf(id)).toMatchObject({ state: 'live', hasSite: true })

    expect((await act('withdraw')).status).toBe(200)
    const nothing = { hasSite: false, url: null }
    expect(await receiptOf(id)).toMatchObject(nothing)
    expect(await receiptOf(molenwijk, WIJK)).toMatchObject(nothing)
    expect(await online()).toEqual([])
    await report({ revision: (await wanted()).wanted, state: 'live', liveAt: '2026-11-22T14:05:00.000Z' })
    expect(await receiptOf(id)).toMatchObject({ ...nothing, liveAt: null })

    expect((await act('begin')).status).toBe(200)
    expect(await receiptOf(id)).toMatchObject({ state: 'received', hasSite: true, liveAt: null })
    expect(await online()).toEqual([])
    const liveAt = '2026-11-22T14:10:00.000Z'
    await report({ revision: (await wanted()).wanted, state: 'live', liveAt })
    expect(await receiptOf(id)).toMatchObject({ state: 'live', hasSite: true, liveAt })
    expect((await online()) as object[]).toContainEqual(
      expect.objectContaining({ documentId: id, at: liveAt }),
    )
  })
})

test('the wijk itself has a receipt too', async () => {
  expect(await receiptOf(molenwijk, WIJK)).toMatchObject({ url: 'http://molenwijk.wijken.test/' })
})

test.each([
  [INFO_PAGE, { title: 'Contact', body: [paragraph('Bel ons.')] }, '/contact/'],
  [EVENT, { title: 'Bingo', startsAt: '2026-12-01T19:00:00.000Z' }, '/agenda/bingo/'],
  [ORGANISATION, { name: 'Buurthuis' }, '/organisaties/buurthuis/'],
])('an entry of %s has a receipt with its own address', async (uid, data, path) => {
  const id = await anna.create(uid, data)
  expect(await receiptOf(id, uid)).toBeNull()
  await anna.publish(uid, id)
  expect(await receiptOf(id, uid)).toMatchObject({
    state: 'received',
    url: `http://molenwijk.wijken.test${path}`,
  })
})

test('an article waits again when the organisation it belongs to comes online or goes', async () => {
  const organisation = await anna.create(ORGANISATION, { name: 'Speeltuin' })
  const id = await anna.create(ARTICLE, {
    title: 'Nieuwe glijbaan',
    body: [paragraph('x')],
    organisation: { connect: [{ documentId: organisation }] },
  })
  await anna.publish(ARTICLE, id)
  for (const act of ['publish', 'unpublish'] as const) {
    const { wanted: revision } = await wanted()
    await report({ revision, state: 'live', liveAt: '2026-11-22T14:30:00.000Z', release: 25 })
    expect(await receiptOf(id)).toMatchObject({ state: 'live' })
    await anna[act](ORGANISATION, organisation)
    expect(await receiptOf(id)).toMatchObject({ state: 'received', revision: revision + 1 })
  }
})

test('the overview tells how the wijk stands', async () => {
  const { wanted: revision } = await wanted()
  await report({ revision, state: 'live', liveAt: '2026-11-22T15:00:00.000Z', release: 30 })
  const { data } = await cms.graphql('query ($wijk: ID!) { manifest(wijk: $wijk) { entries { kind } } }', {
    wijk: molenwijk,
  })
  const { entries } = data!['manifest'] as { entries: { kind: string }[] }
  const live = (kind: string) => entries.filter((entry) => entry.kind === kind).length
  expect(live('event')).toBeGreaterThan(0)
  const { body } = await anna.ask('GET', '/wijkpers/home')
  expect(body.data!['wijken']).toEqual([
    {
      documentId: molenwijk,
      name: 'Wijk molenwijk',
      slug: 'molenwijk',
      state: 'active',
      siteUrl: 'http://molenwijk.wijken.test',
      receiptState: 'live',
      liveAt: '2026-11-22T15:00:00.000Z',
      error: null,
      held: null,
      wanted: revision,
      live: revision,
      contents: [
        { kind: 'article', one: 'nieuwsbericht', many: 'nieuwsberichten', number: live('article') },
        { kind: 'infoPage', one: 'pagina', many: "pagina's", number: live('infoPage') },
        { kind: 'organisation', one: 'organisatie', many: 'organisaties', number: live('organisation') },
        { kind: 'event', one: 'activiteit', many: 'activiteiten', number: live('event') },
      ],
    },
  ])
})

test('without a login there is no receipt and no home screen', async () => {
  for (const path of [`/wijkpers/receipt?uid=${WIJK}&documentId=${molenwijk}`, '/wijkpers/home'])
    expect((await askOnce(cms.url + path)).status).toBe(401)
})

test('what is no entry is refused', async () => {
  for (const query of ['', '?uid=admin::user&documentId=1', `?uid=${ARTICLE}`, `?documentId=${molenwijk}`])
    expect([query, (await anna.ask('GET', `/wijkpers/receipt${query}`)).status]).toEqual([query, 400])
})
