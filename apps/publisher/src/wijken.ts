/** Which wijken there are, which of them are due, and what is known of how each one stands. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Slug, WijkId } from '@wijkpers/content'
import { type CmsClient, CmsUnavailableError, type WijkRevision } from '@wijkpers/content/strapi'
import {
  type Dispatcher,
  type Due,
  type FirstSite,
  type FirstTarget,
  hashOfFormat,
  isHeldThere,
  isOfRevision,
  isRightAt,
} from '@wijkpers/publishing'
import type { Failing } from './failing.ts'
import type { ReceiptBook } from './receipts/receipts.ts'
import type { SiteFormats, Stand } from './site-formats/site-formats.ts'
import type { Deliveries } from './targets/deliveries.ts'
import { standingOf, type WijkStatus } from './standing.ts'
import type { VerifiedBook } from './quiet-hours/verified.ts'

/** A wijk with a site, or with one to come. */
export type WijkWithSlug = WijkRevision & { readonly slug: Slug }

/** Whom to ask how far a wijk is. */
export interface StandingSources {
  readonly dispatcher: Pick<Dispatcher, 'progress' | 'line'>
  readonly receipts: Pick<ReceiptBook, 'newest'>
  readonly verified: Pick<VerifiedBook, 'of'>
  readonly deliveries: Pick<Deliveries, 'isPending' | 'standing'>
}

export interface WijkenOptions {
  readonly cms: Pick<CmsClient, 'wijken'>
  readonly target: Pick<FirstTarget, 'live' | 'everyLive' | 'outdated' | 'nextOutdated' | 'owesPurge'>
  readonly formats: Pick<SiteFormats, 'whyDue' | 'looked' | 'errorOf'>
  /** The moment for which pages are made. */
  readonly now: () => Date
  /** Whether what is live was found to be wrong. */
  readonly isWrong: (wijk: WijkId) => boolean
  /** Told once when the CMS tells a wijk in a way that cannot be read: what is live of it stays as it is. */
  readonly onUnreadable?: (wijk: WijkId, error: Error) => void
}

interface Unreadable {
  readonly since: number
  readonly error: Error
}

/** The longest that who only asks how things stand waits for the CMS, in milliseconds. */
const ASK_MS = 2_000

