import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { newsFeed } from '../page-data/feed.ts'

export const GET: APIRoute = () =>
  new Response(newsFeed(currentSite()).json(), { headers: { 'content-type': 'application/feed+json' } })
