import { daysAfter, firstDayOf, startOfDay } from '../days.ts'
import type { Event } from '../entries.ts'
import { earliest, type Horizon } from '../horizon.ts'
import type { EntryId, Slug } from '../ids.ts'
import { createShelf, createShelves } from '../shelf.ts'
import { soonest } from '../soonest.ts'
import type { Sources } from '../sources.ts'
import {
  type Address,
  eventOverAt,
  eventTeaser,
  eventTeasers,
  type EventTeaser,
  type TeasedOccurrence,
} from '../teasers.ts'
import { ofKind, order, type List } from './list.ts'

/** What a page may ask of events. */
export interface Events {
  /** The addresses of all events, also of those that are over, soonest first. */
  events(): readonly Address<'event'>[]
  hasEvents(): boolean
  /**
   * The events that are not over, those of whole days first on their day; all of them, or the first `count`. One that
   * comes back is there for each time in the coming weeks, and once when its next time is later.
   */
  upcomingEvents(count?: number): readonly EventTeaser[]
  /** The `count` of them to show where there is room for a few: see `soonest`. */
  soonestEvents(count: number): readonly EventTeaser[]
  /** The months (`2026-11`) in which events began that are over by now, newest first. */
  eventMonths(): readonly string[]
  /** The ones of these after and before a month. */
  eventMonthsBeside(month: string): { readonly next: string | null; readonly previous: string | null }
  /** The events that began in a month and are over by now, in the order in which they were. */
  eventsOfMonth(month: string): readonly EventTeaser[]
  /** Everything for a calendar: all events that are not over, and those that were in the last `days` days. */
  calendarEvents(days: number): readonly Event[]
  /** The same of one organisation. */
  calendarEventsOf(organisation: EntryId, days: number): readonly Event[]
  event(slug: Slug): Event | null
  /** The times of an event that are not over, soonest first; none when all of it is over. */
  comingTimes(slug: Slug): readonly EventTeaser[]
  /** Whether all of that event is over; a page that asks is rendered once when it is, not every day. */
  isOver(slug: Slug): boolean
  /** The events of an organisation that are not over. */
  eventsOf(organisation: EntryId): readonly EventTeaser[]
  /** The same, each once: by its next time. The `count` soonest. */
  nextTimesOf(organisation: EntryId, count: number): readonly EventTeaser[]
}

/** How many days ahead an event that comes back fills a list; of one that is further away, its first time is there. */
const DAYS_AHEAD = 42

/** By their first day, those of whole days first. */
export const byStart = (a: Event, b: Event) =>
  order(firstDayOf(a), firstDayOf(b)) ||
  Number(b.isAllDay) - Number(a.isAllDay) ||
  order(a.startsAt, b.startsAt) ||
  order(a.id, b.id)

/** The same of their times. */
export const byTime = (a: EventTeaser, b: EventTeaser) =>
  order(a.firstDay, b.firstDay) ||
  Number(b.isAllDay) - Number(a.isAllDay) ||
  order(a.startsAt, b.startsAt) ||
  order(a.slug, b.slug)

const inOrder = ({ teaser: a }: TeasedOccurrence, { teaser: b }: TeasedOccurrence) => byTime(a, b)
const lastDayOfAll = (event: Event) =>
  eventTeasers(event).reduce((last, { teaser }) => (teaser.lastDay > last ? teaser.lastDay : last), '')
const monthOf = (event: Event) => firstDayOf(event).slice(0, 7)

/** What the clock says. */
interface Clock {
  readonly horizon: () => Horizon
  /** The day it is, of which nothing is noted. */
  readonly day: () => string
  /** The same, noting when it is another. */
  readonly today: () => string
}

export interface EventsList extends List<Events> {
  /** The times of those that are not over, as lists show them. */
  readonly coming: (events: readonly Event[]) => readonly EventTeaser[]
  /** Those that are not over, and those that were in the last `days` days. */
  readonly recent: (events: readonly Event[], days: number) => readonly Event[]
}

