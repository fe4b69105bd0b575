/** One command takes everything from SQLite to PostgreSQL: proven table by table, and for readers nothing happens at all. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoWijken } from '../../demo/wijken.ts'
import { importWijk } from '../../scripts/seed.ts'
import type { Settings } from '../../scripts/settings.ts'
import { until } from '../../scripts/wait.ts'
import { run, wijkpersCommand } from '../support/command.ts'
import { inDatabase, newPostgresDatabase, tablesOf, type TestDatabase } from '../support/database.ts'
import { ARTICLE, type Editor, EVENT, paragraph, signIn } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { freePorts } from '../support/ports.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let database: TestDatabase
let wijkpers: Wijkpers
/** The same installation, with PostgreSQL. */
let moved: Settings
let anna: Editor
let file: string
/** Tables with a text in which stands what no PostgreSQL can hold. */
const UNSOUND = { trail: 'title', entry_versions: 'data' }

beforeAll(async () => {
  database = await newPostgresDatabase({ isEmpty: true })
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', DATABASE_URL: '' } })
  file = join(wijkpers.settings.data, 'cms/data.db')
  // Where the clock is turned: what a database keeps of a moment must not hang on that.
  moved = {
    ...wijkpers.settings,
    env: { ...wijkpers.settings.env, DATABASE_URL: database.url, TZ: 'Europe/Amsterdam' },
  }
  for (const wijk of (await demoWijken(new Date())).slice(0, 2)) await importWijk(wijkpers.cms, wijk)
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const body = [paragraph('Aan zee: “€ 5”, 👩‍🌾 en één regel\nmeer.')]
  await anna.publish(ARTICLE, await anna.create(ARTICLE, { title: 'Met moeilijke tekens', body }))
  // Half past two comes twice that night.
  for (const startsAt of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    await anna.publish(EVENT, await anna.create(EVENT, { title: `Nachtwacht ${startsAt}`, body, startsAt }))
  await anna.create(ARTICLE, { title: 'Nog een concept', body, publishAt: nextSpring(new Date()) })
  // A number that was given out and is no more.
  const thrownAway = await anna.create(ARTICLE, { title: 'Weggegooid', body })
  await anna.ask('DELETE', `/content-manager/collection-types/${ARTICLE}/${thrownAway}`)
  await allLive()
  // As it came in before the door took such things out, in rows that no editor can change.
  for (const [table, text] of Object.entries(UNSOUND))
    await inDatabase(
      wijkpers.settings.env,
      `update ${table} set ${text} = ? where id = (select min(id) from ${table})`,
      ['{"a":"Zon\0 \\u0000"}'],
    )
}, 300_000)
afterAll(async () => {
  await wijkpers?.[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
})

/** Half past one in London when clocks go forward, from now on: in the Netherlands there is no half past two that night. */
function nextSpring(now: Date, year = now.getUTCFullYear()): string {
  const lastOfMarch = new Date(Date.UTC(year, 2, 31, 1, 30))
  const sunday = new Date(lastOfMarch.getTime() - lastOfMarch.getUTCDay() * 86_400_000)
  return sunday > now ? sunday.toISOString() : nextSpring(now, year + 1)
}

const slugs = async () => (await wijkpers.cms.wijken()).map(({ slug }) => slug!)
async function allLive(): Promise<void> {
  for (const slug of await slugs()) await wijkpers.untilLive(slug, 120)
}
/** All that the publisher can get from the CMS. */
async function everythingOf(id: WijkId) {
  // Another CMS was started at another moment.
  const { cmsStartedAt: _, ...manifest } = (await wijkpers.cms.manifest(id))!
  const { cmsStartedAt: __, ...changes } = (await wijkpers.cms.changes(id, 0))!
  const ids = manifest.entries.map(({ id: entry }) => entry)
  return { manifest, changes, all: await wijkpers.cms.entries(id, ids) }
}
async function answers() {
  const wijken = await wijkpers.cms.wijken()
  return { wijken, contents: await Promise.all(wijken.map(({ id }) => everythingOf(id))) }
}
const releases = async () =>
  Promise.all((await slugs()).map(async (slug) => [slug, (await wijkpers.status(slug)).release]))
const hashOf = (path: string) =>
  existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex')
const sqlite = () => [hashOf(file), hashOf(`${file}-wal`)]

test('while the CMS runs nothing is moved', async () => {
  const { exit, err } = await wijkpersCommand(moved, 'migrate')
  expect([exit, err]).toEqual([2, expect.stringMatching(/draait de redactie-omgeving. Stop die eerst/)])
  expect(await tablesOf(moved.env)).toEqual([])
})

test('a start that would leave the content behind is refused', async () => {
  const [port] = await freePorts(1)
  const second = { ...moved.env, CMS_PORT: String(port) }
  const { exit, err } = await run('scripts/start.ts', second, 'cms')
  expect([exit, err]).toEqual([2, expect.stringMatching(/is leeg, en in .*data.db staat inhoud/)])
  const nowhere = { ...second, DATABASE_URL: 'postgres://wijkpers:geheim@127.0.0.1:49/wijkpers' }
  const refused = await run('scripts/start.ts', nowhere, 'cms')
  expect([refused.exit, refused.err]).toEqual([1, expect.stringMatching(/antwoordt niet/)])
  expect(refused.err).not.toContain('geheim')
})

test('everything is moved, and readers see no difference', async () => {
  const before = await answers()
  const releasesBefore = await releases()
  // Not in peace: then a part of it is in the file beside.
  await wijkpers.kill9('cms')
  const sqliteBefore = sqlite()
  expect(sqliteBefore[1]).not.toBe(false)

  const { exit, out, err } = await wijkpersCommand(moved, 'migrate', '--json')
  expect([exit, err]).toEqual([0, ''])
  const { tables } = JSON.parse(out) as { tables: { table: string; from: object; to: object }[] }
  expect(tables.filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))).toEqual([])
  expect(sqlite()).toEqual(sqliteBefore)
  for (const table of await tablesOf(wijkpers.settings.env)) {
    const count = `select count(*) as count from "${table}"`
    const [[here], [there]] = [
      await inDatabase(wijkpers.settings.env, count),
      await inDatabase(moved.env, count),
    ]
    expect([table, Number(there?.['count'])]).toEqual([table, Number(here?.['count'])])
  }
  for (const [table, text] of Object.entries(UNSOUND)) {
    const [first] = await inDatabase(moved.env, `select ${text} as text from ${table} order by id limit 1`)
    expect([table, first?.['text']]).toEqual([table, '{"a":"Zon \\u0000"}'])
  }

  await wijkpers.kill9('publisher')
  await Promise.all([wijkpers.start('cms', moved.env), wijkpers.start('publisher', moved.env)])
  expect(await answers()).toEqual(before)
  const looks = async () => {
    const metrics = await (await askOnce(`${moved.env.PUBLISHER_URL}/metrics`)).text()
    return Number(
      /wijkpers_cms_read_seconds_count\{read="wijken",result="answered"\} (\d+)/.exec(metrics)?.[1] ?? 0,
    )
  }
  const looked = await looks()
  await until('the publisher to have looked twice', async () => (await looks()) > looked + 2)
  await allLive()
  expect(await releases()).toEqual(releasesBefore)
  const verified = await wijkpersCommand(moved, 'verify', 'molenwijk')
  expect([verified.exit, verified.out]).toEqual([0, expect.stringContaining('geen verschil')])
}, 300_000)

