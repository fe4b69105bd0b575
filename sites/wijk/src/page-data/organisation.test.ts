import type { Event, OpeningHoursException, Organisation, Slug } from '@wijkpers/content'
import { watched } from '@wijkpers/content/site'
import { describe, expect, test } from 'vitest'
import { anEvent, anOrganisation, aSite, manyArticles } from '../testing/a-site.ts'
import { organisationPage, organisationsPage } from './organisation.ts'

const slug = 'de-brug' as Slug
const pageOf = (change: Partial<Organisation> = {}) =>
  organisationPage(aSite({ entries: [anOrganisation({ slug, ...change })] }), slug)

test('an organisation that does not exist has no page', () => {
  expect(() => organisationPage(aSite(), slug)).toThrow('no organisation with the slug de-brug')
})

describe('the website', () => {
  test.each([
    ['www.debrug.example', 'https://www.debrug.example/', 'debrug.example'],
    ['https://debrug.example/zaal/', 'https://debrug.example/zaal/', 'debrug.example/zaal'],
    [' http://debrug.example ', 'http://debrug.example/', 'debrug.example'],
    ['bücher.example/über', 'https://xn--bcher-kva.example/%C3%BCber', 'bücher.example/über'],
    ['https://xn--bcher-kva.example:8443', 'https://xn--bcher-kva.example:8443/', 'bücher.example:8443'],
    ['debrug.example/a%2Fb', 'https://debrug.example/a%2Fb', 'debrug.example/a%2Fb'],
    ['debrug.example/100%', 'https://debrug.example/100%25', 'debrug.example/100%'],
    ['debrug.example/a%20b', 'https://debrug.example/a%20b', 'debrug.example/a%20b'],
    [
      'debrug.example/%E2%80%AEneppe',
      'https://debrug.example/%E2%80%AEneppe',
      'debrug.example/%E2%80%AEneppe',
    ],
    ['debrug.example/%C3%28', 'https://debrug.example/%C3%28', 'debrug.example/%C3%28'],
    ['[::1]:80', 'https://[::1]:80/', '[::1]:80'],
  ])('%j is a link to %s', (written, href, title) => {
    expect(pageOf({ website: written }).website).toEqual({ href, title })
  })

  test.each([null, '', '  ', 'javascript:alert(1)', 'mailto:a@b.example', 'geen site', 'https://'])(
    '%j is none',
    (written) => {
      expect(pageOf({ website: written }).website).toBeNull()
    },
  )
})

test('it is reached by mail and by phone, as far as it said how', () => {
  expect(pageOf({ email: 'balie@debrug.example', phone: '019-555 01 01' }).contact).toEqual({
    email: 'balie@debrug.example',
    phone: {
      before: '',
      after: '',
      number: { text: '019\u2011555\u00a001\u00a001', href: 'tel:0195550101' },
    },
  })
  expect(pageOf().contact).toBeNull()
})

describe('the hours of today', () => {
  // The clock of these tests is at noon on a Monday.
  const today = '2026-06-01'
  const hoursOf = (...openingHoursExceptions: OpeningHoursException[]) =>
    pageOf({
      openingHours: [
        { weekday: 'monday', opensAt: '09:00', closesAt: '17:00' },
        { weekday: 'tuesday', opensAt: '09:00', closesAt: '17:00' },
      ],
      openingHoursExceptions,
    }).hours?.days.slice(0, 2)
  const tuesday = { title: 'dinsdag', text: '09.00–17.00 uur', usually: '', isToday: false }

  test('are those of its weekday', () => {
    expect(hoursOf({ day: '2026-06-02', opensAt: null, closesAt: null, reason: '' })).toEqual([
      { ...tuesday, title: 'maandag', isToday: true },
      tuesday,
    ])
  })

  test('are that it is closed, and why', () => {
    expect(hoursOf({ day: today, opensAt: null, closesAt: null, reason: 'Tweede Pinksterdag' })).toEqual([
      {
        title: 'maandag',
        text: 'gesloten, Tweede Pinksterdag',
        usually: '09.00–17.00 uur',
        isToday: true,
      },
      tuesday,
    ])
  })

  test('are other hours', () => {
    expect(hoursOf({ day: today, opensAt: '12:00', closesAt: '15:00', reason: '' })?.[0]).toMatchObject({
      text: '12.00–15.00 uur',
      usually: '09.00–17.00 uur',
    })
  })

  test('are right until midnight', () => {
    const site = aSite({
      entries: [
        anOrganisation({ slug, openingHours: [{ weekday: 'monday', opensAt: '09:00', closesAt: '17:00' }] }),
      ],
    })
    expect(watched(site, () => organisationPage(site, slug)).validUntil).toBe('2026-06-01T22:00:00.000Z')
  })
})

