/** What only PostgreSQL does: two processes of the CMS on one database, and writes that look at the same moment who was before them. */
import type { EntryId } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { ahead } from '../support/ahead.ts'
import { startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { newPostgresDatabase } from '../support/database.ts'
import { ARTICLE, paragraph, WIJK } from '../support/editor.ts'

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

test('whoever writes at the same moment as others gets an address of his own', async () => {
  await using database = await newPostgresDatabase({ isEmpty: false })
  await using cms = await startCms({ env: { DATABASE_URL: database.url } })
  const names = Array.from({ length: 6 }, (_, n) => `wijk-${n + 1}`)
  const wijken: string[] = []
  for (const name of names)
    wijken.push(await cms.client.importWijk(aWijk(name, [], { editors: ['anna@wijkpers.test'] })))
  const operator = await cms.editor('beheer@wijkpers.test')
  const slugsOf = async (uid: string, query = '') => {
    const { body } = await operator.ask(
      'GET',
      `/content-manager/collection-types/${uid}?pageSize=50&sort=slug:ASC${query}`,
    )
    return (body as unknown as { results: { slug: string }[] }).results.map(({ slug }) => slug)
  }

  await Promise.all(
    Array.from({ length: 10 }, () =>
      operator.create(ARTICLE, {
        title: 'Feest',
        wijk: { connect: [{ documentId: wijken[0] }] },
        body: [paragraph('x')],
      }),
    ),
  )
  const numbered = Array.from({ length: 9 }, (_, n) => `feest-${n + 2}`)
  expect(await slugsOf(ARTICLE)).toEqual(['feest', ...numbered].toSorted())

  const oneOf = async (change: object) => {
    const answers = await Promise.all(
      wijken.map((id) => operator.ask('PUT', `/content-manager/collection-types/${WIJK}/${id}`, change)),
    )
    return answers.map(({ status }) => status).toSorted((a, b) => a - b)
  }
  const one = [200, ...names.slice(1).map(() => 400)]
  expect(await oneOf({ slug: 'lindekwartier' })).toEqual(one)
  expect(await oneOf({ domain: 'lindekwartier.nl' })).toEqual(one)
}, 180_000)
