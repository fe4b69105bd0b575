import { ORGANISATION_FIELD, PHOTO_FIELD, SLUG_FIELD, SUMMARY_FIELD, WIJK_FIELD } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const article: TypeLabels = {
  mainField: 'title',
  sortBy: 'updatedAt',
  sortOrder: 'DESC',
  list: ['title', 'wijk', 'publishedFirstAt', 'updatedAt'],
  edit: [
    [['title', 12]],
    [['summary', 12]],
    [['body', 12]],
    [['photo', 12]],
    [
      ['organisation', 6],
      ['publishedFirstAt', 6],
    ],
    [['edition', 12]],
    [
      ['wijk', 6],
      ['slug', 6],
    ],
  ],
  fields: {
    edition: {
      label: 'Stond in de wijkkrant',
      hint: 'Het nummer waar dit in stond. De wijkkrant op de site verwijst dan hierheen.',
      mainField: 'title',
    },
    title: {
      label: 'Titel',
      hint: 'Kort en duidelijk, zoals boven een bericht in de krant.',
      placeholder: 'Nieuwe bankjes in het park',
    },
    summary: SUMMARY_FIELD,
    body: { label: 'Tekst', hint: 'Gebruik tussenkopjes als je bericht lang is.' },
    photo: PHOTO_FIELD,
    organisation: ORGANISATION_FIELD,
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
    publishedFirstAt: {
      label: 'Eerste keer online',
      hint: 'Vullen we zelf in als je publiceert. Nieuws staat op volgorde van dit moment.',
    },
  },
}
