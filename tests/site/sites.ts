/** Wijken to look at from the outside: the sample, and those that go to the edges. */
import { parseCleanJson, type BlockNode, type EntryId } from '@wijkpers/content'
import { photoKey, type SiteInput } from '@wijkpers/content/site'
import { sampleSite } from '../../sites/wijk/sample/site.ts'
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
  manyArticles,
  paragraphs,
} from '../../sites/wijk/src/testing/a-site.ts'

const slug = (text: string) => text as SiteInput['wijk']['slug']
const text = (text: string) => ({ type: 'text' as const, text })
const link = (url: string): BlockNode => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [text('een link')] }],
})

const script = '<script>window.wasRun = true</script>'
const quoted = `"><img src=x onerror="window.wasRun = true">${script}`
const photo = aPhoto({ url: '/uploads/x.jpg', alt: quoted, maker: script, source: quoted, licence: 'ccBySa' })

/** Everything an editor could type or paste, by accident or not. */
const hostileInput = aSiteInput({
  wijk: {
    name: `${script} & Zn. 'Wijk'`,
    tagline: quoted,
    welcome: `${script}\n\n${quoted}`,
    contactEmail: 'a"onclick="window.wasRun=true@wijk.example',
    contactPhone: '"><script>012',
    colour: '#ff0000;}</style>',
    logo: photo,
  },
  photos: {
    [photoKey(photo)]: { src: '/foto/markt.webp', width: 1200, height: 750, bytes: 34_508, narrow: [] },
  },
  entries: [
    anArticle({
      slug: slug('script'),
      title: `${script} ]]> --> </title>`,
      summary: quoted,
      photo,
      body: [
        ...paragraphs(script, quoted, '</article></main></html>', '&lt;b&gt; &amp; &'),
        link('javascript:window.wasRun=true'),
        link(' JaVaScRiPt:window.wasRun=true'),
        link('java\nscript:window.wasRun=true'),
        link('data:text/html,<script>1</script>'),
        link('//elders.example/'),
        link('https://elders.example/?a=1&b="2"'),
      ],
    }),
    anArticle({
      slug: slug('arabisch'),
      language: 'arabic',
      title: 'أخبار الحي: مرحبا بكم في الشارع الجديد',
      summary: 'مرحبا بالجيران',
      body: [
        ...paragraphs('هذا خبر من الحي.', 'En dit is Nederlands.'),
        { type: 'quote', children: [text('مرحبا')] },
      ],
    }),
    anArticle({
      slug: slug('emoji'),
      title: '👩🏽‍🚒 Feest! 🎉🎉 Iedereen ❤️ de brandweer 🇳🇱',
      summary: 'Half een emoji \ud83d en een \u0000 en \u000b',
    }),
    anArticle({
      slug: slug('lang-woord'),
      title: `Hottentottententententoonstelling${'straat'.repeat(60)}`,
      summary: 'w'.repeat(2_000),
      body: [
        ...paragraphs(`https://elders.example/${'pad/'.repeat(200)}`, 'x'.repeat(5_000)),
        { type: 'code', children: [text('y'.repeat(500))] },
      ],
    }),
    anArticle({
      slug: slug('heel-lang'),
      title: 'Een heel lang verhaal',
      body: paragraphs(...Array.from({ length: 400 }, () => 'Er was eens een wijk. '.repeat(24))),
    }),
    anArticle({ slug: slug('leeg'), title: 'Niets', summary: '', body: [] }),
    anEvent({
      slug: slug('script'),
      title: `${script} ]]> --> </title> van een feest`,
      summary: quoted,
      place: `${quoted}\r\nEND:VCALENDAR`,
      price: script,
      photo,
      isCancelled: true,
      organisation: anOrganisation({ slug: slug('script') }).id,
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    anEvent({
      slug: slug('lang'),
      title: `Hottentottententententoonstellingsfeest${'straat'.repeat(60)}`,
      summary: 'w'.repeat(2_000),
      place: 'p'.repeat(300),
      price: '€'.repeat(300),
      startsAt: '2026-05-28T08:00:00.000Z',
      endsAt: '2026-09-04T16:00:00.000Z',
    }),
    anEvent({
      slug: slug('arabisch'),
      language: 'arabic',
      title: 'عيد الجيران في الشارع الجديد 🎉',
      summary: 'Half een emoji \ud83d en een \u0000',
      place: 'ساحة الحي',
      startsAt: '2026-05-02T08:00:00.000Z',
      endsAt: null,
      isAllDay: true,
    }),
    anOrganisation({
      slug: slug('script'),
      name: `${script} & ${'Lang'.repeat(50)}`,
      summary: quoted,
      website: 'javascript:window.wasRun=true',
      email: 'a"onclick="window.wasRun=true@wijk.example',
      phone: '"><script>012',
      photo,
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    anOrganisation({
      slug: slug('lang'),
      name: `Vereniging${'straat'.repeat(60)}`,
      website: `https://elders.example/${'pad/'.repeat(80)}`,
      email: `${'w'.repeat(120)}@elders.example`,
    }),
    aNotice({
      slug: slug('script'),
      title: `${script} gezocht`,
      summary: quoted,
      photo,
      place: quoted,
      contactName: script,
      contactEmail: 'a"onclick="window.wasRun=true@wijk.example',
      contactPhone: '"><script>012',
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    aNotice({
      slug: slug('lang'),
      title: `Kast${'straat'.repeat(20)}`,
      place: 'p'.repeat(120),
      noticeKind: 'lost',
    }),
    aBusiness({
      slug: slug('script'),
      name: `${script} & Zaak ${'Lang'.repeat(50)}`,
      summary: quoted,
      address: `${quoted} 1`,
      website: 'javascript:window.wasRun=true',
      email: 'a"onclick="window.wasRun=true@wijk.example',
      phone: '"><script>012',
      photo,
      photos: [photo, photo],
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
      openingHours: [
        { weekday: 'sunday', opensAt: '22:00', closesAt: '02:00' },
        { weekday: 'sunday', opensAt: '09:00', closesAt: '12:00' },
      ],
      openingHoursExceptions: [{ day: '2026-06-05', opensAt: null, closesAt: null, reason: script }],
    }),
    aDeal({
      slug: slug('script'),
      title: `${script} ${'Lang'.repeat(25)}`,
      photo,
      business: aBusiness({ slug: slug('script') }).id,
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    aPerson({
      slug: slug('script'),
      name: `${script} & ${'Lang'.repeat(12)}`,
      role: quoted,
      summary: quoted,
      street: script,
      email: 'a"onclick="window.wasRun=true@wijk.example',
      phone: '"><script>012',
      photo,
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    aProject({
      slug: slug('script'),
      title: `${script} Project ${'Lang'.repeat(25)}`,
      summary: quoted,
      goal: quoted,
      result: script,
      updates: [{ day: '2026-05-01', text: `${script} ${'w'.repeat(400)}` }],
      photo,
      photos: [photo],
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    anEdition({
      slug: slug('script'),
      title: `${script} Krant ${'Lang'.repeat(25)}`,
      summary: quoted,
      photo,
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    anAdvertisement({
      slug: slug('script'),
      title: `${script} ${'Lang'.repeat(25)}`,
      sponsor: `${script} ${'Lang'.repeat(20)}`,
      summary: quoted,
      link: 'javascript:window.wasRun=true',
      photo,
      body: [...paragraphs(script), link('javascript:window.wasRun=true')],
    }),
    anInfoPage({ slug: slug('info'), title: `${script} ${'Lang'.repeat(50)}`, body: paragraphs(quoted) }),
  ],
})

/** As it comes in from the CMS. */
export const hostileSite = parseCleanJson(JSON.stringify(hostileInput)) as SiteInput

/** Just begun: a name, and nothing else. */
export const newSite: SiteInput = {
  ...aSiteInput({ wijk: { name: 'Nieuweveen', colour: '#e8b23a' } }),
  siteUrl: 'https://nieuweveen.example',
}

/** The same, where one article moved twice, and what else there was is gone; and an event and info pages where the site has something of its own by now. */
export const movedSite: SiteInput = {
  ...newSite,
  entries: [
    anArticle({ slug: slug('lente') }),
    anEvent({ slug: slug('archief') }),
    anInfoPage({ slug: slug('zoeken') }),
    anInfoPage({ id: 'infopagedeel' as EntryId, slug: slug('deel') }),
  ],
  formerAddresses: [
    { kind: 'article', slug: slug('voorjaar'), entry: anArticle().id },
    { kind: 'infoPage', slug: slug('lente-in-de-straat'), entry: anInfoPage().id },
    { kind: 'article', slug: slug('de-lente'), entry: anArticle().id },
    { kind: 'event', slug: slug('burendag'), entry: anEvent().id },
    { kind: 'event', slug: slug('week'), entry: anEvent().id },
  ],
}

/** One of everything, without a photo, with names as long as they come, in Frisian and in Turkish. */
export const smallSite: SiteInput = {
  ...aSiteInput({
    wijk: {
      name: 'Wergea-Súd en de Skûtsjesilersbuorren oan de Âlde Feart',
      tagline: 'Foar en troch de buorren: Hoş geldiniz',
    },
    entries: [
      anArticle({
        title: 'De brêge oer de feart is wer iepen, sei de wethâlder fan Súdwest-Fryslân',
        // Somebody was in a hurry: all there is to say stands in the title.
        summary: '',
        body: [],
      }),
      anEvent({
        title: 'Şeker bayramı: İğdır’dan gelen komşularımızla çay ve baklava',
        summary: '',
        place: 'Buurthuis Ön Ğ',
      }),
      anOrganisation({ name: 'Türk Kadınlar Derneği ‘Gökkuşağı’ Leeuwarden-Súd en omkriten', summary: '' }),
      aNotice({ title: 'Fyts fûn by de Âlde Mar' }),
      aBusiness({
        name: 'Bakkerij Yılmaz & Soannen: ekmek, sûkerbôle en oranjekoeke',
        // All that was ever said of its hours is over.
        openingHoursExceptions: [{ day: '2025-12-25', opensAt: null, closesAt: null, reason: 'Kryst' }],
      }),
      aPerson({ name: 'Sjoukje fan der Wâl-Öztürk' }),
      aProject({ title: 'In nij boartersplak foar de bern' }),
      anEdition({ title: 'De Doarpskrante fan july' }),
      anInfoPage({ title: 'Oer ús buorren' }),
    ],
  }),
  siteUrl: 'https://wergea.example',
}

/** The sample wijk at rest. */
export const restingSite: SiteInput = {
  ...sampleSite,
  wijk: {
    ...sampleSite.wijk,
    state: 'resting',
    // Any picture of the sample will do.
    logo: { url: '/uploads/brug.jpg', version: '1' },
    rest: {
      since: '2026-11-02',
      why: 'De redactie stopt na vier mooie jaren. Dank aan iedereen die schreef, fotografeerde en rondbracht.',
      contact: 'Petra van de gemeente, 019-555 01 40',
    },
  },
}

/** With so much news that it needs an archive, and an agenda of more than a year; what comes back has the same title. */
export const largeSite: SiteInput = {
  ...aSiteInput({
    entries: [
      ...manyArticles(230, '2026-02-20'),
      ...Array.from({ length: 60 }, (_, week) =>
        anEvent({
          slug: slug(`week-${week}`),
          title: 'Koffie in de wijk',
          startsAt: new Date(Date.UTC(2025, 7, 5, 8) + week * 7 * 86_400_000).toISOString(),
          endsAt: null,
          organisation: anOrganisation().id,
        }),
      ),
      aNotice({ slug: slug('fiets'), title: 'Fiets gezocht' }),
      aNotice({
        slug: slug('fiets-2'),
        title: 'Fiets gezocht',
        firstPublishedAt: '2026-05-28T09:00:00.000Z',
      }),
      anOrganisation(),
      anInfoPage(),
    ],
  }),
  siteUrl: 'https://groot.example',
}

export { sampleSite }

/** Folder with the photos of all of them. */
export const photosFolder = new URL('../../sites/wijk/sample/', import.meta.url).pathname
