import { afterAll, beforeAll, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, paragraph, signIn, WIJK } from '../support/editor.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  await wijkpers.cms.importWijk(aWijk('molenwijk', articles(5), { editors: ['anna@wijkpers.test'] }))
  await wijkpers.cms.importWijk(aWijk('oosterhaar', articles(2)))
  await wijkpers.untilLive('molenwijk')
  await wijkpers.untilLive('oosterhaar')
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

test('with CMS and publisher killed every site answers, also from a file server that starts only then', async () => {
  await wijkpers.kill9('cms')
  await wijkpers.kill9('publisher')
  await wijkpers.kill9('files')
  await wijkpers.start('files')
  for (const wijk of ['molenwijk', 'oosterhaar'])
    for (const path of [
      '/',
      '/nieuws/',
      '/nieuws/bericht-1/',
      '/over-ons/',
      '/rss.xml',
      '/sitemap.xml',
      '/robots.txt',
    ])
      expect((await wijkpers.get(wijk, path)).status, `${wijk}${path}`).toBe(200)
  expect((await wijkpers.get('molenwijk', '/bestaat-niet/')).status).toBe(404)
})

test('what was published while the publisher was down is live when it is back', async () => {
  await wijkpers.start('cms')
  const anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const { id } = (await wijkpers.cms.wijken()).find(({ slug }) => slug === 'molenwijk')!
  const article = await anna.create(ARTICLE, {
    title: 'Intussen',
    body: [paragraph('Ja.')],
    wijk: { connect: [{ documentId: id }] },
  })
  await anna.publish(ARTICLE, article)
  await wijkpers.start('publisher')
  await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', '/nieuws/intussen/')).status).toBe(200)
})

test('without publisher/ and releases/ everything is made again, with higher release numbers', async () => {
  await wijkpers.untilTold('molenwijk')
  const before = await wijkpers.status('molenwijk')
  const home = await wijkpers.get('molenwijk', '/')
  await wijkpers.kill9('publisher')
  await wijkpers.kill9('files')
  for (const folder of ['publisher', 'releases'])
    rmSync(join(wijkpers.settings.data, folder), { recursive: true })
  await wijkpers.start('files')
  await wijkpers.start('publisher')
  const after = await wijkpers.untilLive('molenwijk')
  expect(after.release).toBeGreaterThan(before.release)
  expect((await wijkpers.get('molenwijk', '/')).text).toBe(home.text)
  await wijkpers.untilLive('oosterhaar')
})

test('releases/ that is taken away from under everything running is noticed, and made again', async () => {
  await wijkpers.untilTold('molenwijk')
  const before = await wijkpers.status('molenwijk')
  rmSync(join(wijkpers.settings.data, 'releases'), { recursive: true })
  await until('the publisher to end', async () => wijkpers.pidOf('publisher') === null)
  // No search engine is told that a site is gone.
  expect(await wijkpers.get('molenwijk', '/')).toMatchObject({ status: 503 })
  await wijkpers.start('publisher')
  const after = await wijkpers.untilLive('molenwijk')
  expect(after.release).toBeGreaterThan(before.release)
  expect((await wijkpers.get('molenwijk', '/nieuws/intussen/')).status).toBe(200)
  await wijkpers.untilLive('oosterhaar')
})

test('two wijken that changed addresses while the publisher was down each answer at their new one when it is back', async () => {
  await wijkpers.kill9('publisher')
  const operator = await signIn(wijkpers.settings.cmsUrl, 'beheer@wijkpers.test')
  const idOf = async (name: string) =>
    (await wijkpers.cms.wijken()).find(({ slug }) => slug === name)!.id as string
  const [first, second] = [await idOf('molenwijk'), await idOf('oosterhaar')]
  await operator.update(WIJK, first, { slug: 'even-elders' })
  await operator.update(WIJK, second, { slug: 'molenwijk' })
  await operator.update(WIJK, first, { slug: 'oosterhaar' })
  await wijkpers.start('publisher')
  await wijkpers.untilLive('molenwijk')
  await wijkpers.untilLive('oosterhaar')
  expect((await wijkpers.get('oosterhaar', '/nieuws/intussen/')).status).toBe(200)
  expect((await wijkpers.get('molenwijk', '/nieuws/intussen/')).status).toBe(404)
  expect((await wijkpers.get('molenwijk', '/nieuws/bericht-2/')).status).toBe(200)
})
