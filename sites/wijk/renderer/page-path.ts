import type { RouteData } from 'astro'
import type { PagePath } from './interface.ts'

/** The address and file of what Astro calls `path`: it names a page `/nieuws/lente`, and gives it a folder. */
export function pagePath(path: string, route: RouteData): PagePath {
  if (route.type === 'endpoint') return { pathname: path, file: path.slice(1), route }
  const name = path.replace(/^\/|\/$/g, '')
  if (name === '') return { pathname: '/', file: 'index.html', route }
  return { pathname: `/${name}/`, file: name === '404' ? '404.html' : `${name}/index.html`, route }
}
