import type { DocumentData } from '../document-call.ts'
import { refusal, refusalOf } from '../refusal.ts'
import type { FieldRules } from './rules-of-type.ts'
import { changed, missing, websiteIn } from './values.ts'

/**
 * What is paid cannot even be saved without who pays and until when: a label is made of the first, and the second takes it
 * off. Nederlandse Reclame Code 11.1; political advertising: Regulation (EU) 2024/900, since 10 October 2025.
 */
export const advertisement: FieldRules = {
  sound(data, current) {
    const entry = changed(current, data)
    const faults = missing(entry, {
      sponsor: 'Vul in wie ervoor betaalt. Die naam staat erbij op de site.',
      startsOn: 'Vul in op welke dag het op de site komt.',
      endsOn: 'Vul in tot en met welke dag het op de site staat.',
      political: 'Zeg of dit over politiek gaat: een partij, een verkiezing of een besluit.',
    })
    if (faults.length > 0) throw refusalOf(faults)
    refusePolitics(entry)
    if (String(entry['endsOn']) < String(entry['startsOn']))
      throw refusal('endsOn', 'De laatste dag is eerder dan de eerste. Kijk de dagen na.')
    return websiteIn(data, 'link', 'https://www.bakkerijmulder.nl')
  },
}

function refusePolitics({ political }: DocumentData): void {
  if (political === 'yes')
    throw refusal(
      'political',
      'Politieke reclame plaatsen we niet. Sinds 10 oktober 2025 eist Europa daar een label, een openbare verklaring en een register bij (Verordening (EU) 2024/900), en die kan een wijk niet bieden. Schrijf er wel gewoon nieuws over: daar betaalt niemand voor.',
    )
}
