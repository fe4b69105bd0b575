/**
 * Events as a calendar file, iCalendar (RFC 5545), for the calendar on a reader's phone. Pure: same events, same bytes.
 * The UID of an event is made of its id in the CMS, so a changed one takes the place of the old; one that is cancelled
 * stays in, and says so, because a calendar does not tell its owner what went missing.
 *
 * Written here, because the libraries make local times with the clock of the machine that renders.
 */
import {
  dayOf,
  daysAfter,
  firstDayOf,
  lastDayOf,
  occurrencesOf,
  pathOf,
  wallClockOf,
  type Event,
  type Occurrence,
  type RecurrencePattern,
  type Times,
} from '@wijkpers/content'

export interface Calendar {
  /** Name of the calendar, as readers list it; left out of the file of one event. */
  readonly title: string | null
  /** Public address of the site without a slash at the end. */
  readonly siteUrl: string
  readonly events: readonly Event[]
  /** The name of the organisation of an event, or null. */
  readonly organiserOf: (event: Event) => string | null
  /** What stands before the title of a cancelled event, because not every calendar shows its state. */
  readonly cancelledPrefix: string
}

const ZONE = 'Europe/Amsterdam'

/** The rules of the Netherlands since 1996, which hold for every event of a wijk. */
const timezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The calendar as text. There is no clock in it: an event was stamped when it was last published. */
export function calendarFile(calendar: Calendar): string {
  const { title, events } = calendar
  const name = title === null ? [] : [property('X-WR-CALNAME', title), `X-WR-TIMEZONE:${ZONE}`]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wijkpers//Agenda//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...name,
    ...timezone,
    ...events.flatMap((event) => eventLines(calendar, event)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/**
 * An event, with its rule when it comes back. A time that was moved stands beside it, in the place of the one that the
 * rule gives; one that does not go on is taken out of the rule, and stays as an event of its own that says so.
 */
function eventLines(calendar: Calendar, event: Event): string[] {
  const { recurrence, isCancelled } = event
  if (recurrence === null) return component(calendar, event, event, { isCancelled })
  const all = occurrencesOf(event)
  const off = isCancelled ? [] : all.filter((one) => one.isCancelled)
  const rule = [
    ruleOf(event, recurrence.pattern, all.length),
    ...off.map((one) => planned('EXDATE', event, one)),
  ]
  return [
    ...component(calendar, event, event, { isCancelled, more: rule }),
    ...all
      .filter(({ isMoved }) => isMoved)
      .flatMap((one) =>
        component(calendar, event, one, {
          isCancelled,
          more: [planned('RECURRENCE-ID', event, one)],
          reason: one.reason,
        }),
      ),
    ...off.flatMap((one) =>
      component(calendar, event, one, { isCancelled: true, day: one.day, reason: one.reason }),
    ),
  ]
}

interface Said {
  readonly isCancelled: boolean
  /** Lines of its own. */
  readonly more?: readonly string[]
  /** Names one time that is an event of its own. */
  readonly day?: string
  /** Why this one time is otherwise. */
  readonly reason?: string
}

function component(
  { siteUrl, organiserOf, cancelledPrefix }: Calendar,
  event: Event,
  at: Times,
  { isCancelled, more = [], day, reason = '' }: Said,
): string[] {
  const { id, title, summary, place, address, point, price, updatedAt } = event
  const url = siteUrl + pathOf(event)
  const facts = [reason, summary, organiserOf(event) ?? '', price, url].filter((text) => text !== '')
  const location = [place, address].filter((text) => text !== '').join(', ')
  return [
    'BEGIN:VEVENT',
    `UID:${id}${day === undefined ? '' : `-${day}`}@wijkpers`,
    `DTSTAMP:${utc(updatedAt)}`,
    `LAST-MODIFIED:${utc(updatedAt)}`,
    `SEQUENCE:${sequenceOf(updatedAt)}`,
    ...times(at),
    ...more,
    property('SUMMARY', isCancelled ? `${cancelledPrefix} ${title}` : title),
    property('DESCRIPTION', facts.join('\n\n')),
    ...(location === '' ? [] : [property('LOCATION', location)]),
    ...(point === null ? [] : [`GEO:${point.latitude};${point.longitude}`]),
    `URL:${url}`,
    // As RFC 5545 (3.8.1.11) has it: most calendars strike it through, and Apple's leaves that to the title. Google's takes
    // it away (https://github.com/hackgvl/hackgreenville-com/pull/498); to call it confirmed would be a lie to all others.
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // Whole days are no reason to be shown as taken, and neither is what does not go on.
    `TRANSP:${at.isAllDay || isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** The rule of occurrences.ts in the words of RFC 5545. It ends by a count: that needs no moment in another zone. */
function ruleOf(event: Event, pattern: RecurrencePattern, count: number): string {
  const first = dayOf(event.startsAt)
  const weekday = WEEKDAYS[new Date(`${first}T00:00:00Z`).getUTCDay()]
  const dayOfMonth = Number(first.slice(8))
  const frequencies: Readonly<Record<RecurrencePattern, string>> = {
    weekly: 'WEEKLY',
    biweekly: 'WEEKLY;INTERVAL=2',
    monthlyByWeekday: `MONTHLY;BYDAY=${Math.ceil(dayOfMonth / 7)}${weekday}`,
    monthlyByLastWeekday: `MONTHLY;BYDAY=-1${weekday}`,
    monthlyByDate: `MONTHLY;BYMONTHDAY=${dayOfMonth}`,
  }
  return `RRULE:FREQ=${frequencies[pattern]};COUNT=${count}`
}

/**
 * Points to one time by when it was planned, in the words of the start of its event. By the clock, as the rule has it: in
 * the night that an hour is passed over a calendar knows it by a time that no clock shows.
 */
function planned(name: 'EXDATE' | 'RECURRENCE-ID', event: Event, { day }: Occurrence): string {
  if (event.isAllDay) return `${name};VALUE=DATE:${date(day)}`
  return `${name};TZID=${ZONE}:${date(day)}${local(event.startsAt).slice(8)}`
}

function times(event: Times): string[] {
  const { startsAt, endsAt, isAllDay } = event
  if (isAllDay) {
    // The end of whole days is the first day on which it is over.
    return [
      `DTSTART;VALUE=DATE:${date(firstDayOf(event))}`,
      `DTEND;VALUE=DATE:${date(daysAfter(lastDayOf(event), 1))}`,
    ]
  }
  const start = `DTSTART;TZID=${ZONE}:${local(startsAt)}`
  if (endsAt === null || Date.parse(endsAt) <= Date.parse(startsAt)) return [start]
  // In the hour that comes twice, an end by the clock could lie before the start: then both in UTC.
  if (local(endsAt) <= local(startsAt)) return [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`]
  return [start, `DTEND;TZID=${ZONE}:${local(endsAt)}`]
}

/**
 * Rises with every change, so that a calendar takes the newest one: the minutes from the first day of 2020 until it was
 * published anew. A count of changes would have to be remembered, and fits no site that is made anew.
 */
function sequenceOf(updatedAt: string): number {
  return Math.max(0, Math.floor((Date.parse(updatedAt) - Date.UTC(2020, 0)) / 60_000))
}

const digits = (text: string) => text.replaceAll(/[-:]/g, '')
const date = digits
const local = (iso: string) => digits(wallClockOf(iso))
const utc = (iso: string) => `${digits(new Date(iso).toISOString().slice(0, 19))}Z`

/** A property with a value of text: https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11 */
function property(name: string, value: string): string {
  const text = value
    .trim()
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
  return `${name}:${text}`
}

/** A line has at most 75 bytes without its end; a character is never cut in two. */
const LINE_BYTES = 75

function fold(line: string): string {
  const lines: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > LINE_BYTES) {
      lines.push(part)
      // The space in front of what goes on counts as well.
      part = ' '
      bytes = 1
    }
    part += character
    bytes += size
  }
  return [...lines, part].join('\r\n')
}
