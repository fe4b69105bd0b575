import type { DocumentData } from '../document-call.ts'
import type { Fault } from '../refusal.ts'
import { isFilled } from './values.ts'

/** The component that every photo on a site stands in. */
export const PHOTO = 'media.photo'

/**
 * What a photo lacks before it may be on a site: who cannot see it must be told what it shows, its maker must have
 * agreed, and so must who is on it. `path` is where it stands, `which` how the editor knows it.
 * Sources: WCAG 2.2, 1.1.1; Auteurswet 25 and 21; AVG 6 and 8 (children under 16: a parent decides).
 */
export function photoFaults(photo: DocumentData, path: string, which: string): readonly Fault[] {
  const faults: Fault[] = []
  const say = (field: string, message: string) => faults.push({ path: `${path}.${field}`, message })

  if (!photo['file']) say('file', `Kies bij ${which} een bestand, of haal ${which} weg.`)
  if (!isFilled(photo['alt']) && photo['decorative'] !== true)
    say(
      'alt',
      `Schrijf bij ${which} wat erop te zien is. Is het alleen versiering? Zet dan ‘Alleen versiering’ op Ja.`,
    )
  if (!isFilled(photo['maker'])) say('maker', `Vul bij ${which} in wie de maker is.`)
  if (!photo['licence']) say('licence', `Kies bij ${which} de rechten. Een foto van internet halen mag niet.`)
  const fault = consentFault(photo, which)
  if (fault) say(...fault)
  return faults
}

function consentFault(
  { people, consent, consentNote }: DocumentData,
  which: string,
): [field: string, message: string] | null {
  if (!people) return ['people', `Kies of er op ${which} mensen herkenbaar zijn.`]
  if (people === 'nobody') return null
  if (people === 'children')
    return consent === 'guardian'
      ? null
      : [
          'consent',
          `Op ${which} zijn kinderen herkenbaar. Dat mag alleen met toestemming van een ouder of verzorger. Heb je die niet? Kies dan een andere foto.`,
        ]
  if (!consent) return ['consent', `Kies waarom de mensen op ${which} op de site mogen.`]
  if (consent === 'publicGathering' && !isFilled(consentNote))
    return [
      'consentNote',
      `Schrijf bij ${which} kort op waarom je vindt dat deze mensen ook zonder toestemming op de site mogen.`,
    ]
  return null
}
