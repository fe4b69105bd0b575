import { ORGANISATION_FIELD, PHOTO_FIELD, SLUG_FIELD, SUMMARY_FIELD, WIJK_FIELD } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const event: TypeLabels = {
  mainField: 'title',
  sortBy: 'startsAt',
  sortOrder: 'DESC',
  list: ['title', 'startsAt', 'place', 'wijk'],
  edit: [
    [['title', 12]],
    [
      ['startsAt', 6],
      ['endsAt', 6],
    ],
    [
      ['allDay', 6],
      ['cancelled', 6],
    ],
    [
      ['place', 6],
      ['price', 6],
    ],
    [['summary', 12]],
    [['body', 12]],
    [['photo', 12]],
    [['organisation', 12]],
    [
      ['wijk', 6],
      ['slug', 6],
    ],
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'Wat er te doen is, in een paar woorden.',
      placeholder: 'Koffie in het buurthuis',
    },
    startsAt: { label: 'Begint op', hint: 'De dag en de tijd, zoals het hier op de klok staat.' },
    endsAt: { label: 'Duurt tot', hint: 'Weet je dit niet? Laat het dan leeg.' },
    allDay: {
      label: 'De hele dag',
      hint: 'Zet dit op Ja als er geen tijd bij hoort. Dan tellen alleen de dagen.',
    },
    cancelled: {
      label: 'Afgelast',
      hint: 'Zet dit op Ja en publiceer. De activiteit blijft staan, zodat iedereen ziet dat ze niet doorgaat.',
    },
    place: {
      label: 'Plek',
      hint: 'Naam en adres, zoals je het aan een buur zou zeggen.',
      placeholder: 'De Molensteen, Molenplein 2',
    },
    price: {
      label: 'Prijs',
      hint: 'In woorden of in euro. Kost het niets? Schrijf dan: gratis.',
      placeholder: 'gratis',
    },
    summary: SUMMARY_FIELD,
    body: { label: 'Tekst', hint: 'Wat mensen nog meer moeten weten, zoals hoe ze zich opgeven.' },
    photo: PHOTO_FIELD,
    organisation: ORGANISATION_FIELD,
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
  },
}