export function events(sources: Sources, { horizon, day, today }: Clock): EventsList {
  const events = createShelf('events', byStart, sources)
  const eventsByMonth = createShelves('events by month', monthOf, byStart, sources)
  const eventsOf = createShelves('events of', ({ organisation }: Event) => organisation, byStart, sources)

  const isOver = (event: Event) => horizon().isPast(eventOverAt(event))
  const upcoming = (all: readonly Event[]) => all.filter((event) => !isOver(event))
  const recent = (all: readonly Event[], days: number) => {
    const from = daysAfter(day(), -days)
    const kept = all.filter((event) => lastDayOfAll(event) >= from)
    const first = kept.reduce<string | null>((least, event) => earliest(least, lastDayOfAll(event)), null)
    if (first !== null) horizon().changesAt(startOfDay(daysAfter(first, days + 1)))
    return kept
  }
  /** The times of an event that are to come, as a list has them: notes when there is one more of them. */
  const timesOf = (event: Event): readonly TeasedOccurrence[] => {
    const times = eventTeasers(event).filter(({ overAt }) => !horizon().isPast(overAt))
    if (times.length < 2) return times
    const until = daysAfter(day(), DAYS_AHEAD)
    const shown = times.filter(({ teaser }, index) => index === 0 || teaser.firstDay <= until)
    const following = times[shown.length]
    if (following) horizon().changesAt(startOfDay(daysAfter(following.teaser.firstDay, -DAYS_AHEAD)))
    return shown
  }
  /** The times of events that are to come, in their order, as a list shows them: until the first of them is over. */
  const coming = (all: readonly Event[], count?: number) => shownOf(timesToCome(all).slice(0, count))
  /** Few of them, and so none of those that are left out. */
  const fewComing = (all: readonly Event[], count: number) => {
    const times = timesToCome(all)
    // Without any it is the same every day, so then it does not ask which day it is.
    if (times.length === 0) return []
    const few = new Set(
      soonest(
        times.map(({ teaser }) => teaser),
        today(),
        count,
      ),
    )
    return shownOf(times.filter(({ teaser }) => few.has(teaser)))
  }
  function timesToCome(all: readonly Event[]): readonly TeasedOccurrence[] {
    const times = upcoming(all).flatMap(timesOf)
    // Events stand in the order of their first time; those that come back stand between the others.
    return all.some(({ recurrence }) => recurrence !== null) ? times.toSorted(inOrder) : times
  }
  function shownOf(times: readonly TeasedOccurrence[]): readonly EventTeaser[] {
    for (const { overAt } of times) horizon().changesAt(overAt)
    return times.map(({ teaser }) => teaser)
  }
  /** The next time of each event, in their order: until the first of those is over. */
  const next = (all: readonly Event[], count: number) => {
    const times = all.flatMap(
      (event) => eventTeasers(event).find(({ overAt }) => !horizon().isPast(overAt)) ?? [],
    )
    const shown = times.toSorted(inOrder).slice(0, count)
    for (const { overAt } of shown) horizon().changesAt(overAt)
    return shown.map(({ teaser }) => teaser)
  }
  const monthsNewestFirst = () => eventsByMonth.keys().toSorted().toReversed()
  /** Whether an event that began in that month is over. */
  function hasBeenIn(month: string): boolean {
    const all = eventsByMonth.of(month).all()
    if (all.some(isOver)) return true
    for (const event of all) horizon().changesAt(eventOverAt(event))
    return false
  }

  return {
    coming: (all) => coming(all),
    recent,
    queries: {
      events: () => events.slugs().map((slug) => ({ kind: 'event', slug })),
      hasEvents: () => events.slugs().length > 0,
      upcomingEvents: (count) => coming(events.all(), count),
      soonestEvents: (count) => fewComing(events.all(), count),
      eventMonths: () => monthsNewestFirst().filter(hasBeenIn),
      eventMonthsBeside(month) {
        const months = monthsNewestFirst()
        return {
          // The nearest first: what is further away may begin or end without a word about it here.
          next: months.findLast((one) => one > month && hasBeenIn(one)) ?? null,
          previous: months.find((one) => one < month && hasBeenIn(one)) ?? null,
        }
      },
      eventsOfMonth(month) {
        const all = eventsByMonth.of(month).all()
        for (const event of upcoming(all)) horizon().changesAt(eventOverAt(event))
        return all.filter(isOver).map(eventTeaser)
      },
      calendarEvents: (days) => recent(events.all(), days),
      calendarEventsOf: (id, days) => recent(eventsOf.of(id).all(), days),
      event: (slug) => events.at(slug),
      comingTimes(slug) {
        const event = events.at(slug)
        const times = event ? eventTeasers(event).filter(({ overAt }) => !horizon().isPast(overAt)) : []
        for (const { overAt } of times) horizon().changesAt(overAt)
        return times.map(({ teaser }) => teaser)
      },
      isOver(slug) {
        const event = events.at(slug)
        if (!event) return false
        horizon().changesAt(eventOverAt(event))
        return isOver(event)
      },
      eventsOf: (id) => coming(eventsOf.of(id).all()),
      nextTimesOf: (id, count) => next(eventsOf.of(id).all(), count),
    },
    pages: [events],
    take(changes) {
      for (const shelf of [events, eventsByMonth, eventsOf]) shelf.change(ofKind(changes, 'event'))
    },
  }
}
