/**
 * The renderer: the site format, bundled once, that renders the pages of any wijk.
 * Runs inside the bundle that Astro makes for prerendering; `integration.ts` puts it there.
 */
import { withSite } from '@wijkpers/content/site'
import type { RouteData } from 'astro'
import { App } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'
import { RenderError, type Renderer } from './interface.ts'
import { keepPageBytes, readPage } from './page-bytes.ts'
import { pathsOf, type PageModule } from './paths.ts'

keepPageBytes()

const { manifest } = createApp({ streaming: false })

// All of the bundle is loaded now: its files may be replaced by a newer format while this process runs. Astro
// would go through the module loader for every page, at a twentieth of the price of that page.
const pages = new Map(
  await Promise.all(
    [...(manifest.pageMap ?? [])].map(async ([component, load]) => [component, await load()] as const),
  ),
)
const pageMap = new Map(Array.from(pages, ([component, page]) => [component, () => Promise.resolve(page)]))
// Pages before feeds: of what cannot be shown, its own page is named.
const routes = manifest.routes
  .map(({ routeData }) => routeData)
  .filter(({ prerender }) => prerender)
  .toSorted((a, b) => Number(a.type === 'endpoint') - Number(b.type === 'endpoint'))

class SiteApp extends App {
  /** Astro would answer with an error page; a page that fails must not become a file. */
  override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (_request, { status, error }) => Promise.reject(error ?? new Error(`status ${status}`)),
    }
  }
}

const openSite: Renderer['openSite'] = (siteUrl) => {
  const app = new SiteApp({ ...manifest, pageMap, site: siteUrl, logLevel: 'silent' }, false)
  return {
    async paths(site) {
      const modules = await Promise.all(
        routes.map(async (route) => ({ route, module: await pages.get(route.component)?.page() })),
      )
      const found = modules.map(({ route, module }) =>
        withSite(site, () => pathsOf(route, module as PageModule)),
      )
      return (await Promise.all(found)).flat()
    },
    async render(site, { pathname, route }) {
      // With its pathname Astro takes the page as it is; without, it would ask for the list of all pages again.
      const routeData = { ...(route as RouteData), pathname }
      const request = new Request(new URL(pathname, siteUrl))
      try {
        const response = await withSite(site, () => app.render(request, { routeData }))
        if (response.status !== (routeData.route === '/404' ? 404 : 200))
          throw new Error(`status ${response.status}`)
        return await readPage(response)
      } catch (cause) {
        throw new RenderError(pathname, cause instanceof Error ? cause.message : String(cause), { cause })
      }
    },
  }
}

export { openSite, RenderError }
