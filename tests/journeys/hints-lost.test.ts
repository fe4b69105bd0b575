import { afterAll, beforeAll, expect, test } from 'vitest'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, paragraph, signIn } from '../support/editor.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

/** The longest a publish may wait when every hint is lost: the publisher looks each second. */
const SECONDS_WITHOUT_HINTS = 5

let wijkpers: Wijkpers
// The CMS sends its hints to an address where nobody listens, and the publisher knows of no database.
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' }, programs: ['files'] })
  await wijkpers.start('publisher', { DATABASE_URL: '' })
  await wijkpers.start('cms', { PUBLISHER_URL: 'http://127.0.0.1:49' })
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

test('with every hint lost a publish is live within seconds all the same', async () => {
  const id = await wijkpers.cms.importWijk(
    aWijk('molenwijk', articles(3), { editors: ['anna@wijkpers.test'] }),
  )
  await wijkpers.untilLive('molenwijk', 20)
  const anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const article = await anna.create(ARTICLE, {
    title: 'Zonder seintje',
    body: [paragraph('Toch online.')],
    wijk: { connect: [{ documentId: id }] },
  })
  await anna.publish(ARTICLE, article)
  await wijkpers.untilLive('molenwijk', SECONDS_WITHOUT_HINTS)
  expect((await wijkpers.get('molenwijk', '/nieuws/zonder-seintje/')).text).toContain('Toch online.')
})
