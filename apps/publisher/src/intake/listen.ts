/**
 * Hints from PostgreSQL: the CMS says in the transaction of a publish which wijk it was (apps/cms/src/hints/notify.ts), and
 * hears nothing back. Like any hint, one that is lost changes nothing: the publisher looks by itself each second. So this may
 * be away as long as it likes; it comes back by itself, and whoever then was missed is found by one look.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { isLessAgo } from '@wijkpers/publishing'
import pg from 'pg'

const CHANNEL = 'wijkpers_wanted'
/** Wait before another try to connect: doubles from the first to the last, in milliseconds. */
const RETRY_MS = { first: 250, last: 10_000 }
/** Between two questions whether the connection still lives: a machine that vanished says no goodbye. In milliseconds. */
const ASK_EVERY_MS = 10_000
/** A hint over HTTP so soon after the same one from here is the same hint, in milliseconds. */
const SAME_WITHIN_MS = 2_000

export interface ListenOptions {
  /** `postgres://…` of the CMS's database; a direct one: a pooler that hands out connections per transaction cannot listen. */
  readonly databaseUrl: string
  readonly onHint: (wijk: WijkId) => void
  /** From now on everything is heard; what was said before may have been missed. */
  readonly onListening: () => void
  /** Told once each time that it ends, or cannot begin. */
  readonly onLost: (error: unknown) => void
  /** Epoch milliseconds. */
  readonly now?: () => number
}

export interface Listener {
  /** Whether a hint of this wijk was heard just now: then the one over HTTP brings no news. */
  heard(wijk: WijkId): boolean
  stop(): Promise<void>
}

/** Listens until it is stopped. */
export function listenToDatabase(options: ListenOptions): Listener {
  const { databaseUrl, onHint, onListening, onLost, now = Date.now } = options
  const hints = createHeardHints(now)
  const stopping = new AbortController()
  let retryMs = RETRY_MS.first
  let isLost = false

  function hear(payload: string | undefined): void {
    try {
      const wijk = parseWijkId(payload ?? '')
      hints.hear(wijk)
      onHint(wijk)
    } catch {
      // Anybody with an account may say anything here.
    }
  }

  /** Listens on one connection; rejects when it ends before the stop. */
  async function listenOnce(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'wijkpers-publisher',
      connectionTimeoutMillis: ASK_EVERY_MS,
      query_timeout: ASK_EVERY_MS,
      keepAlive: true,
    })
    const ended = Promise.withResolvers<void>()
    client.on('error', ended.reject)
    client.on('end', () => ended.reject(new Error('the database ended the connection')))
    client.on('notification', ({ payload }) => hear(payload))
    const end = () => ended.resolve()
    stopping.signal.addEventListener('abort', end, { once: true })
    const asking = setInterval(() => void client.query('select 1').catch(ended.reject), ASK_EVERY_MS)
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      retryMs = RETRY_MS.first
      isLost = false
      onListening()
      await ended.promise
    } finally {
      clearInterval(asking)
      stopping.signal.removeEventListener('abort', end)
      ended.promise.catch(() => undefined)
      await client.end().catch(() => undefined)
    }
  }

  async function listen(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await listenOnce()
      } catch (error) {
        if (!isLost) onLost(error)
        isLost = true
        await wait(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined)
        retryMs = Math.min(RETRY_MS.last, retryMs * 2)
      }
    }
  }

  const listening = listen()
  return {
    heard: hints.heard,
    async stop() {
      stopping.abort()
      await listening
    },
  }
}

/** The hints that were heard here; `now` is in epoch milliseconds. */
export function createHeardHints(now: () => number) {
  const heardAt = new Map<WijkId, number>()
  return {
    hear: (wijk: WijkId) => void heardAt.set(wijk, now()),
    /** Whether one of this wijk was heard just now. */
    heard: (wijk: WijkId) => isLessAgo(heardAt.get(wijk) ?? -Infinity, SAME_WITHIN_MS, now()),
  }
}
