import {
  LANGUAGE_FIELD,
  ORGANISATION_FIELD,
  PHOTO_FIELD,
  PUBLISHED_FIRST_FIELD,
  SLUG_FIELD,
  WIJK_FIELD,
  WIJK_ROW,
} from './fields.ts'
import type { TypeLabels } from './label.ts'

export const notice: TypeLabels = {
  mainField: 'title',
  sortBy: 'updatedAt',
  sortOrder: 'DESC',
  list: ['title', 'noticeKind', 'fulfilled', 'wijk'],
  edit: [
    [
      ['title', 8],
      ['noticeKind', 4],
    ],
    [['summary', 12]],
    [['body', 12]],
    [['photo', 12]],
    [
      ['place', 6],
      ['contactName', 6],
    ],
    [
      ['contactEmail', 6],
      ['contactPhone', 6],
    ],
    [
      ['showContact', 6],
      ['fulfilled', 6],
    ],
    [
      ['organisation', 6],
      ['publishedFirstAt', 6],
    ],
    WIJK_ROW,
    [
      ['language', 6],
      ['fulfilledAt', 6],
    ],
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'Waar het om gaat, in een paar woorden.',
      placeholder: 'Wie kan mij leren fietsen?',
    },
    noticeKind: { label: 'Soort', hint: 'Wat iemand wil: iets vragen, aanbieden, weggeven, of terugvinden.' },
    summary: { label: 'Bericht', hint: 'In één of twee zinnen waar het om gaat. Dit staat in de lijst.' },
    body: { label: 'Meer tekst', hint: 'Alleen als er meer te vertellen is.' },
    language: LANGUAGE_FIELD,
    photo: PHOTO_FIELD,
    place: {
      label: 'Plek',
      hint: 'Ongeveer waar, zonder huisnummer.',
      placeholder: 'In de buurt van het Molenplein',
    },
    contactName: {
      label: 'Van wie',
      hint: 'Een voornaam is genoeg. Die staat bij het bericht.',
    },
    contactEmail: {
      label: 'E-mailadres',
      hint: 'Komt alleen op de site als ‘Contact op de site’ hieronder op Ja staat.',
    },
    contactPhone: {
      label: 'Telefoonnummer',
      hint: 'Komt alleen op de site als ‘Contact op de site’ hieronder op Ja staat.',
    },
    showContact: {
      label: 'Contact op de site',
      hint: 'Vraag eerst of dat mag. Bij Nee reageren mensen via de redactie.',
    },
    fulfilled: {
      label: 'Gelukt',
      hint: 'Zet dit op Ja als het is gelukt, en publiceer. De site telt mee hoe vaak dat gebeurt.',
    },
    fulfilledAt: { label: 'Gelukt op', hint: 'Vullen we zelf in als je Gelukt op Ja zet.' },
    organisation: ORGANISATION_FIELD,
    publishedFirstAt: PUBLISHED_FIRST_FIELD,
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
  },
}
