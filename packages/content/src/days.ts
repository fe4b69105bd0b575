/**
 * Moments on the calendar and the clock of the Netherlands, whatever machine asks.
 * A day is a text such as `2026-11-28`, so days compare as texts do.
 */
import type { Event } from './entries.ts'

/** What says when something is: an event, or one of the times of an event that comes back. */
export type Times = Pick<Event, 'startsAt' | 'endsAt' | 'isAllDay'>

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

/** Before ten at night in UTC, from 1950 on: clocks in the Netherlands are one or two hours ahead, so they show the same day. */
const SAME_DAY_AS_UTC = /^(?:19[5-9]|[2-9]\d\d)\d-\d\d-\d\dT(?:[01]\d|2[01]):[\d:.]+Z$/

/** The day in the Netherlands on which `iso` falls. */
export function dayOf(iso: string): string {
  // Asked of every article at a start, and the calendar of `Intl` is slow.
  return SAME_DAY_AS_UTC.test(iso) ? iso.slice(0, 10) : wallClockOf(iso).slice(0, 10)
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

/**
 * The instant (ISO in UTC) at which clocks in the Netherlands show `wallClock`, such as `2026-11-28T14:30:00`. A time that
 * is passed over in spring is an hour later; of a time that comes twice in autumn it is the first one, as in calendars.
 */
export function instantOf(wallClock: string): string {
  const shown = Date.parse(`${wallClock}Z`)
  for (const hoursAhead of [2, 1]) {
    const instant = new Date(shown - hoursAhead * 3_600_000).toISOString()
    if (wallClockOf(instant) === wallClock) return instant
  }
  return new Date(shown - 3_600_000).toISOString()
}

interface Span {
  readonly first: string
  readonly last: string
  readonly over: string
}

// Asked of every event at every publish; an entry never changes in place.
const spans = new WeakMap<Times, Span>()

function spanOf(event: Times): Span {
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

function lastDay({ endsAt, isAllDay }: Times, first: string): string {
  if (endsAt === null) return first
  const last = dayOf(isAllDay ? endsAt : new Date(Date.parse(endsAt) - NIGHT_HOURS * 3_600_000).toISOString())
  return last < first ? first : last
}

/** The end by the clock; null when there is none, or it is the start: then nothing was said of it. */
function endOf({ startsAt, endsAt, isAllDay }: Times): string | null {
  const hasEnd = endsAt !== null && !isAllDay && Date.parse(endsAt) > Date.parse(startsAt)
  return hasEnd ? new Date(endsAt).toISOString() : null
}

/** The day on which the event begins; of one that comes back, its first time. */
export function firstDayOf(event: Times): string {
  return spanOf(event).first
}

/** The last day on which it stands: a feast until two at night is of the day before. */
export function lastDayOf(event: Times): string {
  return spanOf(event).last
}

/** The instant at which the event is over, ISO in UTC: its end by the clock, otherwise the end of its last day. */
export function overAt(event: Times): string {
  return spanOf(event).over
}
