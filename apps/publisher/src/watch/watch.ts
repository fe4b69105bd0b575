/** Wiring of what others watch the publisher by: its health, with that of the file server, and its figures. */
import type { Dispatcher } from '@wijkpers/publishing'
import type { Config } from '../config.ts'
import type { Deliveries } from '../targets/deliveries.ts'
import { failingIn } from '../failing.ts'
import { askHealth, createFilesWatch } from './files-watch.ts'
import { createHealth } from './health.ts'
import type { Metrics } from './metrics.ts'
import type { SiteFormats } from '../site-formats/site-formats.ts'
import type { Wijken } from '../wijken.ts'

export interface WatchOptions {
  readonly config: Pick<Config, 'filesUrl' | 'targets'>
  readonly dispatcher: Dispatcher
  readonly wijken: Wijken
  readonly deliveries: Pick<Deliveries, 'isReadHere' | 'failing'>
  readonly formats: SiteFormats
  readonly metrics: Metrics
}

export function createWatch({ config, dispatcher, wijken, deliveries, formats, metrics }: WatchOptions) {
  const files = createFilesWatch({
    ask: askHealth(config.filesUrl),
    isNeeded() {
      const all = wijken.withSite()
      // Before the CMS told of any: where all go that say nothing else.
      return all.length > 0
        ? all.some((wijk) => deliveries.isReadHere(wijk))
        : config.targets.standard.includes('embedded')
    },
    now: Date.now,
  })
  const health = createHealth({
    now: Date.now,
    line: () => dispatcher.line(),
    isWave: (wijk) => wijken.isWave(wijk),
    files: () => files.fault(),
    slugOf: (wijk) => wijken.slugOf(wijk),
    failing: () => [
      ...failingIn(dispatcher, wijken.all(), null),
      ...wijken.failing(),
      ...deliveries.failing(),
    ],
  })
  metrics.watch({ dispatcher, formats, health, now: Date.now })
  return { health, run: (signal: AbortSignal) => files.run(signal) }
}
