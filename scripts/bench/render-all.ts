/**
 * A process that renders whole wijken with a built format, as the render processes of the publisher do: reads recorded,
 * bytes hashed. `node render-all.ts <format> <site input> <out>` does it once; forked without the last two, it
 * renders what it is asked and answers what that cost.
 */
import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createSite, type SiteInput } from '@wijkpers/content/site'
import { createPageGraph, type OpenSite, type PagePath } from '@wijkpers/page-graph'
import type { Cost } from './cpu.ts'

export interface RenderAll {
  readonly input: string
  readonly out: string
}

const [entry, input, out] = process.argv.slice(2)
const { openSite } = (await import(pathToFileURL(entry!).href)) as {
  openSite: (siteUrl: string) => OpenSite<PagePath>
}

async function renderAll(site: SiteInput, folder: string): Promise<void> {
  const { rendered } = await createPageGraph().update(createSite(site), () => openSite(site.siteUrl))
  const folders = new Set<string>()
  for (const { file, body } of rendered) {
    hash('sha256', body)
    const path = join(folder, file)
    if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    folders.add(dirname(path))
    writeFileSync(path, body)
  }
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as SiteInput

if (input && out) await renderAll(read(input), out)
else {
  const inputs = new Map<string, SiteInput>()
  process.on('disconnect', () => process.exit())
  process.on('message', (asked: RenderAll) => void answer(asked))

  // The publisher has the content in memory, so reading it is no part of what is measured.
  async function answer({ input, out }: RenderAll): Promise<void> {
    const site = inputs.get(input) ?? read(input)
    inputs.set(input, site)
    const before = process.cpuUsage()
    const started = performance.now()
    await renderAll(site, out)
    const { user, system } = process.cpuUsage(before)
    const cost: Cost = { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 }
    process.send!(cost)
  }
}
