import type { DocumentData } from '../document-call.ts'
import { refusal } from '../refusal.ts'
import type { FieldRules } from './rules-of-type.ts'
import { changed, isFilled, missing, momentOf } from './values.ts'

export const deal: FieldRules = {
  sound(data, current) {
    refuseBackwards(changed(current, data))
    return {}
  },
  unfinished: (entry) => [
    ...missing(entry, {
      startsAt: 'Vul in wanneer de aanbieding begint.',
      endsAt: 'Vul in tot wanneer de aanbieding geldt. Dan gaat die vanzelf van de site.',
    }),
    ...(isFilled(entry['businessKey']) || entry['business']
      ? []
      : [{ path: 'business', message: 'Kies van welke ondernemer de aanbieding is.' }]),
  ],
}

function refuseBackwards({ startsAt, endsAt }: DocumentData): void {
  const [start, end] = [momentOf(startsAt), momentOf(endsAt)]
  if (start !== null && end !== null && end <= start)
    throw refusal('endsAt', 'De aanbieding is voorbij voordat ze begint. Kijk de dagen na.')
}
