import type { DocumentData } from '../document-call.ts'
import { componentsIn } from '../media-places.ts'
import { refusal, type Fault } from '../refusal.ts'

const DAYS: Readonly<Record<string, string>> = {
  monday: 'maandag',
  tuesday: 'dinsdag',
  wednesday: 'woensdag',
  thursday: 'donderdag',
  friday: 'vrijdag',
  saturday: 'zaterdag',
  sunday: 'zondag',
}

/** From when until when it is open, with its place in its list and the day that it is of. */
interface Hours {
  readonly index: number
  readonly day: string
  readonly opensAt: unknown
  readonly closesAt: unknown
}

/** Refuses opening hours that cannot be: of no length, twice at once, or closed as well. Until after midnight is fine. */
export function refuseOddHours(entry: DocumentData): void {
  refuseOdd('openingHours', hoursIn(entry['openingHours'], 'day'), (day) => DAYS[day] ?? day)
  const otherwise = componentsIn(entry['openingHoursExceptions'])
  const open = hoursIn(otherwise, 'date').filter(({ index }) => otherwise[index]!['closed'] === false)
  refuseOdd('openingHoursExceptions', open, dayInWords)
  const closed = new Set(otherwise.filter((one) => one['closed'] === true).map(({ date }) => date))
  const both = open.find(({ day }) => closed.has(day))
  if (both)
    throw refusal(
      `openingHoursExceptions.${both.index}.opensAt`,
      `Op ${dayInWords(both.day)} staat het gesloten en ook open. Haal er een weg.`,
    )
}

function hoursIn(value: unknown, nameOfDay: 'day' | 'date'): readonly Hours[] {
  return componentsIn(value).flatMap(({ opensAt, closesAt, [nameOfDay]: day }, index) =>
    opensAt && closesAt ? [{ index, day: String(day), opensAt, closesAt }] : [],
  )
}

function refuseOdd(field: string, hours: readonly Hours[], inWords: (day: string) => string): void {
  for (const [place, one] of hours.entries()) {
    const { index, day, opensAt, closesAt } = one
    if (minutes(opensAt) === minutes(closesAt))
      throw refusal(
        `${field}.${index}.closesAt`,
        `Op ${inWords(day)} gaat het open en dicht op hetzelfde moment. Kijk de tijden na.`,
      )
    if (hours.slice(0, place).some((other) => other.day === day && overlap(other, one)))
      throw refusal(
        `${field}.${index}.opensAt`,
        `Op ${inWords(day)} staan twee tijden die door elkaar lopen. Haal er een weg, of pas hem aan.`,
      )
  }
}

/** Days on which it is otherwise, but of which nobody said how. */
export function hoursFaults(entry: DocumentData): readonly Fault[] {
  return componentsIn(entry['openingHoursExceptions']).flatMap(({ closed, opensAt, closesAt }, index) =>
    closed === false && (!opensAt || !closesAt)
      ? [
          {
            path: `openingHoursExceptions.${index}.opensAt`,
            message: 'Vul bij de afwijkende dag in van hoe laat tot hoe laat het open is.',
          },
        ]
      : [],
  )
}

function overlap(one: Hours, other: Hours): boolean {
  const [from, until] = span(one)
  const [start, end] = span(other)
  return from < end && start < until
}

function span({ opensAt, closesAt }: Hours): readonly [from: number, until: number] {
  const [from, until] = [minutes(opensAt), minutes(closesAt)]
  return [from, until > from ? until : until + 24 * 60]
}

function minutes(time: unknown): number {
  const [hours = 0, rest = 0] = String(time).split(':').map(Number)
  return hours * 60 + rest
}

const dutch = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** '26 december 2026', of the day `2026-12-26`; a day that is none, as it came. */
function dayInWords(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(midnight) ? day : dutch.format(midnight)
}
