/** How often something comes back, in words. */
import type { Recurrence, RecurrencePattern } from '@wijkpers/content'
import { texts } from '../texts.ts'
import { longDay, weekdayOf } from './dates.ts'

/** 'Elke dinsdag, tot en met dinsdag 15 juni 2027'; `first` is the day of the first time. */
export function inWords({ pattern, lastDay, count }: Recurrence, first: string): string {
  const often = howOften(pattern, first)
  if (lastDay !== null) return `${often}, ${texts.upToLong(longDay(lastDay).text)}`
  return count === null ? often : `${often}, ${texts.repeats.times(count)}`
}

/** 'Elke dinsdag'; `first` is the day of the first time. */
export function howOften(pattern: RecurrencePattern, first: string): string {
  const weekday = weekdayOf(first)
  const dayOfMonth = Number(first.slice(8))
  return {
    weekly: texts.repeats.weekly(weekday),
    biweekly: texts.repeats.biweekly(weekday),
    monthlyByWeekday: texts.repeats.monthlyByWeekday(Math.ceil(dayOfMonth / 7), weekday),
    monthlyByLastWeekday: texts.repeats.monthlyByLastWeekday(weekday),
    monthlyByDate: texts.repeats.monthlyByDate(dayOfMonth),
  }[pattern]
}
