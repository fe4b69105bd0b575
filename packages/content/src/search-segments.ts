/**
 * Which entries are indexed together for search. A segment is a quarter of this year or of one to come, a whole year
 * gone by, or what is of all times: so a new entry changes one small file of the index, and old ones stay as they are.
 */
import { dayOf, firstDayOf } from './days.ts'
import type { Entry } from './entries.ts'

export interface SearchSegment {
  /** `2026-4`, `2025` or `altijd`. */
  readonly name: string
  /** How many entries it has. */
  readonly size: number
  /** Whether entries are still added to it, or edited. */
  readonly isGrowing: boolean
}

/** The segment of what is of all times. */
export const TIMELESS = 'altijd'
export const QUARTERS = [1, 2, 3, 4] as const

/**
 * The quarter that an entry belongs to, such as `2026-4`; of what has no day, TIMELESS. Null for what is not to be found:
 * deals and advertisements end by themselves, and a search for a name is no way to a person.
 */
export function quarterOf(entry: Entry): string | null {
  if (entry.kind === 'deal' || entry.kind === 'advertisement' || entry.kind === 'person') return null
  const day = dayOfEntry(entry)
  return day === null ? TIMELESS : `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The year of a quarter; null of TIMELESS. */
export function yearOfQuarter(quarter: string): number | null {
  return quarter === TIMELESS ? null : Number(quarter.slice(0, 4))
}

function dayOfEntry(entry: Exclude<Entry, { kind: 'deal' | 'advertisement' | 'person' }>): string | null {
  switch (entry.kind) {
    case 'article':
    case 'notice': {
      const { firstPublishedAt } = entry
      // Only late in the evening of UTC is it another day here; asking the calendar costs more than all the rest.
      return Number(firstPublishedAt.slice(11, 13)) >= 22
        ? dayOf(firstPublishedAt)
        : firstPublishedAt.slice(0, 10)
    }
    case 'event':
      return firstDayOf(entry)
    case 'edition':
      return entry.publicationDay
    case 'organisation':
    case 'business':
    case 'liveabilityProject':
    case 'infoPage':
      return null
  }
}
