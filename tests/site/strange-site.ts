/** A wijk of any size, of all kinds of entries, with what people type and paste that nobody thought of. */
import {
  parseCleanJson,
  ADVERTISEMENT_KINDS,
  BUSINESS_KINDS,
  NOTICE_KINDS,
  ORGANISATION_KINDS,
  PROJECT_STAGES,
  RECURRENCE_PATTERNS,
  TOPICS,
  WEEKDAYS,
  type BlockNode,
  type Entry,
  type Recurrence,
  type Slug,
} from '@wijkpers/content'
import { photoKey, type SiteInput } from '@wijkpers/content/site'
import {
  aBusiness,
  aDeal,
  anAdvertisement,
  anArticle,
  anEdition,
  anEvent,
  anInfoPage,
  anOrganisation,
  aNotice,
  aPerson,
  aPhoto,
  aProject,
  aSiteInput,
} from '../../sites/wijk/src/testing/a-site.ts'

const texts = [
  'De buurtbarbecue van de Oranjestraat, de Prinses Irenestraat en het Wilhelminaplein gaat dit jaar door op zaterdag 12 september om vier uur',
  'Skûtsjesilen op ’e Âlde Feart: de wurklist fan de buorren fan Wergea-Súd',
  'Şişli’den İğdır’a: komşuluk günü, çay ve gözleme',
  'أخبار الحي: مرحبا بكم في الشارع الجديد',
  'חדשות השכונה (en Nederlands) 2026',
  '👩🏽‍🚒🎉 ❤️‍🔥 🇳🇱 👨‍👩‍👧‍👦',
  '社区新闻：欢迎邻居',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
  '<b>vet</b> & <!-- commentaar --> </title></main> <![CDATA[ ]]> &amp; &nbsp; "aan" \'halen\'',
  '{{ naam }} ${naam} %s %20 \\n \\u0000 =1+1 +31 -x @wijk',
  'Pagina\u0000 een\u000b twee\f drie\u001f vier\u0085 vijf\ufffe zes\ud83d zeven',
  'Regel een\nregel twee\r\nregel drie\tmet tab',
  '\u202eomgekeerd\u202c \u2066los\u2069 \u200b \ufeff z\u0335a\u0336l\u0337g\u0338o\u0339',
  '   ruimte   ',
  'a',
  '0',
  '-',
  'null',
  '📅',
  '\u00a0',
]
const urls = [
  'https://elders.example/a b?x=1&y=<2>#"top"',
  'http://[::1]:80/ü/ÿ?q=%zz',
  'https://xn--bcher-kva.example/%E2%82%AC/€',
  'HTTPS://ELDERS.EXAMPLE',
  'www.buurthuis.example',
  'buurthuis.example/over ons',
  'javascript:alert(1)',
  '/nieuws/',
  '#boven',
  '//elders.example',
  'mailto:a b@wijk.example?subject=é & zo',
  'tel:+31 (0)19 555 01 40',
  'https://',
  '',
  'https://elders.example/' + 'x'.repeat(1_500),
  'ftp://elders.example/',
  'https://gebruiker:geheim@elders.example/',
  'https://elders.example/?map=C:\\wijk\\foto’s#een#twee',
  '#een#twee',
  '\thttps://elders.example/\n',
]

