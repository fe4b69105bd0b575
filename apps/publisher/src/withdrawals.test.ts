import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentPath, parseWijkId, type Slug, type WijkId } from '@wijkpers/content'
import type { Held, WithdrawnFile } from '@wijkpers/content/strapi'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import type { FirstSite, KeptRelease } from '@wijkpers/publishing'
import { openStore } from '@wijkpers/releases'
import { expect, onTestFinished, test } from 'vitest'
import { createWijken } from './wijken.ts'
import { createWithdrawals } from './withdrawals.ts'

const wijk = parseWijkId('molenwijk001')
const photo: WithdrawnFile = { wijk, url: '/uploads/anna.jpg', version: '1', at: '2026-11-22T13:00:00.000Z' }

const PDF = /^pdf\/[a-f0-9]{24}\.pdf$/

/** A wijk that shows `foto/now`, and showed `foto/anna` and `foto/tree` before. */
function aWorld(
  files: readonly WithdrawnFile[],
  {
    isHeld = false,
    isForgotten = false,
    shows = [] as string[],
    knownSince = '2026-11-22T12:30:00.000Z',
  } = {},
) {
  const withdrawn: object[] = []
  const failures: unknown[] = []
  const told = {
    files,
    since: [] as (string | null)[],
    refreshes: 0,
    now: Date.parse('2026-11-24'),
  }
  const broken = new Set<WijkId>()
  const withdrawals = createWithdrawals({
    cms: {
      async withdrawn(since) {
        told.since.push(since)
        if (told.since.length === 1 && files.length === 0) throw new Error('away')
        return told.files.filter(({ at }) => since === null || at >= since)
      },
    },
    target: {
      live: () => ({ files: new Map([['foto/now.webp', 'x']]) }) as unknown as FirstSite,
      kept: () =>
        [
          { release: 2, madeAt: '2026-11-22T12:40:00.000Z', rollback: null },
          { release: 1, madeAt: '2026-11-22T12:00:00.000Z', rollback: null },
        ] as unknown as KeptRelease[],
      async withdraw(withdrawal) {
        if (broken.has(withdrawal.wijk)) throw new Error('stuk')
        withdrawn.push(withdrawal)
      },
    },
    photos: {
      pathsOf: async () => (isForgotten ? [] : ['foto/anna.webp']),
      knownSince: async () => knownSince,
    },
    previews: { forget: () => undefined },
    photosIn: (_wijk, release) =>
      release === 2 ? ['foto/now.webp'] : ['foto/now.webp', 'foto/anna.webp', 'foto/tree.webp'],
    photosOf: async () => shows.map((url) => ({ url, version: '1' })),
    wijken: {
      refresh: async () => void told.refreshes++,
      isHeld: () => isHeld,
      showsNewest: () => !isHeld,
    },
    now: () => told.now,
    onWithdrawn: () => undefined,
    onLookFailed: (error) => failures.push(error),
    onFailed: (each) => failures.push(each),
  })
  return { withdrawals, withdrawn, failures, told, broken }
}

test('what was thrown away goes once', async () => {
  const { withdrawals, withdrawn } = aWorld([photo])
  await withdrawals.look()
  await withdrawals.look()
  expect(withdrawn).toEqual([
    { wijk, paths: ['foto/anna.webp', expect.stringMatching(PDF)], alsoShown: false },
  ])
})

test('who asks while a look is to begin is answered by that one', async () => {
  const { withdrawals, told } = aWorld([photo], { isHeld: true })
  await Promise.all(Array.from({ length: 100 }, () => withdrawals.look()))
  expect(told.since).toHaveLength(1)
  const first = withdrawals.look()
  await Promise.resolve()
  await Promise.all([first, withdrawals.look(), withdrawals.look()])
  expect(told.since).toHaveLength(3)
})

test('while the wijk is held, from what is shown as well', async () => {
  const { withdrawals, withdrawn, told } = aWorld([photo], { isHeld: true })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ alsoShown: true }])
  // What waits for as long as it is held has all wijken read once, and not at every look.
  await withdrawals.look()
  expect(told.refreshes).toBe(1)
})

