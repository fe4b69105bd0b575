/**
 * A held wijk shows an earlier release until an operator lets it go on. The hold is content of the CMS, so what is
 * live follows it as it follows all content: what was cut off is brought there by the next try.
 */
import type { WijkId } from '@wijkpers/content'
import type { Held } from '@wijkpers/content/strapi'
import type { Snapshot } from './content.ts'
import { type FirstSite, type FirstTarget, ReleaseNotKeptError, type Receipt } from './ports.ts'
import { siteOf } from './render-job.ts'

export interface HoldPorts {
  readonly target: FirstTarget
  readonly sitesUrl: string
  readonly newestRelease: (wijk: WijkId) => number
  /** Tells the CMS that a wijk is held at this release, if it is still held as `instead` says: an operator may have done otherwise. */
  readonly hold: (wijk: WijkId, held: Held, instead: Held) => Promise<void>
}

/** Whether what is live is what the wijk is held at: that release itself, or the one that shows it again. */
export function isHeldThere(live: Pick<FirstSite, 'release' | 'rollback'> | null, held: Held): boolean {
  return live !== null && (live.release === held.release || live.rollback === held.release)
}

/**
 * Brings what is live to the release where the wijk is held, and tells whoever published meanwhile that it waits.
 * False when the wijk is not held, or at a release that is gone: then its newest content is to be shown.
 */
export async function keepHeld(
  wijk: WijkId,
  snapshot: Snapshot,
  receipt: Receipt,
  { target, sitesUrl, newestRelease }: HoldPorts,
): Promise<boolean> {
  const site = siteOf(snapshot.wijk, sitesUrl)
  // A wijk that is to have no site has none, held or not.
  if (!snapshot.held || !site) return false
  try {
    const before = target.live(wijk)
    if (!isHeldThere(before, snapshot.held)) {
      // Another address waits too, or two wijken that swapped theirs would wait for each other. One without a site has none to stay at.
      const { slug, name } = site
      const there = before?.host ? { slug, name, url: atHost(before.host, site.url) } : site
      await target.rollback({
        wijk,
        site: there,
        to: snapshot.held.release,
        after: newestRelease(wijk),
      })
    }
  } catch (error) {
    if (error instanceof ReleaseNotKeptError) return false
    throw error
  }
  const { release, host, files } = target.live(wijk)!
  const url = atHost(host, site.url)
  await target.prove({
    wijk,
    url,
    path: 'index.html',
    hash: files.get('index.html') ?? null,
    release,
  })
  await receipt.held({ revision: snapshot.revision, release, url })
  return true
}

/** The address at this host, reached as `url` is. */
function atHost(host: string, url: string): string {
  const there = new URL(url)
  there.hostname = host
  return there.origin
}

/** Holds a wijk whose held release was gone at the newest one, which is shown instead: when it goes on is for an operator to say. */
export async function holdAtNewest(wijk: WijkId, held: Held, { target, hold }: HoldPorts): Promise<void> {
  const live = target.live(wijk)
  if (!live || live.host === '') return
  const why = held.why.endsWith(GONE) ? held.why : `${held.why} ${GONE}`
  await hold(wijk, { ...held, release: live.release, revision: live.revision, why }, held)
}

const GONE = 'De versie waarop de site werd vastgehouden is er niet meer: de nieuwste versie staat online.'
