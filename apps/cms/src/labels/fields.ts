/** Fields that several types have. */
import type { EditLayout, FieldLabel } from './label.ts'

export const WIJK_FIELD: FieldLabel = {
  label: 'Wijk',
  hint: 'Op welke site dit komt. Werk je voor één wijk? Dan mag je dit leeg laten.',
  mainField: 'name',
}

/** Where an entry stands: at the end of every form. */
export const WIJK_ROW: EditLayout[number] = [
  ['wijk', 6],
  ['slug', 6],
]

export const SLUG_FIELD: FieldLabel = {
  label: 'Webadres',
  hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de titel. Verander je het later, dan blijft het oude adres werken: wie daar komt, gaat vanzelf naar het nieuwe.',
}

export const SUMMARY_FIELD: FieldLabel = {
  label: 'Samenvatting',
  hint: 'Eén of twee zinnen. Die staan in lijsten en in zoekmachines.',
}

export const LANGUAGE_FIELD: FieldLabel = {
  label: 'Taal',
  hint: 'In welke taal is dit geschreven? Dan klinkt het goed voor wie het laat voorlezen. Leeg: Nederlands.',
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
    hint: 'Vanaf dit moment staat dit niet meer op de site. Leeg: het blijft staan. Een prikbordbericht gaat er na acht weken af.',
  },
}

export const MOMENT_ROW: EditLayout[number] = [
  ['publishAt', 6],
  ['expiresAt', 6],
]

/** More photos than the lead photo. */
export const PHOTOS_FIELD: FieldLabel = {
  label: 'Meer foto’s',
  hint: 'Staan onder de tekst. Klik op een foto en vul in wat erbij hoort.',
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
  hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de naam. Verander je het later, dan blijft het oude adres werken: wie daar komt, gaat vanzelf naar het nieuwe.',
}

/** What an entry is about: the same choices in every wijk. */
export const TOPIC_FIELD: FieldLabel = {
  label: 'Onderwerp',
  hint: 'Waar het vooral over gaat. Zo vinden mensen alles over hetzelfde bij elkaar. Je mag dit leeg laten.',
}

export const ADDRESS_FIELD: FieldLabel = {
  label: 'Adres',
  hint: 'Straat en huisnummer.',
  placeholder: 'Korenstraat 12',
}

export const MAP_POINT_FIELD: FieldLabel = {
  label: 'Punt op de kaart',
  hint: 'Alleen nodig als het adres niet genoeg is, zoals in een park. Plak een link uit OpenStreetMap of Google Maps, of twee getallen.',
  placeholder: '52.09083, 5.12222',
}

export const ACCESSIBILITY_FIELD: FieldLabel = {
  label: 'Toegankelijkheid',
  hint: 'Voor wie minder goed loopt, hoort of ziet. Zeg alleen wat je zeker weet.',
}

/** When a business or an organisation is open: three fields in the order in which they stand. */
export const OPENING_FIELDS: Readonly<Record<string, FieldLabel>> = {
  openingHours: {
    label: 'Openingstijden',
    hint: 'Een regel per dag. Tussen de middag dicht? Dan twee regels voor die dag.',
  },
  openingHoursExceptions: {
    label: 'Afwijkende dagen',
    hint: 'Feestdagen, vakantie of een koopavond. Wat voorbij is, verdwijnt vanzelf van de site.',
  },
  byAppointment: { label: 'Op afspraak', hint: 'Zet dit op Ja als mensen eerst moeten bellen of mailen.' },
}

export const OPENING_ROWS: EditLayout = [
  [['openingHours', 12]],
  [['openingHoursExceptions', 12]],
  [['byAppointment', 12]],
]

/** Of a list that is in the order of first publication. */
export const PUBLISHED_FIRST_FIELD: FieldLabel = {
  label: 'Eerste keer online',
  hint: 'Vullen we zelf in als je publiceert. De lijst staat op volgorde van dit moment.',
}
