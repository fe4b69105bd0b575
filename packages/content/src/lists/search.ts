import type { Entry } from '../entries.ts'
import { QUARTERS, quarterOf, type SearchSegment, TIMELESS, yearOfQuarter } from '../search-segments.ts'
import { createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { order, type List } from './list.ts'

/** What the index for search may ask. */
export interface SearchSegments {
  /** How the entries are grouped for search, by name; those of this year are there from its first day on. Of one that grows the size is told roughly. */
  searchSegments(): readonly SearchSegment[]
  /** One such group; null when there is none of that name. A file of the index reads its own group, not all of them. */
  searchSegment(name: string): SearchSegment | null
  /** The entries of one such group. */
  entriesOfSegment(name: string): readonly Entry[]
}

/** Of a search segment that grows it is told whether it has fewer than this many entries, and above that its size in powers of two. */
const FEW_ENTRIES = 128

const byId = (a: Entry, b: Entry) => order(a.id, b.id)

export function search(sources: Sources, year: () => number): List<SearchSegments> {
  const quarters = createShelves('quarter', quarterOf, byId, sources)

  const quartersOf = (segment: string) =>
    segment.includes('-') || segment === TIMELESS
      ? [segment]
      : QUARTERS.map((quarter) => `${segment}-${quarter}`)

  /** The segment that an entry of this quarter is indexed in: a year gone by is one. */
  function segmentOf(quarter: string): string {
    const thisYear = year()
    const of = yearOfQuarter(quarter)
    return of === null || of >= thisYear ? quarter : String(of)
  }

  function segment(name: string): SearchSegment | null {
    const [quarter = ''] = quartersOf(name)
    if (segmentOf(quarter) !== name) return null
    const size = quartersOf(name).reduce((sum, one) => sum + quarters.of(one).slugs().length, 0)
    if (size === 0 && !quartersOfYear().includes(name)) return null
    return { name, size, isGrowing: name.includes('-') || name === TIMELESS }
  }

  /** Those of this year are there before anything is in them: so the first entry of a quarter changes no more than any other. */
  const quartersOfYear = () => QUARTERS.map((quarter) => `${year()}-${quarter}`)

  /** To weigh how rare a word is a rough size will do; so a new entry leaves the catalogue of segments as it is. */
  const roughly = (exact: SearchSegment): SearchSegment =>
    exact.isGrowing
      ? {
          ...exact,
          size: exact.size < FEW_ENTRIES ? FEW_ENTRIES / 2 : 2 ** Math.floor(Math.log2(exact.size)),
        }
      : exact

  return {
    queries: {
      searchSegments: () =>
        Array.from(new Set([...quarters.keys(), ...quartersOfYear()].toSorted().map(segmentOf)), (name) =>
          roughly(segment(name)!),
        ),
      searchSegment: segment,
      entriesOfSegment(name) {
        const [first, ...others] = quartersOf(name).map((quarter) => quarters.of(quarter).all())
        return others.length === 0 ? first! : first!.concat(...others)
      },
    },
    // Entries have their pages elsewhere.
    pages: [],
    take: (changes) => quarters.change(changes),
  }
}
