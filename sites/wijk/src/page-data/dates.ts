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

/** Noon in the Netherlands is on the same day as noon in UTC. */
const noon = (day: string) => `${day}T12:00:00Z`
const weekday = new Intl.DateTimeFormat('nl-NL', { timeZone, weekday: 'long' })
const weekdayAndDate = new Intl.DateTimeFormat('nl-NL', {
  timeZone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

/** 'zaterdag 28 november 2026', of the day `2026-11-28`. */
export function longDay(day: string): Moment {
  return { iso: day, text: longDate(noon(day)).text }
}

/** '28 november 2026', of the day `2026-11-28`. */
export function shortDay(day: string): string {
  return shortDate(noon(day)).text
}

/** 'zaterdag 28 november' */
export function dayAndMonthOf(day: string): string {
  return weekdayAndDate.format(new Date(noon(day)))
}

/** 'zaterdag 28 november', with the year when that is not `year`. */
export function dayIn(year: number, day: string): string {
  return day.startsWith(`${year}-`) ? dayAndMonthOf(day) : longDay(day).text
}

/** 'zaterdag' */
export function weekdayOf(day: string): string {
  return weekday.format(new Date(noon(day)))
}

/** 'november 2026' of `2026-11`. */
export function monthTitle(month: string): string {
  return monthOf(noon(`${month}-01`))
}

const monthInShort = new Intl.DateTimeFormat('nl-NL', { timeZone, month: 'short' })

/** 'nov', of the day `2026-11-28`. */
export function shortMonthOf(day: string): string {
  return monthInShort.format(new Date(noon(day))).replace('.', '')
}

/** '28 november', of the day `2026-11-28`. */
export function dayInWords(day: string): string {
  return dayOfMonth(noon(day)).text
}
