import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { sitemapXml } from '../page-data/sitemap.ts'

export const GET: APIRoute = () =>
  new Response(sitemapXml(currentSite()), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