test('work goes on: the same account, new entries with numbers of their own, live as before', async () => {
  const editor = await signIn(moved.cmsUrl, 'anna@wijkpers.test')
  const numbers = await inDatabase(moved.env, 'select max(id) as id from articles')
  const id = await editor.create(ARTICLE, { title: 'Voortaan op PostgreSQL', body: [paragraph('x')] })
  await editor.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', '/nieuws/voortaan-op-postgresql/')).status).toBe(200)
  const [row] = await inDatabase(moved.env, 'select min(id) as id from articles where document_id = ?', [id])
  // One higher was given out on SQLite, and thrown away.
  expect(Number(row?.['id'])).toBeGreaterThan(Number(numbers[0]?.['id']) + 1)
})

test('a database that is not empty is left alone', async () => {
  const count = 'select count(*) as count from articles'
  const before = await inDatabase(moved.env, count)
  await wijkpers.kill9('cms')
  const { exit, err } = await wijkpersCommand(moved, 'migrate')
  expect([exit, err]).toEqual([2, expect.stringMatching(/is niet leeg/)])
  expect(await inDatabase(moved.env, count)).toEqual(before)
})

test('one that was cut off is nothing to start with, and begins anew; what does not fit is named, and nothing is left behind', async () => {
  // As a kill leaves it: with tables, and nothing in them.
  await using other = await newPostgresDatabase({ isEmpty: false })
  const settings = { ...moved, env: { ...moved.env, DATABASE_URL: other.url } }
  await inDatabase(settings.env, 'create schema wijkpers_moving')
  const started = await run('scripts/start.ts', settings.env, 'cms')
  expect([started.exit, started.err]).toEqual([2, expect.stringMatching(/niet klaar, of werd afgebroken/)])
  const [entry] = await inDatabase(
    wijkpers.settings.env,
    'update articles set slug = ? where id = (select min(id) from articles) returning id',
    ['lang'.repeat(70)],
  )
  const { exit, err } = await wijkpersCommand(settings, 'migrate')
  expect([exit, err]).toEqual([
    2,
    expect.stringContaining(`articles ${String(entry?.['id'])}: slug is 280 tekens`),
  ])
  expect(await tablesOf(settings.env)).toEqual([])
})
