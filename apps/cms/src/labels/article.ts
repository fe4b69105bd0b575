import {
  LANGUAGE_FIELD,
  ORGANISATION_FIELD,
  PHOTO_FIELD,
  SLUG_FIELD,
  SUMMARY_FIELD,
  TOPIC_FIELD,
  WIJK_FIELD,
  WIJK_ROW,
} from './fields.ts'
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
      ['topic', 6],
      ['language', 6],
    ],
    [['author', 6]],
    [
      ['organisation', 6],
      ['publishedFirstAt', 6],
    ],
    [
      ['edition', 6],
      ['inMemoriam', 6],
    ],
    [
      ['correction', 8],
      ['correctedOn', 4],
    ],
    WIJK_ROW,
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
    topic: TOPIC_FIELD,
    language: LANGUAGE_FIELD,
    author: {
      label: 'Geschreven door',
      hint: 'De naam die erbij staat op de site. Leeg: er staat geen naam bij.',
    },
    inMemoriam: {
      label: 'In memoriam',
      hint: 'Gaat dit over iemand die is overleden? Zet dit dan op Ja. Er staat geen reclame bij, en geen knop om het te delen.',
    },
    correction: {
      label: 'Rectificatie',
      hint: 'Stond er iets fout in? Verbeter de tekst en schrijf hier wat er fout was. Dat staat boven het bericht.',
      placeholder: 'In dit bericht stond dat de markt om 10.00 uur begint. Dat is 11.00 uur.',
    },
    correctedOn: {
      label: 'Rectificatie van',
      hint: 'De dag waarop je het verbeterde. Leeg: we vullen vandaag in.',
    },
    organisation: ORGANISATION_FIELD,
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
    publishedFirstAt: {
      label: 'Eerste keer online',
      hint: 'Vullen we zelf in als je publiceert. Nieuws staat op volgorde van dit moment.',
    },
  },
}
