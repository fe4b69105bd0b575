/** The agenda by week, by month and by place: pages with addresses that stay, that link to each other. */
import { daysAfter, mondayOf, mondayOfWeek, placePath, weekOf } from '@wijkpers/content'
import type { EventTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import {
  activityOn,
  dayLabel,
  daysOf,
  underwayOf,
  type Activity,
  type Day,
  type DayLabel,
} from './activity.ts'
import { dayInWords, monthTitle } from './dates.ts'
import { emptyPlace, type EmptyList } from './empty-list.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import type { MenuItem } from './menu.ts'

export interface CalendarPage {
  readonly frame: Frame
  readonly title: string
  readonly views: readonly MenuItem[]
  /** Seven days for a week; whole weeks for a month. */
  readonly days: readonly CalendarDay[]
  readonly isMonth: boolean
  readonly previous: Link | null
  readonly next: Link | null
}

export interface CalendarDay {
  readonly label: DayLabel
  /** Whether it is in the month; the days around it fill its weeks. */
  readonly isInside: boolean
  readonly activities: readonly Activity[]
}

export interface PlacePage {
  readonly frame: Frame
  readonly title: string
  readonly views: readonly MenuItem[]
  readonly underway: readonly Activity[]
  readonly days: readonly Day[]
  /** Where to look further. */
  readonly later: readonly Link[]
  readonly empty: EmptyList | null
}

/** As an address has it: `2026-w48`. */
export function weekName(monday: string): string {
  const { year, number } = weekOf(monday)
  return `${year}-w${String(number).padStart(2, '0')}`
}

export const weekPath = (monday: string) => `/agenda/week/${weekName(monday)}/`
export const monthPathOf = (month: string) => `/agenda/maand/${month}/`

/** How many times a list of the agenda shows, so that its page stays light: HTML and styles within 14 kB, packed. */
export const LISTED_TIMES = 60
/** Of how many it tells more than title, time and place: of all on a day or of none. */
const SUMMARISED_TIMES = 20

/** The first `count` of the times to come, and the months in which to look further when there are more. */
export function firstOf(
  site: Site,
  times: readonly EventTeaser[],
  count: number = LISTED_TIMES,
): { readonly listed: readonly EventTeaser[]; readonly later: readonly Link[] } {
  const short = times[SUMMARISED_TIMES]?.firstDay
  const listed = times
    .slice(0, count)
    .map((time) => (short !== undefined && time.firstDay >= short ? withoutSummary(time) : time))
  const last = times[count - 1]
  if (!last || times.length === count) return { listed, later: [] }
  const months = site.agendaMonths().filter((month) => month >= last.firstDay.slice(0, 7))
  return {
    listed,
    later: months.map((month) => ({ href: monthPathOf(month), title: monthTitle(month) })),
  }
}

const withoutSummary = (time: EventTeaser): EventTeaser => ({ ...time, summary: '' })

/** How to look at the agenda: as a list, or from `day` on by week or by month, as far as there is something to do. */
export function viewsOf(
  site: Site,
  current: 'list' | 'week' | 'month' | null,
  day: string | null,
): readonly MenuItem[] {
  const item = (href: string, title: string, isCurrent: boolean): MenuItem => ({
    href,
    title,
    current: isCurrent ? 'page' : undefined,
  })
  const [week, month] = day === null ? [null, null] : [site.agendaWeekFrom(day), site.agendaMonthFrom(day)]
  if (week === null || month === null) return []
  return [
    item('/agenda/', texts.asList, current === 'list'),
    item(weekPath(week), texts.byWeek, current === 'week'),
    item(monthPathOf(month), texts.byMonth, current === 'month'),
  ]
}

/** The week with this name; throws when nothing is, or was, to do in it. */
export function weekPage(site: Site, name: string): CalendarPage {
  const [year = 0, number = 0] = name.split('-w').map(Number)
  const monday = mondayOfWeek(year, number)
  const beside = site.agendaWeeksBeside(monday)
  if (!beside) throw new Error(`nothing to do in the week ${name}`)
  const sunday = daysAfter(monday, 6)
  const title = texts.weekTitle(number, dayInWords(monday), dayInWords(sunday))
  return {
    frame: frameOf(site, {
      path: weekPath(monday),
      title: texts.weekHeadTitle(number, year),
      description: texts.weekDescription(site.wijk().name, title),
    }),
    title,
    views: viewsOf(site, 'week', firstDayIn(site, monday, sunday)),
    days: calendarDays(site, { first: monday, last: sunday, from: monday, until: sunday }),
    isMonth: false,
    ...linksTo(beside, (one) => ({ href: weekPath(one), title: texts.weekNumber(weekOf(one).number) })),
  }
}

/** A month (`2026-11`); throws when nothing is, or was, to do in it. */
export function monthPage(site: Site, month: string): CalendarPage {
  const beside = site.agendaMonthsBeside(month)
  if (!beside) throw new Error(`nothing to do in the month ${month}`)
  const first = `${month}-01`
  const last = daysAfter(`${daysAfter(first, 31).slice(0, 7)}-01`, -1)
  const inWords = monthTitle(month)
  return {
    frame: frameOf(site, {
      path: monthPathOf(month),
      title: texts.monthHeadTitle(inWords),
      description: texts.monthDescription(site.wijk().name, inWords),
    }),
    title: texts.monthHeadTitle(inWords),
    views: viewsOf(site, 'month', firstDayIn(site, first, last)),
    days: calendarDays(site, {
      first: mondayOf(first),
      last: daysAfter(mondayOf(last), 6),
      from: first,
      until: last,
    }),
    isMonth: true,
    ...linksTo(beside, (one) => ({ href: monthPathOf(one), title: monthTitle(one) })),
  }
}

/** What is to do at a place, by its key in addresses. */
export function placePage(site: Site, key: string): PlacePage {
  const name = site.agendaPlace(key)
  if (name === null) throw new Error(`no place ${key}`)
  const { listed, later } = firstOf(site, site.eventsAt(key))
  const events = listed.map(withoutPlace)
  const today = events.length > 0 ? site.today() : ''
  const title = texts.agendaAt(name)
  return {
    frame: frameOf(site, {
      path: placePath(key),
      title,
      description: texts.agendaAtDescription(site.wijk().name, name),
      isEmpty: events.length === 0,
    }),
    title,
    views: viewsOf(site, null, events[0]?.firstDay ?? null),
    underway: underwayOf(events, today),
    days: daysOf(
      events.filter(({ firstDay }) => firstDay >= today),
      today,
    ),
    later,
    empty: events.length > 0 ? null : emptyPlace(name),
  }
}

/** How many places the agenda links to. */
const LINKED_PLACES = 20

/** Where the title says the place already. */
const withoutPlace = (time: EventTeaser): EventTeaser => ({ ...time, place: '' })

/** The places one can look at by themselves, where most is to come. */
export function placeLinks(site: Site): readonly Link[] {
  return site.comingPlaces(LINKED_PLACES).map(({ key, name }) => ({ href: placePath(key), title: name }))
}

function firstDayIn(site: Site, first: string, last: string): string {
  const starts = site.eventsWithin(first, last).map(({ firstDay }) => (firstDay < first ? first : firstDay))
  return starts.toSorted()[0] ?? first
}

/** The days from `first` to `last`; what is to do stands on those from `from` to `until`, the others fill the weeks. */
function calendarDays(
  site: Site,
  { first, last, from, until }: { first: string; last: string; from: string; until: string },
): CalendarDay[] {
  const events = site.eventsWithin(from, until)
  const days: CalendarDay[] = []
  for (let day = first; day <= last; day = daysAfter(day, 1)) {
    const isInside = day >= from && day <= until
    const activities = isInside ? on(events, day, from).map((event) => activityOn(event, day)) : []
    // Only of days with something to do: a page is not made anew every night for an empty one.
    const isToday = activities.length > 0 && site.isToday(day)
    days.push({ label: { ...dayLabel(day, null), isToday }, isInside, activities })
  }
  return days
}

/** An event of a weekend stands on both its days; one that lasts longer on the first in sight: it says until when it is. */
function on(events: readonly EventTeaser[], day: string, firstShown: string): EventTeaser[] {
  return events.filter(({ firstDay, lastDay }) => {
    if (lastDay === firstDay || lastDay <= daysAfter(firstDay, 1)) return firstDay <= day && lastDay >= day
    return day === (firstDay < firstShown ? firstShown : firstDay)
  })
}

/** The ones before and after it in which there is something to do: an empty week is passed over. */
function linksTo(
  { previous, next }: NonNullable<ReturnType<Site['agendaWeeksBeside']>>,
  linkOf: (one: string) => Link,
) {
  return { previous: previous ? linkOf(previous) : null, next: next ? linkOf(next) : null }
}
