/**
 * Whether the publisher does its work, for who watches over it.
 *
 * /health       503 when something keeps it from publishing, with what that is: for an alarm, not for a restart
 * /health/live  503 when it does not move any more: starting it again helps
 */
import type { Slug, WijkId } from '@wijkpers/content'
import type { Dispatcher, Waiting } from '@wijkpers/publishing'
import { isDiskFull } from './texts.ts'

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

/** A wijk that did not come where it should be since a moment in epoch milliseconds, for all that it was tried. */
export interface Failing {
  readonly wijk: WijkId
  /** Null for our own store. */
  readonly target: string | null
  readonly since: number
  readonly error: unknown
}

/** Those of these wijken that `dispatcher` keeps trying. */
export function failingIn(
  dispatcher: Pick<Dispatcher, 'progress'>,
  wijken: readonly { readonly id: WijkId }[],
  target: string | null,
): Failing[] {
  return wijken.flatMap(({ id: wijk }) => {
    const { failingSince: since, lastError: error } = dispatcher.progress(wijk)
    return since === null ? [] : [{ wijk, target, since, error }]
  })
}

export interface HealthOptions {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly line: () => readonly Waiting[]
  readonly slugOf: (wijk: WijkId) => Slug | null
  readonly failing: () => readonly Failing[]
}

interface Fault {
  readonly since: number
  readonly error: string
}

export function createHealth({ now, line, slugOf, failing }: HealthOptions) {
  const startedAt = now()
  let lookedAt: number | null = null
  let cmsLost: Fault | null = null
  let diskFull: Fault | null = null

  const iso = (at: number) => new Date(at).toISOString()

  function stuck(): Problem[] {
    // Later than now: the clock was put back, and it counts from then.
    if ((lookedAt ?? startedAt) > now()) lookedAt = now()
    const movedAt = lookedAt ?? startedAt
    return now() - movedAt > STUCK_MS ? [{ problem: 'stuck', since: iso(movedAt) }] : []
  }

  function late(): Problem[] {
    const waits = line().filter(
      ({ priority, why, since, notBefore }) =>
        (priority === 'editor' || why === 'revision') && notBefore <= now() && now() - since > LATE_MS,
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

  return {
    lookEnded(): void {
      lookedAt = now()
      cmsLost = null
    },
    lookFailed(error: unknown): void {
      lookedAt = now()
      cmsLost = { since: cmsLost?.since ?? now(), error: messageOf(error) }
    },
    published(): void {
      diskFull = null
    },
    failed(error: unknown): void {
      if (isDiskFull(error)) diskFull ??= { since: now(), error: '' }
    },
    problems: (): readonly Problem[] => [
      ...(lookedAt === null ? [{ problem: 'starting' } as const] : []),
      ...stuck(),
      ...(cmsLost
        ? [{ problem: 'cms-unreachable', since: iso(cmsLost.since), error: cmsLost.error } as const]
        : []),
      ...(diskFull ? [{ problem: 'disk-full', since: iso(diskFull.since) } as const] : []),
      ...late(),
      ...failures(),
    ],
    /** Whether starting it again would help. */
    isStuck: (): boolean => stuck().length > 0,
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export type Health = ReturnType<typeof createHealth>
