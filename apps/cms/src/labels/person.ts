import { EMAIL_FIELD, PHONE_FIELD, PHOTO_FIELD, WIJK_FIELD, WIJK_ROW } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const person: TypeLabels = {
  mainField: 'name',
  sortBy: 'name',
  sortOrder: 'ASC',
  list: ['name', 'role', 'consentOn', 'wijk'],
  edit: [
    [
      ['name', 6],
      ['role', 6],
    ],
    [['summary', 12]],
    [['body', 12]],
    [['photo', 12]],
    [
      ['street', 6],
      ['organisation', 6],
    ],
    [
      ['email', 6],
      ['phone', 6],
    ],
    [
      ['consentOn', 6],
      ['oldEnough', 6],
    ],
    WIJK_ROW,
  ],
  fields: {
    name: { label: 'Naam', hint: 'Zoals iemand zelf genoemd wil worden.' },
    role: {
      label: 'Wat doet deze persoon in de wijk',
      hint: 'Kort, zoals op een naambordje.',
      placeholder: 'Coördinator van het repaircafé',
    },
    summary: { label: 'In het kort', hint: 'Eén of twee zinnen: waar kun je bij deze persoon voor terecht.' },
    body: { label: 'Tekst', hint: 'In eigen woorden. Laat de persoon het lezen voordat je het plaatst.' },
    photo: PHOTO_FIELD,
    street: {
      label: 'Straat',
      hint: 'Alleen de straat, zonder huisnummer. Leeg laten mag ook.',
      placeholder: 'Korenstraat',
    },
    organisation: {
      label: 'Hoort bij',
      hint: 'Een organisatie uit dezelfde wijk, als deze persoon daarbij hoort.',
      mainField: 'name',
    },
    email: EMAIL_FIELD,
    phone: PHONE_FIELD,
    consentOn: {
      label: 'Zei zelf ja op',
      hint: 'De dag waarop deze persoon zelf vroeg om erop te staan. Wil iemand eraf? Haal hem van de site en verwijder hem.',
    },
    oldEnough: { label: 'Zestien of ouder', hint: 'Wie jonger is, komt niet in het wie-is-wie.' },
    wijk: WIJK_FIELD,
    slug: {
      label: 'Kenmerk',
      hint: 'Waarmee we mensen uit elkaar houden. Laat dit leeg, dan maken we het uit de naam.',
    },
  },
}
