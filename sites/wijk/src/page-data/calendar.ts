/** The agenda as files for the calendar on a reader's own phone. */
import { pathOf, type Event, type Slug, type Topic } from '@wijkpers/content'
import { calendarFile } from '@wijkpers/feeds'
import type { OrganisationLink, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import type { Link } from './link.ts'
import { organisationAt } from './organisation-link.ts'
import { topicAt, topicPath } from './topic-link.ts'

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
  return fileOf(site, wijkCalendar(site).title, site.calendarEvents(DAYS_KEPT))
}

/** The same of one organisation. Throws when there is no such organisation. */
export function organisationIcs(site: Site, slug: Slug): string {
  const organisation = organisationAt(site, slug)
  const events = site.calendarEventsOf(organisation.id, DAYS_KEPT)
  return fileOf(site, organisationCalendar(organisation).title, events)
}

/** The same about one topic, by its name in addresses. Throws when there is no such topic. */
export function topicIcs(site: Site, slug: string): string {
  const topic = topicAt(slug)
  return fileOf(site, topicCalendar(site, topic).title, site.calendarEventsAbout(topic, DAYS_KEPT))
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

/** The calendar of the whole wijk. */
export function wijkCalendar(site: Site): Link {
  return { href: CALENDAR_PATH, title: texts.calendarTitle(site.wijk().name) }
}

/** The calendar of one organisation. */
export function organisationCalendar({ name, ...organisation }: OrganisationLink): Link {
  return { href: `${pathOf(organisation)}agenda.ics`, title: texts.calendarTitle(name) }
}

/** The calendar about one topic. */
export function topicCalendar(site: Site, topic: Topic): Link {
  const title = texts.calendarTitleAbout(texts.topics[topic], site.wijk().name)
  return { href: `${topicPath(topic)}agenda.ics`, title }
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
