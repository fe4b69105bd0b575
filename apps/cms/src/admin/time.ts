/**
 * Times as an editor reads them: `14.03.12 uur` today, `22 november 2026 om 14.03 uur` on another day.
 * Always Dutch time, because that is the time of the site and of its readers.
 */
const ZONE = 'Europe/Amsterdam'

const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: ZONE })
const clock = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'medium', timeZone: ZONE })

/** After "sinds": the second today, the minute on another day. */
export function since(at: Date, now: Date): string {
  return isSameDay(at, now) ? `${toSecond(at)} uur` : `${day.format(at)} om ${toMinute(at)} uur`
}

/** When something happens or happened: `om 14.03.12 uur` or `op 22 november 2026 om 14.03 uur`. */
export function when(at: Date, now: Date): string {
  return isSameDay(at, now) ? `om ${toSecond(at)} uur` : `op ${since(at, now)}`
}

/** Calendar days from one moment to another, in Dutch time: 1 from five to midnight until five past. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / 86_400_000)
}

const numbers = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: ZONE })

/** The day it is in the Netherlands; months count from 0. */
export function today(now: Date): { readonly year: number; readonly month: number; readonly date: number } {
  const [year, month, date] = numbers.format(now).split('-').map(Number) as [number, number, number]
  return { year, month: month - 1, date }
}

const dayNumber = (at: Date) => Date.parse(`${numbers.format(at)}T00:00:00Z`)

function isSameDay(one: Date, other: Date): boolean {
  return day.format(one) === day.format(other)
}

function toSecond(at: Date): string {
  return clock.format(at).replaceAll(':', '.')
}

function toMinute(at: Date): string {
  return toSecond(at).slice(0, 5)
}
