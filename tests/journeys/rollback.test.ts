import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { aPhoto, ARTICLE, type Editor, paragraph, signIn, WIJK } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { freePorts } from '../support/ports.ts'
import { startAll } from '../support/start-all.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
let anna: Editor
let operator: Editor
let molenwijk: string
let article: string
let edition = 0

beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  molenwijk = await wijkpers.cms.importWijk(
    aWijk('molenwijk', articles(3), { editors: ['anna@wijkpers.test'] }),
  )
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  operator = await signIn(wijkpers.settings.cmsUrl, 'beheer@wijkpers.test')
  article = await anna.create(ARTICLE, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph('editie 0 einde')],
    wijk: { connect: [{ documentId: molenwijk }] },
  })
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

const command = (...words: string[]) => wijkpersCommand(wijkpers.settings, ...words)
const publishNext = () =>
  anna.publish(ARTICLE, article, {
    title: 'Editie',
    slug: 'editie',
    body: [paragraph(`editie ${++edition} einde`)],
  })
const shown = async () =>
  Number(/editie (\d+) einde/.exec((await wijkpers.get('molenwijk', '/nieuws/editie/')).text)?.[1])
const receiptOfEditor = async () =>
  (await anna.ask('GET', `/wijkpers/receipt?uid=${ARTICLE}&documentId=${article}`)).body.data
