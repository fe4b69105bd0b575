/**
 * Whether the file server answers, asked again and again: without it no reader sees a site, however well publishing goes, and
 * nobody here would notice before the next publish is to be seen.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { messageOf } from '../message-of.ts'

/** Between two questions, and the longest wait for an answer; in milliseconds. */
const EVERY_MS = 5_000
const PATIENCE_MS = 3_000
/** So many in a row without an answer are a fault: one that is started again is away for a second. */
const FAILURES = 2

export interface FilesWatchOptions {
  /** Resolves with the status that `/health` of the file server answers. */
  readonly ask: () => Promise<number>
  /** Whether any site is to be seen there. */
  readonly isNeeded: () => boolean
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Since when no reader is answered, in epoch milliseconds, and how that was noticed. */
export interface FilesFault {
  readonly since: number
  readonly error: string
}

/** Asks `/health` of the file server at this address. */
export const askHealth = (filesUrl: string) => async (): Promise<number> => {
  const url = `${filesUrl.replace(/\/$/, '')}/health`
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' })
  await answer.body?.cancel()
  return answer.status
}

export function createFilesWatch({ ask, isNeeded, now }: FilesWatchOptions) {
  let failures = 0
  let lost: FilesFault | null = null

  function failed(error: string): void {
    failures++
    lost = { since: Math.min(lost?.since ?? Infinity, now()), error }
  }

  async function look(): Promise<void> {
    const error = isNeeded() ? await ask().then(faultIn, messageOf) : null
    if (error !== null) return failed(error)
    failures = 0
    lost = null
  }

  return {
    look,
    /** Null while it answers, or nobody needs it. */
    fault: (): FilesFault | null => (failures >= FAILURES ? lost : null),
    /** Looks until `signal` aborts. */
    async run(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        await look()
        await wait(EVERY_MS, undefined, { signal }).catch(() => undefined)
      }
    },
  }
}

/** A file server that answers so cannot read the store: readers get no site either. */
const faultIn = (status: number): string | null =>
  status < 500 ? null : `it answers ${status}: it cannot read the release store`