test('while the wijk is held, what another upload of the same picture shows stays', async () => {
  const shows = ['/uploads/anna-again.jpg']
  const { withdrawals, withdrawn } = aWorld([photo], { isHeld: true, shows })
  await withdrawals.look()
  expect(JSON.stringify(withdrawn)).not.toContain('foto/anna.webp')
  const alone = aWorld([photo], { isHeld: true, shows: [photo.url] })
  await alone.withdrawals.look()
  expect(JSON.stringify(alone.withdrawn)).toContain('foto/anna.webp')
})

test('when it is not known any more what it was called, every photo that is not shown now goes', async () => {
  const { withdrawals, withdrawn } = aWorld([photo], { isForgotten: true })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([
    { paths: [expect.stringMatching(PDF), 'foto/anna.webp', 'foto/tree.webp'] },
  ])
})

test('one that was never shown takes no other along: an earlier release stays as it was', async () => {
  const knownSince = '2026-11-22T11:00:00.000Z'
  const { withdrawals, withdrawn } = aWorld([photo], { isForgotten: true, knownSince })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ paths: [expect.stringMatching(PDF)] }])
})

test.each(['krant.pdf', 'SCAN_0001.PDF'])(
  'a document goes by its own address, and takes no photo along: %s',
  async (name) => {
    const { withdrawals, withdrawn } = aWorld([{ ...photo, url: `/uploads/${name}` }], { isForgotten: true })
    await withdrawals.look()
    expect(withdrawn).toMatchObject([{ paths: [expect.stringMatching(PDF)] }])
  },
)

test('a document of which the name does not tell that it is one goes as well', async () => {
  const file = { ...photo, url: '/uploads/Wijkkrant_nr. 4' }
  const { withdrawals, withdrawn } = aWorld([file], { isForgotten: true })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ paths: expect.arrayContaining([documentPath(file).slice(1)]) }])
})

test('a CMS that is away is asked again at the next look', async () => {
  const { withdrawals, failures } = aWorld([])
  await withdrawals.look()
  await withdrawals.look()
  expect(failures).toHaveLength(1)
})

test('only what is new is asked for, with that of which the transaction took long', async () => {
  const { withdrawals, withdrawn, told } = aWorld([photo])
  await withdrawals.look()
  const late = { ...photo, url: '/uploads/laat.jpg', at: '2026-11-22T12:58:00.000Z' }
  told.files = [photo, late]
  await withdrawals.look()
  expect(told.since).toEqual([null, '2026-11-22T12:50:00.000Z'])
  expect(withdrawn).toHaveLength(2)
  told.files = [photo, late, { ...photo, url: '/uploads/nieuw.jpg', at: '2026-11-23T09:00:00.000Z' }]
  await withdrawals.look()
  await withdrawals.look()
  expect(told.since.at(-1)).toBe('2026-11-23T08:50:00.000Z')
  expect(withdrawn).toHaveLength(3)
})

test('after the clock was put back what is thrown away since is told all the same', async () => {
  const { withdrawals, withdrawn, told } = aWorld([photo])
  await withdrawals.look()
  told.now = Date.parse(photo.at) - 60 * 60_000
  told.files = [photo, { ...photo, url: '/uploads/nieuw.jpg', at: new Date(told.now).toISOString() }]
  await withdrawals.look()
  expect(withdrawn).toHaveLength(2)
})

test('a wijk of which nothing can be taken out is tried again, and keeps nobody waiting', async () => {
  const other = parseWijkId('parkwijk0001')
  const { withdrawals, withdrawn, failures, broken } = aWorld([photo, { ...photo, wijk: other }])
  broken.add(wijk)
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ wijk: other }])
  expect(failures).toEqual([wijk])
  broken.clear()
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ wijk: other }, { wijk }])
})

