import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { CmsUnavailableError } from '@wijkpers/content/strapi'
import type { FirstSite, Verdict } from '@wijkpers/publishing'
import { createVerifiedBook } from './verified.ts'
import { createVerifying } from './verifying.ts'

const [a, b, c] = ['wijk0000000a', 'wijk0000000b', 'wijk0000000c'] as [WijkId, WijkId, WijkId]
const sound: Verdict = {
  release: 1,
  revision: 1,
  wanted: 1,
  files: 1,
  different: [],
  leftOver: [],
  damaged: [],
  isBehind: false,
  held: null,
}
const MINUTE = 60_000

/** Three wijken in a quiet hour; `found` says what verifying finds of each. */
function aNight(found: (wijk: WijkId) => Verdict | Error) {
  const folder = mkdtempSync(join(tmpdir(), 'verified-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const night = {
    at: Date.parse('2026-11-22T01:00:00Z'),
    linedUp: 0,
    looked: [] as WijkId[],
    failed: [] as WijkId[],
  }
  const site = { release: 1 } as FirstSite
  const everyLive = () => {
    night.linedUp += 1
    return () => site
  }
  const verifying = createVerifying({
    wijken: { withSite: () => [a, b, c] },
    target: { live: () => site, everyLive },
    book: createVerifiedBook(folder),
    verify(wijk) {
      night.looked.push(wijk)
      const one = found(wijk)
      return one instanceof Error ? Promise.reject(one) : Promise.resolve(one)
    },
    onRest: () => undefined,
    onVerified: () => undefined,
    onFailed: (wijk) => night.failed.push(wijk),
    onRepair: () => undefined,
    now: () => new Date(night.at),
  })
  return { night, verifying, next: () => verifying.chore.next() }
}

test('a wijk that cannot be verified is told of, keeps nobody waiting, and has its turn again later', async () => {
  const { night, next } = aNight((wijk) => (wijk === a ? new Error('de foto is stuk') : sound))
  while (await next());
  expect(night.looked).toEqual([a, b, c])
  expect(night.failed).toEqual([a])
  night.at += 61 * MINUTE
  while (await next());
  expect(night.looked).toEqual([a, b, c, a])
})

test('who goes next is not worked out anew for each', async () => {
  const { night, next } = aNight(() => sound)
  await next()
  await next()
  await next()
  expect(night.looked).toEqual([a, b, c])
  expect(night.linedUp).toBe(1)
})

test('a CMS that is away ends the round, and the next one begins with another wijk', async () => {
  let isAway = true
  const { night, next } = aNight(() => (isAway ? new CmsUnavailableError('weg') : sound))
  await expect(next()).rejects.toThrow(CmsUnavailableError)
  isAway = false
  night.at += MINUTE
  while (await next());
  expect(night.looked).toEqual([a, b, c, a])
  expect(night.failed).toEqual([])
})

test('a wijk that was made anew and has a change on its way waits its while like any other', async () => {
  const differs = { ...sound, different: ['index.html'] }
  const { night, verifying, next } = aNight((wijk) => {
    if (wijk !== a) return sound
    return verifying.wrongIn(a) || night.looked.length > 1 ? { ...differs, isBehind: true } : differs
  })
  await next()
  expect([...verifying.wrongIn(a)!]).toEqual(['index.html'])
  verifying.madeAnew(a)
  while (await next());
  expect(night.looked).toEqual([a, a, b, c])
  night.at += 6 * MINUTE
  while (await next());
  expect(night.looked).toEqual([a, a, b, c, a])
})

test('after the clock was put back every wijk has its turn, also one that could not be verified or has a change on its way', async () => {
  const { night, next } = aNight((wijk) =>
    wijk === a ? new Error('de foto is stuk') : { ...sound, isBehind: wijk === b },
  )
  while (await next());
  expect(night.looked).toEqual([a, b, c])
  night.at -= 24 * 60 * MINUTE
  while (await next());
  expect(night.looked.slice(3).toSorted()).toEqual([a, b, c])
})

test.each(['', '{"at":"2026-11-2'])('a note that a power cut left as "%s" counts as none', async (left) => {
  const folder = mkdtempSync(join(tmpdir(), 'verified-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, `${a}.json`), left)
  expect(await createVerifiedBook(folder).of(a)).toBeNull()
})
