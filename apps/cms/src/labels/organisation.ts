import { PHOTO_FIELD, WIJK_FIELD } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const organisation: TypeLabels = {
  mainField: 'name',
  sortBy: 'name',
  sortOrder: 'ASC',
  list: ['name', 'wijk', 'updatedAt'],
  edit: [
    [['name', 12]],
    [['summary', 12]],
    [['body', 12]],
    [['photo', 12]],
    [['website', 12]],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [
      ['wijk', 6],
      ['slug', 6],
    ],
  ],
  fields: {
    name: {
      label: 'Naam',
      hint: 'Zoals mensen in de wijk de organisatie noemen.',
      placeholder: 'Buurthuis De Molensteen',
    },
    summary: {
      label: 'Samenvatting',
      hint: 'In één of twee zinnen wat de organisatie doet, en voor wie.',
    },
    body: { label: 'Tekst', hint: 'Wat je er kunt doen, wanneer het open is en hoe je meedoet.' },
    photo: PHOTO_FIELD,
    website: {
      label: 'Website',
      hint: 'De eigen site van de organisatie, als die er is.',
      placeholder: 'https://www.demolensteen.nl',
    },
    email: { label: 'E-mailadres', hint: 'Staat op de site. Vraag eerst of dat mag.' },
    phone: { label: 'Telefoonnummer', hint: 'Staat op de site. Vraag eerst of dat mag.' },
    wijk: WIJK_FIELD,
    slug: {
      label: 'Webadres',
      hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de naam.',
    },
  },
}