/** About `count` entries, by the dice of `seed`. */
export function strangeSite(count: number, seed = 1): SiteInput {
  let state = seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  const below = (end: number) => Math.floor(random() * end)
  const pick = <T>(all: readonly T[]): T => all[below(all.length)]!
  const maybe = <T>(value: T): T | null => (random() < 0.5 ? value : null)
  const text = () => pick(texts)
  // As the CMS tells them: without what only looks empty.
  const textOrNone = () => (random() < 0.3 ? '' : text().trim())
  /** Of its own, as a title mostly is. */
  const title = (number: number) => `${text().repeat(random() < 0.1 ? 3 : 1)} ${number}`
  const day = () => new Date(Date.UTC(2025, 0, 1) + below(700) * 86_400_000).toISOString().slice(0, 10)
  const instant = () => new Date(Date.UTC(2025, 0, 1) + below(700 * 86_400) * 1_000).toISOString()
  const photo = aPhoto({ url: '/uploads/x.jpg', alt: texts[8]!, maker: texts[3]!, source: texts[9]! })
  const inline = () => [
    {
      type: 'text' as const,
      text: text(),
      bold: random() < 0.2,
      code: random() < 0.1,
      italic: random() < 0.1,
    },
    { type: 'link' as const, url: pick(urls), children: [{ type: 'text' as const, text: textOrNone() }] },
  ]
  const block = (): BlockNode =>
    pick<() => BlockNode>([
      () => ({ type: 'paragraph', children: inline() }),
      () => ({ type: 'paragraph', children: [] }),
      () => ({ type: 'heading', level: pick([1, 2, 3, 4, 5, 6] as const), children: inline() }),
      () => ({ type: 'quote', children: inline() }),
      () => ({ type: 'code', children: inline() }),
      () => ({ type: 'list', format: pick(['ordered', 'unordered'] as const), children: [] }),
      () => ({
        type: 'list',
        format: pick(['ordered', 'unordered'] as const),
        children: [
          { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: inline() }] },
          { type: 'list-item', children: inline() },
          { type: 'list', format: 'unordered', children: [] },
        ],
      }),
    ])()
  const common = (number: number) => ({
    slug: pick([`e-${number}`, `${number}`, `een-heel-lang-adres-${'x'.repeat(50)}-${number}`]) as Slug,
    summary: textOrNone(),
    body: Array.from({ length: below(6) }, block),
    photo: maybe(photo),
    updatedAt: instant(),
  })
  const contact = () => ({
    website: maybe(pick(urls)),
    email: maybe(pick(['post@wijk.example', 'é@wijk.example', 'geen adres', '', 'a@b'])),
    phone: maybe(pick(['019-555 01 40', '+31 (0)6 1234', 'bel maar', '', texts[8]!])),
  })
  const place = () => ({
    address: textOrNone(),
    point: maybe({ latitude: 52.09083, longitude: -0.00001 }),
    isByAppointment: random() < 0.3,
    openingHours: Array.from({ length: below(9) }, () => ({
      weekday: pick(WEEKDAYS),
      opensAt: pick(['00:00', '09:00', '22:00']),
      closesAt: pick(['00:00', '02:00', '12:00']),
    })),
    openingHoursExceptions: Array.from({ length: below(3) }, () => ({
      day: day(),
      opensAt: null,
      closesAt: null,
      reason: textOrNone(),
    })),
  })
  const accessibility = () =>
    maybe({ wheelchair: true, toilet: false, hearingLoop: true, parking: false, note: textOrNone() })
  /** With times that do not go on and times that were moved, also on days on which there is none. */
  const recurrence = (startsAt: string): Recurrence => {
    const after = (days: number) =>
      new Date(Date.parse(startsAt) + days * 86_400_000).toISOString().slice(0, 10)
    const days = new Set(
      Array.from({ length: below(5) }, () => after(7 * below(9) + (below(5) === 0 ? 1 : 0))),
    )
    return {
      pattern: pick(RECURRENCE_PATTERNS),
      lastDay: null,
      count: 1 + below(30),
      exceptions: Array.from(days, (day) => ({
        day,
        movedTo: maybe({ startsAt: `${day}T20:30:00.000Z`, endsAt: maybe(`${day}T22:00:00.000Z`) }),
        reason: textOrNone(),
      })),
    }
  }
  const organisation = anOrganisation().id
  const kinds: readonly ((number: number) => Entry)[] = [
    (number) =>
      anArticle({
        ...common(number),
        title: title(number),
        author: textOrNone(),
        topic: maybe(pick(TOPICS)),
        firstPublishedAt: instant(),
        organisation: maybe(organisation),
        correction: maybe({ day: day(), text: text() }),
      }),
    (number) => {
      const startsAt = instant()
      return anEvent({
        ...common(number),
        title: title(number),
        topic: maybe(pick(TOPICS)),
        startsAt,
        endsAt: maybe(new Date(Date.parse(startsAt) + below(400) * 3_600_000).toISOString()),
        isAllDay: random() < 0.3,
        place: textOrNone(),
        address: textOrNone(),
        price: textOrNone(),
        isCancelled: random() < 0.2,
        movedFrom: maybe(instant()),
        organisation: maybe(organisation),
        accessibility: accessibility(),
        recurrence: maybe(recurrence(startsAt)),
      })
    },
    (number) =>
      anOrganisation({
        ...common(number),
        ...contact(),
        ...place(),
        name: title(number),
        helpsWith: textOrNone(),
        contactName: textOrNone(),
        accessibility: accessibility(),
        organisationKind: pick(ORGANISATION_KINDS),
      }),
    (number) =>
      aNotice({
        ...common(number),
        title: title(number),
        place: textOrNone(),
        contactName: textOrNone(),
        contactEmail: contact().email,
        contactPhone: contact().phone,
        noticeKind: pick(NOTICE_KINDS),
        isFulfilled: random() < 0.3,
        firstPublishedAt: instant(),
      }),
    (number) =>
      aBusiness({
        ...common(number),
        ...contact(),
        ...place(),
        name: title(number),
        photos: random() < 0.5 ? [photo, photo] : [],
        businessKind: pick(BUSINESS_KINDS),
      }),
    (number) => aDeal({ ...common(number), title: title(number), business: aBusiness().id }),
    (number) =>
      aPerson({
        ...common(number),
        ...contact(),
        name: title(number),
        role: textOrNone(),
        street: textOrNone(),
      }),
    (number) =>
      aProject({
        ...common(number),
        title: title(number),
        goal: textOrNone(),
        result: textOrNone(),
        stage: pick(PROJECT_STAGES),
        updates: Array.from({ length: below(4) }, () => ({ day: day(), text: text() })),
        budgetCents: maybe(below(1e9)),
        spentCents: maybe(0),
        photos: random() < 0.5 ? [photo] : [],
        organisation: maybe(organisation),
      }),
    (number) =>
      anEdition({ ...common(number), title: title(number), number: maybe(number), publicationDay: day() }),
    (number) =>
      anAdvertisement({
        ...common(number),
        title: title(number),
        sponsor: text() + number,
        link: maybe(pick(urls)),
        advertisementKind: pick(ADVERTISEMENT_KINDS),
      }),
  ]
  const entries = Array.from({ length: count }, (_, number) => kinds[number % kinds.length]!(number))
  const input = aSiteInput({
    wijk: {
      name: texts[8]!,
      tagline: text(),
      welcome: texts.join('\n\n'),
      contactEmail: 'redactie@wijk.example',
      contactPhone: '019-555 01 40',
      publisher: { name: text(), address: text(), kvkNumber: '12345678', btwNumber: 'NL123456789B01' },
      socialLinks: [{ network: 'mastodon', url: 'https://elders.example/@wijk?a=1&b="2"' }],
    },
    now: '2026-06-01T10:00:00.000Z',
    photos: {
      [photoKey(photo)]: { src: '/foto/markt.webp', width: 1200, height: 750, bytes: 34_508, narrow: [] },
    },
    entries: [
      ...entries,
      anOrganisation({ name: texts[1]! }),
      aBusiness({ name: texts[2]! }),
      anInfoPage({ title: texts[7]!, body: Array.from({ length: 8 }, block) }),
    ],
  })
  // As it comes in from the CMS.
  return parseCleanJson(JSON.stringify(input)) as SiteInput
}
