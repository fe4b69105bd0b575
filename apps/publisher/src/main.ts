/** The process that makes publications live: starts, listens for signals, stops. */
import { flushCompileCache } from 'node:module'
import pino from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { startPublisher } from './publisher.ts'
import { CorruptIndexError, NewerIndexError, StoreLockedError } from '@wijkpers/releases'

const log = pino({ name: 'publisher', level: process.env.LOG_LEVEL || 'info' })

let publisher: Awaited<ReturnType<typeof startPublisher>> | undefined
const stop = async () => {
  await publisher?.stop()
  process.exit(0)
}
// `disconnect`: whoever started us is gone, perhaps while we still start.
for (const sign of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(sign, () => void stop())
// Undefined where there never was a channel to us.
if (Object.is(process.connected, false)) await stop()

try {
  const config = readConfig(process.env)
  publisher = await startPublisher(config, log, () => {
    log.fatal('the release store was removed; whoever supervises us starts us again, and it is made anew')
    process.exit(1)
  })
  // Otherwise only one that ends in peace leaves it to the next: who was killed starts in a third of the time as well.
  flushCompileCache()
} catch (error) {
  const isUsers =
    [ConfigError, StoreLockedError, CorruptIndexError, NewerIndexError].some(
      (kind) => error instanceof kind,
    ) || isPortBusy(error)
  log.fatal(isUsers ? (error as Error).message : error)
  process.exit(isUsers ? 2 : 1)
}

function isPortBusy(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'EADDRINUSE'
}
