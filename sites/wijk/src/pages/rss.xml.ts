import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { newsFeed } from '../page-data/feed.ts'

export const GET: APIRoute = async () =>
  new Response(await newsFeed(currentSite()).rss(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  })
