/**
 * Moments on the calendar and the clock of the Netherlands, whatever machine asks.
 * A day is a text such as `2026-11-28`, so days compare as texts do.
 */
import type { Event } from './entries.ts'

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What calendars and clocks in the Netherlands show at `iso`, without a zone: `2026-11-28T14:30:00`. */
export function wallClockOf(iso: string): string {
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    wallClock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  )
  return `${year!.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`
}

/** The day in the Netherlands on which `iso` falls. */
export function dayOf(iso: string): string {
  return wallClockOf(iso).slice(0, 10)
}

/** The day that comes `count` days after `day`, or before it when `count` is below zero. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The instant at which `day` begins in the Netherlands, ISO in UTC. */
export function startOfDay(day: string): string {
  // The clock is never changed between midnight in the Netherlands and midnight in UTC, so they have one offset.
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const shown = Date.parse(`${wallClockOf(new Date(midnight).toISOString())}Z`)
  return new Date(2 * midnight - shown).toISOString()
}

interface Span {
  readonly first: string
  readonly last: string
  readonly over: string
}

// Asked of every event at every publish; an entry never changes in place.
const spans = new WeakMap<Event, Span>()

function spanOf(event: Event): Span {
  let span = spans.get(event)
  if (!span) {
    const first = dayOf(event.startsAt)
    const last = lastDay(event, first)
    span = { first, last, over: endOf(event) ?? startOfDay(daysAfter(last, 1)) }
    spans.set(event, span)
  }
  return span
}

/** A night out stands on the day that it began, up to this many hours past midnight. */
const NIGHT_HOURS = 6

function lastDay({ endsAt, isAllDay }: Event, first: string): string {
  if (endsAt === null) return first
  const last = dayOf(isAllDay ? endsAt : new Date(Date.parse(endsAt) - NIGHT_HOURS * 3_600_000).toISOString())
  return last < first ? first : last
}

/** The end by the clock; null when there is none, or it is the start: then nothing was said of it. */
function endOf({ startsAt, endsAt, isAllDay }: Event): string | null {
  const hasEnd = endsAt !== null && !isAllDay && Date.parse(endsAt) > Date.parse(startsAt)
  return hasEnd ? new Date(endsAt).toISOString() : null
}

/** The day on which the event begins. */
export function firstDayOf(event: Event): string {
  return spanOf(event).first
}

/** The last day on which it stands: a feast until two at night is of the day before. */
export function lastDayOf(event: Event): string {
  return spanOf(event).last
}

/** The instant at which the event is over, ISO in UTC: its end by the clock, otherwise the end of its last day. */
export function overAt(event: Event): string {
  return spanOf(event).over
}
