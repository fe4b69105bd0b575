/** Between CMS and publisher: takes every hint, and hands on only some. Hints may be lost, so nothing may depend on one. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LossyHints {
  /** For the CMS, as PUBLISHER_URL. */
  readonly url: string
  readonly seen: { lost: number; passed: number }
  close(): void
}

export interface LossyHintsOptions {
  /** Part of the hints that is lost, from 0 to 1. */
  readonly lose: number
  readonly random: () => number
  readonly publisherUrl: () => string
}

export async function startLossyHints({
  lose,
  random,
  publisherUrl,
}: LossyHintsOptions): Promise<LossyHints> {
  const seen = { lost: 0, passed: 0 }
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray())
      response.writeHead(202).end('{}')
      const isLost = random() < lose
      seen[isLost ? 'lost' : 'passed']++
      if (isLost) return
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => name.startsWith('wijkpers-')),
      ) as Record<string, string>
      await fetch(`${publisherUrl()}${request.url}`, { method: 'POST', headers, body })
      // The publisher may be down, and a CMS that is killed breaks off: lost hints as well.
    })().catch(() => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => server.close(),
  }
}
