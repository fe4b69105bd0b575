import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { parseWijkId, type EntryId } from '../index.ts'
import { CmsUnavailableError, createCmsClient, InvalidContentError } from './index.ts'

const wijk = parseWijkId('wijk00000001')
const article = {
  kind: 'article',
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
    timeoutMs: 500,
  })
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
  expect(await ask(article)).toEqual({ revision: 3, entries: [{ version, entry }] })
})

test('an entry with a wrong value is named, with what was expected', async () => {
  await expect(ask({ ...article, slug: '../..' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[InvalidContentError: [cms] entry artikel00001 (Lente): slug expected a slug: lower case letters, digits and single hyphens]`,
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
