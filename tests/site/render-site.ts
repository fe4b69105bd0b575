/** Renders whole sites with the built renderer, as the publisher does. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shareCardPath, shareCardsOf, documentPath, documentsOf } from '@wijkpers/content'
import { createSite, sourcesOf, type SiteInput } from '@wijkpers/content/site'
import { drawCard } from '@wijkpers/images/draw-card'
import type { Renderer } from '../../sites/wijk/renderer/interface.ts'

export const siteFolder = fileURLToPath(new URL('../../sites/wijk/', import.meta.url))
export const formatFolder = join(siteFolder, 'dist', 'format')

/** The renderer that `build:renderer` made. */
export async function loadRenderer(): Promise<Renderer> {
  return (await import(join(formatFolder, 'renderer', 'entry.mjs'))) as Renderer
}

/** The files that every site of the format carries. */
function formatFiles(): Promise<Map<string, Uint8Array>> {
  return filesBelow(join(formatFolder, 'files'))
}

/** A card is drawn once in a process: its path says all that is in it. */
const cards = new Map<string, Uint8Array>()

/** Those pages of a site whose file is `wanted`, with the files that every site carries: without photos and cards. */
export async function renderPages(
  input: SiteInput,
  wanted: (file: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const { openSite } = await loadRenderer()
  const site = createSite(input)
  const open = openSite(input.siteUrl)
  const files = await formatFiles()
  for (const page of await open.paths(site))
    if (wanted(page.file)) files.set(page.file, await open.render(site, page))
  return files
}

/** All files of a site by their path, cards drawn here; photos come from `photos`, a folder that holds them as `foto/...`. */
export async function renderSite(input: SiteInput, photos: string): Promise<Map<string, Uint8Array>> {
  const files = await renderPages(input, () => true)
  const media = [
    ...Object.values(input.photos).flatMap(sourcesOf),
    ...input.entries.flatMap(documentsOf).map(documentPath),
  ]
  for (const card of shareCardsOf(input.wijk, input.entries)) {
    const path = shareCardPath(card).slice(1)
    const body = cards.get(path) ?? drawCard(card)
    cards.set(path, body)
    files.set(path, body)
  }
  for (const src of media) files.set(src.slice(1), await readFile(join(photos, src)))
  return files
}

/** Every file below `folder` by its path in it. */
export async function filesBelow(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths
    .sort()
    .map(async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path)] as const)
  return new Map(await Promise.all(files))
}
