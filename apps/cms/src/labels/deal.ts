import { PHOTO_FIELD, WIJK_FIELD, WIJK_ROW } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const deal: TypeLabels = {
  mainField: 'title',
  sortBy: 'endsAt',
  sortOrder: 'DESC',
  list: ['title', 'business', 'endsAt', 'wijk'],
  edit: [
    [['title', 12]],
    [['business', 12]],
    [
      ['startsAt', 6],
      ['endsAt', 6],
    ],
    [['body', 12]],
    [['photo', 12]],
    WIJK_ROW,
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'Wat je krijgt en wat het kost, in een paar woorden.',
      placeholder: 'Twee appelflappen voor € 3',
    },
    business: {
      label: 'Ondernemer',
      hint: 'Van wie de aanbieding is. Een ondernemer uit dezelfde wijk.',
      mainField: 'name',
    },
    startsAt: { label: 'Geldt vanaf', hint: 'De dag en de tijd waarop de aanbieding begint.' },
    endsAt: { label: 'Geldt tot', hint: 'Daarna haalt de site de aanbieding er vanzelf af.' },
    body: { label: 'Tekst', hint: 'De voorwaarden, als die er zijn.' },
    photo: PHOTO_FIELD,
    wijk: WIJK_FIELD,
    slug: {
      label: 'Kenmerk',
      hint: 'Waarmee we de aanbieding uit elkaar houden. Laat dit leeg, dan maken we het uit de titel.',
    },
  },
}
