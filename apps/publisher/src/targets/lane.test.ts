import { afterEach, expect, test } from 'vitest'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { type DeployTarget, ProofFailedError, TargetRefusedError } from '@wijkpers/publishing'
import { createLane, type LastCompared } from './lane.ts'

const wijken = Array.from({ length: 25 }, (_, n) => parseWijkId(`wijk${String(n).padStart(8, '0')}`))
const [WIJK] = wijken as [WijkId]
const none = { missing: [], different: [], leftOver: [] }

const PATIENT = { timeout: 30_000 }

let stop = new AbortController()
let ended: Promise<void> | null = null
afterEach(async () => {
  stop.abort()
  await ended
  stop = new AbortController()
})

/** A lane to a target that has release 7 of `WIJK`, which the store shows; of all others there is nothing anywhere. */
function aLane(target: Pick<DeployTarget, 'prove' | 'intervention'>) {
  const told: LastCompared[] = []
  const site = {
    slug: 's',
    name: 'S',
    host: 's.test',
    files: 1,
    format: 'f',
    rollback: null,
    changedAt: null,
  }
  const numbers = { release: 7, revision: 7, shownRevision: 7, madeAt: '2026-03-01T12:00:00.000Z' }
  const lane = createLane({
    target: {
      name: 's3',
      gapMs: 0,
      quota: null,
      live: (wijk) =>
        wijk === WIJK
          ? { release: 7, revision: 7, format: 'f', files: new Map([['index.html', 'h']]) }
          : null,
      publish: () => Promise.resolve(7),
      ...target,
    },
    store: {
      current: (wijk) => (wijk === WIJK ? { site: wijk, ...site, ...numbers } : null),
      files: () => new Map([['index.html', { hash: 'h', size: 1 }]]),
      formerHosts: () => [],
      objectPath: (hash) => hash,
    },
    urlOf: ({ host }) => `http://${host}`,
    wijken: () => wijken,
    roleOf: () => 'wanted',
    awaitedAs: () => null,
    ensureSeen: () => Promise.resolve(),
    now: Date.now,
    onMoved: () => undefined,
    onSeen: () => undefined,
    onGone: () => undefined,
    onLooked: () => undefined,
    onLookFailed: () => undefined,
    onFailed: () => undefined,
    onCompared: (_, last) => told.push(last),
  })
  ended = lane.run(stop.signal)
  return { lane, told }
}

test('wijken without a site do not stand in the way of those that are to be compared', async () => {
  const { lane, told } = aLane({ prove: () => Promise.resolve(), intervention: () => Promise.resolve(none) })
  for (const wijk of wijken) lane.lookAgain(wijk)
  await expect.poll(() => lane.toLookAt(), PATIENT).toBe(0)
  expect(told.map(({ kind }) => kind)).toEqual(['compared'])
})

test('that it cannot be compared is told, and keeps nothing from being brought', async () => {
  const refused = new TargetRefusedError('s3', 'credentials', 'may not list')
  const { lane, told } = aLane({
    prove: () => Promise.resolve(),
    intervention: () => Promise.reject(refused),
  })
  lane.lookAgain(WIJK)
  await expect.poll(() => lane.seen(WIJK), PATIENT).toBe(7)
  expect(told).toMatchObject([{ kind: 'failed', error: refused }])
  expect(lane.lastCompared(WIJK)).toEqual(told[0])
})

test('what is proven not to be there is compared before the next try', async () => {
  let isOurs = true
  const { lane, told } = aLane({
    prove: () => (isOurs ? Promise.resolve() : Promise.reject(new ProofFailedError('other bytes'))),
    intervention() {
      const found = isOurs ? none : { ...none, different: ['index.html'] }
      isOurs = true
      return Promise.resolve(found)
    },
  })
  lane.lookAgain(WIJK)
  await expect.poll(() => lane.seen(WIJK), PATIENT).toBe(7)
  isOurs = false
  lane.dispatcher.hint(WIJK, 'editor')
  await expect.poll(() => told.length, PATIENT).toBe(2)
  expect(told[1]).toMatchObject({ kind: 'compared', compared: { different: ['index.html'], files: 1 } })
})
