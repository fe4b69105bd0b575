/** The site formats of this installation: which one each wijk is made in, and how a new one goes over all of them. */
import type { Slug, WijkId } from '@wijkpers/content'
import {
  atStart,
  choose,
  createRolloutFailures,
  type FirstSite,
  type FormatShelf,
  formatFor,
  formatOf,
  hashOfFormat,
  isFailing,
  NoSiteFormatError,
  type Pause,
  type Renderer,
  RendererLostError,
  RenderFailedError,
  type Renderers,
  type Rollout,
  type Waiting,
} from '@wijkpers/publishing'
import type { Logger } from 'pino'
import { messageOf } from '../message-of.ts'
import type { RolloutNote } from './rollout-note.ts'
import { createUsableFormats } from './usable-formats.ts'

/** Where a wijk stands, at a look. */
export interface Stand {
  readonly id: WijkId
  readonly slug: Slug
  readonly wanted: number
  readonly isHeld: boolean
  /** The format that is live; null when it has no site. */
  readonly hash: string | null
}

/** A wijk that stays on its last good release, because the chosen format fails on it. */
export interface FailedWijk {
  readonly slug: string
  readonly page: string | null
  readonly error: string
  readonly attempts: number
  readonly nextTryAt: string
}

/** How far the chosen format is, as `GET /format` shows it. */
export interface RolloutProgress {
  readonly chosen: string
  readonly former: string | null
  /** The newest build on disk; another one than `chosen` can be chosen. */
  readonly newestBuild: string | null
  /** All that can be chosen. */
  readonly kept: readonly string[]
  /** Copies of formats of which the files cannot be read: nothing is made with them. */
  readonly unusable: readonly { readonly hash: string; readonly error: string }[]
  readonly since: string
  readonly pause: Pause | null
  /** Wijken with a site that are not held. */
  readonly total: number
  readonly done: number
  readonly failed: readonly FailedWijk[]
  /** Held wijken stay in the format of the release they are held at. */
  readonly held: number
  readonly perMinute: number
  /** Null when nothing is left, or nothing moves. */
  readonly secondsLeft: number | null
}

export type FormatAct = 'pause' | 'resume' | 'undo' | 'use'
export type FormatRefusal = 'unknown-format' | 'several-formats' | 'nothing-former'

type SomeRenderer = Renderer & { pids(): number[]; close(): void }

export interface SiteFormatsOptions {
  readonly note: RolloutNote
  readonly shelf: FormatShelf
  readonly renderers: Renderers<SomeRenderer>
  readonly live: (wijk: WijkId) => FirstSite | null
  readonly sitesUrl: string
  readonly hub: string | null
  readonly now: () => Date
  readonly log: Logger
}

/** How many of the wijken that stopped a rollout are named. */
const NAMED = 10
/** What speed is measured over, in milliseconds. */
const RATE_WINDOW_MS = 60_000

/** The copy of the chosen format is there and cannot be opened. Another start may help; without its folder the newest build is chosen. */
class ChosenFormatUnusableError extends Error {
  override readonly name = 'ChosenFormatUnusableError'
  constructor(folder: string, cause: unknown) {
    super(
      `[formats] the chosen site format cannot be opened: ${messageOf(cause)}. When another start does not help, remove ${folder}: then the newest build is chosen`,
      { cause },
    )
  }
}

