/**
 * A file that is thrown away in the CMS goes from every release that is kept, not only from the pages: no address answers with it, and
 * going back to an earlier release does not bring it back. The release that is live shows it rightfully until the publish that takes it off
 * its pages, so it is taken out once more after that one, and is done with only then. Looked at after every publish and now and then;
 * nothing is noted on disk of what was done: after a start all is looked at once, from then on what is new.
 */
import { documentPath, type Photo, type WijkId } from '@wijkpers/content'
import type { CmsClient, WithdrawnFile } from '@wijkpers/content/strapi'
import type { FirstTarget, KeptRelease, PhotoPaths } from '@wijkpers/publishing'
import type { Previews } from '@wijkpers/releases'
import type { Wijken } from './wijken.ts'

export interface WithdrawalsOptions {
  readonly cms: Pick<CmsClient, 'withdrawn'>
  readonly target: Pick<FirstTarget, 'live' | 'kept' | 'withdraw'>
  readonly photos: PhotoPaths
  readonly previews: Pick<Previews, 'forget'>
  /** The photos of a kept release, by path. */
  readonly photosIn: (wijk: WijkId, release: KeptRelease['release']) => Iterable<string>
  /** The photos that a wijk shows by its newest content, with its logo. */
  readonly photosOf: (wijk: WijkId) => Promise<readonly Pick<Photo, 'url' | 'version'>[]>
  readonly wijken: Pick<Wijken, 'refresh' | 'isHeld' | 'showsNewest'>
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly onWithdrawn: (wijk: WijkId, paths: readonly string[]) => void
  readonly onLookFailed: (error: unknown) => void
  readonly onFailed: (wijk: WijkId, error: unknown) => void
}

/** How long after a file was thrown away, by the CMS's clock, the CMS may first tell us: its transaction may take a while. In milliseconds. */
const OVERLAP_MS = 10 * 60_000

interface Waiting {
  readonly file: WithdrawnFile
  /** How its wijk stood when it was last taken out; null when it was not yet. */
  takenOutAt: string | null
}

export function createWithdrawals(options: WithdrawalsOptions) {
  const { cms, target, wijken, photos, previews, photosIn, photosOf, now } = options
  const { onWithdrawn, onLookFailed, onFailed } = options
  /** Those of the last minutes that are gone, with when they were thrown away: they are told more than once. */
  const done = new Map<string, string>()
  /** Those that are still to go, or that may be in another earlier release after the next publish. */
  const waiting = new Map<string, Waiting>()
  let newest: string | null = null
  let looking: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  const keyOf = ({ wijk, url, version }: WithdrawnFile) => `${wijk} ${url} ${version}`

  async function withdraw(wijk: WijkId, all: readonly Waiting[], isTold: boolean): Promise<void> {
    // Once content without them is live, no later release shows them again: then this is the last time.
    const isLast = isTold && wijken.showsNewest(wijk)
    const stand = standOf(wijk)
    const files = all.filter(({ takenOutAt }) => isLast || takenOutAt !== stand)
    if (files.length === 0) return
    const paths = new Set<string>()
    let isForgotten = false
    for (const { file } of files) {
      const known = await photos.pathsOf(file)
      // A name does not tell a document: who scans calls it `SCAN.PDF`, or `Wijkkrant nr. 4`. An address that never was costs nothing.
      for (const path of [...known, documentPath(file).slice(1)]) paths.add(path)
      isForgotten ||= known.length === 0 && !/\.pdf$/i.test(file.url)
    }
    // It was never shown, or what it was called is forgotten: then every photo goes that may be it.
    if (isForgotten) for (const path of await mayBeIt(wijk)) paths.add(path)
    const alsoShown = wijken.isHeld(wijk)
    if (alsoShown) for (const path of await pathsOfOthers(wijk, files)) paths.delete(path)
    await target.withdraw({ wijk, paths: [...paths], alsoShown })
    previews.forget(wijk, paths)
    for (const each of files) {
      each.takenOutAt = stand
      if (!isLast) continue
      waiting.delete(keyOf(each.file))
      done.set(keyOf(each.file), each.file.at)
    }
    onWithdrawn(wijk, [...paths])
  }

  /** Another text when another release is live, or the same one in another way. */
  function standOf(wijk: WijkId): string {
    return `${target.live(wijk)?.release} ${wijken.isHeld(wijk)}`
  }

  /** Paths of what its entries have by now: another upload of the same picture is the same file of the site, and stays. */
  async function pathsOfOthers(wijk: WijkId, files: readonly Waiting[]): Promise<readonly string[]> {
    const gone = new Set(files.map(({ file }) => file.url))
    const others = (await photosOf(wijk)).filter(({ url }) => !gone.has(url))
    return (await Promise.all(others.map((photo) => photos.pathsOf(photo)))).flat()
  }

  /** Photos that the site does not show now, in releases of before the names of photos were kept, or that show one of those again. */
  async function mayBeIt(wijk: WijkId): Promise<Set<string>> {
    const live = target.live(wijk)
    const since = await photos.knownSince()
    const earlier = target
      .kept(wijk)
      .filter(({ madeAt, rollback }) => madeAt < since || rollback !== null)
      .flatMap(({ release }) => Array.from(photosIn(wijk, release)))
    return new Set(earlier.filter((path) => live?.files.get(path) === undefined))
  }

  async function ask(): Promise<void> {
    // The clock may have been put back since the newest one.
    const from = newest === null ? null : Math.min(Date.parse(newest), now()) - OVERLAP_MS
    const since = from === null ? null : new Date(from).toISOString()
    for (const file of await cms.withdrawn(since)) {
      if (newest === null || file.at > newest) newest = file.at
      const key = keyOf(file)
      if (!done.has(key) && !waiting.has(key)) waiting.set(key, { file, takenOutAt: null })
    }
    for (const [key, at] of done) if (since !== null && at < since) done.delete(key)
    // After it was told what was thrown away: what is wanted by now is content without it.
    // While a wijk is held it waits, perhaps for days, and nothing of it changes.
    const isAwaited = ({ file, takenOutAt }: Waiting) => takenOutAt === null || !wijken.isHeld(file.wijk)
    if ([...waiting.values()].some(isAwaited)) await wijken.refresh()
  }

  async function lookNow(): Promise<void> {
    const isTold = await ask().then(
      () => true,
      (error: unknown) => {
        onLookFailed(error)
        return false
      },
    )
    for (const [wijk, files] of Map.groupBy(waiting.values(), ({ file }) => file.wijk))
      await withdraw(wijk, files, isTold).catch((error: unknown) => onFailed(wijk, error))
  }

  return {
    /** Looks what was thrown away; one look at a time. Who asks while one is to begin is answered by that one. */
    look(): Promise<void> {
      next ??= looking.then(() => {
        next = null
        return lookNow()
      })
      looking = next
      return next
    },
  }
}

export type Withdrawals = ReturnType<typeof createWithdrawals>
