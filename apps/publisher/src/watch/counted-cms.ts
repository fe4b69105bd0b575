/** The CMS, with each read counted and timed. */
import type { CmsClient } from '@wijkpers/content/strapi'
import type { Metrics } from './metrics.ts'

type Counted = 'wijken' | 'manifest' | 'changes' | 'entries' | 'original' | 'reportReceipt'

/** The same client; what it answers and throws stays as it is. */
export function countReads(cms: CmsClient, metrics: Pick<Metrics, 'cmsAsked'>): CmsClient {
  function counted<A extends unknown[], R>(
    read: Counted,
    ask: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R> {
    return async (...args) => {
      const answered = metrics.cmsAsked(read)
      try {
        const answer = await ask(...args)
        answered('answered')
        return answer
      } catch (error) {
        answered('failed')
        throw error
      }
    }
  }
  return {
    ...cms,
    wijken: counted('wijken', (onUnreadable) => cms.wijken(onUnreadable)),
    manifest: counted('manifest', (wijk) => cms.manifest(wijk)),
    changes: counted('changes', (wijk, since) => cms.changes(wijk, since)),
    entries: counted('entries', (wijk, ids) => cms.entries(wijk, ids)),
    original: counted('original', (url) => cms.original(url)),
    reportReceipt: counted('reportReceipt', (receipt) => cms.reportReceipt(receipt)),
  }
}
