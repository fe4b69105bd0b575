/** A **hint** tells the publisher to look now. It carries no content, so a lost, doubled or late one changes nothing. */
import { createHmac } from 'node:crypto'

export interface Hints {
  /** Sends a hint for `wijk`, or lets the one that has yet to leave count for this one too. Never throws. */
  send(wijk: string): void
  /** Tells that somebody works in `wijk`, so that the publisher can be ready for a publish. Never throws. */
  soon(wijk: string): void
  /** Sends nothing any more. */
  stop(): void
}

export interface HintsOptions {
  readonly publisherUrl: string
  readonly secret: string
  readonly fetch: typeof fetch
  /** Told about every hint that did not arrive: no fault of the editor. The publisher looks by itself as well, and who is not heard to work somewhere waits a little longer there. */
  readonly onLost: (wijk: string, reason: string) => void
}

/** Longest wait for the publisher to take a hint, in milliseconds. */
const TIMEOUT_MS = 2000

export function createHints({ publisherUrl, secret, fetch, onLost }: HintsOptions): Hints {
  // Whether another hint has to follow the one under way.
  const underWay = new Map<string, { again: boolean }>()
  const stopping = new AbortController()

  async function deliver(wijk: string, path: '/hints' | '/soon' = '/hints'): Promise<void> {
    const body = JSON.stringify({ wijk })
    try {
      const response = await fetch(new URL(path, publisherUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed(body, secret, new Date()) },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await response.body?.cancel()
      if (!response.ok) onLost(wijk, `the publisher answered ${response.status}`)
    } catch (error) {
      if (!stopping.signal.aborted) onLost(wijk, String(error))
    }
  }

  async function sendUntilQuiet(wijk: string): Promise<void> {
    const state = { again: true }
    underWay.set(wijk, state)
    while (state.again && !stopping.signal.aborted) {
      state.again = false
      await deliver(wijk)
    }
    underWay.delete(wijk)
  }

  return {
    send(wijk) {
      const state = underWay.get(wijk)
      if (state) state.again = true
      else void sendUntilQuiet(wijk)
    },
    soon: (wijk) => void deliver(wijk, '/soon'),
    stop: () => stopping.abort(),
  }
}

/** The headers that prove a message to the publisher comes from who knows `secret`, and is not an old one. */
export function signed(body: string, secret: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return { 'wijkpers-timestamp': timestamp, 'wijkpers-signature': `v1=${signature}` }
}