test('it has what it organises, with the day, and its newest articles', () => {
  const organisation = anOrganisation({ slug })
  const ofIt = { organisation: organisation.id }
  const page = organisationPage(
    aSite({
      entries: [
        organisation,
        anEvent(ofIt),
        anEvent({ ...ofIt, slug: 'was' as Slug, startsAt: '2026-05-01T10:00:00.000Z', endsAt: null }),
        anEvent({ slug: 'van-een-ander' as Slug }),
        ...manyArticles(12, '2026-05-31', organisation.id),
      ],
    }),
    slug,
  )
  expect(page.events.map(({ href, time }) => [href, time.text])).toEqual([
    ['/agenda/burendag/', 'zaterdag 6 juni, 14.00–16.30 uur'],
  ])
  expect(page.articles).toHaveLength(10)
  expect(page.articles[0]?.title).toBe('Bericht 12')
  expect(page.older).toEqual([{ href: '/nieuws/', title: 'Al het nieuws' }])
})

test('what comes back is there once, with how often; of more than twelve it says where the others are', () => {
  const organisation = anOrganisation({ slug })
  const weekly = Array.from({ length: 13 }, (_, number) =>
    anEvent({
      slug: `les-${number}` as Slug,
      organisation: organisation.id,
      startsAt: `2026-06-${String(2 + number).padStart(2, '0')}T08:00:00.000Z`,
      endsAt: null,
      recurrence: { pattern: 'weekly', lastDay: null, count: 20, exceptions: [] },
    }),
  )
  const pageWith = (...events: Event[]) =>
    organisationPage(aSite({ entries: [organisation, ...events] }), slug)
  const twelve = pageWith(...weekly.slice(0, 12))
  expect(twelve.events.map(({ repeats }) => repeats).slice(0, 2)).toEqual(['Elke dinsdag', 'Elke woensdag'])
  expect(twelve).toMatchObject({ later: [], older: [] })
  const more = pageWith(...weekly)
  expect(more.events).toEqual(twelve.events)
  expect(more.later[0]).toEqual({ href: '/agenda/maand/2026-06/', title: 'juni 2026' })
  expect(more.follow?.agenda).toBe('webcal://wijk.example/organisaties/de-brug/agenda.ics')
  expect(pageWith().follow).toBeNull()
})

test('what it organises in another year says which', () => {
  const organisation = anOrganisation({ slug })
  const later = anEvent({ organisation: organisation.id, startsAt: '2027-06-05T12:00:00.000Z', endsAt: null })
  const site = aSite({ entries: [organisation, later] })
  expect(organisationPage(site, slug).events[0]?.time.text).toBe('zaterdag 5 juni 2027, 14.00 uur')
})

describe('the list', () => {
  test('has every organisation by name', () => {
    const entries = ['Zangkoor', 'Atelier'].map((name) =>
      anOrganisation({ slug: name.toLowerCase() as Slug, name }),
    )
    expect(
      organisationsPage(aSite({ entries })).groups.flatMap(({ items }) => items.map(({ title }) => title)),
    ).toEqual(['Atelier', 'Zangkoor'])
  })

  test.each([
    ['019-555 01 01 (na 18 uur)', { href: 'tel:0195550101', title: 'Bel 019\u2011555\u00a001\u00a001' }],
    ['vraag het aan de balie', null],
    [null, null],
  ])('has a number to call where one can be dialled: %s', (phone, link) => {
    const { groups } = organisationsPage(aSite({ entries: [anOrganisation({ phone })] }))
    expect(groups[0]?.items[0]?.phone).toEqual(link)
  })

  test('without any says so in a sentence', () => {
    expect(organisationsPage(aSite())).toMatchObject({
      intro: '',
      groups: [],
      empty: { title: 'Hier komen de organisaties' },
    })
  })
})
