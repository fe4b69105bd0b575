/** Moments as operators read them, on the clock of the Netherlands. */
const day = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Amsterdam',
})
const clock = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'medium', timeZone: 'Europe/Amsterdam' })

/** `26 november 2026 om 14.03.12`. */
export const moment = (iso: string): string => day.format(new Date(iso)).replaceAll(':', '.')

/** `14.03.12`, for what is of today. */
export const time = (iso: string): string => clock.format(new Date(iso)).replaceAll(':', '.')
