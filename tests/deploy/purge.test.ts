import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Slug, WijkId } from '@wijkpers/content'
import {
  createBunnyPurger,
  createCloudflarePurger,
  createEmbeddedTarget,
  createFastlyPurger,
  createPurgedTarget,
  type PurgeBy,
  type Purger,
} from '@wijkpers/deploy'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import { TargetRefusedError, TargetUnavailableError, TargetWaitsError } from '@wijkpers/publishing'
import { cacheTagOf, cacheTagOfSite, openStore } from '@wijkpers/releases'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWijken } from '../../apps/publisher/src/wijken.ts'
import { until } from '../../scripts/wait.ts'
import { aServedStore } from '../../apps/file-server/src/testing/a-served-store.ts'
import { CDN_TOKEN, startCdn } from '../support/cdn.ts'
import { aDelta, firstFiles, MOLENWIJK, sha256 } from './a-delta.ts'
import { describeDeployTarget } from './describe-deploy-target.ts'

let cdn: Awaited<ReturnType<typeof startCdn>>
beforeEach(async () => {
  cdn = await startCdn()
})
afterEach(() => cdn.close())

const purgers: Record<string, (by: PurgeBy, token?: string) => Purger> = {
  cloudflare: (by, token = CDN_TOKEN) =>
    createCloudflarePurger({ zone: 'zone1', token, by, apiUrl: `${cdn.url}/client/v4` }),
  fastly: (by, token = CDN_TOKEN) => createFastlyPurger({ service: 'service1', token, by, apiUrl: cdn.url }),
  bunny: (by, token = CDN_TOKEN) =>
    createBunnyPurger({ pullZone: '1234', accessKey: token, by, apiUrl: cdn.url }),
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `p-${n}`)

describe.each(Object.keys(purgers))('%s', (name) => {
  const purger = (by: PurgeBy, token?: string) => purgers[name]!(by, token)

  test('forgets tags, as many as there are', async () => {
    await purger('tags').purge(many(300))
    expect(cdn.purges.flat().toSorted()).toEqual(many(300).toSorted())
    const calls = { cloudflare: 3, fastly: 2, bunny: 300 }[name]
    expect(cdn.purges).toHaveLength(calls!)
  })

  test('forgets addresses', async () => {
    const addresses = ['https://molenwijk.nl/', 'https://molenwijk.nl/nieuws/een/']
    await purger('urls').purge(addresses)
    const told = name === 'fastly' ? addresses.map((each) => each.replace('https://', '')) : addresses
    expect(cdn.purges.flat().toSorted()).toEqual(told)
  })

  test('takes what comes while a call is on its way together in the next one', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    cdn.holdUntil(promise)
    const one = purger('tags')
    const first = one.purge(['p-0'])
    await until('it to be on its way', () => Promise.resolve(cdn.heard() === 1), { everyMs: 5 })
    const others = [one.purge(['p-1', 'p-2']), one.purge(['p-2', 'p-3']), one.purge([])]
    resolve()
    await Promise.all([first, ...others])
    const calls = cdn.purges.map((items) => items.toSorted().join(' '))
    expect(calls).toEqual(name === 'bunny' ? ['p-0', 'p-1', 'p-2', 'p-3'] : ['p-0', 'p-1 p-2 p-3'])
  })

  test('says when it takes more, refuses with what is wrong, and can be asked again after a fault', async () => {
    const one = purger('tags')
    const failure = (work: Promise<void>) =>
      work.then(
        () => null,
        (error: unknown) => error,
      )
    cdn.refuse(429, { 'retry-after': '30' })
    const start = Date.now()
    const waits = await failure(one.purge(['p-1']))
    expect(waits).toBeInstanceOf(TargetWaitsError)
    expect((waits as TargetWaitsError).until.getTime() - start).toBeGreaterThanOrEqual(30_000)
    cdn.refuse(500)
    expect(await failure(one.purge(['p-1']))).toBeInstanceOf(TargetUnavailableError)
    expect(await failure(purger('tags', 'verlopen').purge(['p-1']))).toBeInstanceOf(TargetRefusedError)
    await one.purge(['p-1'])
    expect(cdn.purges).toEqual([['p-1']])
  })
})

/** The release store with our own file server as the origin of a CDN. */
async function aPurgedTarget(by: PurgeBy = 'tags') {
  const served = await aServedStore({ sitesUrl: 'http://{slug}.wijk.test', cdn: 'cloudflare' })
  const notes = mkdtempSync(join(tmpdir(), 'purges-'))
  let { store } = served
  const open = () =>
    createPurgedTarget({
      target: createEmbeddedTarget({ store, filesUrl: `http://127.0.0.1:${served.port}` }),
      purger: purgers['cloudflare']!(by),
      folder: notes,
    })
  return {
    served,
    notes: join(notes, 'other'),
    target: open(),
    open,
    hasSiteHeaders: true,
    read: (host: string, path: string) => served.ask(path, { host }),
    reopen(kept: 'kept' | 'lost') {
      store.close()
      if (kept === 'lost') rmSync(notes, { recursive: true })
      store = openStore(served.folder)
      return Promise.resolve(open())
    },
    async close() {
      if (store !== served.store) store.close()
      await served.close()
      rmSync(notes, { recursive: true, force: true })
    },
  }
}

