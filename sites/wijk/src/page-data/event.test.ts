import { daysAfter, type Event, type RecurrenceException, type Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anEvent, anOrganisation, aSite } from '../testing/a-site.ts'
import { agendaIcs, eventIcs } from './calendar.ts'
import { eventPage } from './event.ts'
import { openDataCsv, openDataGeoJson } from './open-data.ts'

const slug = 'burendag' as Slug
const siteOf = (change: Partial<Event> = {}, now?: string) =>
  aSite({ entries: [anEvent({ slug, ...change }), anOrganisation()], ...(now && { now }) })
const pageOf = (...given: Parameters<typeof siteOf>) => eventPage(siteOf(...given), slug)
const dataOf = (...given: Parameters<typeof siteOf>) =>
  JSON.parse(pageOf(...given).structuredData) as Record<string, unknown>
const ofTheBrug = { organisation: anOrganisation().id }

test('an event that does not exist has no page', () => {
  expect(() => eventPage(aSite(), slug)).toThrow('no event with the slug burendag')
})

describe('what must be seen first', () => {
  const afterwards = '2026-06-07T10:00:00.000Z'

  test('is nothing when the event will be', () => {
    expect(pageOf()).toMatchObject({ alert: null, calendarFile: '/agenda/burendag.ics' })
  })

  test('is that it is cancelled; then nobody is asked to note it down', () => {
    expect(pageOf({ isCancelled: true })).toMatchObject({
      alert: { kind: 'cancelled', title: 'Afgelast', text: 'Deze activiteit gaat niet door.' },
      calendarFile: null,
      frame: { description: expect.stringMatching(/^Afgelast\. /) },
    })
  })

  test('is that it is cancelled wherever it is shared, and until then not', () => {
    const saidOf = (change: Partial<Event>) => {
      const { frame, title, sharedTitle } = pageOf(change)
      const og = frame.openGraph.find(({ property }) => property === 'og:title')?.content
      const alt = frame.openGraph.find(({ property }) => property === 'og:image:alt')?.content
      return [title, sharedTitle, og, frame.title.split(',')[0], alt]
    }
    const off = 'Afgelast: Burendag'
    expect(saidOf({})).toEqual(['Burendag', 'Burendag', 'Burendag', 'Burendag', 'Burendag – Bloemenbuurt'])
    expect(saidOf({ isCancelled: true })).toEqual(['Burendag', off, off, off, `${off} – Bloemenbuurt`])
  })

  test('is that it is over, from its end', () => {
    expect(pageOf({}, '2026-06-06T14:29:59.000Z').alert).toBeNull()
    expect(pageOf({}, '2026-06-06T14:30:00.000Z').alert).toMatchObject({ kind: 'over' })
    expect(pageOf({}, afterwards)).toMatchObject({ alert: { kind: 'over' }, calendarFile: null })
  })

  test('is still that it was cancelled, when that day has gone', () => {
    expect(pageOf({ isCancelled: true }, afterwards).alert).toEqual({
      kind: 'cancelled',
      title: 'Afgelast',
      text: '',
    })
  })
})

