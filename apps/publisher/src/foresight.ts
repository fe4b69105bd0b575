/**
 * Time goes on when the CMS does not answer. So the content of wijken whose pages are soon to be others is read ahead,
 * when this process has not read it yet: it was just started.
 */
import type { WijkId } from '@wijkpers/content'
import type { ContentReader, FirstTarget } from '@wijkpers/publishing'

/** Of what is right for longer, the content can still be read when the time comes. In milliseconds. */
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
      const soon = new Date(now().getTime() + AHEAD_MS).toISOString()
      for (const wijk of target.outdated(soon).filter((id: WijkId) => !content.has(id)))
        await content.read(wijk)
    } catch {
      // The CMS does not answer, and the next look says so: nothing is lost by reading later.
    } finally {
      isReading = false
    }
  }
}
