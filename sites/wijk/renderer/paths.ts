import type { GetStaticPaths, RouteData } from 'astro'
import { routePage, type PageParams, type RoutePage } from './page-path.ts'

/** What of a page's module tells which pages there are of it. */
export interface PathsModule {
  readonly getStaticPaths?: GetStaticPaths
}

/**
 * The pages of one route, as `astro build` would make them; a tenth of the work of Astro's own list, which checks every
 * address twice. Refuses what only Astro's list can give to a page: props and pagination.
 */
export async function pathsOf(route: RouteData, module: PathsModule): Promise<RoutePage[]> {
  if (route.pathname) return [routePage(route.pathname, route, {})]
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
    return routePage(path, route, params as PageParams)
  })
}
