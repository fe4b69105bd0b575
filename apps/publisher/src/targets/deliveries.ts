/**
 * Bringing releases to every target that a wijk wants to be on. For the editor it is live when it was seen on all of
 * them; each target has its own lane, its own progress and its own back-off.
 */
import type { WijkId } from '@wijkpers/content'
import type { WijkRevision } from '@wijkpers/content/strapi'
import { type Compared, type DeliverPorts, isAsShown } from '@wijkpers/deploy'
import type { DeployTarget, FirstTarget, Priority, QuotaBudget, Waiting } from '@wijkpers/publishing'
import { type Failing, failingIn } from '../failing.ts'
import { countOf, createLane, type Lane, type LastCompared, type Role } from './lane.ts'
import type { Leaving } from './leaving.ts'
import type { OpenReceipt } from '../receipts/receipts.ts'
import { parseTargets, type TargetName } from './target-settings.ts'
import { explain, targetLabel } from '../receipts/texts.ts'

/** How one wijk stands on one target, as `/wijken/<slug>` shows it. */
export interface TargetStatus {
  readonly name: string
  /** Whether the wijk is to be there; false while it leaves. */
  readonly isWanted: boolean
  readonly release: number
  readonly state: 'live' | 'waiting' | 'busy' | 'failed' | 'leaving'
  /** Its place among those who wait for this target, from 1; null when it does not wait. */
  readonly place: number | null
  /** When it may start, as far as known: what it waits for is the target's own limit. */
  readonly waitsUntil: string | null
  readonly attempts: number
  readonly lastError: string | null
  readonly nextTryAt: string | null
  /** When all of it there was last compared with what it was brought; null when not since the publisher started. */
  readonly lastComparedAt: string | null
  /** How many files somebody had changed there then; null when it could not be compared. */
  readonly interventions: number | null
  /** Why it could not be compared, in Dutch; null when it could. */
  readonly compareError: string | null
}

/** What was found when a wijk on a target was compared, as `/wijken/<slug>/elsewhere` shows it. */
export interface ComparedThere extends Partial<Compared> {
  readonly name: string
  /** Why it could not be compared, in Dutch; null when it could. */
  readonly error: string | null
}

/** One target elsewhere, as `/targets` shows it. */
export interface LaneStatus {
  readonly name: string
  /** Wijken that wait for it. */
  readonly waiting: number
  readonly quota: (Omit<QuotaBudget, 'opensAt'> & { readonly opensAt: string }) | null
}

export interface DeliveriesOptions extends Omit<DeliverPorts, 'target'> {
  readonly first: Pick<FirstTarget, 'prove'>
  readonly elsewhere: readonly DeployTarget[]
  /** The wijken as the CMS last told them. */
  readonly wijken: () => readonly WijkRevision[]
  /** One of them; null for one that is not among them. */
  readonly wijkOf: (id: WijkId) => WijkRevision | null
  readonly standard: readonly TargetName[]
  readonly leaving: Leaving
  readonly graceMs: number
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly onDelivered: (target: string, result: 'live' | 'failed') => void
  readonly onFailed: (target: string, wijk: WijkId, error: unknown, nextTryAt: Date) => void
  readonly onLookFailed: (target: string, error: unknown) => void
  readonly onCompared: (target: string, wijk: WijkId, last: LastCompared) => void
}

/** A receipt that waits until its release was seen everywhere. */
interface Pending {
  readonly receipt: OpenReceipt
  readonly priority: Priority
  readonly release: number
  /** Tells that it was seen everywhere. */
  readonly close: () => Promise<void>
  /** Tells that an operator put another release in its place; null for the receipt of that release itself. */
  readonly hold: OpenReceipt['held'] | null
  /** What the editor was last told that it waits for. */
  told: { readonly lane: string; readonly until: number | null } | null
  isClosing: boolean
}

/** Where a wijk stands in the line of a target, the first at 0. */
interface PlaceInLine extends Pick<Waiting, 'priority' | 'notBefore'> {
  readonly place: number
}

/** The places in the line of each target, as they were when it was first asked for. */
type Places = (lane: Lane) => ReadonlyMap<WijkId, PlaceInLine>

