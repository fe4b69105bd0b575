/**
 * Who answers for a site must stand on it: a name and an address (art. 3:15d BW), and where somebody can ask about his data
 * (AVG art. 13). Editors fill that in at the wijk; its site shows it in the colofon and the privacy statement.
 */
export interface ColofonFields {
  readonly publisherName: string | null
  readonly publisherAddress: string | null
  readonly privacyEmail: string | null
  readonly contactEmail: string | null
}

/** What the colofon of a wijk lacks, in words for who fills it in. */
export function lacksInColofon(wijk: ColofonFields): readonly string[] {
  const { publisherName, publisherAddress, privacyEmail, contactEmail } = wijk
  return [
    ...(publisherName?.trim() ? [] : ['wie de site uitgeeft']),
    ...(publisherAddress?.trim() ? [] : ['het adres van de uitgever']),
    ...(privacyEmail || contactEmail ? [] : ['een e-mailadres voor vragen over privacy']),
  ]
}
