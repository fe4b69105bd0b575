import { blocksToHtml, firstDayOf, lastDayOf, pathOf, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dayLabel, type DayLabel } from './activity.ts'
import { eventIcsPath } from './calendar.ts'
import type { Moment } from './dates.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame, type Link } from './frame.ts'
import { organisationLinkOf } from './organisation.ts'
import { pictureOf, type Picture } from './picture.ts'
import { mapUrl } from './place.ts'
import { structuredEvent } from './structured-data.ts'
import { fullTimes } from './when.ts'

export interface EventPage {
  readonly frame: Frame
  readonly title: string
  readonly summary: string
  /** What must be seen before anything else: it does not go on, or is over. */
  readonly alert: {
    readonly kind: 'cancelled' | 'over'
    readonly title: string
    readonly text: string
  } | null
  /** The day on which it begins. */
  readonly day: DayLabel
  readonly when: readonly [Moment, Moment]
  readonly where: { readonly place: string; readonly mapUrl: string } | null
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

/** Throws when there is no such event: its page is made from the list of events. */
export function eventPage(site: Site, slug: Slug): EventPage {
  const event = site.event(slug)
  if (!event) throw new Error(`no event with the slug ${slug}`)
  const { title, summary, body, isCancelled } = event
  const days = { firstDay: firstDayOf(event), lastDay: lastDayOf(event) }
  const when = fullTimes({ ...event, ...days })
  const [place, price] = [event.place.trim(), event.price.trim()]
  const picture = pictureOf(site, event.photo)
  const organisation = organisationLinkOf(site, event.organisation)
  const isOver = site.isOver(slug)
  const facts = texts.eventDescription(title, when.map(({ text }) => text).join(', '), place)
  const description = `${isCancelled ? `${texts.cancelled}. ` : ''}${descriptionOf(summary, body, facts)}`
  return {
    frame: frameOf(site, { path: pathOf(event), title, description, picture }),
    title,
    summary,
    alert: alertOf(isCancelled, isOver),
    day: dayLabel(days.firstDay, null),
    when,
    where: place === '' ? null : { place, mapUrl: mapUrl(place, site.wijk().name) },
    price,
    organisation,
    calendarFile: isCancelled || isOver ? null : eventIcsPath(event),
    picture,
    body: blocksToHtml(body),
    structuredData: structuredEvent(site, event, days, {
      description,
      picture,
      organisation,
      isFree: /^gratis\b/i.test(price),
    }),
  }
}

function alertOf(isCancelled: boolean, isOver: boolean): EventPage['alert'] {
  if (isCancelled)
    return { kind: 'cancelled', title: texts.cancelled, text: isOver ? '' : texts.cancelledText }
  return isOver ? { kind: 'over', title: texts.over, text: '' } : null
}
