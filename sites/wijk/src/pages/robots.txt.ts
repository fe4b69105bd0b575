import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { robotsTxt } from '../page-data/sitemap.ts'

export const GET: APIRoute = () =>
  new Response(robotsTxt(currentSite()), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
