/** Waiting for a publish that has yet to start: who asked for something sees it done, and not one that was under way. */
import type { WijkId } from '@wijkpers/content'

export function createNextPublish() {
  const waiting = new Map<WijkId, PromiseWithResolvers<void>>()
  return {
    /** Settles as the first publish of this wijk does that starts from now on. */
    of(wijk: WijkId): Promise<void> {
      let next = waiting.get(wijk)
      if (!next) waiting.set(wijk, (next = Promise.withResolvers<void>()))
      return next.promise
    },
    /** Makes one publish, for all who wait for it by now. */
    async run(wijk: WijkId, publish: () => Promise<void>): Promise<void> {
      const next = waiting.get(wijk)
      waiting.delete(wijk)
      try {
        await publish()
        next?.resolve()
      } catch (error) {
        next?.reject(error)
        throw error
      }
    },
  }
}

export type NextPublish = ReturnType<typeof createNextPublish>
