/** Wiring: which implementation stands behind which port. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { siteUrlAt, type WijkId } from '@wijkpers/content'
import { createCmsClient } from '@wijkpers/content/strapi'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import {
  createJournal,
  createPhotoStore,
  createRenderers,
  KEPT_WIJKEN,
  makeReady,
  openFormatShelf,
  PHOTO_FOLDER,
  shownPhotos,
  startRenderer,
} from '@wijkpers/publishing'
import { openStore, StoreGoneError } from '@wijkpers/releases'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createForesight } from './foresight.ts'
import { openIntake } from './intake/intake.ts'
import { createNextPublish } from './next-publish.ts'
import { createOnePublish } from './one-publish.ts'
import { openPreviewing } from './previewing.ts'
import { createPublishPorts } from './publish-ports.ts'
import { doChores } from './quiet-hours/chores.ts'
import { createHousework } from './quiet-hours/housework.ts'
import { createVerifiedBook } from './quiet-hours/verified.ts'
import { createReadiness } from './readiness.ts'
import { createAnnouncements } from './receipts/announcements.ts'
import { createReceiptBook } from './receipts/receipts.ts'
import { openRolloutNote } from './site-formats/rollout-note.ts'
import { openSiteFormats } from './site-formats/site-formats.ts'
import { createDeliveries } from './targets/deliveries.ts'
import { outcomeOf } from './targets/lane.ts'
import { openLeaving } from './targets/leaving.ts'
import { createTargets } from './targets/targets.ts'
import { countReads } from './watch/counted-cms.ts'
import { createLooks } from './watch/looks.ts'
import { createMetrics } from './watch/metrics.ts'
import { createWatch } from './watch/watch.ts'
import { createWijken } from './wijken.ts'
import { createWithdrawals } from './withdrawals.ts'

/** Publishes at the same moment, each in a process of its own: one for each core, of which one is kept for editors who wait. */
const SLOTS = Math.max(2, availableParallelism())
/** How many wijken each process keeps. However many processes there are, together they keep what two would; each process's own memory comes on top. */
const KEPT_BY_EACH = Math.ceil((2 * KEPT_WIJKEN) / SLOTS)
/** The longest a publish waits when its hint is lost, in milliseconds. */
const LOOK_MS = 1_000
/** How soon a wijk that somebody came to work in is made ready, in milliseconds. */
const READY_MS = 250
const AT_ANY_HOUR = { from: 0, until: 24 }
/** How often we look for files that were thrown away, in milliseconds. */
const WITHDRAWALS_MS = 15_000

