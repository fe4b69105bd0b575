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
      ['facebook', 6],
      ['instagram', 6],
    ],
    [
      ['whatsapp', 6],
      ['mastodon', 6],
    ],
    [
      ['publisherName', 6],
      ['publisherAddress', 6],
    ],
    [
      ['kvkNumber', 6],
      ['btwNumber', 6],
    ],
    [['privacyEmail', 6]],
    [
      ['logo', 6],
      ['colour', 6],
    ],
    [['state', 6]],
    [
      ['restingSince', 4],
      ['restingContact', 8],
    ],
    [['restingWhy', 12]],
    [
      ['slug', 6],
      ['domain', 6],
    ],
    [
      ['cbsCode', 6],
      ['cbsVintage', 6],
    ],
    [
      ['municipality', 6],
      ['startedOn', 6],
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
    facebook: {
      label: 'Facebook',
      hint: 'De pagina of groep van de wijk, als die er is.',
      placeholder: 'https://www.facebook.com/groups/molenwijk',
    },
    instagram: {
      label: 'Instagram',
      hint: 'De link naar het account van de wijk.',
      placeholder: 'https://www.instagram.com/molenwijk',
    },
    whatsapp: {
      label: 'WhatsApp',
      hint: 'Een uitnodiging voor een groep of kanaal. Iedereen die dit leest, kan erin.',
      placeholder: 'https://whatsapp.com/channel/molenwijk',
    },
    mastodon: {
      label: 'Mastodon',
      hint: 'De link naar het account van de wijk.',
      placeholder: 'https://mastodon.nl/@molenwijk',
    },
    publisherName: {
      label: 'Uitgever',
      hint: 'Wie de site uitgeeft, met stichting of vereniging ervoor. Staat in het colofon: dat moet.',
      placeholder: 'Stichting Molenwijk Nieuws',
    },
    publisherAddress: {
      label: 'Adres van de uitgever',
      hint: 'Een postadres. Staat in het colofon.',
      placeholder: 'Korenstraat 40, 1234 AB Molendam',
    },
    kvkNumber: {
      label: 'KvK-nummer',
      hint: 'Acht cijfers. Alleen als de uitgever er een heeft.',
      placeholder: '12345678',
    },
    btwNumber: {
      label: 'Btw-nummer',
      hint: 'Alleen als de uitgever er een heeft: dan hoort het in het colofon.',
      placeholder: 'NL123456789B01',
    },
    privacyEmail: {
      label: 'E-mailadres voor privacy',
      hint: 'Waar mensen vragen wat er over hen bekend is, of een foto laten weghalen. Leeg: het gewone e-mailadres.',
    },
    restingSince: { label: 'Rust sinds', hint: 'De dag waarop de site stil kwam te staan.' },
    restingWhy: {
      label: 'Waarom de site rust',
      hint: 'In een paar zinnen, voor bewoners. Niemand hoeft zich te verontschuldigen.',
      placeholder: 'De redactie stopt na vier mooie jaren. Wie neemt het over?',
    },
    restingContact: {
      label: 'Wie te bellen als de site rust',
      hint: 'Een naam met telefoonnummer of e-mailadres. Leeg: wat hierboven staat.',
      placeholder: 'Petra van de gemeente, 019-555 01 40',
    },
    municipality: { label: 'Gemeente', hint: 'De gemeente waar de wijk in ligt.', placeholder: 'Molendam' },
    startedOn: { label: 'Site begonnen op', hint: 'De dag waarop de site begon.' },
    logo: {
      label: 'Logo',
      hint: 'Staat klein naast de naam, op elke pagina. Gebruik een png of jpg zonder veel kleine letters. Mag leeg blijven.',
    },
    colour: {
      label: 'Kleur',
      hint: 'Een # met zes cijfers of letters. De site maakt er zelf goed leesbare tinten van.',
      placeholder: '#1f5f4f',
    },
    state: {
      label: 'Stand',
      hint: 'Wijzigen gaat met de knoppen bij Levensloop: daar staat wat er dan gebeurt.',
      readOnly: true,
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
