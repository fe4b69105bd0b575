import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { openDataGeoJson, openDataNames } from '../../page-data/open-data.ts'

export const getStaticPaths: GetStaticPaths = () => openDataNames.map((name) => ({ params: { name } }))

export const GET: APIRoute = ({ params }) =>
  new Response(openDataGeoJson(currentSite(), params['name'] ?? ''), {
    headers: { 'content-type': 'application/geo+json' },
  })
