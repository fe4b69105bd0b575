/** The terms of a page, and how much each says of it. */
import type { Findable } from './segment.ts'
import { headOf, termOf, wordsOf } from './words.ts'

/*
 * Weights as BM25F counts them (Robertson & Zaragoza, 2009): a word counts for the field it stands in, less the longer
 * that field is, and each repetition adds less than the one before. Usual lengths are fixed numbers, because an
 * average over the site would change every weight with every edit.
 */
const FIELDS = {
  title: { boost: 8, usual: 6 },
  summary: { boost: 3, usual: 22 },
  text: { boost: 1, usual: 160 },
}
const LENGTH_COUNTS = 0.6
const SATURATION = 4
/** What the last part of a compound word counts, beside the whole word. */
const HEAD = 0.4
/** Weights are whole numbers up to one digit in base 36. */
const MOST = 35

// A findable never changes in place, and most of a segment is the same as at the publish before.
const known = new WeakMap<Findable, readonly Weighed[]>()

type Weighed = readonly [term: string, weight: string]

/** The terms of a findable with their weights, from 1 to 35 in base 36. */
export function termsOf(findable: Findable): readonly Weighed[] {
  let weights = known.get(findable)
  if (!weights) {
    weights = weigh(findable)
    known.set(findable, weights)
  }
  return weights
}

function weigh(findable: Findable): readonly Weighed[] {
  const counts = new Map<string, number>()
  const add = (term: string, count: number) => counts.set(term, (counts.get(term) ?? 0) + count)
  for (const [field, { boost, usual }] of Object.entries(FIELDS)) {
    const words = wordsOf(findable[field as keyof typeof FIELDS])
    const count = boost / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length) / usual)
    for (const word of words) {
      const term = termOf(word)
      if (term === null) continue
      add(term, count)
      const head = headOf(word)
      if (head !== null) add(head, count * HEAD)
    }
  }
  return Array.from(counts, ([term, count]) => {
    const weight = Math.max(1, Math.min(MOST, Math.round((MOST * count) / (count + SATURATION))))
    return [term, weight.toString(36)] as const
  })
}
