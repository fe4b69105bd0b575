import { refusal, type Fault } from '../refusal.ts'
import type { FieldRules } from './rules-of-type.ts'
import { dutchDay, missing } from './values.ts'

/** Nobody is in the wie-is-wie who did not ask for it: AVG 6 and 8, and never with a house number. */
export const person: FieldRules = {
  sound({ street }) {
    if (typeof street === 'string' && /\d/.test(street))
      throw refusal('street', 'Schrijf alleen de straat, zonder huisnummer. Dat hoeft niemand te weten.')
    return {}
  },
  unfinished: (entry): readonly Fault[] => [
    ...missing(entry, {
      consentOn: 'Vul in op welke dag deze persoon zelf zei: zet mij er maar op.',
    }),
    ...(typeof entry['consentOn'] === 'string' && entry['consentOn'] > dutchDay(new Date())
      ? [{ path: 'consentOn', message: 'De dag van de toestemming moet nog komen. Kijk hem na.' }]
      : []),
    ...(entry['oldEnough'] === true
      ? []
      : [
          {
            path: 'oldEnough',
            message: 'Wie in het wie-is-wie staat, is zestien jaar of ouder. Zet dit op Ja als dat zo is.',
          },
        ]),
  ],
}
