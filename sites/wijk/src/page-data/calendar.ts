/** The agenda as files for the calendar on a reader's own phone. */
import { pathOf, type Event, type Organisation, type Slug } from '@wijkpers/content'
import { calendarFile } from '@wijkpers/feeds'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'

/** A calendar keeps what is over for this long: who missed it can still see that it was there. */
const DAYS_KEPT = 60

export const CALENDAR_PATH = '/agenda.ics'

/** Where a calendar is. Both absolute. */
export interface CalendarAddress {
  readonly url: string
  /** The same with the scheme that makes a calendar ask for it again and again, instead of once. */
  readonly subscription: string
}

export function calendarAddress(site: Site, path: string = CALENDAR_PATH): CalendarAddress {
  const url = site.siteUrl() + path
  return { url, subscription: url.replace(/^https?:/, 'webcal:') }
}

/** All events that are to come, and those of the last weeks. */
export function agendaIcs(site: Site): string {
  const title = texts.calendarTitle(site.wijk().name)
  return fileOf(site, title, site.calendarEvents(DAYS_KEPT))
}

/** The same of one organisation. Throws when there is no such organisation. */
export function organisationIcs(site: Site, slug: Slug): string {
  const organisation = site.organisation(slug)
  if (!organisation) throw new Error(`no organisation with the slug ${slug}`)
  const { id, name } = organisation
  return fileOf(site, texts.calendarTitle(name), site.calendarEventsOf(id, DAYS_KEPT))
}

/** One event. Throws when there is no such event: its file is made from the list of events. */
export function eventIcs(site: Site, slug: Slug): string {
  const event = site.event(slug)
  if (!event) throw new Error(`no event with the slug ${slug}`)
  return fileOf(site, null, [event])
}

/** The path of the file of one event. */
export function eventIcsPath(event: Pick<Event, 'kind' | 'slug'>): string {
  return pathOf(event).replace(/\/$/, '.ics')
}

/** The path of the calendar of one organisation. */
export function organisationCalendarPath(organisation: Pick<Organisation, 'kind' | 'slug'>): string {
  return `${pathOf(organisation)}agenda.ics`
}

function fileOf(site: Site, title: string | null, events: readonly Event[]): string {
  return calendarFile({
    title,
    siteUrl: site.siteUrl(),
    events,
    organiserOf: ({ organisation }) => (organisation && site.organisationById(organisation)?.name) ?? null,
    cancelledPrefix: texts.cancelledPrefix,
  })
}
