const long = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** A moment as a day. */
export const time = (date) => `<time datetime="${date.toISOString()}">${long.format(date)}</time>`
