import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { daysAfter, parseWijkId, startOfDay, type Advertisement, type EntryId } from '../index.ts'
import { CmsUnavailableError, createCmsClient, InvalidContentError } from './index.ts'
import { plain } from '../plain.ts'

const wijk = parseWijkId('wijk00000001')
const article = {
  kind: 'article',
  ...plain.article,
  id: 'artikel00001',
  version: '1',
  slug: 'lente',
  title: 'Lente',
  summary: '',
  body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Zon' }] }],
  photo: null,
  firstPublishedAt: '2026-11-22T13:03:00.000Z',
  updatedAt: '2026-11-22T13:03:00.000Z',
}

/** A CMS that gives one answer to everything. */
async function aCmsThatAnswers(status: number, body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return createCmsClient({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'geheim',
  })
}

test('a wijk in the list that cannot be read is told by its id, and the others are answered', async () => {
  const row = { slug: 'molenwijk', wanted: 5, awaited: 5, changedAt: '', live: 5, release: 5, targets: null }
  const held = { release: 4, revision: 4, by: null, since: '', why: '' }
  const wijken = [
    { ...row, id: wijk, held: null },
    { ...row, id: 'wijk00000002', held },
  ]
  const cms = await aCmsThatAnswers(200, JSON.stringify({ data: { wijken } }))
  const unreadable: unknown[] = []
  const read = await cms.wijken((id, error) => unreadable.push(id, error.name, error.message))
  expect(read.map(({ id }) => id)).toEqual([wijk])
  expect(unreadable).toEqual([
    'wijk00000002',
    'InvalidContentError',
    expect.stringContaining('[cms] wijk wijk00000002 in the list of wijken: held.by'),
  ])
})

const event = {
  kind: 'event',
  ...plain.event,
  id: 'activiteit01',
  version: '1',
  slug: 'feest',
  title: 'Feest',
  summary: '',
  body: null,
  photo: null,
  startsAt: '2026-12-05T18:00:00.000Z',
  endsAt: '2026-12-05T20:00:00.000Z',
  isAllDay: false,
  place: 'Plein',
  price: 'gratis',
  isCancelled: false,
  organisation: 'organisatie1',
  updatedAt: '2026-11-22T13:03:00.000Z',
}
const organisation = {
  kind: 'organisation',
  ...plain.organisation,
  id: 'organisatie1',
  version: '1',
  slug: 'de-brug',
  name: 'De Brug',
  summary: '',
  body: null,
  photo: null,
  website: 'https://debrug.example',
  email: null,
  phone: null,
  updatedAt: '2026-11-22T13:03:00.000Z',
}

const ask = async (entry: object) => {
  const cms = await aCmsThatAnswers(
    200,
    JSON.stringify({ data: { entries: { revision: 3, entries: [entry] } } }),
  )
  return cms.entries(wijk, [article.id as EntryId])
}

test('an entry comes in with its version beside it', async () => {
  const { version, ...entry } = article
  expect(await ask(article)).toEqual({ revision: 3, entries: [{ version, entry, expiresAt: null }] })
})

test('what is no text is taken out of everything that comes in, however it was written', async () => {
  const paste = 'Zon\u0000 \u000b\f\b\u001f\u007f\u0085\ufffe\u{1ffff}\ud83d en \n\t🎉'
  const { entries } = await ask({ ...article, title: paste, author: 'Zon\u0085' })
  expect(entries[0]?.entry).toMatchObject({ title: 'Zon     en \n\t🎉', author: 'Zon ' })
})

test.each(['\u000b', '\f', '\u0085'])(
  'a break as another program writes it, %j, keeps two words apart',
  async (sign) => {
    const { entries } = await ask({ ...article, title: `Zon${sign}en` })
    expect(entries[0]?.entry).toMatchObject({ title: 'Zon en' })
  },
)

test('a day or moment beyond what can be reckoned with, which the CMS may have kept, comes in within it', async () => {
  const advertisement = {
    ...article,
    kind: 'advertisement',
    advertisementKind: 'sponsorship',
    link: null,
    business: null,
    sponsor: 'Bakkerij Mulder',
    firstDay: '0026-11-26',
    lastDay: '9999-12-31',
    expiresAt: '9999-12-31T23:30:00.000Z',
  }
  const { entries } = await ask(advertisement)
  const [{ entry, expiresAt } = {}] = entries
  expect(entry).toMatchObject({ firstDay: '1000-01-01', lastDay: '9899-12-31' })
  expect(expiresAt).toBe('9899-12-31T22:30:00.000Z')
  // What is done with a last day: the site shows it up to the end of it.
  expect(startOfDay(daysAfter((entry as Advertisement).lastDay, 1))).toBe('9899-12-31T23:00:00.000Z')
})

