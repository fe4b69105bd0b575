/** What happens around one publish: who is told of it while it goes on, and what is told, counted and logged when it ended. */
import type { WijkId } from '@wijkpers/content'
import {
  type Dispatcher,
  type Journal,
  publish,
  type PublishPorts,
  type Renderer,
  TargetWaitsError,
  type Waiting,
  type Why,
} from '@wijkpers/publishing'
import type { Logger } from 'pino'
import type { Announcements } from './receipts/announcements.ts'
import type { Deliveries } from './targets/deliveries.ts'
import type { Health } from './watch/health.ts'
import type { Housework } from './quiet-hours/housework.ts'
import type { Metrics } from './watch/metrics.ts'
import { type Outcome, watchReceipt } from './receipts/outcome.ts'
import type { Readiness } from './readiness.ts'
import type { OpenReceipt, ReceiptBook } from './receipts/receipts.ts'
import type { SiteFormats } from './site-formats/site-formats.ts'
import { explain, targetLabel } from './receipts/texts.ts'
import type { Wijken } from './wijken.ts'
import type { Withdrawals } from './withdrawals.ts'

export interface OnePublishOptions {
  readonly ports: Omit<PublishPorts, 'renderer'>
  readonly formats: Pick<SiteFormats, 'use'>
  readonly journal: Journal
  readonly receipts: Pick<ReceiptBook, 'open'>
  readonly announcements: Pick<Announcements, 'through'>
  readonly deliveries: Pick<Deliveries, 'through'>
  readonly wijken: Pick<Wijken, 'meet'>
  readonly housework: Pick<Housework, 'madeAnew'>
  readonly readiness: Pick<Readiness, 'ended'>
  readonly withdrawals: Pick<Withdrawals, 'look'>
  readonly dispatcher: Pick<Dispatcher, 'stepAside'>
  readonly health: Pick<Health, 'published' | 'failed'>
  readonly metrics: Pick<Metrics, 'publishStarted' | 'stepsTook'>
  readonly log: Logger
}

/** After so long without rendering a publish leaves its slot, in milliseconds. */
const LONG_MS = 5_000

/** What became of a publish, in the log. */
const TOLD = {
  live: 'published',
  held: 'the wijk is held: what was published waits',
  nothing: 'nothing to publish: the CMS never knew this wijk',
} as const

export function createOnePublish(options: OnePublishOptions) {
  const { ports, formats, journal, receipts, announcements, deliveries, wijken } = options
  const { housework, readiness, withdrawals, dispatcher, health, metrics, log } = options
  /** The receipt of the last try of each wijk. */
  const open = new Map<WijkId, OpenReceipt>()

  function wasPublished(
    { wijk, why, since }: Waiting,
    { result, steps, ...made }: Outcome,
    startedAt: number,
  ): void {
    if (result === 'live') {
      health.published()
      metrics.stepsTook(steps)
    }
    const ms = { wait: Math.max(0, startedAt - since), ...steps }
    const began = new Date(startedAt).toISOString()
    log.info({ wijk, why, began, ...made, ms }, TOLD[result])
    // Of many wijken made anew each would ask the same: there the next look will do.
    if (!isMadeAnew(why)) void withdrawals.look()
  }

  return {
    /** Publishes the wijk whose turn it is. Rejects when it did not come live; `failed` is told then. */
    async run(turn: Waiting): Promise<void> {
      const { wijk, priority } = turn
      const ended = metrics.publishStarted()
      const startedAt = Date.now()
      // A CMS that does not answer, hundreds of photos: whoever publishes elsewhere need not wait for those. Of rendering, the renderer tells.
      const long = setTimeout(() => dispatcher.stepAside(wijk), LONG_MS)
      try {
        const receipt = deliveries.through(
          wijk,
          announcements.through(wijk, await receipts.open(wijk)),
          priority,
        )
        open.set(wijk, receipt)
        await wijken.meet(wijk)
        // What time touches, and what a CDN has to forget, waits for no CMS: it is made of what was read last.
        if (turn.why !== 'time' && turn.why !== 'purge') await readiness.ended(wijk)
        const wasWrong = ports.wrongIn(wijk) !== null
        const { watched, outcome } = watchReceipt(receipt)
        const isPublished = await formats.use(turn, (renderer) =>
          publish(wijk, watched, {
            ...ports,
            renderer: beforeRendering(journal.through(renderer, turn.why), () => clearTimeout(long)),
          }),
        )
        if (wasWrong && outcome.result === 'live') housework.madeAnew(wijk)
        ended(isPublished ? outcome.result : 'failed')
        if (isPublished) wasPublished(turn, outcome, startedAt)
      } catch (error) {
        const isAskedToWait = error instanceof TargetWaitsError
        ended(isAskedToWait ? 'waiting' : 'failed')
        if (isAskedToWait)
          open.get(wijk)?.delivering({ waitsFor: targetLabel(error.target), until: error.until.getTime() })
        throw error
      } finally {
        clearTimeout(long)
      }
    },

    /** A publish failed, and is tried again at `nextTryAt`, in epoch milliseconds. */
    failed({ wijk, why }: Waiting, error: unknown, { attempts, nextTryAt }: NextTry): void {
      // When the same content is made anew nobody waits for it: for the editor it is live all the while.
      if (!isMadeAnew(why)) open.get(wijk)?.failed(explain(error), attempts, nextTryAt)
      health.failed(error)
      log.error(
        { err: error, wijk, why, attempts, nextTryAt: new Date(nextTryAt) },
        'a publish failed; the last release stays live',
      )
    },
  }
}

interface NextTry {
  readonly attempts: number
  readonly nextTryAt: number
}

function beforeRendering(renderer: Renderer, act: () => void): Renderer {
  return {
    ...renderer,
    render(...asked) {
      act()
      return renderer.render(...asked)
    },
  }
}

function isMadeAnew(why: Why): boolean {
  return ['format', 'address', 'time', 'purge', 'lost', 'repair'].includes(why)
}
