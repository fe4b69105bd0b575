import type { WijkId } from '@wijkpers/content'
import type { Delta } from '@wijkpers/publishing'
import { HostTakenError } from '@wijkpers/releases'

/**
 * Publishes where another wijk may still answer that is to be elsewhere by now, such as one of two that swapped their addresses: each would
 * wait for the other for ever. Then they move at once, in the transaction of this release. HostTakenError when the other is to stay there.
 */
export async function publishWithRoom(
  delta: Delta,
  publish: (delta: Delta) => Promise<number>,
  /** Where a wijk is to be; null when it is to stay where it is, or to have no site. */
  urlOf: (wijk: WijkId) => Promise<string | null>,
): Promise<number> {
  const moving = new Map<WijkId, string>()
  for (;;) {
    try {
      return await publish({ ...delta, moving })
    } catch (error) {
      if (!(error instanceof HostTakenError)) throw error
      const holder = error.holder as WijkId
      const url = moving.has(holder) ? null : await urlOf(holder)
      if (url === null) throw error
      moving.set(holder, url)
    }
  }
}
