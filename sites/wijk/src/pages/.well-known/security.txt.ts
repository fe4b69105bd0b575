import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { securityTxt } from '../../page-data/security.ts'

export const GET: APIRoute = () =>
  new Response(securityTxt(currentSite()), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
