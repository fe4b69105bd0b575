import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  HostTakenError,
  MissingObjectError,
  openReader,
  openStore,
  type ReleaseStore,
  StoreGoneError,
  StoreLockedError,
  UnknownReleaseError,
} from './index.ts'
import { aRelease, publish, type ReleaseInTest, sha256, toObject } from './testing/a-release.ts'

let folder: string
let store: ReleaseStore

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'releases-')), 'releases')
  store = openStore(folder, { now: () => new Date('2026-03-01T12:00:00Z') })
})

afterEach(() => {
  store.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
  // Ten thousand files take a busy disk long to take away.
}, 60_000)

const textsOf = (release?: number) =>
  Object.fromEntries(
    Array.from(store.files('molenwijk', release), ([path, { hash }]) => [
      path,
      readFileSync(store.objectPath(hash), 'utf8'),
    ]),
  )

test('the files of one folder are those of the asked release, and no others', async () => {
  const put = {
    'index.html': 'hallo',
    'foto/een.webp': '1',
    'foto0.txt': 'x',
    'foto.txt': 'y',
    'foto/a/b.webp': '2',
  }
  await publish(store, { put })
  await publish(store, { put: { 'foto/twee.webp': '3' }, remove: ['foto/een.webp'], base: 1 })
  expect([...store.filesBelow('molenwijk', 'foto/', 1).keys()]).toEqual(['foto/a/b.webp', 'foto/een.webp'])
  expect([...store.filesBelow('molenwijk', 'foto/', 2).keys()]).toEqual(['foto/a/b.webp', 'foto/twee.webp'])
  expect(store.filesBelow('nergens', 'foto/', 1)).toEqual(new Map())
})

describe('a release', () => {
  test('is what the site shows as soon as it is committed', async () => {
    const committed = await publish(store, {
      revision: 7,
      put: { 'index.html': 'hallo', 'rss.xml': '<rss/>' },
    })

    expect(committed).toEqual({
      site: 'molenwijk',
      host: 'molenwijk.localhost',
      slug: 'molenwijk',
      name: 'De molenwijk',
      release: 1,
      revision: 7,
      shownRevision: 7,
      changedAt: null,
      format: '1.0.0',
      madeAt: '2026-03-01T12:00:00.000Z',
      files: 2,
      changed: 2,
      removed: 0,
      rollback: null,
    })
    expect(committed).toMatchObject(store.current('molenwijk')!)
    expect(textsOf()).toEqual({ 'index.html': 'hallo', 'rss.xml': '<rss/>' })
    expect(store.find('molenwijk', 'index.html')).toEqual({ hash: sha256('hallo'), size: 5 })
  })

  test('names only what differs; the rest stays', async () => {
    await publish(store, { put: { 'index.html': 'een', 'a/index.html': 'a', 'b/index.html': 'b' } })
    const second = await publish(store, {
      put: { 'index.html': 'twee', 'c/index.html': 'c' },
      remove: ['b/index.html', 'was-er-nooit/index.html'],
    })

    expect(second).toMatchObject({ release: 2, files: 3, changed: 2, removed: 1 })
    expect(textsOf()).toEqual({ 'index.html': 'twee', 'a/index.html': 'a', 'c/index.html': 'c' })
    expect(textsOf(1)).toEqual({ 'index.html': 'een', 'a/index.html': 'a', 'b/index.html': 'b' })
  })

  test('with a file that did not change does not count it as changed', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    expect(await publish(store, { put: { 'index.html': 'een' } })).toMatchObject({
      release: 2,
      changed: 0,
      files: 1,
    })
    expect(textsOf(2)).toEqual({ 'index.html': 'een' })
  })

  test('finds a file again that went and came back', async () => {
    await publish(store, { put: { 'index.html': 'home', 'a/index.html': 'a' } })
    await publish(store, { remove: ['a/index.html'] })
    await publish(store, { put: { 'a/index.html': 'weer a' } })

    expect(store.find('molenwijk', 'a/index.html', 1)?.hash).toBe(sha256('a'))
    expect(store.find('molenwijk', 'a/index.html', 2)).toBeNull()
    expect(store.find('molenwijk', 'a/index.html', 3)?.hash).toBe(sha256('weer a'))
    expect(store.find('molenwijk', 'a/index.html')?.hash).toBe(sha256('weer a'))
  })

  test('shows its history, newest first', async () => {
    await publish(store, { revision: 3, put: { 'index.html': 'een', 'a/index.html': 'a' } })
    await publish(store, { revision: 5, put: { 'index.html': 'twee' }, remove: ['a/index.html'] })
    const facts = { format: '1.0.0', madeAt: '2026-03-01T12:00:00.000Z', rollback: null }
    expect(store.releases('molenwijk')).toEqual([
      { ...facts, release: 2, revision: 5, files: 1, changed: 1, removed: 1 },
      { ...facts, release: 1, revision: 3, files: 2, changed: 2, removed: 0 },
    ])
    expect(store.releases('nergens')).toEqual([])
  })

  test('that is not kept is an error, never an empty site', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    expect(() => store.files('molenwijk', 2)).toThrow(UnknownReleaseError)
    expect(() => store.files('nergens', 1)).toThrow(UnknownReleaseError)
    expect(store.files('nergens')).toEqual(new Map())
  })

  test('of ten thousand files is live at once', { timeout: 60_000 }, async () => {
    const put = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`nieuws/${n}/index.html`, `tekst ${n}`]),
    )
    expect(await publish(store, { put })).toMatchObject({ files: 10_000, changed: 10_000 })
    expect(store.files('molenwijk').size).toBe(10_000)
    expect(store.find('molenwijk', 'nieuws/9999/index.html')?.hash).toBe(sha256('tekst 9999'))
  })
})

