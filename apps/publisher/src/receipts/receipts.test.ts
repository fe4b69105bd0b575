import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import type { ReceiptReport } from '@wijkpers/content/strapi'
import { createReceiptBooks } from './receipt-books.ts'
import { createReceiptBook } from './receipts.ts'

const wijk = parseWijkId('wijk00000001')
const NOON = '2026-11-22T12:00:00.000Z'
const url = 'http://molenwijk.localhost:8080'
let folder: string
let told: ReceiptReport[]
let minute = 0
/** What the CMS wants, as it was last asked. */
let wanted: { wanted: number; changedAt: string } | null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijkpers-receipts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  told = []
  minute = 0
  wanted = null
})

const aBook = (
  report = (receipt: ReceiptReport): Promise<void> => Promise.resolve(void told.push(receipt)),
  keptWijken?: number,
  now = () => new Date(Date.UTC(2026, 10, 22, 13, minute++)),
) =>
  createReceiptBook({
    ...(keptWijken === undefined ? {} : { keptWijken }),
    folder,
    report,
    knownAs: () => wanted,
    now,
    onReportFailed: () => undefined,
    onKeepFailed: () => undefined,
  })

/** What is kept of a publish of revision 7. */
async function aLiveReceipt() {
  const book = aBook()
  const receipt = await book.open(wijk)
  receipt.rendering(7, NOON)
  await receipt.live({ release: 3, url, pages: 2 })
  return (await book.of(wijk))[0]!
}

test('a quick publish is told once: that it is live, counted from the hint', async () => {
  const book = aBook()
  book.received(wijk)
  const receipt = await book.open(wijk)
  receipt.rendering(7, NOON)
  receipt.deploying({ compareMs: 0 })
  receipt.proving()
  await receipt.live({ release: 3, url, pages: 2 })
  await book.told()
  expect(told).toEqual([
    expect.objectContaining({ wijk, revision: 7, state: 'live', release: 3, url, pages: 2, error: null }),
  ])
  expect(told[0]).toMatchObject({ receivedAt: '2026-11-22T13:00:00.000Z', durationMs: 3 * 60_000 })
  expect(await book.of(wijk)).toHaveLength(1)
})

test('a failure is told with its reason, and the next try goes on with the same receipt', async () => {
  const book = aBook()
  const first = await book.open(wijk)
  first.rendering(7, NOON)
  first.failed('De schijf is vol.', 1, Date.UTC(2026, 10, 22, 14))
  const second = await book.open(wijk)
  second.rendering(7, NOON)
  second.deploying({ compareMs: 0 })
  await second.live({ release: 3, url, pages: 2 })
  await book.told()
  expect(told.map(({ state }) => state)).toEqual(['failed', 'live'])
  expect(told[0]).toMatchObject({ error: 'De schijf is vol.', nextTryAt: '2026-11-22T14:00:00.000Z' })
  const [only, ...others] = await book.of(wijk)
  expect(others).toEqual([])
  expect(only).toMatchObject({ state: 'live', error: null, nextTryAt: null, receivedAt: told[0]!.receivedAt })
  // When it failed is for who asks here how the day went; the CMS knows no such field.
  expect(only).toMatchObject({ attempts: 1, failedAt: '2026-11-22T13:01:00.000Z' })
  expect(told.some((each) => 'failedAt' in each)).toBe(false)
})

test('a CMS whose writes hang keeps no publish waiting, and is told in the order in which it went', async () => {
  const answer = Promise.withResolvers<void>()
  const book = aBook(async (receipt) => {
    await answer.promise
    told.push(receipt)
  })
  for (const revision of [7, 8]) {
    const receipt = await book.open(wijk)
    receipt.rendering(revision, NOON)
    await receipt.live({ release: revision, url, pages: 1 })
  }
  expect(book.isBeingTold(wijk)).toBe(true)
  expect(told).toEqual([])
  answer.resolve()
  await book.told()
  expect(told.map(({ revision }) => revision)).toEqual([7, 8])
  expect(book.isBeingTold(wijk)).toBe(false)
})

