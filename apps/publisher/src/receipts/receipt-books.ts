/**
 * The last receipts of each wijk, newest first: on disk of all wijken, in memory of those that were asked about or published last. Of
 * every wijk only the newest one stays at hand, which a look at all of them needs.
 */
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { createTurns, readKept, writeKept } from '@wijkpers/publishing'
import type { ReceiptRecord } from './receipts.ts'

/** Receipts kept per wijk. */
const KEPT = 50

/** What is at hand of every wijk. */
export interface NewestReceipt {
  readonly record: ReceiptRecord
  /** When a publish of this wijk was last seen live; null when none was. */
  readonly lastLiveAt: string | null
}

interface Book {
  readonly receipts: readonly ReceiptRecord[]
  /** Whether these are all of them; otherwise those since it was let go, and the others are on disk. */
  readonly isWhole: boolean
  readonly isOnDisk: boolean
}

export interface ReceiptBooksOptions {
  readonly folder: string
  /** What a receipt on disk says now: it may be of an earlier version of this program. */
  readonly asNow: (kept: ReceiptRecord) => ReceiptRecord
  /** Wijken whose book stays in memory. */
  readonly keptWijken: number
  /** A book could not be written: it stays in memory, and is written with the next one. */
  readonly onFailed: (error: unknown) => void
}

export function createReceiptBooks({ folder, asNow, keptWijken, onFailed }: ReceiptBooksOptions) {
  /** The one used last comes last. */
  const books = new Map<WijkId, Book>()
  const newest = new Map<WijkId, (NewestReceipt & { readonly number: number }) | null>()
  // A book is read or written by one at a time.
  const inTurn = createTurns()
  let isLettingGo = false

  const fileOf = (wijk: WijkId) => join(folder, `${wijk}.json`)

  function use(wijk: WijkId, book: Book): void {
    books.delete(wijk)
    books.set(wijk, book)
    void letGo()
  }

  /** The whole book, in its turn. */
  async function whole(wijk: WijkId): Promise<Book> {
    const inMemory = books.get(wijk)
    if (inMemory?.isWhole) return inMemory
    const onDisk = ((await readKept<ReceiptRecord[]>(fileOf(wijk))) ?? []).map(asNow)
    const since = books.get(wijk)?.receipts ?? []
    const receipts = since.reduceRight(withRecord, onDisk as readonly ReceiptRecord[])
    const book = { receipts, isWhole: true, isOnDisk: since.length === 0 }
    books.set(wijk, book)
    return book
  }

  /** Of those that are too many, the book used longest ago is written, and let go when nothing was added meanwhile. */
  async function letGo(): Promise<void> {
    if (isLettingGo) return
    isLettingGo = true
    try {
      for (;;) {
        const [oldest] = books
        if (!oldest || books.size <= keptWijken) return
        const [wijk, book] = oldest
        if (book.isOnDisk) books.delete(wijk)
        else await keep(wijk)
      }
    } catch (error) {
      onFailed(error)
    } finally {
      isLettingGo = false
    }
  }

  function keep(wijk: WijkId): Promise<void> {
    return inTurn([wijk], async () => {
      const { receipts } = await whole(wijk)
      await writeKept(fileOf(wijk), JSON.stringify(receipts))
      const now = books.get(wijk)
      // It keeps its place among the others: it was not used.
      if (now?.receipts === receipts) books.set(wijk, { ...now, isOnDisk: true })
    })
  }

  function all(wijk: WijkId): Promise<readonly ReceiptRecord[]> {
    return inTurn([wijk], async () => {
      await whole(wijk)
      // Not as it was read: a receipt may have been added since.
      const book = books.get(wijk)!
      use(wijk, book)
      return book.receipts
    })
  }

  return {
    all,

    /** Null when there was none. */
    async newest(wijk: WijkId): Promise<NewestReceipt | null> {
      if (!newest.has(wijk)) {
        const receipts = await all(wijk)
        const [record] = receipts
        const lastLiveAt = receipts.find(({ liveAt }) => liveAt !== null)?.liveAt ?? null
        if (!newest.has(wijk)) newest.set(wijk, record ? { record, lastLiveAt, number: 0 } : null)
      }
      return newest.get(wijk) ?? null
    },

    /** Adds a receipt, or what it says by now. `number` grows from one receipt to the next: an older one is not the newest again. */
    write(wijk: WijkId, record: ReceiptRecord, number: number): void {
      const book = books.get(wijk) ?? { receipts: [], isWhole: false }
      use(wijk, { receipts: withRecord(book.receipts, record), isWhole: book.isWhole, isOnDisk: false })
      const before = newest.get(wijk)
      const lastLiveAt = laterOf(record.liveAt, before?.lastLiveAt ?? null)
      if (before && before.number > number) newest.set(wijk, { ...before, lastLiveAt })
      else newest.set(wijk, { record, lastLiveAt, number })
    },

    /** Resolves when the book of this wijk is on disk. */
    keep,
  }
}

/** The later of two moments, ISO in UTC; null is never. */
function laterOf(a: string | null, b: string | null): string | null {
  return (a ?? '') > (b ?? '') ? a : b
}

/** The receipts with this one, in the place of what it said before. */
function withRecord(receipts: readonly ReceiptRecord[], record: ReceiptRecord): readonly ReceiptRecord[] {
  const place = receipts.findIndex(
    ({ receivedAt, revision }) => receivedAt === record.receivedAt && revision === record.revision,
  )
  return place < 0 ? [record, ...receipts].slice(0, KEPT) : receipts.with(place, record)
}
