import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph } from '../support/editor.ts'

/** Rounds of killing; `npm run test:slow` asks for 200. */
const ROUNDS = Math.min(Number(process.env['CRASH_ROUNDS'] ?? 3), 40)
const WRITERS = 3

let cms: Cms
let beheer: Editor
let molenwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  beheer = await cms.editor('beheer@wijkpers.test')
  molenwijk = await cms.client.importWijk(aWijk('molenwijk'))
})
afterAll(() => cms[Symbol.asyncDispose]())

test('kill -9 while editors publish: every live entry was raised, and no acknowledged one is missing', async () => {
  const acknowledged = new Set<string>()
  for (let round = 1; round <= ROUNDS; round++) {
    let isAlive = true
    const wanted = acknowledged.size + 6 + round * 2
    const write = async (writer: number) => {
      for (let number = 1; isAlive; number++)
        try {
          const id = await beheer.create(ARTICLE, {
            title: `Ronde ${round}, schrijver ${writer}, bericht ${number}`,
            body: [paragraph('Tekst.')],
            wijk: { connect: [{ documentId: molenwijk }] },
          })
          await beheer.publish(ARTICLE, id)
          acknowledged.add(id)
          // In the midst of what the other writers do.
          if (isAlive && acknowledged.size >= wanted) {
            isAlive = false
            await cms.kill9()
          }
        } catch (error) {
          if (isAlive) throw error
        }
    }
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
    await cms.restart()

    const manifest = await cms.client.manifest(molenwijk)
    const live = new Set(manifest?.entries.map(({ id }) => String(id)))
    expect([...acknowledged].filter((id) => !live.has(id))).toEqual([])
    // The import raised once; each article that is live was published once, and raised once.
    expect(manifest?.revision).toBe(1 + (live.size - 1))
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * 6)
})
