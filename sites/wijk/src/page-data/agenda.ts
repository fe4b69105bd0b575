import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { daysOf, underwayOf, type Activity, type Day } from './activity.ts'
import { calendarAddress, type CalendarAddress } from './calendar.ts'
import { firstOf, LISTED_TIMES, placeLinks, viewsOf } from './agenda-views.ts'
import { monthTitle } from './dates.ts'
import { emptyList, nothingPast, type EmptyList } from './empty-list.ts'
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
  readonly archive: { readonly title: string; readonly links: readonly Link[] } | null
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
    topics: topicLinks(site.agendaTopics()),
    underway: underwayOf(events, today),
    days: daysOf(
      events.filter(({ firstDay }) => firstDay >= today),
      today,
    ),
    later,
    calendar: site.hasEvents() ? calendarAddress(site) : null,
    archive: archiveOf(site.eventMonths()),
    empty: events.length > 0 ? null : emptyList(site, texts.noEvents),
  }
}

const laterOf = (one: string, other: string) => (one > other ? one : other)

/** What has been in a month (`2026-11`). It leads to the months beside it: the list of all would make every month anew when one comes. */
export function agendaMonthPage(site: Site, month: string): AgendaPage {
  const { name } = site.wijk()
  const inWords = monthTitle(month)
  const title = texts.agendaOfMonth(inWords)
  const events = site.eventsOfMonth(month)
  const { next, previous } = site.eventMonthsBeside(month)
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
    archive: {
      title: texts.pastEvents,
      links: [...[next, previous].flatMap((one) => (one === null ? [] : monthLink(one))), allMonths],
    },
    empty: null,
  }
}

/** The path of the page of a month that has been. */
export function monthPath(month: string): string {
  return `/agenda/archief/${month}/`
}

/** How many months that have been the agenda links to. */
const LINKED_MONTHS = 12

function archiveOf(months: readonly string[]): AgendaPage['archive'] {
  if (months.length === 0) return null
  const links = months.slice(0, LINKED_MONTHS).map(monthLink)
  return {
    title: texts.pastEvents,
    links: months.length > LINKED_MONTHS ? [...links, allMonths] : links,
  }
}

const monthLink = (month: string): Link => ({ href: monthPath(month), title: monthTitle(month) })

/** The path of the list of all months that have been. */
const PAST_MONTHS_PATH = '/agenda/archief/'
const allMonths: Link = { href: PAST_MONTHS_PATH, title: texts.allMonths }

export interface PastMonthsPage {
  readonly frame: Frame
  readonly title: string
  /** The months of each year, both newest first. */
  readonly years: readonly { readonly title: string; readonly id: string; readonly links: readonly Link[] }[]
  readonly empty: EmptyList | null
}

/** All months in which something has been. */
export function pastMonthsPage(site: Site): PastMonthsPage {
  const { name } = site.wijk()
  const byYear = Map.groupBy(site.eventMonths(), (month) => month.slice(0, 4))
  return {
    frame: frameOf(site, {
      path: PAST_MONTHS_PATH,
      title: texts.pastMonths,
      description: texts.pastMonthsDescription(name),
    }),
    title: texts.pastMonths,
    years: [...byYear].map(([year, months]) => ({
      title: year,
      id: `jaar-${year}`,
      links: months.map(monthLink),
    })),
    empty: byYear.size > 0 ? null : nothingPast(),
  }
}
