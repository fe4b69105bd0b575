/**
 * The renderer: the site format, bundled once, that renders the pages of any wijk.
 * Runs inside the bundle that Astro makes for prerendering; `integration.ts` puts it there.
 */
import { withSite } from '@wijkpers/content/site'
import type { RouteData } from 'astro'
import { App } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'
import { StaticPaths } from 'astro:static-paths'
import { RenderError, type Renderer } from './interface.ts'
import { pagePath } from './page-path.ts'

const { manifest } = createApp({ streaming: false })

// All of the bundle is loaded now: its files may be replaced by a newer format while this process runs.
await Promise.all([...(manifest.pageMap?.values() ?? [])].map((load) => load()))

class SiteApp extends App {
  /** Astro would answer with an error page; a page that fails must not become a file. */
  override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (_request, { status, error }) => Promise.reject(error ?? new Error(`status ${status}`)),
    }
  }
}

const openSite: Renderer['openSite'] = (siteUrl) => {
  const app = new SiteApp({ ...manifest, site: siteUrl, logLevel: 'silent' }, false)
  return {
    async paths(site) {
      const all = await withSite(site, () => new StaticPaths(app).getAll())
      return all.map(({ pathname, route }) => pagePath(pathname, route))
    },
    async render(site, { pathname, route }) {
      const routeData = route as RouteData
      const request = new Request(new URL(pathname, siteUrl))
      try {
        const response = await withSite(site, () => app.render(request, { routeData }))
        if (response.status !== (routeData.route === '/404' ? 404 : 200))
          throw new Error(`status ${response.status}`)
        return new Uint8Array(await response.arrayBuffer())
      } catch (cause) {
        throw new RenderError(pathname, cause instanceof Error ? cause.message : String(cause), { cause })
      }
    },
  }
}

export { openSite, RenderError }
