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
import type { ReceiptReport, WijkRevision } from '@wijkpers/content/strapi'
import { exponentialBackoff } from '@wijkpers/dispatch'
import { createTurns, isLessAgo, KEPT_WIJKEN, type Receipt } from '@wijkpers/publishing'
import { createReceiptBooks } from './receipt-books.ts'
import { startStepWatch, type Steps } from './steps.ts'

/** Steps that are over sooner than this are not told to the CMS, in milliseconds: nobody would see them. */
const TOO_QUICK_TO_TELL_MS = 200
/** Before a receipt that the CMS did not take is told again: doubles from the first to the last, in milliseconds. */
const TELL_AGAIN_MS = { first: 1_000, last: 60_000 }
/** A try so long after it was to be made goes on with the wait of the failed one before, in milliseconds. */
const GOES_ON_MS = 60_000
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
  /** What the CMS wants of a wijk, as it was last asked; null for one that is not known. */
  readonly knownAs: (wijk: WijkId) => Pick<WijkRevision, 'wanted' | 'changedAt'> | null
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
  knownAs,
  now,
  onReportFailed,
  onKeepFailed,
  keptWijken = KEPT_WIJKEN,
}: ReceiptBookOptions) {
  const books = createReceiptBooks({ folder, asNow: tellable, keptWijken, onFailed: onKeepFailed })
  /** Since when an editor waits; of one whose try failed only until soon after the next one, which nobody may make. */
  const received = new Map<WijkId, { readonly at: string; readonly until: number }>()
  const inTurn = createTurns()
  /** The last that is being told of each wijk. */
  const telling = new Map<WijkId, Promise<void>>()
  const refused = new Map<WijkId, { readonly times: number; readonly at: number; readonly waitMs: number }>()
  let opened = 0

  const waitsSince = (wijk: WijkId, at: Date): string | null => {
    const waits = received.get(wijk)
    return waits && at.getTime() < waits.until ? waits.at : null
  }

  /** Tells the CMS behind the publish: one that hangs keeps no slot from another editor. */
  function tell(wijk: WijkId, record: ReceiptRecord): void {
    const { steps: _, changedAt: __, failedAt: ___, ...told } = record
    // One after another, so that an earlier step never arrives after a later one.
    const ended = inTurn([wijk], () => report({ wijk, ...told }))
      .then(
        () => void refused.delete(wijk),
        (error: unknown) => {
          const times = (refused.get(wijk)?.times ?? 0) + 1
          const waitMs = exponentialBackoff(times, TELL_AGAIN_MS.first, TELL_AGAIN_MS.last)
          refused.set(wijk, { times, at: now().getTime(), waitMs })
          onReportFailed(error)
        },
      )
      .finally(() => {
        if (telling.get(wijk) === ended) telling.delete(wijk)
      })
    telling.set(wijk, ended)
  }

  return {
    /** The receipts of a wijk, also those of before a restart. */
    of: (wijk: WijkId): Promise<readonly ReceiptRecord[]> => books.all(wijk),

    /** The newest receipt of a wijk; null when there is none. */
    newest: (wijk: WijkId) => books.newest(wijk),

    /** Whether its receipt is being told, or was refused so shortly ago that it is not told again yet. */
    isBeingTold(wijk: WijkId): boolean {
      const last = refused.get(wijk)
      return telling.has(wijk) || (last !== undefined && isLessAgo(last.at, last.waitMs, now().getTime()))
    },

    /** Resolves when all that is to be told now was told, or could not be. */
    async told(): Promise<void> {
      while (telling.size > 0) await Promise.all(telling.values())
    },

    /** A hint came in: the editor's wait is counted from here. */
    received(wijk: WijkId): void {
      const at = now()
      if (!waitsSince(wijk, at)) received.set(wijk, { at: at.toISOString(), until: Infinity })
    },

    /** The receipt of a publish that starts now. */
    async open(wijk: WijkId): Promise<OpenReceipt> {
      const before = (await books.newest(wijk))?.record
      const number = ++opened
      const openedAt = now()
      const receivedAt = waitsSince(wijk, openedAt) ?? openedAt.toISOString()
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
        steps: { wait: openedAt.getTime() - new Date(receivedAt).getTime() },
      }
      const watch = startStepWatch()
      const took = (steps: Partial<Steps>) => ({ steps: { ...record.steps, ...steps } })
      let soon: NodeJS.Timeout | undefined
      const move = (news: Partial<ReceiptRecord>) => {
        record = { ...record, ...news }
        books.write(wijk, record, number)
        clearTimeout(soon)
      }
      const step = (news: Partial<ReceiptRecord>) => {
        // The same content made anew, for a new day or site format: for the editor it is live all the while.
        if (record.state === 'live') return
        move(news)
        soon = setTimeout(() => tell(wijk, record), TOO_QUICK_TO_TELL_MS)
      }
      /** The same content again: a retry goes on with its receipt. Answers whether that is live already. */
      const goOn = (revision: number, changedAt: string): boolean => {
        const isSame = before?.revision === revision && (before.changedAt ?? changedAt) === changedAt
        if (isSame && before.state !== 'held')
          record =
            before.state === 'live' ? before : { ...before, error: null, nextTryAt: null, waitsFor: null }
        return record.state === 'live'
      }
      return {
        rendering(revision, changedAt) {
          goOn(revision, changedAt)
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
          tell(wijk, record)
        },
        async held({ revision, release, url }) {
          const isTold = before?.state === 'held' && before.revision === revision
          if (isTold) record = before
          move({ revision, state: 'held', release, url, error: null, nextTryAt: null })
          await books.keep(wijk).catch(onKeepFailed)
          tell(wijk, record)
        },
        delivering({ waitsFor, until }) {
          const nextTryAt = until === null ? null : new Date(until).toISOString()
          step({ state: 'deploying', waitsFor, nextTryAt, error: null })
        },
        failed(error, attempts, nextTryAt) {
          if (record.state === 'received') {
            // Nothing was read: it is a receipt of what is wanted. As long as that is not known the editor waits for the next one.
            const wanted = knownAs(wijk)
            if (!wanted || goOn(wanted.wanted, wanted.changedAt))
              return void received.set(wijk, { at: receivedAt, until: nextTryAt + GOES_ON_MS })
            move({ revision: wanted.wanted, changedAt: wanted.changedAt })
          }
          move({
            state: 'failed',
            waitsFor: null,
            error,
            attempts,
            failedAt: now().toISOString(),
            nextTryAt: new Date(nextTryAt).toISOString(),
          })
          tell(wijk, record)
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