/** A wijk of which release 1, of revision 1, shows a photo that was thrown away at revision 2; on a real store. */
async function aStore({ knowsName = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-withdrawals-'))
  const store = openStore(folder)
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const hash = createHash('sha256').update('x').digest('hex')
  await store.putObjects([{ hash, body: Buffer.from('x') }])
  const publish = (base: number, revision: number, put: readonly string[], remove: readonly string[] = []) =>
    store.commit({
      site: wijk,
      host: 'molenwijk.localhost',
      slug: 'molenwijk',
      name: 'Molenwijk',
      revision,
      format: '1',
      validity: { from: photo.at, until: null },
      base,
      put: put.map((path) => ({ path, hash, size: 1 })),
      remove,
    })
  publish(0, 1, ['index.html', 'foto/anna.webp'])
  const target = createEmbeddedTarget({ store, filesUrl: 'http://127.0.0.1:9' })
  const cms = { wanted: 2, held: null as Held | null, files: [photo], isAway: false }
  const wijken = createWijken({
    cms: {
      async wijken() {
        if (cms.isAway) throw new Error('away')
        const { wanted, held } = cms
        const known = { live: 0, release: 0, targets: null, changedAt: '' }
        return [{ ...known, id: wijk, slug: 'molenwijk' as Slug, wanted, awaited: wanted, held }]
      },
    },
    target,
    formats: { whyDue: () => null, looked: () => Promise.resolve(), errorOf: () => null },
    now: () => new Date(photo.at),
    isWrong: () => false,
  })
  const start = () =>
    createWithdrawals({
      cms: {
        withdrawn: async (since) => cms.files.filter(({ at }) => since === null || at >= since),
      },
      target,
      wijken,
      photos: {
        pathsOf: async () => (knowsName ? ['foto/anna.webp'] : []),
        knownSince: async () => '2999-01-01T00:00:00.000Z',
      },
      previews: { forget: () => undefined },
      photosIn: (site, release) => store.filesBelow(site, 'foto/', release).keys(),
      photosOf: async () => [],
      now: Date.now,
      onWithdrawn: () => undefined,
      onLookFailed: () => undefined,
      onFailed: (_, error) => expect.unreachable(String(error)),
    })
  /** Releases that still show it. */
  const showIt = () =>
    store
      .releases(wijk)
      .map(({ release }) => release)
      .filter((release) => store.find(wijk, 'foto/anna.webp', release))
  return { publish, cms, wijken, start, showIt }
}

test.each([
  ['known by name', true],
  ['of which the name is forgotten', false],
])(
  'a photo %s that was looked at before its own publish goes after it, also when others publish first and the CMS tells it no more',
  async (_, knowsName) => {
    const { publish, cms, start, showIt } = await aStore({ knowsName })
    const withdrawals = start()
    await withdrawals.look()
    await withdrawals.look()
    expect(showIt()).toEqual([1])
    publish(1, 2, [], ['foto/anna.webp'])
    cms.files = [{ ...photo, url: '/uploads/ander.pdf', at: '2026-11-22T18:00:00.000Z' }]
    await withdrawals.look()
    expect(showIt()).toEqual([])
  },
)

test('a publish that had begun before the photo was thrown away, and ends after the look, keeps none of it', async () => {
  const { publish, cms, start, showIt } = await aStore()
  cms.wanted = 3
  const withdrawals = start()
  await withdrawals.look()
  publish(1, 2, ['nieuws/index.html'])
  await withdrawals.look()
  expect(showIt()).toEqual([2, 1])
  publish(2, 3, [], ['foto/anna.webp'])
  await withdrawals.look()
  expect(showIt()).toEqual([])
})

test('a start in between forgets none', async () => {
  const { publish, start, showIt } = await aStore()
  await start().look()
  const withdrawals = start()
  await withdrawals.look()
  publish(1, 2, [], ['foto/anna.webp'])
  await withdrawals.look()
  expect(showIt()).toEqual([])
})

test('what the CMS wanted before it told of the photo says nothing: while it cannot be asked, none is done with', async () => {
  const { publish, cms, wijken, start, showIt } = await aStore()
  cms.wanted = 1
  await wijken.refresh()
  cms.wanted = 2
  cms.isAway = true
  const withdrawals = start()
  await withdrawals.look()
  cms.isAway = false
  publish(1, 2, [], ['foto/anna.webp'])
  await withdrawals.look()
  expect(showIt()).toEqual([])
})

test('while the wijk is held it goes from what is shown, and from what is shown instead', async () => {
  const { publish, cms, start, showIt } = await aStore()
  publish(1, 1, ['nieuws/index.html'])
  cms.held = { release: 2, revision: 1, by: 'Sam', since: photo.at, why: 'Een test.' }
  const withdrawals = start()
  await withdrawals.look()
  expect(showIt()).toEqual([])
  // Put back by a publish that had begun before: it goes again.
  publish(2, 1, ['foto/anna.webp'])
  await withdrawals.look()
  expect(showIt()).toEqual([])
})
