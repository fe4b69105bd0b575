import {
  EMAIL_FIELD,
  NAMED_SLUG_FIELD,
  PHONE_FIELD,
  PHOTOS_FIELD,
  PHOTO_FIELD,
  WIJK_FIELD,
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
    [['openingHours', 12]],
    [['openingHoursExceptions', 12]],
    [['byAppointment', 12]],
    [
      ['address', 6],
      ['website', 6],
    ],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [['body', 12]],
    [['photo', 12]],
    [['photos', 12]],
    [
      ['wijk', 6],
      ['slug', 6],
    ],
  ],
  fields: {
    name: { label: 'Naam', hint: 'Zoals het op de gevel staat.', placeholder: 'Bakkerij Mulder' },
    businessKind: { label: 'Soort', hint: 'Waar mensen het onder zoeken.' },
    summary: { label: 'Samenvatting', hint: 'In één of twee zinnen wat je er kunt kopen of laten doen.' },
    openingHours: {
      label: 'Openingstijden',
      hint: 'Een regel per dag. Tussen de middag dicht? Dan twee regels voor die dag.',
    },
    openingHoursExceptions: {
      label: 'Afwijkende dagen',
      hint: 'Feestdagen, vakantie of een koopavond. Wat voorbij is, verdwijnt vanzelf van de site.',
    },
    byAppointment: { label: 'Op afspraak', hint: 'Zet dit op Ja als mensen eerst moeten bellen of mailen.' },
    address: { label: 'Adres', hint: 'Straat en huisnummer.', placeholder: 'Korenstraat 12' },
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
