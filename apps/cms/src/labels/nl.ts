/** What editors read beside the fields, in plain Dutch; and in which order the fields stand. */

export interface FieldLabel {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  /** Of a relation: the field that names the other document. */
  readonly mainField?: string
}

export interface TypeLabels {
  readonly mainField: string
  readonly sortBy: string
  readonly sortOrder: 'ASC' | 'DESC'
  readonly list: readonly string[]
  /** Rows of fields with their width; a row has 12 columns. */
  readonly edit: readonly (readonly (readonly [field: string, width: 4 | 6 | 8 | 12])[])[]
  readonly fields: Readonly<Record<string, FieldLabel>>
}

const WIJK_FIELD: FieldLabel = {
  label: 'Wijk',
  hint: 'Op welke site dit komt. Ben je redacteur van één wijk? Dan mag je dit leeg laten.',
  mainField: 'name',
}

const SLUG_FIELD: FieldLabel = {
  label: 'Webadres',
  hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de titel.',
}

const SUMMARY_FIELD: FieldLabel = {
  label: 'Samenvatting',
  hint: 'Eén of twee zinnen. Die staan in lijsten en in zoekmachines.',
}

const PHOTO_FIELD: FieldLabel = {
  label: 'Foto',
  hint: 'Vul bij de foto in wat erop te zien is, voor wie hem niet kan zien. Zet bij het bijschrift wie hem maakte.',
}

const ORGANISATION_FIELD: FieldLabel = {
  label: 'Hoort bij',
  hint: 'Een organisatie uit dezelfde wijk. De link staat op de site zodra de organisatie online staat. Je mag dit leeg laten.',
  mainField: 'name',
}

export const LABELS: Readonly<Record<string, TypeLabels>> = {
  'api::article.article': {
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
      [
        ['wijk', 6],
        ['slug', 6],
      ],
    ],
    fields: {
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
  },
  'api::event.event': {
    mainField: 'title',
    sortBy: 'startsAt',
    sortOrder: 'DESC',
    list: ['title', 'startsAt', 'place', 'wijk'],
    edit: [
      [['title', 12]],
      [
        ['startsAt', 6],
        ['endsAt', 6],
      ],
      [
        ['allDay', 6],
        ['cancelled', 6],
      ],
      [
        ['place', 6],
        ['price', 6],
      ],
      [['summary', 12]],
      [['body', 12]],
      [['photo', 12]],
      [['organisation', 12]],
      [
        ['wijk', 6],
        ['slug', 6],
      ],
    ],
    fields: {
      title: {
        label: 'Titel',
        hint: 'Wat er te doen is, in een paar woorden.',
        placeholder: 'Koffie in het buurthuis',
      },
      startsAt: { label: 'Begint op', hint: 'De dag en de tijd, zoals het hier op de klok staat.' },
      endsAt: { label: 'Duurt tot', hint: 'Weet je dit niet? Laat het dan leeg.' },
      allDay: {
        label: 'De hele dag',
        hint: 'Zet dit op Ja als er geen tijd bij hoort. Dan tellen alleen de dagen.',
      },
      cancelled: {
        label: 'Afgelast',
        hint: 'Zet dit op Ja en publiceer. De activiteit blijft staan, zodat iedereen ziet dat ze niet doorgaat.',
      },
      place: {
        label: 'Plek',
        hint: 'Naam en adres, zoals je het aan een buur zou zeggen.',
        placeholder: 'De Molensteen, Molenplein 2',
      },
      price: {
        label: 'Prijs',
        hint: 'In woorden of in euro. Kost het niets? Schrijf dan: gratis.',
        placeholder: 'gratis',
      },
      summary: SUMMARY_FIELD,
      body: { label: 'Tekst', hint: 'Wat mensen nog meer moeten weten, zoals hoe ze zich opgeven.' },
      photo: PHOTO_FIELD,
      organisation: ORGANISATION_FIELD,
      wijk: WIJK_FIELD,
      slug: SLUG_FIELD,
    },
  },
  'api::organisation.organisation': {
    mainField: 'name',
    sortBy: 'name',
    sortOrder: 'ASC',
    list: ['name', 'wijk', 'updatedAt'],
    edit: [
      [['name', 12]],
      [['summary', 12]],
      [['body', 12]],
      [['photo', 12]],
      [['website', 12]],
      [
        ['email', 6],
        ['phone', 6],
      ],
      [
        ['wijk', 6],
        ['slug', 6],
      ],
    ],
    fields: {
      name: {
        label: 'Naam',
        hint: 'Zoals mensen in de wijk de organisatie noemen.',
        placeholder: 'Buurthuis De Molensteen',
      },
      summary: {
        label: 'Samenvatting',
        hint: 'In één of twee zinnen wat de organisatie doet, en voor wie.',
      },
      body: { label: 'Tekst', hint: 'Wat je er kunt doen, wanneer het open is en hoe je meedoet.' },
      photo: PHOTO_FIELD,
      website: {
        label: 'Website',
        hint: 'De eigen site van de organisatie, als die er is.',
        placeholder: 'https://www.demolensteen.nl',
      },
      email: { label: 'E-mailadres', hint: 'Staat op de site. Vraag eerst of dat mag.' },
      phone: { label: 'Telefoonnummer', hint: 'Staat op de site. Vraag eerst of dat mag.' },
      wijk: WIJK_FIELD,
      slug: {
        label: 'Webadres',
        hint: 'Het laatste stuk van het adres. Laat je dit leeg, dan maken we het uit de naam.',
      },
    },
  },
  'api::info-page.info-page': {
    mainField: 'title',
    sortBy: 'position',
    sortOrder: 'ASC',
    list: ['title', 'wijk', 'position', 'updatedAt'],
    edit: [
      [['title', 12]],
      [['body', 12]],
      [
        ['wijk', 6],
        ['slug', 6],
      ],
      [['position', 6]],
    ],
    fields: {
      title: {
        label: 'Titel',
        hint: 'Deze titel staat ook in het menu van de site. Houd hem kort.',
        placeholder: 'Over de wijk',
      },
      body: { label: 'Tekst', hint: 'Gebruik tussenkopjes als je pagina lang is.' },
      wijk: WIJK_FIELD,
      slug: SLUG_FIELD,
      position: {
        label: 'Plaats in het menu',
        hint: 'Een laag getal staat vooraan: 1 komt voor 2.',
      },
    },
  },
  'api::wijk.wijk': {
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
      editors: {
        label: 'Redacteuren',
        hint: 'Zij mogen de inhoud van deze wijk zien en wijzigen.',
        mainField: 'firstname',
      },
    },
  },
}
