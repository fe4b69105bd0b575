/** Wiring: which implementation stands behind which port. */
import { once } from 'node:events'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import type { Logger } from 'pino'
import { createCmsClient } from '@wijkpers/content/strapi'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import {
  createContentReader,
  createPhotoStore,
  createRenderers,
  openFormatShelf,
  publish,
  type Renderer,
  startRenderer,
  type Waiting,
} from '@wijkpers/publishing'
import { openStore, StoreGoneError } from '@wijkpers/releases'
import { createActs } from './acts.ts'
import type { Config } from './config.ts'
import { createMetrics } from './metrics.ts'
import { createNextPublish } from './next-publish.ts'
import { createReceiptBook, type OpenReceipt } from './receipts.ts'
import { openRolloutNote } from './rollout-note.ts'
import { createPublisherServer } from './server.ts'
import { openSiteFormats } from './site-formats.ts'
import { explain } from './texts.ts'
import { createWijken } from './wijken.ts'

/** Publishes at the same moment; one of them is kept for editors who wait. */
const SLOTS = 2
/** The longest a publish waits when its hint is lost, in milliseconds. */
const SWEEP_MS = 1_000

/** Starts publishing by `config`. Rejects when the address is busy, the store is locked or the site format is not built. */
export async function startPublisher(
  config: Config,
  log: Logger,
  onStoreGone: () => void,
): Promise<{ stop(): Promise<void> }> {
  const now = () => config.fixedNow ?? new Date()
  const clock = () => new Date()
  const cms = createCmsClient(config.cms)
  const metrics = createMetrics()
  const store = openStore(config.folders.releases)
  const target = createEmbeddedTarget({ store, filesUrl: config.filesUrl })
  const shelf = openFormatShelf({
    folder: join(config.folders.publisher, 'formats'),
    built: config.folders.siteFormat,
  })
  const formats = await openSiteFormats({
    note: openRolloutNote(join(config.folders.publisher, 'format.json')),
    shelf,
    renderers: createRenderers({
      shelf,
      start: (folder) => startRenderer({ folder, processes: SLOTS }),
      now: Date.now,
    }),
    live: (wijk) => target.live(wijk),
    sitesUrl: config.sitesUrl,
    now: clock,
    log,
  })
  const wijken = createWijken({ cms, target, formats, now })
  const receipts = createReceiptBook({
    folder: join(config.folders.publisher, 'receipts'),
    report: (receipt) => cms.reportReceipt(receipt),
    now: clock,
    onReportFailed: (error) =>
      log.warn({ err: error }, 'the CMS did not take a receipt; the next look tells it again'),
  })
  const ports = {
    content: createContentReader(cms),
    photos: createPhotoStore({
      folder: join(config.folders.publisher, 'photos'),
      original: (url) => cms.original(url),
    }),
    target,
    sitesUrl: config.sitesUrl,
    now,
    newestRelease: (wijk) => wijken.newestRelease(wijk),
    async hold(wijk, held) {
      log.warn({ wijk, held }, 'the release that this wijk was held at is gone: it is held at its newest one')
      await cms.hold(wijk, held)
    },
  } satisfies Omit<Parameters<typeof publish>[2], 'renderer'>

  const open = new Map<WijkId, OpenReceipt>()
  let isLost = false
  const dispatcher = createLocalDispatcher({
    async due() {
      const due = await wijken.due()
      if (isLost) log.info('the CMS answers again')
      isLost = false
      metrics.lookEnded(due.length)
      return due
    },
    byTheClock: {
      outdated: () => wijken.outdated(),
      // A clock that stands still never comes there.
      nextAt: () => (config.fixedNow ? null : instantOf(target.nextOutdated(now().toISOString()))),
    },
    slots: SLOTS,
    sweepMs: SWEEP_MS,
    gapMs: target.gapMs,
    onLookFailed(error) {
      metrics.lookFailed()
      if (!isLost)
        log.warn(`cannot look which wijken are due, looking again each second: ${messageOf(error)}`)
      isLost = true
    },
    onFailed(wijk, error, { attempts, nextTryAt }) {
      open.get(wijk)?.failed(explain(error), attempts, nextTryAt)
      log.error(
        { err: error, wijk, attempts, nextTryAt: new Date(nextTryAt) },
        'a publish failed; the last release stays live',
      )
      if (error instanceof StoreGoneError) onStoreGone()
    },
  })

  const next = createNextPublish()
  const server = createPublisherServer({
    hintSecret: config.hintSecret,
    dispatcher,
    wijken,
    receipts,
    acts: createActs({ cms, target, wijken, formats, dispatcher, next, now: clock }),
    formats,
    metrics,
    now: clock,
    onError: (error) => log.error({ err: error }, 'a request failed'),
  })
  server.listen(config.port, config.host)
  await once(server, 'listening')
  log.info(
    { address: `http://${config.host}:${config.port}`, format: (await formats.progress()).chosen },
    'publishing',
  )

  const stopping = new AbortController()
  async function publishOne(turn: Waiting): Promise<void> {
    const { wijk } = turn
    const ended = metrics.publishStarted()
    try {
      const receipt = await receipts.open(wijk)
      open.set(wijk, receipt)
      await wijken.meet(wijk)
      await formats.use(turn, (renderer: Renderer) => publish(wijk, receipt, { ...ports, renderer }))
      ended('live')
    } catch (error) {
      ended('failed')
      throw error
    }
  }
  const running = dispatcher.run((turn) => next.run(turn.wijk, () => publishOne(turn)), stopping.signal)

  return {
    async stop() {
      stopping.abort()
      server.close()
      server.closeAllConnections()
      await running
      await formats.close()
      store.close()
    },
  }
}

function instantOf(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
