import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { topicIcs } from '../../../page-data/calendar.ts'
import { topicParams } from '../../../page-data/topic-link.ts'

export const getStaticPaths: GetStaticPaths = () => topicParams()

export const GET: APIRoute = ({ params }) =>
  new Response(topicIcs(currentSite(), params['topic']!), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
