/**
 * However a site came about, edit after edit, it is the site that a full render of the same content gives: every file,
 * every byte. Content comes from memory; renderer, page graph, pipeline, release store and file server are real.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomOf, seedOf } from '../support/random.ts'
import { roundsOf } from '../support/rounds.ts'
import { sitesUrl, startPublisher } from './a-publisher.ts'
import { type Desk, type Edit, allEditKinds, makeEdit, unpublishedTexts } from './edits.ts'
import { createOracle, filesWith } from './full-render.ts'
import { createNewsroomInMemory } from './newsroom-in-memory.ts'
import type { KnownEntry, Settings } from './newsroom.ts'
import { pictures } from './pictures.ts'

const count = roundsOf('ORACLE_EDITS', { short: 500, long: 800 })
const seed = seedOf('ORACLE_SEED')
/** Edits between two comparisons with a full render. */
const BATCH = 5
/** Just below the number of articles that all fit on the news page: the archive comes and goes. */
const ARTICLES = 198

/** What happens after an edit, besides edits. */
const mishaps = [
  'the publisher starts anew',
  'the publisher starts anew and becomes ready',
  'the renderers die',
  'cut off before',
  'cut off after',
] as const
interface Step extends Edit {
  readonly next: 'wait' | 'publish' | (typeof mishaps)[number]
}

const anyOrder = fc.shuffledSubarray(allEditKinds, { minLength: allEditKinds.length })
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(...allEditKinds),
    wijk: fc.constantFrom(0, 1),
    luck: fc.nat(),
    next: fc.oneof(
      { weight: 10, arbitrary: fc.constant('wait' as const) },
      { weight: 10, arbitrary: fc.constant('publish' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...mishaps) },
    ),
  }),
  { minLength: count, maxLength: count },
)

const settings = (slug: string, name: string): Settings => ({
  name,
  slug,
  state: 'active',
  tagline: '',
  welcome: '',
  colour: '#2f6f4e',
  domain: null,
  contactEmail: null,
})

test(`${count} random edits of two wijken leave the sites that a full render gives (ORACLE_SEED=${seed})`, async () => {
  const tally = { edits: new Map<string, number>(), comparisons: 0, files: 0 }
  // Every kind once, in any order; then whatever comes.
  const [[order, rest] = [[], []]] = fc.sample(fc.tuple(anyOrder, steps), { seed, numRuns: 1 })
  const run = rest.map((step, at) => Object.assign(step, { kind: order[at] ?? step.kind }))
  await play(run, tally)
  expect(tally.edits.size).toBe(Math.min(count, allEditKinds.length))
  expect(tally.files).toBeGreaterThan(count)
  console.log(
    `${count} edits of ${tally.edits.size} kinds, compared ${tally.comparisons} times, ${tally.files} files: 0 differences`,
  )
}, 3_600_000)

async function play(
  run: readonly Step[],
  tally: { edits: Map<string, number>; comparisons: number; files: number },
) {
  // Nothing here is about disks, and memory does not wait for them.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'oracle-'))
  const start = new Date('2026-10-20T08:00:00.000Z')
  const wijken = [settings('molenwijk', 'Molenwijk'), settings('oosterhaar', 'Oosterhaar')] as const
  const cms = createNewsroomInMemory(wijken, start)
  const original = (url: string) => Promise.resolve(pictures[cms.pictureAt(url)]!)
  const differences = createOracle({
    source: cms.source,
    original,
    folder: join(folder, 'oracle'),
    sitesUrl,
    now: cms.now,
  })
  const desk: Desk = { newsroom: cms.newsroom, entries: [], settings: [...wijken], now: start }
  const publisher = await startPublisher({ cms, original, folder, processes: 1 })
  const said: string[] = []

  async function compare(): Promise<void> {
    await publisher.publishDue()
    for (const wijk of cms.ids) {
      const found = await differences(wijk, publisher.reader)
      expect(found, `after these edits, and ORACLE_SEED=${seed}:\n${said.join('\n')}`).toEqual([])
      expect(filesWith(unpublishedTexts(desk), wijk, publisher.reader), 'a draft is public').toEqual([])
      tally.files += publisher.reader.files(wijk).size
    }
    tally.comparisons++
    said.length = 0
  }

  try {
    await fillFirstWijk(desk)
    await compare()
    for (const [index, step] of run.entries()) {
      said.push(`${index + 1}. ${await makeEdit(desk, step)}; then ${step.next}`)
      tally.edits.set(step.kind, (tally.edits.get(step.kind) ?? 0) + 1)
      if (step.next.startsWith('the publisher starts anew')) await publisher.restart()
      if (step.next === 'the publisher starts anew and becomes ready') await publisher.becomeReady()
      if (step.next === 'the renderers die') publisher.killRenderers()
      if (step.next === 'cut off before') publisher.cutOffNext('before')
      if (step.next === 'cut off after') publisher.cutOffNext('after')
      if (step.next !== 'wait') await publisher.publishDue()
      if ((index + 1) % BATCH === 0) await compare()
    }
    await compare()
  } finally {
    await publisher.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillFirstWijk(desk: Desk): Promise<void> {
  const random = randomOf(1)
  for (let age = 0; age < ARTICLES; age++) {
    const fields = {
      title: `Bericht ${age}`,
      slug: `bericht-${age}`,
      text: 'Tekst.',
      summary: '',
      firstPublishedAt: new Date(desk.now.getTime() - Math.floor(random() * 400) * 86_400_000).toISOString(),
      startsAt: desk.now.toISOString(),
      endsAt: null,
      isAllDay: false,
      isCancelled: false,
      place: '',
      position: 0,
      choice: 0,
      organisation: null,
      business: null,
      edition: null,
      photo: null,
      publishAt: null,
      expiresAt: null,
    }
    const id = await desk.newsroom.create('article', 0, fields)
    const entry: KnownEntry = { id, kind: 'article', wijk: 0, fields, live: fields }
    await desk.newsroom.publish(entry)
    desk.entries.push(entry)
  }
}
