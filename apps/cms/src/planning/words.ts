/** A moment as an editor says it: `vrijdag 27 november om 9.00 uur`, with the year when that is not this one. */
export function inWords(at: Date, now: Date): string {
  const { year, ...day } = parts(at)
  const ofYear = year === parts(now).year ? '' : ` ${year}`
  return `${day.weekday} ${day.day} ${day.month}${ofYear} om ${Number(day.hour)}.${day.minute} uur`
}

const formatter = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function parts(at: Date) {
  return Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value])) as Record<
    'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute',
    string
  >
}
