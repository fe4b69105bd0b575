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
        ['wijk', 6],
        ['slug', 6],
      ],
      [['publishedFirstAt', 6]],
    ],
    fields: {
      title: {
        label: 'Titel',
        hint: 'Kort en duidelijk, zoals boven een bericht in de krant.',
        placeholder: 'Nieuwe bankjes in het park',
      },
      summary: {
        label: 'Samenvatting',
        hint: 'Eén of twee zinnen. Die staan in lijsten en in zoekmachines.',
      },
      body: { label: 'Tekst', hint: 'Gebruik tussenkopjes als je bericht lang is.' },
      photo: {
        label: 'Foto',
        hint: 'Vul bij de foto in wat erop te zien is, voor wie hem niet kan zien. Zet bij het bijschrift wie hem maakte.',
      },
      wijk: WIJK_FIELD,
      slug: SLUG_FIELD,
      publishedFirstAt: {
        label: 'Eerste keer online',
        hint: 'Vullen we zelf in als je publiceert. Nieuws staat op volgorde van dit moment.',
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
        hint: 'draft: nog geen site. active: de site is er. resting: de site rust. archived: alleen nog om te lezen.',
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
