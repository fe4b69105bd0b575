/** On PostgreSQL the publisher hears of a publish from the database itself; without that it is only a little later. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let postgres: Postgres
let wijkpers: Wijkpers
let anna: Editor
let wijk: string
/** Commits that change what readers see, since the publisher listens. */
let commits = 0

// A server of its own, that can be ended; and hints over HTTP go where nobody listens.
beforeAll(async () => {
  postgres = await startPostgres()
  wijkpers = await startWijkpers({
    env: { SERVE_ADMIN: 'false', DATABASE_URL: await postgres.database() },
    programs: ['publisher', 'files'],
  })
  await until('the publisher to listen', async () =>
    readFileSync(wijkpers.logOf('publisher'), 'utf8').includes('hears the hints of the database'),
  )
  await wijkpers.start('cms', { PUBLISHER_URL: 'http://127.0.0.1:49' })
  wijk = await wijkpers.cms.importWijk(aWijk('molenwijk', articles(3), { editors: ['anna@wijkpers.test'] }))
  commits++
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  await wijkpers.untilLive('molenwijk')
})
afterAll(async () => {
  await wijkpers?.[Symbol.asyncDispose]()
  await postgres?.[Symbol.asyncDispose]()
})

async function publish(title: string): Promise<void> {
  const data = { title, body: [paragraph('x')], wijk: { connect: [{ documentId: wijk }] } }
  await anna.publish(ARTICLE, await anna.create(ARTICLE, data))
  commits++
  await wijkpers.untilLive('molenwijk')
}
async function notifications(): Promise<number> {
  const metrics = await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/metrics`)).text()
  return Number(/wijkpers_hints_total\{status="notification"\} (\d+)/.exec(metrics)?.[1] ?? 0)
}
const isOnline = async (title: string) => (await wijkpers.get('molenwijk', '/nieuws/')).text.includes(title)

test('a publish is heard at its commit, and a saved draft is not', async () => {
  const untilAllHeard = () => until('all commits to be heard', async () => (await notifications()) >= commits)
  await untilAllHeard()
  await anna.create(ARTICLE, { title: 'Nog niet', body: [paragraph('x')] })
  await publish('Meteen gehoord')
  expect(await isOnline('Meteen gehoord')).toBe(true)
  await untilAllHeard()
  expect(await notifications()).toBe(commits)
})

test('after a crash of the database both come back by themselves, and nothing is missed', async () => {
  await postgres.crash()
  expect(await isOnline('Meteen gehoord')).toBe(true)
  await postgres.startAgain()
  await until('the CMS to write again', async () => publish('Na de stroomstoring').then(() => true))
  expect(await isOnline('Na de stroomstoring')).toBe(true)
  const before = await notifications()
  await until('the publisher to hear again', async () => {
    await publish('Weer gehoord')
    return (await notifications()) > before
  })
})
