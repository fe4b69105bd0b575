/** What a publish asks of the world, as it is here: our release store, with room made in it, behind the CMS's content. */
import type { WijkId } from '@wijkpers/content'
import type { CmsClient } from '@wijkpers/content/strapi'
import {
  createContentReader,
  type FirstTarget,
  type PublishPorts,
  type RenderJobOptions,
  siteOf,
} from '@wijkpers/publishing'
import type { Logger } from 'pino'
import type { Announcements } from './receipts/announcements.ts'
import type { Deliveries } from './targets/deliveries.ts'
import type { Housework } from './quiet-hours/housework.ts'
import { publishWithRoom, type WantedAddress } from './make-room.ts'
import type { Wijken } from './wijken.ts'

export interface PublishPortsOptions {
  readonly making: RenderJobOptions
  readonly cms: CmsClient
  readonly target: FirstTarget
  readonly announcements: Pick<Announcements, 'made'>
  readonly deliveries: Pick<Deliveries, 'isReadHere'>
  readonly housework: Pick<Housework, 'wrongIn'>
  readonly wijken: Pick<Wijken, 'newestRelease'>
  readonly log: Logger
}

export function createPublishPorts(options: PublishPortsOptions): Omit<PublishPorts, 'renderer'> {
  const { making, cms, target, announcements, deliveries, housework, wijken, log } = options

  async function wantedAddress(wijk: WijkId): Promise<WantedAddress | null> {
    const manifest = await cms.manifest(wijk)
    const site = manifest && siteOf(manifest.wijk, making.sitesUrl)
    return site && { slug: site.slug, url: site.url, isHeld: manifest.held !== null }
  }

  return {
    ...making,
    content: createContentReader(cms),
    target: {
      ...target,
      async publish(delta) {
        const release = await publishWithRoom(delta, (each) => target.publish(each), wantedAddress)
        announcements.made(delta)
        return release
      },
      // Where no reader comes there is nothing to see: then it only keeps the releases for other targets.
      prove: (proof) => (deliveries.isReadHere(proof.wijk) ? target.prove(proof) : Promise.resolve()),
    },
    wrongIn: (wijk) => housework.wrongIn(wijk),
    newestRelease: (wijk) => wijken.newestRelease(wijk),
    async hold(wijk, held, instead) {
      log.warn({ wijk, held }, 'the release that this wijk was held at is gone: it is held at its newest one')
      await cms.hold(wijk, held, instead)
    },
  }
}
