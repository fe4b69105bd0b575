/**
 * What must hold for an event that comes back. Which days those are, sites work out (packages/content, occurrences.ts);
 * here only what an editor can get wrong.
 */
import type { DocumentData } from '../document-call.ts'
import { componentsIn } from '../media-places.ts'
import { refusal, type Fault } from '../refusal.ts'
import { dayOfMonth, daysBetween, isLastWeek, isOn } from './days-of-rule.ts'
import { dutchDay, momentOf } from './values.ts'

/** The furthest last day, in days after the first: a calendar that runs on for ever is not kept. */
const MOST_DAYS = 2 * 366

/** Refuses a time that is moved to an end before its start, and two exceptions for one day. */
export function refuseOddExceptions(entry: DocumentData): void {
  const exceptions = componentsIn(entry['exceptions'])
  for (const [index, { date, change, startsAt, endsAt }] of exceptions.entries()) {
    if (date && exceptions.slice(0, index).some((other) => other['date'] === date))
      throw refusal(`exceptions.${index}.date`, 'Deze dag staat er al. Haal een van de twee weg.')
    const [start, end] = [momentOf(startsAt), momentOf(endsAt)]
    if (change === 'moved' && start !== null && end !== null && end < start)
      throw refusal(
        `exceptions.${index}.endsAt`,
        'Het nieuwe einde ligt voor het nieuwe begin. Kijk de tijden na.',
      )
  }
}

/** What is missing or wrong before an event that comes back can be published. */
export function recurrenceFaults(entry: DocumentData): readonly Fault[] {
  const [rule] = componentsIn(entry['recurrence'])
  const exceptions = componentsIn(entry['exceptions'])
  if (!rule)
    return exceptions.length === 0
      ? []
      : [{ path: 'recurrence', message: 'Er staan keren die anders gaan. Vul dan ook Herhaling in.' }]
  const start = momentOf(entry['startsAt'])
  if (start === null) return []
  const first = dutchDay(new Date(start))
  const faults: Fault[] = []
  const say = (path: string, message: string) => faults.push({ path, message })

  if (entry['movedFrom'])
    say(
      'movedFrom',
      'Deze activiteit komt terug. Zet een keer die verplaatst is bij ‘Keren die anders gaan’, en maak dit veld leeg.',
    )
  const { pattern, lastDay, count } = rule
  if (!lastDay === !count)
    say(
      'recurrence.lastDay',
      lastDay
        ? 'Vul bij Herhaling de laatste dag in of het aantal keren, niet allebei.'
        : 'Vul bij Herhaling in tot en met welke dag, of hoeveel keer. Zo blijft er niets staan dat niet meer klopt.',
    )
  if (typeof lastDay === 'string') {
    const days = daysBetween(first, lastDay)
    if (days < 0) say('recurrence.lastDay', 'De laatste dag van de herhaling is eerder dan de eerste keer.')
    if (days > MOST_DAYS)
      say('recurrence.lastDay', 'Laat een herhaling hoogstens twee jaar lopen. Daarna kun je die verlengen.')
  }
  if (pattern === 'monthlyByWeekday' && dayOfMonth(first) > 28)
    say(
      'recurrence.pattern',
      'De eerste keer is de vijfde zo’n dag van de maand, en die is er niet elke maand. Kies ‘op de laatste zo’n dag’, of een andere eerste keer.',
    )
  if (pattern === 'monthlyByLastWeekday' && !isLastWeek(first))
    say(
      'recurrence.pattern',
      'De eerste keer is niet de laatste zo’n dag van de maand. Kies een andere eerste keer, of ‘op dezelfde weekdag’.',
    )
  for (const [index, { date, change, startsAt }] of exceptions.entries()) {
    if (typeof date === 'string' && !isOn(String(pattern), first, date))
      say(
        `exceptions.${index}.date`,
        `Op ${inDutch.format(new Date(`${date}T12:00:00Z`))} zou deze activiteit niet zijn. Vul de dag in waarop ze eigenlijk is.`,
      )
    if (change === 'moved' && !startsAt)
      say(`exceptions.${index}.startsAt`, 'Vul in wanneer de verplaatste keer begint.')
  }
  return faults
}

const inDutch = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' })
