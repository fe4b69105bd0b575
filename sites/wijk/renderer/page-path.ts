import type { RouteData } from 'astro'

/** Parameters of a route, such as the slug of an article. */
export type PageParams = Readonly<Record<string, string>>

/** Where a page of a route is, and what makes it this page. */
export interface RoutePage {
  readonly pathname: string
  readonly file: string
  readonly params: PageParams
}

/** The address and file of what Astro calls `path`: it names a page `/nieuws/lente`, and gives it a folder. */
export function routePage(path: string, route: RouteData, params: PageParams): RoutePage {
  if (route.type === 'endpoint') return { pathname: path, file: path.slice(1), params }
  const name = path.replace(/^\/|\/$/g, '')
  if (name === '') return { pathname: '/', file: 'index.html', params }
  return { pathname: `/${name}/`, file: name === '404' ? '404.html' : `${name}/index.html`, params }
}
