import type { Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anEvent, aSite } from '../testing/a-site.ts'
import { monthPage, placePage, weekPage, type CalendarPage } from './agenda-views.ts'
import { agendaPage } from './agenda.ts'

const event = (slug: string, startsAt: string, more: object = {}) =>
  anEvent({ slug: slug as Slug, title: slug, startsAt, endsAt: null, place: 'De Schakel', ...more })
// The clock of the site stands at noon on Monday 1 June 2026.
const site = aSite({
  entries: [
    event('lente', '2026-04-10T18:00:00.000Z'),
    event('soep', '2026-06-02T16:00:00.000Z'),
    event('markt', '2026-06-06T08:00:00.000Z', { endsAt: '2026-06-07T15:00:00.000Z', place: 'Plein' }),
    event('kunst', '2026-05-28T08:00:00.000Z', { endsAt: '2026-06-20T15:00:00.000Z', place: '' }),
    event('kamp', '2026-07-30T08:00:00.000Z', { endsAt: '2026-08-02T15:00:00.000Z', place: '' }),
  ],
})
const shown = ({ days }: CalendarPage) =>
  days.flatMap(({ label, activities }) =>
    activities.length > 0 ? [[label.iso.slice(5), ...activities.map(({ title }) => title)]] : [],
  )

describe('a week', () => {
  const week = weekPage(site, '2026-w23')

  test('has seven days, from Monday, and marks today when there is something to do', () => {
    expect(week.title).toBe('Week 23: 1 juni tot en met 7 juni')
    expect(week.days.map(({ label }) => label.shortWeekday).join(' ')).toBe('ma di wo do vr za zo')
    expect(week.days.filter(({ label }) => label.isToday).map(({ label }) => label.iso)).toEqual([
      '2026-06-01',
    ])
  })

  test('shows what lasts a weekend on both days, and what lasts longer once, with its end', () => {
    expect(shown(week)).toEqual([
      ['06-01', 'kunst'],
      ['06-02', 'soep'],
      ['06-06', 'markt'],
      ['06-07', 'markt'],
    ])
    expect(week.days[0]?.activities[0]?.time.text).toBe('t/m zaterdag 20 juni')
  })

  test('shows what lasts for many months for as long as it does', () => {
    const entries = [
      event('tentoonstelling', '2026-01-05T08:00:00.000Z', { endsAt: '2026-12-20T15:00:00.000Z' }),
      event('soep', '2026-10-07T16:00:00.000Z'),
    ]
    const far = aSite({ entries })
    expect(shown(weekPage(far, '2026-w41'))).toEqual([
      ['10-05', 'tentoonstelling'],
      ['10-07', 'soep'],
    ])
    expect(shown(monthPage(far, '2026-10'))[0]).toEqual(['10-01', 'tentoonstelling'])
  })

  test('leads past weeks in which there is nothing to do', () => {
    expect(week.previous).toEqual({ href: '/agenda/week/2026-w22/', title: 'Week 22' })
    expect(weekPage(site, '2026-w25').next).toEqual({ href: '/agenda/week/2026-w31/', title: 'Week 31' })
  })

  test('is of the year that most of it is in', () => {
    const entries = [event('oudejaar', '2024-12-31T18:00:00.000Z')]
    expect(weekPage(aSite({ entries }), '2025-w01').frame.title).toBe(
      'Agenda van week 1, 2025 – Bloemenbuurt',
    )
  })

  test('in which there is nothing to do has no page', () => {
    expect(() => weekPage(site, '2026-w01')).toThrow('2026-w01')
  })
})

describe('a month', () => {
  test('has whole weeks, with what is to do in the month itself', () => {
    const month = monthPage(site, '2026-07')
    expect(month.title).toBe('Agenda: juli 2026')
    expect(month.days).toHaveLength(35)
    expect(shown(month)).toEqual([['07-30', 'kamp']])
    expect(shown(monthPage(site, '2026-08'))).toEqual([['08-01', 'kamp']])
  })

  test('that has been keeps its address', () => {
    expect(shown(monthPage(site, '2026-04'))).toEqual([['04-10', 'lente']])
  })

  test('leads to the week of its first activity', () => {
    expect(monthPage(site, '2026-07').views.map(({ href }) => href)).toEqual([
      '/agenda/',
      '/agenda/week/2026-w31/',
      '/agenda/maand/2026-07/',
    ])
  })
})

describe('a place', () => {
  test('with more than one activity can be looked at by itself', () => {
    expect(agendaPage(site).places).toEqual([{ href: '/agenda/plek/de-schakel/', title: 'De Schakel' }])
    const { title, days } = placePage(site, 'de-schakel')
    expect(title).toBe('Te doen bij De Schakel')
    expect(days.flatMap(({ activities }) => activities.map((one) => one.title))).toEqual(['soep'])
  })

  test('where nothing is to come says so', () => {
    const quiet = aSite({
      entries: [event('een', '2026-04-10T18:00:00.000Z'), event('twee', '2026-04-11T18:00:00.000Z')],
    })
    expect(placePage(quiet, 'de-schakel').empty).toMatchObject({
      title: 'Nu niets te doen',
      text: 'Bij De Schakel staat nu niets in de agenda.',
      link: { href: '/agenda/' },
    })
    expect(agendaPage(quiet).places).toEqual([])
  })
})
