/**
 * The lines of a segment: a term, then its postings. Most edits change the text of one page that keeps its place; then
 * only the lines of its terms are made again, because a segment has thousands.
 */
import type { Findable } from './segment.ts'
import { termsOf } from './weights.ts'

/** The lines of a segment as they were last made. */
interface Kept {
  sorted: readonly Findable[]
  /** In their order. */
  readonly terms: string[]
  readonly lines: Map<string, string>
}

type Posting = readonly [place: number, weight: string]

/** More pages at once are made as if nothing was known. */
const FEW = 8

// By the first and the second page of a segment: one of the two stays when one page changes.
const keptWith = new WeakMap<Findable, Kept>()
const madeBefore = new WeakSet<Findable>()

/** The lines of these findables, in the order of their terms. `sorted` has the findables in the order of their places. */
export function linesOf(sorted: readonly Findable[]): string[] {
  const heads = sorted.slice(0, 2)
  const before = heads.map((head) => keptWith.get(head)).find((kept) => kept !== undefined)
  const changed = before ? placesChanged(before.sorted, sorted) : null
  const kept = before && changed ? withChanged(before, sorted, changed) : madeOf(sorted)
  // What is made once, as all segments of a new site are, needs no memory.
  if (heads.some((head) => madeBefore.has(head))) for (const head of heads) keptWith.set(head, kept)
  for (const head of heads) madeBefore.add(head)
  return kept.terms.map((term) => kept.lines.get(term)!)
}

/** Where other findables stand than before; null when there are many, or one came, went or moved. */
function placesChanged(before: readonly Findable[], after: readonly Findable[]): number[] | null {
  if (before.length !== after.length) return null
  const places: number[] = []
  for (const [place, findable] of after.entries()) {
    if (before[place] === findable) continue
    if (before[place]!.path !== findable.path || places.push(place) > FEW) return null
  }
  return places
}

function madeOf(sorted: readonly Findable[]): Kept {
  const open = new Map<string, { text: string; last: number }>()
  for (const [place, findable] of sorted.entries()) {
    const { terms, weights } = termsOf(findable)
    for (let number = 0; number < terms.length; number++) {
      const [term, weight] = [terms[number]!, weights[number]!]
      const line = open.get(term)
      if (line) {
        line.text += ` ${(place - line.last).toString(36)}.${weight}`
        line.last = place
      } else open.set(term, { text: `${term} ${place.toString(36)}.${weight}`, last: place })
    }
  }
  const lines = new Map(Array.from(open, ([term, { text }]) => [term, text]))
  return { sorted, terms: [...lines.keys()].sort(), lines }
}

function withChanged(kept: Kept, sorted: readonly Findable[], places: readonly number[]): Kept {
  for (const place of places) {
    const was = weightsByTerm(kept.sorted[place]!)
    const is = weightsByTerm(sorted[place]!)
    for (const term of was.keys()) if (!is.has(term)) post(kept, term, { place, weight: null })
    for (const [term, weight] of is) if (was.get(term) !== weight) post(kept, term, { place, weight })
  }
  kept.sorted = sorted
  return kept
}

function weightsByTerm(findable: Findable): ReadonlyMap<string, string> {
  const { terms, weights } = termsOf(findable)
  return new Map(terms.map((term, number) => [term, weights[number]!]))
}

/** Makes the line of a term anew with another posting at `place`, or with none. */
function post(
  { terms, lines }: Kept,
  term: string,
  { place, weight }: { place: number; weight: string | null },
): void {
  const before = lines.get(term)
  const others = (before === undefined ? [] : postingsOf(before)).filter(([at]) => at !== place)
  const after = weight === null ? others : [...others, [place, weight] as const]
  if (before === undefined) terms.splice(placeOf(terms, term), 0, term)
  if (after.length > 0)
    lines.set(
      term,
      lineOf(
        term,
        after.toSorted(([a], [b]) => a - b),
      ),
    )
  else {
    lines.delete(term)
    terms.splice(placeOf(terms, term), 1)
  }
}

function postingsOf(line: string): Posting[] {
  let place = 0
  const [, ...postings] = line.split(' ')
  return postings.map((posting) => {
    const [distance = '', weight = ''] = posting.split('.')
    place += Number.parseInt(distance, 36)
    return [place, weight]
  })
}

function lineOf(term: string, postings: readonly Posting[]): string {
  let last = 0
  const parts = postings.map(([place, weight]) => {
    const distance = (place - last).toString(36)
    last = place
    return `${distance}.${weight}`
  })
  return `${term} ${parts.join(' ')}`
}

/** Where a term stands in a sorted list, or where it would. */
function placeOf(terms: readonly string[], term: string): number {
  let [low, high] = [0, terms.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (terms[middle]! < term) low = middle + 1
    else high = middle
  }
  return low
}