describe('an event that comes back', () => {
  const weekly = (...exceptions: RecurrenceException[]): Partial<Event> => ({
    recurrence: { pattern: 'weekly', lastDay: null, count: 3, exceptions },
  })
  const off = (day: string, reason = ''): RecurrenceException => ({ day, movedTo: null, reason })
  const afterTheSecond = '2026-06-14T10:00:00.000Z'

  test('tells its next time and those that follow', () => {
    expect(pageOf(weekly())).toMatchObject({
      alert: null,
      isOff: false,
      when: [{ text: 'zaterdag 6 juni 2026' }, {}],
      times: [{}, {}, {}],
      timesTitle: 'De volgende keren',
    })
  })

  test('says that its next time is off, and is about the one that follows', () => {
    expect(pageOf(weekly(off('2026-06-06', 'De zaal is dicht.')))).toMatchObject({
      alert: {
        kind: 'cancelled',
        title: 'De volgende keer afgelast',
        text: 'De keer van zaterdag 6 juni gaat niet door. De zaal is dicht.',
      },
      isOff: false,
      when: [{ text: 'zaterdag 13 juni 2026' }, {}],
      times: [{ isCancelled: true, note: 'De zaal is dicht.' }, {}, {}],
      calendarFile: '/agenda/burendag.ics',
    })
  })

  test('finds its next time behind a whole summer that is off', () => {
    const days = Array.from({ length: 9 }, (_, week) => daysAfter('2026-06-06', 7 * week))
    const page = pageOf({
      recurrence: {
        pattern: 'weekly',
        lastDay: null,
        count: 10,
        exceptions: days.map((day) => off(day, 'Zomer.')),
      },
    })
    expect(page).toMatchObject({
      alert: { text: 'De eerste 9 keren gaan niet door. Zomer.' },
      isOff: false,
      when: [{ text: 'zaterdag 8 augustus 2026' }, {}],
    })
    expect(page.times).toHaveLength(6)
  })

  test('of which the last time is off says so everywhere', () => {
    const last = [weekly(off('2026-06-20', 'De zaal is dicht.')), afterTheSecond] as const
    expect(pageOf(...last)).toMatchObject({
      alert: {
        kind: 'cancelled',
        text: 'De laatste keer, zaterdag 20 juni, gaat niet door. De zaal is dicht.',
      },
      isOff: true,
      times: [{ isCancelled: true }],
      timesTitle: 'De laatste keer',
      calendarFile: null,
      frame: { description: expect.stringMatching(/^Afgelast\. /) },
    })
    expect(dataOf(...last)).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      startDate: '2026-06-20T12:00:00.000Z',
    })
  })

  test('of which the last time was moved says from when', () => {
    const movedTo = { startsAt: '2026-06-21T18:00:00.000Z', endsAt: null }
    const moved = [weekly({ day: '2026-06-20', movedTo, reason: 'Er is voetbal.' }), afterTheSecond] as const
    expect(pageOf(...moved)).toMatchObject({
      alert: {
        kind: 'moved',
        text: 'De volgende keer was eerst zaterdag 20 juni, 14.00 uur. Er is voetbal.',
      },
      when: [{ text: 'zondag 21 juni 2026' }, { text: '20.00 uur' }],
      times: [{ note: 'Was eerst zaterdag 20 juni, 14.00 uur. Er is voetbal.' }],
    })
    expect(dataOf(...moved)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      startDate: '2026-06-21T18:00:00.000Z',
      previousStartDate: '2026-06-20T12:00:00.000Z',
    })
  })

  test('has no list of its one time when there is no more to say of it', () => {
    expect(pageOf(weekly(), afterTheSecond)).toMatchObject({
      times: [],
      when: [{ text: 'zaterdag 20 juni 2026' }, {}],
    })
  })

  test('that is over is about its first time that went on', () => {
    expect(pageOf(weekly(off('2026-06-06')), '2026-07-01T10:00:00.000Z')).toMatchObject({
      alert: { kind: 'over' },
      isOff: false,
      when: [{ text: 'zaterdag 13 juni 2026' }, {}],
    })
  })

  test('every last Saturday of the month, and one of those is off', () => {
    const page = pageOf({
      startsAt: '2026-06-27T12:00:00.000Z',
      endsAt: null,
      recurrence: {
        pattern: 'monthlyByLastWeekday',
        lastDay: null,
        count: 3,
        exceptions: [off('2026-07-25')],
      },
    })
    expect(page).toMatchObject({ alert: null, repeats: expect.stringMatching(/^Elke laatste zaterdag/) })
    expect(page.times.map(({ text, isCancelled }) => [text, isCancelled])).toEqual([
      ['zaterdag 27 juni, 14.00 uur', false],
      ['zaterdag 25 juli, 14.00 uur', true],
      ['zaterdag 29 augustus, 14.00 uur', false],
    ])
  })
})

test('the data of activities have a line and a point for each time, and say which does not go on', () => {
  const site = siteOf({
    point: { latitude: 52.1, longitude: 5.2 },
    recurrence: {
      pattern: 'weekly',
      lastDay: null,
      count: 2,
      exceptions: [{ day: '2026-06-13', movedTo: null, reason: '' }],
    },
  })
  const [columns = '', first, second] = openDataCsv(site, 'activiteiten').split('\r\n')
  expect([columns, first, second].map((line) => line?.split(',')[7])).toEqual(['afgelast', '', 'ja'])
  const { features } = JSON.parse(openDataGeoJson(site, 'activiteiten')) as { features: { id: string }[] }
  expect(features.map(({ id }) => id)).toEqual(['event-burendag-2026-06-06', 'event-burendag-2026-06-13'])
})

