/** What every target must do, written once. A target's own test starts a real server, calls this and adds its peculiarities. */
import type { WijkId } from '@wijkpers/content'
import { type DeployTarget, ProofFailedError } from '@wijkpers/publishing'
import { StaleReleaseError } from '@wijkpers/releases'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aDelta, type DeltaInTest, firstFiles, MOLENWIJK, pageLeft, sha256 } from './a-delta.ts'

/** What a reader gets; names of headers in lower case. */
export interface Read {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

/** A target with a server of its own behind it. */
export interface TargetInTest {
  readonly target: DeployTarget
  /** What a reader of the site on this host gets, past every cache and without following a redirect. */
  read(host: string, path: string): Promise<Read>
  /** The same target after a restart; without the notes it keeps on this machine when those were lost. */
  reopen(notes: 'kept' | 'lost'): Promise<DeployTarget>
  /** Whether the server adds the headers of a site, such as its security headers; a plain bucket cannot. */
  readonly hasSiteHeaders: boolean
  close(): Promise<void>
}

const ESKERVEEN = 'eskerveen000000000000002' as WijkId

export interface Acceptance {
  /** Of a second way to the same server only what the ways themselves decide, for a way that is slow; everything otherwise. */
  readonly isOnlyItsWay?: boolean
}

/** The acceptance of a target: `start` makes one with nothing on it. */
export function describeDeployTarget(
  name: string,
  start: () => Promise<TargetInTest>,
  { isOnlyItsWay = false }: Acceptance = {},
): void {
  describe(`the ${name} target`, () => {
    let given: TargetInTest
    beforeEach(async () => {
      given = await start()
    })
    afterEach(() => given.close())

    const read = (path: string, host = 'molenwijk.wijk.test') => given.read(host, path)
    const text = async (path: string, host?: string) => (await read(path, host)).body.toString()
    const status = async (path: string, host?: string) => (await read(path, host)).status
    const published = (delta: DeltaInTest) => given.target.publish(aDelta(delta))

    test('shows a first release whole, byte for byte, and can say what is live', async () => {
      const release = await published({ put: firstFiles, revision: 7 })
      expect(release).toBeGreaterThan(0)
      for (const [path, body] of Object.entries(firstFiles)) {
        const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`
        const got = await read(address)
        expect([address, got.status, got.body.toString()]).toEqual([address, 200, body])
      }
      const live = await given.target.live(MOLENWIJK)
      expect(live).toMatchObject({ release, revision: 7, format: 'vorm 1' })
      const hashes = Object.entries(firstFiles).map(([path, body]) => [path, sha256(body)])
      const found = Array.from(live!.files.keys(), (path) => [path, live!.files.get(path)])
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(hashes))
      const styles = hashes.filter(([path]) => path?.startsWith('_astro/'))
      expect([...(live!.files.below?.('_astro/') ?? styles)]).toEqual(styles)
    })

    test('changes only what differs', async () => {
      const base = await published({ put: firstFiles })
      const put = { 'index.html': 'nieuwe voorpagina', 'nieuws/brug/index.html': 'De brug gaat dicht' }
      const release = await published({ base, put, remove: ['nieuws/markt/index.html'], revision: 2 })
      expect(release).toBeGreaterThan(base)
      expect(await text('/')).toBe('nieuwe voorpagina')
      expect(await text('/nieuws/brug/')).toBe('De brug gaat dicht')
      expect(await status('/nieuws/markt/')).toBe(404)
      expect(await text('/nieuws/')).toBe(firstFiles['nieuws/index.html'])
      const live = await given.target.live(MOLENWIJK)
      expect(live).toMatchObject({ release, revision: 2 })
      expect([...live!.files.keys()].toSorted()).toEqual(
        [...Object.keys(firstFiles), 'nieuws/brug/index.html']
          .filter((path) => path !== 'nieuws/markt/index.html')
          .toSorted(),
      )
    })

    test('takes the same difference again after it was cut off', async () => {
      const whole = aDelta({ put: firstFiles })
      const put = whole.put.map((file) =>
        file.path === 'nieuws/markt/index.html'
          ? { ...file, body: () => Promise.reject(new Error('the disk went away')) }
          : file,
      )
      await expect(given.target.publish({ ...whole, put })).rejects.toThrow('the disk went away')
      const live = await given.target.live(MOLENWIJK)
      expect(live?.release ?? 0).toBe(0)
      await given.target.publish(whole)
      for (const path of ['/', '/nieuws/markt/', '/foto/abc.webp']) expect(await status(path)).toBe(200)
    })

    test('takes a site down, and brings it back with a higher number', async () => {
      const base = await published({ put: firstFiles })
      const url = 'http://molenwijk.wijk.test'
      const down = await published({ base, site: null, remove: Object.keys(firstFiles) })
      expect(down).toBeGreaterThan(base)
      expect(await status('/')).toBe(404)
      expect(await status('/nieuws/markt/')).toBe(404)
      await given.target.prove({ wijk: MOLENWIJK, url, path: 'index.html', hash: null, release: down })
      const live = await given.target.live(MOLENWIJK)
      expect([live?.release, live?.files.size]).toEqual([down, 0])
      expect(await published({ base: down, put: firstFiles })).toBeGreaterThan(down)
      expect(await text('/')).toBe(firstFiles['index.html'])
    })

    test('keeps wijken apart', async () => {
      const base = await published({ put: firstFiles })
      const site = { slug: 'eskerveen', name: 'Eskerveen', url: 'http://eskerveen.wijk.test' }
      await published({ wijk: ESKERVEEN, site, put: { ...firstFiles, 'index.html': 'Eskerveen' } })
      await published({ base, put: { 'index.html': 'Molenwijk' }, remove: ['nieuws/markt/index.html'] })
      expect(await text('/')).toBe('Molenwijk')
      expect(await text('/', 'eskerveen.wijk.test')).toBe('Eskerveen')
      expect(await status('/nieuws/markt/', 'eskerveen.wijk.test')).toBe(200)
    })

    test('finds out what is live when its own notes were lost, and goes on from there', async () => {
      const base = await published({ put: firstFiles, revision: 7 })
      const target = await given.reopen('lost')
      const live = await target.live(MOLENWIJK)
      expect(live).toMatchObject({ release: base, revision: 7, format: 'vorm 1' })
      expect([...live!.files.keys()].toSorted()).toEqual(Object.keys(firstFiles).toSorted())
      // What it cannot tell is brought again.
      const unknown = Object.entries(firstFiles).filter(
        ([path, body]) => live!.files.get(path) !== sha256(body),
      )
      const { 'nieuws/markt/index.html': _, ...put }: Record<string, string> = {
        ...Object.fromEntries(unknown),
        'index.html': 'na het verlies',
      }
      await target.publish(aDelta({ base, put, remove: ['nieuws/markt/index.html'] }))
      expect(await text('/')).toBe('na het verlies')
      expect(await status('/nieuws/markt/')).toBe(404)
      expect(await text('/nieuws/')).toBe(firstFiles['nieuws/index.html'])
    })

    // Below is what one way to a server proves for all.
    if (isOnlyItsWay) return

    test('knows nothing of a wijk that it never had', async () => {
      expect(await given.target.live(MOLENWIJK)).toBeNull()
      expect(await status('/')).toBe(404)
    })

    test('says of each file what it is and how long it may be kept', async () => {
      await published({ put: firstFiles })
      const page = 'public, max-age=0, must-revalidate'
      const asset = 'public, max-age=31536000, immutable'
      for (const [path, type, cache] of [
        ['/', 'text/html; charset=utf-8', page],
        ['/nieuws/markt/', 'text/html; charset=utf-8', page],
        ['/rss.xml', 'application/rss+xml; charset=utf-8', page],
        ['/agenda.ics', 'text/calendar; charset=utf-8', page],
        ['/_astro/een.css', 'text/css; charset=utf-8', asset],
        ['/foto/abc.webp', 'image/webp', asset],
      ] as const) {
        const { headers } = await read(path)
        expect([path, headers['content-type']?.toLowerCase()]).toEqual([path, type])
        expect([path, headers['cache-control']]).toEqual([path, cache])
      }
    })

    test('brings who comes to an address that was left to where it leads, or says that it is gone', async () => {
      const left = {
        'nieuws/oud/index.html': '/nieuws/markt/',
        'agenda/oud/index.html': '/agenda/feest/',
        'prikbord/weg/index.html': '',
        'agenda/weg/index.html': '',
      }
      const ics = { 'agenda/feest.ics': 'BEGIN:VCALENDAR het feest' }
      await published({ put: { ...firstFiles, ...ics, '410/index.html': 'Weggehaald' }, left })
      const asked = ['/nieuws/oud/', '/agenda/oud/', '/agenda/oud.ics', '/prikbord/weg/', '/agenda/weg.ics']
      const seen = async (path: string) => {
        const { status: code, headers, body } = await read(path)
        return `${code} ${headers['location'] ?? (code === 404 ? '' : body.toString())}`
      }
      // Only files: what stands at the address says the same, to people and to search engines.
      const fromServer = ['301 /nieuws/markt/', '301 /agenda/feest/', '301 /agenda/feest.ics']
      const fromBucket = [
        `200 ${pageLeft('/nieuws/markt/')}`,
        `200 ${pageLeft('/agenda/feest/')}`,
        `200 ${ics['agenda/feest.ics']}`,
      ]
      expect(await Promise.all(asked.map(seen))).toEqual(
        given.hasSiteHeaders
          ? [...fromServer, '410 Weggehaald', '410 Weggehaald']
          : [...fromBucket, `200 ${pageLeft('')}`, '404 '],
      )

      // It moves once more, and the old address comes to be of something new.
      const target = await given.reopen('kept')
      const next = { 'agenda/oud/index.html': '/agenda/wijkfeest/' }
      const base = (await target.live(MOLENWIJK))!.release
      const put = { 'nieuws/oud/index.html': 'Nieuw hier' }
      await target.publish(aDelta({ put, left: next, base, after: base }))
      expect(await seen('/nieuws/oud/')).toBe('200 Nieuw hier')
      expect(await seen('/agenda/oud/')).toBe(
        given.hasSiteHeaders ? '301 /agenda/wijkfeest/' : `200 ${pageLeft('/agenda/wijkfeest/')}`,
      )
    })

    test('answers with the headers of a site, its own page for what is not there, and the slash', async () => {
      const release = await published({ put: firstFiles })
      // Whoever stands in front of a bucket adds them: who reads it directly gets none.
      expect('content-security-policy' in (await read('/')).headers).toBe(given.hasSiteHeaders)
      if (!given.hasSiteHeaders) return
      // Of an address of which nothing is known not every target can say it: headers-agree.test.ts.
      for (const path of ['/', '/foto/abc.webp', '/nieuws/bestaat-niet/'])
        expect((await read(path)).headers['content-security-policy']).toMatch(
          /^default-src 'none'.*; frame-ancestors 'none'$/,
        )
      for (const path of ['/', '/foto/abc.webp', '/bestaat-niet/']) {
        const { headers } = await read(path)
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'strict-origin-when-cross-origin',
          'wijkpers-release': String(release),
        })
      }
      const missing = await read('/bestaat-niet/')
      expect([missing.status, missing.body.toString()]).toEqual([404, firstFiles['404.html']])
      const { status, headers } = await read('/nieuws/markt')
      expect([status, headers['location']]).toEqual([301, '/nieuws/markt/'])
    })

    test('keeps the styles of the release before for whoever still has one of its pages', async () => {
      const base = await published({ put: firstFiles })
      await published({ base, put: { '_astro/twee.css': 'body{}' }, remove: ['_astro/een.css'] })
      expect(await text('/_astro/een.css')).toBe(firstFiles['_astro/een.css'])
      expect(await text('/_astro/twee.css')).toBe('body{}')
      expect((await given.target.live(MOLENWIJK))!.files.get('_astro/een.css')).toBeUndefined()
    })

    test('goes back to what it showed before with a higher number', async () => {
      const base = await published({ put: firstFiles })
      const mistake = await published({
        base,
        put: { 'index.html': 'fout' },
        remove: ['nieuws/markt/index.html'],
      })
      const { 'index.html': home, 'nieuws/markt/index.html': markt } = firstFiles
      const release = await published({
        base: mistake,
        put: { 'index.html': home, 'nieuws/markt/index.html': markt },
      })
      expect(release).toBeGreaterThan(mistake)
      expect(await text('/')).toBe(home)
      expect(await text('/nieuws/markt/')).toBe(markt)
    })

    test('counts on from the highest number that is known elsewhere', async () => {
      expect(await published({ put: firstFiles, after: 41 })).toBe(42)
      expect(await published({ put: { 'index.html': 'twee' }, base: 42, after: 7 })).toBe(43)
    })

    test('refuses a difference with another release than the live one, and stays as it is', async () => {
      const base = await published({ put: firstFiles })
      await expect(published({ put: { 'index.html': 'oud' }, base: base + 5 })).rejects.toThrow(
        StaleReleaseError,
      )
      expect(await text('/')).toBe(firstFiles['index.html'])
      expect(await given.target.live(MOLENWIJK)).toMatchObject({ release: base })
    })

    test('proves what a reader sees, and nothing else', async () => {
      const release = await published({ put: firstFiles })
      const proof = {
        wijk: MOLENWIJK,
        url: 'http://molenwijk.wijk.test',
        path: 'nieuws/markt/index.html',
        hash: sha256(firstFiles['nieuws/markt/index.html']),
        release,
      }
      await given.target.prove(proof)
      await given.target.prove({ ...proof, path: 'index.html', hash: sha256(firstFiles['index.html']) })
      for (const wrong of [{ hash: sha256('iets anders') }, { hash: null }, { release: release + 1 }])
        await expect(given.target.prove({ ...proof, ...wrong })).rejects.toThrow(ProofFailedError)
    })

    test('moves a site with its address', async () => {
      const base = await published({ put: firstFiles })
      const site = { slug: 'molenbuurt', name: 'Molenbuurt', url: 'http://molenbuurt.wijk.test' }
      const put = { 'index.html': 'De Molenbuurt' }
      await published({ base, site, put })
      expect(await text('/', 'molenbuurt.wijk.test')).toBe('De Molenbuurt')
      expect(await text('/nieuws/', 'molenbuurt.wijk.test')).toBe(firstFiles['nieuws/index.html'])
      expect(await status('/')).toBe(404)
    })

    test('leads from the hosts where a site was to the same address where it is', async () => {
      const base = await published({ put: firstFiles })
      const site = { slug: 'molenbuurt', name: 'Molenbuurt', url: 'http://molenbuurt.wijk.test' }
      const put = { 'index.html': 'De Molenbuurt' }
      await published({ base, site: { ...site, formerHosts: ['molenwijk.wijk.test'] }, put })
      for (const path of ['/', '/nieuws/markt/', '/rss.xml']) {
        const { status: code, headers } = await read(path)
        // A bucket knows no hosts.
        expect([path, code, headers['location']]).toEqual(
          given.hasSiteHeaders ? [path, 301, `${site.url}${path}`] : [path, 404, undefined],
        )
        expect(await status(path, 'molenbuurt.wijk.test')).toBe(200)
      }
    })

    test('knows after a restart what is live, and goes on from there', async () => {
      const base = await published({ put: firstFiles, revision: 7 })
      const target = await given.reopen('kept')
      expect(await target.live(MOLENWIJK)).toMatchObject({ release: base, revision: 7, format: 'vorm 1' })
      await target.publish(aDelta({ base, put: { 'index.html': 'na de herstart' } }))
      expect(await text('/')).toBe('na de herstart')
      expect(await text('/nieuws/markt/')).toBe(firstFiles['nieuws/markt/index.html'])
    })
  })
}
