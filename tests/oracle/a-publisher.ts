/** A publisher with all its own parts, in this process, on content from anywhere: only the dispatcher's waiting is left out. */
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import {
  createContentReader,
  createPhotoStore,
  type FirstTarget,
  formatOf,
  makeReady,
  publish,
  RendererLostError,
  startRenderer,
} from '@wijkpers/publishing'
import { openReader, openStore } from '@wijkpers/releases'
import { createFileServer, LIMITS } from '../../apps/file-server/src/server.ts'
import { parseSitesUrl } from '../../apps/file-server/src/sites-address.ts'
import { createReceiptBook } from '../../apps/publisher/src/receipts/receipts.ts'
import { createWijken } from '../../apps/publisher/src/wijken.ts'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import { formatFolder } from '../site/render-site.ts'
import type { NewsroomInMemory } from './newsroom-in-memory.ts'

export const sitesUrl = 'http://{slug}.localhost:8080'

/** A publish was cut off on purpose. */
class CutOffError extends Error {
  override readonly name = 'CutOffError'
}

export interface PublisherOptions {
  readonly cms: NewsroomInMemory
  readonly original: (url: string) => Promise<Uint8Array>
  readonly folder: string
  readonly processes: number
}

export async function startPublisher({ cms, original, folder, processes }: PublisherOptions) {
  const releases = join(folder, 'releases')
  mkdirSync(releases, { recursive: true })
  const reader = openReader(releases)
  const files = createFileServer({
    reader,
    sites: parseSitesUrl(sitesUrl)!,
    limits: LIMITS,
    onFault(fault) {
      throw fault
    },
  })
  files.server.listen(0, '127.0.0.1')
  await once(files.server, 'listening')
  const filesUrl = `http://127.0.0.1:${(files.server.address() as AddressInfo).port}`

  let cutOff: 'before' | 'after' | null = null
  let parts = await start()

  async function start() {
    const store = openStore(releases)
    const renderer = await startRenderer({ folder: formatFolder, processes })
    const embedded = createEmbeddedTarget({ store, filesUrl })
    const target: FirstTarget = {
      ...embedded,
      async publish(delta) {
        const when = cutOff
        cutOff = null
        if (when === 'before') throw new CutOffError()
        const release = await embedded.publish(delta)
        if (when === 'after') throw new CutOffError()
        return release
      },
    }
    const format = formatOf(renderer.format, { sitesUrl, hub: null })
    const wijken = createWijken({
      cms,
      target,
      formats: {
        whyDue: (_wijk, live) => (live.format === format ? null : 'format'),
        looked: () => Promise.resolve(),
        errorOf: () => null,
      },
      now: cms.now,
      isWrong: () => false,
    })
    const receipts = createReceiptBook({
      folder: join(folder, 'receipts'),
      report: (receipt) => cms.report(receipt),
      knownAs: (wijk) => wijken.knownAs(wijk),
      now: () => new Date(),
      onReportFailed(error) {
        throw error
      },
      onKeepFailed(error) {
        throw error
      },
    })
    const ports = {
      content: createContentReader(cms.source),
      photos: createPhotoStore({ folder: join(folder, 'photos'), original }),
      renderer,
      target,
      sitesUrl,
      hub: null,
      now: cms.now,
      newestRelease: (wijk: WijkId) => wijken.newestRelease(wijk),
      wrongIn: () => null,
      hold: () => Promise.reject(new Error('nobody holds a wijk here')),
    }
    return { store, renderer, wijken, receipts, ports }
  }

  function end(): void {
    parts.renderer.close()
    parts.store.close()
  }

  /** Publishes what is due, both wijken at once; again until nothing is. */
  async function publishDue(): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds++) {
      const due = await parts.wijken.due()
      if (due.length === 0) return
      const outcomes = await Promise.allSettled(
        due.map(async ({ wijk }) => publish(wijk, await parts.receipts.open(wijk), parts.ports)),
      )
      await parts.receipts.told()
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue
        const { reason } = outcome
        if (!(reason instanceof CutOffError || reason instanceof RendererLostError)) throw reason
      }
    }
    throw new Error('after 20 publishes something is still due')
  }

  return {
    reader,
    publishDue,
    /** The next publish is cut off, before or after the release was made. */
    cutOffNext(when: 'before' | 'after'): void {
      cutOff = when
    },
    killRenderers(): void {
      for (const pid of parts.renderer.pids()) process.kill(pid, 'SIGKILL')
    },
    /** Another publisher takes over: all that this one remembered is gone. */
    async restart(): Promise<void> {
      end()
      parts = await start()
    },
    /** What is live is right, and builds the ground for the next publish of each wijk. */
    async becomeReady(): Promise<void> {
      await publishDue()
      for (const wijk of cms.ids) {
        const hasSite = (parts.ports.target.live(wijk)?.files.size ?? 0) > 0
        if (hasSite !== ['made', 'ready'].includes(await makeReady(wijk, parts.ports)))
          throw new Error(`${wijk} is not made as it is live`)
      }
    },
    async stop(): Promise<void> {
      end()
      await files.stop()
      reader.close()
    },
  }
}
