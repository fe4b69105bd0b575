/** Of a large made-up wijk: some of everything besides news, activities and pages. */
import { at, dateText } from '../calendar.ts'
import type {
  DemoAdvertisement,
  DemoBusiness,
  DemoDeal,
  DemoEdition,
  DemoEntry,
  DemoNotice,
  DemoPerson,
  DemoProject,
} from '../demo-wijk.ts'
import { textToBlocks } from '../text-to-blocks.ts'
import { drawFacts, fillIn, MADE_UP } from './facts.ts'
import { chance } from './random.ts'
import { slugOf } from './slug.ts'

/** How many entries these are; a wijk that is smaller than four times this has none. */
export const LISTED = 24

export interface ListOptions {
  /** Another key gives others. */
  readonly key: string
  /** As `dayOf` counts. */
  readonly today: number
}

/** `LISTED` entries, what others link to first; each at an address of its own. */
export function listsOf(options: ListOptions): DemoEntry[] {
  const businesses = businessesOf()
  const entries = [
    ...businesses,
    ...editionsOf(options),
    ...noticesOf(options),
    ...dealsOf(options, businesses),
    ...personsOf(options),
    ...projectsOf(options),
    advertisementOf(options, businesses[0]!),
  ]
  return entries
}

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const SHOPS: readonly (readonly [name: string, kind: DemoBusiness['businessKind'], summary: string])[] = [
  ['Bakkerij de Korrel', 'shop', 'Brood van vanmorgen, en taart als je hem bestelt.'],
  ['Groente en Fruit van Dijk', 'shop', 'Van de veiling en uit de buurt.'],
  ['Eetkamer Zes', 'eatery', 'Zes tafels, één kok en elke dag iets anders.'],
  ['Knip en Klaar', 'beauty', 'De kapper op de hoek, ook zonder afspraak.'],
  ['Klusbedrijf Recht en Vlak', 'building', 'Van plint tot dakgoot.'],
  ['Rijwielhandel Zonder Zorgen', 'services', 'Lek om negen uur, rijden om tien.'],
]

function businessesOf(): DemoBusiness[] {
  return SHOPS.map(([name, businessKind, summary], index) => ({
    kind: 'business',
    slug: slugOf(name),
    name,
    businessKind,
    summary,
    body: textToBlocks('Loop binnen, of bel eerst even.'),
    photo: null,
    address: `Winkelstraat ${2 + index * 2}`,
    website: null,
    email: null,
    phone: `019-555 09 ${80 + index}`,
    openingHours: WEEK.map((day) => ({ day, opensAt: '09:00', closesAt: '17:30' })),
    openingHoursExceptions: [],
    byAppointment: index === 4,
  }))
}

const NOTICES: readonly (readonly [
  title: string,
  kind: DemoNotice['noticeKind'],
  summary: string,
  daysAgo: number,
])[] = [
  ['Wie kan een band plakken?', 'request', '{voornaam} heeft het gereedschap, maar niet het geduld.', 2],
  ['Gezocht: een schaakmaatje', 'request', 'Liefst op dinsdagavond, {plek}.', 7],
  ['Hulp met de computer', 'offer', '{naam} komt langs met een thermosfles en een printer.', 4],
  ['Moestuin te deel', 'offer', 'Een bed van twee bij drie, {inStraat}.', 12],
  ['Bank, zelf tillen', 'giveaway', 'Driezits, bruin, van voor de kat.', 5],
  ['Dozen vol kinderboeken', 'giveaway', 'Van prentenboek tot brugklas, {inStraat}.', 9],
  ['Grijze muts', 'lost', 'Zelf gebreid. Verloren {inStraat}.', 1],
  ['Fietssleutel gevonden', 'found', 'Ligt {plek}, bij de balie.', 3],
]

