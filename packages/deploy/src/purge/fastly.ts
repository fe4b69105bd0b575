import { inLanes } from '@wijkpers/releases'
import { callCdn, createPurger, LANES, type PurgeBy, type Purger } from './purger.ts'

export interface FastlyOptions {
  readonly service: string
  readonly token: string
  readonly by: PurgeBy
  readonly apiUrl?: string
}

/** https://www.fastly.com/documentation/reference/api/purging/: at most 256 keys in a call; addresses go one by one. */
export function createFastlyPurger(options: FastlyOptions): Purger {
  const { service, token, by, apiUrl = 'https://api.fastly.com' } = options
  const headers = { 'fastly-key': token, accept: 'application/json' }
  return createPurger({
    name: 'fastly',
    by,
    most: by === 'urls' ? LANES : 256,
    async send(items) {
      if (by === 'urls') {
        await inLanes(items, LANES, async (address) => {
          const url = `${apiUrl}/purge/${address.replace(/^https?:\/\//, '')}`
          await callCdn('fastly', { method: 'POST', url, headers })
        })
        return
      }
      const url = `${apiUrl}/service/${service}/purge`
      await callCdn('fastly', { method: 'POST', url, headers, body: { surrogate_keys: items } })
    },
  })
}
