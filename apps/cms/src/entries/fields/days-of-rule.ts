/** On which days an event that comes back is, as sites work it out (packages/content, occurrences.ts): held equal by tests/architecture. */

const DAY_MS = 86_400_000

/** How an event comes back; `first` is the day on which it began, such as `2026-12-26`. */
export interface Rule {
  readonly first: string
  readonly pattern: string
  readonly lastDay: string | null
  readonly count: number | null
}

/** The days from `from` to `to` on which it begins by its rule, those that go otherwise included. */
export function daysOfRule({ first, pattern, lastDay, count }: Rule, from: string, to: string): string[] {
  const end = lastDay !== null && lastDay < to ? lastDay : to
  // Only who counts has to begin at the beginning.
  const start = count === null && from > first ? from : first
  const days: string[] = []
  const most = count ?? Infinity
  let times = 0
  for (let day = start; day <= end && times < most; day = dayAfter(day)) {
    if (!isOn(pattern, first, day)) continue
    times++
    if (day >= from) days.push(day)
  }
  return days
}

/** Whether an event that began on `first` could be on `day`, by its pattern. */
export function isOn(pattern: string, first: string, day: string): boolean {
  const days = daysBetween(first, day)
  if (days < 0) return false
  switch (pattern) {
    case 'weekly':
      return days % 7 === 0
    case 'biweekly':
      return days % 14 === 0
    case 'monthlyByDate':
      return dayOfMonth(first) === dayOfMonth(day)
    case 'monthlyByLastWeekday':
      return days % 7 === 0 && isLastWeek(day)
    default:
      return days % 7 === 0 && Math.ceil(dayOfMonth(first) / 7) === Math.ceil(dayOfMonth(day) / 7)
  }
}

export const dayOfMonth = (day: string) => Number(day.slice(8))

export const daysBetween = (first: string, day: string) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS)

/** Whether a day is the last of its weekday in its month. */
export const isLastWeek = (day: string) => daysLater(day, 7).slice(0, 7) !== day.slice(0, 7)

const dayAfter = (day: string) => daysLater(day, 1)
const daysLater = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