/** Throws NoSiteFormatError when there is none at all, and ChosenFormatUnusableError. */
export async function openSiteFormats(options: SiteFormatsOptions) {
  const { note, shelf, renderers, live, sitesUrl, hub, now, log } = options
  const failures = createRolloutFailures()
  const wentOver: number[] = []
  let stands: readonly Stand[] = []
  const usable = createUsableFormats({ shelf, renderers, now, log })
  let rollout = await begin()

  async function begin(): Promise<Rollout> {
    const built = (await shelf.newestBuild()) === null ? null : await shelf.take()
    const noted = await note.read()
    await usable.look()
    if (noted) await openOrTakeAnew(noted.chosen, built)
    // One that is there but cannot be opened now stays chosen: an operator's choice outlives a machine that had a bad moment.
    const isThere = noted !== null && usable.isOnShelf(noted.chosen)
    const next = atStart(isThere ? noted : null, built, now().toISOString())
    if (!next) throw new NoSiteFormatError('[formats] there is no site format: build one first')
    if (next.chosen !== noted?.chosen) await openOrTakeAnew(next.chosen, built)
    const failed = usable.failureOf(next.chosen)
    if (failed) throw new ChosenFormatUnusableError(shelf.folderOf(next.chosen), failed.error)
    await note.write(next)
    if (next.pause?.by === 'failures')
      log.warn(
        { format: next.chosen, pause: next.pause },
        'the new site format failed on too many wijken before this start: the rollout is paused still',
      )
    return next
  }

  async function openOrTakeAnew(hash: string, built: string | null): Promise<void> {
    await usable.open([hash])
    if (hash !== built || usable.isUsable(hash)) return
    await usable.takeNewest()
    await usable.open([hash])
  }

  async function become(next: Rollout, why: string): Promise<void> {
    if (next.chosen !== rollout.chosen) wentOver.length = 0
    if (next.pause === null) failures.clear()
    rollout = next
    log.info({ format: next.chosen, former: next.former, pause: next.pause }, why)
    await note.write(next)
    await shelf.prune(new Set([...needed(), ...(next.former ? [next.former] : [])]))
    await usable.look()
  }

  const sites = () => stands.filter((stand) => stand.hash !== null && !stand.isHeld)
  const countDone = () => sites().filter(({ hash }) => hash === rollout.chosen).length
  /** The chosen format, and those that editors' publishes are made in. */
  const needed = () => new Set([rollout.chosen, ...sites().flatMap(({ hash }) => hash ?? [])])
  const failing = () => sites().filter(({ id, hash }) => hash !== rollout.chosen && failures.get(id) !== null)

  async function stopWhenFailing(): Promise<void> {
    // A render process that was lost once says nothing of the format.
    const failed = failing().filter(({ id }) => {
      const { error, attempts } = failures.get(id)!
      return attempts > 1 || !(error instanceof RendererLostError)
    })
    const done = countDone()
    if (rollout.pause || !isFailing({ failed: failed.length, done, total: sites().length })) return
    const wijken = failed.slice(0, NAMED).map(({ id, slug }) => faultOf(slug, failures.get(id)!.error))
    const pause: Pause = { by: 'failures', failed: failed.length, tried: failed.length + done, wijken }
    await become({ ...rollout, pause }, 'the new site format fails on too many wijken: the rollout is paused')
  }

  return {
    /** Why a wijk is due for what its site was made with; null when it is not. */
    whyDue(id: WijkId, { format }: Pick<FirstSite, 'format'>, wanted: number): 'format' | 'address' | null {
      const hash = hashOfFormat(format)
      if (format !== formatOf(hash, { sitesUrl, hub })) return 'address'
      if (hash === rollout.chosen || rollout.pause) return null
      return failures.isHeldBack(id, wanted, now().getTime()) ? null : 'format'
    },

    /** Told at each look how all wijken stand. */
    async looked(news: readonly Stand[]): Promise<void> {
      stands = news
      for (const { id, hash } of news) if (hash === rollout.chosen) failures.wentOver(id)
      if (!rollout.isDone && isDone())
        await become({ ...rollout, isDone: true }, 'all wijken have the new site format')
      await usable.look()
      await usable.open([...needed()])
    },

    /**
     * Publishes with the renderer that this turn asks for. That a wijk does not go over is noted here and hurts no
     * editor: then the answer is false.
     */
    async use(
      { wijk, why }: Pick<Waiting, 'wijk' | 'why'>,
      work: (renderer: Renderer) => Promise<void>,
    ): Promise<boolean> {
      const before = live(wijk)
      const has = before && hashOfFormat(before.format)
      const hash = await formatOfTurn(why, has)
      const isGoingOver = why === 'format' && hash === rollout.chosen && hash !== has
      try {
        await renderers.use(hash, work)
        if (isGoingOver) wentOver.push(now().getTime())
        return true
      } catch (error) {
        if (!isOfTheFormat(error)) throw error
        const wanted = stands.find(({ id }) => id === wijk)?.wanted ?? 0
        if (!isGoingOver) {
          if (!isCuredByChosen(error, wijk, hash, wanted)) throw error
          return goOverAtOnce(wijk, wanted, error, work)
        }
        const { attempts } = failures.add(wijk, wanted, error, now().getTime())
        log.error(
          { err: error, wijk, format: hash, attempts },
          'the new site format fails on a wijk; its last release stays live',
        )
        await stopWhenFailing()
        return false
      }
    },

    /** The message of why the chosen format fails on this wijk; null when it does not. */
    errorOf(id: WijkId): string | null {
      const failure = failures.get(id)
      return failure && messageOf(failure.error)
    },

    async progress(): Promise<RolloutProgress> {
      const at = now().getTime()
      while (wentOver.length > 0 && wentOver[0]! < at - RATE_WINDOW_MS) wentOver.shift()
      const total = sites().length
      const done = countDone()
      const failed = failing()
      const sinceMs = Math.max(1_000, at - Math.max(Date.parse(rollout.since), at - RATE_WINDOW_MS))
      const perMinute = Math.round((wentOver.length * 60_000) / sinceMs)
      const left = total - done - failed.length
      const { chosen, former, since, pause } = rollout
      return {
        chosen,
        former,
        newestBuild: await shelf.newestBuild(),
        kept: usable.all(),
        unusable: usable.failures().map(({ hash, error }) => ({ hash, error: messageOf(error) })),
        since,
        pause,
        total,
        done,
        failed: failed.map(({ id, slug }) => {
          const { attempts, nextTryAt, ...failure } = failures.get(id)!
          const { page, error } = faultOf(slug, failure.error)
          return { slug, page, error, attempts, nextTryAt: new Date(nextTryAt).toISOString() }
        }),
        held: stands.filter(({ isHeld }) => isHeld).length,
        perMinute,
        secondsLeft: left > 0 && perMinute > 0 && !pause ? Math.ceil((left / perMinute) * 60) : null,
      }
    },

    /** Does what an operator asks; answers why not when it cannot be done. */
    async perform(act: FormatAct, wanted: string | undefined): Promise<FormatRefusal | null> {
      switch (act) {
        case 'pause':
          await become({ ...rollout, pause: { by: 'operator' } }, 'an operator paused the rollout')
          return null
        case 'resume':
          await become({ ...rollout, pause: null }, 'an operator let the rollout go on')
          return null
        case 'undo': {
          if (rollout.former === null || !usable.isUsable(rollout.former)) return 'nothing-former'
          await become(chosen(rollout.former), 'an operator went back to the former site format')
          return null
        }
        case 'use': {
          const newest = await shelf.newestBuild()
          const all = new Set([...(newest ? [newest] : []), ...usable.all()])
          const found = wanted ? [...all].filter((hash) => hash.startsWith(wanted)) : newest ? [newest] : []
          const [hash] = found
          if (hash === undefined) return 'unknown-format'
          if (found.length > 1) return 'several-formats'
          const built = hash === newest ? await shelf.take() : rollout.built
          await become({ ...chosen(hash), built }, 'an operator chose a site format')
          return null
        }
      }
    },

    countProcesses: () => renderers.count(),
    close: () => renderers.close(),
  }

  /** Without any site there is nothing to go back to. */
  function isDone(): boolean {
    const all = sites()
    return all.length > 0 && countDone() === all.length
  }

  /** A mended format may be the very cure for a wijk that its own cannot make any more, and that would never get that far. */
  function isCuredByChosen(error: unknown, wijk: WijkId, hash: string, wanted: number): boolean {
    return (
      !(error instanceof RendererLostError && error.page === null) &&
      hash !== rollout.chosen &&
      !rollout.pause &&
      usable.isUsable(rollout.chosen) &&
      !failures.isHeldBack(wijk, wanted, now().getTime())
    )
  }

  /** Throws `first` when the chosen format cannot make it either. */
  async function goOverAtOnce(
    wijk: WijkId,
    wanted: number,
    first: unknown,
    work: (renderer: Renderer) => Promise<void>,
  ): Promise<true> {
    const { chosen: format } = rollout
    try {
      await renderers.use(format, work)
    } catch (error) {
      if (!isOfTheFormat(error)) throw error
      failures.add(wijk, wanted, error, now().getTime())
      throw first
    }
    wentOver.push(now().getTime())
    log.info({ wijk, format }, 'a wijk that its site format fails on has gone over to the chosen one at once')
    return true
  }

  function chosen(hash: string): Rollout {
    return choose({ ...rollout, isDone: rollout.isDone || isDone() }, hash, now().toISOString())
  }

  async function formatOfTurn(why: Waiting['why'], has: string | null): Promise<string> {
    const hash = formatFor(rollout, why, has, usable.isUsable)
    if (usable.isUsable(hash)) return hash
    // A copy that cannot be opened is made anew from its build. Where that is gone it is tried again, and no other is chosen for it.
    const failed = usable.failureOf(hash)
    if (failed && hash !== (await shelf.newestBuild())) throw failed.error
    // The folder was deleted while we run: the newest build is all there is.
    const built = await usable.takeNewest()
    if (built !== hash)
      await become({ ...chosen(built), built }, 'the site formats are gone: the newest build is used')
    return built
  }
}

export type SiteFormats = Awaited<ReturnType<typeof openSiteFormats>>

/** Whether another try of the same content with the same format would likely end the same way. */
function isOfTheFormat(error: unknown): boolean {
  return error instanceof RenderFailedError || error instanceof RendererLostError
}

/** What a format fails on, as it is told. */
function faultOf(slug: Slug, error: unknown): { slug: Slug; page: string | null; error: string } {
  const isOfPage = error instanceof RenderFailedError || error instanceof RendererLostError
  return { slug, page: isOfPage ? error.page : null, error: messageOf(error) }
}
