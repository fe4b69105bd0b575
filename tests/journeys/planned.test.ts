/** What an editor plans, seen by a reader: the real CMS and the real publisher, at the real moment. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Why } from '@wijkpers/publishing'
import { until } from '../../scripts/wait.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { publishesTold, TEN_LOOKS_MS } from '../support/publishes-told.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
let anna: Editor
/** How long these take here, in milliseconds: what comes before a moment has to beat it. */
let publishMs: number
let restartMs: number

beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  await wijkpers.cms.importWijk(aWijk('molenwijk', [{ slug: 'blijft' }], { editors: ['anna@wijkpers.test'] }))
  await wijkpers.untilLive('molenwijk')
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  publishMs = await msOf(async () => {
    const body = [paragraph('Zo lang duurt dat.')]
    await anna.publish(ARTICLE, await anna.create(ARTICLE, { title: 'Gemeten', body }))
    await wijkpers.untilLive('molenwijk')
  })
  restartMs = await msOf(restartPublisher)
})
afterAll(() => wijkpers?.[Symbol.asyncDispose]())

async function msOf(act: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}
/** After acts that take so long when all is well. */
const soonAfter = (actsMs: number) => inMs(2_000 + 6 * actsMs)
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const statusOf = async (path: string) => (await wijkpers.get('molenwijk', path)).status
const textOf = async (path: string) => (await wijkpers.get('molenwijk', path)).text

/** The first publish from this moment on was for one of these reasons, and began at once. */
async function beganAt(iso: string, ...whys: Why[]): Promise<void> {
  const moment = Date.parse(iso)
  const turn = await until('the publish to be told', async () =>
    publishesTold(wijkpers, 'molenwijk').find(({ began }) => began >= moment),
  )
  expect(whys).toContain(turn.why)
  expect(turn.began - moment).toBeLessThan(TEN_LOOKS_MS)
}

async function restartPublisher(): Promise<void> {
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
}

test('what was planned is online at its moment, also when the publisher was started again in between', async () => {
  const publishAt = soonAfter(restartMs)
  await anna.create(ARTICLE, { title: 'Gepland bericht', body: [paragraph('Eindelijk.')], publishAt })
  await restartPublisher()
  expect(await statusOf('/nieuws/gepland-bericht/')).toBe(404)

  await until('it to be online', async () => (await statusOf('/nieuws/gepland-bericht/')) === 200, {
    everyMs: 5,
  })
  await beganAt(publishAt, 'hint', 'revision')
  expect(await textOf('/')).toContain('Gepland bericht')
  expect(await textOf('/rss.xml')).toContain('Gepland bericht')
})

test('what has expired leaves page, lists, feed and sitemap, also when the publisher was started again', async () => {
  const expiresAt = soonAfter(publishMs + restartMs)
  const id = await anna.create(ARTICLE, {
    title: 'Tijdelijk bericht',
    body: [paragraph('Nog even.')],
    expiresAt,
  })
  await anna.publish(ARTICLE, id)
  await until('it to be online', async () => (await statusOf('/nieuws/tijdelijk-bericht/')) === 200)
  await restartPublisher()
  expect(Date.now()).toBeLessThan(Date.parse(expiresAt))

  await until('it to be gone', async () => (await statusOf('/nieuws/tijdelijk-bericht/')) === 410, {
    everyMs: 5,
  })
  // The CMS takes it back at the same moment, and may be first.
  await beganAt(expiresAt, 'time', 'hint', 'revision')
  for (const path of ['/', '/nieuws/', '/rss.xml', '/sitemap.xml'])
    expect(await textOf(path)).not.toMatch(/tijdelijk.bericht/i)
  const { release } = await wijkpers.status('molenwijk')
  // The admin tells the truth as well.
  const draft = async () =>
    (await anna.ask('GET', `/content-manager/collection-types/${ARTICLE}/${id}`)).body.data
  await until('the CMS to take it back', async () => (await draft())?.['status'] === 'draft')
  const after = await wijkpers.untilLive('molenwijk')
  expect(await statusOf('/nieuws/tijdelijk-bericht/')).toBe(410)
  // It had left already: nothing that differs is no release.
  expect(after.release).toBe(release)
})

test('a CMS that is down keeps nothing online', async () => {
  const expiresAt = soonAfter(publishMs)
  const id = await anna.create(ARTICLE, { title: 'Nog heel even', body: [paragraph('Weg.')], expiresAt })
  await anna.publish(ARTICLE, id)
  await until('it to be online', async () => (await statusOf('/nieuws/nog-heel-even/')) === 200)
  const before = await wijkpers.untilLive('molenwijk')
  await wijkpers.kill9('cms')
  expect(Date.now()).toBeLessThan(Date.parse(expiresAt))

  await until('it to be gone', async () => (await statusOf('/nieuws/nog-heel-even/')) === 410, { everyMs: 5 })
  await beganAt(expiresAt, 'time')

  const { release } = await wijkpers.status('molenwijk')

  // Back again it takes it back itself, and both agree.
  await wijkpers.start('cms')
  const after = await until('the CMS and the site to agree', async () => {
    const now = await wijkpers.status('molenwijk')
    return now.wanted > before.wanted && now.live === now.wanted && now.state === 'live' ? now : undefined
  })
  expect(after.wanted).toBe(before.wanted + 1)
  expect(after.release).toBe(release)
  expect(await statusOf('/nieuws/nog-heel-even/')).toBe(410)
  expect(await statusOf('/nieuws/blijft/')).toBe(200)
})
