/** A small wijk to work on the site format with, without a CMS: `astro dev` shows it, and tests lean on it. */
import type { Article, BlockNode, EntryId, InfoPage, Photo, Slug, WijkId } from '@wijkpers/content'
import { photoKey, type SiteInput, type SitePhoto } from '@wijkpers/content/site'
import { LINDEBLAD_4, sampleLists } from './lists.ts'
import { DE_SCHAKEL, sampleEvents, sampleOrganisations, SCHOOLTUIN } from './agenda.ts'
import { plain } from '@wijkpers/content/plain'

const text = (text: string) => ({ type: 'text' as const, text })
const p = (...lines: string[]): BlockNode[] =>
  lines.map((line) => ({ type: 'paragraph', children: [text(line)] }))
const h = (title: string): BlockNode => ({ type: 'heading', level: 2, children: [text(title)] })
const quote = (words: string): BlockNode => ({ type: 'quote', children: [text(words)] })
const list = (...items: string[]): BlockNode => ({
  type: 'list',
  format: 'unordered',
  children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
})
const link = (before: string, words: string, url: string, after: string): BlockNode => ({
  type: 'paragraph',
  children: [text(before), { type: 'link', url, children: [text(words)] }, text(after)],
})

/** The files are in `sample/foto/`. */
const photos = {
  markt: {
    file: 'foto/markt.webp',
    bytes: 34508,
    alt: 'Een marktplein met kramen, slingers en mensen met boodschappen',
  },
  tuin: {
    file: 'foto/tuin.webp',
    bytes: 24226,
    alt: 'Moestuinbedden met pompoenen en zonnebloemen, en kinderen die meehelpen',
  },
  brug: {
    file: 'foto/brug.webp',
    bytes: 34564,
    alt: 'Een rode brug over de gracht, met wandelaars en een fietser',
  },
  feest: {
    file: 'foto/feest.webp',
    bytes: 30638,
    alt: 'Een gedekte tafel midden op straat, onder slingers tussen de gevels',
  },
  bibliotheek: {
    file: 'foto/bibliotheek.webp',
    bytes: 21250,
    alt: 'Kinderen en ouderen lezen aan een ronde tafel tussen de boekenkasten',
  },
} as const

const photo = (name: keyof typeof photos): Photo => ({
  url: `/uploads/${name}.jpg`,
  version: '1',
  alt: photos[name].alt,
  maker: 'Wijkpers',
  source: '',
  licence: 'ownWork',
  focus: null,
})

const article = (
  slug: string,
  at: string,
  title: string,
  summary: string,
  body: readonly BlockNode[],
  more: Partial<Article> = {},
): Article => ({
  kind: 'article',
  ...plain.article,
  id: `sample${slug.replaceAll('-', '')}` as EntryId,
  slug: slug as Slug,
  title,
  summary,
  body,
  photo: null,
  firstPublishedAt: at,
  updatedAt: at,
  ...more,
})

const infoPage = (slug: string, position: number, title: string, body: readonly BlockNode[]): InfoPage => ({
  kind: 'infoPage',
  id: `sample${slug.replaceAll('-', '')}` as EntryId,
  slug: slug as Slug,
  title,
  body,
  position,
  updatedAt: '2026-09-01T08:00:00.000Z',
})

