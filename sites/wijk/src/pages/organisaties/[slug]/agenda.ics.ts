import type { Slug } from '@wijkpers/content'
import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { organisationIcs } from '../../../page-data/calendar.ts'

export const getStaticPaths: GetStaticPaths = () =>
  currentSite()
    .organisations()
    .map(({ slug }) => ({ params: { slug } }))

export const GET: APIRoute = ({ params }) =>
  new Response(organisationIcs(currentSite(), params['slug'] as Slug), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
