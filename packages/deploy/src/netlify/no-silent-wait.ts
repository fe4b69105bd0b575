/**
 * Loaded into netlify-cli before it runs. It ends with whoever started it, however that ended: the next publish writes in the folder that it reads.
 *
 * Where Netlify says "not now" (429) the CLI sleeps and tells nobody, for as long as Netlify
 * says: hours at the end of a day. Instead it ends, with what Netlify said as its last word.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { NOT_NOW } from './not-now.ts'

subscribe('http.client.response.finish', (message) => {
  const { statusCode, headers } = (message as { response: IncomingMessage }).response
  if (statusCode !== 429) return
  const said = { 'retry-after': headers['retry-after'], 'x-ratelimit-reset': headers['x-ratelimit-reset'] }
  process.stderr.write(`\n${JSON.stringify(said)}`)
  process.exit(NOT_NOW)
})

process.on('disconnect', () => process.exit(1))
// Listening alone would keep it running.
process.channel?.unref()
