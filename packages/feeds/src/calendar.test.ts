import type { EntryId, Event, Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { calendarFile } from './index.ts'
import { plain } from '@wijkpers/content/plain'

const siteUrl = 'https://lindekwartier.example'

const anEvent = (change: Partial<Event> = {}): Event => ({
  kind: 'event',
  ...plain.event,
  id: 'eventevent123456' as EntryId,
  slug: 'burendag' as Slug,
  title: 'Burendag op het plein',
  summary: 'Koffie, thee en een lange tafel.',
  body: [],
  photo: null,
  startsAt: '2026-09-26T08:00:00.000Z',
  endsAt: '2026-09-26T12:30:00.000Z',
  isAllDay: false,
  place: 'Lindeplein',
  price: 'gratis',
  isCancelled: false,
  organisation: null,
  updatedAt: '2026-09-01T07:15:30.123Z',
  ...change,
})

const fileOf = (events: readonly Event[], title: string | null = 'Agenda van Lindekwartier') =>
  calendarFile({ title, siteUrl, events, organiserOf: () => null, cancelledPrefix: 'AFGELAST:' })

const linesOf = (change: Partial<Event>) => fileOf([anEvent(change)]).split('\r\n')
const lineOf = (name: string, change: Partial<Event> = {}) =>
  linesOf(change).filter((line) => line.startsWith(name))

/** Files as they must be, with their ends of line. */
const golden = {
  'a calendar without events': fileOf([]),
  'an event by the clock, of an organisation': calendarFile({
    title: null,
    siteUrl,
    events: [anEvent()],
    organiserOf: () => 'Buurthuis De Schakel',
    cancelledPrefix: 'AFGELAST:',
  }),
  'over the nights that the clock changes': fileOf([
    anEvent({
      id: 'spring1234567890' as EntryId,
      title: 'Nacht van de kaars',
      startsAt: '2026-03-28T22:00:00.000Z',
      endsAt: '2026-03-29T02:30:00.000Z',
    }),
    anEvent({
      id: 'autumn1234567890' as EntryId,
      title: 'Nacht van de uil',
      startsAt: '2026-10-24T21:00:00.000Z',
      endsAt: '2026-10-25T03:30:00.000Z',
    }),
    anEvent({
      id: 'twice12345678901' as EntryId,
      title: 'Het uur dat twee keer komt',
      startsAt: '2026-10-25T00:45:00.000Z',
      endsAt: '2026-10-25T01:15:00.000Z',
    }),
  ]),
  'one whole day': fileOf([anEvent({ startsAt: '2026-12-24T23:00:00.000Z', endsAt: null, isAllDay: true })]),
  'several days': fileOf([
    anEvent({
      id: 'wholedays1234567' as EntryId,
      title: 'Avondvierdaagse',
      startsAt: '2026-06-01T22:00:00.000Z',
      endsAt: '2026-06-05T18:00:00.000Z',
      isAllDay: true,
    }),
    anEvent({
      id: 'weekend123456789' as EntryId,
      title: 'Kamp in het bos',
      startsAt: '2026-06-12T15:00:00.000Z',
      endsAt: '2026-06-14T10:00:00.000Z',
    }),
  ]),
  cancelled: fileOf([anEvent({ isCancelled: true })]),
  'every week through the night that the clock changes, one time moved and one off': fileOf([
    anEvent({
      title: 'Soep op zaterdag',
      startsAt: '2026-10-17T16:30:00.000Z',
      endsAt: '2026-10-17T18:00:00.000Z',
      recurrence: {
        pattern: 'weekly',
        lastDay: null,
        count: 5,
        exceptions: [
          {
            day: '2026-10-31',
            movedTo: { startsAt: '2026-11-01T12:00:00.000Z', endsAt: '2026-11-01T13:30:00.000Z' },
            reason: 'De vloer wordt gelakt',
          },
          { day: '2026-11-07', movedTo: null, reason: 'De kok is ziek' },
        ],
      },
    }),
  ]),
  'every week at an hour that the clock passes over, that night off and another time moved from it': fileOf(
    (['off', 'moved'] as const).map((what) =>
      anEvent({
        id: `night${what}` as EntryId,
        title: 'Wandelen in het donker',
        startsAt: '2026-03-22T01:30:00.000Z',
        endsAt: '2026-03-22T03:00:00.000Z',
        recurrence: {
          pattern: 'weekly',
          lastDay: null,
          count: 3,
          exceptions: [
            {
              day: '2026-03-29',
              movedTo: what === 'off' ? null : { startsAt: '2026-03-30T00:30:00.000Z', endsAt: null },
              reason: 'De klok gaat vooruit',
            },
          ],
        },
      }),
    ),
  ),
  'coming back by the month': fileOf([
    anEvent({
      id: 'second1234567890' as EntryId,
      title: 'Elke tweede dinsdag',
      startsAt: '2026-09-08T08:00:00.000Z',
      endsAt: null,
      recurrence: { pattern: 'monthlyByWeekday', lastDay: '2026-12-31', count: null, exceptions: [] },
    }),
    anEvent({
      id: 'lastday123456789' as EntryId,
      title: 'Elke laatste vrijdag, hele dag, een keer niet',
      startsAt: '2026-08-27T22:00:00.000Z',
      endsAt: null,
      isAllDay: true,
      recurrence: {
        pattern: 'monthlyByLastWeekday',
        lastDay: '2026-12-31',
        count: null,
        exceptions: [{ day: '2026-10-30', movedTo: null, reason: '' }],
      },
    }),
    anEvent({
      id: 'bydate1234567890' as EntryId,
      title: 'Elke 31e',
      startsAt: '2026-08-31T08:00:00.000Z',
      endsAt: '2026-08-31T09:00:00.000Z',
      recurrence: { pattern: 'monthlyByDate', lastDay: null, count: 3, exceptions: [] },
    }),
  ]),
  'coming back, and all of it cancelled': fileOf([
    anEvent({
      isCancelled: true,
      recurrence: { pattern: 'biweekly', lastDay: null, count: 3, exceptions: [] },
    }),
  ]),
  'with a place on the map': fileOf([
    anEvent({ address: 'Lindeplein 1', point: { latitude: 52.0908, longitude: 5.1222 } }),
  ]),
}

test.each(Object.entries(golden))('%s', async (name, file) => {
  await expect(file).toMatchFileSnapshot(`golden/${name.replaceAll(/[ ,]+/g, '-')}.ics`)
})

test('every line ends as the format asks, also the last', () => {
  for (const file of Object.values(golden)) {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  }
})

describe('the id of an event', () => {
  test('stays when title, slug and time change', () => {
    const changed = {
      title: 'Anders',
      slug: 'anders' as Slug,
      startsAt: '2026-09-27T08:00:00.000Z',
      endsAt: null,
    }
    expect(lineOf('UID', changed)).toEqual(lineOf('UID'))
  })

  test('goes with the moment of the last change, so that a calendar takes the new one', () => {
    expect(lineOf('DTSTAMP', { updatedAt: '2026-09-20T10:00:00.000Z' })).toEqual(['DTSTAMP:20260920T100000Z'])
    const sequences = [
      '2026-09-01T07:15:30.123Z',
      '2026-09-01T07:16:30.000Z',
      '2026-09-20T10:00:00.000Z',
    ].map((updatedAt) => Number(lineOf('SEQUENCE', { updatedAt })[0]!.slice('SEQUENCE:'.length)))
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b))
    expect(sequences.every((each) => each > 0 && each < 2 ** 31)).toBe(true)
  })
})

