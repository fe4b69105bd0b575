/**
 * The receipts of the last publishes, per wijk: kept here for operators, told to the CMS for editors.
 *
 * received   a hint came, or a look found the wijk due
 * rendering  its newest content was read; pages are being made
 * deploying  the new release is on its way to the target
 * live       the live page was fetched and shows it
 * failed     not this time; it is tried again at nextTryAt, with the same receipt
 * held       the wijk stays at an earlier release; the newest content waits until an operator lets it go on
 */
import type { WijkId } from '@wijkpers/content'
import type { ReceiptReport } from '@wijkpers/content/strapi'
import { createTurns, KEPT_WIJKEN, type Receipt } from '@wijkpers/publishing'
import { createReceiptBooks } from './receipt-books.ts'
import { startStepWatch, type Steps } from './steps.ts'

/** Steps that are over sooner than this are not told to the CMS, in milliseconds: nobody would see them. */
const TOO_QUICK_TO_TELL_MS = 200
/** The longest that the CMS can be told that a publish took, as a GraphQL Int: 24.8 days, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1

/** One receipt as `/wijken/<slug>/receipts` shows it; times are ISO in UTC. */
export type ReceiptRecord = Omit<ReceiptReport, 'wijk'> & {
  readonly steps: Partial<Steps>
  /** When the CMS came to want the revision; absent while that is not read, and in receipts of before it was kept. */
  readonly changedAt?: string
  /** When it failed last, also when it is live by now; absent when it never did, and in receipts of before it was kept. */
  readonly failedAt?: string
}

/** A receipt that can also wait and fail: texts in Dutch, moments in epoch milliseconds. */
export type OpenReceipt = Receipt & {
  /** It is on its way to a target; `until` is about when that takes it, null when nothing is waited for. */
  delivering(to: { waitsFor: string; until: number | null }): void
  failed(error: string, attempts: number, nextTryAt: number): void
}

export interface ReceiptBookOptions {
  readonly folder: string
  readonly report: (receipt: ReceiptReport) => Promise<void>
  readonly now: () => Date
  readonly onReportFailed: (error: unknown) => void
  /** Told when receipts could not be kept on disk; they stay in memory. */
  readonly onKeepFailed: (error: unknown) => void
  /** Wijken whose receipts stay in memory; those of others are read from disk again. */
  readonly keptWijken?: number
}

/** Newest receipt first. */
export function createReceiptBook({
  folder,
  report,
  now,
  onReportFailed,
  onKeepFailed,
  keptWijken = KEPT_WIJKEN,
}: ReceiptBookOptions) {
  const books = createReceiptBooks({ folder, asNow: tellable, keptWijken, onFailed: onKeepFailed })
  const received = new Map<WijkId, string>()
  const inTurn = createTurns()
  let opened = 0

  function tell(wijk: WijkId, record: ReceiptRecord): Promise<void> {
    const { steps: _, changedAt: __, failedAt: ___, ...told } = record
    // One after another, so that an earlier step never arrives after a later one.
    return inTurn([wijk], () => report({ wijk, ...told })).catch(onReportFailed)
  }

  return {
    /** The receipts of a wijk, also those of before a restart. */
    of: (wijk: WijkId): Promise<readonly ReceiptRecord[]> => books.all(wijk),

    /** The newest receipt of a wijk; null when there is none. */
    newest: (wijk: WijkId) => books.newest(wijk),

    /** A hint came in: the editor's wait is counted from here. */
    received(wijk: WijkId): void {
      if (!received.has(wijk)) received.set(wijk, now().toISOString())
    },

    /** The receipt of a publish that starts now. */
    async open(wijk: WijkId): Promise<OpenReceipt> {
      const before = (await books.newest(wijk))?.record
      const number = ++opened
      const receivedAt = received.get(wijk) ?? now().toISOString()
      received.delete(wijk)
      let record: ReceiptRecord = {
        revision: before?.revision ?? 0,
        state: 'received',
        receivedAt,
        renderedAt: null,
        liveAt: null,
        release: null,
        url: null,
        pages: null,
        durationMs: null,
        error: null,
        nextTryAt: null,
        waitsFor: null,
        attempts: 0,
        steps: { wait: now().getTime() - new Date(receivedAt).getTime() },
      }
      const watch = startStepWatch()
      const took = (steps: Partial<Steps>) => ({ steps: { ...record.steps, ...steps } })
      let telling: NodeJS.Timeout | undefined
      const move = (news: Partial<ReceiptRecord>) => {
        record = { ...record, ...news }
        books.write(wijk, record, number)
        clearTimeout(telling)
      }
      const step = (news: Partial<ReceiptRecord>) => {
        // The same content made anew, for a new day or site format: for the editor it is live all the while.
        if (record.state === 'live') return
        move(news)
        telling = setTimeout(() => void tell(wijk, record), TOO_QUICK_TO_TELL_MS)
      }
      return {
        rendering(revision, changedAt) {
          // The same content again: a retry goes on with its receipt.
          const isSame = before?.revision === revision && (before.changedAt ?? changedAt) === changedAt
          if (isSame && before.state !== 'held')
            record =
              before.state === 'live' ? before : { ...before, error: null, nextTryAt: null, waitsFor: null }
          step({ revision, changedAt, state: 'rendering', ...took(watch.ended('read')) })
        },
        deploying({ compareMs }) {
          const renderedAt = now().toISOString()
          step({ state: 'deploying', renderedAt, ...took(watch.renderingEnded(compareMs)) })
        },
        proving() {
          step(took(watch.ended('store')))
        },
        async live({ release, url, pages }) {
          if (record.state === 'live') move({ release, url })
          else {
            const liveAt = now()
            const durationMs = tellableMs(liveAt.getTime() - new Date(record.receivedAt).getTime())
            move({
              ...took(watch.ended('prove')),
              state: 'live',
              liveAt: liveAt.toISOString(),
              release,
              url,
              pages,
              durationMs,
              error: null,
              nextTryAt: null,
              waitsFor: null,
            })
            await books.keep(wijk).catch(onKeepFailed)
          }
          await tell(wijk, record)
        },
        async held({ revision, release, url }) {
          const isTold = before?.state === 'held' && before.revision === revision
          if (isTold) record = before
          move({ revision, state: 'held', release, url, error: null, nextTryAt: null })
          await books.keep(wijk).catch(onKeepFailed)
          await tell(wijk, record)
        },
        delivering({ waitsFor, until }) {
          const nextTryAt = until === null ? null : new Date(until).toISOString()
          step({ state: 'deploying', waitsFor, nextTryAt, error: null })
        },
        failed(error, attempts, nextTryAt) {
          move({
            state: 'failed',
            waitsFor: null,
            error,
            attempts,
            failedAt: now().toISOString(),
            nextTryAt: new Date(nextTryAt).toISOString(),
          })
          void tell(wijk, record)
        },
      }
    },
  }
}

// A failure may last for months before somebody mends it, and a clock may be put back meanwhile.
const tellableMs = (ms: number) => Math.min(Math.max(0, ms), LONGEST_MS)

/** A receipt of before its duration was kept within what can be told. */
const tellable = (record: ReceiptRecord): ReceiptRecord =>
  record.durationMs === null ? record : { ...record, durationMs: tellableMs(record.durationMs) }

export type ReceiptBook = ReturnType<typeof createReceiptBook>