describeDeployTarget('embedded, behind a CDN', aPurgedTarget)

describe('a target behind a CDN', () => {
  const proof = (release: number) => ({
    wijk: MOLENWIJK,
    url: 'http://molenwijk.wijk.test',
    path: 'index.html',
    hash: sha256(firstFiles['index.html']),
    release,
  })

  test('has the pages that changed forgotten before it is proven, and no others', async () => {
    await using given = disposable(await aPurgedTarget())
    const base = await given.target.publish(aDelta({ put: firstFiles }))
    await given.target.prove(proof(base))
    cdn.purges.length = 0
    const release = await given.target.publish(
      aDelta({ base, put: { 'nieuws/een/index.html': 'een' }, remove: ['rss.xml'] }),
    )
    expect(cdn.purges).toEqual([])
    await given.target.prove(proof(release))
    expect(cdn.purges).toEqual([
      [cacheTagOf(MOLENWIJK, 'nieuws/een/index.html'), cacheTagOf(MOLENWIJK, 'rss.xml')],
    ])
    await given.target.prove(proof(release))
    expect(cdn.purges).toHaveLength(1)
  })

  test('carries in every answer the tags by which it is forgotten', async () => {
    await using given = disposable(await aPurgedTarget())
    await given.target.publish(aDelta({ put: firstFiles }))
    const tagsOf = async (path: string) =>
      (await given.read('molenwijk.wijk.test', path)).headers['cache-tag']?.split(',')
    const site = cacheTagOfSite(MOLENWIJK)
    const tag = (path: string) => cacheTagOf(MOLENWIJK, path)
    expect(await tagsOf('/')).toEqual([site, tag('index.html')])
    expect(await tagsOf('/rss.xml')).toEqual([site, tag('rss.xml')])
    expect(await tagsOf('/nieuws/markt')).toEqual([site, tag('nieuws/markt/index.html')])
    // What is not there may come; and the page that says so may change.
    expect(await tagsOf('/nieuws/brug/')).toEqual([site, tag('nieuws/brug/index.html'), tag('404.html')])
    expect(await tagsOf('/nieuws/brug')).toEqual([
      site,
      tag('nieuws/brug'),
      tag('nieuws/brug/index.html'),
      tag('404.html'),
    ])
  })

  test('does not forget what is still to be forgotten, whatever fails and after a restart', async () => {
    await using given = disposable(await aPurgedTarget())
    const base = await given.target.publish(aDelta({ put: { 'index.html': firstFiles['index.html'] } }))
    cdn.refuse(500)
    await expect(given.target.prove(proof(base))).rejects.toThrow(TargetUnavailableError)
    const target = await given.reopen('kept')
    await target.prove(proof(base))
    expect(cdn.purges).toEqual([[cacheTagOf(MOLENWIJK, 'index.html')]])
  })

  test('keeps a note whole that is written from two sides at the same moment', async () => {
    await using given = disposable(await aPurgedTarget('urls'))
    const release = await given.target.publish(aDelta({ put: firstFiles }))
    const paths = many(20).map((name) => `foto/${name}.webp`)
    await Promise.all([
      given.target.prove(proof(release)),
      ...paths.map((path) => given.target.withdraw({ wijk: MOLENWIJK, paths: [path], alsoShown: false })),
    ])
    const forgotten = cdn.purges.flat()
    for (const path of paths) expect(forgotten).toContain(`https://molenwijk.wijk.test/${path}`)
    expect((await given.reopen('kept')).owesPurge!(MOLENWIJK)).toBe(false)
  })

  test.each([
    ['when it fails', () => cdn.refuse(500)],
    ['when it has to wait', () => cdn.refuse(429, { 'retry-after': '1' })],
  ])('is due until the CDN forgot what time made another, though no editor waits: %s', async (_, refuse) => {
    await using given = disposable(await aPurgedTarget())
    const { target } = given
    const yesterday = { from: '2026-03-01T12:00:00.000Z', until: '2026-03-02T00:00:00.000Z' }
    const base = await target.publish(aDelta({ put: firstFiles, validity: yesterday }))
    await target.prove(proof(base))
    cdn.purges.length = 0
    refuse()

    const one = {
      id: MOLENWIJK,
      slug: 'molenwijk' as Slug,
      wanted: 1,
      awaited: 1,
      live: 1,
      release: base,
      changedAt: '',
    }
    const wijken = createWijken({
      cms: { wijken: () => Promise.resolve([{ ...one, held: null, targets: null }]) },
      target,
      formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
      now: () => new Date('2026-03-02T00:00:00.000Z'),
      isWrong: () => false,
    })
    let looks = 0
    const due = () => wijken.due().finally(() => looks++)
    const dispatcher = createLocalDispatcher({ due, slots: 2, lookMs: 20, backoffMs: () => 200 })
    const whys: string[] = []
    const stopping = new AbortController()
    const ended = dispatcher.run(async ({ why }) => {
      whys.push(why)
      const put = { 'index.html': 'today' }
      const validity = { from: '2026-03-02T00:00:00.000Z', until: null }
      const release = whys.length > 1 ? base + 1 : await target.publish(aDelta({ base, put, validity }))
      await target.prove({ ...proof(release), hash: sha256('today') })
    }, stopping.signal)
    await until('the purge', () => Promise.resolve(cdn.purges.length > 0))
    expect(cdn.purges).toEqual([[cacheTagOf(MOLENWIJK, 'index.html')]])
    const then = looks
    await until('more looks', () => Promise.resolve(looks > then + 3))
    stopping.abort()
    await ended
    // Once by the clock, then for the purge alone, and not once more.
    expect(whys[0]).toBe('time')
    expect(whys).toHaveLength(2)
    expect(await wijken.due()).toEqual([])
  })

  test.each(['cloudflare', 'fastly', 'bunny'])('goes on where %s took no more for a while', async (name) => {
    await using given = disposable(await aPurgedTarget())
    const { target: embedded, notes } = given
    const target = createPurgedTarget({ target: embedded, purger: purgers[name]!('urls'), folder: notes })
    const pages = Object.fromEntries(many(300).map((page) => [`nieuws/${page}/index.html`, page]))
    const release = await target.publish(aDelta({ put: { ...firstFiles, ...pages } }))
    cdn.refuse(429, { 'retry-after': '1' }, 2)
    await expect(target.prove(proof(release))).rejects.toThrow(TargetWaitsError)
    await target.prove(proof(release))
    const told = cdn.purges.flat()
    expect(new Set(told).size).toBeGreaterThan(600)
    // Only what went beside the call that was refused is told once more.
    expect(told.length - new Set(told).size).toBeLessThan(8)
  })

  test('has a site that was taken down forgotten as a whole', async () => {
    await using given = disposable(await aPurgedTarget())
    const base = await given.target.publish(aDelta({ put: firstFiles }))
    await given.target.prove(proof(base))
    const release = await given.target.publish(aDelta({ base, site: null, remove: Object.keys(firstFiles) }))
    await given.target.prove({ ...proof(release), hash: null })
    expect(cdn.purges.at(-1)).toEqual([cacheTagOfSite(MOLENWIJK)])
  })

  test('is told by addresses where no tags can be', async () => {
    await using given = disposable(await aPurgedTarget('urls'))
    const release = await given.target.publish(
      aDelta({ put: { 'index.html': firstFiles['index.html'], 'nieuws/een/index.html': 'een' } }),
    )
    await given.target.prove(proof(release))
    const root = 'http://molenwijk.wijk.test'
    expect(cdn.purges).toEqual([[`${root}/`, `${root}/nieuws/een/`, `${root}/nieuws/een`]])

    cdn.purges.length = 0
    const site = { slug: 'molen', name: 'Molenwijk', url: 'http://molen.wijk.test' }
    const moved = await given.target.publish(aDelta({ base: release, site, put: { 'index.html': 'anders' } }))
    const away = { ...proof(moved), url: site.url, hash: sha256('anders') }
    await given.target.prove(away)
    const all = (at: string) => [`${at}/`, `${at}/nieuws/een/`, `${at}/nieuws/een`]
    expect(cdn.purges.flat().toSorted()).toEqual(
      [...all('https://molenwijk.wijk.test'), ...all(site.url)].toSorted(),
    )

    // Another wijk takes its place, while it goes elsewhere.
    cdn.purges.length = 0
    const other = 'parkwijk0000000000000002' as WijkId
    const moving = new Map([[MOLENWIJK, 'http://elders.wijk.test']])
    const put = { 'index.html': 'park' }
    const first = await given.target.publish(aDelta({ wijk: other, site, put, moving }))
    await given.target.prove({ ...away, wijk: other, hash: sha256('park'), release: first })
    expect(cdn.purges.flat()).toEqual(
      expect.arrayContaining([...all('https://molen.wijk.test'), ...all('http://elders.wijk.test')]),
    )
  })
})

function disposable<T extends { close(): Promise<void> }>(given: T): T & AsyncDisposable {
  return { ...given, [Symbol.asyncDispose]: () => given.close() }
}
