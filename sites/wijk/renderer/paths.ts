import type { GetStaticPaths, RouteData } from 'astro'
import type { PagePath } from './interface.ts'
import { pagePath } from './page-path.ts'

/** What of a page's module tells which pages there are of it. */
export interface PageModule {
  readonly getStaticPaths?: GetStaticPaths
}

/**
 * The pages of one route, as `astro build` would make them; a tenth of the work of Astro's own list, which checks every
 * address twice. Refuses what only Astro's list can give to a page: props and pagination.
 */
export async function pathsOf(route: RouteData, module: PageModule): Promise<PagePath[]> {
  if (route.pathname) return [pagePath(route.pathname, route)]
  const refuse = (what: string): never => {
    throw new Error(
      `[renderer] ${route.component}: ${what}; a page of a site format reads what it shows itself`,
    )
  }
  const paginate = () => refuse('getStaticPaths() uses paginate()')
  const paths = (await module.getStaticPaths?.({ paginate, routePattern: route.route })) ?? []
  return paths.map(({ params, props }) => {
    if (props) refuse('getStaticPaths() gives props')
    const path = route.route.replaceAll(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => {
      const value = params[name]
      return typeof value === 'string' ? value : refuse(`getStaticPaths() gives no text for [${name}]`)
    })
    return pagePath(path, route)
  })
}
