/** When a business is open, as a table by day of the week: nothing is computed in a reader's browser. */
import {
  daysAfter,
  type Business,
  type OpeningHours,
  type OpeningHoursException,
  WEEKDAYS,
} from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dayAndMonthOf } from './dates.ts'

export interface OpeningTable {
  readonly days: readonly OpeningDay[]
  /** Days to come on which it is otherwise. */
  readonly exceptions: readonly { readonly day: string; readonly title: string; readonly text: string }[]
  readonly note: string
}

interface OpeningDay {
  readonly title: string
  /** When it is open; today, as an exception has it. */
  readonly text: string
  /** When it is open on other such days, of a day that is otherwise; empty when it is not. */
  readonly usually: string
  readonly isToday: boolean
}

/** How many days ahead the page tells what will be otherwise. */
const AHEAD = 60

/** The hours of a business or an organisation; null when there is nothing to tell. */
export function openingTable(
  site: Site,
  {
    openingHours,
    openingHoursExceptions,
    isByAppointment,
  }: Pick<Business, 'openingHours' | 'openingHoursExceptions' | 'isByAppointment'>,
): OpeningTable | null {
  const note = isByAppointment ? texts.byAppointment : ''
  const noHours = note === '' ? null : { days: [], exceptions: [], note }
  if (openingHours.length === 0 && openingHoursExceptions.length === 0) return noHours
  const today = site.today()
  const todays = WEEKDAYS[(new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7]
  const exceptions = Map.groupBy(
    openingHoursExceptions
      .filter(({ day }) => day >= today && day <= daysAfter(today, AHEAD))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    ({ day }) => day,
  )
  // What was otherwise is over.
  if (openingHours.length === 0 && exceptions.size === 0) return noHours
  const otherwise = exceptions.get(today)
  const days = WEEKDAYS.map((weekday) => {
    const isToday = weekday === todays
    const weekly = timesOf(openingHours.filter((hours) => hours.weekday === weekday))
    const title = texts.weekdays[weekday]
    if (!isToday || !otherwise) return { title, text: weekly, usually: '', isToday }
    if (weekly === timesOf(hoursOf(otherwise))) return { title, text: weekly, usually: '', isToday }
    return { title, text: exceptionInWords(otherwise), usually: weekly, isToday }
  })
  return {
    days: openingHours.length === 0 ? [] : days,
    exceptions: Array.from(exceptions, ([day, some]) => ({
      day,
      title: dayAndMonthOf(day),
      text: exceptionInWords(some),
    })),
    note,
  }
}

/** All that was said of one day, with why. */
function exceptionInWords(some: readonly OpeningHoursException[]): string {
  const reasons = new Set(some.map(({ reason }) => reason).filter((reason) => reason !== ''))
  return [timesOf(hoursOf(some)), ...reasons].join(', ')
}

const hoursOf = (some: readonly OpeningHoursException[]) =>
  some.flatMap(({ opensAt, closesAt }) => (opensAt && closesAt ? { opensAt, closesAt } : []))

function timesOf(hours: readonly Pick<OpeningHours, 'opensAt' | 'closesAt'>[]): string {
  if (hours.length === 0) return texts.closed
  const inOrder = hours.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
  return inOrder
    .map(({ opensAt, closesAt }) => texts.fromTo(dotted(opensAt), dotted(closesAt)))
    .join(` ${texts.and} `)
}

const dotted = (time: string) => time.replace(':', '.')

/** The days of the week, and those to come on which it is otherwise, for schema.org. */
export function structuredHours(site: Site, { openingHours, openingHoursExceptions }: Business): object[] {
  const hours = openingHours.map(({ weekday, opensAt, closesAt }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: `https://schema.org/${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`,
    opens: opensAt,
    closes: closesAt,
  }))
  if (openingHoursExceptions.length === 0) return hours
  const today = site.today()
  const exceptions = openingHoursExceptions
    .filter(({ day }) => day >= today)
    .map(({ day, opensAt, closesAt }) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: day,
      validThrough: day,
      // Closed is said by opening and closing at midnight: https://schema.org/OpeningHoursSpecification
      opens: opensAt ?? '00:00',
      closes: closesAt ?? '00:00',
    }))
  return [...hours, ...exceptions]
}
