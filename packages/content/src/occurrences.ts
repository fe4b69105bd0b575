/**
 * The times of an event that comes back.
 *
 * occurrence - one time that an event is, was or would have been; what does not come back has one
 * planned    - as the rule has it, before that one time was moved
 *
 * The rule is that of RFC 5545 (FREQ, INTERVAL, BYDAY, BYMONTHDAY, UNTIL, COUNT): the first time counts, so do those that
 * do not go on, and a month without such a day is passed over. Clocks decide: half past seven stays half past seven
 * through summer and winter.
 */
import { daysAfter, instantOf, overAt, wallClockOf, type Times } from './days.ts'
import type { Event, Recurrence, RecurrencePattern } from './entries.ts'

/** One of the times that an event comes back, or its only one. */
export interface Occurrence extends Times {
  /** The day on which it begins as planned, such as `2026-12-26`: that names it among those of its event. */
  readonly day: string
  /** When it would begin as planned, ISO in UTC; `startsAt` is when it does. */
  readonly plannedAt: string
  readonly isMoved: boolean
  readonly isCancelled: boolean
  /** Why this one is moved or does not go on; empty when nothing was said. */
  readonly reason: string
}

/** More times than this an event is not shown to come back: four years of weeks. */
const MOST = 208

// Asked of every event at every publish; an entry never changes in place.
const known = new WeakMap<Event, readonly Occurrence[]>()

/** All times of an event, soonest first. */
export function occurrencesOf(event: Event): readonly Occurrence[] {
  let all = known.get(event)
  if (!all) {
    all = event.recurrence === null ? [once(event)] : repeated(event, event.recurrence)
    known.set(event, all)
  }
  return all
}

/** The instant (ISO in UTC) at which an event with all of its times is over. */
export function allOverAt(event: Event): string {
  return occurrencesOf(event).reduce((last, occurrence) => {
    const over = overAt(occurrence)
    return over > last ? over : last
  }, '')
}

function once(event: Event): Occurrence {
  const { startsAt, endsAt, isAllDay, isCancelled, movedFrom } = event
  const plannedAt = movedFrom ?? startsAt
  const day = wallClockOf(plannedAt).slice(0, 10)
  return { day, plannedAt, startsAt, endsAt, isAllDay, isCancelled, isMoved: movedFrom !== null, reason: '' }
}

function repeated(event: Event, { pattern, lastDay, count, exceptions }: Recurrence): readonly Occurrence[] {
  const { isAllDay, isCancelled } = event
  const [firstDay = '', time = ''] = wallClockOf(event.startsAt).split('T')
  const [endDay = '', endTime = ''] = event.endsAt === null ? [] : wallClockOf(event.endsAt).split('T')
  const length = event.endsAt === null ? 0 : daysBetween(firstDay, endDay)
  const most = Math.min(count ?? MOST, MOST)
  const byDay = new Map(exceptions.map((exception) => [exception.day, exception]))

  const all: Occurrence[] = []
  for (const day of daysOf(pattern, firstDay)) {
    if (all.length >= most || (lastDay !== null && day > lastDay)) break
    const exception = byDay.get(day)
    const plannedAt = instantOf(`${day}T${time}`)
    const endsAt = event.endsAt === null ? null : instantOf(`${daysAfter(day, length)}T${endTime}`)
    all.push({
      day,
      plannedAt,
      ...(exception?.movedTo ?? { startsAt: plannedAt, endsAt }),
      isAllDay,
      isMoved: exception !== undefined && exception.movedTo !== null,
      isCancelled: isCancelled || exception?.movedTo === null,
      reason: exception?.reason ?? '',
    })
  }
  return all.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
}

/** The days of a rule from its first one, without end. */
function* daysOf(pattern: RecurrencePattern, first: string): Generator<string> {
  if (pattern === 'weekly' || pattern === 'biweekly') {
    const step = pattern === 'weekly' ? 7 : 14
    for (let day = first; ; day = daysAfter(day, step)) yield day
  }
  const dayOfMonth = Number(first.slice(8))
  const weekday = weekdayOf(first)
  const nth = Math.ceil(dayOfMonth / 7)
  // A month of each kind comes within four years, so this always finds a next one.
  for (let month = first.slice(0, 7); ; month = daysAfter(`${month}-28`, 4).slice(0, 7)) {
    const day = dayInMonth(month, pattern, { dayOfMonth, weekday, nth })
    if (day !== null && day >= first) yield day
  }
}

function dayInMonth(
  month: string,
  pattern: RecurrencePattern,
  { dayOfMonth, weekday, nth }: { dayOfMonth: number; weekday: number; nth: number },
): string | null {
  const firstOfMonth = `${month}-01`
  if (pattern === 'monthlyByDate') return within(month, daysAfter(firstOfMonth, dayOfMonth - 1))
  if (pattern === 'monthlyByLastWeekday') {
    const last = daysAfter(daysAfter(`${month}-28`, 4).slice(0, 7) + '-01', -1)
    return daysAfter(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  const firstSuch = daysAfter(firstOfMonth, (weekday - weekdayOf(firstOfMonth) + 7) % 7)
  return within(month, daysAfter(firstSuch, 7 * (nth - 1)))
}

const within = (month: string, day: string) => (day.startsWith(month) ? day : null)
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const daysBetween = (first: string, last: string) =>
  Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000)
