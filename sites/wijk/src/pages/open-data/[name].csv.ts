import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { openDataCsv, openDataNames } from '../../page-data/open-data.ts'

export const getStaticPaths: GetStaticPaths = () => openDataNames.map((name) => ({ params: { name } }))

export const GET: APIRoute = ({ params }) =>
  new Response(openDataCsv(currentSite(), params['name'] ?? ''), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
