import { parseWijkId, type WijkId } from '@wijkpers/content'
import type { WithdrawnFile } from '@wijkpers/content/strapi'
import type { FirstSite, KeptRelease } from '@wijkpers/publishing'
import { expect, test } from 'vitest'
import { createWithdrawals } from './withdrawals.ts'

const wijk = parseWijkId('molenwijk001')
const photo: WithdrawnFile = { wijk, url: '/uploads/anna.jpg', version: '1', at: '2026-11-22T13:00:00.000Z' }

/** A wijk that shows `foto/now`, and showed `foto/anna` and `foto/tree` before. */
function aWorld(
  files: readonly WithdrawnFile[],
  { isHeld = false, isForgotten = false, knownSince = '2026-11-22T12:30:00.000Z' } = {},
) {
  const withdrawn: object[] = []
  const failures: unknown[] = []
  const told: { files: readonly WithdrawnFile[]; since: (string | null)[] } = { files, since: [] }
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
    isHeld: () => isHeld,
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
  expect(withdrawn).toEqual([{ wijk, paths: ['foto/anna.webp'], alsoShown: false }])
})

test('while the wijk is held, from what is shown as well', async () => {
  const { withdrawals, withdrawn } = aWorld([photo], { isHeld: true })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ alsoShown: true }])
})

test('when it is not known any more what it was called, every photo that is not shown now goes', async () => {
  const { withdrawals, withdrawn } = aWorld([photo], { isForgotten: true })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ paths: ['foto/anna.webp', 'foto/tree.webp'] }])
})

test('one that was never shown takes no other along: an earlier release stays as it was', async () => {
  const knownSince = '2026-11-22T11:00:00.000Z'
  const { withdrawals, withdrawn } = aWorld([photo], { isForgotten: true, knownSince })
  await withdrawals.look()
  expect(withdrawn).toEqual([])
})

test('a document goes by its own address', async () => {
  const { withdrawals, withdrawn } = aWorld([{ ...photo, url: '/uploads/krant.pdf' }], { isForgotten: true })
  await withdrawals.look()
  expect(withdrawn).toMatchObject([{ paths: [expect.stringMatching(/^pdf\/[a-f0-9]{24}\.pdf$/)] }])
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
