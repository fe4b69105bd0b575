const long = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** '21 november 2026' */
export function dateOf(iso: string): string {
  return long.format(new Date(iso))
}
