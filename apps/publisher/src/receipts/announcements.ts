/**
 * Telling a WebSub hub which feeds changed (https://www.w3.org/TR/websub/), so that whoever follows one sees it at once
 * instead of at the next look. Nothing waits for the hub, and what it does not hear is lost: readers look by themselves.
 */
import type { WijkId } from '@wijkpers/content'
import type { Delta } from '@wijkpers/publishing'
import type { OpenReceipt } from './receipts.ts'

export interface AnnouncementsOptions {
  /** Address of the hub; null for none. */
  readonly hub: string | null
  readonly onFailed: (error: unknown, feeds: readonly string[]) => void
}

/** Longest wait for the hub, in milliseconds. */
const TIMEOUT_MS = 10_000

const isFeed = (path: string) => /(?:^|\/)(?:rss\.xml|feed\.json)$/.test(path)

export function createAnnouncements({ hub, onFailed }: AnnouncementsOptions) {
  const changed = new Map<WijkId, Set<string>>()

  async function tell(address: string, wijk: WijkId): Promise<void> {
    const feeds = [...(changed.get(wijk) ?? [])]
    changed.delete(wijk)
    try {
      // One in a call: not every hub takes several.
      for (const feed of feeds) {
        const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed })
        const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) })
        await answer.body?.cancel()
        if (!answer.ok) throw new Error(`[websub] ${address} answered ${answer.status}`)
      }
    } catch (error) {
      onFailed(error, feeds)
    }
  }

  return {
    /** A release was made: its feeds are told of once readers see it. */
    made({ wijk, site, put }: Pick<Delta, 'wijk' | 'site' | 'put'>): void {
      if (hub === null || site === null) return
      const feeds = put.filter(({ path }) => isFeed(path)).map(({ path }) => `${site.url}/${path}`)
      if (feeds.length > 0) changed.set(wijk, new Set([...(changed.get(wijk) ?? []), ...feeds]))
    },
    /** The same receipt; the hub is told when it is live. */
    through(wijk: WijkId, receipt: OpenReceipt): OpenReceipt {
      if (hub === null) return receipt
      return {
        ...receipt,
        async live(proof) {
          await receipt.live(proof)
          void tell(hub, wijk)
        },
      }
    },
  }
}

export type Announcements = ReturnType<typeof createAnnouncements>
