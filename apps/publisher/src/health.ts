/**
 * Whether the publisher does its work, for who watches over it.
 *
 * /health       503 when something keeps it from publishing, with what that is: for an alarm, not for a restart
 * /health/live  503 when it does not move any more: starting it again helps
 */
import type { Slug, WijkId } from '@wijkpers/content'
import type { Waiting } from '@wijkpers/publishing'
import { isDiskFull } from './texts.ts'

/** A publish that an editor waits for starts in milliseconds; after this it is a problem, in milliseconds. */
const LATE_MS = 60_000
/** Looks end each second, also when nobody answers them; after this it is stuck, in milliseconds. */
const STUCK_MS = 90_000

export type Problem =
  | { readonly problem: 'starting' }
  | { readonly problem: 'stuck'; readonly since: string }
  | { readonly problem: 'cms-unreachable'; readonly since: string; readonly error: string }
  | { readonly problem: 'disk-full'; readonly since: string }
  /** The one who waits longest of those that editors published in. */
  | { readonly problem: 'editor-waits'; readonly wijk: string; readonly since: string }

export interface HealthOptions {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly line: () => readonly Waiting[]
  readonly slugOf: (wijk: WijkId) => Slug | null
}

interface Fault {
  readonly since: number
  readonly error: string
}

export function createHealth({ now, line, slugOf }: HealthOptions) {
  const startedAt = now()
  let lookedAt: number | null = null
  let cmsLost: Fault | null = null
  let diskFull: Fault | null = null

  const iso = (at: number) => new Date(at).toISOString()

  function stuck(): Problem[] {
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

  return {
    lookEnded(): void {
      lookedAt = now()
      cmsLost = null
    },
    lookFailed(error: unknown): void {
      lookedAt = now()
      cmsLost = {
        since: cmsLost?.since ?? now(),
        error: error instanceof Error ? error.message : String(error),
      }
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
    ],
    /** Whether starting it again would help. */
    isStuck: (): boolean => stuck().length > 0,
  }
}

export type Health = ReturnType<typeof createHealth>
