import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysAfter, wallClockOf } from './days.ts'
import { RECURRENCE_PATTERNS, type Event, type Recurrence } from './entries.ts'
import type { EntryId, Slug } from './ids.ts'
import { allOverAt, occurrencesOf } from './occurrences.ts'
import { plain } from './plain.ts'

const anEvent = (startsAt: string, rule: Partial<Recurrence> | null, change: Partial<Event> = {}): Event => ({
  kind: 'event',
  ...plain.event,
  id: 'activiteit01' as EntryId,
  slug: 'inloop' as Slug,
  title: 'Inloop',
  startsAt,
  recurrence: rule && { pattern: 'weekly', lastDay: null, count: null, exceptions: [], ...rule },
  updatedAt: startsAt,
  ...change,
})
const clocks = (event: Event) =>
  occurrencesOf(event).map(({ startsAt }) => wallClockOf(startsAt).slice(0, 16))
const days = (startsAt: string, rule: Partial<Recurrence>) =>
  occurrencesOf(anEvent(startsAt, rule)).map(({ day }) => day)

test('an event that does not come back has one time: its own', () => {
  expect(occurrencesOf(anEvent('2026-06-06T12:00:00.000Z', null))).toEqual([
    {
      day: '2026-06-06',
      plannedAt: '2026-06-06T12:00:00.000Z',
      startsAt: '2026-06-06T12:00:00.000Z',
      endsAt: null,
      isAllDay: false,
      isMoved: false,
      isCancelled: false,
      reason: '',
    },
  ])
})

test('one that was moved knows when it was to be', () => {
  const moved = anEvent('2026-06-07T12:00:00.000Z', null, { movedFrom: '2026-06-06T12:00:00.000Z' })
  expect(occurrencesOf(moved)).toMatchObject([
    { day: '2026-06-06', plannedAt: '2026-06-06T12:00:00.000Z', isMoved: true },
  ])
})

describe('the days on which an event comes back', () => {
  const start = '2026-01-13T18:30:00.000Z'

  test('every week, until a last day that counts itself', () => {
    expect(days(start, { lastDay: '2026-02-03' })).toEqual([
      '2026-01-13',
      '2026-01-20',
      '2026-01-27',
      '2026-02-03',
    ])
  })

  test('every two weeks, so many times in all', () => {
    expect(days(start, { pattern: 'biweekly', count: 3 })).toEqual(['2026-01-13', '2026-01-27', '2026-02-10'])
  })

  test('every month on the second Tuesday', () => {
    expect(days(start, { pattern: 'monthlyByWeekday', count: 4 })).toEqual([
      '2026-01-13',
      '2026-02-10',
      '2026-03-10',
      '2026-04-14',
    ])
  })

  test('every month that has a fifth Friday', () => {
    expect(days('2026-01-30T18:30:00.000Z', { pattern: 'monthlyByWeekday', count: 3 })).toEqual([
      '2026-01-30',
      '2026-05-29',
      '2026-07-31',
    ])
  })

  test('every month on the last Friday', () => {
    expect(days('2026-01-30T18:30:00.000Z', { pattern: 'monthlyByLastWeekday', count: 4 })).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-27',
      '2026-04-24',
    ])
  })

  test('every month on the 31st, where there is one', () => {
    expect(days('2026-01-31T18:30:00.000Z', { pattern: 'monthlyByDate', lastDay: '2026-08-31' })).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
      '2026-08-31',
    ])
  })

  test('on 29 February only in a leap year', () => {
    expect(
      days('2028-02-29T18:30:00.000Z', { pattern: 'monthlyByDate', lastDay: '2029-03-29' }),
    ).not.toContain('2029-02-29')
  })

  test('one that says neither a last day nor a number does not run on for ever', () => {
    expect(days(start, {}).length).toBe(208)
  })
})

