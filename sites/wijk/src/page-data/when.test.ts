import { firstDayOf, lastDayOf, type Event } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anEvent } from '../testing/a-site.ts'
import { fullTimes, timeOn, untilWhen } from './when.ts'

const times = (change: Partial<Event>) => {
  const event = anEvent(change)
  return { ...event, firstDay: firstDayOf(event), lastDay: lastDayOf(event) }
}
const at = (startsAt: string, endsAt: string | null = null, isAllDay = false) =>
  times({ startsAt, endsAt, isAllDay })

const cases = [
  {
    what: 'an afternoon',
    given: at('2026-06-06T12:00:00.000Z', '2026-06-06T14:30:00.000Z'),
    inList: '14.00–16.30 uur',
    full: ['zaterdag 6 juni 2026', '14.00 tot 16.30 uur'],
  },
  {
    what: 'a start without an end',
    given: at('2026-12-11T18:00:00.000Z'),
    inList: '19.00 uur',
    full: ['vrijdag 11 december 2026', '19.00 uur'],
  },
  {
    what: 'a start that is its end',
    given: at('2026-12-11T18:00:00.000Z', '2026-12-11T18:00:00.000Z'),
    inList: '19.00 uur',
    full: ['vrijdag 11 december 2026', '19.00 uur'],
  },
  {
    what: 'a night out',
    given: at('2026-06-06T20:00:00.000Z', '2026-06-07T00:30:00.000Z'),
    inList: '22.00–02.30 uur',
    full: ['zaterdag 6 juni 2026', '22.00 tot 02.30 uur'],
  },
  {
    what: 'a whole day',
    given: at('2026-06-05T22:00:00.000Z', null, true),
    inList: 'hele dag',
    full: ['zaterdag 6 juni 2026', 'hele dag'],
  },
  {
    what: 'whole days',
    given: at('2026-06-01T22:00:00.000Z', '2026-06-05T18:00:00.000Z', true),
    inList: 'hele dag, t/m vrijdag 5 juni',
    full: ['dinsdag 2 juni 2026', 'tot en met vrijdag 5 juni 2026'],
  },
  {
    what: 'a weekend',
    given: at('2026-06-12T15:00:00.000Z', '2026-06-14T10:00:00.000Z'),
    inList: '17.00 uur, t/m zondag 14 juni',
    full: ['vrijdag 12 juni 2026, 17.00 uur', 'tot en met zondag 14 juni 2026, 12.00 uur'],
  },
]

describe.each(cases)('$what', ({ given, inList, full }) => {
  test('in a list', () => {
    expect(timeOn(given).text).toBe(inList)
  })

  test('on its page', () => {
    expect(fullTimes(given).map(({ text }) => text)).toEqual(full)
  })
})

test('a machine reads a day where only the day counts, otherwise the moment', () => {
  expect(timeOn(at('2026-06-05T22:00:00.000Z', null, true)).iso).toBe('2026-06-06')
  expect(timeOn(at('2026-06-05T22:00:00.000Z')).iso).toBe('2026-06-05T22:00:00.000Z')
})

describe('what began before today goes on', () => {
  const festival = at('2026-06-05T18:00:00.000Z', '2026-06-07T00:00:00.000Z')

  test('until a day', () => {
    expect(untilWhen(festival, '2026-06-06').text).toBe('t/m zaterdag 6 juni')
  })

  test('until a time, in the night after its last day', () => {
    expect(untilWhen(festival, '2026-06-07')).toEqual({
      iso: '2026-06-07T00:00:00.000Z',
      text: 'tot 02.00 uur',
    })
  })
})
