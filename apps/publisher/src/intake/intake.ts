/** Wiring of all that comes in: hints, over HTTP or from the database; acts and previews that are asked for; questions how things stand. */
import { once } from 'node:events'
import type { WijkId } from '@wijkpers/content'
import type { Logger } from 'pino'
import { type ActsOptions, createActs } from './acts.ts'
import type { Config } from '../config.ts'
import { listenToDatabase } from './listen.ts'
import { createPublisherServer, type ServerOptions } from './server.ts'

export type IntakeOptions = Omit<ServerOptions, 'hintSecret' | 'onHint' | 'acts' | 'onError'> &
  ActsOptions & {
    readonly config: Pick<Config, 'hintSecret' | 'databaseUrl' | 'port' | 'host'>
    readonly log: Logger
  }

/** Takes in what comes. Rejects when the address is busy. */
export async function openIntake(options: IntakeOptions): Promise<{ close(): Promise<void> }> {
  const { config, receipts, dispatcher, metrics, log } = options
  const { databaseUrl } = config

  function hinted(wijk: WijkId): void {
    receipts.received(wijk)
    dispatcher.hint(wijk, 'editor')
  }

  const listener =
    databaseUrl === null
      ? null
      : listenToDatabase({
          databaseUrl,
          onHint(wijk) {
            metrics.hintCame('notification')
            hinted(wijk)
          },
          onListening() {
            log.info('hears the hints of the database')
            dispatcher.look()
          },
          onLost: (error) => log.warn({ err: error }, 'hears no hints of the database, looking each second'),
        })
  const server = createPublisherServer({
    ...options,
    hintSecret: config.hintSecret,
    onHint: (wijk) => listener?.heard(wijk) || hinted(wijk),
    acts: createActs(options),
    onError: (error) => log.error({ err: error }, 'a request failed'),
  })
  server.listen(config.port, config.host)
  await once(server, 'listening')

  return {
    async close() {
      await listener?.stop()
      server.close()
      server.closeAllConnections()
    },
  }
}
