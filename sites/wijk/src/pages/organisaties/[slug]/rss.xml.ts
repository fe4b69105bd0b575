import type { Slug } from '@wijkpers/content'
import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { organisationFeed } from '../../../page-data/feed.ts'

export const getStaticPaths: GetStaticPaths = () =>
  currentSite()
    .organisations()
    .map(({ slug }) => ({ params: { slug } }))

export const GET: APIRoute = async ({ params }) =>
  new Response(await organisationFeed(currentSite(), params['slug'] as Slug).rss(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  })
