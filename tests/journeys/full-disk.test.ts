/** The disk with the releases is full: nothing that is online suffers, the editor reads why, and room is all it needs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

const MEGABYTES = 16
const FULL = /^De schijf van de server is vol\./

let wijkpers: Wijkpers
let disk: SmallDisk
let anna: Editor
let article: string
let edition = 0

beforeAll(async () => {
  wijkpers = await startWijkpers({
    env: { SERVE_ADMIN: 'false' },
    disk: async (releases) => (disk = await mountSmallDisk(releases, MEGABYTES)),
  })
  const editors = ['anna@wijkpers.test']
  const molenwijk = await wijkpers.cms.importWijk(aWijk('molenwijk', articles(6), { editors }))
  await wijkpers.cms.importWijk(aWijk('oosterhaar', articles(6)))
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  article = await anna.create(ARTICLE, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph('editie 0 einde')],
    wijk: { connect: [{ documentId: molenwijk }] },
  })
  await anna.publish(ARTICLE, article)
  for (const wijk of ['molenwijk', 'oosterhaar']) await wijkpers.untilLive(wijk)
  console.log(`the disk: ${disk.kind}`)
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

/** Every page changes, so that much is to be written. */
const publishNext = () =>
  anna.publish(ARTICLE, article, {
    title: `Editie ${++edition}`,
    slug: 'editie',
    body: [paragraph(`editie ${edition} einde`)],
  })
const shown = async () =>
  Number(/editie (\d+) einde/.exec((await wijkpers.get('molenwijk', '/nieuws/editie/')).text)?.[1])

async function expectWholeSites(): Promise<void> {
  for (const wijk of ['molenwijk', 'oosterhaar'])
    for (const path of ['/', '/nieuws/', '/nieuws/bericht-1/', '/over-ons/', '/rss.xml', '/sitemap.xml']) {
      const { status, text } = await wijkpers.get(wijk, path)
      expect(status, `${wijk}${path}`).toBe(200)
      expect(text, `${wijk}${path}`).toMatch(/<\/(html|rss|urlset)>\s*$/)
    }
}

// No room at all, and room for some of the pages but not for all, or not for the index.
test.each([0, 4, 16, 32, 48])(
  'with %i kB left a publish fails with the reason, the sites stay as they are, and it is live once there is room',
  async (kilobytes) => {
    disk.fill(kilobytes * 1024)
    await publishNext()
    const failed = await until('a failed publish', async () => {
      const status = await wijkpers.status('molenwijk')
      return status.state === 'failed' ? status : undefined
    })
    expect(failed.lastError).toMatch(FULL)
    // Each next try begins with a receipt that says nothing of the one before.
    const receipt = await until('its receipt to say so', async () => {
      const answer = await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/wijken/molenwijk/receipts`)
      const [newest] = (await answer.json()) as { state: string; error: string }[]
      return newest?.state === 'failed' && newest
    })
    expect(receipt.error).toMatch(FULL)
    expect(await shown()).toBe(edition - 1)
    await expectWholeSites()

    disk.makeRoom()
    await wijkpers.untilLive('molenwijk')
    expect(await shown()).toBe(edition)
    await expectWholeSites()
    expect(await wijkpers.status('molenwijk')).toMatchObject({ state: 'live', attempts: 0, lastError: null })
  },
)

test('processes that start anew on a full disk find the sites, and go on once there is room', async () => {
  disk.fill()
  await wijkpers.kill9('publisher')
  await wijkpers.kill9('files')
  await wijkpers.start('files')
  await expectWholeSites()
  await publishNext()
  await wijkpers.start('publisher')
  await until('a failed publish', async () => (await wijkpers.status('molenwijk')).state === 'failed')
  await expectWholeSites()
  disk.makeRoom()
  await wijkpers.untilLive('molenwijk')
  expect(await shown()).toBe(edition)
})

test('a file server that starts alone on a full disk, after all was stopped in peace, has the sites, and what is published once there is room', async () => {
  for (const program of ['publisher', 'files'] as const) await wijkpers.end(program, 'SIGTERM')
  disk.fill()
  await wijkpers.start('files')
  expect(await shown()).toBe(edition)
  await expectWholeSites()
  disk.makeRoom()
  await wijkpers.start('publisher')
  await publishNext()
  await until(`edition ${edition}`, async () => (await shown()) === edition)
  await expectWholeSites()
})
