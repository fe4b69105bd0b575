import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { feedsOpml } from '../../page-data/follow.ts'

export const GET: APIRoute = () =>
  new Response(feedsOpml(currentSite()), { headers: { 'content-type': 'text/x-opml; charset=utf-8' } })
