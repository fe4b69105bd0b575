import { SLUG_FIELD, WIJK_FIELD, WIJK_ROW } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const edition: TypeLabels = {
  mainField: 'title',
  sortBy: 'publicationDate',
  sortOrder: 'DESC',
  list: ['title', 'number', 'publicationDate', 'wijk'],
  edit: [
    [['title', 12]],
    [
      ['number', 6],
      ['publicationDate', 6],
    ],
    [['summary', 12]],
    [['pdf', 12]],
    [['body', 12]],
    [['photo', 12]],
    WIJK_ROW,
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'De naam van de krant, met het nummer of de maand.',
      placeholder: 'De Wiek, december 2026',
    },
    number: { label: 'Nummer', hint: 'Het volgnummer, als de krant dat heeft.', placeholder: '4' },
    publicationDate: { label: 'Uitgekomen op', hint: 'De dag waarop de krant in de bus viel.' },
    summary: { label: 'Samenvatting', hint: 'Wat er in dit nummer staat, in één of twee zinnen.' },
    pdf: {
      label: 'Pdf',
      hint: 'De krant zoals hij gedrukt is. Bewaar hem als toegankelijke pdf (in Word en LibreOffice een vinkje bij het opslaan): dan kan een voorleesprogramma hem beter voorlezen.',
    },
    body: {
      label: 'Tekst',
      hint: 'De tekst van de krant, voor wie een pdf niet kan lezen. Artikelen die ook als nieuwsbericht op de site staan, kies je bij dat bericht.',
    },
    photo: { label: 'Voorkant', hint: 'Een foto van de voorkant.' },
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
  },
}
