import type { DocumentData } from '../document-call.ts'
import { refusal } from '../refusal.ts'
import type { FieldRules } from './rules-of-type.ts'
import { mapPointIn } from './map-point.ts'
import { recurrenceFaults, refuseOddExceptions } from './recurrence.ts'
import { changed, momentOf } from './values.ts'

export const event: FieldRules = {
  sound(data, current) {
    const entry = changed(current, data)
    refuseEndBeforeStart(entry)
    refuseOddExceptions(entry)
    return mapPointIn(data)
  },
  unfinished: (entry) => [
    // Strapi would refuse this too, in English.
    ...(entry['startsAt']
      ? []
      : [{ path: 'startsAt', message: 'Vul eerst in wanneer de activiteit begint.' }]),
    ...(entry['movedFrom'] && momentOf(entry['movedFrom']) === momentOf(entry['startsAt'])
      ? [
          {
            path: 'movedFrom',
            message:
              'Het oude en het nieuwe moment zijn hetzelfde. Vul bij ‘Begint op’ het nieuwe moment in, of maak ‘Verplaatst’ leeg.',
          },
        ]
      : []),
    ...recurrenceFaults(entry),
  ],
}

function refuseEndBeforeStart({ startsAt, endsAt }: DocumentData): void {
  const [start, end] = [momentOf(startsAt), momentOf(endsAt)]
  if (start !== null && end !== null && end < start)
    throw refusal('endsAt', '‘Duurt tot’ ligt voor ‘Begint op’. Kijk de dagen en tijden na.')
}