/**
 * Starts publishing by `config`. Parts know each other: what is named here before it is made is called only once all are.
 * Rejects when the address is busy, the store is locked or the site format is not built.
 */
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
  const renderers = createRenderers({
    shelf,
    start: (folder) =>
      startRenderer({
        folder,
        processes: SLOTS,
        keptWijken: KEPT_BY_EACH,
        onLong: (wijk) => dispatcher.stepAside(wijk),
      }),
    now: Date.now,
  })
  const formats = await openSiteFormats({
    note: openRolloutNote(join(config.folders.publisher, 'format.json')),
    shelf,
    renderers,
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
    onUnreadable: (wijk, error) =>
      log.error(
        { err: error, wijk },
        'the CMS tells this wijk in a way that cannot be read: it stays as it is',
      ),
  })
  const receipts = createReceiptBook({
    folder: join(config.folders.publisher, 'receipts'),
    report: (receipt) => cms.reportReceipt(receipt),
    knownAs: (wijk) => wijken.knownAs(wijk),
    now: clock,
    onReportFailed: (error) =>
      log.warn({ err: error }, 'the CMS did not take a receipt; it is told again soon'),
    onKeepFailed: (error) =>
      log.warn({ err: error }, 'receipts could not be kept on disk; they stay in memory'),
  })
  const deliveries = createDeliveries({
    store,
    first: target,
    elsewhere,
    urlOf: ({ host, slug }) => siteUrlAt(host, slug, config.sitesUrl),
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
    onCompared(name, wijk, last) {
      metrics.comparedThere(name, outcomeOf(last))
      if (last.kind === 'failed')
        log.warn({ err: last.error, wijk, target: name }, 'what is there could not be compared')
      else if (outcomeOf(last) === 'different')
        log.error(
          { wijk, target: name, ...last.compared },
          'what is there was changed by somebody else, or lost; it is put right',
        )
    },
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
  const isIdle = () =>
    wijken.withSite().every((wijk) => !dispatcher.progress(wijk).isActive) &&
    dispatcher.line().every(({ notBefore }) => notBefore > Date.now())
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
    isIdle,
    metrics,
    log,
    clock,
  })
  const ports = createPublishPorts({ making, cms, target, announcements, deliveries, housework, wijken, log })

  const stopping = new AbortController()
  const readiness = createReadiness({
    makeReady: (wijk, format) => renderers.use(format, (renderer) => makeReady(wijk, { ...ports, renderer })),
    target,
    isHeld: (wijk) => wijken.isHeld(wijk),
    wijken: () => (wijken.knownOf() === null ? null : wijken.all()),
    onEnded(wijk, result, error) {
      // Then its render process was ended by us.
      if (stopping.signal.aborted) return
      metrics.madeReady(result)
      if (error)
        log.warn({ err: error, wijk }, 'a wijk could not be made ready: its next publish takes longer')
    },
    now: clock,
  })
  const lookAhead = createForesight({ target, content: ports.content, now })
  const dispatcher = createLocalDispatcher({
    async due() {
      store.ensureThere()
      const due = await wijken.due((wijk) => deliveries.isPending(wijk) || receipts.isBeingTold(wijk))
      looks.ended(due.length)
      void lookAhead()
      return due
    },
    // A clock that stands still never comes there.
    byTheClock: config.fixedNow ? { ...wijken.byTheClock, nextAt: () => null } : wijken.byTheClock,
    isBehind: (wijk) => wijken.isBehind(wijk),
    slots: SLOTS,
    lookMs: LOOK_MS,
    gapMs: target.gapMs,
    onLookFailed(error) {
      looks.failed(error)
      if (error instanceof StoreGoneError) onStoreGone()
    },
    onFailed(turn, error, next) {
      onePublish.failed(turn, error, next)
      if (error instanceof StoreGoneError) onStoreGone()
    },
  })

  const watch = createWatch({ config, dispatcher, wijken, deliveries, formats, metrics })
  const { health } = watch
  const looks = createLooks({ health, metrics, log })

  const journal = createJournal({
    folder: join(config.folders.publisher, 'reasons'),
    live: (wijk) => target.live(wijk),
    changesSince: (wijk, revision) => cms.changes(wijk, revision),
    onFailed: (error) => log.warn({ err: error }, 'why pages were made could not be kept for `explain`'),
  })
  const previewing = openPreviewing({
    folder: config.folders.previews,
    secret: config.previewSecret,
    sitesUrl: config.sitesUrl,
    shelf,
    cms,
    content: ports.content,
    target,
    making,
    now: clock,
  })
  const withdrawals = createWithdrawals({
    cms,
    target,
    photos: making.photos,
    previews: previewing.previews,
    photosIn: (wijk, release) => store.filesBelow(wijk, PHOTO_FOLDER, release).keys(),
    async photosOf(wijk) {
      // Of now, or not at all: what is taken out does not come back, and it is tried again soon.
      const { wijk: settings = null, entries } = (await ports.content.read(wijk)) ?? {}
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
  const onePublish = createOnePublish({
    ports,
    formats,
    journal,
    receipts,
    announcements,
    deliveries,
    wijken,
    housework,
    readiness,
    withdrawals,
    dispatcher,
    health,
    metrics,
    log,
  })
  const next = createNextPublish()
  const intake = await openIntake({
    config,
    cms,
    target,
    dispatcher,
    next,
    wijken,
    receipts,
    verified,
    deliveries,
    formats,
    preview: previewing.preview,
    onSoon: (wijk) => readiness.ask(wijk),
    health,
    metrics,
    now: clock,
    log,
  })
  log.info(
    { address: `http://${config.host}:${config.port}`, format: (await formats.progress()).chosen },
    'publishing',
  )

  const running = Promise.all([
    dispatcher.run((turn) => next.run(turn.wijk, () => onePublish.run(turn)), stopping.signal),
    deliveries.run(stopping.signal),
    watch.run(stopping.signal),
  ])
  const working = housework.run(stopping.signal)
  const readying = doChores(
    {
      chores: [readiness.chore],
      isIdle,
      quietHours: AT_ANY_HOUR,
      now: clock,
      onFailed: (_, error) => log.info({ err: error }, 'no wijk can be made ready now; it is tried again'),
      lookMs: READY_MS,
    },
    stopping.signal,
  )

  return {
    async stop() {
      stopping.abort()
      await intake.close()
      await Promise.all([running, working])
      clearInterval(lookAtWithdrawals)
      await Promise.all([formats.close(), previewing.close()])
      await readying
      store.close()
      // Last: a CMS that hangs may take longer than we are given.
      await receipts.told()
    },
  }
}
