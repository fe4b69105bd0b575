import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, paragraph, signIn } from '../support/editor.ts'
import { publishesTold } from '../support/publishes-told.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
// The CMS sends its hints to an address where nobody listens, and the publisher knows of no database.
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['files'] })
  await wijkpers.start('publisher', { DATABASE_URL: '' })
  await wijkpers.start('cms', { PUBLISHER_URL: 'http://127.0.0.1:49' })
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

test('with every hint lost a publish is found by looking, and is live all the same', async () => {
  const id = await wijkpers.cms.importWijk(
    aWijk('molenwijk', articles(3), { editors: ['anna@wijkpers.test'] }),
  )
  await wijkpers.untilLive('molenwijk')
  const anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const article = await anna.create(ARTICLE, {
    title: 'Zonder seintje',
    body: [paragraph('Toch online.')],
    wijk: { connect: [{ documentId: id }] },
  })
  const moment = Date.now()
  await anna.publish(ARTICLE, article)
  await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', '/nieuws/zonder-seintje/')).text).toContain('Toch online.')
  const turn = await until('the publish to be told', async () =>
    publishesTold(wijkpers, 'molenwijk').find(({ began }) => began >= moment),
  )
  expect(turn.why).toBe('revision')
})