async function publishesCounted() {
  const metrics = await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/metrics`)).text()
  const count = (result: string) =>
    Number(new RegExp(`wijkpers_publishes_total\\{result="${result}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0)
  return { live: count('live'), held: count('held') }
}
const receipts = async () =>
  (await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/wijken/molenwijk/receipts`)).json()) as {
    state: string
    revision: number
    release: number
  }[]
const isShown = (number: number) =>
  until(`edition ${number}`, async () => (await shown()) === number, { everyMs: 10 })

/** The release with the newest edition, after three more. */
let release: number
beforeEach(async () => {
  for (let round = 0; round < 3; round++) {
    await publishNext()
    await isShown(edition)
  }
  release = (await wijkpers.untilLive('molenwijk')).release
})
// Also when a test ended early, the next one begins with a wijk that follows its content.
afterEach(async () => {
  const status = await wijkpers.status('molenwijk').catch(() => null)
  if (status?.held) await command('resume', 'molenwijk')
})

test('an operator goes two releases back; publishes wait with a reason; resume shows the newest', async () => {
  const back = await command('rollback', 'molenwijk', String(release - 2), '--why', 'Er staat een fout in.')
  expect(back).toMatchObject({ exit: 0, err: '' })
  expect(back.out).toContain(`toont weer versie ${release - 2} (als versie ${release + 1})`)
  expect(await shown()).toBe(edition - 2)

  // The editor's newest edition is not online any more, and she is told why.
  const held = {
    by: 'de platformbeheerder',
    since: expect.any(String) as string,
    why: 'Er staat een fout in.',
  }
  expect(await receiptOfEditor()).toMatchObject({ state: 'held', liveAt: null, held })

  // She publishes all the same: it waits, and is known to wait.
  const counted = await publishesCounted()
  await publishNext()
  const { wanted } = await wijkpers.status('molenwijk')
  const told = await until('a receipt that says held', async () => {
    const receipt = await receiptOfEditor()
    return receipt?.['revision'] === wanted && receipt['state'] === 'held' && receipt
  })
  expect(told).toMatchObject({ held })
  await until('a publish that waits is counted', async () => (await publishesCounted()).held > counted.held)
  expect(await publishesCounted()).toMatchObject({ live: counted.live })
  expect(await shown()).toBe(edition - 3)
  expect(await wijkpers.status('molenwijk')).toMatchObject({
    state: 'held',
    release: release + 1,
    held: { ...held, release: release - 2 },
  })
  expect((await command('status', 'molenwijk')).out).toContain('Vastgehouden op versie')
  expect((await command('releases', 'molenwijk')).out).toMatch(
    new RegExp(`${release + 1} .*staat online, toont versie ${release - 2} weer`),
  )
  expect((await command('verify', 'molenwijk')).out).toContain('Er staat een fout in.')

  const on = await command('resume', 'molenwijk')
  expect(on).toMatchObject({ exit: 0, err: '' })
  expect(await shown()).toBe(edition)
  await until('her receipt to say live', async () => (await receiptOfEditor())?.['state'] === 'live')
  expect(await receiptOfEditor()).toMatchObject({ held: null })
  expect(await wijkpers.untilLive('molenwijk')).toMatchObject({ release: release + 2, held: null })
})

test('without a number it goes one further back each time', async () => {
  expect(await command('rollback', 'molenwijk')).toMatchObject({ exit: 0 })
  expect(await shown()).toBe(edition - 1)
  const second = await command('rollback', 'molenwijk', '--json', '--by', 'Petra')
  expect(JSON.parse(second.out)).toMatchObject({
    to: release - 2,
    release: release + 2,
    held: { by: 'Petra' },
  })
  expect(await shown()).toBe(edition - 2)
})

test('a wijk can be held where it is', async () => {
  expect(await command('rollback', 'molenwijk', String(release))).toMatchObject({ exit: 0 })
  expect(await wijkpers.status('molenwijk')).toMatchObject({ state: 'held', release })
  await publishNext()
  await until('a held receipt', async () => (await receipts())[0]?.state === 'held')
  expect(await shown()).toBe(edition - 1)
})

test('resume also ends a hold that nobody published in', async () => {
  await command('rollback', 'molenwijk')
  await command('resume', 'molenwijk')
  expect(await shown()).toBe(edition)
  expect(await wijkpers.untilLive('molenwijk')).toMatchObject({ release: release + 2 })
  expect((await command('resume', 'molenwijk')).out).toContain('werd niet vastgehouden')
})

test('going back to what is not there is refused in a sentence, and changes nothing', async () => {
  for (const [words, sentence] of [
    [['molenwijk', '99999'], 'Die versie van molenwijk is er niet'],
    [['molenwijk', 'eergisteren'], 'geen nummer van een versie'],
    [['nergens'], 'geen wijk met slug ‘nergens’'],
  ] as const) {
    const said = await command('rollback', ...words)
    expect(said).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(sentence) })
  }
  expect(await wijkpers.status('molenwijk')).toMatchObject({ state: 'live', release, held: null })
})

test('a wijk with one release has nothing before it', async () => {
  const id = await wijkpers.cms.importWijk(aWijk('nieuwwijk', articles(1)))
  await wijkpers.untilLive('nieuwwijk')
  expect(await command('rollback', 'nieuwwijk')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('geen eerdere versie bewaard'),
  })
  await operator.actOnLife(id, 'withdraw')
  await until('no site', async () => (await wijkpers.get('nieuwwijk', '/')).status === 404)
  expect(await command('rollback', 'nieuwwijk')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('staat niet online'),
  })
})

test('a held wijk that gets no public site any more is taken down, and comes back held', async () => {
  await command('rollback', 'molenwijk')
  await operator.actOnLife(molenwijk, 'withdraw')
  await until('no site', async () => (await wijkpers.get('molenwijk', '/')).status === 404)
  await operator.actOnLife(molenwijk, 'begin')
  await isShown(edition - 1)
  expect(await wijkpers.status('molenwijk')).toMatchObject({ held: { release: release - 1 } })
})

test('a held wijk stays at the address that it has, whatever it is rolled back to, until it goes on', async () => {
  await command('rollback', 'molenwijk')
  await operator.update(WIJK, molenwijk, { slug: 'andere-naam' })
  expect(await command('rollback', 'andere-naam')).toMatchObject({ exit: 0 })
  expect(await shown()).toBe(edition - 2)
  expect((await wijkpers.get('andere-naam', '/')).status).toBe(404)
  expect(await command('resume', 'andere-naam')).toMatchObject({ exit: 0 })
  expect((await wijkpers.get('andere-naam', '/nieuws/editie/')).text).toContain(`editie ${edition} einde`)
  await operator.update(WIJK, molenwijk, { slug: 'molenwijk' })
  await wijkpers.untilLive('molenwijk')
  expect(await shown()).toBe(edition)
})

test('without the CMS nothing is held, and it is said', async () => {
  await wijkpers.kill9('cms')
  const said = await command('rollback', 'molenwijk')
  await wijkpers.start('cms')
  expect(said).toMatchObject({ exit: 3, out: '' })
  expect(await shown()).toBe(edition)
})

test('a hold is kept when the publisher is killed right after, and when publisher/ is deleted', async () => {
  await command('rollback', 'molenwijk', String(release - 2))
  await wijkpers.kill9('publisher')
  rmSync(join(wijkpers.settings.data, 'publisher'), { recursive: true })
  await publishNext()
  await wijkpers.start('publisher')
  await until('the status', async () => (await wijkpers.status('molenwijk')).state === 'held')
  expect(await shown()).toBe(edition - 3)
  expect(await wijkpers.status('molenwijk')).toMatchObject({ release: release + 1 })

  await command('resume', 'molenwijk')
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
  expect(await wijkpers.untilLive('molenwijk')).toMatchObject({ held: null })
  expect(await shown()).toBe(edition)
})

test('a hold that was noted while the publisher was killed is brought about when it is back', async () => {
  await wijkpers.kill9('publisher')
  // Whoever asked for it cannot know that it was noted, and is not told that nothing was reached: asking again would go one further back.
  const cut = createServer((socket) => socket.once('data', () => socket.destroy()))
  cut.listen(Number(wijkpers.settings.env.PUBLISHER_PORT), '127.0.0.1')
  await once(cut, 'listening')
  const said = await command('rollback', 'molenwijk')
  cut.close()
  expect(said).toMatchObject({ exit: 1, out: expect.stringContaining('Het kan al genoteerd zijn') })
  const { wanted } = (await wijkpers.cms.wijken()).find(({ id }) => id === molenwijk)!
  const held = { release: release - 1, revision: wanted - 1, by: 'Petra', why: 'Even kijken.' }
  await wijkpers.cms.hold(molenwijk as never, { ...held, since: new Date().toISOString() })
  await wijkpers.start('publisher')
  await isShown(edition - 1)
  const status = await until('the status to say so', async () => {
    const now = await wijkpers.status('molenwijk')
    return now.state === 'held' && now
  })
  expect(status.release).toBe(release + 1)
})

test('when the held release is lost with the store, the newest content is shown, and held', async () => {
  await command('rollback', 'molenwijk', String(release - 2))
  await wijkpers.untilTold('molenwijk')
  await wijkpers.kill9('publisher')
  await wijkpers.kill9('files')
  rmSync(join(wijkpers.settings.data, 'releases'), { recursive: true })
  await wijkpers.start('files')
  await wijkpers.start('publisher')
  await isShown(edition)
  const { held } = await until('it is held there', async () => {
    const status = await wijkpers.status('molenwijk')
    return status.held?.release === status.release && status.state === 'held' && status
  })
  expect(held).toMatchObject({ by: 'de platformbeheerder', why: expect.stringContaining('er niet meer') })
  expect(held?.release).toBeGreaterThan(release + 1)
  await publishNext()
  await until('a held receipt', async () => (await receipts())[0]?.state === 'held')
  expect(await shown()).toBe(edition - 1)
})

test('a photo that is thrown away is gone from every release: no address answers with it, and no rollback brings it back', async () => {
  const green = { width: 900, height: 600, channels: 3, background: '#2f6f4e' } as const
  const file = join(wijkpers.settings.data, 'groen.jpg')
  await sharp({ create: green }).jpeg().toFile(file)
  const photo = await anna.upload(file, 'Een groen vlak')
  await anna.publish(ARTICLE, article, { photo: aPhoto(photo) })
  const address = await until('the photo on its page', async () => {
    const { text } = await wijkpers.get('molenwijk', '/nieuws/editie/')
    return /\/foto\/[a-f0-9]{24}\.webp/.exec(text)?.[0]
  })
  expect((await wijkpers.get('molenwijk', address)).status).toBe(200)
  const withPhoto = (await wijkpers.untilLive('molenwijk')).release

  // Off its page only: who has its address still gets it, and an earlier release shows it.
  await anna.publish(ARTICLE, article, { photo: null })
  await until(
    'the page without it',
    async () => !(await wijkpers.get('molenwijk', '/nieuws/editie/')).text.includes(address),
  )
  await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', address)).status).toBe(200)

  expect((await anna.ask('DELETE', `/upload/files/${photo}`)).status).toBe(200)
  await until('nobody gets it', async () => (await wijkpers.get('molenwijk', address)).status === 404)
  expect(await command('rollback', 'molenwijk', String(withPhoto))).toMatchObject({ exit: 0 })
  const { text } = await wijkpers.get('molenwijk', '/nieuws/editie/')
  expect(text).toContain(address)
  expect((await wijkpers.get('molenwijk', address)).status).toBe(404)
})

test('the whole installation starts while a site is held, also with the number of another process in start.pid', async () => {
  expect(await command('rollback', 'molenwijk')).toMatchObject({ exit: 0 })
  await publishNext()
  for (const program of ['publisher', 'files', 'cms'] as const) await wijkpers.end(program, 'SIGTERM')
  writeFileSync(join(wijkpers.settings.data, 'run/start.pid'), `${process.pid}\n`)

  const first = startAll(wijkpers.settings.env)
  await hasStarted(first)
  expect(first.said()).toContain('1 vastgehouden')
  expect(first.said()).toContain('Wijkpers draait op poort')
  expect(await shown()).toBe(edition - 2)
  // A second one on the same data is told so.
  const [port] = await freePorts(1)
  const second = startAll({ ...wijkpers.settings.env, CMS_PORT: String(port) })
  expect(await second.ended).toEqual([2, null])
  expect(second.said()).toContain(
    `Wijkpers draait al met de gegevens in ${wijkpers.settings.data} (proces ${first.pid})`,
  )
  // So is a second publisher alone: whoever ends the first one would see it come back, so it is told who starts that.
  const alone = startAll({ ...wijkpers.settings.env, PUBLISHER_PORT: String(port) }, 'publisher')
  expect(await alone.ended).toEqual([2, null])
  expect(alone.said()).toContain(
    `Wijkpers draait al met de gegevens in ${wijkpers.settings.data} (proces ${first.pid})`,
  )
  // One that is killed, as by a machine without memory, leaves nothing behind that the next one trips over.
  first.kill('SIGKILL')
  await first.ended
  const third = startAll(wijkpers.settings.env)
  await hasStarted(third)
  expect(third.said()).toContain('Wijkpers draait op poort')
  third.kill('SIGTERM')
  expect(await third.ended).toEqual([0, null])
}, 400_000)

/** Longer than `npm start` itself waits for its parts: it tells what is wrong. */
const PATIENCE = { seconds: 150 }
const hasStarted = (all: ReturnType<typeof startAll>) =>
  until('the last line', async () => all.said().includes('Wijkpers draait') || all.hasEnded(), PATIENCE)
