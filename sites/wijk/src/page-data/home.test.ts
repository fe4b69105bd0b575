import type { Entry, Slug } from '@wijkpers/content'
import { watched } from '@wijkpers/content/site'
import { describe, expect, test } from 'vitest'
import {
  aBusiness,
  anAdvertisement,
  anArticle,
  aDeal,
  anEdition,
  anEvent,
  anInfoPage,
  anOrganisation,
  aSite,
  manyArticles,
} from '../testing/a-site.ts'
import { HOME_ARTICLES, homePage } from './home.ts'

test('the newest article leads, and the next ones follow', () => {
  const { lead, latest } = homePage(aSite({ entries: manyArticles(20) }))
  expect(lead?.title).toBe('Bericht 20')
  expect(latest.stories.map(({ title }) => title).slice(0, 2)).toEqual(['Bericht 19', 'Bericht 18'])
  expect(latest.stories).toHaveLength(HOME_ARTICLES - 1)
  expect(latest.title).toBe('Het laatste nieuws')
})

test('news of more than ninety days ago does not lead any more, and stands below what there is to do', () => {
  const entries = [...manyArticles(3), anEvent({ startsAt: '2026-09-01T10:00:00.000Z', endsAt: null })]
  const at = (now: string) => homePage(aSite({ now, entries }))
  expect(at('2026-08-30T09:59:00.000Z').lead?.title).toBe('Bericht 3')
  const later = at('2026-08-30T10:01:00.000Z')
  expect([later.lead, later.empty, later.latest.title]).toEqual([null, null, 'Eerder'])
  expect(later.latest.stories.map(({ title }) => title)).toEqual(['Bericht 3', 'Bericht 2', 'Bericht 1'])
})

test('the welcome is cut into paragraphs where the editor left a line empty', () => {
  const site = aSite({ wijk: { welcome: 'Hallo\nbuur.\n \n\nLees mee.\n' } })
  expect(homePage(site).welcome).toEqual({
    title: 'Welkom in Bloemenbuurt',
    paragraphs: ['Hallo\nbuur.', 'Lees mee.'],
  })
})

test('a welcome of spaces is no welcome', () => {
  expect(homePage(aSite({ wijk: { welcome: ' \n ' } })).welcome).toBeNull()
})

test('the info pages stand below each other, without the front page and the news', () => {
  const { about } = homePage(aSite({ entries: [anInfoPage(), anEvent(), anOrganisation()] }))
  expect(about?.links.map(({ title }) => title)).toEqual(['Over de wijk'])
})

describe('a wijk without news', () => {
  const emptyIn = (wijk: object) => homePage(aSite({ wijk }))

  test('that is new says that news will come, and asks for it when somebody can be reached', () => {
    expect(emptyIn({}).empty).toMatchObject({ title: 'Hier begint het nieuws', invitation: null })
    expect(emptyIn({ contactEmail: 'buurt@wijk.example' }).empty?.invitation?.contact.email).toBe(
      'buurt@wijk.example',
    )
  })

  test('that rests makes no promise', () => {
    const { empty } = emptyIn({ state: 'resting', contactEmail: 'buurt@wijk.example' })
    expect(empty).toMatchObject({ title: 'Geen nieuws', invitation: null })
  })

  test('shows how to reach it once', () => {
    expect(emptyIn({ contactEmail: 'buurt@wijk.example' }).contact).toBeNull()
    const withNews = aSite({ wijk: { contactEmail: 'buurt@wijk.example' }, entries: [anArticle()] })
    expect(homePage(withNews).contact?.ways.email).toBe('buurt@wijk.example')
  })
})

test.each(['resting', 'archived'] as const)('a wijk that is %s asks for no news', (state) => {
  const wijk = { state, contactEmail: 'buurt@wijk.example', wantsBuurtverbinder: true }
  const { contact, vacancy } = homePage(aSite({ wijk, entries: [anArticle()] }))
  expect(contact?.intro).toBe('Heb je een vraag over wat hier staat? Laat het ons weten.')
  expect(vacancy === null).toBe(state === 'archived')
})

describe('the newest wijkkrant', () => {
  const older = anEdition({
    slug: 'nummer-3' as Slug,
    title: 'De Wiek, nummer 3',
    publicationDay: '2026-02-01',
  })
  const shownAt = (now: string, ...more: readonly Entry[]) =>
    homePage(aSite({ now, entries: [older, anEdition(), ...more] })).edition

  test('is there with its day, and leads to where it can be read', () => {
    expect(shownAt('2026-06-01T10:00:00.000Z')).toMatchObject({
      title: 'De Wiek, nummer 4',
      href: '/wijkkrant/nummer-4/',
      published: { iso: '2026-05-01' },
    })
  })

  test('is left out from the hundredth day on, and the page knows when that is', () => {
    const end = '2026-08-08T22:00:00.000Z'
    expect(shownAt('2026-08-08T21:59:59.999Z')?.title).toBe('De Wiek, nummer 4')
    expect(shownAt(end)).toBeNull()
    const site = aSite({ now: '2026-06-01T10:00:00.000Z', entries: [anEdition()] })
    expect(watched(site, () => homePage(site).edition).validUntil).toBe(end)
  })

  test('is not the one of a day to come', () => {
    const next = anEdition({
      slug: 'nummer-5' as Slug,
      title: 'De Wiek, nummer 5',
      publicationDay: '2026-06-02',
    })
    expect(shownAt('2026-06-01T10:00:00.000Z', next)?.title).toBe('De Wiek, nummer 4')
    expect(shownAt('2026-06-01T22:00:00.000Z', next)?.title).toBe('De Wiek, nummer 5')
  })
})

