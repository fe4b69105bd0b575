/**
 * The renderer: the site format, bundled once, that renders the pages of any wijk.
 * Runs inside the bundle that Astro makes for prerendering; `integration.ts` puts it there.
 */
import { withSite } from '@wijkpers/content/site'
import { createApp } from 'astro/app/entrypoint'
import { type PagePath, RenderError, type Renderer } from './interface.ts'
import { keepPageBytes } from './page-bytes.ts'
import { pageMaker, type PageMaker, type RouteModule } from './page-maker.ts'
import type { PageParams } from './page-path.ts'
import { pathsOf, type PathsModule } from './paths.ts'

/** What finds a page again: how it is made, and of what. */
interface PageRoute {
  readonly make: PageMaker
  readonly params: PageParams
}

keepPageBytes()

const { manifest } = createApp({ streaming: false })

// All of the bundle is loaded now: its files may be replaced by a newer format while this process runs.
const routes = await Promise.all(
  manifest.routes
    .map(({ routeData }) => routeData)
    .filter(({ prerender }) => prerender)
    // Pages before feeds: of what cannot be shown, its own page is named.
    .toSorted((a, b) => Number(a.type === 'endpoint') - Number(b.type === 'endpoint'))
    .map(async (route) => {
      const loaded = await manifest.pageMap!.get(route.component)!()
      const module = (await loaded.page()) as RouteModule & PathsModule
      return { route, module, make: await pageMaker(manifest, route, module) }
    }),
)

const openSite: Renderer['openSite'] = () => ({
  async paths(site) {
    const found = routes.map(({ route, module, make }) =>
      withSite(site, async () =>
        (await pathsOf(route, module)).map(({ pathname, file, params }) => ({
          pathname,
          file,
          madeBy: route.component,
          route: { make, params } satisfies PageRoute,
        })),
      ),
    )
    // Of several routes that have a page at one address the first makes it, as with `astro build`.
    const pages = new Map<string, PagePath>()
    for (const page of (await Promise.all(found)).flat())
      if (!pages.has(page.file)) pages.set(page.file, page)
    return [...pages.values()]
  },
  async render(site, { pathname, route }) {
    const { make, params } = route as PageRoute
    try {
      return await withSite(site, () => make(params))
    } catch (cause) {
      throw new RenderError(pathname, cause instanceof Error ? cause.message : String(cause), { cause })
    }
  },
})

export { openSite, RenderError }
// What decides about public bytes beside the templates is of the format too: what pages can ask, which of them read what, how cards
// are named. So a change of it is a new format, and a format that is kept goes on as it was. How photos are cut is here for the hash
// alone: the publisher cuts them, for every format.
export { createMovingSite } from '@wijkpers/content/site'
export { shareCardOf, shareCardOfWijk, shareCardPath } from '@wijkpers/content'
export { createPageGraph } from '@wijkpers/page-graph'
export { photoRecipe } from '@wijkpers/images'
