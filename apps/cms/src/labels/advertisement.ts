import { PHOTO_FIELD, SLUG_FIELD, WIJK_FIELD, WIJK_ROW } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const advertisement: TypeLabels = {
  mainField: 'title',
  sortBy: 'endsOn',
  sortOrder: 'DESC',
  list: ['title', 'sponsor', 'endsOn', 'wijk'],
  edit: [
    [
      ['title', 8],
      ['advertisementKind', 4],
    ],
    [
      ['sponsor', 6],
      ['business', 6],
    ],
    [
      ['startsOn', 4],
      ['endsOn', 4],
      ['political', 4],
    ],
    [['summary', 12]],
    [
      ['link', 6],
      ['amount', 6],
    ],
    [['body', 12]],
    [['photo', 12]],
    WIJK_ROW,
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'Wat er wordt aangeboden. Het woord ‘Advertentie’ of ‘Gesponsord’ zetten wij ervoor.',
      placeholder: 'Oliebollen bij bakkerij Mulder',
    },
    advertisementKind: {
      label: 'Soort',
      hint: 'Een advertentie, een artikel waarvoor betaald is, of steun aan de wijk.',
    },
    sponsor: {
      label: 'Betaald door',
      hint: 'Deze naam staat er altijd bij.',
      placeholder: 'Bakkerij Mulder',
    },
    business: {
      label: 'Ondernemer',
      hint: 'Als de adverteerder ook bij Ondernemers staat.',
      mainField: 'name',
    },
    startsOn: { label: 'Eerste dag', hint: 'Vanaf deze dag staat het op de site.' },
    endsOn: { label: 'Laatste dag', hint: 'Daarna haalt de site het er vanzelf af.' },
    political: {
      label: 'Gaat het over politiek',
      hint: 'Een partij, een verkiezing, een referendum of een besluit van de politiek.',
    },
    summary: { label: 'Samenvatting', hint: 'Eén of twee zinnen. Die staan in lijsten.' },
    link: {
      label: 'Link',
      hint: 'De site van de adverteerder, als die er is.',
      placeholder: 'https://www.bakkerijmulder.nl',
    },
    amount: {
      label: 'Bedrag in euro',
      hint: 'Wat ervoor betaald is. Dit komt niet op de site.',
      placeholder: '85',
    },
    body: { label: 'Tekst', hint: 'De tekst van de advertentie of het artikel.' },
    photo: PHOTO_FIELD,
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
  },
}
