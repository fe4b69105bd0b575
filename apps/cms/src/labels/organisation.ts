import {
  ACCESSIBILITY_FIELD,
  ADDRESS_FIELD,
  EMAIL_FIELD,
  MAP_POINT_FIELD,
  NAMED_SLUG_FIELD,
  OPENING_FIELDS,
  OPENING_ROWS,
  PHONE_FIELD,
  PHOTO_FIELD,
  WIJK_FIELD,
  WIJK_ROW,
} from './fields.ts'
import type { TypeLabels } from './label.ts'

export const organisation: TypeLabels = {
  mainField: 'name',
  sortBy: 'name',
  sortOrder: 'ASC',
  list: ['name', 'organisationKind', 'wijk', 'updatedAt'],
  edit: [
    [
      ['name', 8],
      ['organisationKind', 4],
    ],
    [['summary', 12]],
    [['helpsWith', 12]],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [
      ['contactName', 6],
      ['website', 6],
    ],
    [
      ['address', 6],
      ['mapPoint', 6],
    ],
    ...OPENING_ROWS,
    [['body', 12]],
    [['photo', 12]],
    [['accessibility', 12]],
    WIJK_ROW,
  ],
  fields: {
    name: {
      label: 'Naam',
      hint: 'Zoals mensen in de wijk de organisatie noemen.',
      placeholder: 'Buurthuis De Molensteen',
    },
    organisationKind: { label: 'Soort', hint: 'Waar mensen het onder zoeken.' },
    helpsWith: {
      label: 'Waarmee kun je hier terecht',
      hint: 'De vragen waarmee mensen komen, in gewone woorden. Zo vinden zij de weg.',
      placeholder: 'Schulden, brieven die je niet begrijpt, iemand om mee te praten',
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
    email: EMAIL_FIELD,
    phone: PHONE_FIELD,
    contactName: {
      label: 'Vragen naar',
      hint: 'Wie er opneemt of antwoordt. Staat op de site. Vraag eerst of dat mag.',
    },
    address: ADDRESS_FIELD,
    mapPoint: MAP_POINT_FIELD,
    ...OPENING_FIELDS,
    accessibility: ACCESSIBILITY_FIELD,
    wijk: WIJK_FIELD,
    slug: NAMED_SLUG_FIELD,
  },
}
