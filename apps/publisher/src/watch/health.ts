/**
 * Whether the publisher does its work, for who watches over it.
 *
 * /health       503 when something keeps it from publishing, with what that is: for an alarm, not for a restart
 * /health/live  503 when it does not move any more: starting it again helps
 */
import type { Slug, WijkId } from '@wijkpers/content'
import { CmsUnavailableError, InvalidContentError } from '@wijkpers/content/strapi'
import type { Waiting } from '@wijkpers/publishing'
import { CorruptIndexError } from '@wijkpers/releases'
import type { Failing } from '../failing.ts'
import type { FilesFault } from './files-watch.ts'
import { messageOf } from '../message-of.ts'
import { isDiskFull } from '../receipts/texts.ts'

/** A publish that an editor waits for starts in milliseconds; after this it is a problem, in milliseconds. */
const LATE_MS = 60_000
/** Looks end each second, also when nobody answers them; after this it is stuck, in milliseconds. */
const STUCK_MS = 90_000
/** What fails is tried again by itself; that it still fails after this is a problem, in milliseconds. */
const FAILS_MS = 300_000

export type Problem =
  | { readonly problem: 'starting' }
  | { readonly problem: 'stuck'; readonly since: string }
  | { readonly problem: 'cms-unreachable'; readonly since: string; readonly error: string }
  /** The release store cannot be read; `error` says why, and where it is known what to do. The sites may be gone for readers too. */
  | { readonly problem: 'store-damaged'; readonly since: string; readonly error: string }
  /** What should be published cannot be found out, for another reason than these two. */
  | { readonly problem: 'looks-fail'; readonly since: string; readonly error: string }
  /** The file server does not answer, or cannot read the store: no reader sees a site. */
  | { readonly problem: 'files-unreachable'; readonly since: string; readonly error: string }
  | { readonly problem: 'disk-full'; readonly since: string }
  /** The one who waits longest of those that editors published in. */
  | { readonly problem: 'editor-waits'; readonly wijk: string; readonly since: string }
  /** So many wijken keep failing, on a target elsewhere or (null) here; told of the one that does so longest. */
  | {
      readonly problem: 'publishes-fail'
      readonly target: string | null
      readonly wijken: number
      readonly wijk: string
      readonly since: string
      readonly error: string
    }

/** The name of every problem there is. */
export const PROBLEMS: readonly string[] = Object.keys({
  starting: true,
  stuck: true,
  'files-unreachable': true,
  'store-damaged': true,
  'cms-unreachable': true,
  'looks-fail': true,
  'disk-full': true,
  'editor-waits': true,
  'publishes-fail': true,
} satisfies Record<Problem['problem'], true>)

export interface HealthOptions {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly line: () => readonly Waiting[]
  /** Whether nobody waits for what this wijk is due for: an act elsewhere changed it, such as an item that it shares. */
  readonly isWave: (wijk: WijkId) => boolean
  readonly slugOf: (wijk: WijkId) => Slug | null
  readonly failing: () => readonly Failing[]
  /** What is wrong with the file server; null while it answers. */
  readonly files: () => FilesFault | null
}

interface Fault {
  readonly since: number
  readonly error: string
}

/** What a look for due wijken failed for. */
type Cause = 'cms-unreachable' | 'store-damaged' | 'looks-fail'

export function createHealth({ now, line, isWave, slugOf, failing, files }: HealthOptions) {
  const startedAt = now()
  let lookedAt: number | null = null
  let lost: (Fault & { readonly problem: Cause }) | null = null
  // A damaged index does not mend by itself, also when the next question happens to miss the damaged part.
  let damage: Fault | null = null
  let diskFull: Fault | null = null

  const iso = (at: number) => new Date(at).toISOString()

  function stuck(): Problem[] {
    // Later than now: the clock was put back, and it counts from then.
    if ((lookedAt ?? startedAt) > now()) lookedAt = now()
    const movedAt = lookedAt ?? startedAt
    return now() - movedAt > STUCK_MS ? [{ problem: 'stuck', since: iso(movedAt) }] : []
  }

  function filesProblem(): Problem[] {
    const fault = files()
    return fault ? [{ problem: 'files-unreachable', since: iso(fault.since), error: fault.error }] : []
  }

  function late(): Problem[] {
    // Who backed off waits since it may start again: what it failed for is told of itself.
    const waits = line()
      .map(({ wijk, priority, why, since, notBefore }) => ({
        wijk,
        priority,
        why,
        since: Math.max(since, notBefore),
      }))
      .filter(
        ({ wijk, priority, why, since }) =>
          now() - since > LATE_MS && (priority === 'editor' || (why === 'revision' && !isWave(wijk))),
      )
    const [first] = waits.toSorted((a, b) => a.since - b.since)
    if (!first) return []
    return [{ problem: 'editor-waits', wijk: slugOf(first.wijk) ?? first.wijk, since: iso(first.since) }]
  }

  function failures(): Problem[] {
    const lasting = failing().filter(({ since }) => now() - since > FAILS_MS)
    return [...Map.groupBy(lasting, ({ target }) => target)].map(([target, fails]) => {
      const { wijk, since, error } = fails.toSorted((a, b) => a.since - b.since)[0]!
      return {
        problem: 'publishes-fail',
        target,
        wijken: fails.length,
        wijk: slugOf(wijk) ?? wijk,
        since: iso(since),
        error: messageOf(error),
      }
    })
  }

  function met(error: unknown): void {
    if (error instanceof CorruptIndexError) damage ??= { since: now(), error: error.message }
  }

  function lookProblem(): Problem[] {
    const isTold = damage !== null && lost?.problem === 'store-damaged'
    return [
      ...(damage
        ? [{ problem: 'store-damaged', since: iso(damage.since), error: damage.error } as const]
        : []),
      ...(lost && !isTold ? [{ ...lost, since: iso(lost.since) }] : []),
    ]
  }

  return {
    lookEnded(): void {
      lookedAt = now()
      lost = null
    },
    lookFailed(error: unknown): void {
      lookedAt = now()
      met(error)
      const problem = causeOf(error)
      const since = lost?.problem === problem ? lost.since : now()
      lost = { problem, since, error: messageOf(error) }
    },
    /** Something met this error, wherever: damage of the store is told from then on. */
    met,
    published(): void {
      diskFull = null
    },
    failed(error: unknown): void {
      met(error)
      if (isDiskFull(error)) diskFull ??= { since: now(), error: '' }
    },
    problems: (): readonly Problem[] => [
      ...(lookedAt === null ? [{ problem: 'starting' } as const] : []),
      ...stuck(),
      ...filesProblem(),
      ...lookProblem(),
      ...(diskFull ? [{ problem: 'disk-full', since: iso(diskFull.since) } as const] : []),
      ...late(),
      ...failures(),
    ],
    /** Whether starting it again would help. */
    isStuck: (): boolean => stuck().length > 0,
  }
}

function causeOf(error: unknown): Cause {
  if (error instanceof CmsUnavailableError || error instanceof InvalidContentError) return 'cms-unreachable'
  return error instanceof CorruptIndexError || isOfSqlite(error) ? 'store-damaged' : 'looks-fail'
}

/** Such as a disk that cannot be read: only the release store is an SQLite file of ours. */
function isOfSqlite(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_')
}

export type Health = ReturnType<typeof createHealth>
