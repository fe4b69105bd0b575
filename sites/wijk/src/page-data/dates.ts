/** Moments as residents read them: always the clock of the Netherlands, whatever machine renders the page. */

/** A moment, to be shown in a `<time>`. */
export interface Moment {
  /** For machines, ISO in UTC. */
  readonly iso: string
  readonly text: string
}

const timeZone = 'Europe/Amsterdam'
const long = new Intl.DateTimeFormat('nl-NL', {
  timeZone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const short = new Intl.DateTimeFormat('nl-NL', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
const dayAndMonth = new Intl.DateTimeFormat('nl-NL', { timeZone, day: 'numeric', month: 'long' })
const month = new Intl.DateTimeFormat('nl-NL', { timeZone, month: 'long', year: 'numeric' })

/** 'zaterdag 21 november 2026' */
export function longDate(iso: string): Moment {
  return { iso, text: long.format(new Date(iso)) }
}

/** '21 november 2026' */
export function shortDate(iso: string): Moment {
  return { iso, text: short.format(new Date(iso)) }
}

/** '21 november': where the year is clear. */
export function dayOfMonth(iso: string): Moment {
  return { iso, text: dayAndMonth.format(new Date(iso)) }
}

/** 'november 2026' */
export function monthOf(iso: string): string {
  return month.format(new Date(iso))
}

/** Whether both moments fall on the same day in the Netherlands. */
export function isSameDay(one: string, other: string): boolean {
  return shortDate(one).text === shortDate(other).text
}
