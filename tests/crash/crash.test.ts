import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { openReader } from '@wijkpers/releases'
import { join } from 'node:path'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { randomOf, seedOf } from '../support/random.ts'
import { type Program, startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

const rounds = Number(process.env.CRASH_ROUNDS ?? 20)
const seed = seedOf('CRASH_SEED')
const wijken = ['molenwijk', 'oosterhaar']

let wijkpers: Wijkpers
let ids: Map<string, WijkId>
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  for (const wijk of wijken)
    await wijkpers.cms.importWijk(
      aWijk(wijk, articles(8), { editors: ['anna@wijkpers.test', 'bram@wijkpers.test'] }),
    )
  ids = new Map((await wijkpers.cms.wijken()).map(({ slug, id }) => [String(slug), id]))
  for (const wijk of wijken) await wijkpers.untilLive(wijk)
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

/** Publishes without end; remembers the newest text of each wijk that the CMS said yes to. */
function anEditorWhoNeverRests(editor: Editor, wijk: string, article: string) {
  const state = { acknowledged: 0, tried: 0, isStopped: false }
  const ended = (async () => {
    while (!state.isStopped) {
      const number = ++state.tried
      try {
        await editor.publish(ARTICLE, article, {
          title: `Tel ${wijk}`,
          slug: 'tel',
          body: [paragraph(`stand ${number} einde`)],
        })
        state.acknowledged = number
      } catch {
        // The CMS was killed; whether this one counts is what the test finds out.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  })()
  return { state, ended }
}

/** Fetches without end: each answer must be whole, and numbers may only grow. */
function aReaderWhoNeverStops(wijk: string) {
  const seen = { answers: 0, faults: [] as string[], release: 0, isStopped: false }
  const ended = (async () => {
    while (!seen.isStopped) {
      const got = await wijkpers.get(wijk, '/nieuws/tel/').catch(() => null)
      if (!got) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      seen.answers++
      const release = Number(got.headers['wijkpers-release'])
      if (got.status !== 200) seen.faults.push(`status ${got.status}`)
      else if (!/stand \d+ einde/.test(got.text) || !got.text.includes('</html>'))
        seen.faults.push('half a page')
      if (release < seen.release) seen.faults.push(`release ${release} after ${seen.release}`)
      seen.release = Math.max(seen.release, release)
    }
  })()
  return { seen, ended }
}

test(`${rounds} times a process is killed at a random moment: nothing acknowledged is lost, nothing half is seen, nothing gets stuck (CRASH_SEED=${seed})`, async () => {
  const random = randomOf(seed)
  const editor = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const counters = await Promise.all(
    wijken.map(async (wijk) => {
      const article = await editor.create(ARTICLE, {
        title: `Tel ${wijk}`,
        slug: 'tel',
        body: [paragraph('stand 0 einde')],
        wijk: { connect: [{ documentId: ids.get(wijk) }] },
      })
      await editor.publish(ARTICLE, article)
      await wijkpers.untilLive(wijk)
      return { wijk, article }
    }),
  )
  const writing = counters.map(({ wijk, article }) => anEditorWhoNeverRests(editor, wijk, article))
  const reading = wijken.map(aReaderWhoNeverStops)
  const killed: Record<Program, number> = { cms: 0, publisher: 0, files: 0 }

  for (let round = 0; round < rounds; round++) {
    // Every process is killed, the publisher most often; when is left to chance.
    const victim: Program = round % 7 === 3 ? 'cms' : round % 3 === 2 ? 'files' : 'publisher'
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 280))
    await wijkpers.kill9(victim)
    killed[victim]++
    await wijkpers.start(victim)
  }

  for (const { state } of writing) state.isStopped = true
  await Promise.all(writing.map(({ ended }) => ended))
  for (const wijk of wijken) await wijkpers.untilLive(wijk, 60)
  for (const { seen } of reading) seen.isStopped = true
  await Promise.all(reading.map(({ ended }) => ended))

  const reader = openReader(join(wijkpers.settings.data, 'releases'))
  for (const [index, wijk] of wijken.entries()) {
    const { state } = writing[index]!
    const shown = Number(/stand (\d+) einde/.exec((await wijkpers.get(wijk, '/nieuws/tel/')).text)?.[1])
    expect(shown, 'an acknowledged publish was lost').toBeGreaterThanOrEqual(state.acknowledged)
    expect(shown).toBeLessThanOrEqual(state.tried)
    expect(state.acknowledged).toBeGreaterThan(0)
    for (const [path, { hash }] of reader.files(ids.get(wijk)!)) {
      const body = readFileSync(reader.objectPath(hash))
      expect(createHash('sha256').update(body).digest('hex'), `${wijk}/${path}`).toBe(hash)
    }
  }
  reader.close()
  for (const { seen } of reading) {
    expect(seen.faults).toEqual([])
    expect(seen.answers).toBeGreaterThan(rounds)
  }
  console.log(
    `${rounds} rounds, killed ${JSON.stringify(killed)}; publishes acknowledged ${writing.map(({ state }) => state.acknowledged).join(' + ')}; answers read ${reading.map(({ seen }) => seen.answers).join(' + ')}; faults 0`,
  )
}, 3_600_000)
