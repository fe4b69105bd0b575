import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import {
  createCloudflarePurger,
  createPurgedTarget,
  createS3Target,
  type S3TargetOptions,
} from '@wijkpers/deploy'
import { TargetRefusedError, TargetUnavailableError } from '@wijkpers/publishing'
import { AwsClient } from 'aws4fetch'
import { afterEach, describe, expect, test } from 'vitest'
import { CDN_TOKEN, startCdn } from '../support/cdn.ts'
import { startS3 } from '../support/s3.ts'
import { aDelta, type DeltaInTest, firstFiles, MOLENWIJK, pageLeft, sha256 } from './a-delta.ts'
import { describeDeployTarget } from './describe-deploy-target.ts'

async function anS3Target(options: Partial<S3TargetOptions> = {}) {
  const s3 = await startS3()
  const { accessKeyId, secretAccessKey, bucketUrl } = s3
  const folder = mkdtempSync(join(tmpdir(), 's3-target-'))
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', retries: 0 })
  const open = () =>
    createS3Target({
      folder,
      url: bucketUrl,
      region: 'eu-central-1',
      accessKeyId,
      secretAccessKey,
      proofMs: 0,
      ...options,
    })
  return {
    s3,
    target: open(),
    hasSiteHeaders: false,
    // What a CDN does in front of a bucket: the host is the folder, and a folder shows its index.
    async read(host: string, path: string) {
      const key = `${host}${path.endsWith('/') ? `${path}index.html` : path}`
      const response = await client.fetch(`${bucketUrl}/${key}`)
      const body = Buffer.from(await response.arrayBuffer())
      return { status: response.status, headers: Object.fromEntries(response.headers), body }
    },
    reopen(notes: 'kept' | 'lost') {
      if (notes === 'lost') rmSync(folder, { recursive: true })
      return Promise.resolve(open())
    },
    async close() {
      await s3.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describeDeployTarget('s3', () => anS3Target())

describe('a bucket', () => {
  let given: Awaited<ReturnType<typeof anS3Target>>
  afterEach(() => given.close())
  const published = (delta: DeltaInTest) => given.target.publish(aDelta(delta))
  const text = async (path: string, host = 'molenwijk.wijk.test') =>
    (await given.read(host, path)).body.toString()

  test('gets what pages ask for first, then pages, lists, the home page, and loses what went last', async () => {
    given = await anS3Target({ keepAssetsMs: 0 })
    const base = await published({ put: firstFiles })
    given.s3.calls.length = 0
    const put = {
      'index.html': 'voorpagina',
      'nieuws/index.html': 'lijst',
      'nieuws/brug/index.html': 'artikel',
      '_astro/twee.css': 'body{}',
    }
    await published({ base, put, remove: ['nieuws/markt/index.html', '_astro/een.css'] })
    const state = `_wijkpers/${MOLENWIJK}`
    const host = 'molenwijk.wijk.test'
    expect(given.s3.calls.slice(0, 5)).toEqual([
      `PUT ${state}.touched.json`,
      `PUT ${host}/_astro/twee.css`,
      `PUT ${host}/nieuws/brug/index.html`,
      `PUT ${host}/nieuws/index.html`,
      `PUT ${host}/index.html`,
    ])
    expect(given.s3.calls.slice(5)).toEqual([
      `DELETE ${host}/nieuws/markt/index.html`,
      `DELETE ${host}/_astro/een.css`,
      `PUT ${state}.json`,
      `DELETE ${state}.touched.json`,
    ])
  })

  test.each([1, 2, 3, 4, 5, 6])(
    'that is cut off after %i calls of a publish ends at what is wanted, also without notes',
    async (count) => {
      given = await anS3Target()
      const base = await published({ put: firstFiles })
      const put = { 'index.html': 'nooit', 'nieuws/nooit/index.html': 'nooit', 'rss.xml': 'nooit' }
      given.s3.shutAfter(count)
      const failure = await published({ base, put, remove: ['agenda.ics'] }).catch((error: unknown) => error)
      given.s3.reopen()
      expect(failure).toBeInstanceOf(TargetUnavailableError)
      // Meanwhile that change was taken back, and another one made.
      const target = await given.reopen(count % 2 === 0 ? 'lost' : 'kept')
      const wanted: Record<string, string> = { ...firstFiles, 'index.html': 'anders' }
      await bring(target, wanted)
      for (const [path, body] of Object.entries(wanted))
        expect([path, await text(`/${path}`)]).toEqual([path, body])
      expect((await given.read('molenwijk.wijk.test', '/nieuws/nooit/')).status).toBe(404)
    },
    120_000,
  )

  test('that is cut off halfway to another address leaves nothing at an address where it never came', async () => {
    given = await anS3Target()
    const base = await published({ put: firstFiles })
    const to = (slug: string) => ({ slug, name: 'Molen', url: `http://${slug}.wijk.test` })
    given.s3.shutAfter(6)
    await published({ base, site: to('halverwege'), put: {} }).catch(() => undefined)
    given.s3.reopen()
    const { files, release } = (await given.target.live(MOLENWIJK))!
    const put = Object.fromEntries(Object.entries(firstFiles).filter(([path]) => files.get(path) === ''))
    await published({ base: release, site: to('aangekomen'), put })
    for (const path of Object.keys(firstFiles)) {
      expect((await given.read('aangekomen.wijk.test', `/${path}`)).status).toBe(200)
      for (const host of ['halverwege.wijk.test', 'molenwijk.wijk.test'])
        expect([host, path, (await given.read(host, `/${path}`)).status]).toEqual([host, path, 404])
    }
  })

  test.each([2, 9, 19, 20, 21, 25, 28, 29])(
    'that is cut off after %i calls of a move comes whole to the new address, and leaves nothing at the old one',
    async (count) => {
      given = await anS3Target()
      const base = await published({ put: firstFiles })
      given.s3.shutAfter(count)
      const moved = { slug: 'nieuw', name: 'Molen', url: 'http://nieuw.wijk.test' }
      const failure = await published({ base, site: moved, put: {} }).catch((error: unknown) => error)
      given.s3.reopen()
      expect(failure).toBeInstanceOf(TargetUnavailableError)
      const target = await given.reopen(count % 2 === 0 ? 'lost' : 'kept')
      // So that it is due.
      expect((await target.live(MOLENWIJK))?.release).toBe(base)
      const wanted: Record<string, string> = { ...firstFiles, 'index.html': 'anders' }
      await bring(target, wanted, { site: moved })
      for (const [path, body] of Object.entries(wanted)) {
        expect([path, await text(`/${path}`, 'nieuw.wijk.test')]).toEqual([path, body])
        expect([path, (await given.read('molenwijk.wijk.test', `/${path}`)).status]).toEqual([path, 404])
      }
    },
    120_000,
  )

  test.each(['moves at the same time', 'moves later', 'moves later without its notes'])(
    'that gets another wijk where one was shows that one alone, when the one before %s',
    async (which) => {
      given = await anS3Target()
      const base = await published({ put: firstFiles })
      const here = { slug: 'molenwijk', name: 'De nieuwe', url: 'http://molenwijk.wijk.test' }
      const there = { slug: 'elders', name: 'Molen', url: 'http://elders.wijk.test' }
      const ESKERVEEN = 'eskerveen000000000000002' as WijkId
      const taken = { 'index.html': 'De nieuwe', 'nieuws/nieuw/index.html': 'Nieuw' }
      const take = () => published({ wijk: ESKERVEEN, site: here, put: taken })
      if (which === 'moves at the same time') {
        // At the same moment, as two lanes do it.
        await Promise.all([published({ base, site: there, put: {} }), take()])
      } else {
        await take()
        const target = await given.reopen(which === 'moves later' ? 'kept' : 'lost')
        await bring(target, firstFiles, { site: there })
      }
      for (const [path, body] of Object.entries(firstFiles)) {
        expect([path, await text(`/${path}`, 'elders.wijk.test')]).toEqual([path, body])
        const { status, body: shown } = await given.read('molenwijk.wijk.test', `/${path}`)
        expect([path, status === 404 ? null : shown.toString()]).toEqual([
          path,
          path === 'index.html' ? 'De nieuwe' : null,
        ])
      }
      expect(await text('/nieuws/nieuw/')).toBe('Nieuw')
    },
  )

  test('that gets another wijk where one was long ago leaves alone what is kept of that one', async () => {
    given = await anS3Target()
    const base = await published({ put: firstFiles })
    const there = { slug: 'elders', name: 'Molen', url: 'http://elders.wijk.test' }
    await published({ base, site: there, put: {} })
    given.s3.calls.length = 0
    await published({ wijk: 'eskerveen000000000000002' as WijkId, put: { 'index.html': 'De nieuwe' } })
    expect(await text('/')).toBe('De nieuwe')
    expect(given.s3.calls.filter((call) => call.includes(MOLENWIJK))).toEqual([])
  })

  test('behind a CDN has what lies at former addresses, and what was at the old one, forgotten too', async () => {
    given = await anS3Target()
    const cdn = await startCdn()
    const folder = mkdtempSync(join(tmpdir(), 's3-purges-'))
    const apiUrl = `${cdn.url}/client/v4`
    const purger = createCloudflarePurger({ zone: 'zone1', token: CDN_TOKEN, by: 'urls', apiUrl })
    const target = createPurgedTarget({ target: given.target, purger, folder })
    const forgotten = async (delta: DeltaInTest) => {
      cdn.purges.length = 0
      const release = await target.publish(aDelta(delta))
      await target.prove({ ...aDelta(), url: null, path: '', hash: null, release })
      return { release, addresses: cdn.purges.flat() }
    }
    const left = { 'organisaties/oud/index.html': '/organisaties/nieuw/' }
    const put = { ...firstFiles, 'organisaties/nieuw/rss.xml': 'een' }
    const first = await forgotten({ put, left })
    const second = await forgotten({ base: first.release, put: { 'organisaties/nieuw/rss.xml': 'twee' } })
    const root = 'http://molenwijk.wijk.test'
    expect(second.addresses.toSorted()).toEqual([
      `${root}/organisaties/nieuw/rss.xml`,
      `${root}/organisaties/oud/rss.xml`,
    ])
    const third = await forgotten({ base: second.release, site: null, remove: Object.keys(put) })
    expect(third.addresses).toContain('https://molenwijk.wijk.test/organisaties/oud/rss.xml')
    expect(third.addresses).toContain('https://molenwijk.wijk.test/nieuws/markt/')
    await cdn.close()
    rmSync(folder, { recursive: true })
  })

  test('keeps an asset of an earlier release for a while, and not longer', async () => {
    let now = 1_800_000_000_000
    given = await anS3Target({ keepAssetsMs: 60_000, now: () => now })
    const base = await published({ put: firstFiles })
    const next = await published({ base, put: { 'index.html': 'twee' }, remove: ['_astro/een.css'] })
    expect(await text('/_astro/een.css')).toBe(firstFiles['_astro/een.css'])
    now += 60_001
    await published({ base: next, put: { 'index.html': 'drie' } })
    expect((await given.read('molenwijk.wijk.test', '/_astro/een.css')).status).toBe(404)
  })

  test('with other keys, or that is not there, is refused with what is wrong', async () => {
    given = await anS3Target({ accessKeyId: 'geraden' })
    expect(await published({ put: firstFiles }).catch((error: unknown) => error)).toMatchObject({
      name: 'TargetRefusedError',
      refusal: 'credentials',
    })
    await given.close()
    given = await anS3Target({ secretAccessKey: 'geraden' })
    expect(await published({ put: firstFiles }).catch((error: unknown) => error)).toMatchObject({
      refusal: 'credentials',
      message: expect.stringContaining('SignatureDoesNotMatch') as string,
    })
    await given.close()
    given = await anS3Target()
    const elsewhere = createS3Target({
      folder: mkdtempSync(join(tmpdir(), 's3-target-')),
      url: `${new URL(given.s3.bucketUrl).origin}/bestaatniet`,
      region: 'x',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    })
    expect(
      await elsewhere.publish(aDelta({ put: firstFiles })).catch((error: unknown) => error),
    ).toBeInstanceOf(TargetRefusedError)
  })

  test.each(['knows', 'does not know'])(
    'that %s redirects shows the feed of who was elsewhere at its old address too, as it is now',
    async (knows) => {
      given = await anS3Target()
      if (knows !== 'knows') given.s3.knowNot('x-amz-website-redirect-location')
      const old = { 'organisaties/oud/index.html': '/organisaties/nieuw/' }
      const feed = (words: string) => ({ 'organisaties/nieuw/rss.xml': `<rss>${words}</rss>` })
      const calendar = { 'organisaties/nieuw/agenda.ics': 'BEGIN:VCALENDAR' }
      const before = { 'organisaties/oud/index.html': 'Oud', 'organisaties/oud/rss.xml': '<rss>nul</rss>' }
      let base = await published({ put: { ...firstFiles, ...before } })
      const remove = ['organisaties/oud/rss.xml']
      base = await published({ base, put: { ...feed('een'), ...calendar }, left: old, remove })
      const at = async (end: string, host = 'molenwijk.wijk.test') => {
        const { status, headers, body } = await given.read(host, `/organisaties/oud${end}`)
        return `${status} ${headers['x-amz-website-redirect-location'] ?? '-'} ${status === 200 ? body.toString() : ''}`
      }
      const leads = (end: string) => (knows === 'knows' ? `/organisaties/nieuw${end}` : '-')
      expect(await at('/')).toBe(`200 ${leads('/')} ${pageLeft('/organisaties/nieuw/')}`)
      expect(await at('/rss.xml')).toBe(`200 ${leads('/rss.xml')} <rss>een</rss>`)
      expect(await at('/agenda.ics')).toBe(`200 ${leads('/agenda.ics')} BEGIN:VCALENDAR`)
      expect(await at('/feed.json')).toBe('404 - ')

      // The feed goes on, without its notes as well; and the site moves with all of it.
      const target = await given.reopen('lost')
      base = await target.publish(
        aDelta({ base, put: feed('twee'), remove: ['organisaties/nieuw/agenda.ics'] }),
      )
      expect(await at('/rss.xml')).toBe(`200 ${leads('/rss.xml')} <rss>twee</rss>`)
      expect(await at('/agenda.ics')).toBe('404 - ')
      expect([...(await target.live(MOLENWIJK))!.files.keys()]).not.toContain('organisaties/oud/rss.xml')
      const site = { slug: 'molenbuurt', name: 'Molenbuurt', url: 'http://molenbuurt.wijk.test' }
      base = await target.publish(aDelta({ base, site, put: { 'index.html': 'Molenbuurt' } }))
      expect(await at('/rss.xml', 'molenbuurt.wijk.test')).toBe(`200 ${leads('/rss.xml')} <rss>twee</rss>`)
      expect(await at('/rss.xml')).toBe('404 - ')

      // Something new is at the old address, and then nothing at all.
      const taken = {
        'organisaties/oud/index.html': 'Nieuw hier',
        'organisaties/oud/rss.xml': '<rss>eigen</rss>',
      }
      base = await target.publish(aDelta({ base, site, put: taken }))
      expect(await at('/rss.xml', 'molenbuurt.wijk.test')).toBe('200 - <rss>eigen</rss>')
      await target.publish(aDelta({ base, site, remove: Object.keys(taken) }))
      expect(await at('/rss.xml', 'molenbuurt.wijk.test')).toBe('404 - ')
    },
  )

  test('takes paths with spaces, accents and signs as they are', async () => {
    given = await anS3Target()
    const paths = ['nieuws/één dag/index.html', "foto/a b+c&d'(e)!*.webp", 'x=1,2;3@4/index.html']
    await published({ put: Object.fromEntries(paths.map((path) => [path, path])) })
    for (const path of paths)
      expect(await text(encodeURI(`/${path}`).replaceAll(/[!'()*+&=,;@]/g, encodeHard))).toBe(path)
  })
})

describe('what lies in a bucket is compared with what was put there', () => {
  let given: Awaited<ReturnType<typeof anS3Target>>
  afterEach(() => given.close())
  const ESKERVEEN = 'eskerveen000000000000002' as WijkId
  const HOST = 'molenwijk.wijk.test'
  const none = { missing: [], different: [], leftOver: [] }

  const filesOf = (wanted: Record<string, string>) =>
    new Map(aDelta({ put: wanted }).put.map((file) => [file.path, file]))
  const found = (wanted: Record<string, string>, target = given.target) =>
    target.intervention!(MOLENWIJK, filesOf(wanted))
  /** As somebody else with a key to the bucket does it. */
  async function meddle(method: 'PUT' | 'DELETE', key: string, body = 'Koop nu') {
    const client = new AwsClient({ ...given.s3, service: 's3', retries: 0 })
    const path = key.split('/').map((part) => encodeURIComponent(part).replaceAll(/[!'()*]/g, encodeHard))
    const init = method === 'PUT' ? { method, body } : { method }
    expect((await client.fetch(`${given.s3.bucketUrl}/${path.join('/')}`, init)).ok).toBe(true)
  }
  async function expectAt(wanted: Record<string, string>, host = HOST) {
    for (const [path, body] of Object.entries(wanted))
      expect([path, (await given.read(host, `/${path}`)).body.toString()]).toEqual([path, body])
  }
  /** What is called, without what the target keeps for itself. */
  const calls = () => given.s3.calls.filter((call) => !call.includes('_wijkpers'))

  test('by one list; what was changed, taken away or left there is put right, and nothing of anybody else is touched', async () => {
    given = await anS3Target()
    await given.target.publish(aDelta({ put: firstFiles }))
    const site = { slug: 'eskerveen', name: 'Eskerveen', url: 'http://eskerveen.wijk.test' }
    await given.target.publish(aDelta({ wijk: ESKERVEEN, site, put: firstFiles }))
    const ofOthers = [`${HOST}.be/index.html`, 'leesmij.txt', 'eskerveen.wijk.test/van-iemand.html']
    for (const key of ofOthers) await meddle('PUT', key)
    given.s3.calls.length = 0
    expect(await found(firstFiles)).toEqual(none)
    expect(calls()).toEqual([`GET ?list-type=2&max-keys=1000&prefix=${HOST}%2F`])
    expect((await given.target.live(MOLENWIJK))?.release).toBe(1)

    await meddle('PUT', `${HOST}/nieuws/markt/index.html`)
    // As long as ours.
    await meddle('PUT', `${HOST}/rss.xml`, firstFiles['rss.xml'].toUpperCase())
    await meddle('DELETE', `${HOST}/agenda.ics`)
    await meddle('PUT', `${HOST}/reclame/index.html`)
    await meddle('PUT', `${HOST}/_astro/vreemd.js`)
    given.s3.calls.length = 0
    const target = await given.reopen('lost')
    expect(await found(firstFiles, target)).toEqual({
      missing: ['agenda.ics'],
      different: ['nieuws/markt/index.html', 'rss.xml'],
      leftOver: ['_astro/vreemd.js', 'reclame/index.html'],
    })
    expect(calls().filter((call) => call.startsWith('GET'))).toHaveLength(2)
    expect(calls().filter((call) => !call.includes(HOST))).toEqual([])

    given.s3.calls.length = 0
    await bring(target, firstFiles)
    expect(calls().toSorted()).toEqual(
      [
        `DELETE ${HOST}/_astro/vreemd.js`,
        `DELETE ${HOST}/reclame/index.html`,
        `PUT ${HOST}/agenda.ics`,
        `PUT ${HOST}/nieuws/markt/index.html`,
        `PUT ${HOST}/rss.xml`,
      ].toSorted(),
    )
    await expectAt(firstFiles)
    await expectAt(firstFiles, 'eskerveen.wijk.test')
    for (const key of ofOthers) expect((await given.read(key, '')).body.toString()).toBe('Koop nu')
    expect(await found(firstFiles, target)).toEqual(none)
    expect((await target.live(MOLENWIJK))?.release).toBe(1)
  })

  test('page by page, whatever is in the names', async () => {
    given = await anS3Target()
    const names = [
      'één dag',
      'a b',
      'a+b',
      '100%',
      '%41',
      'a&b',
      `"'<>`,
      'a#b?c=d',
      '(x)!*',
      '~',
      '日本',
      'A',
      'a',
    ]
    const wanted = Object.fromEntries(names.map((name) => [`nieuws/${name}/index.html`, name]))
    await given.target.publish(aDelta({ put: { ...firstFiles, ...wanted } }))
    const strays = names.map((name) => `${name}/${name}`)
    for (const path of strays) await meddle('PUT', `${HOST}/${path}`)
    given.s3.behave({ mostListed: 3 })
    given.s3.calls.length = 0
    expect(await found({ ...firstFiles, ...wanted })).toEqual({ ...none, leftOver: strays.toSorted() })
    expect(calls().filter((call) => call.includes('continuation-token')).length).toBeGreaterThan(5)
    await bring(given.target, { ...firstFiles, ...wanted })
    expect(await found({ ...firstFiles, ...wanted })).toEqual(none)
  })

  test('never by a list that is cut off and does not go on', async () => {
    given = await anS3Target()
    await given.target.publish(aDelta({ put: firstFiles }))
    const cuts = [
      (xml: string) => xml.replace(/<NextContinuationToken>.*<\/NextContinuationToken>/, ''),
      (xml: string) =>
        xml.replace(
          /<NextContinuationToken>.*<\/NextContinuationToken>/,
          '<NextContinuationToken>3</NextContinuationToken>',
        ),
      () => '<html>Onderhoud</html>',
    ]
    for (const list of cuts) {
      given.s3.behave({ mostListed: 3, list })
      expect(await found(firstFiles).catch((error: unknown) => error)).toBeInstanceOf(TargetUnavailableError)
    }
    expect((await given.target.live(MOLENWIJK))?.release).toBe(1)
  })

  test('by itself where a list runs behind, or names what no address leads to', async () => {
    given = await anS3Target()
    const base = await given.target.publish(aDelta({ put: firstFiles }))
    let before = ''
    given.s3.behave({ list: (xml) => (before = xml) })
    await found(firstFiles)
    const { 'agenda.ics': _, ...kept } = firstFiles
    const wanted = { ...kept, 'nieuws/index.html': 'Nieuw', 'nieuws/nieuw/index.html': 'Nieuw' }
    const put = { 'nieuws/index.html': 'Nieuw', 'nieuws/nieuw/index.html': 'Nieuw' }
    await given.target.publish(aDelta({ base, put, remove: ['agenda.ics'] }))
    const strange = ['', 'nieuws/', '../eskerveen.wijk.test/index.html', './index.html']
    const objects = strange.map((path) => `<Contents><Key>${HOST}/${path}</Key></Contents>`).join('')
    given.s3.behave({ list: () => before.replace('<Contents>', `${objects}<Contents>`) })
    given.s3.calls.length = 0
    expect(await found(wanted)).toEqual(none)
    expect(calls().filter((call) => call.includes('eskerveen') || call.endsWith('/'))).toEqual([])
  })

  test('and read where an ETag says nothing of the bytes: once', async () => {
    given = await anS3Target()
    await given.target.publish(aDelta({ put: firstFiles }))
    const etag = (md5: string) => createHash('sha1').update(md5).digest('hex').slice(0, 32)
    given.s3.behave({ etag })
    const reads = async () => {
      given.s3.calls.length = 0
      const all = await found(firstFiles)
      return { all, count: calls().filter((call) => call.startsWith(`GET ${HOST}`)).length }
    }
    expect(await reads()).toEqual({ all: none, count: Object.keys(firstFiles).length })
    expect(await reads()).toEqual({ all: none, count: 0 })
    await meddle('PUT', `${HOST}/rss.xml`, firstFiles['rss.xml'].toUpperCase())
    expect(await reads()).toEqual({ all: { ...none, different: ['rss.xml'] }, count: 1 })
  })

  test('what lies at former addresses and what is kept of an earlier release as well', async () => {
    given = await anS3Target()
    const left = { 'organisaties/oud/index.html': '/organisaties/nieuw/' }
    const put = { ...firstFiles, 'organisaties/nieuw/rss.xml': '<rss>een</rss>' }
    const base = await given.target.publish(aDelta({ put, left }))
    await given.target.publish(aDelta({ base, put: {}, remove: ['_astro/een.css', 'foto/abc.webp'] }))
    const { '_astro/een.css': css, 'foto/abc.webp': __, ...rest } = put
    const wanted = { ...rest, 'organisaties/oud/index.html': pageLeft('/organisaties/nieuw/') }
    expect(await found(wanted)).toEqual(none)
    await meddle('PUT', `${HOST}/organisaties/oud/rss.xml`)
    await meddle('PUT', `${HOST}/foto/abc.webp`)
    expect(await found(wanted)).toEqual({ ...none, different: ['foto/abc.webp', 'organisaties/oud/rss.xml'] })
    await bring(given.target, wanted)
    await expectAt({ '_astro/een.css': css, 'organisaties/oud/rss.xml': '<rss>een</rss>' })
    // Nobody has the bytes of an earlier release to put them back.
    expect((await given.read(HOST, '/foto/abc.webp')).status).toBe(404)
    expect(await found(wanted)).toEqual(none)
  })

  test('where another wijk took the place of one, nothing of the one that has it is looked at for the other', async () => {
    given = await anS3Target()
    await given.target.publish(aDelta({ put: firstFiles }))
    await given.target.publish(aDelta({ wijk: ESKERVEEN, put: { 'index.html': 'Eskerveen' } }))
    expect(await found(firstFiles)).toEqual(none)
    await expectAt({ 'index.html': 'Eskerveen' })
  })

  test('of a CDN before it is forgotten what was put right', async () => {
    given = await anS3Target()
    const cdn = await startCdn()
    const folder = mkdtempSync(join(tmpdir(), 's3-purges-'))
    const apiUrl = `${cdn.url}/client/v4`
    const purger = createCloudflarePurger({ zone: 'zone1', token: CDN_TOKEN, by: 'urls', apiUrl })
    const target = createPurgedTarget({ target: given.target, purger, folder })
    await target.publish(aDelta({ put: firstFiles }))
    await target.prove({ ...aDelta(), url: null, path: '', hash: null, release: 1 })
    cdn.purges.length = 0
    await meddle('DELETE', `${HOST}/rss.xml`)
    await meddle('PUT', `${HOST}/reclame/index.html`)
    await found(firstFiles, target)
    await bring(target, firstFiles)
    await target.prove({ ...aDelta(), url: null, path: '', hash: null, release: 1 })
    expect(cdn.purges.flat().toSorted()).toEqual(
      [`http://${HOST}/reclame`, `http://${HOST}/reclame/`, `http://${HOST}/rss.xml`].toSorted(),
    )
    await cdn.close()
    rmSync(folder, { recursive: true })
  })

  test('of a bucket that begins an answer and does not end it, it is said that it cannot be reached', async () => {
    given = await anS3Target({ timeoutMs: 500 })
    await given.target.publish(aDelta({ put: firstFiles }))
    given.s3.behave({ stalls: /^GET/ })
    const failure = await found(firstFiles).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(TargetUnavailableError)
    given.s3.behave({})
    expect(await found(firstFiles)).toEqual(none)
  })
})

/** What the delivery of a release does: the difference between what is live and what is wanted. */
async function bring(
  target: ReturnType<typeof createS3Target>,
  wanted: Record<string, string>,
  to: DeltaInTest = {},
) {
  const live = await target.live(MOLENWIJK)
  const put = Object.fromEntries(
    Object.entries(wanted).filter(([path, body]) => live?.files.get(path) !== sha256(body)),
  )
  const remove = [...(live?.files.keys() ?? [])].filter((path) => !(path in wanted))
  await target.publish(aDelta({ base: live?.release ?? 0, put, remove, ...to }))
}

const encodeHard = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