describe('going back', () => {
  const address = {
    site: 'molenwijk',
    host: 'molenwijk.localhost',
    slug: 'molenwijk',
    name: 'De molenwijk',
  }
  beforeEach(async () => {
    await publish(store, { revision: 3, put: { 'index.html': 'een', 'a/index.html': 'a' } })
    await publish(store, { revision: 5, put: { 'index.html': 'twee', 'b/index.html': 'b' } })
    await publish(store, { revision: 6, put: { 'c/index.html': 'c' }, remove: ['a/index.html'] })
  })

  test('shows an earlier release again, as a new one with the inverse changes', () => {
    const back = store.rollback({ ...address, to: 1 })
    expect(back).toMatchObject({ release: 4, revision: 3, files: 2, changed: 2, removed: 2, rollback: 1 })
    expect(textsOf()).toEqual(textsOf(1))
    expect(store.current('molenwijk')).toMatchObject({ release: 4, rollback: 1 })
    expect(store.releases('molenwijk').map(({ rollback }) => rollback)).toEqual([1, null, null, null])
  })

  test('and forth again, and on from there', async () => {
    store.rollback({ ...address, to: 1 })
    expect(store.rollback({ ...address, to: 3, atLeast: 8 })).toMatchObject({ release: 9, rollback: 3 })
    expect(textsOf()).toEqual({ 'index.html': 'twee', 'b/index.html': 'b', 'c/index.html': 'c' })
    expect(await publish(store, { put: { 'd/index.html': 'd' } })).toMatchObject({
      release: 10,
      rollback: null,
    })
    expect(textsOf(4)).toEqual(textsOf(1))
  })

  test('is refused to a release that is not kept, or whose bytes are not all there', () => {
    expect(() => store.rollback({ ...address, to: 4 })).toThrow(UnknownReleaseError)
    expect(() => store.rollback({ ...address, site: 'nergens', to: 1 })).toThrow(UnknownReleaseError)
    rmSync(store.objectPath(sha256('a')))
    writeFileSync(store.objectPath(sha256('een')), 'half een')
    expect(store.missing('molenwijk', 1)).toEqual(['a/index.html', 'index.html'])
    expect(() => store.rollback({ ...address, to: 1 })).toThrow(MissingObjectError)
    expect(store.current('molenwijk')).toMatchObject({ release: 3 })
    expect(store.missing('molenwijk', 3)).toEqual([])
  })
})

