/**
 * Days that a text names with their day of the week, such as "vrijdag 12 november" or "zaterdag 14 en zondag 15 november", and those of them
 * that cannot be right. Pure: the text and today are all it looks at.
 */

/** A day of the calendar without a clock: months count from 0. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly date: number
}

/** A day that is named wrongly. */
export interface WrongDay {
  /** As it is written. */
  readonly said: string
  /** What day of the week it is; null when there is no such day. */
  readonly is: string | null
}

const WEEKDAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'] as const
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

// "za" and "mrt" as well; in full they must not go on, as in "zaterdagochtend" (which may: it is the same day).
const WEEKDAY =
  '(zo|ma|di|wo|do|vr|za)(?:ndag|andag|nsdag|ensdag|nderdag|ijdag|terdag)?(?:ochtend|middag|avond|nacht)?\\.?'
const MONTH =
  '(jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
/** What belongs together stands on one line. */
const GAP = '[^\\S\\n]+'
const YEAR = `(?:${GAP}((?:19|20)\\d\\d))?`
const DAY = `\\b${WEEKDAY},?${GAP}(?:de${GAP})?(\\d{1,2})(?:e)?`

/** "vrijdag 12 november 2026", or "vrijdag 12" when the month comes later: "vrijdag 12 en zaterdag 13 november". */
const WRITTEN = new RegExp(`${DAY}(?:${GAP}${MONTH}${YEAR})?(?![\\d.:]*\\d)`, 'gi')
/** "vrijdag 12-11-2026", "vr 12/11". */
const IN_NUMBERS = new RegExp(`${DAY}[-/](\\d{1,2})(?:[-/]((?:19|20)\\d\\d))?(?!\\d)`, 'gi')

/** How much further a day in the past is than one to come: an announcement looks ahead, a report a few weeks back. */
const PAST_WEIGHS = 3
/** A day that is up to so many times as far as the nearest can be meant as well. */
const CAN_BE_MEANT = 2
const DAY_MS = 86_400_000

/** The days in a text that are named wrongly, in the order of the text, each once. Without a year, the year nearest to today counts. */
export function wrongDays(text: string, today: Day): readonly WrongDay[] {
  const found = [...writtenDays(text), ...daysInNumbers(text)].toSorted((one, other) => one.at - other.at)
  const wrong = found.flatMap(({ said, weekday, date, month, year }) => {
    const possible = year === null ? likely({ month, date }, today) : [{ year, month, date }].filter(exists)
    if (possible.some((day) => weekdayOf(day) === weekday)) return []
    return [{ said, is: possible[0] ? WEEKDAYS[weekdayOf(possible[0])]! : null }]
  })
  const saidBefore = ({ said }: WrongDay, index: number) =>
    wrong.findIndex((one) => one.said.toLowerCase() === said.toLowerCase()) < index
  return wrong.filter((one, index) => !saidBefore(one, index))
}

interface NamedDay {
  readonly at: number
  readonly said: string
  readonly weekday: number
  readonly date: number
  readonly month: number
  readonly year: number | null
}

function writtenDays(text: string): NamedDay[] {
  const days: NamedDay[] = []
  /** Since then no month was named. */
  let waiting: { at: number; end: number; said: string; weekday: number; date: number }[] = []
  for (const match of text.matchAll(WRITTEN)) {
    const [said, weekday, date, month, year] = match
    const day = {
      at: match.index,
      end: match.index + said.length,
      said: tidy(said),
      weekday: weekdayIn(weekday!),
      date: Number(date),
    }
    // Only "en", "t/m" and the like may stand between days that share a month.
    const previous = waiting.at(-1)
    if (
      previous &&
      !/^\s*(?:,|en|of|t\/?m|tot(?: en met)?|[-–])?\s*$/i.test(text.slice(previous.end, day.at))
    )
      waiting = []
    if (!month) {
      waiting.push(day)
      continue
    }
    const when = { month: monthIn(month), year: year ? Number(year) : null }
    const words = `${MONTHS[when.month]!}${year ? ` ${year}` : ''}`
    for (const each of waiting) days.push({ ...each, ...when, said: `${each.said} ${words}` })
    waiting = []
    days.push({ ...day, ...when })
  }
  return days
}

function daysInNumbers(text: string): NamedDay[] {
  return [...text.matchAll(IN_NUMBERS)].map((match) => {
    const [said, weekday, date, month, year] = match
    return {
      at: match.index,
      said: tidy(said),
      weekday: weekdayIn(weekday!),
      date: Number(date),
      month: Number(month) - 1,
      year: year ? Number(year) : null,
    }
  })
}

/** The years in which a day can be meant, the likeliest first; none when the day does not exist in any. */
function likely({ month, date }: Omit<Day, 'year'>, today: Day): readonly Day[] {
  const now = utc(today)
  const ranked = [-1, 0, 1, 2]
    .map((years) => ({ year: today.year + years, month, date }))
    .filter(exists)
    .map((day) => ({ day, far: utc(day) < now ? (now - utc(day)) * PAST_WEIGHS : utc(day) - now }))
    .toSorted((one, other) => one.far - other.far)
  const nearest = ranked[0]?.far ?? 0
  return ranked.filter(({ far }) => far <= Math.max(nearest * CAN_BE_MEANT, DAY_MS)).map(({ day }) => day)
}

function exists(day: Day): boolean {
  const at = new Date(utc(day))
  return at.getUTCMonth() === day.month && at.getUTCDate() === day.date
}

const utc = ({ year, month, date }: Day) => Date.UTC(year, month, date)
const weekdayOf = (day: Day) => new Date(utc(day)).getUTCDay()
const weekdayIn = (word: string) => WEEKDAYS.findIndex((name) => name.startsWith(word.toLowerCase()))
const tidy = (said: string) => said.replaceAll(/\s+/g, ' ').replace(/\.$/, '')

function monthIn(word: string): number {
  const short = word.toLowerCase().replace('mrt', 'maart').slice(0, 3)
  return MONTHS.findIndex((name) => name.startsWith(short))
}
