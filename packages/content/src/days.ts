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

// Asked of every event at every publish; an entry never changes in place.
const spans = new WeakMap<Event, readonly [first: string, last: string]>()

function spanOf(event: Event): readonly [first: string, last: string] {
  let span = spans.get(event)
  if (!span) {
    const first = dayOf(event.startsAt)
    span = [first, lastDay(event, first)]
    spans.set(event, span)
  }
  return span
}

/** A night out ends on the evening that it began, up to this many hours past midnight. */
const NIGHT_HOURS = 6

function lastDay({ endsAt, isAllDay }: Event, first: string): string {
  if (endsAt === null) return first
  const last = dayOf(isAllDay ? endsAt : new Date(Date.parse(endsAt) - NIGHT_HOURS * 3_600_000).toISOString())
  return last < first ? first : last
}

/** The day on which the event begins. */
export function firstDayOf(event: Event): string {
  return spanOf(event)[0]
}

/** The day on which it ends: of a feast until two at night that is the day before. */
export function lastDayOf(event: Event): string {
  return spanOf(event)[1]
}

/** Whether the event is a thing of the past on `day`: the whole of its last day it is not. */
export function isOverBy(event: Event, day: string): boolean {
  return lastDayOf(event) < day
}
