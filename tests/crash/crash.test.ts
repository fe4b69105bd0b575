import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { openReader } from '@wijkpers/releases'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { signIn } from '../support/editor.ts'
import { type LossyHints, startLossyHints } from '../support/lossy-hints.ts'
import { randomOf, seedOf } from '../support/random.ts'
import { roundsOf } from '../support/rounds.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
import { faultsInBooks, faultsInLog, faultsInReleases } from './audit.ts'
import { happen, type Mishap, nameOf, twentyRounds } from './mishaps.ts'
import {
  anEditorWhoNeverRests,
  aReaderWhoNeverStops,
  countOn,
  createCountedArticle,
  pageOfCount,
} from './witnesses.ts'

const rounds = roundsOf('CRASH_ROUNDS', { short: 20, long: 200 })
const seed = seedOf('CRASH_SEED')
/** Part of the hints that is lost. */
const LOST = 0.3
const wijken = ['molenwijk', 'oosterhaar']

const random = randomOf(seed)
let wijkpers: Wijkpers
let hints: LossyHints
let ids: Map<string, WijkId>
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['publisher', 'files'] })
  hints = await startLossyHints({
    lose: LOST,
    random,
    publisherUrl: () => wijkpers.settings.env.PUBLISHER_URL!,
  })
  await wijkpers.start('cms', { PUBLISHER_URL: hints.url })
  for (const wijk of wijken)
    await wijkpers.cms.importWijk(
      aWijk(wijk, articles(8), { editors: ['anna@wijkpers.test', 'bram@wijkpers.test'] }),
    )
  ids = new Map((await wijkpers.cms.wijken()).map(({ slug, id }) => [String(slug), id]))
  for (const wijk of wijken) await wijkpers.untilLive(wijk)
})
afterAll(async () => {
  hints.close()
  await wijkpers[Symbol.asyncDispose]()
})

/** The mishaps of all rounds: what belongs to twenty rounds comes in every twenty, in another order each time. */
function mishaps(): Mishap[] {
  const all: Mishap[] = []
  while (all.length < rounds)
    all.push(
      ...twentyRounds
        .map((mishap) => ({ mishap, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ mishap }) => mishap),
    )
  return all.slice(0, rounds)
}

test(`${rounds} rounds in which processes are killed or stand still: nothing acknowledged is lost, nothing half is seen, nothing gets stuck (CRASH_SEED=${seed})`, async () => {
  const editor = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const writing = await Promise.all(
    wijken.map(async (wijk) => {
      const article = await createCountedArticle(editor, wijk, ids.get(wijk)!)
      await wijkpers.untilLive(wijk)
      return anEditorWhoNeverRests(editor, wijk, article)
    }),
  )
  const reading = wijken.map((wijk) => aReaderWhoNeverStops(wijkpers, wijk))

  const tally: Record<string, number> = {}
  for (const mishap of mishaps()) {
    // When is left to chance.
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 280))
    await happen(mishap, wijkpers, { random, env: { PUBLISHER_URL: hints.url } })
    tally[nameOf(mishap)] = (tally[nameOf(mishap)] ?? 0) + 1
  }

  await Promise.all(writing.map((editing) => editing.stop()))
  // Who failed a few times in a row waits up to a minute before the next try.
  for (const wijk of wijken) await wijkpers.untilLive(wijk, 120)
  await Promise.all(reading.map((reader) => reader.stop()))

  const reader = openReader(join(wijkpers.settings.data, 'releases'))
  for (const [index, wijk] of wijken.entries()) {
    const { acknowledged, tried } = writing[index]!.seen
    const shown = countOn((await wijkpers.get(wijk, pageOfCount)).text)
    expect(shown, 'an acknowledged publish was lost').toBeGreaterThanOrEqual(acknowledged)
    expect(shown).toBeLessThanOrEqual(tried)
    expect(acknowledged).toBeGreaterThan(0)
    expect(faultsInReleases(reader, ids.get(wijk)!)).toEqual([])
    // The last receipt may still be on its way to the CMS.
    await until(
      'receipts that reached live',
      async () => (await faultsInBooks(wijkpers, reader, wijk)).length === 0,
    ).catch(() => undefined)
    expect(await faultsInBooks(wijkpers, reader, wijk)).toEqual([])
    expect(await wijkpers.status(wijk)).toMatchObject({ state: 'live', attempts: 0, lastError: null })
  }
  reader.close()
  expect(faultsInLog(wijkpers)).toEqual([])
  for (const { seen } of reading) {
    expect(seen.faults).toEqual([])
    expect(seen.answers).toBeGreaterThan(rounds)
    expect(seen.styles).toBeGreaterThan(rounds)
  }
  console.log(
    `${rounds} rounds: ${JSON.stringify(tally)}; hints ${hints.seen.lost} of ${hints.seen.lost + hints.seen.passed} lost; ` +
      `publishes acknowledged ${writing.map(({ seen }) => seen.acknowledged).join(' + ')}; ` +
      `answers read ${reading.map(({ seen }) => seen.answers).join(' + ')}; faults 0`,
  )
}, 3_600_000)
