import { placePath } from '../addresses.ts'
import { daysAfter, startOfDay } from '../days.ts'
import type { Event } from '../entries.ts'
import type { Horizon } from '../horizon.ts'
import { createShelf, createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { formerPlaceKey, placeKey } from '../place-key.ts'
import { eventTeasers, ofEach, type EventTeaser } from '../teasers.ts'
import { mondayOf } from '../weeks.ts'
import { byStart, byTime } from './events.ts'
import { ofKind, order, type List } from './list.ts'

/** What a page may ask of the agenda as a calendar: by week, by month, by place. Days as `2026-11-28`. */
export interface Agenda {
  /** Whether it is that day: a page that asks is looked at when the day begins and when it ends. */
  isToday(day: string): boolean
  /** The Mondays of the weeks in which there is, or was, something to do. */
  agendaWeeks(): readonly string[]
  /** The months (`2026-11`) in which there is, or was, something to do. */
  agendaMonths(): readonly string[]
  /** The ones of these before and after a week, by its Monday. Null when there is nothing to do in the week itself, and never was. */
  agendaWeeksBeside(monday: string): Beside | null
  /** The same of months. */
  agendaMonthsBeside(month: string): Beside | null
  /** The Monday of the first such week that ends on `day` or later, otherwise of the last one; null when there is none. */
  agendaWeekFrom(day: string): string | null
  /** The same of months. */
  agendaMonthFrom(day: string): string | null
  /** The events on any of the days `first` up to and including `last`, also those that are over. */
  eventsWithin(first: string, last: string): readonly EventTeaser[]
  /** The places where there is, or was, something to do more than once, by `placeKey`. */
  agendaPlaces(): readonly { readonly key: string; readonly name: string }[]
  /** What such a place is called, by its `placeKey`; null when it is none. */
  agendaPlace(place: string): string | null
  /** The `count` of them where most is to come, by `placeKey`; none where nothing is. */
  comingPlaces(count: number): readonly { readonly key: string; readonly name: string }[]
  /** The events at such a place that are not over. */
  eventsAt(place: string): readonly EventTeaser[]
}

/** The ones before and after one, in time; null where there is none. */
interface Beside {
  readonly previous: string | null
  readonly next: string | null
}

/**
 * An event makes the weeks and months of its first so many days: a typing error in its end would make hundreds. It is shown
 * in all that there are, for as long as it lasts.
 */
const LONGEST = 92

export interface AgendaList extends List<Agenda> {
  /** Where the pages of places were, and where they are, by path. */
  readonly movedPlaces: () => ReadonlyMap<string, string>
}

/** `coming` answers the times of events that are not over, as lists show them. */
export function agenda(
  sources: Sources,
  horizon: () => Horizon,
  coming: (events: readonly Event[]) => readonly EventTeaser[],
): AgendaList {
  const all = createShelf('agenda', byStart, sources)
  const byPlace = createShelves('agenda at', ({ place }: Event) => placeKey(place), byStart, sources)

  /** Worked out once for each list of events there was: many pages ask. */
  function once<T>(work: (events: readonly Event[]) => T): () => T {
    let known: { readonly of: readonly Event[]; readonly result: T } | null = null
    return () => {
      const events = all.all()
      if (known?.of !== events) known = { of: events, result: work(events) }
      return known.result
    }
  }

  const partsOf = (part: (day: string) => string) => {
    const ofEvent = ofEach((event: Event) =>
      timesOf([event]).flatMap((time) => Array.from(new Set(Array.from(daysOf(time), part)))),
    )
    return once((events): readonly string[] => [...new Set(events.flatMap(ofEvent))].toSorted())
  }
  const weeks = partsOf(mondayOf)
  const months = partsOf(monthOf)
  /** All times by their first day, and apart from them the few that last so long that they have to be looked for everywhere. */
  const times = once((events) => {
    const sorted = timesOf(events).toSorted(byTime)
    return { short: sorted.filter((time) => !isLong(time)), long: sorted.filter(isLong) }
  })

  /** A place where there is, or was, something to do more than once. */
  function placeAt(key: string) {
    const events = byPlace.of(key).all()
    return timesOf(events).length > 1 ? { key, name: events[0]!.place, events } : null
  }

  const places = once(() =>
    byPlace
      .keys()
      .flatMap((key) => placeAt(key) ?? [])
      .toSorted((a, b) => order(a.key, b.key)),
  )
  const movedPlaces = once(() => {
    const moved = new Map<string, string>()
    for (const { key, events } of places())
      for (const { place } of events) {
        const former = formerPlaceKey(place)
        if (former !== null && former !== key) moved.set(placePath(former), placePath(key))
      }
    for (const { key } of places()) moved.delete(placePath(key))
    return moved
  })

  return {
    movedPlaces,
    queries: {
      isToday: (day) => horizon().isBetween(startOfDay(day), startOfDay(daysAfter(day, 1))),
      agendaWeeks: weeks,
      agendaMonths: months,
      agendaWeeksBeside: (monday) => besideIn(weeks(), monday),
      agendaMonthsBeside: (month) => besideIn(months(), month),
      agendaWeekFrom: (day) => fromOn(weeks(), mondayOf(day)),
      agendaMonthFrom: (day) => fromOn(months(), monthOf(day)),
      eventsWithin(first, last) {
        const { short, long } = times()
        const from = placeFrom(short, daysAfter(first, -LONGEST))
        const near = short.slice(from, placeFrom(short, daysAfter(last, 1)))
        return [...long, ...near]
          .filter((time) => time.firstDay <= last && time.lastDay >= first)
          .toSorted(byTime)
      },
      agendaPlaces: () => places().map(nameOf),
      agendaPlace: (key) => placeAt(key)?.name ?? null,
      comingPlaces: (count) =>
        places()
          .map(({ key, name, events }) => ({ key, name, times: coming(events).length }))
          .filter(({ times }) => times > 0)
          .toSorted((a, b) => b.times - a.times || order(a.key, b.key))
          .slice(0, count)
          .toSorted((a, b) => order(a.key, b.key))
          .map(nameOf),
      eventsAt: (place) => coming(byPlace.of(place).all()),
    },
    // They have their pages as events.
    pages: [],
    take(changes) {
      for (const shelf of [all, byPlace]) shelf.change(ofKind(changes, 'event'))
    },
  }
}

const monthOf = (day: string) => day.slice(0, 7)
const nameOf = ({ key, name }: { readonly key: string; readonly name: string }) => ({ key, name })

/** The first of `all` from `one` on, otherwise the last. */
const fromOn = (all: readonly string[], one: string) => all.find((each) => each >= one) ?? all.at(-1) ?? null

function besideIn(all: readonly string[], one: string): Beside | null {
  const place = all.indexOf(one)
  return place < 0 ? null : { previous: all[place - 1] ?? null, next: all[place + 1] ?? null }
}

const timesOf = (events: readonly Event[]) =>
  events.flatMap((event) => eventTeasers(event).map(({ teaser }) => teaser))

type Days = Pick<EventTeaser, 'firstDay' | 'lastDay'>

const isLong = (time: Days) => lastShown(time) < time.lastDay

/** The place of the first of these, which are in order, that begins on `day` or later. */
function placeFrom(times: readonly Days[], day: string): number {
  let [from, to] = [0, times.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (times[middle]!.firstDay < day) from = middle + 1
    else to = middle
  }
  return from
}

function lastShown({ firstDay, lastDay }: Days): string {
  const limit = daysAfter(firstDay, LONGEST)
  return lastDay < limit ? lastDay : limit
}

function* daysOf(time: Days): Generator<string> {
  const last = lastShown(time)
  for (let day = time.firstDay; day <= last; day = daysAfter(day, 1)) yield day
}
