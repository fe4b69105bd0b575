/**
 * A render process: loads the built site format once and keeps, of every wijk it renders, the content
 * and what each page read. Started by renderer.ts with the path of the format's entry; ends with its parent.
 */
import { hash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { Entry, EntryId, Wijk, WijkId } from '@wijkpers/content'
import { createSite, type SitePhoto } from '@wijkpers/content/site'
import { createPageGraph, type PageGraph, type PagePath } from '@wijkpers/page-graph'
import type { ForgetRequest, RenderAnswer, RenderRequest, SiteFormatModule } from './protocol.ts'

interface KeptWijk {
  settings: Wijk
  readonly entries: Map<EntryId, Entry>
  readonly photos: Record<string, SitePhoto>
  readonly graph: PageGraph<PagePath>
}

const format = (await import(pathToFileURL(process.argv[2]!).href)) as SiteFormatModule
const kept = new Map<WijkId, KeptWijk>()

// An orphan could still be at work while the next publisher starts.
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole process group; the parent decides when its children end.
process.on('SIGINT', () => undefined)
process.on('message', (request: RenderRequest | ForgetRequest) => {
  if ('forget' in request) kept.delete(request.forget)
  else void answer(request)
})

async function answer(request: RenderRequest): Promise<void> {
  const { id, wijk, siteUrl, now } = request
  try {
    const known = keep(request)
    const site = createSite({
      wijk: known.settings,
      entries: [...known.entries.values()],
      photos: known.photos,
      siteUrl,
      now,
    })
    const { rendered, removed, validUntil } = await known.graph.update(site, () => format.openSite(siteUrl))
    send({
      id,
      rendered: rendered.map(({ file, body }) => ({
        path: file,
        hash: hash('sha256', body),
        size: body.length,
        body,
      })),
      removed,
      validUntil,
    })
  } catch (error) {
    kept.delete(wijk)
    const page = (error as { pathname?: unknown } | null)?.pathname
    const message = error instanceof Error ? error.message : String(error)
    send({ id, failure: { page: typeof page === 'string' ? page : null, message } })
  }
}

function keep({ wijk, isAnew, settings, put, gone, photos }: RenderRequest): KeptWijk {
  const before = isAnew ? undefined : kept.get(wijk)
  const known: KeptWijk = before ?? {
    settings,
    entries: new Map(),
    photos: {},
    graph: createPageGraph(),
  }
  kept.set(wijk, known)
  // Equal settings stay the same object: a new one would touch every page.
  if (JSON.stringify(known.settings) !== JSON.stringify(settings)) known.settings = settings
  for (const entry of put) known.entries.set(entry.id, entry)
  for (const id of gone) known.entries.delete(id)
  Object.assign(known.photos, photos)
  return known
}

function send(answer: RenderAnswer): void {
  process.send!(answer)
}
