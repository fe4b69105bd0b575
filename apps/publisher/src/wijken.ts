/** Which wijken there are, which of them are due, and how each one stands. */
import type { Slug, WijkId } from '@wijkpers/content'
import type { CmsClient, Held, WijkRevision } from '@wijkpers/content/strapi'
import { type Dispatcher, type FirstTarget, isHeldThere, type Progress } from '@wijkpers/publishing'
import type { ReceiptBook, ReceiptRecord } from './receipts.ts'
import { explain } from './texts.ts'

/** One wijk as `/wijken/<slug>` shows it. */
export interface WijkStatus {
  readonly id: WijkId
  readonly slug: Slug
  readonly wanted: number
  readonly live: number
  readonly release: number
  readonly state: string
  readonly attempts: number
  readonly lastError: string | null
  readonly nextTryAt: string | null
  /** The wijk stays at an earlier release until an operator lets it go on; null when it follows its content. */
  readonly held: Held | null
}

export interface WijkenOptions {
  readonly cms: Pick<CmsClient, 'wijken'>
  readonly target: Pick<FirstTarget, 'live'>
  /** Releases made with another format than it is now are due. */
  readonly format: () => string
}

/** The list of wijken as the CMS last told it, compared with what is live. */
export function createWijken({ cms, target, format }: WijkenOptions) {
  let known: readonly WijkRevision[] = []

  function isDue(wijk: WijkRevision): boolean {
    const live = target.live(wijk.id)
    if (wijk.held && wijk.slug !== null && live?.host !== '')
      return !isHeldThere(live, wijk.held) || wijk.release < live!.release
    if (!live) return wijk.slug !== null || wijk.wanted > wijk.live
    // A lower wanted revision than the live one: the CMS was put back from a backup. Live here but not yet
    // known there: the last receipt was lost.
    return (
      wijk.wanted !== live.revision ||
      live.rollback !== null ||
      live.format !== format() ||
      wijk.live < live.revision
    )
  }

  return {
    async due(): Promise<WijkId[]> {
      known = await cms.wijken()
      return known.filter(isDue).map(({ id }) => id)
    },
    /** Asks the CMS for its wijken when this one is not among those known: it may be new. */
    async meet(id: WijkId): Promise<void> {
      if (!known.some((wijk) => wijk.id === id)) known = await cms.wijken()
    },
    /** A wijk as the CMS tells it now; null when it never was. Throws CmsUnavailableError. */
    async find(id: WijkId): Promise<WijkRevision | null> {
      known = await cms.wijken()
      return known.find((wijk) => wijk.id === id) ?? null
    },
    newestRelease: (id: WijkId) => known.find((wijk) => wijk.id === id)?.release ?? 0,
    async statuses(
      dispatcher: Pick<Dispatcher, 'progress'>,
      receipts: Pick<ReceiptBook, 'of'>,
    ): Promise<WijkStatus[]> {
      // The newest numbers when the CMS answers, the last known ones when it does not.
      known = await cms.wijken().catch(() => known)
      return Promise.all(
        known
          .flatMap(({ id, slug, wanted, held }) => (slug ? [{ id, slug, wanted, held }] : []))
          .map(async ({ id, slug, wanted, held }) => {
            const live = target.live(id)
            const progress = dispatcher.progress(id)
            const newest = (await receipts.of(id))[0]?.state ?? 'received'
            const isLive = live !== null && live.revision >= wanted
            const state = held && progress.attempts === 0 ? 'held' : stateOf(progress, newest, isLive)
            // What was proven live stays active while the CMS is told; the failures before it are over by then.
            const { attempts, lastError, nextTryAt } = state === 'live' ? nothingWrong : progress
            return {
              id,
              slug,
              wanted,
              live: live?.revision ?? 0,
              release: live?.release ?? 0,
              state,
              attempts,
              lastError: lastError === null ? null : explain(lastError),
              nextTryAt: nextTryAt === null ? null : new Date(nextTryAt).toISOString(),
              held,
            }
          }),
      )
    },
  }
}

const nothingWrong = { attempts: 0, lastError: null, nextTryAt: null } as const

function stateOf({ isActive, attempts }: Progress, newest: ReceiptRecord['state'], isLive: boolean): string {
  // The receipt of an earlier publish says nothing of the one that has just begun.
  if (isActive) return newest === 'live' && !isLive ? 'received' : newest
  if (attempts > 0) return 'failed'
  return isLive ? 'live' : 'received'
}

export type Wijken = ReturnType<typeof createWijken>
