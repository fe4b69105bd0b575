/** The process that answers every site: starts, listens for signals, stops. */
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { CorruptIndexError, openPreviews, openReader } from '@wijkpers/releases'
import pino from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { createFaultLog } from './fault-log.ts'
import { createFileServer } from './server.ts'

const log = pino({ name: 'files', level: process.env.LOG_LEVEL || 'info' })
const writeFault = (fault: unknown) =>
  // What an operator can mend says so itself.
  log.error(
    { err: fault },
    fault instanceof CorruptIndexError ? fault.message : 'a request could not be answered',
  )

let end = () => Promise.resolve()
const stop = async () => {
  await end()
  process.exit(0)
}
// `disconnect`: whoever started us is gone, perhaps while we still start.
for (const sign of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(sign, () => void stop())
// Undefined where there never was a channel to us.
if (Object.is(process.connected, false)) await stop()

try {
  const { host, port, sites, cdn, previewSecret, folders } = readConfig(process.env)
  const reader = openReader(folders.releases)
  const previews = previewSecret
    ? {
        previews: openPreviews(folders.previews),
        secret: previewSecret,
        isHttps: sites.isHttps,
        now: () => new Date(),
      }
    : null
  const onFault = createFaultLog(writeFault, Date.now)
  const files = createFileServer({ reader, sites, cdn, previews, onFault })

  files.server.listen(port, host)
  await once(files.server, 'listening')
  const pidFile = join(folders.run, 'files.pid')
  try {
    mkdirSync(folders.run, { recursive: true })
    writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    // A full disk is no reason not to answer.
    if (!['ENOSPC', 'EDQUOT'].includes((error as { code?: string }).code ?? '')) throw error
    log.warn({ err: error }, `${pidFile} could not be written`)
  }
  log.info({ address: `http://${host}:${port}`, list: sites.listUrl }, 'every wijk answers')
  // Otherwise only one that ends in peace leaves it to the next.
  flushCompileCache()

  end = async () => {
    await files.stop()
    reader.close()
    rmSync(pidFile, { force: true })
  }
} catch (error) {
  const sentence = sentenceFor(error)
  log.fatal(sentence ?? error)
  process.exit(sentence ? 2 : 1)
}

/** What an operator can mend, as a sentence; null for a bug. */
function sentenceFor(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message
  const { code = '', path, port } = error as { code?: string; path?: string; port?: number }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or choose another SITES_PORT.`
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND'].includes(code)) {
    return `HOST is "${process.env.HOST}", which is no address of this machine.`
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return path
      ? `${path} cannot be written. Give this user access to it, or choose another WIJKPERS_DATA.`
      : `Port ${port} may not be used by this user. Choose a SITES_PORT of 1024 or higher.`
  }
  return null
}
