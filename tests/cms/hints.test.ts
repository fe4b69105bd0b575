import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { accountOf, ARTICLE, type Editor, paragraph, WIJK } from '../support/editor.ts'
import { neverHangsUp } from '../support/own-connection.ts'

interface Hint {
  readonly path: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

const SECRET = 'geheim-van-de-proef'
let publisher: Server
let hints: Hint[] = []
let status = 202
let cms: Cms
let beheer: Editor
let molenwijk: WijkId

beforeAll(async () => {
  publisher = createServer(neverHangsUp, (request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      hints.push({ path: request.url, headers: request.headers, body })
      response.writeHead(status).end()
    })
  }).listen(0, '127.0.0.1')
  await once(publisher, 'listening')
  const { port } = publisher.address() as AddressInfo
  cms = await startCms({ env: { PUBLISHER_URL: `http://127.0.0.1:${port}`, HINT_SECRET: SECRET } })
  beheer = await cms.editor('beheer@wijkpers.test')
  molenwijk = await cms.client.importWijk(aWijk('molenwijk'))
  await until('the hint of the import', async () => hints.length > 0)
})
afterAll(async () => {
  await cms[Symbol.asyncDispose]()
  publisher.closeAllConnections()
  publisher.close()
})
beforeEach(() => {
  hints = []
  status = 202
})

const draft = () =>
  beheer.create(ARTICLE, {
    title: 'Nieuws',
    body: [paragraph('x')],
    wijk: { connect: [{ documentId: molenwijk }] },
  })

test('a publish sends one signed hint that names the wijk and nothing else', async () => {
  const id = await draft()
  expect(hints).toEqual([])
  await beheer.publish(ARTICLE, id)
  await until('the hint', async () => hints.length > 0)
  const { path, headers, body } = hints[0]!
  expect(path).toBe('/hints')
  expect(headers['content-type']).toBe('application/json')
  expect(JSON.parse(body)).toEqual({ wijk: molenwijk })
  const timestamp = String(headers['wijkpers-timestamp'])
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(30)
  expect(headers['wijkpers-signature']).toBe(
    `v1=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`,
  )
})

test('an act on an account that changes many wijken sends none, and nobody waits for it', async () => {
  const editors = ['anna@wijkpers.test', 'petra@wijkpers.test']
  const parkwijk = await cms.client.importWijk(aWijk('parkwijk', [], { editors }))
  await until('the hint of the import', async () => hints.length > 0)
  hints = []
  const numbers = async () => (await cms.client.wijken()).find(({ id }) => id === parkwijk)!
  const before = await numbers()
  expect(before.awaited).toBe(before.wanted)

  const petra = await accountOf(beheer, 'petra@wijkpers.test')
  await beheer.ask('PUT', `/admin/users/${petra}`, { isActive: false })
  expect(await numbers()).toMatchObject({ wanted: before.wanted + 1, awaited: before.wanted })
  await beheer.publish(ARTICLE, await draft())
  await until('the hint', async () => hints.length > 0)
  expect(hints.map(({ body: said }) => JSON.parse(said))).toEqual([{ wijk: molenwijk }])

  // An edit in the wijk itself takes along what nobody waited for.
  await beheer.update(WIJK, parkwijk, { tagline: 'Met z’n allen' })
  expect(await numbers()).toMatchObject({ wanted: before.wanted + 2, awaited: before.wanted + 2 })
})

test('the publisher hears where somebody works before he publishes: in the wijk that he chose, or in all of his when they are few', async () => {
  const editors = ['bram@wijkpers.test']
  const wijken = await Promise.all(
    ['bovenwijk', 'benedenwijk'].map((slug) => cms.client.importWijk(aWijk(slug, [], { editors }))),
  )
  const bram = await cms.editor('bram@wijkpers.test')
  const soon = () => hints.filter(({ path }) => path === '/soon').map(({ body }) => JSON.parse(body))
  const told = [...wijken].sort().map((wijk) => ({ wijk }))
  await bram.ask('GET', '/wijkpers/home')
  await until('that he works', async () => soon().length >= told.length)
  await bram.ask('GET', '/wijkpers/home')
  expect(soon().toSorted((a, b) => (a.wijk < b.wijk ? -1 : 1))).toEqual(told)
  const [{ headers, body }] = hints.filter(({ path }) => path === '/soon') as [Hint]
  expect(headers['wijkpers-signature']).toBe(
    `v1=${createHmac('sha256', SECRET)
      .update(`${String(headers['wijkpers-timestamp'])}.${body}`)
      .digest('hex')}`,
  )
})

test('a publisher that refuses, or is gone, is no error for the editor', async () => {
  status = 500
  await beheer.publish(ARTICLE, await draft())
  await until('the hint', async () => hints.length > 0)
  publisher.closeAllConnections()
  publisher.close()
  await once(publisher, 'close')
  const before = (await cms.client.wijken())[0]!.wanted
  await beheer.publish(ARTICLE, await draft())
  expect((await cms.client.wijken())[0]?.wanted).toBe(before + 1)
  expect(cms.log()).not.toMatch(/error|hint/i)
})
