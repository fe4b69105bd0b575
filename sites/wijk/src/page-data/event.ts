import {
  blocksToHtml,
  shareCardOf,
  firstDayOf,
  lastDayOf,
  occurrencesOf,
  pathOf,
  type Event,
  type Slug,
} from '@wijkpers/content'
import type { EventTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dayLabel, type DayLabel } from './activity.ts'
import { eventIcsPath } from './calendar.ts'
import { accessibilityOf } from './accessibility.ts'
import { dayAndMonthOf, shortDay, type Moment } from './dates.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { pictureOf, type Picture } from './picture.ts'
import { whereOf, type Where } from './place.ts'
import { inWords } from './recurrence.ts'
import { spokenIn, type Spoken } from './spoken.ts'
import { titleNote } from './title-note.ts'
import { structuredEvent } from './structured-data.ts'
import { fullTimes, momentInWords, timeOn } from './when.ts'

export interface EventPage {
  readonly frame: Frame
  readonly title: string
  /** What is said of it elsewhere, such as in a message: that it is off comes first. */
  readonly sharedTitle: string
  readonly summary: string
  readonly spoken: Spoken
  /** What must be seen before anything else: it does not go on, or is over. */
  readonly alert: {
    readonly kind: 'cancelled' | 'moved' | 'over'
    readonly title: string
    readonly text: string
  } | null
  /** The day on which it begins. */
  readonly day: DayLabel
  readonly when: readonly [Moment, Moment]
  /** Whether that time does not go on. */
  readonly isOff: boolean
  /** How often it comes back; null when it does not. */
  readonly repeats: string | null
  /** The times to come of an event that comes back; none when there is no more to say of them than stands in `when`. */
  readonly times: readonly EventTime[]
  readonly timesTitle: string
  readonly where: Where | null
  /** What somebody who is less able to walk, hear or see can count on. */
  readonly accessibility: readonly string[]
  readonly price: string
  readonly organisation: Link | null
  /** Path of the file for a calendar; null when there is no reason any more to note it down. */
  readonly calendarFile: string | null
  readonly picture: Picture | null
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
  /** JSON-LD, safe inside a script element. */
  readonly structuredData: string
}

/** One of the times of an event that comes back. */
export interface EventTime extends Moment {
  /** What is other than usual; empty when nothing is. */
  readonly note: string
  readonly isCancelled: boolean
}

/** How many times to come the page of an event tells. */
const TIMES = 6

/** Throws when there is no such event: its page is made from the list of events. */
export function eventPage(site: Site, slug: Slug): EventPage {
  const event = site.event(slug)
  if (!event) throw new Error(`no event with the slug ${slug}`)
  const { title, summary, body, place, price } = event
  const coming = event.recurrence === null ? [] : site.comingTimes(slug)
  const shown = shownOf(event, coming)
  const days = { firstDay: firstDayOf(shown), lastDay: lastDayOf(shown) }
  const when = fullTimes({ ...shown, ...days })
  const picture = pictureOf(site, event.photo)
  const organisation = organisationLinkOf(site, event.organisation)
  const isOver = site.isOver(slug)
  const sharedTitle = shown.isCancelled ? texts.cancelledTitle(title) : title
  const facts = texts.eventDescription(title, when.map(({ text }) => text).join(', '), place)
  const description = `${shown.isCancelled ? `${texts.cancelled}. ` : ''}${descriptionOf(summary, body, facts)}`
  return {
    frame: frameOf(site, {
      path: pathOf(event),
      card: shareCardOf(event, site.wijk()),
      title: sharedTitle,
      titleNote: titleNote(site, event, shortDay(days.firstDay), place),
      description,
      picture,
      updatedAt: event.updatedAt,
    }),
    title,
    sharedTitle,
    summary,
    spoken: spokenIn(event.language),
    alert: alertOf(event, { shown, coming, isOver }),
    day: dayLabel(days.firstDay, null),
    when,
    repeats: event.recurrence && inWords(event.recurrence, firstDayOf(event)),
    isOff: shown.isCancelled,
    ...timesOf(coming),
    where: whereOf(event, site.wijk()),
    accessibility: accessibilityOf(event.accessibility),
    price,
    organisation,
    calendarFile: shown.isCancelled || isOver ? null : eventIcsPath(event),
    picture,
    body: blocksToHtml(body),
    structuredData: structuredEvent(site, { ...event, ...shown }, days, {
      description,
      picture,
      organisation,
      isFree: /^gratis\b/i.test(price),
    }),
  }
}