describe('an end', () => {
  test('that is not known is left out', () => {
    expect(lineOf('DTEND', { endsAt: null })).toEqual([])
  })

  test('that is the start is left out: an event without length is not allowed', () => {
    expect(lineOf('DTEND', { endsAt: '2026-09-26T08:00:00.000Z' })).toEqual([])
  })

  test('at midnight is on the next day by the clock', () => {
    expect(lineOf('DTEND', { endsAt: '2026-09-26T22:00:00.000Z' })).toEqual([
      'DTEND;TZID=Europe/Amsterdam:20260927T000000',
    ])
  })
})

describe('text', () => {
  const unfolded = (change: Partial<Event>) => fileOf([anEvent(change)]).replaceAll('\r\n ', '')

  test('keeps its commas, semicolons, backslashes and lines', () => {
    expect(unfolded({ title: 'Soep, brood; en \\ meer' })).toContain(
      'SUMMARY:Soep\\, brood\\; en \\\\ meer\r\n',
    )
    expect(unfolded({ summary: 'Eén\r\ntwee\rdrie' })).toContain('DESCRIPTION:Eén\\ntwee\\ndrie\\n\\n')
  })

  test('cannot add a property of its own', () => {
    const file = unfolded({ title: 'x\r\nATTACH:https://elders.example', place: 'y\nEND:VCALENDAR' })
    expect(file).not.toMatch(/^ATTACH/m)
    expect(file.match(/^END:VCALENDAR/gm)).toHaveLength(1)
  })

  test.each(['é', '🎉', 'ا', 'x'])('of many %s is folded at 75 bytes, between characters', (character) => {
    const title = character.repeat(200)
    const lines = linesOf({ title })
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(unfolded({ title })).toContain(`SUMMARY:${title}\r\n`)
  })
})

test('of a place that is not known nothing is said', () => {
  expect(lineOf('LOCATION', { place: '' })).toEqual([])
})
