/** The lists that a site has an address for before there is anything in them: until then nothing leads there. */
import type { Site } from '@wijkpers/content/site'

/** Whether there is, or was, something in each of them. */
const LISTS: Readonly<Record<string, (site: Site) => boolean>> = {
  '/agenda/': (site) => site.hasEvents(),
  '/agenda/archief/': (site) => site.eventMonths().length > 0,
  '/prikbord/': (site) => site.hasNotices(),
  '/organisaties/': (site) => site.hasOrganisations(),
  '/ondernemers/': (site) => site.hasBusinesses(),
  '/aanbiedingen/': (site) => site.hasDeals(),
  '/wie-is-wie/': (site) => site.hasPersons(),
  '/projecten/': (site) => site.hasProjects(),
  '/wijkkrant/': (site) => site.hasEditions(),
  '/sponsors/': (site) => site.hasAdvertisements(),
}

/** Whether the page at `path` is such a list with nothing in it. */
export function isEmptyList(site: Site, path: string): boolean {
  const holdsSomething = LISTS[path]
  return holdsSomething !== undefined && !holdsSomething(site)
}

/** The paths of those with something in them. */
export function filledLists(site: Site): readonly string[] {
  return Object.keys(LISTS).filter((path) => !isEmptyList(site, path))
}