const articles: readonly Article[] = [
  article(
    'de-markt-blijft-op-het-plein',
    '2026-11-19T15:30:00.000Z',
    'De markt blijft op het Lindeplein',
    'De gemeente past het plan voor het plein aan: de kramen hoeven niet weg, en er komen twaalf bomen bij.',
    [
      ...p(
        'Drie jaar lang was het spannend, maar nu is het zeker: de vrijdagmarkt verhuist niet. Dat vertelde de wethouder woensdagavond in een volle zaal van buurthuis De Schakel.',
        'In het eerste plan moest de markt weg voor een bredere rijbaan. Meer dan vierhonderd bewoners tekenden daar bezwaar tegen aan. Samen met de kooplieden maakten zij een eigen tekening, en die wordt nu uitgevoerd.',
      ),
      quote(
        'Ik sta hier al eenendertig jaar met mijn kaas. Ik ken van de helft van de wijk de kleinkinderen.',
      ),
      h('Wat er nu gebeurt'),
      ...p(
        'In het voorjaar begint het werk. De weg gaat om het plein heen, en er is straks meer schaduw dan eerst de bedoeling was.',
      ),
      list(
        'Maart: nieuwe riolering in de Lindestraat',
        'Mei: twaalf lindes en een ronde bank, gemaakt door leerlingen van de vakschool',
        'Juni: opening met een buurtpicknick',
      ),
      link(
        'De tekeningen hangen tot het eind van de maand in het buurthuis. Vragen? Kijk op de pagina ',
        'Contact',
        '/contact/',
        '.',
      ),
    ],
    { photo: photo('markt'), updatedAt: '2026-11-20T09:10:00.000Z', edition: LINDEBLAD_4 },
  ),
  article(
    'schooltuin-zoekt-handen',
    '2026-11-15T09:00:00.000Z',
    'De schooltuin zoekt handen voor de herfst',
    'Zaterdag gaan de laatste kolen van het land. Wie een uurtje heeft, gaat met soep naar huis.',
    p(
      'De moestuin achter De Regenboog had een goed jaar: zeventig kilo aardappelen, en zonnebloemen van bijna drie meter. Nu moet alles winterklaar worden gemaakt.',
      'Juf Samira en tuinman Wim verwachten je zaterdag vanaf tien uur. Laarzen aan, handschoenen liggen klaar.',
    ),
    { photo: photo('tuin'), organisation: SCHOOLTUIN, topic: 'green' },
  ),
  article(
    'brug-een-week-dicht',
    '2026-11-11T07:45:00.000Z',
    'Kattenbrug een week dicht voor fietsers',
    'Van maandag 23 tot en met vrijdag 27 november krijgt de brug een nieuw dek. Omfietsen kan langs de sluis.',
    p(
      'Het oude dek is glad geworden. Het nieuwe heeft een ruwe laag, zodat je ook bij regen goed overeind blijft.',
      'Lopen over de brug kan de hele week gewoon.',
    ),
    {
      photo: photo('brug'),
      topic: 'traffic',
      author: 'Yıldız de Vries',
      correction: {
        day: '2026-11-12',
        text: 'Hier stond dat de brug twee weken dicht gaat. Dat is één week.',
      },
    },
  ),
  article(
    'straatdiner-bracht-320-euro-op',
    '2026-11-02T18:20:00.000Z',
    'Straatdiner bracht 320 euro op voor de wijkkas',
    'Honderdveertig buren aten samen aan één lange tafel in de Kuiperstraat.',
    p(
      'Iedereen bracht een gerecht mee, van pastei tot roti. Het geld gaat naar nieuwe verlichting bij de speeltuin.',
    ),
    { photo: photo('feest'), organisation: DE_SCHAKEL },
  ),
  article(
    'mevrouw-de-wit-honderd-jaar',
    '2026-10-24T10:00:00.000Z',
    'Mevrouw De Wit werd honderd, en dat wist de hele Kuiperstraat',
    'Ze woont er sinds 1951 en kent nog elke winkel die er ooit was.',
    [
      ...p(
        'De burgemeester kwam langs, maar het mooiste cadeau kwam van de overbuurkinderen: een lied van twaalf coupletten.',
      ),
      quote('Oud worden is niet moeilijk. Je moet alleen niet ophouden met koffie schenken.'),
    ],
  ),
  article(
    'bibliotheekbus-nieuwe-tijd',
    '2026-10-12T08:00:00.000Z',
    'De bibliotheekbus komt voortaan op donderdag',
    'Elke donderdag van half drie tot vijf uur staat de bus op de hoek van de Wagenstraat.',
    p('Wie slecht ter been is, kan boeken laten thuisbrengen. Vraag ernaar bij de chauffeur.'),
    { photo: photo('bibliotheek'), organisation: DE_SCHAKEL },
  ),
  article(
    'repaircafe-repareerde-honderdste-radio',
    '2026-09-28T14:00:00.000Z',
    'Repaircafé repareerde zijn honderdste radio',
    'Het was een buizenradio uit 1956. Hij speelt weer, en hoe.',
    p(
      'Elke laatste zaterdag van de maand zitten de reparateurs klaar in De Schakel. Breng je kapotte spullen mee, dan kijken we er samen naar.',
    ),
    { organisation: DE_SCHAKEL },
  ),
  article(
    'nieuwe-site-voor-de-wijk',
    '2026-09-01T07:00:00.000Z',
    'Lindekwartier heeft een eigen site',
    'Nieuws van en voor de buurt, gemaakt door bewoners. Lees je mee?',
    p(
      'Vanaf vandaag lees je hier wat er in onze wijk gebeurt. Heb je nieuws, een foto of een goed verhaal? Stuur het ons.',
    ),
  ),
]

