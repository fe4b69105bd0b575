/** How a wijk stands, for who asks: one answer from what each part of the publisher knows of it. */
import type { Slug, WijkId } from '@wijkpers/content'
import type { Held, WijkRevision } from '@wijkpers/content/strapi'
import {
  type FirstSite,
  hashOfFormat,
  isOfRevision,
  type Progress,
  type Waiting,
  type Why,
} from '@wijkpers/publishing'
import type { TargetStatus } from './targets/deliveries.ts'
import type { NewestReceipt } from './receipts/receipt-books.ts'
import type { ReceiptRecord } from './receipts/receipts.ts'
import type { Steps } from './receipts/steps.ts'
import { explain } from './receipts/texts.ts'
import type { Verified } from './quiet-hours/verified.ts'

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
  /** What is live now was found to be wrong, and was not made anew since: with a reader's eyes nothing else here tells it. */
  readonly isWrong: boolean
  /** How it stands on each target elsewhere. */
  readonly targets: readonly TargetStatus[]
}

/** What is known of one wijk at one moment. */
export interface StandingFacts {
  readonly wijk: WijkRevision & { readonly slug: Slug }
  /** What our own server shows; null for nothing. */
  readonly live: FirstSite | null
  readonly progress: Progress
  /** Its newest receipt; null when it has none. */
  readonly told: NewestReceipt | null
  readonly verdict: Verified | null
  readonly targets: readonly TargetStatus[]
  /** Whether its receipt waits until it was seen on every target. */
  readonly isPending: boolean
  /** Its turn, with its place among all that wait, from 1; null while it does not wait. */
  readonly turn: (Waiting & { readonly place: number }) | null
  /** Why the chosen site format fails on it. */
  readonly formatError: string | null
  /** Epoch milliseconds. */
  readonly moment: number
}

export function standingOf({
  wijk,
  live,
  told,
  turn,
  verdict,
  targets,
  ...facts
}: StandingFacts): WijkStatus {
  const { id, slug, wanted, changedAt, live: toldLive, held } = wijk
  const newest = told?.record.state ?? 'received'
  const isLater = live !== null && live.revision > wanted && (live.changedAt ?? changedAt) >= changedAt
  const isLive = live !== null && (isLater || isOfRevision(live, { revision: wanted, changedAt }))
  const { progress } = facts
  const here = held && progress.attempts === 0 ? 'held' : stateOf(progress, newest, isLive)
  // What was proven live stays active while the CMS is told; the failures before it are over by then.
  const { attempts, lastError, nextTryAt } = here === 'live' ? nothingWrong : progress
  const failing = targets.find(({ isWanted, state }) => isWanted && state === 'failed')
  const isBehind = targets.some((on) => on.isWanted && on.state !== 'live')
  const isOnItsWay = facts.isPending || (isBehind && toldLive < (live?.revision ?? 0))
  return {
    id,
    slug,
    wanted,
    live: isOnItsWay ? Math.min(toldLive, live?.revision ?? 0) : (live?.revision ?? 0),
    release: live?.release ?? 0,
    validUntil: live?.validity?.until ?? null,
    state: here !== 'live' ? here : failing ? 'failed' : isOnItsWay ? 'deploying' : here,
    attempts: failing?.attempts ?? attempts,
    lastError: failing?.lastError ?? (lastError === null ? null : explain(lastError)),
    nextTryAt: failing?.nextTryAt ?? iso(nextTryAt),
    waitingSince: iso(turn?.since ?? null),
    place: turn && turn.notBefore <= facts.moment ? turn.place : null,
    why: turn?.why ?? null,
    lastLiveAt: told?.lastLiveAt ?? null,
    steps: told?.record.steps ?? {},
    format: live && hashOfFormat(live.format),
    formatError: facts.formatError,
    held,
    lastVerifiedAt: verdict?.at ?? null,
    differences: verdict?.differences ?? null,
    isWrong: verdict !== null && verdict.differences > 0 && verdict.release === live?.release,
    targets,
  }
}

function iso(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}

const nothingWrong = { attempts: 0, lastError: null, nextTryAt: null } as const

function stateOf({ isActive, attempts }: Progress, newest: ReceiptRecord['state'], isLive: boolean): string {
  // The receipt of an earlier publish says nothing of the one that has just begun.
  if (isActive) return newest === 'live' && !isLive ? 'received' : newest
  if (attempts > 0) return 'failed'
  return isLive ? 'live' : 'received'
}
