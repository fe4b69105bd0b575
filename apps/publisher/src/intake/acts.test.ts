import { expect, test, vi } from 'vitest'
import { parseWijkId, type Slug } from '@wijkpers/content'
import { CmsUnavailableError, type Held } from '@wijkpers/content/strapi'
import type { FirstSite, KeptRelease } from '@wijkpers/publishing'
import { createActs } from './acts.ts'
import { createNextPublish } from '../next-publish.ts'

const wijk = parseWijkId('molenwijk001')
const kept = [4, 3, 2, 1].map((release) => ({ release, revision: release, files: 9, rollback: null }))

/** A wijk with four releases, of which the last one is shown until its next publish. */
function aWorld(afterHold: () => void = () => undefined) {
  let held: Held | null = null
  let live = { release: 4, rollback: null as number | null, files: { size: 9 } }
  const next = createNextPublish()
  const perform = createActs({
    cms: {
      async hold(_wijk, to) {
        held = to
        afterHold()
      },
      resume: async () => void (held = null),
    },
    target: {
      live: () => live as unknown as FirstSite,
      kept: () => kept as unknown as KeptRelease[],
      ensureKept: () => undefined,
    },
    wijken: { find: async () => ({ id: wijk, slug: 'molenwijk' as Slug, held }) as never },
    formats: {} as never,
    dispatcher: { hint: () => undefined, look: () => undefined },
    next,
    deliveries: { arrived: async () => undefined },
    now: () => new Date('2026-11-22T12:00:00.000Z'),
  })
  return {
    ask: (act: object) => perform(JSON.stringify({ wijk, by: 'Petra', why: 'fout', ...act })),
    heldAt: () => held?.release ?? null,
    publish: () =>
      next.run(wijk, async () => {
        live = { ...live, release: live.release + 1, rollback: held?.release ?? null }
      }),
  }
}

test('what is asked while an act is still waited for is noted at once; who was overtaken reads so', async () => {
  const { ask, heldAt, publish } = aWorld()
  const first = ask({ act: 'rollback', to: 2 })
  await vi.waitUntil(() => heldAt() === 2)
  const second = ask({ act: 'resume' })
  await vi.waitUntil(() => heldAt() === null)
  await publish()
  expect((await first).body).toMatchObject({ act: 'rollback', to: 2, isOvertaken: true })
  expect(await second).toEqual({ status: 200, body: { act: 'resume', wasHeld: true, release: 5 } })
})

test('without a number the next one goes back from what is held, also before that is shown', async () => {
  const { ask, heldAt, publish } = aWorld()
  const both = [ask({ act: 'rollback' }), ask({ act: 'rollback' })]
  await vi.waitUntil(() => heldAt() === 2)
  await publish()
  expect((await Promise.all(both)).map(({ body }) => body)).toMatchObject([
    { to: 3, isOvertaken: true },
    { to: 2, release: 5 },
  ])
})

test('a CMS that stops while it notes a hold may have noted it: what is answered says where the wijk goes back to', async () => {
  const { ask, heldAt } = aWorld(() => {
    throw new CmsUnavailableError('socket hang up')
  })
  const { status, body } = await ask({ act: 'rollback' })
  expect([status, heldAt()]).toEqual([503, 3])
  expect(body).toMatchObject({ to: 3 })
})
