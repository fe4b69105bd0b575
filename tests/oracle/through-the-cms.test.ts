/**
 * The same edits as in incremental.test.ts, made by an editor at the CMS, with the publisher at work meanwhile and
 * some of its hints lost: after every few of them both sites equal a full render of what the CMS has.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader, type ReleaseReader } from '@wijkpers/releases'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { signIn } from '../support/editor.ts'
import { type LossyHints, startLossyHints } from '../support/lossy-hints.ts'
import { randomOf, seedOf } from '../support/random.ts'
import { roundsOf } from '../support/rounds.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
import { type Desk, type Edit, editKinds, makeEdit, unpublishedTexts } from './edits.ts'
import { createOracle, filesWith } from './full-render.ts'
import type { Settings } from './newsroom.ts'
import { createNewsroomOfStrapi } from './newsroom-of-strapi.ts'

const count = roundsOf('ORACLE_CMS_EDITS', { short: 60, long: 250 })
const seed = seedOf('ORACLE_SEED')
/** Edits between two comparisons with a full render. */
const BATCH = 6
/** Part of the hints. */
const LOST = 0.3
const slugs = ['molenwijk', 'oosterhaar'] as const

let wijkpers: Wijkpers
let reader: ReleaseReader
let desk: Desk
let differences: ReturnType<typeof createOracle>
let hints: LossyHints
let wijken: readonly [WijkId, WijkId]
type WijkId = Awaited<ReturnType<Wijkpers['cms']['importWijk']>>

const settings = (slug: string): Settings => ({
  name: `Wijk ${slug}`,
  slug,
  state: 'active',
  tagline: '',
  welcome: '',
  colour: '#2f6f4e',
  domain: null,
  contactEmail: null,
})

beforeAll(async () => {
  const start = new Date('2026-10-24T20:00:00.000Z')
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['files'] })
  hints = await startLossyHints({
    lose: LOST,
    random: randomOf(seed),
    publisherUrl: () => wijkpers.settings.env.PUBLISHER_URL!,
  })
  await wijkpers.start('cms', { PUBLISHER_URL: hints.url })
  const startPublisher = (now: Date) => wijkpers.start('publisher', { WIJKPERS_NOW: now.toISOString() })
  await startPublisher(start)

  const editors = ['anna@wijkpers.test']
  const first = await wijkpers.cms.importWijk(aWijk(slugs[0], articles(12), { editors }))
  const second = await wijkpers.cms.importWijk(aWijk(slugs[1], [], { editors }))
  wijken = [first, second]
  const newsroom = createNewsroomOfStrapi({
    editor: await signIn(wijkpers.settings.cmsUrl, editors[0]!),
    operator: await signIn(wijkpers.settings.cmsUrl, 'beheer@wijkpers.test'),
    wijken,
    async passTime(now) {
      await wijkpers.kill9('publisher')
      await startPublisher(now)
    },
  })
  desk = { newsroom, entries: [], settings: [settings(slugs[0]), settings(slugs[1])], now: start }
  reader = openReader(join(wijkpers.settings.data, 'releases'))
  differences = createOracle({
    source: wijkpers.cms,
    original: (url) => wijkpers.cms.original(url),
    folder: join(wijkpers.settings.data, 'oracle'),
    sitesUrl: wijkpers.settings.sitesUrl,
    now: () => desk.now,
  })
})
afterAll(async () => {
  hints.close()
  reader.close()
  await wijkpers[Symbol.asyncDispose]()
})

const edits = fc.array(
  fc.record<Edit>({ kind: fc.constantFrom(...editKinds), wijk: fc.constantFrom(0, 1), luck: fc.nat() }),
  { minLength: count, maxLength: count },
)

test(`${count} random edits at the CMS, with hints lost, leave the sites that a full render gives (ORACLE_SEED=${seed})`, async () => {
  const [run = []] = fc.sample(edits, { seed, numRuns: 1 })
  const said: string[] = []
  let hasTimePassed = true
  const kinds = new Set<string>()
  for (const [index, edit] of run.entries()) {
    const before = desk.now
    said.push(`${index + 1}. ${await makeEdit(desk, edit)}`)
    kinds.add(edit.kind)
    hasTimePassed ||= desk.now !== before
    if ((index + 1) % BATCH !== 0 && index + 1 < run.length) continue

    for (const [place, wijk] of wijken.entries()) {
      await wijkpers.untilLive(desk.settings[place as 0 | 1].slug)
      // A new day raises no revision that could be waited for.
      if (hasTimePassed)
        await until(
          'the site of the new moment',
          async () => (await differences(wijk, reader)).length === 0,
        ).catch(() => undefined)
      const found = await differences(wijk, reader)
      expect(found, `after these edits, and ORACLE_SEED=${seed}:\n${said.join('\n')}`).toEqual([])
      expect(filesWith(unpublishedTexts(desk), wijk, reader), 'a draft is public').toEqual([])
    }
    said.length = 0
    hasTimePassed = false
  }
  expect(hints.seen.passed).toBeGreaterThan(0)
  console.log(
    `${count} edits of ${kinds.size} kinds, ${hints.seen.lost} of ${hints.seen.lost + hints.seen.passed} hints lost: 0 differences`,
  )
}, 3_600_000)
