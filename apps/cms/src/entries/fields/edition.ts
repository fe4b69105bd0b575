import type { FieldRules } from './rules-of-type.ts'
import { isFilled, missing } from './values.ts'

export const edition: FieldRules = {
  unfinished: (entry) => [
    ...missing(entry, { publicationDate: 'Vul in wanneer dit nummer uitkwam.' }),
    ...(entry['pdf'] || isFilled(entry['body'])
      ? []
      : [
          { path: 'pdf', message: 'Zet de pdf van het nummer erbij, of schrijf de tekst in het veld Tekst.' },
        ]),
  ],
}