test('a receipt that the CMS refuses is told again later and later, until it takes one', async () => {
  let isFull = true
  let second = 0
  const book = aBook(
    () => (isFull ? Promise.reject(new Error('vol')) : Promise.resolve()),
    undefined,
    () => new Date(second * 1_000),
  )
  const tell = async () => {
    const receipt = await book.open(wijk)
    receipt.rendering(7, NOON)
    await receipt.live({ release: 3, url, pages: 1 })
    await book.told()
  }
  const waits: number[] = []
  for (let refused = 0; refused < 12; refused++) {
    await tell()
    const refusedAt = second
    while (book.isBeingTold(wijk)) second++
    waits.push(second - refusedAt)
  }
  expect(waits[0]).toBeLessThan(waits[3]!)
  expect(Math.max(...waits)).toBeLessThanOrEqual(60)
  expect(waits.at(-1)).toBeGreaterThanOrEqual(45)
  isFull = false
  await tell()
  expect(book.isBeingTold(wijk)).toBe(false)
})

test('what fails before anything was read is told of what is wanted, and never of what is live', async () => {
  const book = aBook()
  const first = await book.open(wijk)
  first.rendering(7, NOON)
  await first.live({ release: 3, url, pages: 2 })
  await book.told()
  // What the hint was for is not known yet.
  wanted = { wanted: 7, changedAt: NOON }
  book.received(wijk)
  const second = await book.open(wijk)
  const hintedAt = Date.UTC(2026, 10, 22, 13, minute)
  second.failed('De redactie antwoordt niet.', 1, hintedAt)
  await book.told()
  expect(told.map(({ revision, state }) => [revision, state])).toEqual([[7, 'live']])
  // By now it is; it is the wait of that hint that goes on.
  wanted = { wanted: 8, changedAt: '2026-11-22T12:30:00.000Z' }
  const third = await book.open(wijk)
  third.failed('De redactie antwoordt niet.', 2, hintedAt)
  const fourth = await book.open(wijk)
  fourth.rendering(8, '2026-11-22T12:30:00.000Z')
  await fourth.live({ release: 4, url, pages: 1 })
  await book.told()
  expect(told.map(({ revision, state }) => [revision, state])).toEqual([
    [7, 'live'],
    [8, 'failed'],
    [8, 'live'],
  ])
  expect(told[2]!.receivedAt).toBe(told[1]!.receivedAt)
  expect(Date.parse(told[1]!.receivedAt)).toBeLessThan(hintedAt)
  expect((await book.of(wijk)).map(({ revision, state }) => [revision, state])).toEqual([
    [8, 'live'],
    [7, 'live'],
  ])
})

test('a hint for which nothing was to be published does not make the next editor wait since then', async () => {
  const book = aBook()
  book.received(wijk)
  const first = await book.open(wijk)
  first.failed('De redactie antwoordt niet.', 1, Date.UTC(2026, 10, 22, 13, minute))
  minute += 600
  book.received(wijk)
  const second = await book.open(wijk)
  second.rendering(8, NOON)
  await second.live({ release: 4, url, pages: 1 })
  await book.told()
  expect(told[0]!.durationMs).toBeLessThan(10 * 60_000)
})

test('what was live already is told again as it was', async () => {
  const book = aBook()
  const first = await book.open(wijk)
  first.rendering(7, NOON)
  first.deploying({ compareMs: 0 })
  await first.live({ release: 3, url, pages: 2 })
  const second = await book.open(wijk)
  second.rendering(7, NOON)
  await second.live({ release: 3, url, pages: 0 })
  await book.told()
  expect(told[1]).toEqual(told[0])
})

test('after the CMS was put back from a backup the same number is another revision: it has a receipt of its own', async () => {
  const book = aBook()
  const first = await book.open(wijk)
  first.rendering(7, NOON)
  await first.live({ release: 3, url, pages: 2 })
  const second = await book.open(wijk)
  second.rendering(7, '2026-11-22T12:30:00.000Z')
  expect(await book.of(wijk)).toMatchObject([{ state: 'rendering', liveAt: null }, { state: 'live' }])
  await second.live({ release: 4, url, pages: 1 })
  await book.told()
  expect(told[1]!.liveAt! > told[0]!.liveAt!).toBe(true)
})

test('what took longer than can be told, or came before its hint by a clock put back, is told as the longest or as nothing', async () => {
  const book = aBook()
  const first = await book.open(wijk)
  first.rendering(7, NOON)
  first.failed('De schijf is vol.', 1, Date.UTC(2026, 10, 22, 14))
  for (const later of [60, -60]) {
    minute = later * 24 * 60
    const receipt = await book.open(wijk)
    receipt.rendering(later > 0 ? 7 : 8, NOON)
    if (later < 0) minute -= 24 * 60
    await receipt.live({ release: 3, url, pages: 2 })
  }
  await book.told()
  // GraphQL's Int ends here.
  expect(told.map(({ durationMs }) => durationMs)).toEqual([null, 2 ** 31 - 1, 0])
})