describe('what is refused changes nothing', () => {
  beforeEach(async () => {
    await publish(store, { put: { 'index.html': 'een' } })
  })

  async function refusalOf(attempt: () => unknown) {
    const error = await (async () => attempt())().catch((refusal: unknown) => refusal)
    return { error, live: store.current('molenwijk'), texts: textsOf() }
  }
  const unchanged = { live: { release: 1, files: 1 }, texts: { 'index.html': 'een' } }
  const commit = (release: ReleaseInTest) => () => store.commit(aRelease(store, release))

  test('a release made on another one than the current', async () => {
    expect(await refusalOf(commit({ base: 0, put: { 'index.html': 'een' } }))).toMatchObject({
      error: { name: 'StaleReleaseError' },
      ...unchanged,
    })
    expect(await refusalOf(commit({ base: 2, put: { 'index.html': 'een' } }))).toMatchObject({
      error: { message: '[releases] site molenwijk shows release 1, but the new one was made on release 2' },
      ...unchanged,
    })
  })

  test('a file whose object was never put', async () => {
    expect(await refusalOf(commit({ put: { 'index.html': 'nooit gezien' } }))).toMatchObject({
      error: { name: 'MissingObjectError' },
      ...unchanged,
    })
  })

  test('a file with another size than its object', async () => {
    await store.putObjects([toObject('twee')])
    const put = [{ path: 'index.html', hash: sha256('twee'), size: 5 }]
    expect(await refusalOf(() => store.commit({ ...aRelease(store), put }))).toMatchObject({
      error: { name: 'MissingObjectError' },
      ...unchanged,
    })
  })

  test('an object under a name that is not its hash', async () => {
    const wrong = { hash: sha256('een'), body: Buffer.from('twee') }
    expect(await refusalOf(() => store.putObjects([wrong]))).toMatchObject({
      error: { name: 'WrongHashError' },
      ...unchanged,
    })
  })

  test.each([
    '',
    '/index.html',
    'a//b',
    'a/',
    '../a',
    'a/../b',
    './a',
    'a\\b',
    'a\u0000',
    'a\nb',
    'x'.repeat(1025),
  ])('the path %j', async (path) => {
    expect(await refusalOf(commit({ put: { [path]: 'een' } }))).toMatchObject({
      error: { name: 'InvalidPathError' },
      ...unchanged,
    })
    expect(await refusalOf(commit({ remove: [path] }))).toMatchObject({
      error: { name: 'InvalidPathError' },
      ...unchanged,
    })
  })

  test('a path that is both put and removed', async () => {
    const release = commit({ put: { 'index.html': 'een' }, remove: ['index.html'] })
    expect(await refusalOf(release)).toMatchObject({
      error: {
        message: '[releases] "index.html" cannot be the path of a file: it occurs twice in one release',
      },
      ...unchanged,
    })
  })

  test.each([
    '',
    'molen wijk.localhost',
    'a_b.localhost',
    '-a.localhost',
    '[::1]',
    'http://molenwijk.localhost',
  ])('the host %j for a site with files', async (host) => {
    expect(await refusalOf(commit({ host }))).toMatchObject({
      error: { name: 'InvalidHostError' },
      ...unchanged,
    })
  })

  test('a number that is none', async () => {
    expect(await refusalOf(commit({ revision: -1 }))).toMatchObject({
      error: { name: 'RangeError' },
      ...unchanged,
    })
    expect(await refusalOf(commit({ atLeast: 0.5 }))).toMatchObject({
      error: { name: 'RangeError' },
      ...unchanged,
    })
  })
})

