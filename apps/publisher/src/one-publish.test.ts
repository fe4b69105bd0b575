import { expect, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import type { Waiting, Why } from '@wijkpers/publishing'
import { createOnePublish, type OnePublishOptions } from './one-publish.ts'

const wijk = 'wijk00000001' as WijkId

/** What the editor is told of a publish that fails. */
async function toldOf(why: Why, ready = Promise.resolve()) {
  const told: string[] = []
  const receipt = { failed: (error: string) => void told.push(error) }
  const onePublish = createOnePublish({
    ports: { wrongIn: () => null },
    formats: { use: () => Promise.reject(new Error('vol')) },
    receipts: { open: () => Promise.resolve(receipt) },
    announcements: { through: (_: WijkId, each: unknown) => each },
    deliveries: { through: (_: WijkId, each: unknown) => each },
    wijken: { meet: () => Promise.resolve() },
    readiness: { ended: () => ready },
    dispatcher: { stepAside: () => undefined },
    health: { failed: () => undefined },
    metrics: { publishStarted: () => () => undefined },
    log: { error: () => undefined },
  } as unknown as OnePublishOptions)
  const turn: Waiting = { wijk, why, priority: 'editor', since: 0, notBefore: 0 }
  const error = await onePublish.run(turn).catch((thrown: unknown) => thrown)
  onePublish.failed(turn, error, { attempts: 1, nextTryAt: 0 })
  return told
}

test('an editor is told that what he waits for failed, and nothing when what is live is made anew', async () => {
  for (const why of ['hint', 'revision', 'held'] as const) expect(await toldOf(why)).toHaveLength(1)
  for (const why of ['format', 'address', 'time', 'purge', 'lost', 'repair'] as const)
    expect([why, ...(await toldOf(why))]).toEqual([why])
})

test('whoever publishes while his wijk is made ready goes on from there, and what time touches waits for nobody', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  await toldOf('time', promise)
  let isOver = false
  const publishing = toldOf('hint', promise).then(() => (isOver = true))
  await new Promise((settled) => setImmediate(settled))
  expect(isOver).toBe(false)
  resolve()
  await publishing
})
