import { expect, test } from 'vitest'
import { parseWijkId, type Slug } from '@wijkpers/content'
import { CmsUnavailableError } from '@wijkpers/content/strapi'
import { UploadFailedError, type Waiting } from '@wijkpers/publishing'
import { CorruptIndexError } from '@wijkpers/releases'
import type { Failing } from '../failing.ts'
import type { FilesFault } from './files-watch.ts'
import { createHealth } from './health.ts'

const wijk = parseWijkId('wijk0000000a')

/** A publisher at noon that has looked once. */
function aPublisher() {
  let now = Date.parse('2026-11-26T12:00:00.000Z')
  let line: Waiting[] = []
  let failing: readonly Failing[] = []
  let isWave = false
  let files: FilesFault | null = null
  const health = createHealth({
    now: () => now,
    line: () => line,
    isWave: () => isWave,
    files: () => files,
    slugOf: () => 'molenwijk' as Slug,
    failing: () => failing,
  })
  return {
    health,
    passMs: (ms: number) => void (now += ms),
    fails: (...targets: (string | null)[]) =>
      void (failing = targets.map((target) => ({ wijk, target, since: now, error: new Error('broken') }))),
    isOfAWave: () => void (isWave = true),
    filesAre: (fault: FilesFault | null) => void (files = fault),
    waits: (parts: Partial<Waiting> = {}) =>
      void (line = [{ wijk, priority: 'editor', why: 'hint', since: now, notBefore: 0, ...parts }]),
  }
}

test('is not well before the first look, and well after it', () => {
  const { health } = aPublisher()
  expect(health.problems()).toEqual([{ problem: 'starting' }])
  health.lookEnded()
  expect(health.problems()).toEqual([])
})

test('a CMS that does not answer is told with since when, until it answers again; a restart would not help', () => {
  const { health, passMs } = aPublisher()
  health.lookEnded()
  health.lookFailed(new CmsUnavailableError('[cms] no answer'))
  for (let seconds = 0; seconds < 600; seconds++) {
    passMs(1_000)
    health.lookFailed(new CmsUnavailableError('[cms] still no answer'))
  }
  expect(health.problems()).toEqual([
    { problem: 'cms-unreachable', since: '2026-11-26T12:00:00.000Z', error: '[cms] still no answer' },
  ])
  expect(health.isStuck()).toBe(false)
  health.lookEnded()
  expect(health.problems()).toEqual([])
})

test('an editor who waits a minute for a turn is a problem; bulk and back-off are not', () => {
  const { health, passMs, waits } = aPublisher()
  health.lookEnded()
  waits()
  passMs(60_000)
  health.lookEnded()
  expect(health.problems()).toEqual([])
  passMs(1)
  expect(health.problems()).toEqual([
    { problem: 'editor-waits', wijk: 'molenwijk', since: '2026-11-26T12:00:00.000Z' },
  ])
  waits({ priority: 'bulk', why: 'format', since: 0 })
  expect(health.problems()).toEqual([])
  waits({ priority: 'fan-out', why: 'revision', since: 0, notBefore: Infinity })
  expect(health.problems()).toEqual([])
})

test('an editor whose publish failed waits since it may start again; a wave of what somebody shared keeps no editor waiting', () => {
  const { health, passMs, waits, isOfAWave } = aPublisher()
  health.lookEnded()
  const until = Date.parse('2026-11-26T12:01:00.000Z')
  waits({ priority: 'fan-out', why: 'revision', notBefore: until })
  passMs(61_000)
  health.lookEnded()
  expect(health.problems()).toEqual([])
  passMs(60_000)
  health.lookEnded()
  expect(health.problems()).toMatchObject([{ problem: 'editor-waits', since: '2026-11-26T12:01:00.000Z' }])
  isOfAWave()
  expect(health.problems()).toEqual([])
})

test('a damaged store is told as that, with what to do, and not as a CMS that is away', () => {
  const { health, passMs } = aPublisher()
  health.lookEnded()
  const damaged = new CorruptIndexError({ index: 'i', folder: 'f' } as never, 'malformed')
  health.lookFailed(damaged)
  passMs(1_000)
  const told = {
    problem: 'store-damaged',
    since: '2026-11-26T12:00:00.000Z',
    error: expect.stringContaining('remove the folder f'),
  }
  expect(health.problems()).toEqual([told])
  // A look that happens to miss the damaged part mends nothing.
  health.lookEnded()
  expect(health.problems()).toEqual([told])
  health.lookFailed(new CmsUnavailableError('no answer'))
  expect(health.problems()).toMatchObject([{ problem: 'store-damaged' }, { problem: 'cms-unreachable' }])
})

test('a disk that cannot be read is told until it can, and what nobody foresaw as that', () => {
  const { health } = aPublisher()
  health.lookFailed(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' }))
  expect(health.problems()).toMatchObject([{ problem: 'store-damaged' }])
  health.lookEnded()
  expect(health.problems()).toEqual([])
  health.lookFailed(new TypeError('a bug'))
  expect(health.problems()).toMatchObject([{ problem: 'looks-fail', error: 'a bug' }])
})

test('a file server that does not answer is a problem, though everything is published', () => {
  const { health, filesAre } = aPublisher()
  health.lookEnded()
  filesAre({ since: Date.parse('2026-11-26T11:59:00.000Z'), error: 'refused' })
  expect(health.problems()).toEqual([
    { problem: 'files-unreachable', since: '2026-11-26T11:59:00.000Z', error: 'refused' },
  ])
  filesAre(null)
  expect(health.problems()).toEqual([])
})

test('a full disk is a problem until a publish succeeds', () => {
  const { health } = aPublisher()
  health.lookEnded()
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  // A photo that could not be kept, as the publish tells it.
  health.failed(new UploadFailedError('photo', 'Lente', full))
  health.failed(new Error('a template'))
  expect(health.problems()).toMatchObject([{ problem: 'disk-full' }])
  health.published()
  expect(health.problems()).toEqual([])
})

test('one that does not look any more is stuck: starting it again helps', () => {
  const { health, passMs } = aPublisher()
  health.lookEnded()
  passMs(90_001)
  expect(health.problems()).toEqual([{ problem: 'stuck', since: '2026-11-26T12:00:00.000Z' }])
  expect(health.isStuck()).toBe(true)
})

test('what keeps failing for five minutes is a problem, here and on each target; a failure that is mended is none', () => {
  const { health, passMs, fails } = aPublisher()
  health.lookEnded()
  fails(null, 'netlify', 'netlify')
  passMs(300_000)
  health.lookEnded()
  expect(health.problems()).toEqual([])
  passMs(1)
  const told = {
    problem: 'publishes-fail',
    wijk: 'molenwijk',
    since: '2026-11-26T12:00:00.000Z',
    error: 'broken',
  }
  expect(health.problems()).toEqual([
    { ...told, target: null, wijken: 1 },
    { ...told, target: 'netlify', wijken: 2 },
  ])
  expect(health.isStuck()).toBe(false)
  fails()
  expect(health.problems()).toEqual([])
})

test('one that stands still is told of, also when the clock was put back meanwhile', () => {
  const { health, passMs } = aPublisher()
  health.lookEnded()
  passMs(-60 * 60_000)
  expect(health.isStuck()).toBe(false)
  passMs(91_000)
  expect(health.isStuck()).toBe(true)
  health.lookEnded()
  expect(health.isStuck()).toBe(false)
})
