import { daysAfter, type Event, type Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anEvent, aSite } from '../testing/a-site.ts'
import { agendaMonthPage, agendaPage, pastMonthsPage } from './agenda.ts'

// Now is Monday 1 June 2026, noon.
const at = (slug: string, startsAt: string, change: Partial<Event> = {}) =>
  anEvent({ slug: slug as Slug, title: slug, startsAt, endsAt: null, ...change })

const agendaOf = (...entries: readonly Event[]) => agendaPage(aSite({ entries }))

test('events stand below their day, with its name and the year when that is another one', () => {
  const { days } = agendaOf(
    at('duik', '2027-01-01T11:00:00.000Z'),
    at('soep', '2026-06-01T16:00:00.000Z'),
    at('koor', '2026-06-01T18:00:00.000Z'),
    at('laat', '2026-06-02T22:30:00.000Z'),
  )
  expect(
    days.map(({ label, activities }) => [
      `${label.weekday} ${label.number} ${label.shortMonth} ${label.year}`.trim(),
      activities.map(({ title }) => title),
    ]),
  ).toEqual([
    ['Vandaag 1 jun', ['soep', 'koor']],
    ['woensdag 3 jun', ['laat']],
    ['vrijdag 1 jan 2027', ['duik']],
  ])
})

test('what began earlier and goes on stands apart, with its last day', () => {
  const page = agendaOf(at('kunst', '2026-05-20T08:00:00.000Z', { endsAt: '2026-06-10T08:00:00.000Z' }))
  expect(page.underway).toMatchObject([{ title: 'kunst', time: { text: 't/m woensdag 10 juni' } }])
  expect([page.days, page.empty]).toEqual([[], null])
})

test('a long agenda lists what is soon, and leads on by month', () => {
  const days = Array.from({ length: 200 }, (_, day) => daysAfter('2026-06-02', day))
  const page = agendaOf(...days.map((day, index) => at(`e${index}`, `${day}T18:00:00.000Z`)))
  expect(page.days).toHaveLength(60)
  expect(page.days.at(-1)?.label.iso).toBe('2026-07-31')
  expect(page.later.map(({ href }) => href)).toEqual(
    ['07', '08', '09', '10', '11', '12'].map((month) => `/agenda/maand/2026-${month}/`),
  )
  expect(
    agendaOf(...days.slice(0, 60).map((day, index) => at(`e${index}`, `${day}T18:00:00.000Z`))).later,
  ).toEqual([])
})

test('of what is far away it tells title, time and place', () => {
  const page = agendaOf(
    ...Array.from({ length: 45 }, (_, n) =>
      at(`e${n}`, `2026-06-${String(2 + n / 2 - (n % 2) / 2).padStart(2, '0')}T18:00:00.000Z`),
    ),
  )
  const told = page.days.map(({ activities }) => activities.filter(({ summary }) => summary !== '').length)
  expect(told.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 2))
  expect(new Set(told.slice(10))).toEqual(new Set([0]))
})

