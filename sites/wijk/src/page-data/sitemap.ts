/** Every page of a site that is to be found by search engines. */
import type { Site } from '@wijkpers/content/site'
import { monthPath } from './agenda.ts'
import { archivePath, archiveYears } from './news.ts'

/** The sitemap, https://www.sitemaps.org/protocol.html; holds at most 50,000 addresses by that rule. */
export function sitemapXml(site: Site): string {
  const lists = [
    '/',
    '/nieuws/',
    ...archiveYears(site).map(archivePath),
    '/agenda/',
    ...site.eventMonths().map(monthPath),
    '/organisaties/',
    '/zoeken/',
  ].map((path) => ({ path, updatedAt: null }))
  // Paths hold only letters, digits, hyphens and slashes, so nothing needs escaping but the address of the site.
  const siteUrl = site.siteUrl().replaceAll('&', '&amp;')
  const urls = [...lists, ...site.addresses()].map(({ path, updatedAt }) => {
    const lastmod = updatedAt === null ? '' : `<lastmod>${updatedAt}</lastmod>`
    return `<url><loc>${siteUrl}${path}</loc>${lastmod}</url>\n`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
  )
}

/** robots.txt: everybody may read everything. */
export function robotsTxt(site: Site): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site.siteUrl()}/sitemap.xml\n`
}
