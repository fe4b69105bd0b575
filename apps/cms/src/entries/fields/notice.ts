import type { DocumentData } from '../document-call.ts'
import type { FieldRules } from './rules-of-type.ts'
import { changed, isFilled } from './values.ts'

export const notice: FieldRules = {
  sound: (data, current) => fulfilment(changed(current, data)),
  unfinished: (entry) => [
    ...(isFilled(entry['summary']) || isFilled(entry['body'])
      ? []
      : [{ path: 'summary', message: 'Schrijf in één of twee zinnen waar het om gaat.' }]),
    ...(entry['showContact'] === true && !isFilled(entry['contactEmail']) && !isFilled(entry['contactPhone'])
      ? [
          {
            path: 'showContact',
            message:
              'Vul een e-mailadres of telefoonnummer in, of zet ‘Contact op de site’ op Nee. Dan loopt het via de redactie.',
          },
        ]
      : []),
  ],
}

/** When it was fulfilled: kept once, so that what went well can be counted by month and year. */
function fulfilment({ fulfilled, fulfilledAt }: DocumentData): DocumentData {
  if (fulfilled !== true) return { fulfilledAt: null }
  return fulfilledAt ? {} : { fulfilledAt: new Date().toISOString() }
}