test('of the months that have been the agenda lists the newest, a month those beside it, and one page all of them', () => {
  const months = Array.from(
    { length: 30 },
    (_, n) => `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  )
  const site = aSite({ entries: months.map((month) => at(`e${month}`, `${month}-10T18:00:00.000Z`)) })
  const listed = agendaPage(site).archive?.links ?? []
  expect(listed).toHaveLength(13)
  expect(listed.at(-1)).toEqual({ href: '/agenda/archief/', title: 'Alle maanden' })
  const beside = (month: string) => agendaMonthPage(site, month).archive?.links.map(({ title }) => title)
  expect(beside('2024-06')).toEqual(['juli 2024', 'mei 2024', 'Alle maanden'])
  expect(beside('2025-06')).toEqual(['mei 2025', 'Alle maanden'])
  expect(pastMonthsPage(site).years.map(({ title, links }) => [title, links.length])).toEqual([
    ['2025', 6],
    ['2024', 12],
    ['2023', 12],
  ])
})

describe('the ways to look at the agenda', () => {
  const viewsAt = (now: string, ...entries: readonly Event[]) =>
    agendaPage(aSite({ now, entries })).views.map(({ href }) => href)

  test('lead to pages that there are, also when all there is lasts longer than it has weeks of its own', () => {
    const kunst = at('kunst', '2026-01-05T08:00:00.000Z', { endsAt: '2026-12-20T15:00:00.000Z' })
    expect(viewsAt('2026-06-01T10:00:00.000Z', kunst)).toEqual([
      '/agenda/',
      '/agenda/week/2026-w15/',
      '/agenda/maand/2026-04/',
    ])
    // Once there is something else, they lead there, and show it as well.
    const soep = at('soep', '2026-06-10T16:00:00.000Z')
    expect(viewsAt('2026-06-01T10:00:00.000Z', kunst, soep)[1]).toBe('/agenda/week/2026-w24/')
  })

  test('lead to those of a feast that goes on after midnight, when the week is over by then', () => {
    const feast = at('feest', '2026-06-07T20:00:00.000Z', { endsAt: '2026-06-08T00:30:00.000Z' })
    expect(viewsAt('2026-06-07T22:30:00.000Z', feast)[1]).toBe('/agenda/week/2026-w23/')
  })

  test('are not there while there is nothing to do', () => {
    expect(viewsAt('2026-06-01T10:00:00.000Z')).toEqual([])
  })
})

test('what is cancelled stays, and says so', () => {
  const { days } = agendaOf(at('concert', '2026-06-06T18:00:00.000Z', { isCancelled: true }))
  expect(days[0]?.activities).toMatchObject([{ title: 'concert', isCancelled: true }])
})

describe('an empty agenda', () => {
  test('says so in a sentence, and asks for events when somebody can be reached', () => {
    const site = aSite({ wijk: { contactEmail: 'buurt@wijk.example' } })
    expect(agendaPage(site).empty).toMatchObject({
      title: 'De agenda is leeg',
      invitation: { contact: { email: 'buurt@wijk.example' } },
    })
    expect(agendaPage(site)).toMatchObject({ intro: '', calendar: null, archive: null })
  })

  test('of a wijk at rest asks for nothing', () => {
    const site = aSite({ wijk: { state: 'resting', contactEmail: 'buurt@wijk.example' } })
    expect(agendaPage(site).empty?.invitation).toBeNull()
  })

  test('keeps what has been', () => {
    const page = agendaOf(at('was', '2026-04-27T08:00:00.000Z'))
    expect(page.archive?.links).toEqual([{ href: '/agenda/archief/2026-04/', title: 'april 2026' }])
    expect(page.empty).not.toBeNull()
  })
})

test('the page of a month has what is over, by the plain names of its days', () => {
  const site = aSite({
    entries: [at('gisteren', '2026-05-31T08:00:00.000Z'), at('nu', '2026-06-01T08:00:00.000Z')],
  })
  const page = agendaMonthPage(site, '2026-05')
  expect(page).toMatchObject({ title: 'Agenda van mei 2026', calendar: null, empty: null })
  expect(page.days).toMatchObject([
    { label: { weekday: 'zondag', number: '31', shortMonth: 'mei' }, activities: [{ title: 'gisteren' }] },
  ])
  expect(page.archive?.links).toMatchObject([{ title: 'Alle maanden' }])
})

test('a calendar asks for the agenda again and again', () => {
  expect(agendaOf(at('feest', '2026-06-06T18:00:00.000Z')).calendar).toEqual({
    url: 'https://wijk.example/agenda.ics',
    subscription: 'webcal://wijk.example/agenda.ics',
  })
})

test('no page asks for the instant', () => {
  const site = aSite({
    entries: [at('feest', '2026-06-06T18:00:00.000Z'), at('was', '2026-05-06T18:00:00.000Z')],
  })
  const watched = {
    ...site,
    now: (): never => {
      throw new Error('asked for the instant')
    },
  }
  expect(agendaPage(watched).days).toHaveLength(1)
  expect(agendaMonthPage(watched, '2026-05').days).toHaveLength(1)
})
