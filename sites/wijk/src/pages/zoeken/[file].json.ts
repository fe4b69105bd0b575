import { currentSite } from '@wijkpers/content/site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { searchFile, searchFileNames } from '../../page-data/search.ts'

export const getStaticPaths: GetStaticPaths = () =>
  searchFileNames(currentSite()).map((name) => ({ params: { file: name.replace(/\.json$/, '') } }))

export const GET: APIRoute = ({ params }) =>
  new Response(searchFile(currentSite(), `${params['file']}.json`), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
