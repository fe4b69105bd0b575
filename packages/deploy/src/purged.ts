/**
 * A target behind a CDN: what a release changed is forgotten there before it is proven. What is still to be forgotten
 * is noted first, so that no crash and no refusal of the CDN leaves an old page there for good.
 */
import type { WijkId } from '@wijkpers/content'
import type { Delta, DeployTarget, FirstTarget } from '@wijkpers/publishing'
import { cacheTagOf, cacheTagOfSite } from '@wijkpers/releases'
import { addressOf } from './ask-as-reader.ts'
import { openNotes } from './notes.ts'
import type { Purger } from './purge/purger.ts'

/** A release with more changes than this is forgotten by the tag of the whole site. */
const MOST_PAGES = 100
const FORM = 1

export interface PurgedOptions<T extends DeployTarget> {
  readonly target: T
  readonly purger: Purger
  /** Notes of what is still to be forgotten. */
  readonly folder: string
}

/** The same target, with its CDN in step. */
export function createPurgedTarget<T extends DeployTarget | FirstTarget>({
  target,
  purger,
  folder,
}: PurgedOptions<T>): T {
  const notes = openNotes({
    folder,
    form: FORM,
    gistOf: (items: readonly string[]) => ({ isOwing: items.length > 0 }),
  })

  async function note(wijk: WijkId, items: readonly string[]): Promise<void> {
    await notes.write(wijk, [...new Set([...(notes.read(wijk) ?? []), ...items])])
  }

  async function purgeNoted(wijk: WijkId): Promise<void> {
    const items = notes.read(wijk) ?? []
    if (items.length === 0) return
    // After each call: a CDN that takes so many a minute is told the rest when it takes more, and not all of it again.
    await purger.purge(items, async (forgotten) => {
      const done = new Set(forgotten)
      const still = notes.read(wijk) ?? []
      const left = still.filter((item) => !done.has(item))
      // A call is made for several wijken together: most of it may be of others.
      if (left.length < still.length) await notes.write(wijk, left)
    })
  }

  return {
    ...target,
    owesPurge: (wijk: WijkId) => notes.gist(wijk)?.isOwing ?? false,
    async publish(delta: Delta) {
      const besides = purger.by === 'urls' ? ((await target.alsoChanges?.(delta)) ?? []) : []
      const addresses = besides.flatMap(({ siteUrl, paths }) => urlsOf(siteUrl, paths))
      await note(delta.wijk, [...itemsOf(delta, purger), ...addresses])
      return target.publish(delta)
    },
    ...('rollback' in target && {
      async rollback(back: Parameters<FirstTarget['rollback']>[0]) {
        const shown = target.live(back.wijk)?.files.keys() ?? []
        await note(
          back.wijk,
          purger.by === 'tags' ? [cacheTagOfSite(back.wijk)] : urlsOf(back.site.url, shown),
        )
        return target.rollback(back)
      },
    }),
    ...('withdraw' in target && {
      async withdraw(withdrawal: Parameters<FirstTarget['withdraw']>[0]) {
        const { wijk, paths } = withdrawal
        const host = target.live(wijk)?.host
        const tags = paths.map((path) => cacheTagOf(wijk, path))
        await note(wijk, purger.by === 'tags' ? tags : urlsOf(`https://${host}`, paths))
        await target.withdraw(withdrawal)
        await purgeNoted(wijk)
      },
    }),
    async prove(proof) {
      await purgeNoted(proof.wijk)
      await target.prove(proof)
    },
  }
}

function itemsOf({ wijk, site, put, remove }: Delta, { by }: Purger): string[] {
  const paths = [...put.map(({ path }) => path), ...remove]
  if (by === 'tags')
    return site && paths.length <= MOST_PAGES
      ? paths.map((path) => cacheTagOf(wijk, path))
      : [cacheTagOfSite(wijk)]
  return site ? urlsOf(site.url, paths) : []
}

/** Every address under which a CDN may keep an answer about these files. */
function urlsOf(siteUrl: string, paths: Iterable<string>): string[] {
  const root = siteUrl.replace(/\/$/, '')
  return [...paths].flatMap((path) => {
    const address = addressOf(path)
    return address.endsWith('/') && address !== '/'
      ? [root + address, root + address.slice(0, -1)]
      : [root + address]
  })
}