/** The time that the page is about, with what became of it. */
type ShownTime = Pick<
  EventTeaser,
  'startsAt' | 'endsAt' | 'isAllDay' | 'isCancelled' | 'movedFrom' | 'reason'
>

/** Of what comes back: the next time that goes on, or else the next one that does not; when all is over, the first. */
function shownOf(event: Event, coming: readonly EventTeaser[]): ShownTime {
  if (event.recurrence === null) return { ...timeParts(event), movedFrom: event.movedFrom, reason: '' }
  const next = coming.find(isOn) ?? coming[0]
  if (next) return { ...timeParts(next), movedFrom: next.movedFrom, reason: next.reason }
  const all = occurrencesOf(event)
  const first = all.find(isOn) ?? all[0]!
  return {
    ...timeParts(first),
    movedFrom: first.isMoved ? first.plannedAt : null,
    reason: first.reason,
  }
}

const isOn = ({ isCancelled }: Pick<EventTeaser, 'isCancelled'>) => !isCancelled
const timeParts = ({
  startsAt,
  endsAt,
  isAllDay,
  isCancelled,
}: Pick<Event, 'startsAt' | 'endsAt' | 'isAllDay' | 'isCancelled'>) => ({
  startsAt,
  endsAt,
  isAllDay,
  isCancelled,
})

function alertOf(
  { isCancelled, recurrence }: Event,
  {
    shown,
    coming,
    isOver,
  }: { readonly shown: ShownTime; readonly coming: readonly EventTeaser[]; readonly isOver: boolean },
): EventPage['alert'] {
  if (isCancelled)
    return { kind: 'cancelled', title: texts.cancelled, text: isOver ? '' : texts.cancelledText }
  if (isOver) return { kind: 'over', title: texts.over, text: '' }
  if (shown.isCancelled) return offOf(texts.cancelled, texts.lastTimesOff, coming)
  const off = coming.slice(0, Math.max(0, coming.findIndex(isOn)))
  if (off.length > 0) return offOf(texts.nextTimeCancelled, texts.nextTimesOff, off)
  if (shown.movedFrom === null) return null
  const from = momentInWords(shown.movedFrom, shown.isAllDay)
  const text = recurrence === null ? texts.movedText(from) : texts.nextTimeMoved(from)
  return { kind: 'moved', title: texts.moved, text: withReason(text, shown.reason) }
}

/** What does not go on of an event that comes back, and why. */
function offOf(
  title: string,
  inWords: typeof texts.nextTimesOff,
  off: readonly EventTeaser[],
): EventPage['alert'] {
  const text = inWords(off.length, dayAndMonthOf(off[0]!.firstDay))
  const reasons = [...new Set(off.map(({ reason }) => reason))].join(' ')
  return { kind: 'cancelled', title, text: withReason(text, reasons) }
}

const withReason = (text: string, reason: string) => `${text} ${reason}`.trim()

/** The next few times; a single one only when there is something to say of it. */
function timesOf(coming: readonly EventTeaser[]): Pick<EventPage, 'times' | 'timesTitle'> {
  const times = coming.slice(0, TIMES).map(timeOf)
  const [only] = times.length === 1 ? times : []
  if (!only) return { times, timesTitle: texts.nextTimes }
  return { times: only.isCancelled || only.note !== '' ? times : [], timesTitle: texts.lastTime }
}

function timeOf(time: EventTeaser): EventTime {
  const { iso, text } = timeOn(time)
  const moved = time.movedFrom === null ? '' : texts.movedText(momentInWords(time.movedFrom, time.isAllDay))
  return {
    iso,
    text: `${dayAndMonthOf(time.firstDay)}, ${text}`,
    note: withReason(moved, time.reason),
    isCancelled: time.isCancelled,
  }
}
