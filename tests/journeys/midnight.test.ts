import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { aWijk } from '../support/content.ts'
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
  endsAt: '2026-11-27T19:00:00.000Z',
  place: 'Het plein',
}

test('the day after, an activity that is over leaves the home page, without an edit', async () => {
  await wijkpers.start('publisher', { WIJKPERS_NOW: '2026-11-27T23:59:00+01:00' })
  const { wijk, entries } = aWijk('molenwijk', [{ slug: 'een' }])
  await wijkpers.cms.importWijk({ wijk, entries: [...entries, event] })
  const before = await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', '/')).text).toContain('Soep op het plein')

  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher', { WIJKPERS_NOW: '2026-11-28T00:01:00+01:00' })
  await until(
    'the home page of the new day',
    async () => !(await wijkpers.get('molenwijk', '/')).text.includes('Soep op het plein'),
  )
  const after = await wijkpers.untilLive('molenwijk')
  expect(after.wanted).toBe(before.wanted)
  expect(after.release).toBe(before.release + 1)
  expect((await wijkpers.get('molenwijk', '/agenda/soep-op-het-plein/')).status).toBe(200)
  expect((await wijkpers.get('molenwijk', '/agenda.ics')).text).toContain('SUMMARY:Soep op het plein')
})
