/** Wiring: which implementation stands behind which port. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import type { Logger } from 'pino'
import { createCmsClient } from '@wijkpers/content/strapi'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import {
  createContentReader,
  createJournal,
  createPhotoStore,
  createRenderers,
  KEPT_WIJKEN,
  openFormatShelf,
  PHOTO_FOLDER,
  publish,
  type Renderer,
  shownPhotos,
  siteOf,
  startRenderer,
  TargetWaitsError,
  type Waiting,
  type Why,
} from '@wijkpers/publishing'
import { openPreviews, openStore, StoreGoneError } from '@wijkpers/releases'
import { createActs } from './acts.ts'
import { createAnnouncements } from './announcements.ts'
import type { Config } from './config.ts'
import { countReads } from './counted-cms.ts'
import { askHealth, createFilesWatch } from './files-watch.ts'
import { createForesight } from './foresight.ts'
import { createHealth, failingIn } from './health.ts'
import { createDeliveries } from './deliveries.ts'
import { openLeaving } from './leaving.ts'
import { type Listener, listenToDatabase } from './listen.ts'
import { publishWithRoom } from './make-room.ts'
import { createMetrics } from './metrics.ts'
import { createHousework } from './housework.ts'
import { createNextPublish } from './next-publish.ts'
import { type Outcome, watchReceipt } from './outcome.ts'
import { createPreviewMaker } from './previews.ts'
import { createReceiptBook, type OpenReceipt } from './receipts.ts'
import { openRolloutNote } from './rollout-note.ts'
import { createPublisherServer } from './server.ts'
import { openSiteFormats } from './site-formats.ts'
import { createTargets } from './targets.ts'
import { explain, targetLabel } from './texts.ts'
import { createVerifiedBook } from './verified.ts'
import { createWijken } from './wijken.ts'
import { createWithdrawals } from './withdrawals.ts'

/** Publishes at the same moment, each in a process of its own: one for each core, of which one is kept for editors who wait. */
const SLOTS = Math.max(2, availableParallelism())
/** Wijken that each of those processes keeps. However many there are: together what two may keep; what a process itself takes comes on top. */
const KEPT_BY_EACH = Math.ceil((2 * KEPT_WIJKEN) / SLOTS)
/** The longest a publish waits when its hint is lost, in milliseconds. */
const SWEEP_MS = 1_000

/** After so long without rendering a publish leaves its slot, in milliseconds. */
const LONG_MS = 5_000

/** What became of a publish, in the log. */
const TOLD = {
  live: 'published',
  held: 'the wijk is held: what was published waits',
  nothing: 'nothing to publish: the CMS never knew this wijk',
} as const

/** How often it is looked what was thrown away, in milliseconds. */
const WITHDRAWALS_MS = 15_000
/** How often it is looked whether the renderer of previews is still needed, in milliseconds. */
const PREVIEWS_IDLE_MS = 60_000

