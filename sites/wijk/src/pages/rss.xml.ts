import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { rssXml } from '../page-data/feed.ts'

export const GET: APIRoute = async () =>
  new Response(await rssXml(currentSite()), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  })
