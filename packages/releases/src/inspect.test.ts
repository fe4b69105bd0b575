import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inspectStore, openStore, type ReleaseStore } from './index.ts'
import { publish, sha256, toObject } from './testing/a-release.ts'

let folder: string
let store: ReleaseStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'))
  store = openStore(folder)
  await publish(store, { put: { 'index.html': 'een', 'a.html': 'a', 'b.html': 'b' } })
  await publish(store, { put: { 'index.html': 'twee' } })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const who = { site: 'molenwijk', slug: 'molenwijk' }

test('a sound store has no faults, also beside its writer, and what nothing shows is no fault', async () => {
  await store.putObjects([toObject('straks')])
  writeFileSync(join(folder, 'unfinished', 'half'), 'half')
  expect(await inspectStore(folder)).toEqual({
    exists: true,
    sites: 1,
    releases: 2,
    objects: 5,
    bytes: 15,
    unused: 1,
    unfinished: 1,
    faults: [],
  })
})

test('what is published while it looks is no fault', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.html`, `bladzijde ${n}`]))
  await publish(store, { site: 'akkerwijk', put: many })
  const ended = new AbortController()
  const looking = inspectStore(folder).finally(() => ended.abort())
  let published = 0
  while (!ended.signal.aborted) await publish(store, { put: { [`nieuw-${++published}.html`]: 'een' } })
  expect((await looking).faults).toEqual([])
  expect(published).toBeGreaterThan(0)
})

test('a live object that is missing or rotted is named with its path', async () => {
  rmSync(store.objectPath(sha256('a')))
  writeFileSync(store.objectPath(sha256('b')), 'x')
  const { faults } = await inspectStore(folder)
  expect(faults).toEqual([{ kind: 'live-file', ...who, paths: ['a.html', 'b.html'] }])
})

test('an earlier release that cannot be shown again is named', async () => {
  rmSync(store.objectPath(sha256('een')))
  const { faults } = await inspectStore(folder)
  expect(faults).toEqual([{ kind: 'kept-release', ...who, release: 1, files: 1 }])
})

test('an index that does not add up is found', async () => {
  const index = new Database(join(folder, 'index.sqlite'))
  index.exec('UPDATE site SET files = 9')
  index.close()
  expect((await inspectStore(folder)).faults).toEqual([{ kind: 'count', ...who }])
})

test('an index that cannot be read is one fault, and no store is none', async () => {
  expect((await inspectStore(join(folder, 'nergens'))).exists).toBe(false)
  store.close()
  const index = join(folder, 'index.sqlite')
  const file = openSync(index, 'r+')
  writeSync(file, Buffer.alloc(readFileSync(index).length, 0x5a), 0)
  closeSync(file)
  expect((await inspectStore(folder)).faults).toMatchObject([{ kind: 'index' }])
  store = openStore(mkdtempSync(join(tmpdir(), 'releases-')))
})
