import type { WijkId } from '@wijkpers/content'
import type { Delta } from '@wijkpers/publishing'
import { HostTakenError, hostOf } from '@wijkpers/releases'

/**
 * Publishes where another wijk may still answer that is to be elsewhere by now, such as one of two that swapped their addresses: each would
 * wait for the other for ever. Then they move at once, in the transaction of this release. HostTakenError when the other is to stay there,
 * HostHeldError when it stays because it is held.
 */
export async function publishWithRoom(
  delta: Delta,
  publish: (delta: Delta) => Promise<number>,
  /** Where a wijk is to be; null when it is to have no site. */
  wantedOf: (wijk: WijkId) => Promise<WantedAddress | null>,
): Promise<number> {
  const moving = new Map<WijkId, string>()
  for (;;) {
    try {
      return await publish({ ...delta, moving })
    } catch (error) {
      if (!(error instanceof HostTakenError)) throw error
      const holder = error.holder as WijkId
      const wanted = moving.has(holder) ? null : await wantedOf(holder)
      if (!wanted) throw error
      // One that is held stays where it is.
      if (wanted.isHeld)
        throw hostOf(new URL(wanted.url).host) === error.host ? error : new HostHeldError(wanted.slug, error)
      moving.set(holder, wanted.url)
    }
  }
}

/** Where the site of a wijk is to be. */
export interface WantedAddress {
  readonly slug: string
  readonly url: string
  readonly isHeld: boolean
}

/** The address is still that of a wijk which is to be elsewhere, and is held. Trying again helps once that one is let go on. */
export class HostHeldError extends Error {
  override readonly name = 'HostHeldError'
  /** Slug of the wijk that is held, as it is by now. */
  readonly holder: string
  constructor(holder: string, cause: HostTakenError) {
    super(`[publisher] ${cause.host} is still that of ${holder}, which is held: let it go on with resume`, {
      cause,
    })
    this.holder = holder
  }
}