/** Every place in a line at the price of one: after a wave thousands stand in it, and putting them in order for each would keep all others waiting. */
function placesOnce(): Places {
  const known = new Map<Lane, ReadonlyMap<WijkId, PlaceInLine>>()
  return (lane) => {
    let places = known.get(lane)
    if (!places) {
      const line = lane.dispatcher.line()
      places = new Map(
        line.map(({ wijk, priority, notBefore }, place) => [wijk, { place, priority, notBefore }]),
      )
      known.set(lane, places)
    }
    return places
  }
}

/** Another estimate than the one that was told is news from this difference on, in milliseconds. */
const NEWS_MS = 5_000

export function createDeliveries(options: DeliveriesOptions) {
  const { store, urlOf, first, elsewhere, wijken, wijkOf, standard, leaving, graceMs, now } = options
  const pending = new Map<WijkId, Pending[]>()
  const arrivals = new Map<WijkId, PromiseWithResolvers<void>>()
  const lanes = elsewhere.map(laneTo)
  const known = new Set<string>(['embedded', ...lanes.map(({ name }) => name)])

  /** Where a wijk is to be: what it says itself, as far as that exists here, or what holds for all. */
  function targetsOf(wijk: WijkId): readonly string[] {
    const own = wijkOf(wijk)?.targets
    const named = own ? parseTargets(own)?.filter((name) => known.has(name)) : null
    return named && named.length > 0 ? named : standard
  }
  /** Whether readers of this wijk come to our own server. */
  const isReadHere = (wijk: WijkId) => targetsOf(wijk).includes('embedded')
  const wantedLanes = (wijk: WijkId) => {
    const names = targetsOf(wijk)
    return lanes.filter(({ name }) => names.includes(name))
  }
  /** Lanes where this release was not seen yet. */
  const behind = (wijk: WijkId, release: number) =>
    wantedLanes(wijk).filter((lane) => lane.seen(wijk) < release)

  function awaitedAs(wijk: WijkId): Priority | null {
    const waiting = pending.get(wijk) ?? []
    return waiting.some(({ priority }) => priority === 'editor') ? 'editor' : (waiting[0]?.priority ?? null)
  }

  function roleOf(wijk: WijkId, target: string): Role {
    if (targetsOf(wijk).includes(target)) {
      leaving.end(wijk, target)
      return 'wanted'
    }
    const since = leaving.since(wijk, target)
    return since !== null && now() - since >= graceMs ? 'gone' : 'leaving'
  }

  /** Rejects when a reader does not see this wijk, as it is now, everywhere it wants to be. */
  async function ensureSeen(wijk: WijkId): Promise<void> {
    const shown = store.current(wijk)
    if (!shown || shown.files === 0) return
    const hash = store.files(wijk, shown.release).get('index.html')?.hash ?? null
    const home = { wijk, url: urlOf(shown), path: 'index.html', hash, release: shown.release }
    for (const { name, target } of wantedLanes(wijk)) {
      const live = await target.live(wijk)
      if (!isAsShown(live, shown, store)) throw new Error(`${name} shows release ${live?.release}`)
      await target.prove(home)
    }
    if (isReadHere(wijk)) await first.prove(home)
  }

  function laneTo(target: DeployTarget): Lane {
    const { name } = target
    return createLane({
      target,
      store,
      urlOf,
      wijken: () => wijken().map(({ id }) => id),
      roleOf: (wijk) => roleOf(wijk, name),
      awaitedAs,
      ensureSeen,
      now,
      onMoved: (wijk) => leaving.begin(wijk, name),
      onGone: (wijk) => leaving.end(wijk, name),
      onSeen(wijk) {
        options.onDelivered(name, 'live')
        void settle(wijk)
      },
      onLooked() {
        // Where a wijk wants to be may have changed: then nothing more comes from the target that it waited for.
        const places = placesOnce()
        for (const wijk of pending.keys()) void settle(wijk, places)
      },
      onCompared: (wijk, last) => options.onCompared(name, wijk, last),
      onLookFailed: (error) => options.onLookFailed(name, error),
      onFailed(wijk, error, { attempts, nextTryAt }) {
        options.onDelivered(name, 'failed')
        options.onFailed(name, wijk, error, new Date(nextTryAt))
        const newest = pending.get(wijk)?.at(-1)
        if (!newest || !wantedLanes(wijk).some((lane) => lane.name === name)) return
        arrivals.get(wijk)?.reject(error)
        arrivals.delete(wijk)
        newest.told = null
        newest.receipt.failed(explain(error), attempts, nextTryAt)
      },
    })
  }

  /** Closes the receipts whose release was seen everywhere by now, the oldest first. */
  async function settle(wijk: WijkId, places = placesOnce()): Promise<void> {
    const done = (pending.get(wijk) ?? []).filter(
      (each) => !each.isClosing && behind(wijk, each.release).length === 0,
    )
    for (const each of done) each.isClosing = true
    // It is on its way until the editor is being told, too.
    for (const { close } of done) await close()
    drop(wijk, done)
    tellWaiting(wijk, places)
  }

  function drop(wijk: WijkId, ended: readonly Pending[]): void {
    const rest = (pending.get(wijk) ?? []).filter((each) => !ended.includes(each))
    if (rest.length > 0) return void pending.set(wijk, rest)
    pending.delete(wijk)
    arrivals.get(wijk)?.resolve()
    arrivals.delete(wijk)
  }

  /** Closes a receipt once its release was seen everywhere; those of older releases wait on. */
  async function whenSeen(wijk: WijkId, one: Omit<Pending, 'told' | 'isClosing'>): Promise<void> {
    const waitsFor = behind(wijk, one.release)
    if (waitsFor.length === 0) {
      await settle(wijk)
      return one.close()
    }
    const before = (pending.get(wijk) ?? []).filter(({ release }) => release !== one.release)
    pending.set(wijk, [...before, { ...one, told: null, isClosing: false }])
    for (const { dispatcher } of waitsFor) dispatcher.hint(wijk, one.priority)
    for (const { dispatcher } of waitsFor) tellRefused(wijk, dispatcher, one.receipt)
    tellWaiting(wijk)
  }

  /** A target that refused this wijk too often is not tried at once, whatever is published: the editor hears why, and when it is. */
  function tellRefused(wijk: WijkId, dispatcher: Lane['dispatcher'], receipt: OpenReceipt): void {
    const { attempts, lastError } = dispatcher.progress(wijk)
    if (attempts === 0) return
    const turn = dispatcher.line().find((each) => each.wijk === wijk)
    if (turn && turn.notBefore > now() + NEWS_MS) receipt.failed(explain(lastError), attempts, turn.notBefore)
  }

  /** Tells the editor what the newest change waits for, and about until when; only when that is news. */
  function tellWaiting(wijk: WijkId, places = placesOnce()): void {
    const newest = pending.get(wijk)?.at(-1)
    const [lane] = newest ? behind(wijk, newest.release) : []
    if (!newest || !lane || lane.dispatcher.progress(wijk).attempts > 0) return
    // Without a limit of its own there is no moment to tell, and a long line is not put in order for it.
    const until = lane.target.quota ? opensFor(lane, places(lane).get(wijk)) : null
    const isNews =
      newest.told?.lane !== lane.name || Math.abs((newest.told.until ?? 0) - (until ?? 0)) > NEWS_MS
    if (!isNews) return
    newest.told = { lane: lane.name, until }
    newest.receipt.delivering({ waitsFor: targetLabel(lane.name), until })
  }

  /** When the target opens for who is here in its line; null when it is not its limit that is waited for. */
  function opensFor({ target: { quota } }: Lane, at: PlaceInLine | undefined): number | null {
    if (!at) return null
    const opensAt = Math.max(quota?.opensAt(at.place, at.priority) ?? 0, at.notBefore)
    return opensAt > now() ? opensAt : null
  }

  async function statusOn(lane: Lane, wijk: WijkId, places: Places): Promise<TargetStatus | null> {
    const { name, target, dispatcher } = lane
    const isWanted = targetsOf(wijk).includes(name)
    const live = await Promise.resolve(target.live(wijk)).catch(() => null)
    if (!isWanted && (!live || live.files.size === 0)) return null
    const { isActive, attempts, lastError, nextTryAt } = dispatcher.progress(wijk)
    const at = places(lane).get(wijk)
    const opensAt = opensFor(lane, at)
    const shown = store.current(wijk)
    const isLive = shown !== null && isAsShown(live, shown, store)
    const last = lane.lastCompared(wijk)
    return {
      name,
      isWanted,
      release: live?.release ?? 0,
      state: isActive
        ? 'busy'
        : attempts > 0
          ? 'failed'
          : !isWanted
            ? 'leaving'
            : !isLive || (at && awaitedAs(wijk) !== null)
              ? 'waiting'
              : 'live',
      place: at ? at.place + 1 : null,
      waitsUntil: opensAt === null ? null : new Date(opensAt).toISOString(),
      attempts,
      lastError: lastError === null ? null : explain(lastError),
      nextTryAt: nextTryAt === null ? null : new Date(nextTryAt).toISOString(),
      lastComparedAt: last && new Date(last.at).toISOString(),
      interventions: last?.kind === 'compared' ? countOf(last.compared) : null,
      compareError: last?.kind === 'failed' ? explain(last.error) : null,
    }
  }

  return {
    targetsOf,
    isReadHere,
    /** The receipt of a publish: live, or held, once its release was seen everywhere. */
    through(wijk: WijkId, receipt: OpenReceipt, priority: Priority): OpenReceipt {
      let read = 0
      return {
        ...receipt,
        rendering(revision, changedAt) {
          read = revision
          receipt.rendering(revision, changedAt)
        },
        live: (proof) =>
          whenSeen(wijk, {
            receipt,
            priority,
            release: proof.release,
            close: () => receipt.live(proof),
            hold: (held) => receipt.held({ ...held, revision: read }),
          }),
        async held(proof) {
          // What waited for a target is not what will be seen there.
          const overtaken = (pending.get(wijk) ?? []).filter(({ hold, isClosing }) => hold && !isClosing)
          drop(wijk, overtaken)
          for (const { hold } of overtaken) await hold!(proof)
          const close = () => receipt.held(proof)
          await whenSeen(wijk, { receipt, priority, release: proof.release, close, hold: null })
        },
      }
    },
    /** Settles when nothing of this wijk waits for a target any more; rejects when a target refuses it first. */
    arrived(wijk: WijkId): Promise<void> {
      if (!pending.has(wijk)) return Promise.resolve()
      const arrival = arrivals.get(wijk) ?? Promise.withResolvers<void>()
      arrivals.set(wijk, arrival)
      return arrival.promise
    },
    /** Whether a receipt waits until its release was seen everywhere. */
    isPending: (wijk: WijkId) => pending.has(wijk),
    /** How wijken stand on each target now; the lines are put in order once for all that are asked for. */
    standing(): (wijk: WijkId) => Promise<TargetStatus[]> {
      const places = placesOnce()
      return async (wijk) => {
        const all = await Promise.all(lanes.map((lane) => statusOn(lane, wijk, places)))
        return all.filter((status) => status !== null)
      }
    },
    /** Compares a wijk now, on each target where it is to be; what is otherwise there is put right soon after. */
    async compare(wijk: WijkId): Promise<readonly ComparedThere[]> {
      return Promise.all(
        wantedLanes(wijk).map((lane) =>
          lane.compareNow(wijk).then(
            (compared) => ({ name: lane.name, error: null, ...compared }),
            (error: unknown) => ({ name: lane.name, error: explain(error) }),
          ),
        ),
      )
    },
    /** Who keeps failing on a target where it is to be. */
    failing: (): Failing[] =>
      lanes.flatMap(({ name, dispatcher }) =>
        failingIn(dispatcher, wijken(), name).filter(({ wijk }) => targetsOf(wijk).includes(name)),
      ),
    lanes(): LaneStatus[] {
      return lanes.map(({ name, target: { quota }, dispatcher }) => {
        const budget = quota?.budget()
        return {
          name,
          waiting: dispatcher.line().length,
          quota: budget ? { ...budget, opensAt: new Date(budget.opensAt).toISOString() } : null,
        }
      })
    },
    /** The lanes to targets elsewhere, and who is wanted on each, for who has it compared with what it was brought. */
    lookedAfter: () =>
      lanes.map((lane) => ({
        lane,
        wijken: () => wijken().flatMap(({ id }) => (targetsOf(id).includes(lane.name) ? id : [])),
      })),
    /** Whether each target can be reached, and lets us in: what is wrong in Dutch, null when all is well. */
    async reached(): Promise<{ readonly name: string; readonly error: string | null }[]> {
      return Promise.all(
        lanes.map(async ({ name, target }) => {
          const error = await Promise.resolve(target.reach?.()).then(() => null, explain)
          return { name, error }
        }),
      )
    },
    async run(signal: AbortSignal): Promise<void> {
      await Promise.all(lanes.map((lane) => lane.run(signal)))
    },
  }
}

export type Deliveries = ReturnType<typeof createDeliveries>