describe('a host', () => {
  test('is compared without port, capitals and final dot', async () => {
    await publish(store, { host: 'Molenwijk.Localhost.:8080', put: { 'index.html': 'een' } })
    expect(store.siteByHost('molenwijk.localhost')?.site).toBe('molenwijk')
  })

  test('belongs to one site at a time', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    const other = { site: 'oosterhaar', host: 'molenwijk.localhost', put: { 'index.html': 'twee' } }
    const refused = await publish(store, other).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(HostTakenError)
    expect(refused).toMatchObject({ host: 'molenwijk.localhost', holder: 'molenwijk' })
    expect(store.current('oosterhaar')).toBeNull()
  })

  test('of before a rename no longer answers, and another wijk may take it', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    await publish(store, { host: 'nieuwe-naam.localhost', slug: 'nieuwe-naam' })
    expect(store.siteByHost('molenwijk.localhost')).toBeNull()
    expect(store.siteByHost('nieuwe-naam.localhost')).toMatchObject({
      site: 'molenwijk',
      slug: 'nieuwe-naam',
      files: 1,
    })

    await publish(store, { site: 'oosterhaar', host: 'molenwijk.localhost', put: { 'index.html': 'twee' } })
    expect(store.siteByHost('molenwijk.localhost')?.site).toBe('oosterhaar')
  })

  test('of sites that changed places: they move with the first that publishes, and each shows its own', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((site) => ({ site, host: `${site}.localhost`, slug: site }))
    for (const each of [a!, b!, c!]) await publish(store, { ...each, put: { 'index.html': each.site } })
    const whoIsAt = () => ['a', 'b', 'c'].map((host) => store.siteByHost(`${host}.localhost`)?.site)
    const goes = { ...a!, host: 'b.localhost', formerHosts: ['a.localhost'] }
    // Where c is, it stays: then b has nowhere to go.
    const half = new Map([['b', 'c.localhost']])
    await expect(publish(store, { ...goes, moving: half })).rejects.toThrow(HostTakenError)
    expect(whoIsAt()).toEqual(['a', 'b', 'c'])

    await publish(store, { ...goes, moving: new Map([...half, ['c', 'a.localhost:8080']]) })
    expect(whoIsAt()).toEqual(['c', 'a', 'b'])
    expect(store.siteByFormerHost('a.localhost')).toBeNull()
    expect(store.current('b')).toMatchObject({ release: 1, host: 'c.localhost' })
    // Their own publishes go on as if they had moved by themselves.
    for (const [each, host] of [
      [b!, 'c.localhost'],
      [c!, 'a.localhost'],
    ] as const)
      await publish(store, { ...each, host, formerHosts: [each.host], put: { 'index.html': 'nieuw' } })
    expect(whoIsAt()).toEqual(['c', 'a', 'b'])
    expect(['a', 'b', 'c'].map((site) => store.formerHosts(site))).toEqual([[], [], []])
  })

  test('where a site was leads to it until another one takes it, and not again after that', async () => {
    const old = 'molenwijk.localhost'
    const moved = { host: 'nieuwe-naam.localhost', slug: 'nieuwe-naam' }
    await publish(store, { put: { 'index.html': 'een' } })
    await publish(store, { ...moved, formerHosts: [old] })
    expect(store.siteByFormerHost(old)?.site).toBe('molenwijk')
    expect(store.formerHosts('molenwijk')).toEqual([old])

    await publish(store, { site: 'oosterhaar', host: old, put: { 'index.html': 'twee' } })
    expect(store.siteByFormerHost(old)).toBeNull()
    await publish(store, { ...moved, formerHosts: [old] })
    expect(store.siteByFormerHost(old)).toBeNull()
    await publish(store, { site: 'oosterhaar', host: '', slug: '', name: '', remove: ['index.html'] })
    expect(store.siteByFormerHost(old)).toBeNull()
  })

  test('that changes together with a return to an earlier release leads on as well', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    await publish(store, { put: { 'index.html': 'twee' } })
    const moved = { host: 'nieuwe-naam.localhost', slug: 'nieuwe-naam', name: 'Nieuwe naam' }
    store.rollback({ site: 'molenwijk', ...moved, to: 1, formerHosts: ['molenwijk.localhost'] })
    expect(store.siteByFormerHost('molenwijk.localhost')).toMatchObject({ site: 'molenwijk', release: 3 })
  })

  test('of a site that was taken down is free', async () => {
    await publish(store, { put: { 'index.html': 'een', '404.html': 'weg' } })
    const down = await publish(store, { host: '', slug: '', name: '', remove: ['index.html', '404.html'] })
    expect(down).toMatchObject({ release: 2, files: 0 })
    expect(store.siteByHost('molenwijk.localhost')).toBeNull()
    expect(store.sites()).toEqual([])
    expect(store.current('molenwijk')).toMatchObject({ release: 2, files: 0 })

    await publish(store, { site: 'oosterhaar', host: 'molenwijk.localhost', put: { 'index.html': 'twee' } })
    expect(store.sites().map(({ site }) => site)).toEqual(['oosterhaar'])
  })
})

describe('walls', () => {
  test('two sites with the same paths and the same bytes stay apart', async () => {
    await publish(store, { put: { 'index.html': 'zelfde', 'a/index.html': 'a' } })
    await publish(store, { site: 'oosterhaar', put: { 'index.html': 'zelfde' } })
    await publish(store, { remove: ['index.html'] })

    expect(store.find('oosterhaar', 'index.html')?.hash).toBe(sha256('zelfde'))
    expect(store.find('oosterhaar', 'a/index.html')).toBeNull()
    expect(store.findAsset('oosterhaar', 'a/index.html')).toBeNull()
    expect([...store.files('oosterhaar').keys()]).toEqual(['index.html'])
  })
})

