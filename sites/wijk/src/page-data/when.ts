/** When an event is, in words. */
import { dayOf, wallClockOf } from '@wijkpers/content'
import type { EventTeaser } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dayAndMonthOf, dayIn, longDay, type Moment } from './dates.ts'

type Times = Pick<EventTeaser, 'startsAt' | 'endsAt' | 'isAllDay' | 'firstDay' | 'lastDay'>

/** '14.30' */
const clock = (iso: string) => wallClockOf(iso).slice(11, 16).replace(':', '.')
/** The end by the clock; null when nothing was said, or it is the start. */
function endOf({ startsAt, endsAt }: Times): string | null {
  return endsAt !== null && Date.parse(endsAt) > Date.parse(startsAt) ? clock(endsAt) : null
}

/** 'zaterdag 28 november, 9.30 uur', or its day alone. */
export function momentInWords(iso: string, isAllDay: boolean): string {
  const day = dayAndMonthOf(dayOf(iso))
  return isAllDay ? day : `${day}, ${texts.at(clock(iso))}`
}

/** The time of an event that stands below its first day, such as '14.30–16.00 uur'. */
export function timeOn(times: Times): Moment {
  const { startsAt, isAllDay, firstDay, lastDay } = times
  const iso = isAllDay ? firstDay : startsAt
  const until = firstDay === lastDay ? '' : `, ${texts.upTo(dayAndMonthOf(lastDay))}`
  if (isAllDay) return { iso, text: texts.allDay + until }
  const end = endOf(times)
  if (until === '' && end !== null) return { iso, text: texts.fromTo(clock(startsAt), end) }
  return { iso, text: texts.at(clock(startsAt)) + until }
}

/** Of an event that began before `today` and goes on: until when. The night after its last day, that is a time. */
export function untilWhen({ lastDay, endsAt }: Times, today: string): Moment {
  if (endsAt !== null && lastDay < today) return { iso: endsAt, text: texts.until(clock(endsAt)) }
  return { iso: lastDay, text: texts.upTo(dayIn(Number(today.slice(0, 4)), lastDay)) }
}

/** All of it, in two lines, for the event's own page. */
export function fullTimes(times: Times): readonly [Moment, Moment] {
  const { startsAt, endsAt, isAllDay, firstDay, lastDay } = times
  const [first, last] = [longDay(firstDay), longDay(lastDay)]
  const end = endOf(times)
  if (firstDay === lastDay) {
    if (isAllDay) return [first, { iso: firstDay, text: texts.allDay }]
    const text = end === null ? texts.at(clock(startsAt)) : texts.fromToLong(clock(startsAt), end)
    return [first, { iso: startsAt, text }]
  }
  if (isAllDay || endsAt === null) return [first, { iso: lastDay, text: texts.upToLong(last.text) }]
  return [
    { iso: startsAt, text: `${first.text}, ${texts.at(clock(startsAt))}` },
    { iso: endsAt, text: `${texts.upToLong(last.text)}, ${texts.at(clock(endsAt))}` },
  ]
}
