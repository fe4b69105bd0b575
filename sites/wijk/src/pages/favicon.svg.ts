import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { mark } from '../page-data/style.ts'

export const GET: APIRoute = () =>
  new Response(mark(currentSite()), { headers: { 'content-type': 'image/svg+xml' } })
