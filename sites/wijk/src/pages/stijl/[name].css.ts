import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { styleFile, styleNames } from '../../page-data/style.ts'

export const getStaticPaths: GetStaticPaths = () =>
  styleNames(currentSite(), 'css').map((name) => ({ params: { name } }))

export const GET: APIRoute = ({ params }) =>
  new Response(styleFile(currentSite(), 'css', params['name']), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
