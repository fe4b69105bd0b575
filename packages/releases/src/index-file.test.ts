import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { CorruptIndexError, inspectStore, openReader, openStore } from './index.ts'
import { openIndexToWrite } from './index-file.ts'
import { layoutOf } from './layout.ts'
import { aRelease, publish } from './testing/a-release.ts'

let folder: string
let index: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'))
  index = join(folder, 'index.sqlite')
  const store = openStore(folder)
  const texts = Array.from({ length: 400 }, (_, n) => [`nieuws/${n}/index.html`, `tekst ${n}`] as const)
  await publish(store, { put: Object.fromEntries(texts) })
  store.close()
})

afterEach(() => rmSync(folder, { recursive: true }))

const advice = (reason: string) =>
  `[releases] The index ${index} cannot be used: ${reason}. Stop Wijkpers, remove the folder ${folder} and start ` +
  'again: every site is then made anew from the CMS.'

test('an index that is no database at all says what to do, to the writer and to a reader', () => {
  writeFileSync(index, 'dit is geen database '.repeat(500))
  expect(() => openStore(folder)).toThrow(advice('file is not a database'))
  expect(() => openReader(folder).sites()).toThrow(advice('file is not a database'))
})

test('an index with a damaged part is refused at the start', () => {
  const at = readFileSync(index).length - 4096 * 2
  const file = openSync(index, 'r+')
  writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, at)
  closeSync(file)
  expect(() => openStore(folder)).toThrow(CorruptIndexError)
})

test('a database of somebody else is refused', () => {
  rmSync(index)
  const other = new Database(index)
  other.exec('CREATE TABLE iets (anders)')
  other.close()
  expect(() => openStore(folder)).toThrow(advice('it was not made by Wijkpers'))
  expect(() => openReader(folder).sites()).toThrow(advice('it was not made by Wijkpers'))
})

test('an index of a newer Wijkpers is read, and not written: nothing is damaged', async () => {
  const newer = new Database(index)
  newer.exec('ALTER TABLE site ADD COLUMN something_new TEXT')
  newer.pragma('user_version = 9')
  newer.close()
  expect(() => openStore(folder)).toThrow(
    `The index ${index} was made by a newer Wijkpers: it has form 9, and this one knows 1 to 7. Start that one: nothing is damaged`,
  )
  const reader = openReader(folder)
  expect(reader.sites()).toMatchObject([{ site: 'molenwijk', release: 1 }])
  expect(reader.find('molenwijk', 'nieuws/7/index.html')).not.toBeNull()
  reader.close()
  expect((await inspectStore(folder)).faults).toEqual([{ kind: 'newer-index' }])
})

test('an index of the first form is read as it is, and brought up to date by the writer', async () => {
  rmSync(index)
  const earlier = new Database(index)
  earlier.exec(readFileSync(new URL('testing/index-of-form-1.sql', import.meta.url), 'utf8'))
  earlier.close()
  const reader = openReader(folder)
  expect(reader.sites()).toMatchObject([{ site: 'molenwijk', release: 1, rollback: null, changedAt: null }])
  expect(reader.releases('molenwijk')).toMatchObject([{ release: 1, rollback: null }])
  const store = openStore(folder)
  expect(store.validity('molenwijk')).toBeNull()
  expect(store.outdated('2026-03-01T12:00:00.000Z')).toEqual(['molenwijk'])
  await publish(store, { put: { 'index.html': 'nieuw' } })
  expect(reader.releases('molenwijk')).toMatchObject([{ release: 2 }, { release: 1 }])
  // What only a later form can tell is told by a reader that was there before.
  const { hash, size } = reader.find('molenwijk', 'index.html')!
  const left = { path: 'oud/index.html', hash, size, movedTo: '/nieuw/' }
  store.commit({ ...aRelease(store), put: [left] })
  expect(reader.find('molenwijk', 'oud/index.html')).toEqual({ hash, size, movedTo: '/nieuw/' })
  expect(reader.find('molenwijk', 'index.html')).toEqual({ hash, size })
  expect(store.outdated('2026-03-01T12:00:00.000Z')).toEqual([])
  reader.close()
  store.close()
})

test('each commit waits until the disk has it: what was acknowledged outlives a power cut', () => {
  const opened = openIndexToWrite(layoutOf(folder))
  // FULL: in WAL mode NORMAL, which is the default, waits for no commit.
  expect(opened.pragma('synchronous', { simple: true })).toBe(2)
  expect(opened.pragma('journal_mode', { simple: true })).toBe('wal')
  opened.close()
})

test('a store that could not open leaves nothing locked', () => {
  writeFileSync(index, 'dit is geen database '.repeat(500))
  expect(() => openStore(folder)).toThrow(CorruptIndexError)
  rmSync(index)
  const store = openStore(folder)
  expect(store.sites()).toEqual([])
  store.close()
})

test('an index that a crash left empty is made again', () => {
  writeFileSync(index, '')
  const reader = openReader(folder)
  expect(reader.sites()).toEqual([])
  const store = openStore(folder)
  expect(store.sites()).toEqual([])
  store.close()
  reader.close()
})

test('an index for which the disk has no room to share is read once, and again when something was written', async () => {
  // The file by which readers and writer know of each other cannot be made: its name leads to itself.
  const shared = `${index}-shm`
  symlinkSync(shared, shared)
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const reader = openReader(folder)
  onTestFinished(() => reader.close())
  const first = reader.moment()
  vi.advanceTimersByTime(3_600_000)
  expect([reader.current('molenwijk')?.release, reader.moment()]).toEqual([1, first])

  unlinkSync(shared)
  const store = openStore(folder)
  await publish(store, { put: { 'index.html': 'nieuw' } })
  store.close()
  symlinkSync(shared, shared)
  expect(reader.current('molenwijk')?.release).toBe(2)
  expect(reader.moment()).not.toBe(first)

  // With room again it is shared, and the writer is heard.
  unlinkSync(shared)
  const writer = openStore(folder)
  onTestFinished(() => writer.close())
  await publish(writer, { put: { 'index.html': 'nieuwer' } })
  expect(reader.current('molenwijk')?.release).toBe(3)
})
