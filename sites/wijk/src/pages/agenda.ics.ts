import { currentSite } from '@wijkpers/content/site'
import type { APIRoute } from 'astro'
import { agendaIcs } from '../page-data/calendar.ts'

export const GET: APIRoute = () =>
  new Response(agendaIcs(currentSite()), { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
