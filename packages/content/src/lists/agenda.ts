import { daysAfter, startOfDay } from '../days.ts'
import type { Event } from '../entries.ts'
import type { Horizon } from '../horizon.ts'
import { createShelf, createShelves, type Order } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { eventTeasers, type EventTeaser } from '../teasers.ts'
import { mondayOf, placeKey } from '../weeks.ts'
import { ofKind, order, type List } from './list.ts'

/** What a page may ask of the agenda as a calendar: by week, by month, by place. Days as `2026-11-28`. */
export interface Agenda {
  /** Whether it is that day: a page that asks is looked at when the day begins and when it ends. */
  isToday(day: string): boolean
  /** The Mondays of the weeks in which there is, or was, something to do. */
  agendaWeeks(): readonly string[]
  /** The months (`2026-11`) in which there is, or was, something to do. */
  agendaMonths(): readonly string[]
  /** The events on any of the days `first` up to and including `last`, also those that are over. */
  eventsWithin(first: string, last: string): readonly EventTeaser[]
  /** The places where there is, or was, something to do more than once, by `placeKey`. */
  agendaPlaces(): readonly { readonly key: string; readonly name: string }[]
  /** The events at such a place that are not over. */
  eventsAt(place: string): readonly EventTeaser[]
}

/** An event that lasts longer (a typing error in its end) is shown in the weeks of its first so many days. */
const LONGEST = 92

/** `coming` answers the times of events that are not over, as lists show them. */
export function agenda(
  sources: Sources,
  horizon: () => Horizon,
  coming: (events: readonly Event[]) => readonly EventTeaser[],
  byStart: Order<Event>,
): List<Agenda> {
  const all = createShelf('agenda', byStart, sources)
  const byPlace = createShelves('agenda at', ({ place }: Event) => placeKey(place), byStart, sources)

  function partsOf(part: (day: string) => string): string[] {
    const found = new Set<string>()
    for (const event of all.all())
      for (const { teaser } of eventTeasers(event)) for (const day of daysOf(teaser)) found.add(part(day))
    return [...found].toSorted()
  }

  return {
    queries: {
      isToday: (day) => horizon().isBetween(startOfDay(day), startOfDay(daysAfter(day, 1))),
      agendaWeeks: () => partsOf(mondayOf),
      agendaMonths: () => partsOf((day) => day.slice(0, 7)),
      eventsWithin: (first, last) =>
        all
          .all()
          .flatMap((event) => eventTeasers(event).map(({ teaser }) => teaser))
          .filter((time) => time.firstDay <= last && lastShown(time) >= first)
          .toSorted(byTime),
      agendaPlaces: () =>
        byPlace
          .keys()
          .flatMap((key) => {
            const events = byPlace.of(key).all()
            const times = events.reduce((sum, event) => sum + eventTeasers(event).length, 0)
            return times > 1 ? { key, name: events[0]!.place.trim() } : []
          })
          .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      eventsAt: (place) => coming(byPlace.of(place).all()),
    },
    // They have their pages as events.
    pages: [],
    take(changes) {
      for (const shelf of [all, byPlace]) shelf.change(ofKind(changes, 'event'))
    },
  }
}

type Days = Pick<EventTeaser, 'firstDay' | 'lastDay'>

function lastShown({ firstDay, lastDay }: Days): string {
  const limit = daysAfter(firstDay, LONGEST)
  return lastDay < limit ? lastDay : limit
}

function* daysOf(time: Days): Generator<string> {
  const last = lastShown(time)
  for (let day = time.firstDay; day <= last; day = daysAfter(day, 1)) yield day
}

const byTime = (a: EventTeaser, b: EventTeaser) =>
  order(a.firstDay, b.firstDay) ||
  Number(b.isAllDay) - Number(a.isAllDay) ||
  order(a.startsAt, b.startsAt) ||
  order(a.slug, b.slug)
