import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { type DeployTarget, TargetRefusedError } from '@wijkpers/publishing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLane } from '../../apps/publisher/src/targets/lane.ts'
import { openQuota } from '../../packages/deploy/src/quota.ts'

const [REFUSED, OTHER] = ['molenwijk000000000000001', 'eskerveen000000000000002'] as WijkId[]
const HOUR_MS = 60 * 60 * 1000
let folder: string

// A day goes by in a moment: the clock is passed on by hand.
beforeEach(() => {
  vi.useFakeTimers()
  folder = mkdtempSync(join(tmpdir(), 'netlify-day-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** A lane to a target with a quota, that takes one for each try and refuses one wijk. */
function aLane() {
  const quota = openQuota({ target: 'netlify', file: join(folder, 'quota.json'), perMinute: 3, perDay: 100 })
  const tries: { readonly wijk: WijkId; readonly at: number }[] = []
  const releases = new Map<WijkId, number>([
    [REFUSED!, 1],
    [OTHER!, 0],
  ])
  const lives = new Map<WijkId, number>()
  const awaited = new Set<WijkId>()
  const target: DeployTarget = {
    name: 'netlify',
    gapMs: 20_000,
    quota,
    live: (wijk) => {
      const release = lives.get(wijk)
      return release === undefined ? null : { release, revision: release, format: 'f', files: new Map() }
    },
    publish({ wijk, after }) {
      quota.take(wijk)
      tries.push({ wijk, at: Date.now() })
      if (wijk === REFUSED) return Promise.reject(new TargetRefusedError('netlify', 'release', 'nee'))
      lives.set(wijk, after + 1)
      return Promise.resolve(after + 1)
    },
    prove: () => Promise.resolve(),
  }
  const lane = createLane({
    target,
    store: {
      current(wijk) {
        const release = releases.get(wijk as WijkId) ?? 0
        if (release === 0) return null
        const site = {
          site: wijk,
          slug: 's',
          name: 'S',
          host: 's.test',
          files: 1,
          format: 'f',
          rollback: null,
        }
        return {
          ...site,
          release,
          revision: release,
          shownRevision: release,
          madeAt: '2026-03-01T12:00:00.000Z',
          changedAt: null,
        }
      },
      files: () => new Map(),
      formerHosts: () => [],
      objectPath: (hash) => hash,
    },
    urlOf: ({ host }) => `http://${host}`,
    wijken: () => [REFUSED!, OTHER!],
    roleOf: () => 'wanted',
    awaitedAs: (wijk) => (awaited.has(wijk) ? 'editor' : null),
    ensureSeen: () => Promise.resolve(),
    now: Date.now,
    onMoved: () => undefined,
    onSeen: (wijk) => awaited.delete(wijk),
    onGone: () => undefined,
    onLooked: () => undefined,
    onLookFailed: () => undefined,
    onCompared: () => undefined,
    onFailed: () => undefined,
  })
  return {
    lane,
    quota,
    triesOf: (wijk: WijkId) => tries.filter((each) => each.wijk === wijk).map(({ at }) => at),
    edit: (wijk: WijkId) => {
      releases.set(wijk, (releases.get(wijk) ?? 0) + 1)
      awaited.add(wijk)
      lane.dispatcher.hint(wijk, 'editor')
    },
  }
}

test('one wijk that keeps being refused leaves the day of an account to the others, and is tried at once for its editor a few times', async () => {
  const { lane, quota, triesOf, edit } = aLane()
  const stopping = new AbortController()
  const ended = lane.run(stopping.signal)
  edit(REFUSED!)
  await vi.advanceTimersByTimeAsync(6 * HOUR_MS)
  const inVain = triesOf(REFUSED!)
  expect(inVain.length).toBeGreaterThan(5)
  expect(inVain.length).toBeLessThan(20)
  expect(inVain.at(-1)! - inVain.at(-2)!).toBeGreaterThan(HOUR_MS)
  expect(quota.budget().used).toBe(inVain.length)

  // Its editor may have mended it: so three more start at once, and the others with the next try.
  for (let edits = 0; edits < 8; edits++) {
    edit(REFUSED!)
    await vi.advanceTimersByTimeAsync(60_000)
  }
  expect(triesOf(REFUSED!).length - inVain.length).toBe(3)
  expect(lane.dispatcher.line()[0]).toMatchObject({ wijk: REFUSED, priority: 'fan-out' })
  edit(OTHER!)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(triesOf(OTHER!)).toHaveLength(1)
  stopping.abort()
  await vi.advanceTimersByTimeAsync(0)
  await ended
})

test('a clock that is put back closes an account for no longer than what was used allows', () => {
  vi.setSystemTime('2026-07-01T12:00:00Z')
  const { quota } = aLane()
  for (const wijk of [REFUSED!, OTHER!, OTHER!]) quota.take(wijk)
  quota.closeUntil(Date.now() + HOUR_MS)
  vi.setSystemTime('2026-03-01T12:00:00Z')
  for (const each of [quota, aLane().quota]) expect(each.budget()).toMatchObject({ used: 3 })
  expect(quota.opensAt(0, 'editor') - Date.now()).toBe(60_000)
  vi.setSystemTime('2026-03-02T12:00:01Z')
  expect(quota.opensAt(0, 'editor')).toBe(Date.now())
})
