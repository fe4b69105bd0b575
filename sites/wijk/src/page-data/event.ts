import {
  blocksToHtml,
  shareCardOf,
  firstDayOf,
  lastDayOf,
  pathOf,
  type Event,
  type Slug,
} from '@wijkpers/content'
import type { EventTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dayLabel, type DayLabel } from './activity.ts'
import { eventIcsPath } from './calendar.ts'
import { accessibilityOf } from './accessibility.ts'
import { dayAndMonthOf, type Moment } from './dates.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame, type Link } from './frame.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { pictureOf, type Picture } from './picture.ts'
import { whereOf, type Where } from './place.ts'
import { inWords } from './recurrence.ts'
import { structuredEvent } from './structured-data.ts'
import { fullTimes, momentInWords, timeOn } from './when.ts'

export interface EventPage {
  readonly frame: Frame
  readonly title: string
  readonly summary: string
  /** What must be seen before anything else: it does not go on, or is over. */
  readonly alert: {
    readonly kind: 'cancelled' | 'moved' | 'over'
    readonly title: string
    readonly text: string
  } | null
  /** The day on which it begins. */
  readonly day: DayLabel
  readonly when: readonly [Moment, Moment]
  /** How often it comes back; null when it does not. */
  readonly repeats: string | null
  /** The times to come of an event that comes back. */
  readonly times: readonly EventTime[]
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
  const { title, summary, body, isCancelled } = event
  // Of what comes back, the page tells the next time; when all is over, the first.
  const coming = event.recurrence === null ? [] : site.comingTimes(slug, TIMES)
  const shown = coming.find((time) => !time.isCancelled) ?? coming[0] ?? event
  const days = { firstDay: firstDayOf(shown), lastDay: lastDayOf(shown) }
  const when = fullTimes({ ...shown, ...days })
  const [place, price] = [event.place.trim(), event.price.trim()]
  const picture = pictureOf(site, event.photo)
  const organisation = organisationLinkOf(site, event.organisation)
  const isOver = site.isOver(slug)
  const facts = texts.eventDescription(title, when.map(({ text }) => text).join(', '), place)
  const description = `${isCancelled ? `${texts.cancelled}. ` : ''}${descriptionOf(summary, body, facts)}`
  return {
    frame: frameOf(site, {
      path: pathOf(event),
      card: shareCardOf(event, site.wijk()),
      title,
      description,
      picture,
    }),
    title,
    summary,
    alert: alertOf(event, isOver),
    day: dayLabel(days.firstDay, null),
    when,
    repeats: event.recurrence && inWords(event.recurrence, firstDayOf(event)),
    times: coming.map(timeOf),
    where: whereOf(event, site.wijk().name),
    accessibility: accessibilityOf(event.accessibility),
    price,
    organisation,
    calendarFile: isCancelled || isOver ? null : eventIcsPath(event),
    picture,
    body: blocksToHtml(body),
    structuredData: structuredEvent(
      site,
      { ...event, startsAt: shown.startsAt, endsAt: shown.endsAt },
      days,
      {
        description,
        picture,
        organisation,
        isFree: /^gratis\b/i.test(price),
      },
    ),
  }
}

function alertOf({ isCancelled, isAllDay, movedFrom }: Event, isOver: boolean): EventPage['alert'] {
  if (isCancelled)
    return { kind: 'cancelled', title: texts.cancelled, text: isOver ? '' : texts.cancelledText }
  if (isOver) return { kind: 'over', title: texts.over, text: '' }
  if (movedFrom === null) return null
  return { kind: 'moved', title: texts.moved, text: texts.movedText(momentInWords(movedFrom, isAllDay)) }
}

function timeOf(time: EventTeaser): EventTime {
  const { iso, text } = timeOn(time)
  const moved = time.movedFrom === null ? '' : texts.movedText(momentInWords(time.movedFrom, time.isAllDay))
  return {
    iso,
    text: `${dayAndMonthOf(time.firstDay)}, ${text}`,
    note: [moved, time.reason].filter((part) => part !== '').join(' '),
    isCancelled: time.isCancelled,
  }
}
