/** Wiring of previews: their folder, and a renderer that runs while somebody makes them. */
import { createRenderers, type FormatShelf, startRenderer } from '@wijkpers/publishing'
import { openPreviews } from '@wijkpers/releases'
import { createPreviewMaker, type PreviewMakerOptions } from './previews.ts'

export interface PreviewingOptions extends Omit<PreviewMakerOptions, 'previews' | 'use'> {
  readonly folder: string
  readonly shelf: FormatShelf
}

/** How often it is looked whether the renderer is still needed, in milliseconds. */
const IDLE_MS = 60_000

export function openPreviewing({ folder, shelf, ...options }: PreviewingOptions) {
  // Of its own: what a publish remembers of a wijk must be what is live.
  const renderers = createRenderers({
    shelf,
    start: (format) => startRenderer({ folder: format, processes: 1, keptWijken: 1 }),
    now: Date.now,
  })
  const endIdle = setInterval(() => void renderers.keepReady(new Set()), IDLE_MS).unref()
  const previews = openPreviews(folder)
  return {
    previews,
    preview: createPreviewMaker({
      ...options,
      previews,
      use: (format, work) => renderers.use(format, work),
    }),
    async close(): Promise<void> {
      clearInterval(endIdle)
      await renderers.close()
    },
  }
}