test('a kept receipt that took longer than can be told is told as the longest', async () => {
  const kept = { ...(await aLiveReceipt()), durationMs: 6_000_000_000 }
  writeFileSync(join(folder, `${wijk}.json`), JSON.stringify([kept]))
  const book = aBook()
  const receipt = await book.open(wijk)
  receipt.rendering(7, NOON)
  await receipt.live({ release: 3, url, pages: 0 })
  await book.told()
  expect(told.at(-1)).toMatchObject({ revision: 7, state: 'live', durationMs: 2 ** 31 - 1 })
})

test('receipts are there again after a restart', async () => {
  const receipt = await aBook().open(wijk)
  receipt.rendering(7, NOON)
  receipt.deploying({ compareMs: 0 })
  await receipt.live({ release: 3, url, pages: 2 })
  expect(await aBook().of(wijk)).toMatchObject([{ revision: 7, state: 'live', release: 3 }])
})

test('a CMS that does not take receipts, or a full disk, makes no publish fail', async () => {
  rmSync(folder, { recursive: true })
  const book = createReceiptBook({
    folder: '/dev/null/vol',
    report: () => Promise.reject(new Error('weg')),
    knownAs: () => null,
    now: () => new Date(),
    onReportFailed: () => undefined,
    onKeepFailed: () => undefined,
  })
  const receipt = await book.open(wijk)
  receipt.rendering(7, NOON)
  receipt.deploying({ compareMs: 0 })
  await expect(receipt.live({ release: 3, url, pages: 2 })).resolves.toBeUndefined()
})

test.each([
  ['empty', ''],
  ['half', '[{"revision":7,"sta'],
])('a book that a power cut left %s is begun anew, and keeps no publish', async (_, left) => {
  writeFileSync(join(folder, `${wijk}.json`), left)
  const book = aBook()
  expect(await book.of(wijk)).toEqual([])
  const receipt = await book.open(wijk)
  receipt.rendering(8, NOON)
  await receipt.live({ release: 4, url, pages: 1 })
  expect(await aBook().of(wijk)).toHaveLength(1)
})

test('of more wijken than are kept in memory nothing is lost: not what failed, not what is told of a receipt that waited long', async () => {
  const wijken = ['a', 'b', 'c', 'd'].map((letter) => parseWijkId(`wijk0000000${letter}`))
  const book = aBook(undefined, 2)
  const waits = new Map<WijkId, Awaited<ReturnType<typeof book.open>>>()
  for (const each of wijken) {
    const first = await book.open(each)
    first.rendering(6, NOON)
    await first.live({ release: 2, url, pages: 1 })
    const second = await book.open(each)
    second.rendering(7, NOON)
    second.deploying({ compareMs: 0 })
    waits.set(each, second)
    const third = await book.open(each)
    third.rendering(8, NOON)
    third.failed('De schijf is vol.', 1, Date.UTC(2026, 10, 22, 14))
  }
  for (const each of wijken) await waits.get(each)!.live({ release: 3, url, pages: 1 })
  for (const each of wijken) {
    expect((await book.of(each)).map(({ revision, state }) => [revision, state])).toEqual([
      [8, 'failed'],
      [7, 'live'],
      [6, 'live'],
    ])
    const live = (await book.of(each))[1]!.liveAt
    expect(await book.newest(each)).toMatchObject({ record: { revision: 8 }, lastLiveAt: live })
  }
  // What was let go is on disk: after a restart it is there, too.
  const after = aBook(undefined, 2)
  expect((await after.of(wijken[0]!)).map(({ state }) => state)).toEqual(['failed', 'live', 'live'])
})

test.each(Array.from({ length: 12 }, (_, turns) => turns))(
  'a receipt that comes while its book is read is in it: after %i turns',
  async (turns) => {
    const kept = await aLiveReceipt()
    const onFailed = (error: unknown) => {
      throw error
    }
    const open = () => createReceiptBooks({ folder, asNow: (each) => each, keptWijken: 9, onFailed })
    const books = open()
    await books.keep(wijk)
    const reading = books.all(wijk)
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    books.write(wijk, { ...kept, revision: 8 }, 1)
    await reading
    await books.keep(wijk)
    for (const each of [books, open()])
      expect((await each.all(wijk)).map(({ revision }) => revision)).toEqual([8, 7])
  },
)
