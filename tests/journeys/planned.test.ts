/** What an editor plans, seen by a reader: the real CMS and the real publisher, at the real moment. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Why } from '@wijkpers/publishing'
import { until } from '../../scripts/wait.ts'
import { ahead } from '../support/ahead.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { publishesTold, TEN_LOOKS_MS } from '../support/publishes-told.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
let anna: Editor

beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  await wijkpers.cms.importWijk(aWijk('molenwijk', [{ slug: 'blijft' }], { editors: ['anna@wijkpers.test'] }))
  await wijkpers.untilLive('molenwijk')
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
})
afterAll(() => wijkpers?.[Symbol.asyncDispose]())

/** About as long as a publish takes, and a start of the publisher. */
const FIRST_MS = 6_000
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

/** An article with a title of its own, so that each try has an address of its own. */
let article: { readonly id: string; readonly path: string } | null = null
let count = 0
async function create(
  title: string,
  moments: object,
): Promise<{ readonly id: string; readonly path: string }> {
  const slug = `${title}-${++count}`
  const data = { title: `${title} ${count}`, slug, body: [paragraph('Nog even.')], ...moments }
  article = { id: await anna.create(ARTICLE, data), path: `/nieuws/${slug}/` }
  return article
}
/** What was too late is thrown away, also on the site. */
async function throwAway(): Promise<void> {
  if (wijkpers.pidOf('cms') === null) await wijkpers.start('cms')
  if (article) await anna.remove(ARTICLE, article.id)
  article = null
  await wijkpers.untilLive('molenwijk')
}

/** Waits no longer than it may stay: who is too late does not see it any more. */
async function untilOnline(path: string, expiresAt: string): Promise<void> {
  await until(
    'it to be online',
    async () => (await statusOf(path)) === 200 || new Date() > new Date(expiresAt),
  )
}

async function restartPublisher(): Promise<void> {
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
}

test('what was planned is online at its moment, also when the publisher was started again in between', async () => {
  const { moment: publishAt, made } = await ahead(
    async (moment) => {
      const { path } = await create('gepland', { publishAt: moment })
      await restartPublisher()
      return { path, before: await statusOf(path) }
    },
    throwAway,
    { firstMs: FIRST_MS },
  )
  const { path, before } = made
  expect(before).toBe(404)

  await until('it to be online', async () => (await statusOf(path)) === 200, { everyMs: 5 })
  await beganAt(publishAt, 'hint', 'revision')
  expect(await textOf('/')).toContain(path)
  expect(await textOf('/rss.xml')).toContain(path)
})

test('what has expired leaves page, lists, feed and sitemap, also when the publisher was started again', async () => {
  const { moment: expiresAt, made } = await ahead(
    async (moment) => {
      const expiring = await create('tijdelijk', { expiresAt: moment })
      await anna.publish(ARTICLE, expiring.id)
      await untilOnline(expiring.path, moment)
      await restartPublisher()
      return expiring
    },
    throwAway,
    { firstMs: FIRST_MS },
  )
  const { id, path } = made

  await until('it to be gone', async () => (await statusOf(path)) === 410, { everyMs: 5 })
  // The CMS takes it back at the same moment, and may be first.
  await beganAt(expiresAt, 'time', 'hint', 'revision')
  for (const list of ['/', '/nieuws/', '/rss.xml', '/sitemap.xml'])
    expect(await textOf(list)).not.toContain(path)
  const { release } = await wijkpers.status('molenwijk')
  // The admin tells the truth as well.
  const draft = async () =>
    (await anna.ask('GET', `/content-manager/collection-types/${ARTICLE}/${id}`)).body.data
  await until('the CMS to take it back', async () => (await draft())?.['status'] === 'draft')
  const after = await wijkpers.untilLive('molenwijk')
  expect(await statusOf(path)).toBe(410)
  // It had left already: nothing that differs is no release.
  expect(after.release).toBe(release)
})

test('a CMS that is down keeps nothing online', async () => {
  const { moment: expiresAt, made } = await ahead(
    async (moment) => {
      const { id, path } = await create('nog-even', { expiresAt: moment })
      await anna.publish(ARTICLE, id)
      await untilOnline(path, moment)
      const { wanted } = await wijkpers.untilLive('molenwijk')
      await wijkpers.kill9('cms')
      return { path, wanted }
    },
    throwAway,
    { firstMs: FIRST_MS },
  )
  const { path } = made

  await until('it to be gone', async () => (await statusOf(path)) === 410, { everyMs: 5 })
  await beganAt(expiresAt, 'time')

  const { release } = await wijkpers.status('molenwijk')

  // Back again it takes it back itself, and both agree.
  await wijkpers.start('cms')
  const after = await until('the CMS and the site to agree', async () => {
    const now = await wijkpers.status('molenwijk')
    return now.wanted > made.wanted && now.live === now.wanted && now.state === 'live' ? now : undefined
  })
  expect(after.wanted).toBe(made.wanted + 1)
  expect(after.release).toBe(release)
  expect(await statusOf(path)).toBe(410)
  expect(await statusOf('/nieuws/blijft/')).toBe(200)
})
