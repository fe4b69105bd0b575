import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { daysOf, underwayOf, type Activity, type Day } from './activity.ts'
import { calendarAddress, type CalendarAddress } from './calendar.ts'
import { firstOf, LISTED_TIMES, placeLinks, viewsOf } from './agenda-views.ts'
import { monthTitle } from './dates.ts'
import { emptyAgenda, type EmptyList } from './empty-list.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import type { MenuItem } from './menu.ts'
import { topicLinks } from './topic-link.ts'

export interface AgendaPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  /** List, week and month. */
  readonly views: readonly MenuItem[]
  /** The places that can be looked at by themselves. */
  readonly places: readonly Link[]
  readonly topics: readonly Link[]
  /** What goes on for days and has begun. */
  readonly underway: readonly Activity[]
  readonly days: readonly Day[]
  /** Where to look further. */
  readonly later: readonly Link[]
  /** The whole agenda for calendars; null on a page of what has been. */
  readonly calendar: CalendarAddress | null
  readonly archive: { readonly title: string; readonly links: readonly MenuItem[] } | null
  readonly empty: EmptyList | null
}

export function agendaPage(site: Site): AgendaPage {
  const { name } = site.wijk()
  const { listed: events, later } = firstOf(site, site.upcomingEvents(LISTED_TIMES + 1))
  // An empty agenda is the same every day, so it does not ask which day it is.
  const today = events.length > 0 ? site.today() : ''
  return {
    frame: frameOf(site, {
      path: '/agenda/',
      title: texts.agenda,
      description: texts.agendaDescription(name),
    }),
    title: texts.agenda,
    intro: events.length > 0 ? texts.agendaIntro(name) : '',
    views: viewsOf(site, 'list', events[0] ? laterOf(events[0].firstDay, today) : null),
    places: placeLinks(site),
    topics: topicLinks(site),
    underway: underwayOf(events, today),
    days: daysOf(
      events.filter(({ firstDay }) => firstDay >= today),
      today,
    ),
    later,
    calendar: site.hasEvents() ? calendarAddress(site) : null,
    archive: archiveOf(site.eventMonths(), null),
    empty: events.length > 0 ? null : emptyAgenda(site),
  }
}

const laterOf = (one: string, other: string) => (one > other ? one : other)

/** What has been in a month (`2026-11`). */
export function agendaMonthPage(site: Site, month: string): AgendaPage {
  const { name } = site.wijk()
  const inWords = monthTitle(month)
  const title = texts.agendaOfMonth(inWords)
  const events = site.eventsOfMonth(month)
  return {
    frame: frameOf(site, {
      path: monthPath(month),
      title,
      description: texts.agendaOfMonthDescription(name, inWords),
    }),
    title,
    intro: '',
    views: viewsOf(site, null, events[0]?.firstDay ?? null),
    places: [],
    topics: [],
    underway: [],
    days: daysOf(events, null),
    later: [],
    calendar: null,
    archive: archiveOf(site.eventMonths(), month),
    empty: null,
  }
}

/** The path of the page of a month that has been. */
export function monthPath(month: string): string {
  return `/agenda/archief/${month}/`
}

/** How many months that have been the agenda links to; the first one before them knows them all. */
const LINKED_MONTHS = 12

function archiveOf(months: readonly string[], current: string | null): AgendaPage['archive'] {
  if (months.length === 0) return null
  const shown = current === null ? months.slice(0, LINKED_MONTHS) : months
  const links: MenuItem[] = shown.map((month) => ({
    href: monthPath(month),
    title: monthTitle(month),
    current: month === current ? ('page' as const) : undefined,
  }))
  const before = months[shown.length]
  if (before !== undefined)
    links.push({ href: monthPath(before), title: texts.earlierMonths, current: undefined })
  return { title: texts.pastEvents, links }
}
