/** Two processes of the CMS on one PostgreSQL: what is planned is published once. */
import type { EntryId } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { newPostgresDatabase } from '../support/database.ts'
import { ARTICLE, paragraph } from '../support/editor.ts'

const COUNT = 12

test('two processes publish what is planned once, and take it back once', async () => {
  await using database = await newPostgresDatabase({ isEmpty: false })
  const env = { DATABASE_URL: database.url }
  await using first = await startCms({ env })
  const wijk = await first.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  await using second = await startCms({ env })
  const anna = await first.editor('anna@wijkpers.test')
  const wanted = async () => (await first.client.wijken()).find(({ id }) => id === wijk)!.wanted

  const fieldsOf = (n: number) => ({ title: `Bericht ${n}`, body: [paragraph('x')] })
  const start = performance.now()
  await anna.publish(ARTICLE, await anna.create(ARTICLE, fieldsOf(COUNT)))
  const publishMs = performance.now() - start
  // Planned on one, and known to the other after its own look: a start is one. All of them are to be planned by then.
  const soon = () => new Date(Date.now() + Math.max(8_000, 2_000 + 3 * COUNT * publishMs)).toISOString()
  const publishAt = soon()
  const ids = await Promise.all(
    Array.from({ length: COUNT }, (_, n) => anna.create(ARTICLE, { ...fieldsOf(n), publishAt })),
  )
  const before = await wanted()
  await second.stop()
  await second.restart()
  const live = async () => (await second.client.entries(wijk, ids as EntryId[])).entries.length
  await until('all to be online', async () => (await live()) === COUNT)
  expect(await wanted()).toBe(before + COUNT)

  const expiresAt = soon()
  for (const [n, id] of ids.entries())
    await anna.publish(ARTICLE, id, { ...fieldsOf(n), publishAt: null, expiresAt })
  await second.stop()
  await second.restart()
  await until('all to be gone', async () => (await live()) === 0)
  expect(await wanted()).toBe(before + 3 * COUNT)
  for (const cms of [first, second]) expect(cms.log()).not.toMatch(/\[planning\]/)
}, 180_000)