const infoPages: readonly InfoPage[] = [
  infoPage('over-de-wijk', 1, 'Over de wijk', [
    ...p(
      'Lindekwartier is gebouwd tussen 1895 en 1930, toen de stad over de gracht heen groeide. Er wonen zo’n 4.200 mensen.',
    ),
    h('Waar de naam vandaan komt'),
    ...p('Op het Lindeplein staat een linde die in 1898 is geplant, bij de opening van de eerste straat.'),
  ]),
  infoPage('meedoen', 2, 'Meedoen', [
    ...p('Deze site wordt gemaakt door buren. Je hoeft geen schrijver te zijn om mee te doen.'),
    list(
      'Een tip geven kan altijd',
      'Een keer een stukje schrijven of een foto maken',
      'Elke maand een middag helpen bij de redactie',
    ),
  ]),
  infoPage('contact', 3, 'Contact', [
    link(
      'Mail naar ',
      'redactie@lindekwartier.example',
      'mailto:redactie@lindekwartier.example',
      ' of loop op dinsdagochtend binnen bij buurthuis De Schakel, Wagenstraat 12.',
    ),
  ]),
]

const filesOf = (): Record<string, SitePhoto> =>
  Object.fromEntries(
    Object.entries(photos).map(([name, { file }]) => [
      photoKey(photo(name as keyof typeof photos)),
      {
        src: `/${file}`,
        width: 1200,
        height: 750,
        bytes: photos[name as keyof typeof photos].bytes,
        narrow: [400, 800].map((width) => ({ src: `/${file.replace('.webp', `-${width}.webp`)}`, width })),
      },
    ]),
  )

export const sampleSite: SiteInput = {
  siteUrl: 'https://lindekwartier.example',
  now: '2026-11-20T12:00:00.000Z',
  photos: filesOf(),
  wijk: {
    ...plain.wijk,
    id: 'samplelindekwartier' as WijkId,
    slug: 'lindekwartier' as Slug,
    name: 'Lindekwartier',
    state: 'active',
    tagline: 'Het nieuws tussen gracht en spoor',
    welcome:
      'Fijn dat je er bent. Op deze site lees je wat er speelt tussen de gracht en het spoor: groot nieuws, klein nieuws en de verhalen van onze buren.\n\nAlles is gemaakt door bewoners.',
    colour: '#2f6b4f',
    domain: null,
    contactEmail: 'redactie@lindekwartier.example',
    contactPhone: '012 345 67 89',
    cbsCode: 'WK999901',
    cbsVintage: 2026,
  },
  entries: [
    ...articles,
    ...infoPages,
    ...sampleEvents({ tuin: photo('tuin') }),
    ...sampleOrganisations({ tuin: photo('tuin'), bibliotheek: photo('bibliotheek') }),
    ...sampleLists({ markt: photo('markt'), tuin: photo('tuin') }),
  ],
}