test('the title for tabs and search engines has its day and its place, what is shared has not', () => {
  const { frame } = pageOf()
  expect(frame.title).toBe('Burendag, 6 juni 2026, Molenplein – Bloemenbuurt')
  expect(frame.openGraph).toContainEqual({ property: 'og:title', content: 'Burendag' })
})

describe('the place', () => {
  test('is looked for on the map with the name of the wijk', () => {
    expect(pageOf({ place: 'De Spil, Korenstraat 40 & 42' }).where?.mapUrl).toBe(
      'https://www.openstreetmap.org/search?query=De+Spil%2C+Korenstraat+40+%26+42%2C+Bloemenbuurt',
    )
    expect(pageOf({ place: 'Plein, Bloemenbuurt' }).where?.mapUrl).toMatch(/query=Plein%2C\+Bloemenbuurt$/)
  })

  test('is looked for in the gemeente when that is known', () => {
    const site = aSite({ wijk: { municipality: 'Oss' }, entries: [anEvent({ slug, address: 'Kade 3' })] })
    expect(eventPage(site, slug).where?.mapUrl).toMatch(/query=Kade\+3%2C\+Oss$/)
  })

  test('that is not known is left out', () => {
    expect(pageOf({ place: '' }).where).toBeNull()
  })
})

test('the organisation is a link as long as it is published', () => {
  expect(pageOf(ofTheBrug).organisation).toEqual({
    href: '/organisaties/de-brug/',
    title: 'Buurthuis De Brug',
  })
  const without = aSite({ entries: [anEvent({ slug, ...ofTheBrug })] })
  expect(eventPage(without, slug).organisation).toBeNull()
})

test('an event of which nobody wrote more is described by its facts', () => {
  expect(pageOf({ summary: '', body: [] })).toMatchObject({
    body: '',
    frame: { description: 'Burendag: zaterdag 6 juni 2026, 14.00 tot 16.30 uur, Molenplein.' },
  })
})

describe('structured data', () => {
  test('tells the facts of the event', () => {
    expect(dataOf(ofTheBrug)).toMatchObject({
      '@type': 'Event',
      name: 'Burendag',
      startDate: '2026-06-06T12:00:00.000Z',
      endDate: '2026-06-06T14:30:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: 'Molenplein' },
      isAccessibleForFree: true,
      organizer: { name: 'Buurthuis De Brug', url: 'https://wijk.example/organisaties/de-brug/' },
    })
  })

  test('says that it is cancelled', () => {
    expect(dataOf({ isCancelled: true })['eventStatus']).toBe('https://schema.org/EventCancelled')
  })

  test('has days for whole days, and no end when none is known', () => {
    expect(dataOf({ isAllDay: true })).toMatchObject({ startDate: '2026-06-06', endDate: '2026-06-06' })
    expect(dataOf({ endsAt: null })).not.toHaveProperty('endDate')
  })

  test('does not call free what is not', () => {
    expect(dataOf({ price: '€ 5, gratis voor kinderen' })).not.toHaveProperty('isAccessibleForFree')
  })

  test('cannot end its script element', () => {
    expect(pageOf({ title: '</script><!--<script>', place: '</script>' }).structuredData).not.toContain('<')
  })
})

describe('the files for a calendar', () => {
  const agenda = (startsAt: string, change: Partial<Event> = {}) =>
    agendaIcs(siteOf({ startsAt, endsAt: null, ...change }))

  test('have what is to come and what was in the last sixty days', () => {
    expect(agenda('2026-09-01T10:00:00.000Z')).toContain('SUMMARY:Burendag')
    expect(agenda('2026-04-02T10:00:00.000Z')).toContain('SUMMARY:Burendag')
    expect(agenda('2026-04-01T10:00:00.000Z')).not.toContain('SUMMARY')
  })

  test('keep what is cancelled, and say so in the title as well', () => {
    const file = agenda('2026-09-01T10:00:00.000Z', { isCancelled: true })
    expect(file).toContain('SUMMARY:AFGELAST: Burendag')
    expect(file).toContain('STATUS:CANCELLED')
  })

  test('of one event has no other, and tells who is behind it', () => {
    const entries = [anEvent({ slug, ...ofTheBrug }), anEvent({ slug: 'anders' as Slug }), anOrganisation()]
    const file = eventIcs(aSite({ entries }), slug)
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(file.replaceAll('\r\n ', '')).toContain('Buurthuis De Brug')
    expect(file).not.toContain('X-WR-CALNAME')
  })
})
