import {
  ACCESSIBILITY_FIELD,
  ADDRESS_FIELD,
  LANGUAGE_FIELD,
  MAP_POINT_FIELD,
  ORGANISATION_FIELD,
  PHOTO_FIELD,
  SLUG_FIELD,
  SUMMARY_FIELD,
  TOPIC_FIELD,
  WIJK_FIELD,
  WIJK_ROW,
} from './fields.ts'
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
    [
      ['address', 6],
      ['mapPoint', 6],
    ],
    [['summary', 12]],
    [['body', 12]],
    [['photo', 12]],
    [['recurrence', 12]],
    [['exceptions', 12]],
    [['movedFrom', 12]],
    [['accessibility', 12]],
    [
      ['organisation', 6],
      ['topic', 6],
    ],
    [['language', 6]],
    WIJK_ROW,
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
      hint: 'Zet dit op Ja en publiceer. De activiteit blijft staan, zodat iedereen ziet dat het niet doorgaat.',
    },
    place: {
      label: 'Plek',
      hint: 'Zoals je het aan een buur zou zeggen.',
      placeholder: 'De Molensteen',
    },
    address: ADDRESS_FIELD,
    mapPoint: MAP_POINT_FIELD,
    recurrence: {
      label: 'Herhaling',
      hint: 'Alleen als het vaker is, zoals elke week. ‘Begint op’ is dan de eerste keer.',
    },
    exceptions: {
      label: 'Keren die anders gaan',
      hint: 'Een keer die niet doorgaat of verplaatst is. Die blijft te zien, zodat niemand voor niets komt.',
    },
    movedFrom: {
      label: 'Verplaatst, stond eerst op',
      hint: 'Het oude moment. Bij ‘Begint op’ zet je het nieuwe. Op de site staat dan dat het verplaatst is.',
    },
    accessibility: ACCESSIBILITY_FIELD,
    language: LANGUAGE_FIELD,
    topic: TOPIC_FIELD,
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
