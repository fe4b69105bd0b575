/**
 * Time goes on when the CMS does not answer. So the content of wijken whose pages are soon to be others is read ahead,
 * when this process has not read it yet: it was just started.
 */
import type { WijkId } from '@wijkpers/content'
import { type ContentReader, type FirstTarget, KEPT_WIJKEN } from '@wijkpers/publishing'

/** Pages that stay right longer than this can wait: their content is read when their time comes. In milliseconds. */
const AHEAD_MS = 15 * 60_000

export interface ForesightOptions {
  readonly target: Pick<FirstTarget, 'outdated'>
  readonly content: Pick<ContentReader, 'has' | 'read'>
  readonly now: () => Date
}

/** Answers what to call now and then; it reads one wijk after another, and begins no second round beside the first. */
export function createForesight({ target, content, now }: ForesightOptions): () => Promise<void> {
  let isReading = false
  return async () => {
    if (isReading) return
    isReading = true
    try {
      const at = now().getTime()
      // Whose time has come is being published: that reads its content.
      const isTooLate = new Set(target.outdated(new Date(at).toISOString()))
      const soon = target.outdated(new Date(at + AHEAD_MS).toISOString()).filter((id) => !isTooLate.has(id))
      // Of more than are kept the first ones would be forgotten by reading the last ones.
      for (const wijk of soon.slice(0, KEPT_WIJKEN).filter((id: WijkId) => !content.has(id)))
        await content.read(wijk)
    } catch {
      // The CMS does not answer, and the next look says so: nothing is lost by reading later.
    } finally {
      isReading = false
    }
  }
}
