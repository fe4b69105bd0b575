/**
 * The menu of a site. A wijk can have a dozen lists and pages of its own: the few that residents come for stand beside each
 * other, and everything, these too, stands together behind "Meer", which opens without a script.
 */
import { pathOf } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import type { Link } from './link.ts'
import { isEmptyList } from './lists.ts'
import { spokenIn, type Spoken } from './spoken.ts'

export interface Menu {
  /** What stands in sight, most visited first: a phone shows the first of them. */
  readonly main: readonly MenuItem[]
  readonly search: MenuItem
  /** Everything, by what it is for; null where all of it is in sight. */
  readonly more: MoreMenu | null
}

export interface MoreMenu {
  readonly groups: readonly MenuGroup[]
  /** Whether the page that is looked at is behind it alone. */
  readonly holdsCurrent: boolean
}

export interface MenuGroup {
  readonly title: string
  /** For the address of its title. */
  readonly id: string
  readonly items: readonly MenuItem[]
}

export interface MenuItem extends Link {
  /** `page` on that very page, `true` on a page below it. */
  readonly current: 'page' | 'true' | undefined
  /** Of the title of an info page that is not in Dutch. */
  readonly lang?: string | undefined
}

/** How many items are in sight where there is room for them. */
const IN_SIGHT = 5

/** How many of those a phone shows beside each other: as the stylesheet has it. */
const ON_A_PHONE = 3

/** The menu as it stands on the page at `path`; null for a page that is found at any address. */
export function menuOf(site: Site, path: string | null): Menu {
  const item = (href: string, title: string, lang?: string) => ({
    href,
    title,
    current: currentOf(href, path),
    lang,
  })
  const list = (href: string, title: string) => (isEmptyList(site, href) ? [] : [item(href, title)])
  const news = [item('/nieuws/', texts.news)]
  const agenda = list('/agenda/', texts.agenda)
  const noticeboard = list('/prikbord/', texts.noticeboard)
  const organisations = list('/organisaties/', texts.organisations)
  const businesses = list('/ondernemers/', texts.businesses)
  const people = list('/wie-is-wie/', texts.people)
  const projects = list('/projecten/', texts.projects)
  const wijkkrant = list('/wijkkrant/', texts.wijkkrant)
  const pages = infoPageLinks(site).map(({ href, title, lang }) => item(href, title, lang))

  const lists = [news, agenda, noticeboard, organisations, businesses].flat()
  const others = [wijkkrant, people, projects].flat()
  const everything = [...lists, ...others, ...pages]
  const fits = everything.length <= ON_A_PHONE
  const main = fits ? everything : lists.slice(0, IN_SIGHT)
  const groups: MenuGroup[] = [
    {
      title: texts.menuGroups.now,
      id: 'menu-nu',
      items: [item('/', texts.home), ...news, ...agenda, ...noticeboard, ...wijkkrant],
    },
    {
      title: texts.menuGroups.wijk,
      id: 'menu-wijk',
      items: [...organisations, ...businesses, ...people, ...projects],
    },
    { title: texts.menuGroups.site, id: 'menu-site', items: pages },
  ]
  return {
    main,
    search: item('/zoeken/', texts.search),
    more: fits
      ? null
      : {
          groups: groups.filter(({ items }) => items.length > 0),
          holdsCurrent: [...others, ...pages].some(({ current }) => current !== undefined),
        },
  }
}

/** The info pages as links, in the order of the menu. */
export function infoPageLinks(site: Site): readonly (Link & Pick<Spoken, 'lang'>)[] {
  return site.menu().map((slug) => ({
    href: pathOf({ kind: 'infoPage', slug }),
    title: site.titleOf(slug) ?? '',
    lang: spokenIn(site.languageOf(slug)).lang,
  }))
}

/** The folders whose pages belong to an item of the menu. */
const sections: Readonly<Record<string, readonly string[]>> = {
  '/nieuws/': ['/nieuws/', '/archief/'],
  '/agenda/': ['/agenda/'],
  '/prikbord/': ['/prikbord/'],
  '/organisaties/': ['/organisaties/'],
  '/ondernemers/': ['/ondernemers/', '/aanbiedingen/'],
  '/projecten/': ['/projecten/'],
  '/wijkkrant/': ['/wijkkrant/'],
}

/** All pages below one folder have the same place in the menu: its items and folders are no deeper. */
export function placeInMenu(path: string | null): string {
  return path?.replace(/^(\/[^/]+\/).+$/, '$1*') ?? ''
}

function currentOf(href: string, path: string | null): MenuItem['current'] {
  if (path === href) return 'page'
  const isBelow = sections[href]?.some((folder) => path?.startsWith(folder))
  return isBelow ? 'true' : undefined
}