describe('until when a site is right', () => {
  const [NOON, ONE, TWO] = [
    '2026-03-01T12:00:00.000Z',
    '2026-03-01T13:00:00.000Z',
    '2026-03-01T14:00:00.000Z',
  ]
  const validity = (until: string | null, from = NOON) => ({ validity: { from, until } })

  test('is kept with what it shows now', async () => {
    expect(store.validity('molenwijk')).toBeNull()
    await publish(store, { put: { 'index.html': 'een' }, ...validity(ONE) })
    expect(store.validity('molenwijk')).toEqual({ from: NOON, until: ONE })
    await publish(store, { put: { 'index.html': 'twee' }, ...validity(null, ONE) })
    expect(store.validity('molenwijk')).toEqual({ from: ONE, until: null })
  })

  test('can be put off without a release: a reader sees nothing of it', async () => {
    await publish(store, { put: { 'index.html': 'een' }, ...validity(ONE) })
    store.extend('molenwijk', { from: ONE, until: TWO }, 7, NOON)
    expect(store.validity('molenwijk')).toEqual({ from: ONE, until: TWO })
    expect(store.current('molenwijk')).toMatchObject({ release: 1, shownRevision: 7, changedAt: NOON })
    expect(store.releases('molenwijk')).toHaveLength(1)
    // The next release is of its own revision only.
    const { revision } = await publish(store, { put: { 'index.html': 'twee' } })
    expect(store.current('molenwijk')).toMatchObject({
      release: 2,
      revision,
      shownRevision: revision,
      changedAt: null,
    })
  })

  test('makes it outdated from that very instant, and before the moment that it was made for', async () => {
    await publish(store, { put: { 'index.html': 'een' }, ...validity(TWO, ONE) })
    await publish(store, { site: 'oosterhaar', put: { 'index.html': 'een' }, ...validity(null) })
    expect(store.outdated(NOON)).toEqual(['molenwijk'])
    expect(store.outdated('2026-03-01T13:59:59.999Z')).toEqual([])
    expect(store.outdated(TWO)).toEqual(['molenwijk'])
  })

  test('is asked for all sites at once: when is the next one?', async () => {
    expect(store.nextOutdated(NOON)).toBeNull()
    await publish(store, { put: { 'index.html': 'een' }, ...validity(TWO) })
    await publish(store, { site: 'oosterhaar', put: { 'index.html': 'een' }, ...validity(ONE) })
    expect(store.nextOutdated(NOON)).toBe(ONE)
    expect(store.nextOutdated(ONE)).toBe(TWO)
    expect(store.nextOutdated(TWO)).toBeNull()
  })

  test('does not matter once it was taken down', async () => {
    await publish(store, { put: { 'index.html': 'een' }, ...validity(ONE) })
    await publish(store, { remove: ['index.html'], ...validity(ONE) })
    expect(store.outdated(TWO)).toEqual([])
    expect(store.nextOutdated(NOON)).toBeNull()
  })
})

describe('assets', () => {
  test('outlive the release that brought them, in their newest form', async () => {
    await publish(store, { put: { 'index.html': 'een', '_astro/a.css': 'oud' } })
    await publish(store, { put: { '_astro/a.css': 'nieuw' } })
    await publish(store, { remove: ['_astro/a.css'] })
    expect(store.find('molenwijk', '_astro/a.css')).toBeNull()
    expect(store.findAsset('molenwijk', '_astro/a.css')?.hash).toBe(sha256('nieuw'))
    expect(store.findAsset('molenwijk', '_astro/b.css')).toBeNull()
  })
})

