/**
 * Every page of a site that is to be found by search engines, https://www.sitemaps.org/protocol.html. A large wijk has a
 * sitemap of sitemaps, with one for each year of news: an edit changes one of those, and not a file that names all.
 */
import { pathOf, placePath, TOPICS } from '@wijkpers/content'
import type { DatedAddress, Site } from '@wijkpers/content/site'
import { monthPathOf, weekPath } from './agenda-views.ts'
import { monthPath } from './agenda.ts'
import { EMBEDDING_PATH } from './embedding.ts'
import { FOLLOW_PATH } from './follow.ts'
import { filledLists } from './lists.ts'
import { topicPath } from './topic-link.ts'
import { standingNames } from './standing.ts'
import { archivePath } from './news.ts'
import { noticeKindPaths } from './noticeboard.ts'

/** From here on in parts; the protocol allows 50,000 in one. */
const ADDRESSES_IN_ONE = 1_000

/** The part with everything but articles. */
const BESIDE_NEWS = 'wijk'

/** The parts of the sitemap by name, newest first; none when it is whole. */
export function sitemapParts(site: Site): readonly string[] {
  return site.hasMoreAddressesThan(ADDRESSES_IN_ONE) ? [BESIDE_NEWS, ...site.articleYears().map(String)] : []
}

/** `/sitemap.xml`: all addresses, or where its parts are. */
export function sitemapXml(site: Site): string {
  const parts = sitemapParts(site)
  if (parts.length === 0) return urlset(site, [...listsOf(site), ...site.addresses()])
  const sitemaps = parts.map(
    (part) => `<sitemap><loc>${addressOf(site)}/sitemap-${part}.xml</loc></sitemap>\n`,
  )
  return document('sitemapindex', sitemaps)
}

/** One part of the sitemap. */
export function sitemapPartXml(site: Site, part: string): string {
  return urlset(
    site,
    part === BESIDE_NEWS
      ? [...listsOf(site), ...site.addressesWithoutArticles()]
      : site.addressesOfYear(Number(part)),
  )
}

/** robots.txt: everybody may read everything. */
export function robotsTxt(site: Site): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site.siteUrl()}/sitemap.xml\n`
}

type MaybeDated = Omit<DatedAddress, 'updatedAt'> & { readonly updatedAt: string | null }

function listsOf(site: Site): MaybeDated[] {
  const paths = [
    '/',
    '/nieuws/',
    ...site.archiveYears().map(archivePath),
    ...filledLists(site),
    ...site.eventMonths().map(monthPath),
    ...site.agendaWeeks().map(weekPath),
    ...site.agendaMonths().map(monthPathOf),
    ...topicsOf(site).map(topicPath),
    ...site.comingPlaces(Number.POSITIVE_INFINITY).map(({ key }) => placePath(key)),
    '/zoeken/',
    ...noticeKindPaths(site),
    FOLLOW_PATH,
    EMBEDDING_PATH,
    ...site.currentAdvertisements().map(pathOf),
    ...standingNames(site).map((name) => `/${name}/`),
  ]
  return paths.map((path) => ({ path, updatedAt: null }))
}

/** Those with something to find. */
function topicsOf(site: Site) {
  const used = new Set([...site.newsTopics(), ...site.agendaTopics()])
  return TOPICS.filter((topic) => used.has(topic))
}

function urlset(site: Site, addresses: readonly MaybeDated[]): string {
  const siteUrl = addressOf(site)
  const urls = addresses.map(({ path, updatedAt }) => {
    const lastmod = updatedAt === null ? '' : `<lastmod>${updatedAt}</lastmod>`
    return `<url><loc>${siteUrl}${path}</loc>${lastmod}</url>\n`
  })
  return document('urlset', urls)
}

// Paths hold only letters, digits, hyphens and slashes, so nothing needs escaping but the address of the site.
const addressOf = (site: Site) => site.siteUrl().replaceAll('&', '&amp;')

function document(element: string, lines: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</${element}>\n`
  )
}
