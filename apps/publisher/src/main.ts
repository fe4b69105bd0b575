/** The process that makes publications live: starts, listens for signals, stops. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { startPublisher } from './publisher.ts'
import { StoreLockedError } from '@wijkpers/releases'

const log = pino({ name: 'publisher', level: process.env.LOG_LEVEL ?? 'info' })

try {
  const config = readConfig(process.env)
  const publisher = await startPublisher(config, log)
  mkdirSync(config.folders.run, { recursive: true })
  const pidFile = join(config.folders.run, 'publisher.pid')
  writeFileSync(pidFile, `${process.pid}\n`)

  const stop = async () => {
    await publisher.stop()
    rmSync(pidFile, { force: true })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
} catch (error) {
  const isUsers = error instanceof ConfigError || error instanceof StoreLockedError || isPortBusy(error)
  log.fatal(isUsers ? (error as Error).message : error)
  process.exit(isUsers ? 2 : 1)
}

function isPortBusy(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'EADDRINUSE'
}
