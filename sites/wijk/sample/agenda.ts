/** What there is to do in the sample wijk, and who is behind it. */
import type { BlockNode, EntryId, Event, Organisation, Photo, Slug } from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'

const p = (...lines: string[]): BlockNode[] =>
  lines.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }))

const idOf = (slug: string) => `sample${slug.replaceAll('-', '')}` as EntryId

const event = (
  slug: string,
  title: string,
  [startsAt, endsAt]: readonly [string, string?],
  more: Partial<Event> = {},
): Event => ({
  kind: 'event',
  ...plain.event,
  id: idOf(slug),
  slug: slug as Slug,
  title,
  summary: '',
  body: [],
  photo: null,
  startsAt,
  endsAt: endsAt ?? null,
  isAllDay: false,
  place: '',
  price: '',
  isCancelled: false,
  organisation: null,
  updatedAt: '2026-11-10T09:00:00.000Z',
  ...more,
})

const organisation = (
  slug: string,
  name: string,
  summary: string,
  more: Partial<Organisation>,
): Organisation => ({
  kind: 'organisation',
  ...plain.organisation,
  id: idOf(slug),
  slug: slug as Slug,
  name,
  summary,
  body: [],
  photo: null,
  website: null,
  email: null,
  phone: null,
  updatedAt: '2026-10-01T09:00:00.000Z',
  ...more,
})

export const DE_SCHAKEL = idOf('de-schakel')
export const SCHOOLTUIN = idOf('schooltuin')

