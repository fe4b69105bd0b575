import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { ahead } from '../support/ahead.ts'
import { aWijk } from '../support/content.ts'
import { askOnce } from '../support/own-connection.ts'
import { publishesTold, TEN_LOOKS_MS } from '../support/publishes-told.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['cms', 'files'] })
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

const event = {
  kind: 'event',
  slug: 'soep-op-het-plein',
  title: 'Soep op het plein',
  summary: 'Kom proeven.',
  body: [],
  startsAt: '2026-11-27T17:00:00.000Z',
  place: 'Het plein',
}
const later = { ...event, slug: 'koffie', title: 'Koffie', startsAt: '2026-12-20T09:00:00.000Z' }
const [BEFORE, AFTER] = ['2026-11-27T23:59:00+01:00', '2026-11-28T00:01:00+01:00']

async function importWijk(slug: string, events: readonly object[]): Promise<void> {
  const { wijk, entries } = aWijk(slug, [{ slug: 'een' }])
  await wijkpers.cms.importWijk({ wijk, entries: [...entries, ...events] })
}

const homeOf = async (slug: string) => (await wijkpers.get(slug, '/')).text

/** How many publishes the running publisher brought to their end. */
async function publishes(): Promise<number> {
  const metrics = await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/metrics`)).text()
  return Number(/wijkpers_publishes_total\{result="live"\} (\d+)/.exec(metrics)?.[1] ?? 0)
}

/** What was not told yet would be told by a publish of the next publisher. */
async function killPublisher(): Promise<void> {
  for (const slug of ['molenwijk', 'eskerveen', 'rietzoom']) await wijkpers.untilTold(slug)
  await wijkpers.kill9('publisher')
}

test('at midnight an activity that was on that day leaves the home page, without an edit, and only there it is looked', async () => {
  await wijkpers.start('publisher', { WIJKPERS_NOW: BEFORE })
  await importWijk('molenwijk', [event])
  await importWijk('eskerveen', [later])
  await importWijk('rietzoom', [])
  const before = await wijkpers.untilLive('molenwijk')
  const [far, none] = [await wijkpers.untilLive('eskerveen'), await wijkpers.untilLive('rietzoom')]
  expect(await homeOf('molenwijk')).toContain('Soep op het plein')

  await killPublisher()
  await wijkpers.start('publisher', { WIJKPERS_NOW: AFTER })
  await until(
    'the home page of the new day',
    async () => !(await homeOf('molenwijk')).includes('Soep op het plein'),
  )
  const after = await wijkpers.untilLive('molenwijk')
  expect(after.wanted).toBe(before.wanted)
  expect(after.release).toBe(before.release + 1)
  expect((await wijkpers.get('molenwijk', '/agenda/soep-op-het-plein/')).status).toBe(200)
  expect((await wijkpers.get('molenwijk', '/agenda.ics')).text).toContain('SUMMARY:Soep op het plein')

  // A wijk that shows days was looked at, and nothing was another; a wijk without activities was not even looked at.
  await until('the wijk that shows days to be looked at', async () => (await publishes()) === 2)
  expect((await wijkpers.status('eskerveen')).release).toBe(far.release)
  expect((await wijkpers.status('rietzoom')).release).toBe(none.release)

  // Started again, everything is right: nobody is due, though what each page read is forgotten.
  await killPublisher()
  await wijkpers.start('publisher', { WIJKPERS_NOW: AFTER })
  await importWijk('nieuw', [])
  await until('the new wijk to be the first that is published', async () => (await publishes()) > 0)
  expect(await publishes()).toBe(1)
  expect((await wijkpers.status('nieuw')).release).toBe(1)

  // A clock that was put back: the pages were made for a moment that has yet to come.
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher', { WIJKPERS_NOW: BEFORE })
  await until('the home page of the day before', async () =>
    (await homeOf('molenwijk')).includes('Soep op het plein'),
  )
  await wijkpers.kill9('publisher')
})

test('at its very end an activity leaves the agenda, also with the CMS down', async () => {
  await wijkpers.start('publisher')
  const agenda = async () => (await wijkpers.get('lindewijk', '/agenda/')).text.includes('Soep op het plein')
  const { moment, made } = await ahead(
    async (end) => {
      const startsAt = new Date(Date.parse(end) - 60_000).toISOString()
      await importWijk('lindewijk', [{ ...event, startsAt, endsAt: end }])
      const { release } = await wijkpers.untilLive('lindewijk')
      const isThere = await agenda()
      await wijkpers.kill9('cms')
      return { release, isThere }
    },
    async () => {
      await wijkpers.kill9('cms')
      await wijkpers.start('cms')
    },
    { firstMs: 4_000 },
  )
  const endsAt = Date.parse(moment)
  expect(made.isThere).toBe(true)

  await until('the activity to leave the agenda', async () => !(await agenda()), { everyMs: 5 })
  const turn = await until('the publish to be told', async () =>
    publishesTold(wijkpers, 'lindewijk').find(({ began }) => began >= endsAt),
  )
  expect(turn.why).toBe('time')
  expect(turn.began - endsAt).toBeLessThan(TEN_LOOKS_MS)
  const page = await wijkpers.get('lindewijk', '/agenda/soep-op-het-plein/')
  expect(page.text).toContain('Deze activiteit is geweest.')
  expect((await wijkpers.status('lindewijk')).release).toBe(made.release + 1)
})
