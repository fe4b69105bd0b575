import { LANGUAGE_FIELD, SLUG_FIELD, WIJK_FIELD, WIJK_ROW } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const infoPage: TypeLabels = {
  mainField: 'title',
  sortBy: 'position',
  sortOrder: 'ASC',
  list: ['title', 'wijk', 'position', 'updatedAt'],
  edit: [
    [['title', 12]],
    [['body', 12]],
    WIJK_ROW,
    [
      ['position', 6],
      ['language', 6],
    ],
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'Deze titel staat ook in het menu van de site. Houd hem kort.',
      placeholder: 'Over de wijk',
    },
    body: { label: 'Tekst', hint: 'Gebruik tussenkopjes als je pagina lang is.' },
    language: LANGUAGE_FIELD,
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
    position: {
      label: 'Plaats in het menu',
      hint: 'Een laag getal staat vooraan: 1 komt voor 2.',
    },
  },
}
