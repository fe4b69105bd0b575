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

/** How long something took: `0,1 seconde`, `12 seconden`. Below two it is one "seconde", as people say it. */
export function inSeconds(ms: number): string {
  const tenths = Math.max(1, Math.round(ms / 100))
  const shown = tenths < 100 ? tenths / 10 : Math.round(ms / 1000)
  return `${shown.toLocaleString('nl-NL')} ${shown < 2 ? 'seconde' : 'seconden'}`
}

/** Nobody counts along with an estimate: tens of seconds, then minutes, then hours. */
export function roughly(ms: number): string {
  const seconds = Math.max(10, Math.ceil(ms / 10_000) * 10)
  if (seconds <= 90) return `${seconds} seconden`
  const minutes = Math.round(ms / 60_000)
  if (minutes < 90) return `${minutes} minuten`
  return `${Math.round(ms / 3_600_000)} uur`
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
