/** What a closed row of a list says, such as `dinsdag, 9.00 – 17.00`; empty where it has nothing to say yet. */
export function rowTitle(
  row: unknown,
  { name, type }: { readonly name: string; readonly type: string },
  inDutch: (word: string) => string,
): string {
  const fields = (row ?? {}) as Readonly<Record<string, unknown>>
  const value = fields[name]
  if (typeof value !== 'string' || value === '') return ''
  const title = type === 'enumeration' ? inDutch(value) : type === 'date' ? dayInWords(value) : value
  const times = [fields['opensAt'], fields['closesAt']].filter((time) => typeof time === 'string')
  return times.length === 2 ? `${title}, ${times.map(clock).join(' – ')}` : title
}

// `09:30:00.000` as it is read: 9.30.
const clock = (time: string) => time.slice(0, 5).replace(/^0/, '').replace(':', '.')

const DAY = new Intl.DateTimeFormat('nl', { dateStyle: 'full', timeZone: 'UTC' })

function dayInWords(day: string): string {
  const date = new Date(day)
  return Number.isNaN(date.getTime()) ? day : DAY.format(date)
}