/** The list of wijken as the CMS last told it, compared with what is live. */
export function createWijken({ cms, target, formats, now, isWrong, onUnreadable }: WijkenOptions) {
  let known: readonly WijkRevision[] = []
  /** Those that the CMS told in a way that cannot be read, with since when. */
  let unreadable: ReadonlyMap<WijkId, Unreadable> = new Map()
  let byId: ReadonlyMap<WijkId, WijkRevision> = new Map()
  /** When the CMS was asked what is known, in epoch milliseconds; null while it never answered. */
  let knownOf: number | null = null
  /** Due, at the last look, for an act elsewhere that nobody waits for here. */
  let waves: ReadonlySet<WijkId> = new Set()
  const knownAs = (id: WijkId) => byId.get(id) ?? null
  // Counted, as the clock may be put back: an answer that was long on its way never takes the place of a newer one.
  let asked = 0
  let answered = 0
  async function refresh(): Promise<void> {
    const turn = ++asked
    const askedAt = Date.now()
    const errors = new Map<WijkId, Error>()
    const told = await cms.wijken((id, error) => void errors.set(id, error))
    if (turn < answered) return
    for (const [id, error] of errors) if (!unreadable.has(id)) onUnreadable?.(id, error)
    unreadable = new Map(
      [...errors].map(([id, error]) => [id, { since: unreadable.get(id)?.since ?? askedAt, error }]),
    )
    answered = turn
    known = told
    knownOf = askedAt
    // Of one that cannot be read now, what was told last: where it is to be does not change by that.
    const before = [...errors.keys()].flatMap((id) => byId.get(id) ?? [])
    byId = new Map([...before, ...known].map((wijk) => [wijk.id, wijk]))
  }

  function dueOf(
    wijk: WijkRevision,
    live: FirstSite | null,
    isOnItsWay: (id: WijkId) => boolean,
  ): Due | null {
    const { id, slug, wanted, awaited, changedAt, live: told, release, held } = wijk
    // It is told once it was seen on every target. It is online: nobody who publishes waits for that.
    const untold: Due | null = isOnItsWay(id) ? null : { wijk: id, priority: 'fan-out', why: 'untold' }
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

  function standOf({ id, slug, wanted, held }: WijkRevision, live: FirstSite | null): Stand | null {
    if (slug === null) return null
    return { id, slug, wanted, isHeld: held !== null, hash: live?.host ? hashOfFormat(live.format) : null }
  }

  return {
    /** Those whose release is on its way to other targets, or whose receipt is to the CMS, need no second telling. */
    async due(isOnItsWay: (id: WijkId) => boolean = () => false): Promise<Due[]> {
      await refresh()
      const stands = target.everyLive()
      await formats.looked(known.flatMap((wijk) => standOf(wijk, stands(wijk.id)) ?? []))
      const live = target.everyLive()
      const due = known.flatMap((wijk) => dueOf(wijk, live(wijk.id), isOnItsWay) ?? [])
      const ofWaves = due.filter(({ priority, why }) => priority === 'fan-out' && why === 'revision')
      waves = new Set(ofWaves.map(({ wijk }) => wijk))
      return due
    },
    /** Those that cannot be looked at: what the CMS tells of them cannot be read. */
    failing: (): Failing[] => Array.from(unreadable, ([wijk, fault]) => ({ wijk, target: null, ...fault })),
    /** Whether, at the last look, it was due only for an act elsewhere, for which nobody waits here. */
    isWave: (id: WijkId): boolean => waves.has(id),
    /** As the CMS last told them. */
    all: () => known,
    /** One of them; null for one that is not known. */
    knownAs,
    byTheClock: {
      /**
       * The wijken whose pages are no longer right by the clock. One that is held stays as it is; so does one that the CMS, put back
       * from a backup, never knew: nothing can be made of it.
       */
      outdated: (): WijkId[] =>
        target.outdated(now().toISOString()).filter((id) => {
          const wijk = knownAs(id)
          return wijk ? wijk.held === null && !unreadable.has(id) : knownOf === null
        }),
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
    /** Of the content that the CMS wants by now: whether what is live is of before it when asked, though nobody holds it there. */
    isBehind(id: WijkId): () => boolean {
      const wanted = knownAs(id)?.wanted ?? 0
      return () => {
        const live = target.live(id)
        return knownAs(id)?.held === null && live !== null && live.rollback === null && live.revision < wanted
      }
    },
    /** Whether an operator holds it at an earlier release, at the last look. */
    isHeld: (id: WijkId): boolean => knownAs(id)?.held != null,
    /** Null for a wijk that is not known, or was deleted. */
    slugOf: (id: WijkId): Slug | null => knownAs(id)?.slug ?? null,
    /** The wijken that the CMS had when it was last asked. */
    withSite: (): WijkId[] => known.flatMap(({ id, slug }) => (slug === null ? [] : id)),
    newestRelease: (id: WijkId) => knownAs(id)?.release ?? 0,
    /**
     * Those with a slug, as the CMS tells them now; as it told them last when it does not answer, or not soon. Throws
     * CmsUnavailableError while it never did.
     */
    async newest(): Promise<WijkWithSlug[]> {
      await Promise.race([refresh().catch(() => undefined), wait(ASK_MS, undefined, { ref: false })])
      if (knownOf === null) throw new CmsUnavailableError('[cms] no answer since the publisher started')
      return known.filter((wijk): wijk is WijkWithSlug => wijk.slug !== null)
    },
    /** When the CMS was asked what `newest` answers, in epoch milliseconds; null while it never answered. */
    knownOf: () => knownOf,
    /** How these stand, in their order. */
    statusesOf(
      wijken: readonly WijkWithSlug[],
      { dispatcher, receipts, verified, deliveries }: StandingSources,
    ): Promise<WijkStatus[]> {
      const moment = Date.now()
      const turns = new Map(
        dispatcher.line().map((waiting, index) => [waiting.wijk, { ...waiting, place: index + 1 }]),
      )
      const targetsOf = deliveries.standing()
      const statusOf = async (wijk: WijkWithSlug): Promise<WijkStatus> => {
        const { id } = wijk
        const told = await receipts.newest(id)
        const verdict = await verified.of(id)
        // After the receipts: a publish that failed while they were read is told with its reason.
        const [live, progress] = [target.live(id), dispatcher.progress(id)]
        const targets = await targetsOf(id)
        return standingOf({
          wijk,
          live,
          progress,
          told,
          verdict,
          targets,
          isPending: deliveries.isPending(id),
          turn: turns.get(id) ?? null,
          formatError: formats.errorOf(id),
          moment,
        })
      }
      return Promise.all(wijken.map(statusOf))
    },
  }
}

export type Wijken = ReturnType<typeof createWijken>
