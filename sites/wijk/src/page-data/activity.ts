/** An event as one item of a list, and lists of them by day. */
import { daysAfter, mondayOf, pathOf } from '@wijkpers/content'
import type { EventTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dayIn, shortMonthOf, weekdayOf, type Moment } from './dates.ts'
import { howOften } from './recurrence.ts'
import { spokenIn, type Spoken } from './spoken.ts'
import { timeOn, untilWhen } from './when.ts'

export interface Activity {
  readonly href: string
  readonly title: string
  readonly summary: string
  /** What these are written in. */
  readonly spoken: Spoken
  readonly time: Moment
  /** How often it comes back, where it stands once for all its times; otherwise empty. */
  readonly repeats: string
  /** Empty when it is not known. */
  readonly place: string
  readonly isCancelled: boolean
  /** It is at another time than it was to be. */
  readonly isMoved: boolean
}

/** A day as it stands before what is on it. */
export interface DayLabel {
  /** `2026-11-28` */
  readonly iso: string
  /** 'Vandaag', 'Morgen' or 'zaterdag' */
  readonly weekday: string
  /** '28' */
  readonly number: string
  /** '2027' when it is another year than that of today; otherwise empty. */
  readonly year: string
  /** 'za' and 'nov', for the leaf of a calendar. */
  readonly shortWeekday: string
  readonly shortMonth: string
  readonly isToday: boolean
}

export interface Day {
  readonly label: DayLabel
  readonly activities: readonly Activity[]
}

/** An event with the day that stands before it. */
export interface DatedActivity {
  readonly day: DayLabel
  readonly activity: Activity
}

/** The next few events, for the home page. */
export interface Soon {
  readonly title: string
  readonly activities: readonly DatedActivity[]
}

/** How many events the home page shows. */
const SOON_EVENTS = 4

/** The event as an item below its first day. */
function activityOf(event: EventTeaser, time: Moment = timeOn(event)): Activity {
  const { title, summary, place, isCancelled, movedFrom, language } = event
  const isMoved = !isCancelled && movedFrom !== null
  return {
    href: pathOf(event),
    title,
    summary,
    spoken: spokenIn(language),
    time,
    repeats: '',
    place,
    isCancelled,
    isMoved,
  }
}

/** The day `2026-11-28` as it is called on the day `today`; without that, by its plain name. */
export function dayLabel(day: string, today: string | null): DayLabel {
  const names = today === null ? {} : { [today]: texts.today, [daysAfter(today, 1)]: texts.tomorrow }
  return {
    iso: day,
    weekday: names[day] ?? weekdayOf(day),
    number: String(Number(day.slice(8))),
    shortWeekday: weekdayOf(day).slice(0, 2),
    shortMonth: shortMonthOf(day),
    isToday: day === today,
    year: today === null || day.slice(0, 4) === today.slice(0, 4) ? '' : day.slice(0, 4),
  }
}

/** Events below the day on which they begin, in the order of `events`. */
export function daysOf(events: readonly EventTeaser[], today: string | null): readonly Day[] {
  return [...Map.groupBy(events, ({ firstDay }) => firstDay)].map(([day, group]) => ({
    label: dayLabel(day, today),
    activities: group.map((event) => activityOf(event)),
  }))
}

/** The event as an item below `day`, one of the days that it lasts. */
export function activityOn(event: EventTeaser, day: string): Activity {
  return event.firstDay === day ? activityOf(event) : activityOf(event, untilWhen(event, day))
}

/** Those that began before `today` and go on. */
export function underwayOf(events: readonly EventTeaser[], today: string): readonly Activity[] {
  return events
    .filter(({ firstDay }) => firstDay < today)
    .map((event) => activityOf(event, untilWhen(event, today)))
}

/** Events in one line each, with their day and how often they come back: where there are but a few. */
export function datedActivities(site: Site, events: readonly EventTeaser[]): readonly Activity[] {
  return events.map((event) => {
    const { iso, text } = timeOn(event)
    const { firstDay, comesBack } = event
    return {
      ...activityOf(event, { iso, text: `${dayIn(site.year(), firstDay)}, ${text}` }),
      repeats: comesBack ? howOften(comesBack.pattern, comesBack.since) : '',
    }
  })
}

/** The next few events; null when there are none. */
export function soonOf(site: Site): Soon | null {
  const events = site.soonestEvents(SOON_EVENTS)
  if (events.length === 0) return null
  const today = site.today()
  const areBefore = (day: string) => events.every(({ firstDay }) => firstDay < day)
  return {
    title: areBefore(daysAfter(mondayOf(today), 7))
      ? texts.thisWeek
      : areBefore(daysAfter(today, 7))
        ? texts.nextDays
        : texts.soon,
    activities: withDays(events, today),
  }
}

/** Events with their day; what goes on for days and has begun is there today. */
export function withDays(events: readonly EventTeaser[], today: string): readonly DatedActivity[] {
  return events.map((event) =>
    event.firstDay < today
      ? { activity: activityOf(event, untilWhen(event, today)), day: dayLabel(today, today) }
      : { activity: activityOf(event), day: dayLabel(event.firstDay, today) },
  )
}
