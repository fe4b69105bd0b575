import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import type { RolloutProgress } from '../../apps/publisher/src/site-formats/site-formats.ts'
import { formatFolder } from '../site/render-site.ts'
import { putAnotherFormat } from '../support/another-format.ts'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

// Wijk n has a name of its own, so that a format can fail on some of them.
const slugs = Array.from({ length: 16 }, (_, n) => `wijk-${n + 1}`)
const nameOf = (slug: string) => (['wijk-3', 'wijk-9'].includes(slug) ? `Zuid ${slug}` : `Noord ${slug}`)
const editorsWijk = 'wijk-9'

let wijkpers: Wijkpers
let anna: Editor
let article: string
let edition = 0
const temporary = mkdtempSync(join(tmpdir(), 'wijkpers-formats-'))
const built = join(temporary, 'format')

beforeAll(async () => {
  cpSync(formatFolder, built, { recursive: true })
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', SITE_FORMAT: built } })
  for (const slug of slugs)
    await wijkpers.cms.importWijk(
      aWijk(slug, articles(20), { name: nameOf(slug), editors: ['anna@wijkpers.test'] }),
    )
  for (const slug of slugs) await wijkpers.untilLive(slug, 60)
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const wijk = (await wijkpers.cms.wijken()).find(({ slug }) => slug === editorsWijk)!
  article = await anna.create(ARTICLE, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph('editie 0 einde')],
    wijk: { connect: [{ documentId: wijk.id }] },
  })
  await publishAndSee()
})
afterAll(async () => {
  await wijkpers[Symbol.asyncDispose]()
  rmSync(temporary, { recursive: true, force: true })
})

const page = async (slug: string, path = '/') => (await wijkpers.get(slug, path)).text
/** The words by which the formats of this test differ. */
const wordsOf = async (slug: string) => /class="skip"[^>]*>([^<]+)</.exec(await page(slug))?.[1]
const progress = async () =>
  (await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/format`)).json()) as RolloutProgress
const format = async (...words: string[]) => {
  const said = await wijkpersCommand(wijkpers.settings, 'format', ...words)
  expect(said.err).toBe('')
  return said
}
const untilDone = (chosen: string) =>
  until(
    `all wijken to have ${chosen}`,
    async () => {
      const now = await progress()
      return now.chosen === chosen && now.done === slugs.length && now
    },
    { seconds: 60 },
  )

/** Publishes an edition in the editor's wijk; answers after how long a reader saw it, in milliseconds. */
async function publishAndSee(): Promise<number> {
  const started = performance.now()
  await anna.publish(ARTICLE, article, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph(`editie ${++edition} einde`)],
  })
  const text = `editie ${edition} einde`
  await until(text, async () => (await page(editorsWijk, '/nieuws/editie/')).includes(text), { everyMs: 2 })
  return performance.now() - started
}

/** Fetches pages of all wijken and all that they show, without end: everything must be there, now and later. */
function aReaderWhoNeverStops() {
  const seen = { pages: 0, faults: [] as string[], assets: new Set<string>(), isStopped: false }
  // No answer is a fault as well.
  const get = (slug: string, path: string) =>
    wijkpers.get(slug, path).catch((error: unknown) => ({ status: String(error), text: '' }))
  const ended = (async () => {
    for (let turn = 0; !seen.isStopped; turn++) {
      const slug = slugs[turn % slugs.length]!
      const { status, text } = await get(slug, turn % 2 === 0 ? '/' : '/nieuws/bericht-1/')
      if (status !== 200 || !text.includes('</html>')) seen.faults.push(`${slug}: ${status}`)
      seen.pages++
      for (const [, path] of text.matchAll(/(?:href|src)="(\/(?:_astro|stijl|foto)\/[^"]+)"/g)) {
        seen.assets.add(`${slug} ${path}`)
        const asset = await get(slug, path!)
        if (asset.status !== 200) seen.faults.push(`${slug}${path}: ${asset.status}`)
      }
    }
  })()
  return {
    seen,
    /** Stops, and asks once more for all that was ever shown: whoever still has an old page gets its styles. */
    async stop() {
      seen.isStopped = true
      await ended
      for (const asset of seen.assets) {
        const [slug = '', path = ''] = asset.split(' ')
        const { status } = await get(slug, path)
        if (status !== 200) seen.faults.push(`afterwards ${slug}${path}: ${status}`)
      }
      return seen
    },
  }
}

test('a new site format goes over all wijken, through a pause, a restart, kills and an undo, and readers and editors notice nothing', async () => {
  const reader = aReaderWhoNeverStops()
  const { chosen: first } = await progress()
  // However fast this machine is, it stops while some have gone over and others have not.
  const goOn = join(temporary, 'go-on')
  const blue = await putAnotherFormat({ to: built, skip: 'Meteen naar de inhoud', waitsFor: goOn })
  expect((await format()).out).toContain(`Nieuw gebouwd: ${blue.slice(0, 8)}`)
  expect((await progress()).chosen).toBe(first)

  await format('use', blue.slice(0, 8))
  await until('a wijk to have gone over', async () => (await progress()).done >= 1, { everyMs: 5 })
  await format('pause')
  const paused = await progress()
  expect(paused).toMatchObject({ chosen: blue, former: first, pause: { by: 'operator' }, failed: [] })
  expect(paused.done).toBeLessThan(slugs.length)
  writeFileSync(goOn, '')

  // Each wijk goes on in the format that it has, also after the publisher was killed.
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
  await publishAndSee()
  const settled = await progress()
  expect(settled).toMatchObject({
    chosen: blue,
    former: first,
    pause: { by: 'operator' },
    total: slugs.length,
  })
  const waiting = await waitingFor(blue)
  expect(waiting.length).toBe(slugs.length - settled.done)
  for (const slug of waiting) expect(await wordsOf(slug)).toBe('Naar de inhoud')
  expect((await format()).out).toContain('Gepauzeerd door een platformbeheerder')

  // On again: while it goes over the others an editor is online at once, and a kill only delays it.
  await format('resume')
  const seenAfterMs = await publishAndSee()
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
  const done = await untilDone(blue)
  expect(done).toMatchObject({ failed: [], secondsLeft: null })
  for (const slug of slugs) expect(await wordsOf(slug)).toBe('Meteen naar de inhoud')
  expect(await page(editorsWijk, '/nieuws/editie/')).toContain(`editie ${edition} einde`)
  expect((await format()).out).toContain(`alle ${slugs.length} wijken hebben haar`)

  // Back again, killed on the way.
  await format('undo')
  await until('some wijken to have gone back', async () => (await progress()).done >= 2, { everyMs: 5 })
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
  expect(await untilDone(first)).toMatchObject({ chosen: first, former: blue })
  for (const slug of slugs) expect(await wordsOf(slug)).toBe('Naar de inhoud')

  const seen = await reader.stop()
  expect(seen.faults).toEqual([])
  expect(new Set([...seen.assets].map((asset) => asset.split(' ')[1])).size).toBeGreaterThanOrEqual(2)
  console.log(
    `an editor's publish during a rollout was seen after ${Math.round(seenAfterMs)} ms; ${seen.pages} pages read`,
  )
}, 240_000)

