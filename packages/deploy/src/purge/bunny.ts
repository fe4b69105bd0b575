import { inLanes } from '@wijkpers/releases'
import { callCdn, createPurger, LANES, type PurgeBy, type Purger } from './purger.ts'

export interface BunnyOptions {
  /** Id of the pull zone. */
  readonly pullZone: string
  readonly accessKey: string
  readonly by: PurgeBy
  readonly apiUrl?: string
}

/** https://docs.bunny.net/cdn/purge-cache: one tag or one address in a call. */
export function createBunnyPurger(options: BunnyOptions): Purger {
  const { pullZone, accessKey, by, apiUrl = 'https://api.bunny.net' } = options
  const headers = { accesskey: accessKey }
  return createPurger({
    name: 'bunny',
    by,
    most: LANES,
    send: (items) =>
      inLanes(items, LANES, async (item) => {
        if (by === 'tags') {
          const url = `${apiUrl}/pullzone/${pullZone}/purgeCache`
          await callCdn('bunny', { method: 'POST', url, headers, body: { CacheTag: item } })
          return
        }
        // Without exactPath an address with a slash at its end means all that is below it.
        const url = `${apiUrl}/purge?url=${encodeURIComponent(item)}&exactPath=true`
        await callCdn('bunny', { method: 'POST', url, headers })
      }),
  })
}
