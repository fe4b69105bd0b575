/**
 * A file that is thrown away in the CMS goes from every release that is kept, not only from the pages: no address answers with it, and
 * going back to an earlier release does not bring it back. Looked at after every publish and now and then; nothing is noted of
 * what was done: after a start all is looked at once, from then on what is new.
 */
import { documentPath, type WijkId } from '@wijkpers/content'
import type { CmsClient, WithdrawnFile } from '@wijkpers/content/strapi'
import type { FirstTarget, KeptRelease, PhotoPaths } from '@wijkpers/publishing'
import type { Previews } from '@wijkpers/releases'

export interface WithdrawalsOptions {
  readonly cms: Pick<CmsClient, 'withdrawn'>
  readonly target: Pick<FirstTarget, 'live' | 'kept' | 'withdraw'>
  readonly photos: PhotoPaths
  readonly previews: Pick<Previews, 'forget'>
  /** The photos of a kept release, by path. */
  readonly photosIn: (wijk: WijkId, release: KeptRelease['release']) => Iterable<string>
  /** Whether the wijk is held: then what is live is an earlier release. */
  readonly isHeld: (wijk: WijkId) => boolean
  readonly onWithdrawn: (wijk: WijkId, paths: readonly string[]) => void
  readonly onLookFailed: (error: unknown) => void
  readonly onFailed: (wijk: WijkId, error: unknown) => void
}

/** The longest that a file is thrown away, by its clock, before the CMS tells it: its transaction may take a while. In milliseconds. */
const OVERLAP_MS = 10 * 60_000

export function createWithdrawals(options: WithdrawalsOptions) {
  const { cms, target, photos, previews, photosIn, isHeld, onWithdrawn, onLookFailed, onFailed } = options
  /** Those of the last minutes that are gone, with when they were thrown away: they are told more than once. */
  const done = new Map<string, string>()
  /** Those that are still to go. */
  const waiting = new Map<string, WithdrawnFile>()
  let newest: string | null = null
  let looking: Promise<void> = Promise.resolve()

  const keyOf = ({ wijk, url, version }: WithdrawnFile) => `${wijk} ${url} ${version}`

  async function withdraw(wijk: WijkId, files: readonly WithdrawnFile[]): Promise<void> {
    const alsoShown = isHeld(wijk)
    const known = await Promise.all(files.map(pathsOf))
    const paths = new Set(known.flat())
    // It was never shown, or what it was called is forgotten: then every photo goes that may be it.
    if (known.some((some) => some.length === 0)) for (const path of await mayBeIt(wijk)) paths.add(path)
    const all = [...paths]
    if (all.length > 0) await target.withdraw({ wijk, paths: all, alsoShown })
    previews.forget(wijk, paths)
    for (const file of files) {
      waiting.delete(keyOf(file))
      done.set(keyOf(file), file.at)
    }
    onWithdrawn(wijk, all)
  }

  async function pathsOf(file: WithdrawnFile): Promise<readonly string[]> {
    return file.url.endsWith('.pdf') ? [documentPath(file).slice(1)] : photos.pathsOf(file)
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
    const since = newest === null ? null : new Date(Date.parse(newest) - OVERLAP_MS).toISOString()
    for (const file of await cms.withdrawn(since)) {
      if (newest === null || file.at > newest) newest = file.at
      if (!done.has(keyOf(file))) waiting.set(keyOf(file), file)
    }
    for (const [key, at] of done) if (since !== null && at < since) done.delete(key)
  }

  async function lookNow(): Promise<void> {
    await ask().catch(onLookFailed)
    for (const [wijk, files] of Map.groupBy(waiting.values(), (file) => file.wijk))
      await withdraw(wijk, files).catch((error: unknown) => onFailed(wijk, error))
  }

  return {
    /** Looks what was thrown away; one look at a time. */
    look(): Promise<void> {
      looking = looking.then(lookNow)
      return looking
    },
  }
}