describe('what businesses offer', () => {
  const baker = aBusiness()
  const deals = [20, 10, 15, 12].map((day) =>
    aDeal({ slug: `tot-${day}` as Slug, title: `Tot ${day} juni`, endsAt: `2026-06-${day}T22:00:00.000Z` }),
  )
  const shownAt = (now: string, ...more: readonly Entry[]) =>
    homePage(aSite({ now, entries: [baker, ...deals, ...more] })).deals

  test('is the three that end first, each with its last day and who offers it', () => {
    const shown = shownAt('2026-06-01T10:00:00.000Z')
    expect(shown.map(({ title }) => title)).toEqual(['Tot 10 juni', 'Tot 12 juni', 'Tot 15 juni'])
    expect(shown[0]).toMatchObject({
      href: '/aanbiedingen/#aanbieding-tot-10',
      published: { text: 'tot en met woensdag 10 juni' },
      note: 'Bakkerij Mulder',
    })
  })

  test('is nothing before it begins and once it has ended', () => {
    expect(shownAt('2026-05-30T21:59:00.000Z')).toEqual([])
    expect(shownAt('2026-06-15T22:00:00.000Z').map(({ title }) => title)).toEqual(['Tot 20 juni'])
    expect(shownAt('2026-06-20T22:00:00.000Z')).toEqual([])
  })

  test('does not stand beside news of a death', () => {
    expect(shownAt('2026-06-01T10:00:00.000Z', anArticle({ isInMemoriam: true }))).toEqual([])
  })
})

test.each(['active', 'resting', 'archived'] as const)(
  'a wijk that is %s is to be followed only while there will be something new',
  (state) => {
    const { follow } = homePage(aSite({ wijk: { state }, entries: [anArticle()] }))
    expect(follow?.href).toBe(state === 'active' ? '/volgen/' : undefined)
  },
)

describe('what is paid for', () => {
  const paid = (count: number) =>
    Array.from({ length: count }, (_, number) =>
      anAdvertisement({ slug: `a${number}` as Slug, title: `A ${number}`, sponsor: `Sponsor ${number}` }),
    )
  const shownOn = (now: string, count: number) =>
    homePage(aSite({ now, entries: paid(count) })).advertisements.map(({ title }) => title)

  test('is all there when it is little', () => {
    expect(shownOn('2026-06-01T10:00:00.000Z', 6)).toHaveLength(6)
  })

  test('is six of many, and others each day, so that all come by', () => {
    const days = ['01', '02', '03'].map((day) => shownOn(`2026-06-${day}T10:00:00.000Z`, 16))
    expect(days.map(({ length }) => length)).toEqual([6, 6, 6])
    expect(new Set(days.flat()).size).toBe(16)
  })

  test('is linked to from every page while there is some, also beside news of a death', () => {
    const hasSponsors = (...entries: readonly Entry[]) => homePage(aSite({ entries })).frame.foot.hasSponsors
    expect(hasSponsors()).toBe(false)
    expect(hasSponsors(anArticle({ isInMemoriam: true }), ...paid(1))).toBe(true)
  })
})

describe('what there is to do', () => {
  const soonWith = (...starts: readonly string[]) => soonAt('2026-06-01T10:00:00.000Z', ...starts)
  const soonAt = (now: string, ...starts: readonly string[]) =>
    homePage(
      aSite({
        now,
        entries: starts.map((startsAt, index) =>
          anEvent({ slug: `e${index}` as Slug, startsAt, endsAt: null }),
        ),
      }),
    ).soon

  test('is left out when there is nothing to come', () => {
    expect(soonWith()).toBeNull()
    expect(soonWith('2026-05-31T18:00:00.000Z')).toBeNull()
  })

  test('is of this week only when all of it is', () => {
    expect(soonWith('2026-06-01T18:00:00.000Z', '2026-06-07T18:00:00.000Z')?.title).toBe('Deze week')
    expect(soonWith('2026-06-01T18:00:00.000Z', '2026-06-08T18:00:00.000Z')?.title).toBe('Binnenkort')
  })

  test('is of the coming days when it is soon, and next week', () => {
    const saturday = '2026-06-06T10:00:00.000Z'
    expect(soonAt(saturday, '2026-06-07T18:00:00.000Z')?.title).toBe('Deze week')
    expect(soonAt(saturday, '2026-06-11T18:00:00.000Z')?.title).toBe('De komende dagen')
    expect(soonAt(saturday, '2026-06-13T18:00:00.000Z')?.title).toBe('Binnenkort')
  })

  test('is the first four, by the names that days have now', () => {
    const days = ['01', '02', '03', '09', '10'].map((day) => `2026-06-${day}T18:00:00.000Z`)
    expect(
      soonWith(...days)?.activities.map(({ day }) => `${day.weekday} ${day.number} ${day.shortMonth}`),
    ).toEqual(['Vandaag 1 jun', 'Morgen 2 jun', 'woensdag 3 jun', 'dinsdag 9 jun'])
  })

  test('that began before today stands at today, with its last day', () => {
    const entries = [anEvent({ startsAt: '2026-05-28T08:00:00.000Z', endsAt: '2026-06-04T16:00:00.000Z' })]
    expect(homePage(aSite({ entries })).soon?.activities).toMatchObject([
      {
        day: { weekday: 'Vandaag' },
        activity: { time: { iso: '2026-06-04', text: 't/m donderdag 4 juni' } },
      },
    ])
  })
})
