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

/** Refuses opening hours that cannot be: of no length, or twice at once. Until after midnight is fine. */
export function refuseOddHours(entry: DocumentData): void {
  const hours = componentsIn(entry['openingHours'])
  for (const [index, { day, opensAt, closesAt }] of hours.entries()) {
    if (!opensAt || !closesAt) continue
    if (minutes(opensAt) === minutes(closesAt))
      throw refusal(
        `openingHours.${index}.closesAt`,
        `Op ${DAYS[String(day)]} gaat het open en dicht op hetzelfde moment. Kijk de tijden na.`,
      )
    const isTwice = hours
      .slice(0, index)
      .some((other) => other['day'] === day && overlap(other, { opensAt, closesAt }))
    if (isTwice)
      throw refusal(
        `openingHours.${index}.opensAt`,
        `Op ${DAYS[String(day)]} staan twee tijden die door elkaar lopen. Haal er een weg, of pas hem aan.`,
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

function overlap(one: DocumentData, other: DocumentData): boolean {
  const [from, until] = span(one)
  const [start, end] = span(other)
  return from < end && start < until
}

function span({ opensAt, closesAt }: DocumentData): readonly [from: number, until: number] {
  const [from, until] = [minutes(opensAt), minutes(closesAt)]
  return [from, until > from ? until : until + 24 * 60]
}

function minutes(time: unknown): number {
  const [hours = 0, rest = 0] = String(time).split(':').map(Number)
  return hours * 60 + rest
}