describe('the one writer', () => {
  test('keeps others out, in a clear sentence, until it closes', () => {
    expect(() => openStore(folder)).toThrow(StoreLockedError)
    expect(() => openStore(folder)).toThrow('A store has one writer: stop the other one first.')
    store.close()
    store = openStore(folder)
    expect(store.sites()).toEqual([])
  })

  test('finds everything again after a restart', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    store.close()
    store = openStore(folder)
    expect(textsOf()).toEqual({ 'index.html': 'een' })
    expect(await publish(store, { put: { 'index.html': 'twee' } })).toMatchObject({ release: 2 })
  })

  test('throws away what an earlier writer left unfinished', () => {
    store.close()
    writeFileSync(join(folder, 'unfinished', 'half'), 'hal')
    store = openStore(folder)
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
  })

  test('puts an object again that lost its end', async () => {
    await publish(store, { put: { 'index.html': 'hallo' } })
    writeFileSync(store.objectPath(sha256('hallo')), 'ha')
    await store.putObjects([toObject('hallo')])
    expect(textsOf()).toEqual({ 'index.html': 'hallo' })
  })

  test('only renews the date of an object that is there', async () => {
    await store.putObjects([toObject('hallo')])
    const path = store.objectPath(sha256('hallo'))
    const { ino } = statSync(path)
    store.close()
    store = openStore(folder, { now: () => new Date('2026-04-01T00:00:00Z') })
    await store.putObjects([toObject('hallo')])
    expect(statSync(path)).toMatchObject({ ino, mtime: new Date('2026-04-01T00:00:00Z') })
  })

  test('never acknowledges a release in a folder that was removed under it', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    const next = aRelease(store, { put: { 'index.html': 'een' } })
    store.ensureThere()
    rmSync(folder, { recursive: true })
    expect(() => store.commit(next)).toThrow(StoreGoneError)
    expect(() => store.ensureThere()).toThrow(StoreGoneError)
    await expect(store.putObjects([toObject('twee')])).rejects.toThrow(StoreGoneError)
  })

  test.each([
    ['objects', {}],
    ['objects/*', {}],
    ['unfinished', { 'index.html': 'een' }],
  ])('notices that %s was removed, and can be opened again to make anew what is gone', async (part, left) => {
    await publish(store, { put: { 'index.html': 'een' } })
    const [name = '', all] = part.split('/')
    const gone = all ? readdirSync(join(folder, name)).map((each) => join(name, each)) : [name]
    for (const each of gone) rmSync(join(folder, each), { recursive: true })
    expect(() => store.ensureThere()).toThrow(StoreGoneError)
    await expect(store.putObjects([toObject('twee')])).rejects.toThrow(StoreGoneError)
    store.close()
    store = openStore(folder)
    expect(store.current('molenwijk') ? textsOf() : {}).toEqual(left)
    expect(await publish(store, { atLeast: 41, put: { 'index.html': 'een' } })).toMatchObject({ release: 42 })
    expect(textsOf()).toEqual({ 'index.html': 'een' })
  })

  test('goes on numbering above what is known elsewhere after the folder was removed', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    store.close()
    rmSync(folder, { recursive: true })
    store = openStore(folder)
    expect(await publish(store, { atLeast: 41, put: { 'index.html': 'een' } })).toMatchObject({ release: 42 })
    expect(await publish(store, { atLeast: 41, put: { 'index.html': 'twee' } })).toMatchObject({
      release: 43,
    })
  })
})

describe('a reader', () => {
  test('finds an empty store, and makes nothing, before the writer ever ran', () => {
    const nowhere = join(folder, '..', 'nog-niet')
    const reader = openReader(nowhere)
    expect(reader.sites()).toEqual([])
    expect(reader.current('molenwijk')).toBeNull()
    expect(reader.siteByHost('molenwijk.localhost')).toBeNull()
    expect(reader.files('molenwijk')).toEqual(new Map())
    expect(statSync(nowhere, { throwIfNoEntry: false })).toBeUndefined()
    reader.close()
  })

  test('sees the store when it appears, each release, and a store made anew', async () => {
    store.close()
    rmSync(folder, { recursive: true })
    const reader = openReader(folder)
    expect(reader.sites()).toEqual([])

    store = openStore(folder)
    expect(reader.sites()).toEqual([])
    await publish(store, { put: { 'index.html': 'een' } })
    expect(reader.current('molenwijk')).toMatchObject({ release: 1 })
    await publish(store, { put: { 'index.html': 'twee' } })
    expect(reader.find('molenwijk', 'index.html')?.hash).toBe(sha256('twee'))

    store.close()
    rmSync(folder, { recursive: true })
    expect(reader.sites()).toEqual([])
    store = openStore(folder)
    await publish(store, { atLeast: 2, put: { 'index.html': 'drie' } })
    expect(reader.current('molenwijk')).toMatchObject({ release: 3 })
    reader.close()
  })

  test('works after the writer has closed', async () => {
    await publish(store, { put: { 'index.html': 'een' } })
    store.close()
    const reader = openReader(folder)
    expect(reader.current('molenwijk')).toMatchObject({ release: 1 })
    reader.close()
    store = openStore(folder)
  })
})
