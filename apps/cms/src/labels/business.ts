import {
  ADDRESS_FIELD,
  EMAIL_FIELD,
  MAP_POINT_FIELD,
  NAMED_SLUG_FIELD,
  OPENING_FIELDS,
  OPENING_ROWS,
  PHONE_FIELD,
  PHOTOS_FIELD,
  PHOTO_FIELD,
  WIJK_FIELD,
  WIJK_ROW,
} from './fields.ts'
import type { TypeLabels } from './label.ts'

export const business: TypeLabels = {
  mainField: 'name',
  sortBy: 'name',
  sortOrder: 'ASC',
  list: ['name', 'businessKind', 'wijk', 'updatedAt'],
  edit: [
    [
      ['name', 8],
      ['businessKind', 4],
    ],
    [['summary', 12]],
    ...OPENING_ROWS,
    [
      ['address', 6],
      ['mapPoint', 6],
    ],
    [['website', 12]],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [['body', 12]],
    [['photo', 12]],
    [['photos', 12]],
    WIJK_ROW,
  ],
  fields: {
    name: { label: 'Naam', hint: 'Zoals het op de gevel staat.', placeholder: 'Bakkerij Mulder' },
    businessKind: { label: 'Soort', hint: 'Waar mensen het onder zoeken.' },
    summary: { label: 'Samenvatting', hint: 'In één of twee zinnen wat je er kunt kopen of laten doen.' },
    ...OPENING_FIELDS,
    address: ADDRESS_FIELD,
    mapPoint: MAP_POINT_FIELD,
    website: {
      label: 'Website',
      hint: 'De eigen site, als die er is.',
      placeholder: 'https://www.bakkerijmulder.nl',
    },
    email: EMAIL_FIELD,
    phone: PHONE_FIELD,
    body: {
      label: 'Tekst',
      hint: 'Wat mensen nog meer willen weten: wie erachter staat, waar ze bekend om zijn.',
    },
    photo: PHOTO_FIELD,
    photos: PHOTOS_FIELD,
    wijk: WIJK_FIELD,
    slug: NAMED_SLUG_FIELD,
  },
}
