/** Which wijken there are, which of them are due, and how each one stands. */
import type { Slug, WijkId } from '@wijkpers/content'
import type { CmsClient, Held, WijkRevision } from '@wijkpers/content/strapi'
import {
  type Dispatcher,
  type Due,
  type FirstTarget,
  hashOfFormat,
  isHeldThere,
  isOfRevision,
  isRightAt,
  type Progress,
  type Why,
} from '@wijkpers/publishing'
import type { ReceiptBook, ReceiptRecord } from './receipts.ts'
import type { SiteFormats, Stand } from './site-formats.ts'
import type { Deliveries, TargetStatus } from './deliveries.ts'
import type { Steps } from './steps.ts'
import { explain } from './texts.ts'
import type { VerifiedBook } from './verified.ts'

/** One wijk as `/wijken/<slug>` shows it. */
export interface WijkStatus {
  readonly id: WijkId
  readonly slug: Slug
  readonly wanted: number
  readonly live: number
  readonly release: number
  /** The instant until which what is live is right without an edit; null for ever, or when nothing is live. */
  readonly validUntil: string | null
  readonly state: string
  readonly attempts: number
  readonly lastError: string | null
  readonly nextTryAt: string | null
  /** While it waits for its turn; null otherwise. */
  readonly waitingSince: string | null
  /** Its place among those who may start now, from 1; null when it does not wait, or backs off. */
  readonly place: number | null
  /** Why it waits. */
  readonly why: Why | null
  readonly lastLiveAt: string | null
  /** Where the time of the newest publish went, in milliseconds. */
  readonly steps: Partial<Steps>
  /** Hash of the site format that is live; null when nothing is. */
  readonly format: string | null
  /** Why the chosen site format fails on this wijk, which stays in the one it has; null when it does not. */
  readonly formatError: string | null
  /** The wijk stays at an earlier release until an operator lets it go on; null when it follows its content. */
  readonly held: Held | null
  /** When it was last verified, and how many files differed then. Null when it was not yet. */
  readonly lastVerifiedAt: string | null
  readonly differences: number | null
  /** How it stands on each target elsewhere. */
  readonly targets: readonly TargetStatus[]
}

export interface WijkenOptions {
  readonly cms: Pick<CmsClient, 'wijken'>
  readonly target: Pick<FirstTarget, 'live' | 'outdated' | 'nextOutdated' | 'owesPurge'>
  readonly formats: Pick<SiteFormats, 'whyDue' | 'looked' | 'errorOf'>
  /** The moment for which pages are made. */
  readonly now: () => Date
  /** Whether what is live was found to be wrong. */
  readonly isWrong: (wijk: WijkId) => boolean
}

