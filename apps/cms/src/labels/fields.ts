/** Fields that several types have. */
import type { EditLayout, FieldLabel } from './label.ts'

export const WIJK_FIELD: FieldLabel = {
  label: 'Wijk',
  hint: 'Op welke site dit komt. Ben je redacteur van één wijk? Dan mag je dit leeg laten.',
  mainField: 'name',
}

export const SLUG_FIELD: FieldLabel = {
  label: 'Webadres',
  hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de titel.',
}

export const SUMMARY_FIELD: FieldLabel = {
  label: 'Samenvatting',
  hint: 'Eén of twee zinnen. Die staan in lijsten en in zoekmachines.',
}

export const ORGANISATION_FIELD: FieldLabel = {
  label: 'Hoort bij',
  hint: 'Een organisatie uit dezelfde wijk. De link staat op de site zodra de organisatie online staat. Je mag dit leeg laten.',
  mainField: 'name',
}

/** The lead photo of an entry. */
export const PHOTO_FIELD: FieldLabel = {
  label: 'Foto',
  hint: 'Staat boven de tekst, in lijsten en in berichten waarmee mensen dit delen.',
}

/** When an entry comes on the site and leaves it by itself: every type has these, below all else. */
export const MOMENT_FIELDS: Readonly<Record<string, FieldLabel>> = {
  publishAt: {
    label: 'Publiceren op',
    hint: 'Kies een moment en klik op Opslaan. Dan komt dit vanzelf online. Leeg: je publiceert zelf.',
  },
  expiresAt: {
    label: 'Houdbaar tot',
    hint: 'Vanaf dit moment staat dit niet meer op de site. Leeg: het blijft staan.',
  },
}

export const MOMENT_ROW: EditLayout[number] = [
  ['publishAt', 6],
  ['expiresAt', 6],
]

/** More photos than the lead photo. */
export const PHOTOS_FIELD: FieldLabel = {
  label: 'Meer foto’s',
  hint: 'Staan onder de tekst. Klik op een foto om haar in te vullen.',
}

export const EMAIL_FIELD: FieldLabel = {
  label: 'E-mailadres',
  hint: 'Staat op de site. Vraag eerst of dat mag.',
}
export const PHONE_FIELD: FieldLabel = {
  label: 'Telefoonnummer',
  hint: 'Staat op de site. Vraag eerst of dat mag.',
}

export const NAMED_SLUG_FIELD: FieldLabel = {
  label: 'Webadres',
  hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de naam.',
}

/** Of a list that is in the order of first publication. */
export const PUBLISHED_FIRST_FIELD: FieldLabel = {
  label: 'Eerste keer online',
  hint: 'Vullen we zelf in als je publiceert. De lijst staat op volgorde van dit moment.',
}
