/**
 * The same edits as in incremental.test.ts, made by an editor at the CMS, with the publisher at work meanwhile and
 * some of its hints lost: after every few of them both sites equal a full render of what the CMS has.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader, type ReleaseReader } from '@wijkpers/releases'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { signIn } from '../support/editor.ts'
import { randomOf, seedOf } from '../support/random.ts'
import { freePorts, startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
import { type Desk, type Edit, editKinds, makeEdit } from './edits.ts'
import { createOracle } from './full-render.ts'
import type { Settings } from './newsroom.ts'
import { createNewsroomOfStrapi } from './newsroom-of-strapi.ts'

const count = Number(process.env.ORACLE_CMS_EDITS ?? 60)
const seed = seedOf('ORACLE_SEED')
/** Edits between two comparisons with a full render. */
const BATCH = 6
/** Of ten hints. */
const LOST = 3
const slugs = ['molenwijk', 'oosterhaar'] as const

let wijkpers: Wijkpers
let reader: ReleaseReader
let desk: Desk
let differences: ReturnType<typeof createOracle>
let hints: Awaited<ReturnType<typeof startHintLosing>>
let wijken: readonly [WijkId, WijkId]
type WijkId = Awaited<ReturnType<Wijkpers['cms']['importWijk']>>

/** Stands between CMS and publisher: takes every hint, and does not hand all of them on. */
async function startHintLosing(publisherUrl: () => string) {
  const random = randomOf(seed)
  const seen = { lost: 0, passed: 0 }
  const [port = 0] = await freePorts(1)
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray())
      response.writeHead(202).end('{}')
      if (random() * 10 < LOST) {
        seen.lost++
        return
      }
      seen.passed++
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => name.startsWith('wijkpers-')),
      ) as Record<string, string>
      await fetch(`${publisherUrl()}${request.url}`, { method: 'POST', headers, body }).catch(() => undefined)
    })()
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${port}`, seen, close: () => server.close() }
}

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
  hints = await startHintLosing(() => wijkpers.settings.env.PUBLISHER_URL!)
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
  desk = { newsroom, entries: [], settings: [settings(slugs[0]), settings(slugs[1])], photos: [], now: start }
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
          {
            seconds: 20,
          },
        ).catch(() => undefined)
      const found = await differences(wijk, reader)
      expect(found, `after these edits, and ORACLE_SEED=${seed}:\n${said.join('\n')}`).toEqual([])
    }
    said.length = 0
    hasTimePassed = false
  }
  expect(hints.seen.passed).toBeGreaterThan(0)
  console.log(
    `${count} edits of ${kinds.size} kinds, ${hints.seen.lost} of ${hints.seen.lost + hints.seen.passed} hints lost: 0 differences`,
  )
}, 3_600_000)
