import { parseWijkId } from '@wijkpers/content'
import type { WithdrawnFile } from '@wijkpers/content/strapi'
import type { FirstSite, KeptRelease } from '@wijkpers/publishing'
import { expect, test } from 'vitest'
import { createWithdrawals } from './withdrawals.ts'

const wijk = parseWijkId('molenwijk001')
const photo: WithdrawnFile = { wijk, url: '/uploads/anna.jpg', version: '1' }

/** A wijk that shows `foto/now`, and showed `foto/anna` and `foto/tree` before. */
function aWorld(files: readonly WithdrawnFile[], { isHeld = false, isForgotten = false } = {}) {
  const withdrawn: object[] = []
  const failures: unknown[] = []
  let asked = 0
  const withdrawals = createWithdrawals({
    cms: {
      async withdrawn() {
        asked++
        if (asked === 1 && files.length === 0) throw new Error('away')
        return [...files]
      },
    },
    target: {
      live: () => ({ files: new Map([['foto/now.webp', 'x']]) }) as unknown as FirstSite,
      kept: () => [{ release: 2 }, { release: 1 }] as unknown as KeptRelease[],
      async withdraw(withdrawal) {
        withdrawn.push(withdrawal)
      },
    },
    photos: { pathsOf: async () => (isForgotten ? [] : ['foto/anna.webp']) },
    previews: { forget: () => undefined },
    photosIn: (_wijk, release) =>
      release === 2 ? ['foto/now.webp'] : ['foto/now.webp', 'foto/anna.webp', 'foto/tree.webp'],
    isHeld: () => isHeld,
    onWithdrawn: () => undefined,
    onFailed: (error) => failures.push(error),
  })
  return { withdrawals, withdrawn, failures }
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
