import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { neverHangsUp } from '../support/own-connection.ts'
import { freePorts } from '../support/ports.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

type Answer = (response: ServerResponse) => void
let misbehave: Answer | null = null
/** While there is a list, receipts get no answer, and are in it. */
let held: ServerResponse[] | null = null
/** Questions that the CMS was asked while it was well, and has not answered yet. */
let open = 0

/** Stands between publisher and CMS: hands everything on, until a test says how the CMS goes wrong. */
async function startGoBetween(port: number, cmsPort: () => number) {
  async function handOn(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (misbehave) return misbehave(response)
    open++
    response.on('close', () => open--)
    const body = await buffer(incoming)
    if (held && body.includes('reportReceipt')) return void held.push(response)
    const { method, url: path, headers } = incoming
    const options = { host: '127.0.0.1', port: cmsPort(), method, path, headers, agent: false }
    const outgoing = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    outgoing.on('error', () => response.destroy())
    outgoing.end(body)
  }
  const server = createServer(neverHangsUp, (incoming, response) => {
    handOn(incoming, response).catch(() => response.destroy())
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.closeAllConnections() }
}

let wijkpers: Wijkpers
let goBetween: Awaited<ReturnType<typeof startGoBetween>>
let anna: Editor
let article: string
let edition = 0

beforeAll(async () => {
  const [port = 0] = await freePorts(1)
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['cms', 'files'] })
  goBetween = await startGoBetween(port, () => wijkpers.settings.ports.cms)
  await wijkpers.start('publisher', { CMS_URL: `http://127.0.0.1:${goBetween.port}` })
  const id = await wijkpers.cms.importWijk(
    aWijk('molenwijk', articles(3), { editors: ['anna@wijkpers.test'] }),
  )
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  article = await anna.create(ARTICLE, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph('editie 0 einde')],
    wijk: { connect: [{ documentId: id }] },
  })
})
afterAll(async () => {
  goBetween.close()
  await wijkpers[Symbol.asyncDispose]()
})

const publishNext = () =>
  anna.publish(ARTICLE, article, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph(`editie ${++edition} einde`)],
  })
/** From now on every answer is `answer`: a question that was asked before could still read what is published next. */
async function misbehaveFromNowOn(answer: Answer) {
  misbehave = answer
  await until('an answer to all that was asked before', () => Promise.resolve(open === 0), { everyMs: 5 })
}
const shown = async () =>
  /editie (\d+) einde/.exec((await wijkpers.get('molenwijk', '/nieuws/editie/')).text)?.[1]

beforeEach(async () => {
  misbehave = null
  await publishNext()
  await until('the newest edition', async () => (await shown()) === String(edition))
})

test.each<[string, Answer]>([
  ['answers 500', (response) => response.writeHead(500).end('{"errors":[{"message":"kapot"}]}')],
  [
    'answers garbage',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('<html>{{{'),
  ],
  [
    'answers something else than was asked',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}'),
  ],
  [
    'breaks off halfway',
    (response) =>
      response.writeHead(200, { 'content-length': '5000' }).write('{"data":', () => response.destroy()),
  ],
  ['hangs up', (response) => response.destroy()],
])(
  'a CMS that %s: the last good release stays, the reason is said in Dutch, and it comes right by itself',
  async (_how, answer) => {
    await misbehaveFromNowOn(answer)
    await publishNext()
    const failed = await until('a failed publish', async () => {
      const status = await wijkpers.status('molenwijk')
      return status.state === 'failed' ? status : undefined
    })
    expect(failed.lastError).toMatch(/vanzelf opnieuw|Neem contact op/)
    expect(await shown()).toBe(String(edition - 1))
    misbehave = null
    await wijkpers.untilLive('molenwijk')
    expect(await shown()).toBe(String(edition))
    expect(await wijkpers.status('molenwijk')).toMatchObject({ state: 'live', attempts: 0, lastError: null })
  },
)

test('a CMS that answers nothing at all holds up nobody who reads', async () => {
  const silent: ServerResponse[] = []
  await misbehaveFromNowOn((response) => void silent.push(response))
  await publishNext()
  await until('a question without an answer', () => Promise.resolve(silent.length > 0))
  expect(await shown()).toBe(String(edition - 1))
  misbehave = null
  for (const response of silent) response.destroy()
  await wijkpers.untilLive('molenwijk')
  expect(await shown()).toBe(String(edition))
})

test('a CMS whose writes hang keeps the next publish waiting no more than the first', async () => {
  held = []
  const receipts = held
  await publishNext()
  await until('a receipt without an answer', () => Promise.resolve(receipts.length > 0))
  await publishNext()
  await until('the next edition', async () => (await shown()) === String(edition))
  // The publisher waits for its answer all the while.
  expect(receipts[0]!.destroyed).toBe(false)
  held = null
  for (const response of receipts) response.destroy()
  await wijkpers.untilLive('molenwijk')
})
