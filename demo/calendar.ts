/**
 * Days of demo content, told relative to now, so that the demo never looks old.
 * A day is a whole number, days since 1 January 1970 on the calendar of Amsterdam.
 */
const ZONE = 'Europe/Amsterdam'
const DAY_MS = 86_400_000
const WEEKDAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag']

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
})
const dayAndMonth = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', day: 'numeric', month: 'long' })

/** The day on which `instant` falls in Amsterdam. */
export function dayOf(instant: Date): number {
  return Math.floor(asIfUtc(instant) / DAY_MS)
}

/** The latest day before today on which the calendar said `monthDay` (`04-26`), or that day in an earlier year. */
export function lastDayOn(monthDay: string, yearsAgo: number, now: Date): number {
  const [month, day] = monthDay.split('-').map(Number) as [number, number]
  const today = dayOf(now)
  const thisYear = dateOf(today).getUTCFullYear()
  const inYear = (year: number) => Date.UTC(year, month - 1, day) / DAY_MS
  return inYear(inYear(thisYear) < today ? thisYear - yearsAgo : thisYear - 1 - yearsAgo)
}

/** The moment that clocks in Amsterdam showed `time` (`14:30`) on `day`, ISO in UTC. */
export function at(day: number, time: string): string {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const shown = day * DAY_MS + (hours * 60 + minutes) * 60_000
  // Twice, because the offset is that of the moment sought, which is not known yet.
  let instant = shown
  for (let round = 0; round < 2; round++) instant = shown - (asIfUtc(new Date(instant)) - instant)
  return new Date(instant).toISOString()
}

/**
 * The day that `name` tells, seen from `day`: `zaterdag` is the first Saturday after it, `zaterdag+1` a week later,
 * `zaterdag-1` the last one before; `eerste zaterdag` the first Saturday of a month that is to come; `vandaag-12` twelve
 * days ago. Throws a RangeError for a word that is no day.
 */
export function dayNamed(name: string, day: number): number {
  const [, first, word = '', steps = '0'] = /^(eerste )?([a-z]+)([+-]\d+)?$/.exec(name) ?? []
  const shift = Number(steps)
  if (word === 'vandaag') return day + shift
  const weekday = WEEKDAYS.indexOf(word)
  if (weekday < 0) throw new RangeError(`${name}: expected a weekday, such as zaterdag or zaterdag+1`)
  const today = dateOf(day).getUTCDay()
  let found = day + 1 + ((weekday - today + 6) % 7)
  if (first) while (dateOf(found).getUTCDate() > 7) found += 7
  // The first one "before" may not be the day itself.
  return found + 7 * (shift < 0 && weekday === today ? shift - 1 : shift)
}

/**
 * `text` with its days filled in, for something published on `day`: `{zaterdag}` is the first Saturday after it
 * (“zaterdag 12 december”), `{Zaterdag}` the same at the start of a sentence, `{zaterdag+1}` a week later,
 * `{zaterdag-1}` the last one before; `{jaar}` is the year of that day, `{jaar-1}` the one before.
 */
export function fillInDays(text: string, day: number): string {
  return text.replaceAll(/\{([A-Za-z][a-z]*)([+-]\d+)?\}/g, (token, written: string, steps = '0') => {
    const word = written.toLowerCase()
    if (word === 'jaar') return String(dateOf(day).getUTCFullYear() + Number(steps))
    if (!WEEKDAYS.includes(word))
      throw new RangeError(`${token}: expected a weekday or jaar, such as {zaterdag} or {jaar-1}`)
    return `${written} ${dayAndMonth.format(dateOf(dayNamed(token.slice(1, -1).toLowerCase(), day)))}`
  })
}

/** The day as a text such as `2026-11-28`. */
export function dateText(day: number): string {
  return dateOf(day).toISOString().slice(0, 10)
}

function dateOf(day: number): Date {
  return new Date(day * DAY_MS)
}

/** Milliseconds since 1970 if the wall clock of Amsterdam were UTC; whole minutes. */
function asIfUtc(instant: Date): number {
  const part = Object.fromEntries(
    wallClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'])
}