async function waitingFor(hash: string): Promise<string[]> {
  const answer = await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/wijken`)
  const all = (await answer.json()) as { slug: string; format: string }[]
  return all.filter((wijk) => wijk.format !== hash).map(({ slug }) => slug)
}

test('wijken that a format fails on stay as they are and say so; their editors go on; the others go over', async () => {
  const { chosen: before } = await progress()
  const words = await wordsOf(editorsWijk)
  const green = await putAnotherFormat({ to: built, skip: 'Spring naar de inhoud', failsOn: 'Zuid' })
  await format('use')
  const rolled = await until('all but the failing ones', async () => {
    const now = await progress()
    return now.chosen === green && now.done === slugs.length - 2 && now.failed.length === 2 && now
  })
  expect(rolled.pause).toBeNull()
  expect(rolled.failed.map(({ slug }) => slug).toSorted()).toEqual(['wijk-3', 'wijk-9'])
  expect(rolled.failed[0]).toMatchObject({
    page: '/nieuws/',
    error: expect.stringContaining('sjabloon kapot'),
  })

  const { exit, out } = await wijkpersCommand(wijkpers.settings, 'format')
  expect(exit).toBe(1)
  expect(out).toMatch(
    /wijk-9 +niet gelukt op \/nieuws\/: .*sjabloon kapot.*de laatste goede versie blijft online/,
  )
  const status = await wijkpers.status(editorsWijk)
  expect(status).toMatchObject({ state: 'live', attempts: 0, format: before })
  expect(status).toMatchObject({ formatError: expect.stringContaining('sjabloon kapot') })

  await publishAndSee()
  expect(await wordsOf(editorsWijk)).toBe(words)
  expect(await wordsOf('wijk-1')).toBe('Spring naar de inhoud')
  await format('undo')
  await untilDone(before)
})

test('a format that fails on the first wijken stops by itself, says so, and is undone', async () => {
  const { chosen: before } = await progress()
  const words = await wordsOf(editorsWijk)
  const red = await putAnotherFormat({ to: built, skip: 'Kapot', failsOn: 'wijk' })
  await format('use')
  const stopped = await until('the rollout to stop', async () => {
    const now = await progress()
    return now.chosen === red && now.pause !== null && now
  })
  expect(stopped).toMatchObject({ done: 0, pause: { by: 'failures', failed: 3, tried: 3 } })
  expect((await wijkpersCommand(wijkpers.settings, 'format')).out).toContain(
    'Vanzelf gepauzeerd: de nieuwe sitevorm lukte bij 3 van de eerste 3 wijken niet. Alle sites blijven online.',
  )
  await publishAndSee()
  for (const slug of slugs) expect(await wordsOf(slug)).toBe(words)
  await format('undo')
  expect(await untilDone(before)).toMatchObject({ chosen: before, failed: [] })
})
