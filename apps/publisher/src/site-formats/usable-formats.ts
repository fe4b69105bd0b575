/**
 * Which copies of site formats pages can be made with. One that cannot be opened keeps no other wijk from anything: until it is tried again it
 * counts as not there.
 */
import { type FormatShelf, isLessAgo } from '@wijkpers/publishing'
import type { Logger } from 'pino'

/** A copy that could not be opened is tried again after this, in milliseconds: it may have been the machine. */
const UNUSABLE_MS = 60_000

export interface UsableFormatsOptions {
  readonly shelf: Pick<FormatShelf, 'kept' | 'take'>
  readonly renderers: { keepReady(hashes: ReadonlySet<string>): Promise<ReadonlyMap<string, unknown>> }
  readonly now: () => Date
  readonly log: Pick<Logger, 'error'>
}

export function createUsableFormats(options: UsableFormatsOptions) {
  const { shelf, renderers, now, log } = options
  const onShelf = new Set<string>()
  /** Of those, the ones that could not be opened, and when that was. */
  const unusable = new Map<string, { readonly error: unknown; readonly at: number }>()

  const isUsable = (hash: string) =>
    onShelf.has(hash) && !isLessAgo(unusable.get(hash)?.at ?? -Infinity, UNUSABLE_MS, now().getTime())

  return {
    isUsable,
    isOnShelf: (hash: string) => onShelf.has(hash),
    all: () => [...onShelf].filter(isUsable),
    /** Null when it could be opened, or was not tried. */
    failureOf: (hash: string): { readonly error: unknown } | null => unusable.get(hash) ?? null,
    failures: () => Array.from(unusable, ([hash, { error }]) => ({ hash, error })),

    async look(): Promise<void> {
      const all = await shelf.kept()
      onShelf.clear()
      for (const hash of all) onShelf.add(hash)
      for (const hash of unusable.keys()) if (!onShelf.has(hash)) unusable.delete(hash)
    },

    /** Has the renderers of these ready, and of no others. */
    async open(hashes: readonly string[]): Promise<void> {
      const tried = hashes.filter(isUsable)
      const failed = await renderers.keepReady(new Set(tried))
      for (const hash of tried) if (!failed.has(hash)) unusable.delete(hash)
      for (const [hash, error] of failed) {
        if (!unusable.has(hash))
          log.error(
            { err: error, format: hash },
            'a copy of a site format cannot be opened: nothing is made with it',
          )
        unusable.set(hash, { error, at: now().getTime() })
      }
    },

    /** Takes the newest build, also in the place of a copy that cannot be opened; answers its hash. Throws NoSiteFormatError. */
    async takeNewest(): Promise<string> {
      const built = await shelf.take(new Set(unusable.keys()))
      unusable.delete(built)
      onShelf.add(built)
      return built
    },
  }
}