describe('clocks decide', () => {
  test('half past seven stays half past seven when summer time begins and ends', () => {
    const spring = anEvent('2026-03-24T18:30:00.000Z', { count: 2 })
    expect(occurrencesOf(spring).map(({ startsAt }) => startsAt)).toEqual([
      '2026-03-24T18:30:00.000Z',
      '2026-03-31T17:30:00.000Z',
    ])
    expect(clocks(anEvent('2026-10-20T17:30:00.000Z', { count: 2 }))).toEqual([
      '2026-10-20T19:30',
      '2026-10-27T19:30',
    ])
  })

  test('a time that is passed over in spring is an hour later; of one that comes twice it is the first', () => {
    expect(clocks(anEvent('2026-03-22T01:30:00.000Z', { count: 2 }))).toEqual([
      '2026-03-22T02:30',
      '2026-03-29T03:30',
    ])
    const autumn = anEvent('2026-10-18T00:30:00.000Z', { count: 2 })
    expect(occurrencesOf(autumn)[1]?.startsAt).toBe('2026-10-25T00:30:00.000Z')
  })

  test('the end keeps its time too, also after midnight', () => {
    const night = anEvent('2026-03-21T20:00:00.000Z', { count: 2 }, { endsAt: '2026-03-22T03:00:00.000Z' })
    expect(occurrencesOf(night).map(({ endsAt }) => wallClockOf(endsAt!).slice(0, 16))).toEqual([
      '2026-03-22T04:00',
      '2026-03-29T04:00',
    ])
  })

  test('whole days stay whole days', () => {
    const days = anEvent(
      '2026-03-27T23:00:00.000Z',
      { count: 2 },
      { isAllDay: true, endsAt: '2026-03-28T23:00:00.000Z' },
    )
    expect(occurrencesOf(days).map(({ startsAt, endsAt }) => [dayOf(startsAt), dayOf(endsAt!)])).toEqual([
      ['2026-03-28', '2026-03-29'],
      ['2026-04-04', '2026-04-05'],
    ])
  })
})

describe('times that go otherwise', () => {
  const rule: Partial<Recurrence> = {
    count: 4,
    exceptions: [
      { day: '2026-01-20', movedTo: null, reason: 'De zaal is dicht' },
      {
        day: '2026-01-27',
        movedTo: { startsAt: '2026-02-04T12:00:00.000Z', endsAt: null },
        reason: 'Verbouwing',
      },
      { day: '2026-01-21', movedTo: null, reason: 'Op een dag dat het niet is' },
    ],
  }
  const event = anEvent('2026-01-13T18:30:00.000Z', rule)

  test('stay, say why, and stand where they are now', () => {
    expect(
      occurrencesOf(event).map(({ day, startsAt, isCancelled, isMoved, reason }) => [
        day,
        startsAt.slice(0, 10),
        isCancelled,
        isMoved,
        reason,
      ]),
    ).toEqual([
      ['2026-01-13', '2026-01-13', false, false, ''],
      ['2026-01-20', '2026-01-20', true, false, 'De zaal is dicht'],
      ['2026-02-03', '2026-02-03', false, false, ''],
      ['2026-01-27', '2026-02-04', false, true, 'Verbouwing'],
    ])
    expect(occurrencesOf(event)[3]?.plannedAt).toBe('2026-01-27T18:30:00.000Z')
  })

  test('the end is that of the last, wherever it was moved', () => {
    expect(allOverAt(event)).toBe('2026-02-04T23:00:00.000Z')
  })

  test('of an event that is cancelled, none goes on', () => {
    const all = occurrencesOf({ ...event, isCancelled: true })
    expect(all.map(({ day, isCancelled }) => [day, isCancelled])).toEqual(
      occurrencesOf(event).map(({ day }) => [day, true]),
    )
    expect(all).not.toEqual([])
  })
})

test('whatever the rule: every time is on a day of its own, in order, by the clock of the first', () => {
  const aRule = fc.record({
    pattern: fc.constantFrom(...RECURRENCE_PATTERNS),
    lastDay: fc.constantFrom(null, '2027-03-28', '2027-12-31'),
    count: fc.integer({ min: 1, max: 40 }),
    exceptions: fc.constant([]),
  })
  const aStart = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 16)}:00.000Z`)
  fc.assert(
    fc.property(aRule, aStart, (rule, startsAt) => {
      const all = occurrencesOf(anEvent(startsAt, rule))
      const time = wallClockOf(startsAt).slice(11)
      const days = all.map(({ day }) => day)
      expect(all.map((occurrence) => dayOf(occurrence.startsAt))).toEqual(days)
      expect(days.slice(1).filter((day, index) => day < daysAfter(days[index]!, 7))).toEqual([])
      expect(days.filter((day) => day > (rule.lastDay ?? day))).toEqual([])
      expect(all.length).toBeLessThanOrEqual(rule.count)
      // Between two and three, clocks are changed.
      const shown = all.map((occurrence) => wallClockOf(occurrence.startsAt).slice(11))
      expect(shown.filter((clock) => clock !== time && !time.startsWith('02:'))).toEqual([])
    }),
  )
})
