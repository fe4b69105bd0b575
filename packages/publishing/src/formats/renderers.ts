/** Renderers of several site formats at the same time, each in processes of its own. */
import type { FormatShelf } from './shelf.ts'

/** A renderer that is not needed ends when nobody asked it anything for this long, in milliseconds. */
const IDLE_MS = 60_000

interface Closable {
  close(): void
  pids(): number[]
}

interface Kept<R> {
  readonly renderer: Promise<R>
  users: number
  usedAt: number
}

export interface RenderersOptions<R extends Closable> {
  readonly shelf: Pick<FormatShelf, 'folderOf'>
  /** Starts a renderer for the format in a folder. */
  readonly start: (folder: string) => Promise<R>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** The renderers of the site formats in use, one for each: started when first asked for, and ended when nobody needed them for a while. */
export function createRenderers<R extends Closable>({ shelf, start, now }: RenderersOptions<R>) {
  const renderers = new Map<string, Kept<R>>()

  function keptOf(hash: string): Kept<R> {
    let kept = renderers.get(hash)
    if (!kept) {
      kept = { renderer: start(shelf.folderOf(hash)), users: 0, usedAt: now() }
      renderers.set(hash, kept)
      // A failure is not remembered: the next one tries again.
      kept.renderer.catch(() => renderers.delete(hash))
    }
    return kept
  }

  return {
    /** Does something with the renderer of a format; it does not end meanwhile. */
    async use<T>(hash: string, work: (renderer: R) => Promise<T>): Promise<T> {
      const kept = keptOf(hash)
      kept.users++
      try {
        return await work(await kept.renderer)
      } finally {
        kept.users--
        kept.usedAt = now()
      }
    },
    /** Has these ready, and ends the others that are idle. Answers which of them cannot be started, and why: the others are. */
    async keepReady(needed: ReadonlySet<string>): Promise<ReadonlyMap<string, unknown>> {
      for (const [hash, { renderer, users, usedAt }] of renderers) {
        if (needed.has(hash) || users > 0 || now() - usedAt < IDLE_MS) continue
        renderers.delete(hash)
        // One that could not be started has nothing to end.
        await renderer.then(
          (each) => each.close(),
          () => undefined,
        )
      }
      const unusable = new Map<string, unknown>()
      for (const hash of needed)
        await keptOf(hash).renderer.catch((error: unknown) => void unusable.set(hash, error))
      return unusable
    },
    /** How many render processes there are now. */
    async count(): Promise<number> {
      const running = await Promise.allSettled(Array.from(renderers.values(), ({ renderer }) => renderer))
      return running.reduce(
        (sum, each) => sum + (each.status === 'fulfilled' ? each.value.pids().length : 0),
        0,
      )
    },
    async close(): Promise<void> {
      const running = await Promise.allSettled(Array.from(renderers.values(), ({ renderer }) => renderer))
      for (const each of running) if (each.status === 'fulfilled') each.value.close()
    },
  }
}

export type Renderers<R extends Closable> = ReturnType<typeof createRenderers<R>>
