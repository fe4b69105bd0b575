import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { feedJson } from '../page-data/feed.ts'

export const GET: APIRoute = () =>
  new Response(feedJson(currentSite()), { headers: { 'content-type': 'application/feed+json' } })