/** Starts publishing by `config`. Rejects when the address is busy, the store is locked or the site format is not built. */
export async function startPublisher(
  config: Config,
  logger: Logger,
  onStoreGone: () => void,
): Promise<{ stop(): Promise<void> }> {
  const now = () => config.fixedNow ?? new Date()
  const clock = () => new Date()
  const metrics = createMetrics()
  // Who reads the log at night knows a wijk by its slug.
  const log = logger.child(
    {},
    {
      formatters: {
        log: (line) => ('wijk' in line ? { ...line, slug: wijken.slugOf(line.wijk as WijkId) } : line),
      },
    },
  )
  const cms = countReads(createCmsClient(config.cms), metrics)
  const store = openStore(config.folders.releases)
  const targetsFolder = join(config.folders.publisher, 'targets')
  const { first: target, elsewhere } = createTargets({
    settings: config.targets,
    store,
    filesUrl: config.filesUrl,
    isHttps: config.sitesUrl.startsWith('https:'),
    folder: targetsFolder,
  })
  const shelf = openFormatShelf({
    folder: join(config.folders.publisher, 'formats'),
    built: config.folders.siteFormat,
  })
  const formats = await openSiteFormats({
    note: openRolloutNote(join(config.folders.publisher, 'format.json')),
    shelf,
    renderers: createRenderers({
      shelf,
      start: (folder) =>
        startRenderer({
          folder,
          processes: SLOTS,
          keptWijken: KEPT_BY_EACH,
          onLong: (wijk) => dispatcher.stepAside(wijk),
        }),
      now: Date.now,
    }),
    live: (wijk) => target.live(wijk),
    sitesUrl: config.sitesUrl,
    hub: config.hub,
    now: clock,
    log,
  })
  const wijken = createWijken({
    cms,
    target,
    formats,
    now,
    isWrong: (wijk) => housework.wrongIn(wijk) !== null,
  })
  const receipts = createReceiptBook({
    folder: join(config.folders.publisher, 'receipts'),
    report: (receipt) => cms.reportReceipt(receipt),
    now: clock,
    onReportFailed: (error) =>
      log.warn({ err: error }, 'the CMS did not take a receipt; the next look tells it again'),
    onKeepFailed: (error) =>
      log.warn({ err: error }, 'receipts could not be kept on disk; they stay in memory'),
  })
  const deliveries = createDeliveries({
    store,
    first: target,
    elsewhere,
    urlOf: ({ host, slug }) => addressOf({ host, slug }, config.sitesUrl),
    wijken: () => wijken.all(),
    wijkOf: (id) => wijken.knownAs(id),
    standard: config.targets.standard,
    leaving: openLeaving(join(targetsFolder, 'leaving.json'), Date.now),
    graceMs: config.targets.moveGraceMs,
    now: Date.now,
    onDelivered: (name, result) => metrics.deliveryEnded(name, result),
    onFailed: (name, wijk, error, nextTryAt) =>
      log.error({ err: error, wijk, target: name, nextTryAt }, 'a delivery failed; what is there stays'),
    onLookFailed: (name, error) => log.warn({ err: error, target: name }, 'cannot look who is due there'),
  })
  metrics.watchTargets(() => deliveries.lanes())
  const making = {
    photos: createPhotoStore({
      folder: join(config.folders.publisher, 'photos'),
      original: (url) => cms.original(url),
    }),
    sitesUrl: config.sitesUrl,
    hub: config.hub,
    now,
  }
  await making.photos.knownSince()
  const announcements = createAnnouncements({
    hub: config.hub,
    onFailed: (error, feeds) =>
      log.warn({ err: error, feeds }, 'the hub was not told; who follows a feed sees it at the next look'),
  })
  const verified = createVerifiedBook(join(config.folders.publisher, 'verified'))
  const housework = createHousework({
    ...making,
    quietHours: config.quietHours,
    keep: config.keep,
    cms,
    shelf,
    store,
    target,
    wijken,
    verified,
    elsewhere: deliveries.lookedAfter(),
    look: () => dispatcher.look(),
    isIdle: () =>
      wijken.withSite().every((wijk) => !dispatcher.progress(wijk).isActive) &&
      dispatcher.line().every(({ notBefore }) => notBefore > Date.now()),
    metrics,
    log,
    clock,
  })
  const ports = {
    ...making,
    content: createContentReader(cms),
    target: {
      ...target,
      async publish(delta) {
        const release = await publishWithRoom(delta, (each) => target.publish(each), wantedUrl)
        announcements.made(delta)
        return release
      },
      // Where no reader comes there is nothing to see: then it only keeps the releases for other targets.
      prove: (proof) =>
        deliveries.targetsOf(proof.wijk).includes('embedded') ? target.prove(proof) : Promise.resolve(),
    },
    wrongIn: (wijk: WijkId) => housework.wrongIn(wijk),
    newestRelease: (wijk) => wijken.newestRelease(wijk),
    async hold(wijk, held, instead) {
      log.warn({ wijk, held }, 'the release that this wijk was held at is gone: it is held at its newest one')
      await cms.hold(wijk, held, instead)
    },
  } satisfies Omit<Parameters<typeof publish>[2], 'renderer'>

  async function wantedUrl(wijk: WijkId): Promise<string | null> {
    const manifest = await cms.manifest(wijk)
    // One that is held stays where it is.
    return manifest && !manifest.held ? (siteOf(manifest.wijk, config.sitesUrl)?.url ?? null) : null
  }

  const lookAhead = createForesight({ target, content: ports.content, now })
  const open = new Map<WijkId, OpenReceipt>()
  let lostFor: string | null = null
  const dispatcher = createLocalDispatcher({
    async due() {
      store.ensureThere()
      const due = await wijken.due((wijk) => deliveries.isPending(wijk))
      if (lostFor !== null) log.info('can look again which wijken are due')
      lostFor = null
      health.lookEnded()
      metrics.lookEnded(due.length)
      void lookAhead()
      return due
    },
    // A clock that stands still never comes there.
    byTheClock: config.fixedNow ? { ...wijken.byTheClock, nextAt: () => null } : wijken.byTheClock,
    slots: SLOTS,
    sweepMs: SWEEP_MS,
    gapMs: target.gapMs,
    onLookFailed(error) {
      health.lookFailed(error)
      metrics.lookFailed()
      if (error instanceof StoreGoneError) return onStoreGone()
      // Once for each fault, and not each second.
      if (lostFor !== messageOf(error))
        log.warn({ err: error }, 'cannot look which wijken are due, looking again each second')
      lostFor = messageOf(error)
    },
    onFailed({ wijk, why }, error, { attempts, nextTryAt }) {
      // When the same content is made anew nobody waits for it: for the editor it is live all the while.
      if (!isMadeAnew(why)) open.get(wijk)?.failed(explain(error), attempts, nextTryAt)
      health.failed(error)
      log.error(
        { err: error, wijk, why, attempts, nextTryAt: new Date(nextTryAt) },
        'a publish failed; the last release stays live',
      )
      if (error instanceof StoreGoneError) onStoreGone()
    },
  })

  const filesWatch = createFilesWatch({
    ask: askHealth(config.filesUrl),
    isNeeded() {
      const all = wijken.withSite()
      const isEmbedded = (targets: readonly string[]) => targets.includes('embedded')
      // Before the CMS told of any: where all go that say nothing else.
      return all.length > 0
        ? all.some((wijk) => isEmbedded(deliveries.targetsOf(wijk)))
        : isEmbedded(config.targets.standard)
    },
    now: Date.now,
  })
  const health = createHealth({
    now: Date.now,
    line: () => dispatcher.line(),
    isWave: (wijk) => wijken.isWave(wijk),
    files: () => filesWatch.fault(),
    slugOf: (wijk) => wijken.slugOf(wijk),
    failing: () => [...failingIn(dispatcher, wijken.all(), null), ...deliveries.failing()],
  })
  metrics.watch({
    problems: () => health.problems(),
    oldestDueSeconds() {
      const starts = dispatcher.line().filter(({ notBefore }) => notBefore <= Date.now())
      return Math.max(0, ...starts.map(({ since }) => (Date.now() - since) / 1_000))
    },
    backingOff: () => dispatcher.line().filter(({ wijk }) => dispatcher.progress(wijk).attempts > 0).length,
    renderProcesses: () => formats.countProcesses(),
    async rollout() {
      const { total, done, failed, held, pause } = await formats.progress()
      const wijken = { done, left: total - done - failed.length, failed: failed.length, held }
      return { wijken, pausedBy: pause?.by ?? null }
    },
  })

  const journal = createJournal({
    folder: join(config.folders.publisher, 'reasons'),
    live: (wijk) => target.live(wijk),
    changesSince: (wijk, revision) => cms.changes(wijk, revision),
    onFailed: (error) => log.warn({ err: error }, 'why pages were made could not be kept for `explain`'),
  })
  // Of its own: what a publish remembers of a wijk must be what is live.
  const previewRenderers = createRenderers({
    shelf,
    start: (folder) => startRenderer({ folder, processes: 1, keptWijken: 1 }),
    now: Date.now,
  })
  const endIdle = setInterval(() => void previewRenderers.keepReady(new Set()), PREVIEWS_IDLE_MS).unref()
  const previews = openPreviews(config.folders.previews)
  const preview = createPreviewMaker({
    cms,
    content: ports.content,
    target,
    making,
    use: (format, work) => previewRenderers.use(format, work),
    previews,
    secret: config.previewSecret,
    sitesUrl: config.sitesUrl,
    now: clock,
  })
  const withdrawals = createWithdrawals({
    cms,
    target,
    photos: making.photos,
    previews,
    photosIn: (wijk, release) => store.filesBelow(wijk, PHOTO_FOLDER, release).keys(),
    async photosOf(wijk) {
      const { wijk: settings = null, entries } = (await ports.content.read(wijk, { orLast: true })) ?? {}
      return settings && entries
        ? Array.from(shownPhotos(settings, entries.values()).values(), ({ photo }) => photo)
        : []
    },
    wijken,
    now: Date.now,
    onWithdrawn: (wijk, paths) => log.info({ wijk, paths }, 'thrown away: taken out of every release'),
    onLookFailed: (error) => log.warn({ err: error }, 'cannot look what was thrown away, looking again soon'),
    onFailed: (wijk, error) =>
      log.error({ err: error, wijk }, 'what was thrown away could not be taken out; it is tried again soon'),
  })
  // Right after the publish that takes it off its pages; what is on no page any more within a quarter of a minute.
  const lookAtWithdrawals = setInterval(() => void withdrawals.look(), WITHDRAWALS_MS).unref()
  const next = createNextPublish()
  function hinted(wijk: WijkId): void {
    receipts.received(wijk)
    dispatcher.hint(wijk, 'editor')
  }
  const listener = config.databaseUrl === null ? null : listenTo(config.databaseUrl)
  const server = createPublisherServer({
    hintSecret: config.hintSecret,
    onHint: (wijk) => listener?.heard(wijk) || hinted(wijk),
    dispatcher,
    wijken,
    receipts,
    verified,
    deliveries,
    acts: createActs({ cms, target, wijken, formats, dispatcher, next, deliveries, now: clock }),
    preview,
    formats,
    health,
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

  function listenTo(databaseUrl: string): Listener {
    return listenToDatabase({
      databaseUrl,
      onHint(wijk) {
        metrics.hintCame('notification')
        hinted(wijk)
      },
      onListening() {
        log.info('hears the hints of the database')
        dispatcher.look()
      },
      onLost: (error) => log.warn({ err: error }, 'hears no hints of the database, looking each second'),
    })
  }
  const stopping = new AbortController()
  async function publishOne(turn: Waiting): Promise<void> {
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
      const wasWrong = housework.wrongIn(wijk) !== null
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
  }
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
  const running = Promise.all([
    dispatcher.run((turn) => next.run(turn.wijk, () => publishOne(turn)), stopping.signal),
    deliveries.run(stopping.signal),
    filesWatch.run(stopping.signal),
  ])
  const working = housework.run(stopping.signal)

  return {
    async stop() {
      stopping.abort()
      await listener?.stop()
      server.close()
      server.closeAllConnections()
      await Promise.all([running, working])
      clearInterval(endIdle)
      clearInterval(lookAtWithdrawals)
      await Promise.all([formats.close(), previewRenderers.close()])
      store.close()
    },
  }
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
  return ['format', 'address', 'time', 'purge', 'lost'].includes(why)
}

/** The public address of a site: below SITES_URL, or on a domain of its own. */
function addressOf({ host, slug }: { host: string; slug: string }, sitesUrl: string): string {
  const below = sitesUrl.replace('{slug}', slug).replace(/\/$/, '')
  return new URL(below).hostname === host ? below : `https://${host}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