/** The list of wijken as the CMS last told it, compared with what is live. */
export function createWijken({ cms, target, formats, now, isWrong }: WijkenOptions) {
  let known: readonly WijkRevision[] = []
  let byId: ReadonlyMap<WijkId, WijkRevision> = new Map()
  const knownAs = (id: WijkId) => byId.get(id) ?? null
  async function refresh(): Promise<void> {
    known = await cms.wijken()
    byId = new Map(known.map((wijk) => [wijk.id, wijk]))
  }

  function dueOf(wijk: WijkRevision, isOnItsWay: (id: WijkId) => boolean): Due | null {
    const { id, slug, wanted, awaited, changedAt, live: told, release, held } = wijk
    const live = target.live(id)
    // It is told once it was seen on every target.
    const untold: Due | null = isOnItsWay(id) ? null : { wijk: id, priority: 'editor', why: 'untold' }
    const purge: Due | null = target.owesPurge?.(id) ? { wijk: id, priority: 'fan-out', why: 'purge' } : null
    // Once it shows where it is held, only the CMS may have to be told so. A site that was taken down is not held.
    if (held && slug !== null && live?.host !== '') {
      if (!isHeldThere(live, held)) return { wijk: id, priority: 'editor', why: 'held' }
      return (release < live!.release ? untold : null) ?? purge
    }
    if (!live && wanted > told) return { wijk: id, priority: 'editor', why: 'revision' }
    if (!live) return slug === null ? null : { wijk: id, priority: 'bulk', why: 'lost' }
    // Also a lower one than is live, or the same number of another moment: the CMS was put back from a backup.
    if (!isOfRevision(live, { revision: wanted, changedAt })) {
      const isWave = awaited <= live.revision && live.revision < wanted
      return { wijk: id, priority: isWave ? 'fan-out' : 'editor', why: 'revision' }
    }
    if (live.rollback !== null) return { wijk: id, priority: 'editor', why: 'held' }
    if (told < live.revision && untold) return untold
    if (!isRightAt(live.validity, now().toISOString())) return { wijk: id, priority: 'fan-out', why: 'time' }
    // What is live is right, but a CDN may show what was: nobody would look after it any more.
    if (purge) return purge
    // A site that was taken down is made with nothing.
    const why = live.host === '' ? null : formats.whyDue(id, live, wanted)
    if (why) return { wijk: id, priority: 'bulk', why }
    return isWrong(id) ? { wijk: id, priority: 'bulk', why: 'repair' } : null
  }

  function standOf({ id, slug, wanted, held }: WijkRevision): Stand | null {
    const live = target.live(id)
    if (slug === null) return null
    return { id, slug, wanted, isHeld: held !== null, hash: live?.host ? hashOfFormat(live.format) : null }
  }

  return {
    /** Those whose release is on its way to other targets need no second telling. */
    async due(isOnItsWay: (id: WijkId) => boolean = () => false): Promise<Due[]> {
      await refresh()
      await formats.looked(known.flatMap((wijk) => standOf(wijk) ?? []))
      return known.flatMap((wijk) => dueOf(wijk, isOnItsWay) ?? [])
    },
    /** As the CMS last told them. */
    all: () => known,
    /** One of them; null for one that is not known. */
    knownAs,
    byTheClock: {
      /** The wijken whose pages are no longer right by the clock; one that is held stays as it is. */
      outdated(): WijkId[] {
        const held = new Set(known.filter((wijk) => wijk.held).map(({ id }) => id))
        return target.outdated(now().toISOString()).filter((id) => !held.has(id))
      },
      /** When there will be another, in epoch milliseconds; null when none will be. */
      nextAt(): number | null {
        const next = target.nextOutdated(now().toISOString())
        return next === null ? null : Date.parse(next)
      },
    },
    /** Asks the CMS for its wijken when this one is not among those known: it may be new. */
    async meet(id: WijkId): Promise<void> {
      if (!knownAs(id)) await refresh()
    },
    /** A wijk as the CMS tells it now; null when it never was. Throws CmsUnavailableError. */
    async find(id: WijkId): Promise<WijkRevision | null> {
      await refresh()
      return knownAs(id)
    },
    /** Asks the CMS for its wijken. Throws CmsUnavailableError. */
    refresh,
    /** Whether what is live is the content that the CMS wanted when it was last asked. */
    showsNewest(id: WijkId): boolean {
      const wijk = knownAs(id)
      const live = target.live(id)
      if (!wijk || !live) return !wijk || wijk.slug === null
      const { wanted: revision, changedAt } = wijk
      return wijk.held === null && live.rollback === null && isOfRevision(live, { revision, changedAt })
    },
    /** Whether an operator holds it at an earlier release, at the last look. */
    isHeld: (id: WijkId): boolean => knownAs(id)?.held != null,
    /** Null for a wijk that is not known, or was deleted. */
    slugOf: (id: WijkId): Slug | null => knownAs(id)?.slug ?? null,
    /** The wijken that the CMS had when it was last asked. */
    withSite: (): WijkId[] => known.flatMap(({ id, slug }) => (slug === null ? [] : id)),
    newestRelease: (id: WijkId) => knownAs(id)?.release ?? 0,
    async statuses(
      dispatcher: Pick<Dispatcher, 'progress' | 'line'>,
      receipts: Pick<ReceiptBook, 'of'>,
      verified: Pick<VerifiedBook, 'of'>,
      deliveries: Pick<Deliveries, 'isPending' | 'standing'> = nowhereElse,
    ): Promise<WijkStatus[]> {
      // The newest numbers when the CMS answers, the last known ones when it does not.
      await refresh().catch(() => undefined)
      const now = Date.now()
      const line = new Map(dispatcher.line().map((waiting, index) => [waiting.wijk, { waiting, index }]))
      const targetsOf = deliveries.standing()
      return Promise.all(
        known
          .flatMap((wijk) => (wijk.slug ? [{ ...wijk, slug: wijk.slug }] : []))
          .map(async ({ id, slug, wanted, changedAt, live: toldLive, held }) => {
            const told = await receipts.of(id)
            const verdict = await verified.of(id)
            // After the receipts: a publish that failed while they were read is told with its reason.
            const live = target.live(id)
            const progress = dispatcher.progress(id)
            const newest = told[0]?.state ?? 'received'
            const { waiting, index } = line.get(id) ?? { waiting: null, index: 0 }
            const isLater =
              live !== null && live.revision > wanted && (live.changedAt ?? changedAt) >= changedAt
            const isLive = live !== null && (isLater || isOfRevision(live, { revision: wanted, changedAt }))
            const here = held && progress.attempts === 0 ? 'held' : stateOf(progress, newest, isLive)
            // What was proven live stays active while the CMS is told; the failures before it are over by then.
            const { attempts, lastError, nextTryAt } = here === 'live' ? nothingWrong : progress
            const targets = await targetsOf(id)
            const failing = targets.find(({ isWanted, state }) => isWanted && state === 'failed')
            const isBehind = targets.some((on) => on.isWanted && on.state !== 'live')
            const isOnItsWay = deliveries.isPending(id) || (isBehind && toldLive < (live?.revision ?? 0))
            const state = here !== 'live' ? here : failing ? 'failed' : isOnItsWay ? 'deploying' : here
            return {
              id,
              slug,
              wanted,
              live: isOnItsWay ? Math.min(toldLive, live?.revision ?? 0) : (live?.revision ?? 0),
              release: live?.release ?? 0,
              validUntil: live?.validity?.until ?? null,
              state,
              attempts: failing?.attempts ?? attempts,
              lastError: failing?.lastError ?? (lastError === null ? null : explain(lastError)),
              nextTryAt: failing?.nextTryAt ?? iso(nextTryAt),
              waitingSince: iso(waiting?.since ?? null),
              place: waiting && waiting.notBefore <= now ? index + 1 : null,
              why: waiting?.why ?? null,
              lastLiveAt: told.find(({ liveAt }) => liveAt !== null)?.liveAt ?? null,
              steps: told[0]?.steps ?? {},
              format: live && hashOfFormat(live.format),
              formatError: formats.errorOf(id),
              held,
              lastVerifiedAt: verdict?.at ?? null,
              differences: verdict?.differences ?? null,
              targets,
            }
          }),
      )
    },
  }
}

function iso(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}

const nowhereElse = { isPending: () => false, standing: () => () => Promise.resolve([]) }

const nothingWrong = { attempts: 0, lastError: null, nextTryAt: null } as const

function stateOf({ isActive, attempts }: Progress, newest: ReceiptRecord['state'], isLive: boolean): string {
  // The receipt of an earlier publish says nothing of the one that has just begun.
  if (isActive) return newest === 'live' && !isLive ? 'received' : newest
  if (attempts > 0) return 'failed'
  return isLive ? 'live' : 'received'
}

export type Wijken = ReturnType<typeof createWijken>
