import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type ReleaseStore } from './index.ts'
import { aRelease, publish, sha256, toObject } from './testing/a-release.ts'

const HOUR = 3_600_000
let folder: string
let store: ReleaseStore
let now: Date

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'))
  now = new Date('2026-03-01T12:00:00Z')
  store = openStore(folder, { now: () => now })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const sweep = (keepReleases = 2) => store.sweep({ keepReleases, keepMs: HOUR, graceMs: HOUR, now })
const keptReleases = () => store.releases('molenwijk').map(({ release }) => release)
const later = (ms: number) => (now = new Date(now.getTime() + ms))
const hasObject = (text: string) => existsSync(store.objectPath(sha256(text)))

test('old releases and what only they show go; the newest stay whole', async () => {
  for (const text of ['een', 'twee', 'drie', 'vier']) {
    await publish(store, { put: { 'index.html': text, 'vast.html': 'vast' } })
    later(HOUR)
  }
  later(HOUR)
  expect(await sweep()).toEqual({ releases: 2, objects: 0, bytes: 0 })
  expect(keptReleases()).toEqual([4, 3])

  // A reader may just have looked up what went: its bytes stay for the grace.
  expect(['een', 'twee', 'drie', 'vier', 'vast'].filter(hasObject)).toHaveLength(5)
  later(HOUR + 1)
  expect(await sweep()).toEqual({ releases: 0, objects: 2, bytes: 7 })
  expect(['een', 'twee', 'drie', 'vier', 'vast'].filter(hasObject)).toEqual(['drie', 'vier', 'vast'])
  expect(store.find('molenwijk', 'index.html', 3)?.hash).toBe(sha256('drie'))
  expect(() => store.files('molenwijk', 2)).toThrow('release 2 of site molenwijk is not kept')
  expect(await sweep()).toEqual({ releases: 0, objects: 0, bytes: 0 })
})

test('a release that was current within the grace stays, however many followed', async () => {
  await publish(store, { put: { 'index.html': 'ouder' } })
  later(HOUR)
  await publish(store, { put: { 'index.html': 'toen actueel' } })
  later(HOUR + 1)
  for (const text of ['a', 'b', 'c']) await publish(store, { put: { 'index.html': text } })
  expect(await sweep()).toMatchObject({ releases: 1 })
  expect(keptReleases()).toEqual([5, 4, 3, 2])
})

test('the release that the site went back to stays, with the one before it, until the site goes on', async () => {
  for (const text of ['a', 'b', 'c', 'd', 'e']) {
    await publish(store, { put: { 'index.html': text } })
    later(2 * HOUR)
  }
  const address = { site: 'molenwijk', host: 'molenwijk.localhost', slug: 'molenwijk', name: 'De molenwijk' }
  store.rollback({ ...address, to: 3 })
  later(2 * HOUR)
  await sweep(1)
  expect(keptReleases()).toEqual([6, 5, 4, 3, 2])
  store.rollback({ ...address, to: 2 })
  expect(store.find('molenwijk', 'index.html')?.hash).toBe(sha256('b'))

  await publish(store, { put: { 'index.html': 'verder' } })
  later(2 * HOUR)
  await sweep(1)
  expect(keptReleases()).toEqual([8])
})

test('an object whose release is still to come stays for the grace', async () => {
  await publish(store, { put: { 'index.html': 'een' } })
  later(5 * HOUR)
  await store.putObjects([toObject('straks')])
  later(HOUR)
  await sweep()
  expect(hasObject('straks')).toBe(true)
  later(1)
  await sweep()
  expect(hasObject('straks')).toBe(false)
})

test('putting an old object again keeps it', async () => {
  await store.putObjects([toObject('oud')])
  later(5 * HOUR)
  await store.putObjects([toObject('oud')])
  later(HOUR)
  await sweep()
  expect(hasObject('oud')).toBe(true)
})

test('a publisher that comes back to old texts during a sweep never loses an object', async () => {
  let removed = 0
  for (let round = 0; round < 60; round += 1) {
    // As greedy as the rules allow: all that this very publish does not put.
    const sweeping = store.sweep({ keepReleases: 1, keepMs: 1, graceMs: 1, now })
    const put = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`${n}.html`, `${n} ${round % 4}`]))
    await turns(round * 3)
    await store.putObjects(Object.values(put).map(toObject))
    await turns(round * 5)
    store.commit(aRelease(store, { put }))
    removed += (await sweeping).objects
    for (const [, { hash }] of store.files('molenwijk')) {
      expect(existsSync(store.objectPath(hash))).toBe(true)
    }
    later(HOUR)
  }
  expect(removed).toBeGreaterThan(20)
})

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn()
}

test('a sweep that would keep nothing is refused', async () => {
  await expect(sweep(0)).rejects.toThrow(RangeError)
})