test.each([
  ['an event', event],
  ['an organisation', organisation],
])('%s comes in, without a body as one with an empty body', async (_, raw) => {
  const { version, ...entry } = raw
  expect(await ask(raw)).toEqual({
    revision: 3,
    entries: [{ version, entry: { ...entry, body: [] }, expiresAt: null }],
  })
})

test('an info page at an address that the site itself came to use since does not keep its wijk from being read', async () => {
  const { entries } = await ask({ ...article, kind: 'infoPage', slug: 'zoeken', position: 0 })
  expect(entries[0]?.entry).toMatchObject({ kind: 'infoPage', slug: 'zoeken' })
})

test('until when an entry is on the site comes in beside it, in the form in which instants are compared', async () => {
  const { entries } = await ask({ ...article, expiresAt: '2026-12-01T08:00:00Z' })
  expect(entries[0]?.expiresAt).toBe('2026-12-01T08:00:00.000Z')
  await expect(ask({ ...article, expiresAt: 'morgen' })).rejects.toThrow(
    'entry artikel00001 (Lente): expiresAt',
  )
})

test.each([
  ['an article of an organisation', { ...article, organisation: 'organisatie1' }, 'organisatie1'],
  ['an article whose organisation is not published', { ...article, organisation: null }, null],
])('%s', async (_, raw, expected) => {
  const { entries } = await ask(raw)
  expect(entries[0]?.entry).toMatchObject({ organisation: expected })
})

test.each([
  [{ ...event, slug: 'A b' }, 'entry activiteit01 (Feest): slug expected a slug'],
  [{ ...event, endsAt: '2026-12-05T17:00:00.000Z' }, 'entry activiteit01 (Feest): endsAt is before startsAt'],
  [
    { ...event, organisation: '../..' },
    'entry activiteit01 (Feest): organisation expected the id of an entry',
  ],
  [{ ...organisation, email: 7 }, 'entry organisatie1 (De Brug): email Invalid input'],
  [{ ...event, kind: 'aanbod' }, 'entry activiteit01 (Feest): kind Invalid discriminator value'],
])('what is wrong is said of the right field: %#', async (raw, message) => {
  await expect(ask(raw)).rejects.toThrow(message)
})

test('an entry with a wrong value is named, with what was expected', async () => {
  await expect(ask({ ...article, slug: '../..' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[InvalidContentError: [cms] entry artikel00001 (Lente): slug expected a slug: lower case letters, digits and single hyphens]`,
  )
})

/** Lists in lists in an answer, which is never made from an object: that would call itself for each. */
async function anArticleWithLists(deep: number) {
  const list = '{"type":"list","format":"ordered","children":['
  const item = '{"type":"list-item","children":[{"type":"text","text":"x\\u0007"}]}'
  const nested = `${list.repeat(deep)}${item}${']}'.repeat(deep)}`
  const raw = JSON.stringify({ ...article, body: ['HERE'] }).replace('"HERE"', nested)
  const cms = await aCmsThatAnswers(200, `{"data":{"entries":{"revision":3,"entries":[${raw}]}}}`)
  return cms.entries(wijk, [article.id as EntryId])
}

test('a list may stand in a list, as deep as anybody writes', async () => {
  expect((await anArticleWithLists(30)).entries).toHaveLength(1)
})

test.each([1_200, 20_000])('of lists in lists, %i deep, the entry is said to be wrong', async (deep) => {
  await expect(anArticleWithLists(deep)).rejects.toThrow(
    'entry artikel00001 (Lente): body is more than 100 blocks deep',
  )
})

test.each([
  ['answers 500', 500, '{"errors":[{"message":"kapot"}]}'],
  ['answers garbage', 200, '<html>'],
  ['answers an error', 200, '{"errors":[{"message":"kapot"}]}'],
])('a CMS that %s is unavailable, and trying again can help', async (_what, status, body) => {
  const cms = await aCmsThatAnswers(status, body)
  await expect(cms.wijken()).rejects.toThrow(CmsUnavailableError)
})

test('a CMS that answers something else than was asked is said to have wrong content', async () => {
  const cms = await aCmsThatAnswers(200, '{"data":{"wijken":[{"id":"x"}]}}')
  await expect(cms.wijken()).rejects.toThrow(InvalidContentError)
})

test('a CMS that is not there is unavailable', async () => {
  const cms = createCmsClient({ url: 'http://127.0.0.1:49', token: 'geheim' })
  await expect(cms.manifest(wijk)).rejects.toThrow(/ECONNREFUSED/)
})
