/** Where a page stands, for search engines: https://schema.org/BreadcrumbList */
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import type { Link } from './link.ts'
import { scriptSafe } from './script-safe.ts'

/** The list that the pages in a folder belong to. */
const LISTS: Readonly<Record<string, Link>> = {
  nieuws: { href: '/nieuws/', title: texts.news },
  archief: { href: '/nieuws/', title: texts.news },
  thema: { href: '/nieuws/', title: texts.news },
  agenda: { href: '/agenda/', title: texts.agenda },
  prikbord: { href: '/prikbord/', title: texts.noticeboard },
  organisaties: { href: '/organisaties/', title: texts.organisations },
  ondernemers: { href: '/ondernemers/', title: texts.businesses },
  aanbiedingen: { href: '/ondernemers/', title: texts.businesses },
  projecten: { href: '/projecten/', title: texts.projects },
  wijkkrant: { href: '/wijkkrant/', title: texts.wijkkrant },
  sponsors: { href: '/sponsors/', title: texts.sponsors },
}

/** The way from the home page to this one as JSON-LD, safe inside a script element; null where there is no way to tell. */
export function breadcrumbs(site: Site, path: string | null, title: string | null): string | null {
  if (path === null || title === null || path === '/') return null
  const list = LISTS[path.split('/')[1] ?? '']
  const way = [
    { href: '/', title: site.wijk().name },
    ...(list && list.href !== path ? [list] : []),
    { href: path, title },
  ]
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ href, title: name }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: site.siteUrl() + href,
    })),
  })
}
