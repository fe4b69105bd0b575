import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type Priority,
  ProofFailedError,
  TargetRefusedError,
  TargetUnavailableError,
  TargetWaitsError,
} from '@wijkpers/publishing'
import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { aNetlifyTarget } from './a-netlify-target.ts'
import { aDelta, type DeltaInTest, firstFiles, MOLENWIJK, sha256 } from './a-delta.ts'

const publishByCli = join(import.meta.dirname, 'publish-by-cli.ts')

type Given = Awaited<ReturnType<typeof aNetlifyTarget>>
let given: Given
afterEach(() => given.close())

const start = async (...options: Parameters<typeof aNetlifyTarget>) => {
  given = await aNetlifyTarget(...options)
  return given
}
const published = (delta: DeltaInTest) => given.target.publish(aDelta(delta))
const home = async (host = 'molenwijk.wijk.test') => (await given.read(host, '/')).body.toString()
const deploys = () => [...given.netlify.deploys.values()]
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )
const proofOf = (release: number) => ({
  wijk: MOLENWIJK,
  url: 'http://molenwijk.wijk.test',
  path: 'index.html',
  hash: sha256(firstFiles['index.html']),
  release,
})

describe('over the digest protocol', () => {
  test('only what changed travels, in one deploy', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.calls.length = 0
    await published({ base, put: { 'index.html': 'nieuw' } })
    const uploads = netlify.calls.filter((call) => call.startsWith('PUT '))
    expect(new Set(uploads.map((call) => call.split('/files/')[1]))).toEqual(
      new Set(['_headers', 'index.html']),
    )
    expect(netlify.count(/^POST \/sites\/\w+\/deploys$/)).toBe(1)
  })

  test('a wijk gets one site, with its name and domain, whose bytes Netlify leaves alone', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    const [site] = netlify.sites.values()
    expect(site).toMatchObject({
      name: 'wijk-molenwijk-molenwij',
      custom_domain: 'molenwijk.wijk.test',
      processing_settings: { html: { pretty_urls: false } },
    })
    const moved = { slug: 'de-molen', name: 'De Molen', url: 'https://demolen.nl' }
    await published({ base, site: moved, put: { 'index.html': 'verhuisd' } })
    expect(netlify.sites.size).toBe(1)
    expect(site).toMatchObject({ name: 'wijk-de-molen-molenwij', custom_domain: 'demolen.nl' })
  })

  test('a host where a site was is an alias of it, until another wijk is there; a refused one keeps nobody from publishing', async () => {
    const { netlify } = await start({ via: 'digest' })
    let base = await published({ put: firstFiles })
    const [site] = netlify.sites.values()
    const moved = {
      slug: 'molenbuurt',
      name: 'Molenbuurt',
      url: 'http://molenbuurt.wijk.test',
      formerHosts: ['molenwijk.wijk.test', 'molen.localhost:8080'],
    }
    // What the operator gave it stays.
    site!.domain_aliases = ['www.molen.test']
    base = await published({ base, site: moved, put: {} })
    expect(site).toMatchObject({
      custom_domain: 'molenbuurt.wijk.test',
      domain_aliases: ['www.molen.test', 'molenwijk.wijk.test'],
    })
    netlify.calls.length = 0
    base = await published({ base, site: moved, put: { 'index.html': 'nog eens' } })
    expect(netlify.count(/^(PATCH|GET) \/sites\/\w+$/)).toBe(0)

    const taker = { slug: 'molenwijk', name: 'De nieuwe', url: 'http://molenwijk.wijk.test' }
    await published({
      wijk: 'eskerveen000000000000002' as never,
      site: taker,
      put: { 'index.html': 'nieuw' },
    })
    expect([site?.domain_aliases, await home()]).toEqual([['www.molen.test'], 'nieuw'])
    const target = await given.reopen('lost')
    const also = { ...moved, formerHosts: ['molen.test', ...moved.formerHosts] }
    await target.publish(aDelta({ base, site: also, put: { 'index.html': 'derde' } }))
    expect(site?.domain_aliases).toEqual(['www.molen.test', 'molen.test'])
    expect(await home('molenbuurt.wijk.test')).toBe('derde')
  })

  test('an address of this machine only is not told as a domain', async () => {
    const { netlify } = await start({ via: 'digest' })
    const site = { slug: 'molenwijk', name: 'Molenwijk', url: 'http://molenwijk.localhost:8080' }
    await published({ site, put: firstFiles })
    expect([...netlify.sites.values()][0]?.custom_domain).toBeNull()
  })

  test('a domain that another site has is refused, and said so', async () => {
    await start({ via: 'digest' })
    await published({ put: firstFiles })
    const other = { wijk: 'eskerveen000000000000002' as never, put: firstFiles }
    expect(await failureOf(published(other))).toMatchObject({
      name: 'TargetRefusedError',
      refusal: 'address',
    })
  })

  test('more than a hundred files are compared while we wait', async () => {
    const { netlify } = await start({ via: 'digest' }, { processingMs: 20 })
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [`nieuws/bericht-${n}/index.html`, `bericht ${n}`]),
    )
    await published({ put: { ...firstFiles, ...many } })
    expect(netlify.count(/^PUT \/deploys\/\w+\/files/)).toBe(150 + Object.keys(firstFiles).length + 2)
    expect((await given.read('molenwijk.wijk.test', '/nieuws/bericht-149/')).body.toString()).toBe(
      'bericht 149',
    )
  })

  test('an answer to a new deploy that is lost makes no second one', async () => {
    const { netlify } = await start({ via: 'digest' })
    netlify.fail({ on: /^POST \/sites\/\w+\/deploys$/, answer: 'lost' })
    await published({ put: firstFiles })
    expect(deploys().map(({ state }) => state)).toEqual(['ready'])
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('an answer to a new site that is lost makes no second one', async () => {
    const { netlify } = await start({ via: 'digest' })
    netlify.fail({ on: /^POST \/sites$/, answer: 'lost' })
    expect(await failureOf(published({ put: firstFiles }))).toBeInstanceOf(TargetUnavailableError)
    await published({ put: firstFiles })
    expect(netlify.sites.size).toBe(1)
  })

  test('after a crash halfway the same deploy is gone on with', async () => {
    const { netlify } = await start({ via: 'digest' })
    // Nothing gets through any more, not even that it is off.
    netlify.fail({ on: /files|cancel/, answer: 'unheard', times: 1_000 })
    expect(await failureOf(published({ put: firstFiles }))).toBeInstanceOf(TargetUnavailableError)
    expect(deploys().map(({ state }) => state)).toEqual(['prepared'])
    netlify.heal()
    const target = await given.reopen('kept')
    await target.publish(aDelta({ put: firstFiles }))
    expect(deploys().map(({ state }) => state)).toEqual(['ready'])
  })

  test('a deploy that somebody rejected is not gone on with: another one is made', async () => {
    const { netlify } = await start({ via: 'digest' })
    netlify.fail({ on: /^POST \/sites\/\w+\/deploys$/, answer: 'lost' })
    netlify.fail({ on: /^GET \/sites\/\w+\/deploys$/, answer: 'unheard' })
    await failureOf(published({ put: firstFiles }))
    deploys()[0]!.state = 'rejected'
    await published({ put: firstFiles })
    expect(deploys().map(({ state }) => state)).toEqual(['rejected', 'ready'])
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('what a crash left of an older release never becomes live', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.fail({ on: /files|cancel/, answer: 'unheard', times: 1_000 })
    await failureOf(published({ base, put: { 'index.html': 'nooit' } }))
    netlify.heal()
    await published({ base, after: 7, put: { 'index.html': 'wel' } })
    expect(deploys().map(({ state, isCancelled }) => [state, isCancelled])).toEqual([
      ['ready', false],
      ['error', true],
      ['ready', false],
    ])
    expect(await home()).toBe('wel')
  })

  test('an upload that fails once is tried again', async () => {
    const { netlify } = await start({ via: 'digest' })
    netlify.fail({ on: /^PUT .*\/files\/index.html/, answer: 500, times: 2 })
    await published({ put: firstFiles })
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('an upload that keeps failing ends in a cancelled deploy; what was live stays', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.fail({ on: /^PUT .*\/files\/index.html/, answer: 503, times: 4 })
    expect(await failureOf(published({ base, put: { 'index.html': 'nieuw' } }))).toBeInstanceOf(
      TargetUnavailableError,
    )
    expect(deploys().at(-1)).toMatchObject({ state: 'error', isCancelled: true })
    expect(await home()).toBe(firstFiles['index.html'])
    await published({ base, put: { 'index.html': 'nieuw' } })
    expect(await home()).toBe('nieuw')
  })

  test('a deploy that ends in an error is told with the reason; what was live stays', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.limits.endsIn = 'Failed during post processing'
    const failure = await failureOf(published({ base, put: { 'index.html': 'nieuw' } }))
    expect(failure).toBeInstanceOf(TargetRefusedError)
    expect(String(failure)).toContain('Failed during post processing')
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('slow processing is waited for', async () => {
    await start({ via: 'digest' }, { processingMs: 400 })
    await published({ put: firstFiles })
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('processing that never ends is not waited for', async () => {
    const { netlify } = await start({ via: 'digest', processMs: 2_000 })
    await published({ put: firstFiles })
    netlify.hold()
    const failure = await failureOf(published({ base: 1, put: { 'index.html': 'nieuw' } }))
    expect(failure).toBeInstanceOf(TargetUnavailableError)
    expect(deploys().at(-1)?.isCancelled).toBe(true)
  })

  test('a look that fails while it is processed does no harm', async () => {
    const { netlify } = await start({ via: 'digest' }, { processingMs: 300 })
    netlify.fail({ on: /^GET \/sites\/\w+\/deploys\/\w+$/, answer: 500, times: 2 })
    await published({ put: firstFiles })
    expect(deploys()).toHaveLength(1)
  })

  test('bytes that Netlify lost are brought again with the whole site', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.forgetBytes()
    await expect(published({ base, put: { 'index.html': 'nieuw' } })).rejects.toThrow(
      /the whole site goes up/,
    )
    const live = await given.target.live(MOLENWIJK)
    const hashes = Array.from(live!.files.keys(), (path) => live!.files.get(path))
    expect([live?.release, ...new Set(hashes)]).toEqual([base, ''])
    await published({ base, put: { ...firstFiles, 'index.html': 'nieuw' } })
    expect(await home()).toBe('nieuw')
  })

  test('a site that somebody deleted is made again', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.sites.clear()
    await failureOf(published({ base, put: { 'index.html': 'nieuw' } }))
    expect(await given.target.live(MOLENWIJK)).toBeNull()
    await published({ put: firstFiles, after: base })
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('a site that was deleted while its wijk got another address is made again too', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    netlify.sites.clear()
    const site = { slug: 'de-molen', name: 'De Molen', url: 'https://demolen.nl' }
    expect(await failureOf(published({ base, site, put: {} }))).toBeInstanceOf(TargetUnavailableError)
    expect(await given.target.live(MOLENWIJK)).toBeNull()
    await published({ site, put: firstFiles, after: base })
    expect(await home('demolen.nl')).toBe(firstFiles['index.html'])
    // Nor is there anything to see at a site that goes right after its deploy.
    netlify.sites.clear()
    expect(await failureOf(given.target.prove(proofOf(base + 1)))).toBeInstanceOf(TargetUnavailableError)
    expect(await given.target.live(MOLENWIJK)).toBeNull()
  })

  test('the site of a wijk is found again among many, however many come on a page', async () => {
    const { netlify } = await start({ via: 'digest' })
    const nameless = { custom_domain: null, domain_aliases: [], processing_settings: null, published: null }
    const others = Array.from({ length: 45 }, (_, n) => `other${n}`)
    for (const id of others) netlify.sites.set(id, { ...nameless, id, name: id })
    const base = await published({ put: firstFiles })
    const target = await given.reopen('lost')
    expect(await target.live(MOLENWIJK)).toMatchObject({ release: base })
  })

  test('paths with spaces, accents and signs are shown as they are', async () => {
    await start({ via: 'digest' })
    const paths = ['nieuws/één dag/index.html', "foto/a b+c&d'(e).webp", 'x=1,2;3@4/index.html', 'a#b?c.txt']
    const release = await published({ put: Object.fromEntries(paths.map((path) => [path, path])) })
    const proofs = paths.map((path) => given.target.prove({ ...proofOf(release), path, hash: sha256(path) }))
    await expect(Promise.all(proofs)).resolves.toBeDefined()
  })

  test('a token that is not good is said', async () => {
    await start({ via: 'digest', token: 'verlopen' })
    expect(await failureOf(published({ put: firstFiles }))).toMatchObject({ refusal: 'credentials' })
  })

  test('the token is in no message', async () => {
    const { netlify } = await start({ via: 'digest' })
    netlify.fail({ on: /^GET \/sites/, answer: 500 })
    expect(JSON.stringify(await failureOf(published({ put: firstFiles })))).not.toContain(netlify.token)
  })
})

describe('its limits', () => {
  test('our own quota is never passed: who comes too early hears when, at once and after a restart', async () => {
    const now = 1_800_000_000_000
    const { netlify } = await start({ via: 'digest', perMinute: 3, perDay: 100, now: () => now })
    let base = 0
    // The site itself counts too.
    for (const text of ['een', 'twee'])
      base = await published({ base, put: { ...firstFiles, 'index.html': text } })
    for (const target of [given.target, await given.reopen('kept')]) {
      const failure = await failureOf(target.publish(aDelta({ base, put: { 'index.html': 'drie' } })))
      expect(failure).toBeInstanceOf(TargetWaitsError)
      expect((failure as TargetWaitsError).until.getTime()).toBe(now + 60_000)
      expect(target.quota!.budget()).toMatchObject({ used: 3, perDay: 100 })
      expect([0, 1, 2, 3].map((place) => target.quota!.opensAt(place, 'editor') - now)).toEqual([
        60_000, 60_000, 60_000, 120_000,
      ])
    }
    expect(netlify.deploys.size).toBe(2)
    expect(await home()).toBe('twee')
  })

  test('the quota of a day runs out, and comes back a day later', async () => {
    let now = 1_800_000_000_000
    await start({ via: 'digest', perMinute: 10, perDay: 3, now: () => now })
    let base = 0
    for (const text of ['een', 'twee']) base = await published({ base, put: { 'index.html': text } })
    const failure = await failureOf(published({ base, put: { 'index.html': 'drie' } }))
    expect((failure as TargetWaitsError).until.getTime()).toBe(now + 24 * 60 * 60_000)
    now += 24 * 60 * 60_000
    await published({ base, put: { 'index.html': 'drie' } })
    expect(await home()).toBe('drie')
  })

  test('the last fifth of a day is kept for editors', async () => {
    const now = 1_800_000_000_000
    await start({ via: 'digest', perMinute: 100, perDay: 5, now: () => now })
    let base = 0
    // With the site itself that is four of five.
    for (const text of ['een', 'twee', 'drie']) base = await published({ base, put: { 'index.html': text } })
    const opensAt = (place: number, priority: Priority) => given.target.quota!.opensAt(place, priority)
    expect([opensAt(0, 'fan-out'), opensAt(0, 'bulk')].map((at) => at - now)).toEqual([
      86_400_000, 86_400_000,
    ])
    expect(opensAt(0, 'editor')).toBe(now)
    expect(opensAt(1, 'editor') - now).toBe(86_400_000)
  })

  test('when Netlify itself says no, its moment is taken over; nobody sleeps', async () => {
    const { netlify } = await start({ via: 'digest' }, { perMinute: 2 })
    const began = Date.now()
    const base = await published({ put: firstFiles })
    const failure = await failureOf(published({ base, put: { 'index.html': 'nieuw' } }))
    const { until: at } = failure as TargetWaitsError
    expect(at.getTime() - began).toBeGreaterThanOrEqual(60_000)
    expect(given.target.quota!.opensAt(0, 'editor')).toBe(at.getTime())
    expect(given.target.quota!.budget().used).toBe(2)
    expect(netlify.deploys.size).toBe(1)
  })

  test.each([
    ['at once', []],
    ['after its domain was refused', [422]],
  ])('a new site for which Netlify says no %s is not paid for', async (_, before) => {
    const { netlify } = await start({ via: 'digest' })
    for (const answer of [...before, 429]) netlify.fail({ on: /^POST \/sites$/, answer })
    expect(await failureOf(published({ put: firstFiles }))).toBeInstanceOf(TargetWaitsError)
    expect(netlify.count(/^POST \/sites$/)).toBe(before.length + 1)
    expect(given.target.quota!.budget().used).toBe(0)
  })

  test.each([
    ['seconds', () => '3600'],
    ['a moment', () => new Date(Date.now() + 3_600_000).toUTCString()],
    ['nothing', () => ''],
  ])('a refusal for want of quota that says %s is waited out', async (_, says) => {
    const { netlify } = await start({ via: 'digest' })
    const after = says()
    netlify.fail({
      on: /^POST \/sites\/\w+\/deploys$/,
      answer: 429,
      ...(after && { headers: { 'retry-after': after } }),
    })
    const failure = await failureOf(published({ put: firstFiles }))
    expect(failure).toBeInstanceOf(TargetWaitsError)
    const waitsMs = (failure as TargetWaitsError).until.getTime() - Date.now()
    expect(waitsMs).toBeGreaterThan(after ? 3_000_000 : 0)
    expect(waitsMs).toBeLessThanOrEqual(after ? 3_600_000 : 60_000)
  })

  test('a locked site keeps what it shows, and a person is asked to unlock it', async () => {
    await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    deploys()[0]!.isLocked = true
    const release = await published({ base, put: { 'nieuws/index.html': 'nieuw' } })
    expect(await failureOf(given.target.prove(proofOf(release)))).toMatchObject({ refusal: 'locked' })
    expect((await given.read('molenwijk.wijk.test', '/nieuws/')).body.toString()).toBe(
      firstFiles['nieuws/index.html'],
    )
    // Unlocked it goes on by itself, without another deploy; so it does when somebody put an older one in its place.
    deploys()[0]!.isLocked = false
    const proof = { ...proofOf(release), path: 'nieuws/index.html', hash: sha256('nieuw') }
    await given.target.prove(proof)
    given.netlify.sites.values().next().value!.published = deploys()[0]!.id
    await given.target.prove(proof)
    expect((await given.read('molenwijk.wijk.test', '/nieuws/')).body.toString()).toBe('nieuw')
    expect(deploys()).toHaveLength(2)
  })

  test.each(['kept', 'of before the deploy was noted', 'lost'])(
    'another deploy than ours is found file by file, also with our number, and ours is shown again: notes %s',
    async (notes) => {
      const { netlify } = await start({ via: 'digest' })
      const none = { missing: [], different: [], leftOver: [] }
      const base = await published({ put: firstFiles })
      const put = { 'nieuws/index.html': 'nieuw', 'nieuws/brug/index.html': 'De brug' }
      const release = await published({ base, put, remove: ['rss.xml'] })
      const target = await given.reopen(notes === 'lost' ? 'lost' : 'kept')
      const noted = join(given.folder, 'notes', `${MOLENWIJK}.json`)
      if (notes.startsWith('of before')) {
        const note = JSON.parse(readFileSync(noted, 'utf8')) as { note: { live: { deploy?: string } } }
        delete note.note.live.deploy
        writeFileSync(noted, JSON.stringify(note))
      }
      netlify.calls.length = 0
      const reader = notes.startsWith('of before') ? await given.reopen('kept') : target
      expect(await reader.intervention!(MOLENWIJK, new Map())).toEqual(none)
      expect(netlify.count(/\/files$/)).toBe(notes === 'lost' ? 1 : 0)

      const [older, ours] = deploys()
      if (notes !== 'of before the deploy was noted')
        netlify.deploys.set(older!.id, { ...older!, title: ours!.title })
      netlify.sites.values().next().value!.published = older!.id
      expect(await reader.intervention!(MOLENWIJK, new Map())).toEqual({
        missing: ['nieuws/brug/index.html'],
        different: ['nieuws/index.html'],
        leftOver: ['rss.xml'],
      })
      await reader.prove({ ...proofOf(release), path: 'nieuws/index.html', hash: sha256('nieuw') })
      expect(netlify.sites.values().next().value!.published).toBe(ours!.id)
      expect(await reader.intervention!(MOLENWIJK, new Map())).toEqual(none)
      expect(deploys()).toHaveLength(2)
    },
  )

  test('a deploy that Netlify no longer has and does not show is made again', async () => {
    const { netlify } = await start({ via: 'digest' })
    const base = await published({ put: firstFiles })
    const release = await published({ base, put: { 'nieuws/index.html': 'nieuw' } })
    const [older, newest] = deploys()
    netlify.sites.values().next().value!.published = older!.id
    netlify.deploys.delete(newest!.id)
    expect(await failureOf(given.target.prove(proofOf(release)))).toBeInstanceOf(TargetUnavailableError)
    expect(await given.target.live(MOLENWIJK)).toBeNull()
    await published({ put: { ...firstFiles, 'nieuws/index.html': 'nieuw' }, after: release })
    expect((await given.read('molenwijk.wijk.test', '/nieuws/')).body.toString()).toBe('nieuw')
  })

  test('a proof gives a slow edge some time', async () => {
    const { netlify } = await start({ via: 'digest', proofMs: 600_000 })
    const release = await published({ put: firstFiles })
    const [site] = netlify.sites.values()
    const shown = site!.published
    site!.published = null
    const proof = given.target.prove(proofOf(release))
    await wait(300)
    site!.published = shown
    await expect(proof).resolves.toBeUndefined()
  })

  test('and no longer than that', async () => {
    await start({ via: 'digest', proofMs: 300 })
    const release = await published({ put: firstFiles })
    expect(await failureOf(given.target.prove({ ...proofOf(release), hash: null }))).toBeInstanceOf(
      ProofFailedError,
    )
  })
})

describe('with netlify-cli', () => {
  test('an answer to a new deploy that is lost leaves no deploy behind', async () => {
    const { netlify } = await start({ via: 'cli' })
    netlify.fail({ on: /^POST \/sites\/\w+\/deploys$/, answer: 'lost' })
    await published({ put: firstFiles })
    expect(deploys().map(({ state }) => state)).toEqual(['error', 'ready'])
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('when Netlify says no it does not sleep for as long as that takes: its moment is taken over', async () => {
    await start({ via: 'cli' }, { perMinute: 2 })
    const base = await published({ put: firstFiles })
    const failure = await failureOf(published({ base, put: { 'index.html': 'nieuw' } }))
    expect(failure).toBeInstanceOf(TargetWaitsError)
    expect(given.target.quota!.opensAt(0, 'editor')).toBe((failure as TargetWaitsError).until.getTime())
    // Of our own day nothing was used by what was not taken.
    expect(given.target.quota!.budget().used).toBe(2)
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('a locked site is refused before anything is sent', async () => {
    await start({ via: 'cli' })
    const base = await published({ put: firstFiles })
    deploys()[0]!.isLocked = true
    expect(await failureOf(published({ base, put: { 'index.html': 'nieuw' } }))).toMatchObject({
      refusal: 'locked',
    })
    expect(deploys()).toHaveLength(1)
    expect(given.target.quota!.takenFor(MOLENWIJK)).toBe(2)
  })

  test('that is killed with its publisher goes no further, and what it left never becomes live', async () => {
    const { netlify, folder } = await start({ via: 'cli' }, { processingMs: 600_000 })
    const words = [netlify.apiUrl, netlify.token, folder]
    const publisher = spawn(process.execPath, [publishByCli, ...words], { stdio: 'inherit' })
    await until('a deploy', () => Promise.resolve(deploys()[0]?.state === 'processing'))
    publisher.kill('SIGKILL')
    const isRunning = () =>
      execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
        .split('\n')
        .some((command) => command.includes('netlify-cli') && command.includes(folder))
    await until('netlify-cli to end', () => Promise.resolve(!isRunning()))
    netlify.limits.processingMs = 0
    const target = await given.reopen('lost')
    await target.publish(aDelta({ put: firstFiles, after: 7 }))
    expect(deploys().map(({ state }) => state)).toEqual(['error', 'ready'])
  })

  test('a deploy that ends in an error is told with the reason; what was live stays', async () => {
    const { netlify } = await start({ via: 'cli' })
    const base = await published({ put: firstFiles })
    netlify.limits.endsIn = 'Failed during post processing'
    await expect(published({ base, put: { 'index.html': 'nieuw' } })).rejects.toThrow('post processing')
    expect(await home()).toBe(firstFiles['index.html'])
  })

  test('a folder that somebody touched is not deployed: the whole site goes up again', async () => {
    const { folder, netlify } = await start({ via: 'cli' })
    const base = await published({ put: firstFiles })
    writeFileSync(`${folder}/cli/${MOLENWIJK}/site/rss.xml`, 'aangeraakt')
    await expect(published({ base, put: { 'index.html': 'nieuw' } })).rejects.toThrow(/goes up again/)
    // Nor is a site lost that somebody gave another name there.
    netlify.sites.values().next().value!.name = 'met-de-hand-hernoemd'
    await published({ base, put: firstFiles })
    expect((await given.read('molenwijk.wijk.test', '/rss.xml')).body.toString()).toBe(firstFiles['rss.xml'])
  })
})
