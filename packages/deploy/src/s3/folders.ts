/**
 * Whose each folder of a bucket is. A slug that one wijk left may become another's at once: who takes a folder says so in the bucket before
 * it fills it, and nobody empties what is another's by now.
 */
import type { WijkId } from '@wijkpers/content'
import { createTurns } from '@wijkpers/publishing'
import type { Bucket } from './bucket.ts'

export function createFolders(bucket: Pick<Bucket, 'getJson' | 'putJson'>, prefix: string) {
  const keyOf = (host: string) => `${prefix}_wijkpers/hosts/${host}.json`
  // One publisher has a bucket to itself, so what it has read or written stays so.
  const owners = new Map<string, WijkId | null>()

  async function ownerOf(host: string): Promise<WijkId | null> {
    if (!owners.has(host)) {
      const kept = await bucket.getJson<{ wijk: WijkId }>(keyOf(host))
      owners.set(host, kept?.wijk ?? null)
    }
    return owners.get(host) ?? null
  }

  return {
    /** Null for a folder that nobody took, or took before this was kept. */
    ownerOf,
    async take(host: string, wijk: WijkId): Promise<void> {
      await bucket.putJson(keyOf(host), { wijk })
      owners.set(host, wijk)
    },
    /** Whether this wijk may empty it. */
    async isFree(host: string, wijk: WijkId): Promise<boolean> {
      const owner = await ownerOf(host)
      return owner === null || owner === wijk
    },
    /** Does this while nobody else works in these folders. */
    inTurn: createTurns(),
  }
}