/** The organisations. */
export const sampleOrganisations = (photo: {
  readonly tuin: Photo
  readonly bibliotheek: Photo
}): Organisation[] => [
  organisation(
    'de-schakel',
    'Buurthuis De Schakel',
    'De huiskamer van de wijk: koffie, cursussen en een zaal voor je feest.',
    {
      body: p(
        'In De Schakel is iedereen welkom. Er is elke dag iemand, de koffie staat klaar en je hoeft niets uit te leggen.',
        'Wil je zelf iets organiseren? Voor bewoners is de kleine zaal gratis.',
      ),
      photo: photo.bibliotheek,
      website: 'www.deschakel.example',
      email: 'balie@deschakel.example',
      phone: '019 555 03 10',
      organisationKind: 'communityCentre',
      helpsWith: 'Een vraag waar je niet uitkomt, een kop koffie, of een zaal voor je feest.',
      address: 'Wagenstraat 12',
      contactName: 'Fatima of Ruud',
      openingHours: (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((weekday) => ({
        weekday,
        opensAt: '09:30',
        closesAt: '17:00',
      })),
      accessibility: { wheelchair: true, toilet: true, hearingLoop: false, parking: false, note: '' },
    },
  ),
  organisation('schooltuin', 'Schooltuin De Regenboog', 'Twaalf bedden, één kas en altijd handen tekort.', {
    photo: photo.tuin,
    email: 'tuin@regenboog.example',
    organisationKind: 'residents',
  }),
  organisation(
    'zangkoor-de-linde',
    'Zangkoor De Linde',
    'Dertig stemmen, en je hoeft geen noten te kunnen lezen.',
    {
      phone: '019 555 03 44',
      organisationKind: 'club',
    },
  ),
]

/** The events: past, underway and to come, seen from 20 November 2026. */
export const sampleEvents = (photo: { readonly tuin: Photo }): Event[] => [
  event(
    'halloween-in-de-kuiperstraat',
    'Griezelen in de Kuiperstraat',
    ['2026-10-31T17:00:00.000Z', '2026-10-31T20:00:00.000Z'],
    {
      place: 'Kuiperstraat',
      price: 'gratis',
    },
  ),
  event(
    'sint-op-het-plein',
    'Sinterklaas komt aan op het Lindeplein',
    ['2026-11-14T10:00:00.000Z', '2026-11-14T12:00:00.000Z'],
    {
      summary: 'Met de boot over de gracht, en daarna pepernoten.',
      place: 'Lindeplein',
      price: 'gratis',
    },
  ),
  event(
    'kunst-achter-het-raam',
    'Kunst achter het raam',
    ['2026-11-15T23:00:00.000Z', '2026-11-29T12:00:00.000Z'],
    {
      summary: 'In 24 voorkamers hangt werk van bewoners. Loop de route en kijk naar binnen.',
      isAllDay: true,
      place: 'Kuiperstraat en Wagenstraat',
      price: 'gratis',
    },
  ),
  event('soep-op-vrijdag', 'Soep op vrijdag', ['2026-11-20T16:30:00.000Z', '2026-11-20T18:00:00.000Z'], {
    summary: 'Samen eten aan de lange tafel. Neem mee wie je wilt.',
    recurrence: {
      pattern: 'weekly',
      lastDay: '2027-01-29',
      count: null,
      exceptions: [
        { day: '2026-12-25', movedTo: null, reason: 'Eerste kerstdag' },
        {
          day: '2026-12-04',
          movedTo: { startsAt: '2026-12-05T16:30:00.000Z', endsAt: '2026-12-05T18:00:00.000Z' },
          reason: 'Op vrijdag wordt de vloer gelakt',
        },
      ],
    },
    place: 'De Schakel',
    address: 'Wagenstraat 12',
    accessibility: {
      wheelchair: true,
      toilet: true,
      hearingLoop: false,
      parking: true,
      note: 'De lift past voor een rolstoel, niet voor een scootmobiel.',
    },
    topic: 'meeting',
    price: '€ 3',
    organisation: DE_SCHAKEL,
  }),
  event(
    'schooltuin-winterklaar',
    'De schooltuin winterklaar',
    ['2026-11-21T09:00:00.000Z', '2026-11-21T12:00:00.000Z'],
    {
      summary: 'Wie een uurtje helpt, gaat met soep naar huis.',
      body: p(
        'De laatste kolen moeten van het land, en de bedden krijgen een deken van blad. Er is werk voor sterke armen en voor wie liever zit.',
        'Laarzen aan, handschoenen liggen klaar. Kinderen mogen mee.',
      ),
      photo: photo.tuin,
      place: 'Schooltuin, Regenboogpad 1',
      price: 'gratis',
      organisation: SCHOOLTUIN,
    },
  ),
  event(
    'concert-de-linde',
    'Najaarsconcert van De Linde',
    ['2026-11-22T14:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    {
      summary: 'Het koor is verkouden. Er komt een nieuwe datum in januari.',
      place: 'Lindekerk',
      price: '€ 5',
      isCancelled: true,
      organisation: idOf('zangkoor-de-linde'),
    },
  ),
  event('repaircafe-november', 'Repaircafé', ['2026-11-28T12:00:00.000Z', '2026-11-28T15:30:00.000Z'], {
    summary: 'Breng je kapotte spullen mee, dan kijken we er samen naar.',
    place: 'De Schakel, Wagenstraat 12',
    price: 'gratis, onderdelen betaal je zelf',
    organisation: DE_SCHAKEL,
  }),
  event('kaarsjesavond', 'Kaarsjesavond langs de gracht', ['2026-12-11T18:00:00.000Z'], {
    movedFrom: '2026-12-10T18:00:00.000Z',
    place: 'Kattenbrug',
    point: { latitude: 52.09083, longitude: 5.12222 },
  }),
  event('winterkamp', 'Winterkamp voor kinderen', ['2026-12-28T09:00:00.000Z', '2026-12-30T15:00:00.000Z'], {
    summary: 'Drie dagen bouwen, bakken en buiten zijn. Van 7 tot en met 12 jaar.',
    place: 'De Schakel, Wagenstraat 12',
    price: '€ 15, of wat je kunt missen',
    organisation: DE_SCHAKEL,
  }),
  event('nieuwjaarsduik', 'Nieuwjaarsduik', ['2027-01-01T11:00:00.000Z', '2027-01-01T11:30:00.000Z'], {
    summary: 'Een kwartier kou, een jaar lang warm.',
    place: 'Steiger bij de sluis',
  }),
]
