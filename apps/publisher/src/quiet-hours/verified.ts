/** When each wijk was last verified, and what was found: a file each, which may be deleted at any time. */
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { readKept, writeKept } from '@wijkpers/publishing'

export interface Verified {
  /** ISO in UTC. */
  readonly at: string
  readonly release: number
  /** How many files differed from what they should be. */
  readonly differences: number
}

export function createVerifiedBook(folder: string) {
  const known = new Map<WijkId, Promise<Verified | null>>()
  return {
    /** Null for a wijk that was not verified yet, or not since the folder was deleted. */
    of(wijk: WijkId): Promise<Verified | null> {
      let verified = known.get(wijk)
      if (!verified) {
        verified = readKept<Verified>(join(folder, `${wijk}.json`))
        known.set(wijk, verified)
      }
      return verified
    },
    async note(wijk: WijkId, verified: Verified): Promise<void> {
      known.set(wijk, Promise.resolve(verified))
      await writeKept(join(folder, `${wijk}.json`), JSON.stringify(verified))
    },
  }
}

export type VerifiedBook = ReturnType<typeof createVerifiedBook>
