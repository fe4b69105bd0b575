/**
 * A render process: loads the built site format once and keeps, of every wijk it renders, the content
 * and what each page read. Started by renderer.ts with the path of the format's entry; ends with its parent.
 */
import { hash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { WijkId } from '@wijkpers/content'
import type { Moved, MovingSite, Site } from '@wijkpers/content/site'
import type { PageGraph, PagePath } from '@wijkpers/page-graph'
import { createCards } from './share-cards.ts'
import type {
  AtWork,
  ForgetRequest,
  Ready,
  RenderAnswer,
  RenderRequest,
  SiteFormatModule,
} from './protocol.ts'

interface KeptWijk {
  readonly content: MovingSite
  readonly graph: PageGraph<PagePath>
  readonly cards: ReturnType<typeof createCards>
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
send({ isReady: true })

async function answer(request: RenderRequest): Promise<void> {
  const { id, wijk, siteUrl, isSuspect } = request
  try {
    // Told as a failure of the format, not by ending: then its wijken go over to the chosen one at once.
    if (!('createMovingSite' in format))
      throw new Error('the site format was built by an older Wijkpers, and has no queries of its own')
    const started = performance.now()
    let compareMs = 0
    const { content, graph, cards, moved } = keep(request)
    const isAtWork = () => send({ id, isAtWork: true })
    const update = await graph.update(content.site, () => format.openSite(siteUrl), moved, {
      onCompared: () => (compareMs = performance.now() - started),
      ...(isSuspect && { onRendering: ({ pathname: page }) => send({ id, isAtWork: true, page }) }),
      onRendered: nowAndThen(isAtWork),
    })
    const { rendered, removed, validUntil } = update
    const drawn = await cards(request, isAtWork)
    send({
      id,
      rendered: [
        ...rendered.map(({ file: path, body, reason }) => {
          const made = { path, hash: hash('sha256', body), size: body.length, body, reason }
          return Object.assign(made, movedTo(content.site, path))
        }),
        ...drawn.made,
      ],
      kept: drawn.kept,
      removed: [...removed, ...drawn.removed],
      validUntil,
      compareMs,
    })
  } catch (error) {
    kept.delete(wijk)
    const page = (error as { pathname?: unknown } | null)?.pathname
    const message = error instanceof Error ? error.message : String(error)
    send({ id, failure: { page: typeof page === 'string' ? page : null, message } })
  }
}

/** Does `act` when it is asked to, at most once a second: thousands of pages on a busy machine take longer than a silence may last. */
function nowAndThen(act: () => void): () => void {
  let last = performance.now()
  return () => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    act()
  }
}

/** Takes in what changed since the last request, and tells what that moved; null when all of it is new. */
function keep(request: RenderRequest): KeptWijk & { readonly moved: Moved | null } {
  const { wijk, isAnew, settings, siteUrl, hub, now, put, gone, photos, formerAddresses } = request
  const before = isAnew ? undefined : kept.get(wijk)
  if (before) {
    const moved = before.content.move({ wijk: settings, now, put, gone, photos, formerAddresses })
    return { ...before, moved }
  }
  const input = { wijk: settings, siteUrl, hub, now, entries: put, photos }
  const content = format.createMovingSite({ ...input, formerAddresses: formerAddresses ?? [] })
  const known = { content, graph: format.createPageGraph(), cards: createCards(format) }
  kept.set(wijk, known)
  return { ...known, moved: null }
}

/** Where the address of a page leads that is a former one. */
function movedTo(site: Site, file: string): { readonly movedTo?: string } {
  const former = file.endsWith(PAGE) ? site.formerPage(`/${file.slice(0, -PAGE.length)}`) : null
  return former ? { movedTo: former.movedTo ?? '' } : {}
}

const PAGE = 'index.html'

function send(answer: RenderAnswer | AtWork | Ready): void {
  // A publisher that is gone hears nothing any more; `disconnect` ends us.
  process.send!(answer, () => undefined)
}
