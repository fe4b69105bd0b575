/** Two processes of the CMS on one PostgreSQL: what is planned is published once. */
import type { EntryId } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { ahead } from '../support/ahead.ts'
import { startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { newPostgresDatabase } from '../support/database.ts'
import { ARTICLE, paragraph } from '../support/editor.ts'

const COUNT = 12
/** About as long as it takes to plan so many, and to start a CMS. */
const FIRST_MS = 16_000
/** Of a moment that may be a few times as far away. */
const PATIENCE = { seconds: 180 }

test('two processes publish what is planned once, and take it back once', async () => {
  await using database = await newPostgresDatabase({ isEmpty: false })
  const env = { DATABASE_URL: database.url }
  await using first = await startCms({ env })
  const wijk = await first.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  await using second = await startCms({ env })
  const anna = await first.editor('anna@wijkpers.test')
  const wanted = async () => (await first.client.wijken()).find(({ id }) => id === wijk)!.wanted

  const fieldsOf = (n: number) => ({ title: `Bericht ${n}`, body: [paragraph('x')] })
  const ids: string[] = []
  const live = async () => (await second.client.entries(wijk, ids as EntryId[])).entries.length
  // Planned on one, and known to the other after its own look: a start is one.
  const startSecondAnew = async () => {
    await second.stop()
    await second.restart()
  }

  const { made: before } = await ahead(
    async (publishAt) => {
      for (let n = 0; n < COUNT; n++) ids.push(await anna.create(ARTICLE, { ...fieldsOf(n), publishAt }))
      await startSecondAnew()
      return wanted()
    },
    async () => {
      for (const id of ids.splice(0)) await anna.remove(ARTICLE, id)
    },
    { firstMs: FIRST_MS },
  )
  await until('all to be online', async () => (await live()) === COUNT, PATIENCE)
  expect(await wanted()).toBe(before + COUNT)

  const publishAll = async (expiresAt: string | null) => {
    for (const [n, id] of ids.entries())
      await anna.publish(ARTICLE, id, { ...fieldsOf(n), publishAt: null, expiresAt })
  }
  const { made: shown } = await ahead(
    async (expiresAt) => {
      await publishAll(expiresAt)
      await startSecondAnew()
      return wanted()
    },
    () => publishAll(null),
    { firstMs: FIRST_MS },
  )
  await until('all to be gone', async () => (await live()) === 0, PATIENCE)
  expect(await wanted()).toBe(shown + COUNT)
  for (const cms of [first, second]) expect(cms.log()).not.toMatch(/\[planning\]/)
}, 600_000)
