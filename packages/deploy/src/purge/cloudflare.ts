import { TargetUnavailableError } from '@wijkpers/publishing'
import { callCdn, createPurger, type PurgeBy, type Purger } from './purger.ts'

export interface CloudflareOptions {
  /** Id of the zone. */
  readonly zone: string
  /** A token that may purge the cache of this zone. */
  readonly token: string
  readonly by: PurgeBy
  readonly apiUrl?: string
}

/** https://developers.cloudflare.com/cache/how-to/purge-cache/: at most 100 tags or addresses in a call (July 2026). */
export function createCloudflarePurger(options: CloudflareOptions): Purger {
  const { zone, token, by, apiUrl = 'https://api.cloudflare.com/client/v4' } = options
  return createPurger({
    name: 'cloudflare',
    by,
    most: 100,
    async send(items) {
      const answer = (await callCdn('cloudflare', {
        method: 'POST',
        url: `${apiUrl}/zones/${zone}/purge_cache`,
        headers: { authorization: `Bearer ${token}` },
        body: by === 'tags' ? { tags: items } : { files: items },
      })) as { success?: boolean; errors?: unknown } | null
      if (answer?.success !== true)
        throw new TargetUnavailableError('cloudflare', `it did not purge: ${JSON.stringify(answer?.errors)}`)
    },
  })
}
