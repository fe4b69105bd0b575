import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { topicFeed } from '../../../page-data/feed.ts'
import { topicParams } from '../../../page-data/topic-link.ts'

export const getStaticPaths: GetStaticPaths = () => topicParams()

export const GET: APIRoute = async ({ params }) =>
  new Response(await topicFeed(currentSite(), params['topic']!).rss(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  })
