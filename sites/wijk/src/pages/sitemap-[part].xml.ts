import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { sitemapParts, sitemapPartXml } from '../page-data/sitemap.ts'

export function getStaticPaths() {
  return sitemapParts(currentSite()).map((part) => ({ params: { part } }))
}

export const GET: APIRoute = ({ params }) =>
  new Response(sitemapPartXml(currentSite(), params['part']!), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