function noticesOf({ key, today }: ListOptions): DemoNotice[] {
  return NOTICES.map(([title, noticeKind, summary, daysAgo], index) => {
    const facts = drawFacts(chance(`${key}/prikbord/${index}`), MADE_UP)
    return {
      kind: 'notice',
      slug: slugOf(title),
      title,
      noticeKind,
      summary: fillIn(summary, facts),
      body: [],
      photo: null,
      place: '',
      contactName: facts.voornaam,
      contactEmail: null,
      showContact: false,
      fulfilled: false,
      fulfilledAt: null,
      organisation: null,
      firstPublishedAt: at(today - daysAgo, '10:00'),
    }
  })
}

function dealsOf({ today }: ListOptions, businesses: readonly DemoBusiness[]): DemoDeal[] {
  return businesses.slice(0, 2).map(({ slug, name }, index) => ({
    kind: 'deal',
    slug: `actie-${slug}`,
    title: index === 0 ? 'Derde brood voor de halve prijs' : 'Een kilo appels voor € 1,50',
    business: slug,
    body: textToBlocks(`Alleen bij ${name}, zolang de voorraad strekt.`),
    startsAt: at(today - 1, '00:00'),
    endsAt: at(today + 14 + index, '00:00'),
  }))
}

function personsOf({ key, today }: ListOptions): DemoPerson[] {
  return ['Beheerder van het buurthuis', 'Voorzitter van de bewonersgroep', 'Contact voor de straatdag'].map(
    (role, index) => {
      const { naam } = drawFacts(chance(`${key}/wie-is-wie/${index}`), MADE_UP)
      return {
        kind: 'person',
        slug: `${slugOf(naam)}-${index + 1}`,
        name: naam,
        role,
        summary: 'Bel of mail via de redactie.',
        body: [],
        street: null,
        email: null,
        organisation: null,
        consentOn: dateText(today - 100),
        oldEnough: true,
      }
    },
  )
}

function projectsOf({ today }: ListOptions): DemoProject[] {
  return [
    {
      kind: 'liveabilityProject',
      slug: 'buurtmoestuin',
      title: 'Een buurtmoestuin achter de flat',
      stage: 'underway',
      summary: 'Acht bakken, een waterton en een bank.',
      goal: 'Samen buiten zijn.',
      budget: 1500,
      spent: 610,
      result: '',
      body: textToBlocks('Wie wil helpen, komt op zaterdagochtend.'),
      updates: [{ date: dateText(today - 20), text: 'De bakken staan.' }],
      photo: null,
      organisation: null,
    },
    {
      kind: 'liveabilityProject',
      slug: 'licht-op-het-fietspad',
      title: 'Licht op het fietspad',
      stage: 'idea',
      summary: 'Na vijven is het er donker.',
      goal: '',
      budget: null,
      spent: null,
      result: '',
      body: [],
      updates: [],
      photo: null,
      organisation: null,
    },
  ]
}

function editionsOf({ today }: ListOptions): DemoEdition[] {
  return [1, 2].map((number) => ({
    kind: 'edition',
    slug: `buurtkrant-${number}`,
    title: `De Buurtkrant, nummer ${number}`,
    number,
    publicationDate: dateText(today - 200 + number * 80),
    summary: 'Wat er speelde, wat er komt en wie jarig was.',
    body: textToBlocks('De papieren krant is op. De tekst bewaren we hier.'),
    photo: null,
    pdf: null,
  }))
}

function advertisementOf({ today }: ListOptions, business: DemoBusiness): DemoAdvertisement {
  return {
    kind: 'advertisement',
    slug: 'taart-op-bestelling',
    title: 'Taart op bestelling',
    advertisementKind: 'advertisement',
    sponsor: business.name,
    business: business.slug,
    startsOn: dateText(today - 10),
    endsOn: dateText(today + 80),
    political: 'no',
    summary: 'Voor verjaardagen, en voor zomaar.',
    body: [],
    photo: null,
    link: null,
  }
}
