import type { DocumentData } from '../document-call.ts'
import { refusal } from '../refusal.ts'
import type { FieldRules } from './field-rules.ts'
import { changed, momentOf } from './values.ts'

export const event: FieldRules = {
  sound(data, current) {
    refuseEndBeforeStart(changed(current, data))
    return {}
  },
  // Strapi would refuse this too, in English.
  unfinished: ({ startsAt }) =>
    startsAt ? [] : [{ path: 'startsAt', message: 'Vul eerst in wanneer de activiteit begint.' }],
}

function refuseEndBeforeStart({ startsAt, endsAt }: DocumentData): void {
  const [start, end] = [momentOf(startsAt), momentOf(endsAt)]
  if (start !== null && end !== null && end < start)
    throw refusal('endsAt', 'De activiteit is afgelopen voordat ze begint. Kijk de dagen en tijden na.')
}
