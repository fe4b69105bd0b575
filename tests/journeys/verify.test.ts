import { createHash } from 'node:crypto'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { openReader, openStore, type ReleaseStore } from '@wijkpers/releases'
import type { WijkStatus } from '../../apps/publisher/src/standing.ts'
import { until } from '../../scripts/wait.ts'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { askOnce } from '../support/own-connection.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

const ALWAYS = { QUIET_HOURS: '0-24' }

let wijkpers: Wijkpers
let molenwijk: WijkId
let before: WijkStatus

beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['cms', 'files'] })
  molenwijk = await wijkpers.cms.importWijk(aWijk('molenwijk', articles(5)))
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

beforeEach(async () => {
  await wijkpers.start('publisher')
  before = await wijkpers.untilLive('molenwijk')
})
afterEach(() => wijkpers.kill9('publisher'))

const store = () => join(wijkpers.settings.data, 'releases')
const homePage = async () => (await wijkpers.get('molenwijk', '/')).text
const command = (...words: string[]) => wijkpersCommand(wijkpers.settings, ...words)
const logged = () => readFileSync(wijkpers.logOf('publisher'), 'utf8')

/** What a bug in the publisher, or a hand, would leave behind: done while the publisher is away. */
async function damage(act: (store: ReleaseStore) => Promise<void> | void): Promise<void> {
  await wijkpers.kill9('publisher')
  const open = openStore(store())
  await act(open)
  open.close()
  rmSync(join(wijkpers.settings.data, 'publisher', 'verified'), { recursive: true, force: true })
}

async function aWrongRelease(open: ReleaseStore): Promise<void> {
  const { site, host, slug, name, revision, format, release: base } = open.current(molenwijk)!
  const validity = open.validity(molenwijk)!
  const body = Buffer.from('<!doctype html><title>Van gisteren</title>')
  const hash = createHash('sha256').update(body).digest('hex')
  const size = body.byteLength
  await open.putObjects([{ hash, body }])
  const put = ['index.html', 'nieuws/weg/index.html'].map((path) => ({ path, hash, size }))
  const remove = ['nieuws/bericht-2/index.html']
  open.commit({ site, host, slug, name, revision, format, validity, base, put, remove })
}

const verified = (differences: number, after: WijkStatus) =>
  until('a verification', async () => {
    const status = await wijkpers.status('molenwijk')
    return status.lastVerifiedAt && status.release >= after.release && status.differences === differences
      ? status
      : undefined
  })

test('a release that differs from its content is found, told as a bug, and made anew', async () => {
  const home = await homePage()
  await damage(aWrongRelease)
  const told = await command('verify', 'molenwijk', '--json')
  expect(told.exit).toBe(1)
  expect(JSON.parse(told.out)).toMatchObject({
    different: expect.arrayContaining(['index.html', 'nieuws/bericht-2/index.html']),
    leftOver: ['nieuws/weg/index.html'],
    damaged: [],
    isBehind: false,
  })

  await wijkpers.start('publisher', ALWAYS)
  const after = await verified(0, { ...before, release: before.release + 2 })
  expect(after).toMatchObject({ release: before.release + 2, wanted: before.wanted, live: before.live })
  expect(await homePage()).toBe(home)
  expect((await wijkpers.get('molenwijk', '/nieuws/bericht-2/')).status).toBe(200)
  expect((await wijkpers.get('molenwijk', '/nieuws/weg/')).status).toBe(404)
  expect(logged()).toContain('what is live differs from its content')
  // Sweeping goes before verifying, which may take all of a night.
  expect(logged()).toMatch(/swept the release store[^]*what is live differs from its content/)
  const metrics = await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/metrics`)).text()
  expect(metrics).toContain('wijkpers_verified_total{outcome="different"} 1')
  expect(metrics).toContain('wijkpers_verified_total{outcome="same"} 1')
  expect((await command('verify', 'molenwijk')).out).toContain('geen verschil')
  expect((await command('status', 'molenwijk')).out).toMatch(/nagekeken op .*: klopte helemaal/)
})

test('bytes that rotted on the disk are found, although index and content agree, and written anew', async () => {
  const reader = openReader(store())
  const objectOf = (path: string) => reader.objectPath(reader.find(molenwijk, path)!.hash)
  const rotted = objectOf('nieuws/bericht-3/index.html')
  const good = readFileSync(rotted, 'utf8')
  await damage(() => {
    writeFileSync(rotted, good.replace('Bericht 3', 'Bericht 4'))
    truncateSync(objectOf('rss.xml'), 10)
    rmSync(objectOf('sitemap.xml'))
  })
  const told = await command('verify', 'molenwijk', '--json')
  expect(told.exit).toBe(1)
  const damaged = ['nieuws/bericht-3/index.html', 'rss.xml', 'sitemap.xml']
  expect(JSON.parse(told.out)).toMatchObject({ damaged, different: [], leftOver: [] })

  await wijkpers.start('publisher', ALWAYS)
  await verified(0, { ...before, release: before.release + 1 })
  expect(readFileSync(rotted, 'utf8')).toBe(good)
  expect(await reader.damaged(molenwijk)).toEqual([])
  reader.close()
})

test('a held wijk is not repaired, and what differs from its content is meant', async () => {
  const { release } = before
  expect(await command('rollback', 'molenwijk', String(release))).toMatchObject({ exit: 0 })
  await damage(aWrongRelease)
  await wijkpers.start('publisher', ALWAYS)
  // The hold brings the release back that it is about; its differences with the content are none of the verifier's.
  await until('the held release', async () => (await wijkpers.status('molenwijk')).release > release + 1)
  await verified(0, before)
  const reader = openReader(store())
  rmSync(reader.objectPath(reader.find(molenwijk, 'index.html')!.hash))
  reader.close()
  rmSync(join(wijkpers.settings.data, 'publisher', 'verified'), { recursive: true })
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher', ALWAYS)
  const status = await verified(1, before)
  expect(status).toMatchObject({ state: 'held', release: release + 2 })

  // Free again it is verified soon, because something was wrong, and repaired.
  expect(await command('resume', 'molenwijk')).toMatchObject({ exit: 0 })
  await verified(0, { ...before, release: release + 3 })
  expect((await command('verify', 'molenwijk')).out).toContain('geen verschil')
})
