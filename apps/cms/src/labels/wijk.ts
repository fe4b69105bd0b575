import type { TypeLabels } from './label.ts'

export const wijk: TypeLabels = {
  mainField: 'name',
  sortBy: 'name',
  sortOrder: 'ASC',
  list: ['name', 'slug', 'state', 'updatedAt'],
  edit: [
    [
      ['name', 6],
      ['tagline', 6],
    ],
    [['welcome', 12]],
    [
      ['contactEmail', 6],
      ['contactPhone', 6],
    ],
    [
      ['colour', 6],
      ['state', 6],
    ],
    [
      ['slug', 6],
      ['domain', 6],
    ],
    [
      ['cbsCode', 6],
      ['cbsVintage', 6],
    ],
    [['targets', 12]],
    [['editors', 12]],
  ],
  fields: {
    name: { label: 'Naam', hint: 'De naam van de wijk, de buurt of het dorp.', placeholder: 'Molenwijk' },
    tagline: { label: 'Ondertitel', hint: 'Eén korte zin onder de naam, op elke pagina.' },
    welcome: { label: 'Welkom', hint: 'Een paar zinnen op de voorpagina van de site.' },
    contactEmail: { label: 'E-mailadres', hint: 'Staat op de site, zodat bewoners je kunnen mailen.' },
    contactPhone: {
      label: 'Telefoonnummer',
      hint: 'Staat op de site. Laat het leeg als je dat niet wilt.',
    },
    colour: {
      label: 'Kleur',
      hint: 'Een # met zes cijfers of letters. De site maakt er zelf goed leesbare tinten van.',
      placeholder: '#1f5f4f',
    },
    state: {
      label: 'Stand',
      hint: 'In de maak: er is nog geen site. Actief: de site is er. Rustend: de site rust. Gearchiveerd: alleen nog om te lezen.',
    },
    slug: {
      label: 'Webadres',
      hint: 'Het eerste stuk van het adres van de site. Laat je dit leeg, dan maken we het uit de naam.',
      placeholder: 'molenwijk',
    },
    domain: {
      label: 'Eigen domein',
      hint: 'Alleen als de wijk een eigen domein heeft, zonder https://.',
      placeholder: 'molenwijk.nl',
    },
    cbsCode: {
      label: 'CBS-code',
      hint: 'Een wijkcode is WK met 6 cijfers, een buurtcode is BU met 8 cijfers.',
      placeholder: 'WK036301',
    },
    cbsVintage: {
      label: 'Jaar van de CBS-code',
      hint: 'Het CBS verandert de indeling soms.',
      placeholder: '2025',
    },
    targets: {
      label: 'Waar de site staat',
      hint: 'Leeg: zoals voor alle wijken. Anders een of meer van: embedded, netlify, s3. De site verhuist zonder dat hij weg is.',
      placeholder: 'embedded, netlify',
    },
    editors: {
      label: 'Redacteuren',
      hint: 'Zij mogen de inhoud van deze wijk zien en wijzigen.',
      mainField: 'firstname',
    },
  },
}
