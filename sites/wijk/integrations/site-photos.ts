/**
 * The photos, documents and cards of one wijk in `astro dev` and `astro build`. Photos and documents are ready files:
 * nothing is made of them here.
 */
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { shareCardPath, shareCardsOf, documentPath, documentsOf } from '@wijkpers/content'
import { sourcesOf } from '@wijkpers/content/site'
import { drawCard } from '@wijkpers/images/draw-card'
import type { AstroIntegration } from 'astro'
import type { ChosenSite } from '../site-input.ts'

export function sitePhotos({ input, photos, file }: ChosenSite): AstroIntegration {
  const sources = new Set([
    ...Object.values(input.photos).flatMap(sourcesOf),
    ...input.entries.flatMap(documentsOf).map(documentPath),
  ])
  if (sources.size > 0 && photos === null) {
    throw new Error(
      '[site] this site input has photos or documents: set WIJKPERS_PHOTOS to the folder that holds their files',
    )
  }
  const cards = new Map(shareCardsOf(input.wijk, input.entries).map((card) => [shareCardPath(card), card]))
  const pathOf = (src: string) => join(photos ?? '', src)
  return {
    name: 'wijkpers:site-photos',
    hooks: {
      'astro:config:setup': ({ addWatchFile }) => {
        // Another content while `astro dev` runs: it starts anew.
        if (file) addWatchFile(pathToFileURL(file))
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const card = cards.get(request.url ?? '')
          if (card) return response.setHeader('content-type', 'image/png').end(drawCard(card))
          if (!request.url || !sources.has(request.url)) return next()
          response.setHeader('content-type', request.url.endsWith('.pdf') ? 'application/pdf' : 'image/webp')
          createReadStream(pathOf(request.url)).on('error', next).pipe(response)
        })
      },
      'astro:build:done': async ({ dir }) => {
        for (const [src, card] of cards) {
          const target = join(fileURLToPath(dir), src)
          await mkdir(dirname(target), { recursive: true })
          await writeFile(target, drawCard(card))
        }
        for (const src of sources) {
          const target = join(fileURLToPath(dir), src)
          await mkdir(dirname(target), { recursive: true })
          await copyFile(pathOf(src), target).catch((cause: unknown) => {
            throw new Error(`[site] no file ${src} in ${photos}`, { cause })
          })
        }
      },
    },
  }
}
